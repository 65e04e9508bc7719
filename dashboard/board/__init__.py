"""What the board is shown: the content of its scenes. The screen, the deck and the sheet dress it."""
