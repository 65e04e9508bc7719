# What a partner adds in words to their figures.

confirm-words = A note for the campaign team (optional)
confirm-words-help = Read by directors only. E-mail addresses and telephone numbers are removed from it.
confirm-note-kept = Thank you! Your note has been sent.
column-note = Note
notes-title = Notes from partners, { $edition }
