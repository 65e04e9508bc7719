# La page Qualité: ce qui mérite un second regard.

page-quality = Qualité
finding-quality = { $told } des inscriptions de { $edition } disent combien de personnes elles rejoignent; { $confirmed } des personnes comptées sont confirmées.
quality-waiting = { $count ->
    [one] { $number } ligne attend une correction et n’est pas comptée
   *[other] { $number } lignes attendent une correction et ne sont pas comptées
}{ $places ->
    [0] .
    [one] , dont { $of_places } pour un lieu que rien ne désigne.
   *[other] , dont { $of_places } pour un lieu que rien ne désigne.
}
quality-strayed = Le total compté ici pour { $edition } ({ $counted }) s’écarte de celui qui a été publié ({ $published }) : { $gap }.
list-checks = Ce qui mérite un second regard
choose-check = Vérification
column-check = Vérification
column-people-share = Part des personnes (%)
column-usual = D’habitude
table-doubted = Les chiffres derrière
check-without-figure = Sans aucun chiffre
check-without-figure-words = Ces inscriptions ne disent combien de personnes pour aucun public. Elles comptent comme inscriptions, et pour personne.
check-approximate = Approximatifs
check-approximate-words = Le fichier dit « environ », « plus de » ou un intervalle : la valeur prudente est comptée.
check-unconfirmed = Prévus, jamais confirmés
check-unconfirmed-words = Ces nombres ont été annoncés à l’inscription. Aucun nombre réel n’est venu les remplacer.
check-far = Bien plus que les autres du même milieu
check-far-words = Ces nombres dépassent de très loin ce que le même milieu annonce d’habitude pour ce public (la médiane, à côté). Ils peuvent être vrais.
check-jump = Loin de ce que le partenaire fait d’habitude
check-jump-words = Le total de ces partenaires est au moins quatre fois plus grand ou plus petit que leur habitude (la médiane de leurs autres éditions, à côté).
check-double = Peut-être comptés deux fois
check-double-words = Le même partenaire, au même lieu, le même jour, avec les mêmes nombres : deux activités pareilles, ou une seule inscrite deux fois.
check-unplaced = Sans lieu
check-unplaced-words = Ces inscriptions ne disent pas où elles ont lieu. Elles comptent dans le total de la région, et ne sont pas sur la carte.
quality-correct = Corriger un fichier, ou ce qui attend, à la page Données
