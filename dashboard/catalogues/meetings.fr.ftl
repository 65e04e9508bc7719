# Séances : des chiffres figés, retrouvés par un code court.

event-meeting_frozen = Séance figée

meeting-of = Séance du { $day } : { $title }
meeting-of-untitled = Séance du { $day }
meeting-of-unknown = Séance { $spoken }
meeting-shown = { $meeting }. Ces chiffres sont ceux de ce moment, version { $version } des données, quoi qu’on ait chargé depuis. Code : { $spoken }.
meeting-forgotten = La liste des séances, restaurée d’une sauvegarde plus ancienne, ne connaît plus ce code; les chiffres, eux, sont les mêmes.
meeting-filters-forgotten = Des filtres étaient choisis ce jour-là, et rien ne dit plus lesquels : tout est montré.
meeting-leave = Revenir aux données actuelles
meeting-not-a-code = « { $spoken } » n’est pas un code de séance, ou un de ses caractères est faux. Relisez-le : il ressemble à 2024-37-K4M7.
meeting-figures-gone = Les chiffres de la séance { $spoken } ne sont pas dans cette base : elle vient d’une sauvegarde faite avant leur chargement, ou d’une autre installation. Rien n’est montré à leur place.
meeting-enter = Code d’une séance
meeting-enter-help = Le code donné à voix haute, ou écrit au bas d’une page. Les tirets et les majuscules n’importent pas.
meeting-title = Nom de la séance
meeting-title-example = Conseil d’administration
meeting-freeze = Figer ces chiffres
meeting-freeze-note = L’écran, les diapositives, le PDF et les tableaux ouverts avec le code porteront ces chiffres, même après d’autres chargements.
meeting-moved = Un chargement vient d’avoir lieu. Regardez les nouveaux chiffres, puis figez-les.
meetings-listed = Séances figées
meetings-none = Aucune séance n’est encore figée.
column-code = Code
column-meeting = Séance
column-frozen-on = Figée le
column-version = Version
meetings-title = Séances
meetings-note = Figez ce que cette page montre : un code court, facile à dire, le fera retrouver tel quel.
