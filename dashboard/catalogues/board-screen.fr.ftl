# La page Conseil et le grand écran.

page-board = Conseil

screen-title = Grand écran du conseil · Portée JPS
screen-wait = Un instant…
screen-no-script = Cet écran demande JavaScript.
screen-controls = Scènes
screen-empty = Aucune donnée pour l’instant : chargez un fichier sur la page Données.
screen-demonstration = Données de démonstration, fictives
screen-updated = mis à jour à { $clock }
screen-past = Version { $version }, figée
screen-meeting = Séance { $spoken }
screen-opens = { $days ->
    [one] La semaine s’ouvre demain
   *[other] La semaine s’ouvre dans { $days } jours
 }
screen-opened = Ouverte le { $day }
screen-day = Jour { $day } sur { $days } de la semaine
screen-was = Du { $first } au { $end }

screen-frozen = figé
screen-waiting = figé; de nouvelles données attendent
screen-away = connexion perdue, derniers chiffres reçus
screen-back = connexion rétablie
screen-closed = Cet écran n’est plus ouvert pour vous. Passez par la page Conseil.
screen-position = Scène
screen-auto-on = défile seul

screen-note-title = Note pour qui présente
screen-help-title = Au clavier
screen-key-next = Scène suivante
screen-key-previous = Scène précédente
screen-key-full = Plein écran
screen-key-note = Note pour qui présente
screen-key-freeze = Figer les chiffres, puis les laisser suivre
screen-key-auto = Défiler seul, ou s’arrêter
screen-key-theme = Clair ou sombre
screen-key-leave = Fermer, quitter le plein écran, revenir à la page Conseil
screen-key-help = Aide du clavier
screen-keys-next = → Espace Clic
screen-keys-previous = ←
screen-keys-full = F
screen-keys-note = N
screen-keys-freeze = G
screen-keys-auto = P
screen-keys-theme = T
screen-keys-leave = Échap
screen-keys-help = ?

screen-closed-title = Cet écran s’ouvre depuis la page Conseil
screen-closed-words = Le passage ne sert qu’une fois, et pendant une minute. La page Conseil en donne un autre à la direction et au conseil.
screen-closed-lead = Ouvrir la page Conseil

desk-lead = Une suite de scènes pour la séance, chiffres à jour d’eux-mêmes.
desk-present = Présenter
desk-present-note = S’ouvre dans un nouvel onglet; la touche F met en plein écran, la touche « ? » dit les autres.
desk-scenes = Les scènes
desk-scenes-note = Cochées, elles se suivent dans cet ordre.
desk-scenes-read = Elles se suivent dans cet ordre.
desk-scene-up = Monter
desk-scene-down = Descendre
desk-pace = Passage d’une scène à l’autre
desk-pace-hand = à la main
desk-pace-seconds = toutes les { $seconds } s
desk-share = Le lien de cette préparation
desk-share-note = Qui est du conseil ou de la direction y trouve la même édition, les mêmes scènes, le même ordre et le même rythme.

desk-scene-reach = Personnes rejointes
desk-scene-audiences = Publics
desk-scene-map = Carte
desk-scene-trend = Tendance
desk-scene-missing = Municipalités à joindre
desk-scene-moved = Ce qui a changé
desk-scene-sectors = Milieux
desk-scene-pace = À pareille date
