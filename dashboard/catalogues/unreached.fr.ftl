# La page À rejoindre : les municipalités sans inscription, ce qui change, et les publics que personne ne rejoint.

page-unreached = À rejoindre
unreached-no-municipality = Aucune municipalité ne répond à ces filtres.
unreached-finding = { $everywhere ->
    [1] { $count ->
        [0] Cette municipalité a une inscription en { $edition }
       *[other] Cette municipalité n’a aucune inscription en { $edition }
    }
   *[other] { $count ->
        [0] Chacune des { $total } municipalités a une inscription en { $edition }
        [one] Une des { $total } municipalités n’a aucune inscription en { $edition }
       *[other] { $number } des { $total } municipalités n’ont aucune inscription en { $edition }
    }
 }{ $filtered ->
    [yes] { "" } sous ces filtres
   *[no] { "" }
 }{ $told ->
    [yes] { "" } ({ $people_number } { $people ->
        [one] habitant
       *[other] habitants
    })
   *[no] { "" }
 }{ $most ->
    [0] .
    [one] { "" }; là où il y en a, le public le plus souvent sans personne : { $audience } (une municipalité).
   *[other] { "" }; là où il y en a, le public le plus souvent sans personne : { $audience } ({ $most_number } municipalités).
 }

unreached-of = { $number } sur { $total }
unreached-tile-covered = Couvertes
unreached-tile-covered-help = Municipalités et réserves où au moins une inscription a lieu. Les territoires non organisés sont à part.
unreached-tile-resolution = Avec une résolution
unreached-tile-resolution-help = Municipalités dont le conseil a inscrit une résolution.
unreached-tile-nobody = Publics sans personne
unreached-tile-nobody-help = Un public dans une municipalité, sur { $total } en tout : personne n’y est rejoint, et chaque inscription y dit ses chiffres.
unreached-tile-unknown = Publics inconnus
unreached-tile-unknown-help = Un public dans une municipalité où une inscription ne dit pas ses chiffres : elle l’a peut-être rejoint. Jamais compté comme zéro.

unreached-place = Municipalité
unreached-list = Publics
unreached-nobody = Personne
unreached-unknown = On ne sait pas
unreached-nobody-title = { $count ->
    [one] Un public sans personne rejointe dans une municipalité, { $edition }
   *[other] { $number } publics sans personne rejointe dans une municipalité, { $edition }
 }
unreached-nobody-note = Les lieux les plus peuplés d’abord : la population de chaque public n’est pas connue par municipalité, celle de tous les âges l’est ({ $year }). Le partenaire proposé est celui qui inscrit le plus pour ce public dans la municipalité la plus proche où il est rejoint, à vol d’oiseau. Lieux semblables : les trois municipalités de population la plus proche.
unreached-nobody-empty = Aucun public n’est sûrement sans personne ici : chacun est rejoint, ou une inscription ne dit pas ses chiffres.
unreached-unknown-title = { $count ->
    [one] Un public dont on ne sait rien dans une municipalité, { $edition }
   *[other] { $number } publics dont on ne sait rien dans une municipalité, { $edition }
 }
unreached-unknown-note = Des inscriptions y ont lieu sans dire combien de personnes elles rejoignent, ou sans le dire pour ce public. Ce n’est ni zéro, ni rejoint : un chiffre demandé au partenaire suffit.
unreached-unknown-empty = Rien n’est inconnu ici : chaque inscription dit ses chiffres, ou chaque public est rejoint.
unreached-past = À une version antérieure, seules les inscriptions sans aucun chiffre sont reconnues comme inconnues.
unreached-open = Ouvrir { $place } dans Municipalités
unreached-known-none = Aucune inscription
unreached-known-others = D’autres publics seulement
unreached-known-zero = Zéro personne, dit une inscription
unreached-wider-mrc = toute la MRC ({ $number })
unreached-wider-region = toute la région ({ $number })
unreached-did = { $status ->
    [reached] { $place } : { $number }
    [unknown] { $place } : inconnu
   *[nobody] { $place } : personne
 }
unreached-column-known = Ce qu’on sait
unreached-column-wider = Compté seulement pour
unreached-column-partner = Partenaire le plus proche
unreached-column-where = Actif à
unreached-column-distance = Distance (km)
unreached-column-alike = Lieux semblables
unreached-column-last = Dernière fois
unreached-column-silent = Inscriptions sans chiffre
unreached-way = Où personne n’est encore rejoint : À rejoindre

coverage-map = Carte
coverage-map-coverage = Couverture
coverage-map-change = Ce qui change
coverage-since = Depuis l’édition
coverage-list = Municipalité par municipalité
coverage-title = Municipalités couvertes et résolutions, { $edition }
coverage-title-change = Ce qui change dans la couverture, de { $before } à { $now }
coverage-resolution = Résolution municipale
coverage-covered = Inscription, sans résolution
coverage-absent = Aucune inscription
coverage-apart = Territoire non organisé
coverage-no-data = On ne sait pas
coverage-new = Nouvelle
coverage-still = Aux deux éditions
coverage-lost = Perdue
coverage-never = À aucune des deux
coverage-new-names = { $count ->
    [0] Aucune nouvelle.
    [one] Nouvelle : { $names }.
   *[other] Nouvelles : { $names }.
 }
coverage-lost-names = { $count ->
    [0] Aucune perdue.
    [one] Perdue : { $names }.
   *[other] Perdues : { $names }.
 }
coverage-note = Une municipalité est couverte dès qu’une inscription y a lieu; ce qui vaut pour toute une MRC ou toute la région n’en couvre aucune.
coverage-apart-note = { $count ->
    [one] Un territoire non organisé, sans conseil municipal, est sur la carte et hors du compte des municipalités.
   *[other] { $number } territoires non organisés, sans conseil municipal, sont sur la carte et hors du compte des municipalités.
 }
coverage-not-over = Les inscriptions de { $edition } arrivent encore : une municipalité perdue peut simplement ne pas s’être encore inscrite.
column-coverage = Couverture
column-resolutions = Résolutions
column-registrations-in = Inscriptions { $edition }
