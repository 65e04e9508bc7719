# Ce qu’un partenaire ajoute en mots à ses chiffres.

confirm-words = Une note pour l’équipe des JPS (facultatif)
confirm-words-help = Lue par la direction seulement. Les courriels et les numéros de téléphone en sont retirés.
confirm-note-kept = Votre note est transmise, merci!
column-note = Note
notes-title = Notes des partenaires, { $edition }
confirm-clash = { $activity }, { $audience } : { $saved } au lieu de vos { $yours }
confirm-meanwhile = Rien n’est encore enregistré : quelqu’un a répondu entre-temps par le même lien. { $figures }{ $more ->
    [0] {""}
    [one] {" "}et un autre chiffre
   *[other] {" "}et { $more } autres chiffres
 }. Vos chiffres sont toujours ci-dessous : enregistrez de nouveau pour les garder, ou corrigez-les.
