# La fourchette honnête : combien de personnes différentes derrière les contacts.

range-people = { $how ->
    [exact] { $count ->
        [one] { $contacts } contact : une personne.
       *[other] { $contacts } contacts : { $lower } personnes différentes.
    }
   *[between] { $contacts } contacts : entre { $lower } et { $upper } personnes différentes.
 }
range-several = Il y a plus de contacts que d’habitants : plusieurs contacts par personne, au moins { $each } en moyenne.
range-how = Comment?
range-how-lower = Au moins { $number } : ce que réunit à elle seule la plus grande activité de chaque public, dans chaque municipalité.
range-how-upper = Au plus { $number } : jamais plus que la somme des activités, ni que la population de chaque municipalité (recensement de { $year }, Statistique Canada).
range-how-estimate = Une estimation, à ne jamais citer seule : { $number }. C’est la duplication aléatoire (formule de Sainsbury) : elle suppose que chaque activité réunit des gens au hasard parmi les habitants. À l’école, ce sont souvent les mêmes classes : le vrai nombre est sans doute plus bas.
range-how-unbounded = Pour { $number } contacts, aucune population ne borne : en ligne, toute la région, ou une activité plus grande que sa municipalité. Leur borne haute est leur somme.
range-how-unknown = La population de chaque public n’est connue pour aucune municipalité : c’est la population totale qui borne, et la fourchette est donc large.
range-how-suppose = On suppose qu’une personne est d’un seul public et rencontrée dans une seule municipalité.
range-unavailable = Le nombre de personnes différentes se calcule sur les données actuelles : cette version antérieure ne le permet pas.
