# La page Semaine : ce qui a lieu chaque jour, le Jeudi PerséVERT, les types d’action, en ligne et en personne.

page-week = Semaine
days-finding = { $day }, le jour le plus fort de { $edition } : { $what } ({ $share }){ $wave ->
    [yes], dont { $of_wave } par le Jeudi PerséVERT.
   *[no] .
 }
days-refused-week = Les dates de la semaine de { $edition } ne sont pas connues : rien ne peut y être placé jour par jour.
days-refused-version = Cette version des données ne dit pas ce qui a lieu chaque jour en { $edition }.
days-refused-nothing = Rien n’est daté d’un jour de la semaine en { $edition }.
days-unit-reach = { $count ->
    [0] aucune personne rejointe
    [one] { $number } personne rejointe
   *[other] { $number } personnes rejointes
 }
days-unit-expected = { $count ->
    [0] aucune personne attendue
    [one] { $number } personne attendue
   *[other] { $number } personnes attendues
 }
days-unit-registrations = { $count ->
    [0] aucune inscription
    [one] { $number } inscription
   *[other] { $number } inscriptions
 }
days-measure = Compter
days-chart-reach = Personnes rejointes par jour, { $week }
days-chart-registrations = Inscriptions par jour, { $week }
days-note = Une action de plusieurs jours compte au premier. Hachuré : le Jeudi PerséVERT. Ce qui n’a pas de date est à part, en creux; le tout fait { $total }.
days-note-compared = Le trait mince marque le même jour de la semaine de { $edition }.
days-note-alone = Aucune édition antérieure ne se compare à { $edition } jour par jour.
days-passed-over = { $count ->
    [one] L’édition { $editions } n’y est pas comparée : les jours de sa semaine ne sont pas connus.
   *[other] Les éditions { $editions } n’y sont pas comparées : les jours de leur semaine ne sont pas connus.
 }
days-not-over = Les inscriptions de { $edition } entrent encore.
days-before = Avant la semaine
days-after = Après la semaine
days-undated = Sans date
days-before-lines = Avant
days-after-lines = Après
days-undated-lines = Sans|date
days-total = Total
days-moment = Jour
days-wave = Jeudi PerséVERT
days-wave-reach = Personnes, Jeudi PerséVERT
days-online-reach = Personnes, en ligne
days-previous = Édition { $edition }, { $measure }
days-tile-week = Pendant la semaine
days-tile-week-help = Du premier au dernier jour de la campagne.
days-tile-around = Avant et après
days-tile-around-help = Ce qui est daté hors de la semaine, comme les résolutions municipales.
days-tile-undated = Sans date
days-tile-undated-help = Les inscriptions qui ne disent pas quand elles ont lieu. Avec les deux chiffres précédents, elles font le total.

days-editions = Les mêmes jours, d’une édition à l’autre
days-editions-note = Chaque semaine est alignée sur ses jours, non sur ses dates. Les éditions dont la semaine n’est pas connue n’y sont pas.
days-wave-title = Le Jeudi PerséVERT, une vague à part
days-wave-out = Les filtres laissent de côté le Jeudi PerséVERT.
days-wave-none = Aucun Jeudi PerséVERT n’est inscrit.
days-wave-finding = Le Jeudi PerséVERT { $edition } compte { $what } par { $registrations }, soit { $share } de l’édition.
days-wave-change = Depuis { $edition } : { $people } en personnes, { $registrations } en inscriptions.
days-wave-trend = Personnes rejointes par le Jeudi PerséVERT, par édition
days-wave-sectors = Qui s’habille de vert, par milieu, { $edition }
days-actions = Les types d’action, d’une édition à l’autre
days-actions-reach = Personnes rejointes par type d’action
days-actions-registrations = Inscriptions par type d’action
days-actions-finding = « { $action } » est le type d’action qui a le plus changé depuis { $edition } : { $change } en { $measure }, pour un total de { $number }.
days-actions-alone = Aucune édition antérieure ne se compare à { $edition }.
days-actions-same = Aucun type d’action n’a changé depuis { $edition }.
days-places = En ligne et en personne
days-places-chart = Où les gens se rencontrent, en part de chaque édition (%)
days-place-municipality = En personne, dans une municipalité
days-place-wide = En personne, dans une MRC ou la région
days-place-online = En ligne
days-place-outside = Hors région
days-place-unspecified = Lieu non précisé
days-online-never = Aucune personne n’est comptée en ligne.
days-online-finding = { $count ->
    [0] Personne n’est compté en ligne en { $edition }
    [one] { $number } personne en ligne en { $edition }, soit { $share } de l’édition
   *[other] { $number } personnes en ligne en { $edition }, soit { $share } de l’édition
 }{ $most ->
    [here], la plus grande part de toutes les éditions.
   *[elsewhere]; la plus grande part est celle de { $other }, { $most_share }.
 }
days-dates = Toutes les dates
days-dates-note = Ce qui commence chaque jour. Une case vide : la date n’est pas connue.
days-date = Date
days-weekday = Jour
