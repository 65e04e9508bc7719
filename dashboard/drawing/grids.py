"""A grid of coloured cells: two things crossed, a figure in each cell, in the colours of the pages."""

import math
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard import formats, heatmaps
from dashboard.drawing import svg
from dashboard.drawing.kinds import Words
from dashboard.drawing.letters import lines, shortened, width
from dashboard.drawing.style import Style

ROW: Final = 1.75
"""Of the size of the letters: the height of a row."""
LABELS: Final = 0.32
"""Of the width, at most, for the names of the rows."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Grid(Words):
    """Two things crossed.

    Attributes:
        table: ``row``, ``column``, ``value`` (people, or a ratio); a pair that is not there is a dash.
        rows: names in their order; ``columns`` too.
        is_share: the values are ratios.
    """

    table: pd.DataFrame
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    is_share: bool = False


def height(chart: Grid, style: Style) -> int:
    """How high a grid is."""
    return round((len(chart.rows) * ROW + _head(chart) * 1.15 + 0.6) * style.size)


def draw(chart: Grid, across: int, style: Style) -> list[str]:
    """Draw the cells; colour follows the square root, so that one large cell does not flatten the others."""
    grid = chart.table.pivot_table(
        index="row", columns="column", values="value", aggfunc="sum", min_count=1, observed=True
    ).reindex(index=list(chart.rows), columns=list(chart.columns))
    highest = float(grid.max().max()) if grid.notna().any().any() else 1.0
    widest = max((width(row, style.size) for row in chart.rows), default=0)
    left = min(widest, LABELS * across) + style.size * 0.6
    wide = (across - left) / max(len(chart.columns), 1)
    top = (_head(chart) * 1.15 + 0.6) * style.size
    size = style.small if _head(chart) == 1 else style.small * 0.9
    parts = []
    for place, column in enumerate(chart.columns):
        cut = _cut(column, size, wide * 0.94, _head(chart))
        for number, words in enumerate(cut):
            base = top - style.size * 0.6 - (len(cut) - 1 - number) * size * 1.15
            middle = left + wide * (place + 0.5)
            parts.append(svg.text(middle, base, words, style, size=size, anchor="middle", whole=column))
    for number, row in enumerate(chart.rows):
        y = top + number * ROW * style.size
        base = y + ROW * style.size * 0.5 + style.size * 0.35
        parts.append(svg.text(0, base, shortened(row, style.size, left), style, whole=row))
        for place, value in enumerate(grid.loc[row]):
            parts += _cell(chart, float(value), highest, left + wide * place, y, wide, base, style)
    return parts


def _cell(
    chart: Grid, value: float, highest: float, x: float, y: float, wide: float, base: float, style: Style
) -> list[str]:
    words, ink, parts = formats.MISSING, style.palette.muted, []
    if not math.isnan(value):
        strength = math.sqrt(max(value, 0) / (highest or 1))
        colour = heatmaps.shade(style.palette, strength)
        ink = heatmaps.ink(style.palette, strength)
        parts.append(svg.box(x + 1, y + 1, wide - 2, ROW * style.size - 2, colour))
        words = formats.percent(value) if chart.is_share else formats.number(value)
    size = min(style.small, style.small * wide * 0.94 / max(width(words, style.small), 1))
    return [*parts, svg.text(x + wide / 2, base, words, style, size=size, anchor="middle", fill=ink)]


def _cut(name: str, size: float, room: float, most: int) -> list[str]:
    """The lines of a column's name, cut between words and after hyphens."""
    return [line.replace("- ", "-") for line in lines(name.replace("-", "- "), size, room, most)]


def _head(chart: Grid) -> int:
    """Lines above the columns: years take one, names up to four."""
    return 1 if all(len(column) <= 6 for column in chart.columns) else 4
