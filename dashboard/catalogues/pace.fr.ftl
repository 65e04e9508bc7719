# Le rythme des inscriptions : « à pareille date », la projection et son erreur passée.

pace-same-day = { $edition } à pareille date
pace-compared = Les inscriptions entrent encore : tout se compare à ce qui était annoncé { $when } de l’édition { $edition } ({ $date }), et non au total final de { $edition }. Ce qui n’a pas de date d’inscription n’y compte pas.
pace-compared-with-nothing = Les inscriptions entrent encore. L’édition { $edition } ne peut pas être lue à pareille date; rien n’est donc comparé à son total final.
pace-since = { $mark } de { $edition }
pace-passed-over = { $count ->
    [one] L’édition { $editions } ne peut pas être lue à pareille date.
   *[other] Les éditions { $editions } ne peuvent pas être lues à pareille date.
 }
pace-tile-help = Pendant que les inscriptions entrent, la variation se mesure à pareille date : le même nombre de jours avant l’ouverture.
pace-when-before = { $count ->
    [one] { $number } jour avant l’ouverture
   *[other] { $number } jours avant l’ouverture
 }
pace-when-opening = le jour de l’ouverture
pace-when-after = { $count ->
    [one] { $number } jour après l’ouverture
   *[other] { $number } jours après l’ouverture
 }

chart-pace = Le rythme des inscriptions, { $edition }
pace-note = Ce qui est inscrit, jour par jour, par rapport à l’ouverture (J). En couleur, { $edition }; en gris, les éditions d’avant. La bande va du plus lent au plus rapide de leurs rythmes.
pace-note-no-band = Ce qui est inscrit, jour par jour, par rapport à l’ouverture (J). En couleur, { $edition }; en gris, les éditions d’avant.
pace-about = Comment cette projection est faite
pace-measure = Mesure
pace-measure-expected = Personnes attendues
pace-measure-registrations = Inscriptions
pace-measure-partners = Partenaires
pace-looked-from = Vu depuis
pace-unit-expected = { $count ->
    [one] { $number } personne attendue
   *[other] { $number } personnes attendues
 }
pace-unit-registrations = { $count ->
    [one] { $number } inscription
   *[other] { $number } inscriptions
 }
pace-unit-partners = { $count ->
    [one] { $number } partenaire
   *[other] { $number } partenaires
 }
pace-finding = { $booked } { $when }; si le rythme suit celui de { $followed }, l’édition { $edition } en comptera de { $low } à { $high }.
pace-finding-past = { $booked } { $when } de l’édition { $edition }; le rythme de { $followed } annonçait de { $low } à { $high }, et elle en { $measure ->
    [expected] attendait à la fin
   *[other] a compté
 } { $end }.
pace-refused-opening = Pas de rythme : la date d’ouverture de l’édition { $edition } n’est pas connue.
pace-refused-too-few = { $count ->
    [0] Pas de projection pour { $edition } : aucune édition antérieure comparable n’a à la fois une date d’ouverture et des dates d’inscription; il en faut deux.
    [one] Pas de projection pour { $edition } : une seule édition antérieure comparable a une date d’ouverture et des inscriptions datées à ce jour; il en faut deux.
   *[other] Pas de projection pour { $edition } : trop peu d’éditions antérieures avaient des inscriptions à ce jour; il en faut deux.
 }
pace-refused-nothing-yet = Pas de projection pour { $edition } : rien n’est encore inscrit.
pace-error = { $when }, cette méthode s’est trompée de { $median } du total (médiane), et de { $worst } au pire, quand on prévoit à son tour chacune des éditions { $editions } d’après les autres.
pace-left-out-undated = { $count ->
    [one] Édition laissée de côté, faute d’une date d’ouverture confirmée ou de dates d’inscription : { $editions }.
   *[other] Éditions laissées de côté, faute d’une date d’ouverture confirmée ou de dates d’inscription : { $editions }.
 }
pace-left-out-apart = { $count ->
    [one] Édition laissée de côté, parce que les publics comptés ont changé depuis : { $editions }.
   *[other] Éditions laissées de côté, parce que les publics comptés ont changé depuis : { $editions }.
 }
pace-method = Méthode : ce qui est inscrit ce jour-là, multiplié par ce qu’est devenue chaque édition antérieure depuis le même jour. La fourchette va de la plus basse à la plus haute; aucune loi de probabilité n’est supposée. Les personnes sont celles annoncées; ce qui n’a pas de date compte le dernier jour.
pace-unfiltered = Le rythme est celui de toute l’édition : les filtres n’y changent rien.
pace-day = Jour
pace-low = Projection, au plus bas
pace-high = Projection, au plus haut
board-pace-label = { $count ->
    [one] personne attendue, { $when }
   *[other] personnes attendues, { $when }
 }
board-say-pace = À dire : c’est une fourchette, pas une promesse. Elle suit le rythme des éditions antérieures; dire aussi de combien elle se serait trompée.
pace-axis = Jours avant et après l’ouverture (J)
pace-mark = J{ $day }
pace-band = Si le rythme suit celui de { $followed }
