"""How wide a text is, and how to cut one that is too wide. Pure; in parts of the size of the letters.

The widths are those of Source Sans, regular and bold, accents left out; where another font stands in for it,
``ROOM`` covers the difference.
"""

import unicodedata
from functools import lru_cache
from typing import Final

ROOM: Final = 1.06
ELLIPSIS: Final = "…"
ROUNDING: Final = 1e-6
"""Room that was computed from the width itself is not less than it."""
_ASCII: Final = (
    "200 289 425 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 "
    "249 249 497 497 497 425 847 544 588 571 615 527 494 617 652 263 480 579 486 727 647 664 566 664 569 534 "
    "536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 "
    "547 542 555 555 347 419 338 544 467 718 446 467 425 303 241 303 497"
)
_BEYOND: Final = {
    "«": 429, "»": 429, "’": 249, "…": 948, "−": 497, "·": 249, "—": 800, "–": 480, "œ": 839, "æ": 785,
    "Ø": 664, "ø": 542, "ß": 576, "\u00a0": 202, "×": 497,
}  # fmt: skip
_WIDTHS: Final = {chr(32 + place): int(width) for place, width in enumerate(_ASCII.split())} | _BEYOND
_UNKNOWN: Final = 1000
_BOLD: Final = 1.07
_BOLDER: Final = dict.fromkeys("’·;:.,'I", 284) | {'"': 506, "!": 321, "f": 322, "x": 486, "r": 376, "}": 325}
"""Those whose bold form is wider than that."""


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text, a little more rather than a little less."""
    plain = unicodedata.normalize("NFD", text)
    letters = [letter for letter in plain if not unicodedata.combining(letter)]
    if bold:
        units = sum(_BOLDER.get(letter) or _WIDTHS.get(letter, _UNKNOWN) * _BOLD for letter in letters)
    else:
        units = sum(_WIDTHS.get(letter, _UNKNOWN) for letter in letters)
    return units / 1000 * size * ROOM


@lru_cache(maxsize=4096)
def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return the text, or as much of its beginning as the room takes, with an ellipsis."""
    if width(text, size, bold=bold) <= room + ROUNDING:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end].rstrip(" -,;") + ELLIPSIS
        if width(cut, size, bold=bold) <= room:
            return cut
    return ELLIPSIS


def lines(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """Cut a text between words into at most ``most`` lines, the last one shortened where it must be."""
    cut: list[str] = []
    words = text.split(" ")
    while words and len(cut) < most - 1:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size, bold=bold) <= room:
            line = f"{line} {words.pop(0)}"
        cut.append(shortened(line, size, room, bold=bold))
    rest = " ".join(words)
    return [*cut, shortened(rest, size, room, bold=bold)] if rest else cut or [""]
