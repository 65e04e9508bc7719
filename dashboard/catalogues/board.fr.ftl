# Les scènes montrées au conseil : constats calculés, étiquettes, notes de la personne qui présente.

board-people = { $basis ->
    [expected] Personnes attendues
   *[other] Personnes rejointes
 }
board-people-label = { $basis ->
    [expected] { $count ->
        [one] personne attendue
       *[other] personnes attendues
    }
   *[other] { $count ->
        [one] personne rejointe
       *[other] personnes rejointes
    }
 }
board-since = { $same ->
    [yes] autant qu’en { $edition }
   *[no] { $change } { board-against }
 }
board-against = { $how ->
    [same_day] par rapport à { $edition }
   *[whole] depuis { $edition }
 }
board-others = { $count } autres
board-more-names = et { $count } autres
board-all-audiences = tous les publics
board-as-of = données au { $moment }

board-audiences = { $basis ->
    [expected] { $name } : { $share } des personnes attendues en { $edition }
   *[other] { $name } : { $share } des personnes rejointes en { $edition }
 }, { $rows ->
    [1] le seul public compté
   *[other] le public le plus nombreux
 }.
board-audiences-label = { board-people-label } : { $name }
board-sectors = { $basis ->
    [expected] { $name } : { $share } des personnes attendues en { $edition }
   *[other] { $name } : { $share } des personnes rejointes en { $edition }
 }, { $rows ->
    [1] le seul milieu inscrit
   *[other] le milieu qui en réunit le plus
 }.
board-sectors-label = { board-people-label }, milieu : { $name }
board-moved = { $basis ->
    [expected] { $name } : la plus grande variation { board-against }, { $change } personnes, pour { $number } { $count ->
        [one] attendue
       *[other] attendues
    } en { $now }.
   *[other] { $name } : la plus grande variation { board-against }, { $change } personnes, pour { $number } en { $now }.
 }
board-moved-label = personnes { board-against } : { $name }
board-map-expected = { $reached ->
    [one] { $number } municipalité inscrite
   *[other] { $number } municipalités inscrites
 } sur { $everywhere } en { $edition }; { $leader } réunit { $share } des personnes attendues dans une municipalité.
board-map-nobody = { $reached ->
    [one] { $number } municipalité inscrite
   *[other] { $number } municipalités inscrites
 } sur { $everywhere } en { $edition }, sans personne attendue.
board-map-label = { $count ->
    [one] municipalité sur { $everywhere } a une inscription
   *[other] municipalités sur { $everywhere } ont une inscription
 }
board-missing = { $count ->
    [one] Une municipalité n’a aucune inscription en { $edition }
   *[other] { $number } municipalités n’ont aucune inscription en { $edition }
 }{ $lost ->
    [0] .
    [1] , dont une qui en avait en { $previous }.
   *[other] , dont { $lost_number } qui en avaient en { $previous }.
 }
board-missing-label = { $count ->
    [one] municipalité sans inscription, sur { $everywhere }
   *[other] municipalités sans inscription, sur { $everywhere }
 }
board-missing-marked = Avait une inscription en { $previous }
board-trend-alone = { $why ->
    [break] { $number } { board-people-label } en { $edition }, sans comparaison : les publics comptés ont changé.
   *[first] { $number } { board-people-label } en { $edition }, la première édition comptée ici.
 }
board-trend-expected = { $count ->
    [one] { $number } personne attendue
   *[other] { $number } personnes attendues
 } en { $edition }, { $place ->
    [above] { $earlier ->
        [1] plus qu’en { $best } ({ $best_number }).
       *[other] plus que dans toute édition depuis { $first } ({ $best_number } en { $best }).
    }
   *[under] { $earlier ->
        [1] contre { $best_number } en { $best }.
       *[other] contre { $best_number } en { $best }, le plus haut total depuis { $first }.
    }
 }
board-trend-under-way = { $number } { board-people-label } à ce jour pour { $edition }, { $place ->
    [above] déjà plus que les { $best_number } de { $best }.
   *[under] quand le plus haut total est de { $best_number }, en { $best }.
 }
board-trend-label = { board-people-label } { $place ->
    [under_way] à ce jour pour { $edition }
    [alone] en { $edition }
    [first] en { $edition }, jamais dépassé depuis
   *[after] en { $edition }, le plus haut total depuis { $first }
 }
board-line = Inscriptions chargées ici
board-break = Les publics comptés changent

board-chart-mrc = { $basis ->
    [expected] Personnes attendues par MRC, { $edition }
   *[other] Personnes rejointes par MRC, { $edition }
 }
board-chart-audiences = { $basis ->
    [expected] Personnes attendues par public, { $edition }
   *[other] Personnes rejointes par public, { $edition }
 }
board-chart-sectors = { $basis ->
    [expected] Personnes attendues par milieu, { $edition }
   *[other] Personnes rejointes par milieu, { $edition }
 }
board-chart-trend = { $basis ->
    [expected] Personnes par édition
   *[other] Personnes rejointes par édition
 }
board-chart-map-expected = Personnes attendues par territoire, { $edition }
board-chart-missing = Municipalités sans inscription, { $edition }

board-say-reach = À dire : l’édition compte { $registrations ->
    [one] { $registrations_number } inscription
   *[other] { $registrations_number } inscriptions
 } de { $partners ->
    [one] { $partners_number } partenaire
   *[other] { $partners_number } partenaires
 }; celles qui ne disent aucun nombre n’y ajoutent personne. « Sans MRC » réunit ce qui se passe en ligne, dans toute la région ou ailleurs.
board-say-audiences = À dire : le plus grand public d’abord, puis celui qui a le plus changé; le trait mince marque l’édition d’avant.
board-say-sectors = À dire : le milieu est celui du partenaire qui mène l’inscription; le trait mince marque l’édition d’avant.
board-say-moved = À dire : une hausse et une baisse. Les plus grandes variations de chaque groupe, en personnes, toutes à la même échelle.
board-say-map = À dire : une municipalité est touchée quand une inscription y a lieu. { $balance }
board-say-missing = À dire : qui peut appeler qui? Celles qui avaient une inscription à l’édition d’avant viennent en premier. { $unorganised ->
    [0] Chaque territoire non organisé a aussi une inscription.
    [1] Un territoire non organisé, sans inscription non plus, n’est pas compté.
   *[other] { $unorganised } territoires non organisés, sans inscription non plus, ne sont pas comptés.
 }
board-say-trend = À dire : la ligne suit les inscriptions chargées ici; les marques creuses sont les totaux publiés, jamais mêlés aux calculs.
board-method = Méthode : le nombre confirmé quand il est connu, sinon le nombre prévu. Une personne rencontrée deux fois compte deux fois.
board-source = Source : inscriptions chargées, version { $version } des données, { $moment }.
