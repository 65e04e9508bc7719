# La page Partenaires : qui apporte quoi, qui revient, qui appeler.

page-partners = Partenaires
event-setting_changed = Réglage changé
partner-numbered = Partenaire no { $number }

partners-half = { $count ->
    [one] Un des { $partners } partenaires réunit à lui seul la moitié des personnes rejointes en { $edition }.
   *[other] { $half } des { $partners } partenaires réunissent la moitié des personnes rejointes en { $edition }.
 }
partners-count = { $count ->
    [0] Aucun partenaire en { $edition }.
    [one] Un partenaire en { $edition }.
   *[other] { $number } partenaires en { $edition }.
 }
partners-tile-new = Nouveaux
partners-tile-retention = Fidélité
partners-tile-retention-help = Part des partenaires de { $edition } qui sont revenus.
partners-tile-call = À appeler
partners-under-way = Les inscriptions de { $edition } arrivent encore : des partenaires à appeler peuvent simplement ne pas s’être encore inscrits.
partners-unavailable = Les personnes par partenaire sont celles des données actuelles : cette version antérieure ne les a pas. Présence, fidélité et listes restent exactes.
partners-nobody = Aucun chiffre n’est connu pour ces partenaires : rien ne dit encore qui réunit combien de personnes.
partners-chart = Ce que réunissent les plus grands partenaires, { $edition }
partners-half-mark = { $count ->
    [one] Un partenaire : la moitié
   *[other] { $number } partenaires : la moitié
 }
partners-axis-share = Part des personnes rejointes
partners-axis-rank = Partenaires, du plus grand au plus petit
partners-axis-kept = Encore présents

partners-everyone = Tous
partners-call = À appeler
partners-welcome = À accueillir
partners-silent = Sans chiffre
partners-cohorts = Fidélité
partners-search = Chercher un nom, un milieu, un territoire
partners-everyone-title = Tous les partenaires, { $edition }
partners-everyone-note = Les plus grands d’abord; cliquez sur un titre pour trier. Une case vide : aucun chiffre connu. Milieu et territoire sont ceux où le partenaire inscrit le plus.
partners-call-title = Absents en { $edition }, présents deux éditions ou plus
partners-call-note = Partenaires absents en { $edition } et présents au moins deux fois auparavant. Les plus grands d’abord, avec ce qu’ils ont fait la dernière fois.
partners-welcome-title = Nouveaux en { $edition }
partners-welcome-note = Ils n’étaient dans aucune édition avant { $edition } parmi celles qui sont chargées ici. Les plus grands d’abord.
partners-silent-none = Toutes les inscriptions de { $edition } ont au moins un chiffre.
partners-silent-title = { $count ->
    [one] Une inscription sans aucun chiffre
   *[other] { $number } inscriptions sans aucun chiffre
 }
partners-silent-note = Elles comptent comme inscriptions, et pour personne. Un chiffre demandé au partenaire suffit.
partners-cohorts-title = Qui revient : partenaires encore présents, en pourcentage
partners-cohorts-note = Une ligne par première édition, avec le nombre de nouveaux partenaires. La première édition chargée réunit aussi ceux d’avant. Tiret : avant leur première édition.
partners-cohort = { $count ->
    [one] { $edition } (un partenaire)
   *[other] { $edition } ({ $number } partenaires)
 }
partners-open = Ouvrir « Ma contribution » de { $partner }
partners-board-names = Le conseil d’administration voit les noms des partenaires
partners-board-names-help = Sinon, chaque partenaire n’est qu’un numéro pour le conseil, ici et sous les chiffres d’une municipalité. Les titres d’activités restent tels qu’ils ont été écrits.
partners-unnamed = La direction a choisi de ne pas montrer le nom des partenaires : chacun garde le même numéro partout.

partners-column-share = Part du total (%)
partners-column-together = Ensemble (%)
partners-column-rank = Rang
partners-column-first = Première édition
partners-column-last = Dernière édition
partners-column-years = Éditions présentes
partners-column-streak = De suite
partners-column-actions = Ce qu’ils ont fait
partners-column-cohort = Première édition
