# La page D’où vient ce chiffre, et le chemin qui y mène.

page-trace = D’où vient ce chiffre
way-to-trace = D’où viennent ces chiffres
finding-trace = { $people } : la somme de { $figures ->
    [one] { $figures_number } chiffre
   *[other] { $figures_number } chiffres
}, dans { $registrations ->
    [one] { $registrations_number } inscription
   *[other] { $registrations_number } inscriptions
} { $partners ->
    [one] d’un partenaire.
   *[other] de { $partners_number } partenaires.
}
trace-some = Les { $shown } plus grands; le fichier les contient tous.
table-traced = Les lignes dont il est la somme
column-author = Par
column-loaded-at = Chargé le
trace-expected = { $count ->
    [one] { $number } personne attendue
   *[other] { $number } personnes attendues
} en { $edition }
trace-confirmed = { $count ->
    [one] { $number } personne confirmée
   *[other] { $number } personnes confirmées
} en { $edition }, sur { $reach } comptées
trace-registrations = { $count ->
    [one] { $number } inscription
   *[other] { $number } inscriptions
} en { $edition }
trace-partners = { $count ->
    [one] { $number } partenaire
   *[other] { $number } partenaires
} en { $edition }
trace-municipalities = { $count ->
    [one] { $number } municipalité
   *[other] { $number } municipalités
} en { $edition }
finding-trace-registrations = { $things }, de { $partners ->
    [one] { $partners_number } partenaire
   *[other] { $partners_number } partenaires
} : { $figures ->
    [one] { $figures_number } chiffre.
   *[other] { $figures_number } chiffres.
}
finding-trace-partners = { $things }, par { $registrations ->
    [one] { $registrations_number } inscription
   *[other] { $registrations_number } inscriptions
} : { $figures ->
    [one] { $figures_number } chiffre.
   *[other] { $figures_number } chiffres.
}
finding-trace-municipalities = { $things } : celles de { $registrations ->
    [one] { $registrations_number } inscription
   *[other] { $registrations_number } inscriptions
} { $partners ->
    [one] d’un partenaire.
   *[other] de { $partners_number } partenaires.
}
finding-trace-past = { $people } dans cette version des données, dont les lignes ne sont pas gardées : voici celles des données actuelles.
trace-only = Ce chiffre seulement : { $kept }.
trace-everything = Tout ce que gardent les filtres
trace-within = avec { $partner }
trace-held = { $how ->
    [unknown] à une date inconnue
    [outside] avant le { $first } ou après le { $last }
    [between] du { $first } au { $last }
    [from] dès le { $first }
    [until] jusqu’au { $last }
   *[on] le { $first }
}
trace-known = tel que connu le { $day }
trace-told = prévu et confirmé à la fois
column-rows = Lignes
column-rows-in = Lignes { $edition }
rows-link = Lignes
rows-link-help = Les lignes dont les chiffres de cette rangée sont la somme.
rows-of-cell = Les lignes de « { $row } », { $column }
rows-pick-cell = Choisissez une case pour voir ses lignes.
