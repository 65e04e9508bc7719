"""The colours of every figure, on light and on dark.

Audiences keep their colour on every page, in the order of ``AUDIENCES``; the dark set is the same
family of hues, lightened where it would sink into the ground. Not here: Streamlit's own theme file.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Palette:
    """The colours one figure needs.

    ``map_classes`` run from few to many, ``diverging_classes`` from the largest loss to the largest gain.
    ``paper`` is the page behind the figure: figures are transparent and use it only for halos and hollows.
    """

    accent: str
    decrease: str
    muted: str
    quiet: str
    text: str
    grid: str
    surface: str
    paper: str
    water: str
    nothing: str
    map_classes: tuple[str, ...]
    diverging_classes: tuple[str, ...]
    audiences: tuple[str, ...]


LIGHT: Final = Palette(
    accent="#0B6B4B",
    decrease="#A8501E",
    muted="#5C6B63",
    quiet="#B4C2BA",
    text="#17241E",
    grid="#D9E3DD",
    surface="#F4F8F5",
    paper="#FFFFFF",
    water="#DCE9F0",
    nothing="#DCDCD8",
    map_classes=("#D8EEE1", "#A9DABF", "#6BBF95", "#2F9E6B", "#0B5D3F"),
    diverging_classes=("#A8501E", "#E5B089", "#F7EFD8", "#8CCBAA", "#0B6B4B"),
    audiences=(
        "#332288", "#88CCEE", "#44AA99", "#117733", "#999933", "#DDCC77", "#CC6677", "#882255", "#AA4499",
    ),
)  # fmt: skip

DARK: Final = Palette(
    accent="#4CC38A",
    decrease="#F0A36B",
    muted="#9DAFA5",
    quiet="#4C5D54",
    text="#E8F0EB",
    grid="#2B3A33",
    surface="#16211C",
    paper="#0F1714",
    water="#1C2F3A",
    nothing="#33373A",
    map_classes=("#1B5A40", "#237F59", "#2F9A6B", "#5BBF93", "#98DDBD"),
    diverging_classes=("#F0A36B", "#8A5530", "#5E5842", "#2C7F5B", "#5CD69B"),
    audiences=(
        "#9A8CF0", "#88CCEE", "#44AA99", "#45B36B", "#B8B84D", "#DDCC77", "#E08A97", "#D6669E", "#CC7FC4",
    ),
)  # fmt: skip
