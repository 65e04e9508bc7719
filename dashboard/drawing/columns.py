"""Columns, one a moment: its figure above, what is apart within it hatched at its foot, a mark for before."""

import math
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard import formats
from dashboard.drawing import svg
from dashboard.drawing.kinds import Words
from dashboard.drawing.letters import width
from dashboard.drawing.style import Style

WIDE: Final = 0.74
"""Of the room of a column."""
HATCH: Final = 0.45
"""Of the size of the letters: from a line of the hatching to the next."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Columns(Words):
    """One column a moment, in the order of the table.

    Attributes:
        table: ``lines`` (what stands under the column), ``at`` (its place, in columns), ``value``, ``part``
            (hatched, within it), ``previous`` (missing: no mark) and ``is_hollow``.
        part_name: what is hatched; ``previous_name``, what the thin mark is; empty where there is none.
    """

    table: pd.DataFrame
    part_name: str
    previous_name: str


def draw(chart: Columns, across: int, down: int, style: Style) -> list[str]:
    """Draw the columns under a line that names the marks."""
    rows = chart.table.to_dict("records")
    if not rows:
        return []
    foot = down - style.size * 2.6
    top = style.size * 3.2
    known = [float(row[name]) for row in rows for name in ("value", "previous") if not math.isnan(row[name])]
    scale = (foot - top) / (max(known) or 1)
    unit = across / (rows[-1]["at"] - rows[0]["at"] + 1)
    parts = _key(chart, style)
    for row in rows:
        middle = (row["at"] - rows[0]["at"] + 0.5) * unit
        left, wide = middle - unit * WIDE / 2, unit * WIDE
        value, part = float(row["value"]), float(row["part"])
        edge = style.palette.muted if row["is_hollow"] else style.palette.accent
        fill = style.palette.paper if row["is_hollow"] else style.palette.accent
        parts.append(
            svg.box(left, foot - value * scale, wide, value * scale, fill, stroke=edge, stroke_width=2)
        )
        parts += _hatching(left, foot - part * scale, wide, part * scale, style)
        highest = value
        if not math.isnan(row["previous"]):
            highest = max(value, float(row["previous"]))
            parts += _mark(left, wide, foot - float(row["previous"]) * scale, style)
        above = foot - highest * scale - style.size * 0.45
        parts.append(
            svg.text(
                middle, above, formats.number(value), style, size=style.small, bold=True, anchor="middle"
            )
        )
        for number, words in enumerate(row["lines"]):
            base = foot + style.small * 1.2 * (number + 1)
            parts.append(svg.text(middle, base, words, style, size=style.small, anchor="middle"))
    parts.append(svg.line(0, foot, across, foot, style.palette.muted, style.size / 18))
    return parts


def _hatching(left: float, top: float, wide: float, high: float, style: Style) -> list[str]:
    """Slanted lines within a box, each cut at its edges: a pattern would refer to something else."""
    step, parts = style.size * HATCH, []
    start = step
    while start < wide + high:
        x1, y1 = (left + start, top) if start <= wide else (left + wide, top + start - wide)
        x2, y2 = (left, top + start) if start <= high else (left + start - high, top + high)
        parts.append(svg.line(x1, y1, x2, y2, style.palette.paper, style.size / 12))
        start += step
    return parts


def _mark(left: float, wide: float, y: float, style: Style) -> list[str]:
    reach = wide * 0.12
    ends = (left - reach, y, left + wide + reach, y)
    return [
        svg.line(*ends, style.palette.paper, style.size / 4),
        svg.line(*ends, style.palette.text, style.size / 10),
    ]


def _key(chart: Columns, style: Style) -> list[str]:
    parts, x, y = [], 0.0, style.size * 0.9
    box = style.size * 0.9
    if chart.part_name:
        parts.append(svg.box(x, y - box * 0.85, box, box, style.palette.accent))
        parts += _hatching(x, y - box * 0.85, box, box, style)
        parts.append(svg.text(x + box * 1.4, y, chart.part_name, style, size=style.small))
        x += box * 1.4 + width(chart.part_name, style.small) + style.size * 1.4
    if chart.previous_name:
        parts.append(svg.line(x, y - box * 0.35, x + box * 1.3, y - box * 0.35, style.palette.text, 2.5))
        parts.append(svg.text(x + box * 1.7, y, chart.previous_name, style, size=style.small))
    return parts
