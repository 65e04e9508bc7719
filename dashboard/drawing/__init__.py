"""Charts drawn by ourselves: a chart, a size and a style give the text of an SVG. Pure.

Vector, with real text, for what Plotly cannot reach: the board's screen without Streamlit, a typeset sheet, a
file to keep. Not here: the charts of the pages (``charts``), and what is said with them (``board``).
"""

from dashboard.drawing.draw import draw
from dashboard.drawing.kinds import Bars, Chart, Map, Names, Range, Trend
from dashboard.drawing.picture import font_folder, png
from dashboard.drawing.style import PAPER, SCREEN, SCREEN_DARK, Style

__all__ = [
    "PAPER",
    "SCREEN",
    "SCREEN_DARK",
    "Bars",
    "Chart",
    "Map",
    "Names",
    "Range",
    "Style",
    "Trend",
    "draw",
    "font_folder",
    "png",
]
