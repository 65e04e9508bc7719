# Ce qu’un partenaire ajoute en mots à ses chiffres.

confirm-words = Une note pour l’équipe des JPS (facultatif)
confirm-words-help = Lue par la direction seulement. Les courriels et les numéros de téléphone en sont retirés.
confirm-note-kept = Merci! Votre note est transmise.
column-note = Note
notes-title = Notes des partenaires, { $edition }
