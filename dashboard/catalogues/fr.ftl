# Textes de l'application, français du Québec. Espaces insécables avant : % $ et dans les guillemets.

page-overview = Vue d’ensemble
page-audiences = Publics
page-municipalities = Municipalités
menu-say = Présenter
menu-trust = Vérifier
menu-manage = Gérer
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
filter-none = { $whose ->
    [own] Toutes vos inscriptions
   *[region] Toute la région, tous les publics, tous les milieux, toutes les actions
}
filter-summary = Filtres : { $filters }
mrc-name = MRC : { $name }
no-territory = Sans MRC
place-mrc = { $official }
place-region = { $official }
place-online = { $official }
place-outside = { $official }
place-unspecified = { $official }
no-municipality = Sans municipalité
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
column-change-since = Variation depuis { $edition }
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
help-municipalities = Municipalités et réserves où au moins une inscription a lieu, sur la carte municipale la plus récente. Les territoires non organisés, qui n’ont pas de conseil, n’y comptent pas.
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
unfold-audience-mrc = Chaque public, MRC par MRC
unfold-audience-sector = Chaque public, milieu par milieu
unfold-expected-confirmed = Prévu et confirmé, public par public
unfold-years-places = Chaque municipalité, d’une édition à l’autre
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
map-change = Variation des personnes rejointes depuis { $previous }, édition { $edition }
map-range = { $low } à { $high }
map-balance = Sur la carte : { $shown }; ailleurs : { $rest }; total : { $total } personnes.
elsewhere-part = { $place } { $number }
elsewhere-municipality = Sans municipalité : { $parts }.
elsewhere-mrc = Sans MRC : { $parts }.
whole-mrc = Les personnes comptées pour toute une MRC sont dans la leur : { $number } ({ $parts }).
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
choose-panels = Détail par édition
chart-years-audience = Par public
chart-years-mrc = Par MRC
chart-years-sector = Par milieu
chart-years-places = Municipalités et éditions
small-multiples-note = Chaque panneau a sa propre échelle; le tableau donne la variation de la première à la dernière édition.

page-contribution = Ma contribution
page-access = Accès
page-gate = Entrée
page-refused = Page réservée
page-refused-words = Cette page ne fait pas partie de ce que votre rôle permet de voir. S’il le faut, écrivez à { $contact }.

role-director = direction
role-board = conseil d’administration
role-partner = partenaire
presence-local = Accès complet, sur cet ordinateur seulement : aucune connexion n’est configurée.
presence-member = { $name } · { $role }
presence-link = Vous voyez ce que voit { $name }, par son lien personnel.
sign-in = Se connecter
sign-out = Se déconnecter
leave-link = Quitter ce lien
gate-closed = L’accès reste à configurer
gate-closed-words = Cette application peut être jointe depuis d’autres ordinateurs, et rien ne dit encore qui peut y entrer. D’ici là, aucun chiffre n’est montré. Donnez les réglages de la connexion (OpenID Connect) dans le fichier .streamlit/secrets.toml ou par l’environnement, ajoutez une première personne, puis relancez l’application.
gate-broken = La connexion est mal configurée
gate-broken-words = Personne ne peut entrer tant que ces réglages manquent ou ne sont pas sûrs. Le secret des témoins compte au moins 32 caractères; l’adresse de Microsoft Entra est celle de votre seule organisation.
gate-or-variable = ou la variable
gate-first-director = La première personne de la direction s’ajoute sur le serveur :
gate-documentation = Pas à pas pour Microsoft Entra ID, Google et les autres fournisseurs : docs/access.md.
gate-stranger = Bienvenue
gate-stranger-words = Les chiffres des Journées de la persévérance scolaire sont réservés à la direction et au conseil d’administration. Connectez-vous avec votre compte.
gate-partners = Vous êtes partenaire? Ouvrez le lien personnel que vous avez reçu par courriel; aucun compte n’est nécessaire.
gate-unknown = Ce compte n’a pas encore d’accès
gate-unknown-words = Vous êtes bien connecté avec { $email }, mais cette adresse ne fait pas partie des personnes inscrites ici. Pour être ajouté, écrivez à { $contact }.
gate-expired = Votre séance a pris fin
gate-expired-words = Après douze heures, il faut se connecter de nouveau. Déconnectez-vous, puis reconnectez-vous avec { $email }.
gate-link_ended = Ce lien n’ouvre rien
gate-link_ended-words = Votre séance a pris fin, ou le lien a été remplacé. Ouvrez de nouveau celui du dernier courriel reçu. S’il ne répond pas, écrivez à { $contact }.

door-title = Votre contribution vous attend
door-words = Ce lien personnel montre ce que votre organisation a apporté aux { $campaign }. Il vaut une clé : ne le transmettez qu’aux personnes de votre organisation.
door-continue = Continuer
door-ended = Ce lien n’ouvre rien
door-ended-words = Il est incomplet, il a pris fin ou un autre l’a remplacé. Vérifiez le dernier courriel reçu. S’il ne répond pas, écrivez à { $contact }.

panel-members = Personnes
panel-links = Liens des partenaires
panel-answers = Réponses
answers-finding = { $count ->
    [0] Aucun des { $partners } partenaires de { $edition } n’a encore tout confirmé.
    [one] Un des { $partners } partenaires de { $edition } a tout confirmé ({ $share }).
   *[other] { $answered } des { $partners } partenaires de { $edition } ont tout confirmé ({ $share }).
 }
answers-by-sector = Réponses par milieu
answers-by-mrc = Réponses par MRC
answers-awaited = { $count ->
    [0] Tous ont répondu
    [one] Un partenaire attendu
   *[other] { $number } partenaires attendus
 }
answers-awaited-note = Une activité est confirmée dès qu’un de ses publics l’est, par le partenaire ou par un fichier. Qui mène des activités dans plusieurs milieux ou MRC compte dans chacun.
column-answered = Ont confirmé
column-answered-ratio = Taux (%)
column-confirmed-registrations = Confirmées
column-awaited = Attendues
panel-trace = Journal
column-email = Courriel
column-role = Rôle
column-seen = Dernière connexion
column-added = Depuis le
column-added-by = Ajoutée par
column-state = État
column-used = Dernier usage
column-until = Valable jusqu’au
column-made = Créé le
column-made-by = Créé par
column-link = Lien
column-event = Événement
column-what = Objet
column-origin = Adresse
members-title = Qui peut se connecter
members-note = La direction voit et fait tout. Le conseil d’administration voit tous les chiffres, sans charger de fichier ni gérer les accès. Une personne retirée ne voit plus rien à son geste suivant.
members-listed = Personnes inscrites
members-none = Personne n’est encore inscrit : sans connexion configurée, seul cet ordinateur donne accès.
member-let-in = Laisser entrer
member-let-go = Retirer { $email }
member-added = { $email } peut entrer ({ $role }).
member-removed = { $email } ne peut plus entrer.
member-unknown = { $email } n’était pas inscrit.
not-an-address = « { $email } » n’est pas une adresse de courriel.
last-director = { $email } est la seule personne de la direction : ajoutez-en une autre d’abord.
links-title = Liens personnels, édition { $edition }
links-note = Un lien ouvre à un partenaire ce qui est à lui, sans compte. Ceux que vous ferez aujourd’hui vaudront jusqu’au { $day }.
links-make = { $count ->
    [0] Chaque partenaire a son lien
    [one] Faire le lien du partenaire qui n’en a pas
   *[other] Faire les liens des { $count } partenaires qui n’en ont pas
 }
links-make-help = Les liens en vigueur restent. Pour en faire de nouveaux à tous, la commande est « python -m dashboard access links ».
links-made = { $count ->
    [one] Un lien est fait. Téléchargez-le maintenant : il ne sera plus montré, seule son empreinte est gardée.
   *[other] { $count } liens sont faits. Téléchargez-les maintenant pour l’envoi par courriel : ils ne seront plus montrés, seule leur empreinte est gardée.
 }
links-made-close = C’est fait
links-listed = Liens créés
links-listed-note = Choisissez une ligne pour révoquer ou remplacer un lien.
links-none = Aucun partenaire dans l’édition { $edition }.
links-revoked = { $count ->
    [0] Aucun lien n’était en vigueur.
    [one] Un lien est révoqué; une séance ouverte s’arrête au geste suivant.
   *[other] { $count } liens sont révoqués; les séances ouvertes s’arrêtent au geste suivant.
 }
link-alive = en vigueur
link-ended = terminé
link-revoked = révoqué
link-revoke = Révoquer ce lien
link-replace = Remplacer ce lien
trace-search = Chercher
trace-search-example = une adresse, un partenaire, un fichier
trace-nothing = Rien dans le journal ne répond à cette recherche.
trace-note = Les plus récents d’abord, 500 au plus. Le journal est gardé 24 mois, puis retiré par « python -m dashboard retention ».
audit-removed = { $count ->
    [0] Aucun événement de plus de { $months } mois.
    [one] Un événement de plus de { $months } mois est retiré.
   *[other] { $count } événements de plus de { $months } mois sont retirés.
 }
person-unknown = { $email } n’est nommé nulle part.
person-erased = { $email } est effacé; les chiffres n’ont pas changé.
event-signed_in = Connexion
event-refused = Refus
event-link_made = Lien créé
event-link_used = Lien ouvert
event-link_refused = Lien refusé
event-link_revoked = Lien révoqué
event-member_added = Personne ajoutée
event-member_removed = Personne retirée
event-role_changed = Rôle changé
event-exported = Téléchargement
event-loaded = Chargement
event-undone = Chargement annulé

finding-thanks = { $basis ->
    [none] Merci! { $partner } a inscrit { $count ->
        [one] une activité
       *[other] { $number } activités
    } en { $edition }; le nombre de personnes reste à venir.
    [confirmed] Merci! En { $edition }, { $partner } a rejoint { $reach ->
        [one] { $people } personne
       *[other] { $people } personnes
    } par { $count ->
        [one] une activité
       *[other] { $number } activités
    }.
   *[expected] Merci! En { $edition }, { $partner } compte { $reach ->
        [one] { $people } personne rejointe ou attendue
       *[other] { $people } personnes rejointes ou attendues
    } par { $count ->
        [one] une activité
       *[other] { $number } activités
    }.
 }
tile-part = Part de la région
less-than = < { $part }
help-part = Vos personnes rejointes, sur celles de toute la région.
partner-search = Chercher un partenaire
empty-contribution = Aucune inscription n’est encore liée à ce partenaire. Dès qu’une sera chargée, elle paraîtra ici.
missing-figures = { $count ->
    [one] Le nombre de personnes d’une activité n’est pas connu.
   *[other] Le nombre de personnes de { $count } activités n’est pas connu.
 }
table-activities = Activité par activité, { $edition }
table-activities-note = Celles que vous menez et celles auxquelles vous participez.
table-parts = Votre part des personnes rejointes, { $edition }
parts-note = Un total n’est montré que s’il réunit assez de partenaires pour n’en révéler aucun.
parts-hidden = Un total est masqué quand moins de cinq partenaires le composent, quand l’un d’eux y pèse presque tout, ou quand il permettrait de retrouver par soustraction un autre total masqué.
region-total = Toute la région
hidden = masqué
column-territory = Territoire
column-mine = Vos personnes rejointes
column-whole = Toutes les personnes rejointes
column-part = Votre part
standing-title = Votre place parmi les organismes de votre milieu
standing-1 = Milieu { $sector }, { $others } autres organismes : vous êtes dans le premier quart, celui des plus petits nombres. Chaque geste compte.
standing-2 = Milieu { $sector }, { $others } autres organismes : vous êtes dans le deuxième quart, au-dessous de la moitié d’entre eux.
standing-3 = Milieu { $sector }, { $others } autres organismes : vous êtes dans le troisième quart, au-dessus de la moitié d’entre eux.
standing-4 = Milieu { $sector }, { $others } autres organismes : vous êtes dans le quart qui rejoint le plus de personnes.
standing-hidden = Masquée : trop peu d’organismes de votre milieu pour n’en révéler aucun.

author-partner = partenaire : { $partner }
confirm-source = Ma contribution { $edition }
confirm-title = Confirmez vos chiffres, { $edition }
confirm-earlier = Confirmer ou corriger les chiffres de { $edition }
confirm-before = Dès le { $day }, vous pourrez confirmer ici combien de personnes vous avez vraiment rejointes.
confirm-led-by-others = Les activités auxquelles vous participez sont confirmées par l’organisme qui les mène.
confirm-state = { $how ->
    [none] { $count ->
        [one] Votre activité attend sa confirmation.
       *[other] Vos { $count } activités attendent leur confirmation.
    }
    [all] { $count ->
        [one] Votre activité est confirmée.
       *[other] Vos { $count } activités sont confirmées.
    }
   *[some] { $number } de vos { $count } activités { $answered ->
        [one] est confirmée
       *[other] sont confirmées
    }.
 }{ $ever ->
    [no] {""}
   *[yes] {" "}Dernière confirmation : { $moment }.
 }
confirm-note = Écrivez sous « Réel » les personnes vraiment rejointes : 0 veut dire personne, une case vide ne dit rien encore. Enregistrez quand vous voulez, et revenez par le même lien.
column-activity = Activité
column-really = Réel
confirm-save = Enregistrer
confirm-as-planned = { $started ->
    [no] Tout comme prévu
   *[yes] Le reste comme prévu
 }
confirm-as-planned-help = Enregistre vos chiffres, et confirme le nombre prévu partout où vous n’avez rien écrit.
confirm-exceptions = Une activité annulée, un public de plus
confirm-withdrawn = Activités qui n’ont pas eu lieu
confirm-withdrawn-help = À l’enregistrement, elles comptent 0 personne pour tous leurs publics.
confirm-other-activity = Activité
confirm-other-audience = Public qui n’était pas prévu
confirm-other-people = Personnes rejointes
confirm-nothing = Rien de nouveau à enregistrer.
confirm-saved = { $count ->
    [one] Merci! Un chiffre est enregistré.
   *[other] Merci! { $count } chiffres sont enregistrés.
 } Vous pouvez revenir corriger.
confirm-refused = Rien n’est enregistré : un des nombres n’est pas un nombre de personnes.
confirm-not-theirs = Rien n’est enregistré : une de ces activités n’est plus la vôtre. Rechargez la page.

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
