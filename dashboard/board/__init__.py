"""What the board is shown: the content of its scenes, its preparation, and the big screen that shows it live.

The scenes are composed once; the screen, the deck and the sheet dress them. Not here: drawing (``drawing``).
"""
