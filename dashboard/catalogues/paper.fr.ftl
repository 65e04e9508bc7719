# Ce qui s’emporte sur papier : l’attestation et l’image d’un partenaire, le bref d’une édition.

paper-edition = { $number }{ $form ->
    [one] ʳᵉ
   *[other] ᵉ
 } édition, { $edition }
paper-theme = « { $theme } »
paper-days = du { $first } au { $last }
paper-foot = Version { $version } des données, { $day }
paper-fictional = Données de démonstration, fictives

keepsakes-title = À montrer
keepsakes-note = Une attestation d’une page et une image pour les réseaux sociaux, avec vos chiffres de l’édition { $edition }.
keepsake-attestation-fr = Attestation (PDF)
keepsake-picture-fr = Image (PNG)
keepsake-attestation-en = Attestation en anglais (PDF)
keepsake-picture-en = Image en anglais (PNG)

keepsake-title = Attestation
keepsake-document = Attestation, { $partner }, édition { $edition }
keepsake-sentence = prend part aux { $campaign } de { $edition } avec { $count ->
    [one] une activité inscrite
   *[other] { $number } activités inscrites
 }.
keepsake-registrations = { $count ->
    [one] activité inscrite
   *[other] activités inscrites
 }
keepsake-expected = { $count ->
    [one] personne attendue
   *[other] personnes attendues
 }
keepsake-mixed = { $count ->
    [one] personne rejointe ou attendue
   *[other] personnes rejointes ou attendues
 }, dont { $confirmed ->
    [one] { $number } confirmée
   *[other] { $number } confirmées
 }
keepsake-confirmed = { $count ->
    [one] personne rejointe
   *[other] personnes rejointes
 }
keepsake-audience = Public
keepsake-still-expected = Prévu, à confirmer
keepsake-note-none = Le nombre de personnes reste à venir.
keepsake-note-expected = Nombres annoncés à l’inscription, pas encore confirmés.
keepsake-note-mixed = Nombres confirmés après la semaine là où ils le sont; les autres ont été annoncés à l’inscription.
keepsake-note-confirmed = Nombres confirmés après la semaine.
keepsake-unknown = { $count ->
    [one] Le nombre de personnes d’une activité reste à venir.
   *[other] Le nombre de personnes de { $number } activités reste à venir.
 }
keepsake-contacts = Une personne rencontrée deux fois compte deux fois.
