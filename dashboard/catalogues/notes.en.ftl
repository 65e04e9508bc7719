# What a partner adds in words to their figures.

confirm-words = A note for the campaign team (optional)
confirm-words-help = Read by directors only. E-mail addresses and telephone numbers are removed from it.
confirm-note-kept = Your note has been sent, thank you!
column-note = Note
notes-title = Notes from partners, { $edition }
confirm-clash = { $activity }, { $audience }: { $saved } instead of your { $yours }
confirm-meanwhile = Nothing is saved yet: someone answered meanwhile by the same link. { $figures }{ $more ->
    [0] {""}
    [one] {" "}and one other figure
   *[other] {" "}and { $more } other figures
 }. Your figures are still below: save again to keep them, or correct them.
