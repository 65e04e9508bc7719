# Ce qui s’emporte sur papier : l’attestation et l’image d’un partenaire, le bref d’une édition.

paper-edition = { $number }{ $form ->
    [one] re
   *[other] e
 } édition, { $edition }
paper-theme = « { $theme } »
paper-days = du { $first } au { $last }
paper-foot = Version { $version } des données, { $day }

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

brief-title = { $campaign } en bref
brief-document = { $title }, édition { $edition }
brief-partners = { $count ->
    [one] partenaire
   *[other] partenaires
 }
brief-registrations = { $count ->
    [one] inscription
   *[other] inscriptions
 }
brief-municipalities = { $count ->
    [one] municipalité touchée
   *[other] municipalités touchées
 }
brief-confirmed = confirmées
brief-mark = Le trait marque l’édition { $edition }.
brief-by-audience = Par public
brief-by-mrc = Par MRC
brief-by-sector = Par milieu
brief-by-place = Par municipalité
brief-by-edition = Par édition
brief-moved = Ce qui a changé
brief-moved-first = Première édition comptée ici : rien à comparer.
brief-moved-break = Les publics comptés ont changé : rien ne se compare à l’édition d’avant.
brief-moved-none = Aucun changement depuis l’édition d’avant.
brief-published = Totaux rendus publics
brief-published-none = Aucun total public n’est connu.
brief-published-filtered = Les totaux publics valent pour toute la région et tous les publics : ils ne se comparent pas à ce choix.
brief-empty = Aucune personne comptée.
brief-method = Méthode et sources :
brief-file-fr = { $campaign } en bref (PDF)
brief-file-en = En anglais (PDF)
