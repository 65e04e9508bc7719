# Textes de l'application, français du Québec. Espaces insécables avant : % $ et dans les guillemets.

page-overview = Vue d’ensemble
page-audiences = Publics
page-municipalities = Municipalités
page-years = Années

demonstration = Données de démonstration, fictives. Aucun chiffre d’inscription affiché ici n’est réel; seuls les chiffres publiés, avec leur source, le sont.
empty-database = Aucune donnée pour l’instant. Chargez un fichier avec la commande « python -m etl load FICHIER », ou les données de démonstration avec « python -m etl demo ».
empty-result = Aucune inscription ne répond à ces filtres. Retirez-en un, ou choisissez une autre édition.
past-version = Vous regardez la version { $version } des données, celle du { $moment }. Des chargements l’ont suivie.
past-version-leave = Revenir aux données actuelles
past-registrations = Ces inscriptions sont celles des données actuelles.
foot = Version { $version } des données, { $moment } · { $kind }
foot-empty = Aucune version des données
foot-demonstration = données de démonstration, fictives
foot-real = données chargées

filter-edition = Édition
filter-more = Filtres
filter-territory = Territoire
filter-audience = Public
filter-sector = Milieu
filter-action = Type d’action
filter-all = Tous
filter-none = Toute la région, tous les publics, tous les milieux, toutes les actions
filter-summary = Filtres : { $filters }
mrc-name = MRC : { $name }
no-territory = Sans MRC
edition-name = Édition { $edition }
since-edition = depuis { $edition }
points = { $change } pt

table-behind = Voir le tableau
download-csv = Télécharger (CSV)
choose-placeholder = Choisir

column-label = Nom
column-group = Groupe
column-edition = Édition
column-reach = Personnes rejointes
column-expected = Prévu
column-confirmed = Confirmé
column-partners = Partenaires
column-registrations = Inscriptions
column-municipalities = Municipalités touchées
tile-confirmed-share = Part confirmée
column-confirmed-share = Part confirmée (%)
column-value = Personnes rejointes
column-previous = Édition précédente
column-change = Variation
column-change-ratio = Variation (%)
column-ratio = Confirmé sur prévu (%)
column-qualifier-text = Chiffre publié
column-basis-text = Ce que compte le chiffre publié
column-source-title = Source
column-rate = Pour 1 000 habitants
column-population = Population (2021)
column-mrc-name = MRC
column-place = Municipalité
column-number = Numéro
column-partner = Partenaire
column-sector = Milieu
column-action = Type d’action
column-title = Titre
column-held-on = Date
column-file = Fichier
column-sheet = Feuille
column-row = Ligne

help-reach = Le nombre confirmé quand il est connu, sinon le nombre prévu. Une personne rencontrée deux fois compte deux fois.
help-municipalities = Municipalités, réserve et territoires où au moins une inscription a lieu, sur la carte municipale la plus récente.
help-confirmed-share = Part des personnes rejointes dont le nombre a été confirmé après la semaine.

finding-people = { $basis ->
    [expected] { $count ->
        [one] { $number } personne attendue en { $edition }, selon les inscriptions
       *[other] { $number } personnes attendues en { $edition }, selon les inscriptions
    }
    [mixed] { $number } personnes rejointes en { $edition }, dont { $share } confirmées
   *[confirmed] { $count ->
        [one] { $number } personne rejointe en { $edition }
       *[other] { $number } personnes rejointes en { $edition }
    }
 }
finding-alone = { $people }.
finding-compared = { $direction ->
    [more] { $people }, { $change } de plus qu’en { $edition }.
    [less] { $people }, { $change } de moins qu’en { $edition }.
   *[same] { $people }, autant qu’en { $edition }.
 }
finding-first-audience = { $audience } : le public le plus rejoint en { $edition }, { $number } personnes.
finding-audience-moved = { $audience } : le public qui a le plus changé depuis { $previous }, { $change } personnes, pour { $number } en { $edition }.
finding-municipalities = { $reached ->
    [one] { $number } municipalité touchée
   *[other] { $number } municipalités touchées
 } sur { $everywhere } en { $edition }; { $leader } réunit { $share } des personnes rejointes dans une municipalité.
finding-no-municipality = Personne n’est rejointe dans les { $everywhere } municipalités en { $edition }; ce qui n’a pas de municipalité est compté à part.
finding-one-year = { $number } personnes rejointes en { $edition }.
finding-years = L’édition { $best } a rejoint le plus de personnes ({ $number }); de { $first } à { $last }, { $change }.

chart-trend = Personnes rejointes par édition
chart-trend-note = La ligne suit les inscriptions chargées ici (confirmé, sinon prévu). Les marques creuses sont les totaux publiés, jamais mêlés aux calculs : ◇ inscrit avant la semaine, □ objectif annoncé.
published-breaks = Chiffres publiés : ce qu’ils comptent et pourquoi ils ne se comparent pas tous
published-note = { $edition } : { $figure } ({ $basis }); publics comptés : { $audiences }. Source : { $source }.
break-basis = Ne se compare pas à { $edition } : la base a changé.
break-audiences = Ne se compare pas à { $edition } : les publics comptés ont changé.
qualifier-exact = { $number }
qualifier-at-least = plus de { $number }
qualifier-about = environ { $number }
basis-registered = inscrit avant la semaine
basis-target = objectif annoncé

chart-audiences = Personnes rejointes par public, { $edition }
chart-audiences-note = Le trait mince marque l’édition { $edition }.
chart-audiences-alt = Barres des personnes rejointes par public en { $edition }, de la plus grande à la plus petite.
chart-moved = Ce qui a le plus changé depuis { $edition }
chart-moved-note = Les trois plus grandes variations de chaque groupe, en personnes, toutes à la même échelle.
chart-moved-alt = Barres des plus grandes variations depuis { $edition }, par public, par territoire et par milieu.
moved-audience = Publics
moved-place = Territoires
moved-sector = Milieux

chart-audience-trend = Personnes rejointes par public et par édition
chart-audience-trend-note = Un panneau par public, chacun à sa propre échelle. Choisissez un public pour le détail.
chart-audience-trend-alt = Neuf petites courbes, une par public, d’une édition à l’autre.
choose-audience = Public en détail
chart-one-audience-mrc = { $audience } par MRC
chart-one-audience-sector = { $audience } par milieu
chart-mix = Part de chaque public dans l’édition
value-share = Part de l’édition
chart-mix-alt = Part de chaque public dans le total de chaque édition.
chart-mix-note = Chaque édition totalise 100 %.
chart-audience-mrc = Publics et MRC, { $edition }
chart-audience-sector = Publics et milieux, { $edition }
heatmap-note = 0 : des inscriptions comptent zéro personne. Tiret : aucun chiffre.
chart-expected-confirmed = Prévu et confirmé par public, { $edition }
chart-expected-confirmed-note = Seulement les inscriptions qui ont les deux chiffres pour ce public.

choose-level = Niveau
choose-measure = Mesure
choose-window = Cadre
choose-place = Territoire en détail
level-municipality = Municipalités
level-mrc = MRC
measure-reach = Personnes rejointes
measure-rate = Pour 1 000 habitants
measure-registrations = Inscriptions
measure-change = Variation
window-inhabited = Territoire habité
window-whole = Toute la région
status-zero = Zéro personne
status-nothing = Aucune inscription
status-no_data = Chiffre inconnu
map-reach = Personnes rejointes par territoire, { $edition }
map-rate = Personnes rejointes pour 1 000 habitants, { $edition }
map-registrations = Inscriptions par territoire, { $edition }
map-change = Variation des personnes rejointes, { $edition }
map-range = { $low } à { $high }
map-balance = Sur la carte : { $shown }; ailleurs : { $rest }; total : { $total } personnes.
elsewhere-part = { $place } { $number }
elsewhere-list = Sans municipalité : { $parts }.
rate-note = Population du recensement de 2021. Le taux peut dépasser 1 000 : chaque contact compte.
geography-note = Carte municipale la plus récente : les municipalités fusionnées sont comptées ensemble pour toutes les éditions.
list-municipality = Toutes les municipalités
list-mrc = Toutes les MRC
place-subtitle = { $mrc } · { $population } habitants (2021)
place-subtitle-unknown = { $mrc }
chart-place-trend = Personnes rejointes par édition
chart-place-audiences = Personnes rejointes par public, { $edition }
table-registrations = Inscriptions derrière ces chiffres

choose-years = Éditions à comparer
table-years = Éditions côte à côte
chart-years = Personnes rejointes par édition
chart-years-audience = Par public
chart-years-mrc = Par MRC
chart-years-sector = Par milieu
chart-years-places = Municipalités et éditions
small-multiples-note = Chaque panneau a sa propre échelle; le tableau donne la variation de la première à la dernière édition.

page-data = Données
choose-panel = Volet
panel-drop = Déposer des fichiers
panel-waiting = Lignes en attente
panel-partners = Partenaires à confirmer

reading-file = Lecture de « { $file } »…
reading-rows = Lecture de « { $file } » : { $count } lignes lues
loading-file = Chargement de « { $file } »…
loading-rows = Chargement de « { $file } » : { $count } lignes lues
loading-note = Vous pouvez continuer à travailler ailleurs : le chargement va jusqu’au bout.
drop-files = Fichiers d’inscriptions ou de confirmations
drop-help = Classeurs (.xlsx, .xlsm, .xls, .ods), textes (.csv, .tsv, .txt) et listes PDF, tels quels : titres, sous-totaux et colonnes en plus ne gênent pas. Rien n’est écrit avant que vous chargiez.
drop-edition = Édition des lignes qui n’en nomment pas
drop-edition-help = Laissez vide si le fichier dit l’édition de chaque ligne.
outcome-accepted = Ajoutées
outcome-accepted-help = Inscriptions ou confirmations nouvelles.
outcome-updated = Modifiées
outcome-updated-help = Le numéro est déjà connu, et le fichier dit autre chose.
outcome-unchanged = Inchangées
outcome-unchanged-help = Le numéro est déjà connu, et le fichier dit la même chose.
outcome-quarantined = En attente
outcome-quarantined-help = Lignes à corriger; elles ne sont pas perdues.
outcome-ignored = Ignorées
outcome-ignored-help = Titres, lignes vides, totaux et notes.
preview-warnings = { $count ->
    [one] Une chose à regarder
   *[other] { $count } choses à regarder
 }
preview-figures = Ce que le chargement changerait, en personnes rejointes
preview-refusals = Lignes qui attendraient
preview-columns = { $count ->
    [one] Une colonne comprise
   *[other] { $count } colonnes comprises
 }
preview-columns-title = Colonnes comprises
question-header = Que veut dire la colonne « { $header } » de la feuille « { $sheet } »?
question-values = Ses premières valeurs : { $values }
question-meaning = Sens de la colonne
question-answer = Retenir cette réponse
column-not-used = Aucune des colonnes attendues
load-files = { $count ->
    [one] Charger ce fichier
   *[other] Charger ces { $count } fichiers
 }
load-outcome = { $file } : { $read } lignes lues, { $accepted } ajoutées, { $updated } modifiées, { $unchanged } inchangées, { $quarantined } en attente, { $ignored } ignorées.
nothing-waits = Aucune ligne n’attend.
choose-reason = Raison de l’attente
reason-count = { $reason } ({ $count })
waiting-title = { $count ->
    [one] Une ligne à corriger
   *[other] { $count } lignes à corriger
 }
waiting-note = Corrigez les cellules dans le tableau, puis chargez. Une correction est un chargement, à votre nom; le fichier d’origine reste comme il est.
waiting-load = Charger les lignes corrigées
waiting-vouch = Charger telles quelles
waiting-vouch-help = Vous confirmez que ces chiffres, improbables, sont vrais.
waiting-aside = Écarter ces lignes
waiting-aside-help = Elles n’attendent plus et ne sont pas chargées.
nothing-proposed = Aucun partenaire n’est à confirmer.
proposals-title = { $count ->
    [one] Une paire de noms qui se ressemblent
   *[other] { $count } paires de noms qui se ressemblent
 }
proposals-note = Est-ce le même partenaire? D’ici votre réponse, ils comptent pour deux. La réponse vaut pour les prochains fichiers.
proposals-more = { $count } autres paires suivront.
same-partner = Le même
two-partners = Deux partenaires
matches-title = { $count ->
    [one] Un nom reconnu malgré sa graphie
   *[other] { $count } noms reconnus malgré leur graphie
 }
matches-note = D’abord le nom tel qu’il est écrit, puis le partenaire auquel ses inscriptions sont comptées. Si ce n’est pas le même, ce nom devient un partenaire à part, maintenant et dans les prochains fichiers.
matches-likeness = Ressemblance : { $likeness }
matches-search = Chercher un nom
matches-example = Quelques lettres du nom
matches-more = { $count ->
    [one] Un autre nom n’est pas affiché : cherchez-le par quelques lettres.
   *[other] { $count } autres noms ne sont pas affichés : cherchez par quelques lettres.
 }
matches-none = Aucun de ces noms n’a ces lettres.
not-the-same = Ce n’est pas le même
apart-done = « { $name } » est un partenaire à part de « { $other } »; éditions recalculées : { $editions }.
apart-before = « { $name } » est déjà un partenaire à part.
apart-unknown = { $count ->
    [one] Une inscription vient d’un paquet de données, sans sa ligne d’origine : rien ne dit sous quel nom elle a été écrite, et elle reste où elle est.
   *[other] { $count } inscriptions viennent d’un paquet de données, sans leurs lignes d’origine : rien ne dit sous quel nom elles ont été écrites, et elles restent où elles sont.
 }

column-why = Pourquoi elle attend
column-header = Colonne du fichier
column-understood = Comprise comme
column-confirmed-of = { $column } : personnes confirmées
column-how = Comment
column-audience = Public
column-before = Avant
column-after = Après
how-exact = son titre est connu
how-words = ses mots sont connus
how-likeness = son titre ressemble
how-decided = quelqu’un l’a dit

reason-missing = Cellule obligatoire vide
reason-not-a-number = Pas un nombre
reason-negative = Nombre négatif
reason-not-whole = Nombre non entier
reason-too-large = Nombre trop grand
reason-cell-error = Erreur de formule
reason-ambiguous-count = Plusieurs nombres
reason-sum-mismatch = Total contredit par ses parties
reason-above-population = Plus de personnes que d’habitants
reason-unknown-edition = Édition inconnue
reason-not-a-date = Pas une date
reason-month-first-date = Mois avant le jour
reason-weekday-mismatch = Jour de la semaine contredit
reason-date-outside-edition = Date hors de l’année de l’édition
reason-unknown-place = Lieu inconnu
reason-postal-code-alone = Code postal seul
reason-ambiguous-place = Lieu ambigu
reason-likely-place = Lieu à confirmer
reason-unknown-sector = Milieu inconnu
reason-unknown-action = Type d’action inconnu
reason-duplicate-number = Numéro en double
reason-unknown-audience = Public inconnu
reason-audience-twice = Public nommé deux fois
reason-unknown-registration = Inscription inconnue

panel-history = Historique
column-load = Chargement
column-when = Quand
column-who = Par
column-changed = Ce qu’il a changé
column-undone = Annulé le
column-accepted = Ajoutées
column-updated = Modifiées
column-unchanged = Inchangées
column-quarantined = En attente
column-ignored = Ignorées
edition-changed = { $edition } : { $before } → { $after } personnes (version { $version })
history-title = Chargements
history-note = Pour revoir les pages telles qu’elles étaient, ajoutez « ?version=12 » à leur adresse, avec le numéro d’une version.
no-load = Aucun chargement pour l’instant.
choose-load = Chargement à annuler
load-name = { $load } : { $file }, { $moment }
undo-load = Annuler ce chargement
undo-load-help = Ce qu’il a ajouté est retiré, ce qu’il a modifié redevient ce qu’il était. Les chargements suivants restent, sauf s’ils en dépendent : vous le sauriez.
load-undone = Le chargement { $load } est annulé; éditions touchées : { $editions }.
answers-title = { $count ->
    [one] Une réponse donnée
   *[other] { $count } réponses données
 }
answer-yes = { $name } et { $other } : le même partenaire ({ $author }, { $moment })
answer-no = { $name } et { $other } : deux partenaires ({ $author }, { $moment })
answer-apart = { $name } n’est pas { $other } : reconnu par erreur ({ $author }, { $moment })
answer-take-back = Reprendre la réponse
answer-rested-on = Des réponses plus récentes reposent sur celle-ci : reprenez-les d’abord.

panel-export = Exporter
export-title = Tout emporter
export-note = Un paquet de données Frictionless (CSV et description) : inscriptions, personnes, partenaires, provenance, lignes en attente, références et chiffres, avec leurs sources. Aucune coordonnée. Il se recharge dans une base vide et redonne les mêmes chiffres.
export-download = Télécharger le paquet (.zip)
registrations-note = Choisissez une ligne pour voir celle du fichier d’origine.
original-row = Ligne d’origine : { $file }, feuille « { $sheet } », ligne { $row }
column-cell = Cellule
