"""How a drawing is dressed: colours, sizes of letters, font. One drawing, several clothes.

Not here: what is drawn (``kinds``), where the font's files are (``picture``).
"""

from dataclasses import dataclass
from typing import Final

from dashboard.palette import DARK, LIGHT, Palette

FAMILY: Final = "Source Sans Pro, Source Sans, sans-serif"
"""Files embed the first (``picture.fonts``); Streamlit serves browsers the second, the same letters."""


@dataclass(frozen=True)
class Style:
    """Colours and sizes, in the unit of the drawing's width and height.

    ``size`` is of labels and figures, ``small`` of axes and legends. On a screen drawn at 1920 × 1080 nothing
    that must be read is under 44 pixels, whatever share of it the drawing takes.
    """

    palette: Palette
    size: float
    small: float
    family: str = FAMILY


SCREEN: Final = Style(LIGHT, 46, 44)
SCREEN_DARK: Final = Style(DARK, 46, 44)
PAPER: Final = Style(LIGHT, 9, 8)
"""In points, for a sheet of letter size."""
