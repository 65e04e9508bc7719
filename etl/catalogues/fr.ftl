# Messages de la ligne de commande, français du Québec.

place = { $file }, feuille « { $sheet } », ligne { $row }, colonne « { $column } » : { $problem }

problem-missing = la cellule est vide; elle est obligatoire. Remplissez-la, puis recommencez.
problem-not_a_number = « { $value } » n’est pas un nombre de personnes. Écrivez un nombre entier, ou laissez vide si le nombre est inconnu.
problem-negative = « { $value } » est négatif. Écrivez un nombre entier, zéro ou plus.
problem-not_whole = « { $value } » n’est pas un nombre entier. Écrivez un nombre entier de personnes.
problem-too_large = « { $value } » est trop grand pour un nombre de personnes. Vérifiez la saisie.
problem-cell_error = la cellule contient l’erreur « { $value } ». Corrigez la formule ou écrivez le nombre.
problem-ambiguous_count = « { $value } » peut se lire de plusieurs façons. Écrivez seulement le nombre de personnes, par exemple 75.
problem-sum_mismatch = le total écrit, { $value }, ne correspond pas à la somme des publics, { $sum }. Corrigez le total ou les nombres par public.
problem-above_population = { $value } personnes, c’est plus que la population du territoire ({ $population } personnes, tous âges confondus; la population par âge n’est pas connue ici). Vérifiez le nombre, ou le territoire si des gens sont venus d’ailleurs.
problem-unknown_edition = « { $value } » n’est pas une édition. Écrivez une année de 2008 à { $last }.
problem-not_a_date = « { $value } » n’est pas une date. Écrivez-la sous la forme AAAA-MM-JJ.
problem-month_first_date = « { $value } » semble écrite avec le mois avant le jour. Écrivez la date sous la forme AAAA-MM-JJ.
problem-weekday_mismatch = « { $value } » : le { $date } n’est pas ce jour de la semaine. Corrigez le jour, la date ou l’édition.
problem-date_outside_edition = « { $value } » n’est pas une date de { $edition }, l’année de l’édition. S’agit-il de la bonne édition? Corrigez la date ou l’édition.
problem-unknown_place = aucun territoire connu ne s’appelle « { $value } ». Écrivez le nom officiel d’une municipalité, « Région », « En ligne » ou « Hors région ».
problem-postal_code_alone = un code postal ne dit pas à lui seul la municipalité : « { $value } ». Écrivez le nom officiel de la municipalité, seul ou avec le code postal.
problem-ambiguous_place = « { $value } » peut désigner plusieurs territoires ({ $candidates }). Écrivez le nom officiel de celui que vous voulez dire.
problem-likely_place = « { $value } » ressemble à { $candidates }, sans certitude. Écrivez le nom officiel du territoire que vous voulez dire.
problem-unknown_sector = « { $value } » n’est pas un milieu connu. Choisissez parmi : { $allowed }.
problem-unknown_action = « { $value } » n’est pas un type d’action connu. Choisissez parmi : { $allowed }.
problem-duplicate_number = le numéro d’inscription « { $value } » est déjà plus haut dans ce fichier. Donnez un numéro différent à chaque inscription.
problem-unknown_audience = « { $value } » n’est pas un public connu. Choisissez parmi : { $allowed }.
problem-audience_twice = le public « { $value } » est déjà donné plus haut pour cette inscription. Gardez une seule ligne par public.
problem-unknown_registration = aucune inscription de l’édition { $edition } ne porte le numéro « { $value } ». Chargez d’abord le fichier des inscriptions, ou corrigez le numéro.
problem-exposure_number = « { $value } » n’est pas un nombre entier. Écrivez un nombre entier, zéro ou plus, sans unité.
problem-exposure_large = « { $value } » est trop grand pour être vrai. Vérifiez la saisie.
problem-unknown_channel = « { $value } » n’est pas un canal connu. Choisissez parmi : { $allowed }.
problem-unknown_unit = « { $value } » n’est pas une unité connue. Choisissez parmi : { $allowed }.
problem-period_reversed = la période finirait le « { $value } » sans avoir commencé avant (premier jour : { $first }). Corrigez les deux dates, ou laissez-les vides si la période n’est pas connue.
problem-too_long = « { $value } » a plus de { $longest } caractères. Écrivez-le en moins de mots.

file-missing = { $file } : ce fichier n’existe pas. Vérifiez son nom et son dossier.
file-empty = { $file } : le fichier est vide.
file-encrypted = { $file } : le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et rechargez-le.
file-damaged = { $file } : le fichier est endommagé ou incomplet. Demandez-le de nouveau à son auteur.
file-not_a_workbook = { $file } : ce n’est pas un classeur, malgré son nom. Ouvrez-le dans un tableur et enregistrez-le en .xlsx.
file-not_a_table = { $file } : ce n’est pas un tableau. Enregistrez-le en .xlsx ou en .csv.
file-format = { $file } : le format { $suffix } n’est pas lu. Enregistrez le tableau en .xlsx ou en .csv.
file-too_large = { $file } : le fichier, une fois déplié, occuperait { $size } Mo. Il n’a pas été ouvert. Enregistrez le tableau en .csv.
file-no_template = { $file } : il manque une colonne pour que ce tableau soit lu. Colonnes absentes : { $missing }. Colonnes trouvées : { $found }. Reconnues : { $known }. Renommez une colonne, ou partez d’un fichier de data/templates.
file-no_exposure = { $file } : il manque une colonne pour que ce tableau d’exposition soit lu. Colonnes absentes : { $missing }. Partez de data/templates/gabarit-exposition.xlsx.
file-no_table = { $file } : aucun tableau n’y a été trouvé. Enregistrez la liste en .xlsx ou en .csv.
file-too_wide = { $file } : une feuille s’étend sur { $rows } lignes et { $columns } colonnes, presque toutes vides. Elle n’a pas été ouverte. Copiez le tableau seul dans un nouveau fichier.
file-too_many_pages = { $file } : le document a plus de { $pages } pages. Enregistrez la liste en .xlsx ou en .csv.
file-quote = { $file } : un guillemet ouvert à la ligne { $row } n’est pas fermé et avale les lignes suivantes. Retirez-le et rechargez le fichier.
file-twice = { $file } : ces colonnes y sont deux fois : { $columns }. Gardez-en une seule.
file-package_absent = { $file } : ce dossier ne contient pas de datapackage.json. Donnez le dossier qu’a écrit « python -m etl export ».
file-package_descriptor = { $file } : ce n’est pas la description d’un paquet de cet outil, ou elle est endommagée. Exportez la base de nouveau.
file-package_revision = { $file } : le paquet vient d’une autre version de l’outil (schéma { $found }, ici { $expected }). Exportez-le de nouveau avec la version d’ici.
file-package_not_empty = { $file } : la base contient déjà des inscriptions ou des chargements; un paquet ne se charge que dans une base neuve. Donnez une autre adresse à DATABASE_URL.
file-package_table_missing = { $file } : la table « { $table } » n’y est pas. Exportez la base de nouveau.
file-package_table_unknown = { $file } : la table « { $table } » est inconnue. Retirez-la ou exportez la base de nouveau.
file-package_file_missing = { $file } : le fichier { $csv } manque dans le dossier. Exportez la base de nouveau.
file-package_file_damaged = { $file } : le fichier { $csv } est endommagé ou n’est pas un CSV en UTF-8. Exportez la base de nouveau.
file-package_file_changed = { $file } : le fichier { $csv } n’est plus celui qui a été exporté. Exportez la base de nouveau.
file-package_column_unknown = { $file } : { $csv }, colonne « { $column } » : elle est inconnue. Retirez-la ou exportez la base de nouveau.
file-package_column_missing = { $file } : { $csv }, colonne « { $column } » : elle manque ou y est deux fois. Exportez la base de nouveau.
file-package_row = { $file } : { $csv }, ligne { $row } : { $count } cellules au lieu de { $expected }. Exportez la base de nouveau.
file-package_cell = { $file } : { $csv }, ligne { $row }, colonne « { $column } » : « { $value } » n’y est pas permis (type { $type }). Corrigez la cellule ou exportez la base de nouveau.
file-package_twice = { $file } : { $csv }, ligne { $row }, colonnes { $columns } : la même valeur est déjà plus haut. Exportez la base de nouveau.
file-package_key = { $file } : { $csv }, ligne { $row }, colonne « { $column } » : « { $value } » n’est pas dans { $parent }. Exportez la base de nouveau.
file-package_rule = { $file } : { $csv }, ligne { $row } : les comptes de lignes ne s’additionnent pas. Exportez la base de nouveau.
file-package_figures = { $file } : { $csv }, ligne { $row } : ces chiffres ne sont pas ceux des inscriptions du paquet. Exportez la base de nouveau.
file-package_figures_missing = { $file } : { $csv } a { $count } lignes au lieu des { $expected } que donnent les inscriptions du paquet. Exportez la base de nouveau.

warning-alike_place = Lieux reconnus malgré leur graphie : { $names }.
warning-alike_partner = Partenaires reconnus malgré leur graphie : { $names }.
warning-leap = Édition { $edition } : dix fois plus de personnes ou davantage qu’en { $earlier }, à vérifier : { $names }.
warning-same_day = Édition { $edition } : le même jour, au même endroit, le même type d’action deux fois ou plus, à vérifier : { $names }.
warning-published = Édition { $edition } : le total serait de { $total } personnes; le chiffre publié est { $qualifier ->
    [at_least] « plus de { $published } »
    [about] « environ { $published } »
   *[exact] { $published }
 }.
warning-demonstration_present = Des données de démonstration, fictives, sont aussi dans la base. Pour les retirer : python -m etl demo --remove
warning-contact_columns = Feuille « { $sheet } » : colonnes non conservées, dont des renseignements personnels : { $columns }.
warning-unknown_columns = Feuille « { $sheet } » : colonnes inconnues, non conservées : { $columns }.
warning-postal_code = Feuille « { $sheet } » : les codes postaux sont reconnus et ne sont ni employés ni conservés, car un code postal ne dit pas à lui seul la municipalité : { $columns }.
warning-hidden_sheet = Feuille « { $sheet } » : elle est masquée dans le classeur; elle a été lue comme les autres.
warning-hidden_rows = Feuille « { $sheet } » : lignes masquées ou filtrées, lues comme les autres : { $count }.
warning-formulas_without_value = Feuille « { $sheet } » : formules enregistrées sans leur résultat : { $count }. Ouvrez le fichier dans un tableur, enregistrez-le et rechargez-le.
warning-sheet_left_out = Feuille « { $sheet } » : elle n’a pas été lue. Colonnes absentes : { $columns }.
warning-sheet_left_out_twice = Feuille « { $sheet } » : elle n’a pas été lue, car ces colonnes y sont deux fois : { $columns }.
warning-long_form = Feuille « { $sheet } » : une ligne par inscription et par public; les lignes d’une même inscription ont été réunies.
warning-several_activities = Feuille « { $sheet } » : numéros d’inscription qui portent plusieurs activités : { $count }. Chaque activité a reçu un suffixe (12-1, 12-2…).
warning-numbers_derived = Feuille « { $sheet } » : il n’y a pas de numéro d’inscription. Un numéro a été tiré du contenu de chaque ligne : { $count }.
warning-aside_subtotal = Feuille « { $sheet } » : totaux et sous-totaux, jamais comptés comme des personnes : { $count } (lignes { $rows }).
warning-aside_note = Feuille « { $sheet } » : notes, mises de côté : { $count } (lignes { $rows }).
warning-aside_header = Feuille « { $sheet } » : en-têtes répétés, mis de côté : { $count } (lignes { $rows }).
warning-likely_column = Feuille « { $sheet } » : la colonne « { $header } » a été lue comme « { $column } ».
warning-uncertain_column = Feuille « { $sheet } » : la colonne « { $header } » est peut-être « { $column } ». Elle n’a pas été lue; à confirmer. Premières valeurs : { $values }.
warning-sheet_value = Feuille « { $sheet } » : là où « { $column } » manque, le nom de la feuille le donne : { $value }.

report-loaded = { $file } : chargement { $load }, édition(s) { $editions }.
report-checked = { $file } : vérifié, rien n’a été écrit. Édition(s) { $editions }.
report-rows = { $read } lignes lues = { $accepted } ajoutées + { $updated } modifiées + { $unchanged } inchangées + { $quarantined } en attente + { $ignored } ignorées.
report-nothing = { $file } : aucune ligne n’a pu être chargée.
report-more = … et { $count } autres lignes en attente.
progress-rows = { $count } lignes
demo-removed = Données de démonstration retirées; éditions touchées : { $editions }.
demo-none = Il n’y a pas de données de démonstration à retirer.
demo-present = Les données de démonstration sont déjà là.
export-written = Paquet de données écrit : { $path } ({ $count } inscriptions).
export-demonstration = Il contient des données de démonstration, fictives; sa description le dit.
export-folder_in_use = { $folder } contient autre chose qu’un paquet exporté; rien n’a été écrit. Donnez un dossier neuf ou vide.
export-not_written = { $folder } ne peut pas être écrit : { $reason }. Rien n’y a changé.
reference-loaded = Données de référence chargées : { $places } territoires, { $editions } éditions. Cartes : { $layers }.
status-none = Aucun chargement.
status-versions = Version actuelle de chaque édition :
wrong-dimension = « { $name } » n’est pas une dimension. Choisissez parmi : { $allowed }.
database-unreachable = La base de données ne répond pas : { $reason }. Vérifiez DATABASE_URL.
column-load = chargement
column-file = fichier
column-when = quand
column-who = auteur
column-read = lues
column-edition = édition
column-version = version

undo-done = Chargement { $load } annulé; éditions touchées : { $editions }.
undo-package = Le chargement { $load } est venu avec un paquet de données; il ne peut pas être annulé ici.
undo-unknown = Il n’y a pas de chargement { $load }. Les numéros sont donnés par : python -m etl history
undo-already = Le chargement { $load } est déjà annulé (le { $when }, par { $author }).
undo-load = { $load } ({ $file }, { $when })
undo-dependent = Le chargement { $load } n’est pas annulé, car d’autres en dépendent : { $loads }. Annulez-les d’abord, dans cet ordre.
undo-merged = Le chargement { $load } n’est pas annulé, car des partenaires qu’il touche ont été réunis depuis (décisions : { $decisions }). Revenez d’abord sur ces décisions, dans cet ordre.
history-load = Chargement { $load }, le { $when }, par { $author } : { $file }
history-edition = { $edition } : inscriptions { $registrations_before } → { $registrations_after }, partenaires { $partners_before } → { $partners_after }, personnes rejointes { $reach_before } → { $reach_after }
history-undone = annulé le { $when }, par { $author }
original-registrations = Inscrite : { $file }, feuille « { $sheet } », ligne { $row } (chargement { $load })
original-confirmed = Confirmée : { $file }, feuille « { $sheet } », ligne { $row } (chargement { $load })
original-not_kept = La ligne n’a pas été conservée.
original-unknown = Aucune inscription de l’édition { $edition } ne porte le numéro « { $number } ».
database-full = La base de données n’a plus de place : rien n’a été changé. Libérez de l’espace sur le disque, puis recommencez.

exposure-added = { $file } : { $added ->
    [0] aucune ligne d’exposition ajoutée
    [one] une ligne d’exposition ajoutée
   *[other] { $added } lignes d’exposition ajoutées
 }, { $unchanged } déjà là.
exposure-checked = { $file } : { $rows ->
    [0] aucune ligne d’exposition à ajouter
    [one] une ligne d’exposition à ajouter
   *[other] { $rows } lignes d’exposition à ajouter
 }; rien n’a été écrit.
exposure-refused = { $file } : rien n’a été écrit; corrigez les cellules nommées ci-dessus et rechargez le fichier.
