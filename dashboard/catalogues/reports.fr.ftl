# Ce que l'on emporte : tableaux, diapositives, commande.

report-title = { $campaign }, édition { $edition }
report-version = version { $version } des données, { $moment }
report-meeting = { $meeting } · code { $spoken }
report-demonstration = Données de démonstration, fictives
report-source-registrations = Inscriptions et confirmations chargées dans Portée JPS.
report-source-counting = Personnes rejointes : le nombre confirmé quand il est connu, sinon le nombre prévu. Une personne rencontrée deux fois compte deux fois.
report-source-places = Municipalités, MRC et populations : Statistique Canada (recensement de 2021), carte municipale la plus récente.
report-source-published = Chiffres publiés, jamais mêlés aux calculs : { $sources }.

column-value-published = Nombre
column-change-between = Variation de { $first } à { $last }
column-change-ratio-between = Variation de { $first } à { $last } (%)

sheet-origin = Provenance
sheet-editions = Éditions
sheet-audiences = Publics
sheet-municipalities = Municipalités
sheet-mrc = MRC
sheet-sectors = Milieux
sheet-actions = Types d’action
sheet-editions-audiences = Éditions × publics
sheet-editions-municipalities = Éditions × municipalités
sheet-editions-mrc = Éditions × MRC
sheet-editions-sectors = Éditions × milieux
sheet-editions-actions = Éditions × actions
sheet-audiences-mrc = Publics × MRC
sheet-audiences-sectors = Publics × milieux
sheet-confirmed = Prévu et confirmé
sheet-published = Chiffres publiés

sheet-editions-note = Les chiffres de chaque édition, et la variation depuis celle d’avant.
sheet-audiences-note = Personnes rejointes par public, { $edition } et l’édition d’avant.
sheet-municipalities-note = Chaque municipalité, même sans inscription, puis ce qui n’a pas de municipalité, { $edition }.
sheet-mrc-note = Chaque MRC, puis ce qui n’en a pas, { $edition }.
sheet-sectors-note = Personnes rejointes par milieu, { $edition } et l’édition d’avant.
sheet-actions-note = Personnes rejointes par type d’action, { $edition } et l’édition d’avant.
sheet-editions-audiences-note = Personnes rejointes par public et par édition.
sheet-editions-municipalities-note = Personnes rejointes par municipalité et par édition, sur la carte la plus récente.
sheet-editions-mrc-note = Personnes rejointes par MRC et par édition.
sheet-editions-sectors-note = Personnes rejointes par milieu et par édition.
sheet-editions-actions-note = Personnes rejointes par type d’action et par édition.
sheet-audiences-mrc-note = Personnes rejointes par public et par MRC, { $edition }.
sheet-audiences-sectors-note = Personnes rejointes par public et par milieu, { $edition }.
sheet-confirmed-note = Prévu et confirmé par public, là où les deux sont connus, { $edition }.
sheet-published-note = Les totaux rendus publics, chacun avec sa source.

origin-report = Rapport
origin-version = Données
origin-meeting = Séance
origin-filters = Ce qui est compté
origin-mark = À savoir
origin-sources = Sources
origin-sheet = Feuille
origin-holds = Ce qu’elle contient

report-edition-empty = Aucune donnée pour l’édition { $edition }.
report-edition-or-meeting = Donnez --edition ou --seance.
report-other-edition = Le code { $spoken } est celui de l’édition { $edition }.
report-made = { $file } : { $title } · { $version }
report-folder-missing = Le dossier de « { $file } » n’existe pas.
report-not-written = « { $file } » ne peut pas être écrit : { $reason }.

deck-figures = Les chiffres : { $title }
deck-part = { $title } ({ $number } de { $count })
deck-others = { $count } autres
deck-more = et { $count } autres
deck-sources = D’où viennent ces chiffres

download-svg = Télécharger (SVG)
download-png = Télécharger (PNG)
kept-of-place = { $place } : { $title }
report-download-pdf = Une page à imprimer (PDF)
report-download-pptx = Diapositives (PPTX)
report-download-xlsx = Tableaux (XLSX)
report-leave = Ce que l’on emporte
report-leave-note = Les mêmes chiffres, à imprimer, à projeter ou à reprendre; chaque fichier porte la version des données.
