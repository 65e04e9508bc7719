"""What the largest make together: a curve from the top, with a mark where it is half.

The drawing of ``partner_charts.concentration``, for where Plotly cannot go.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard import formats
from dashboard.drawing import axes, svg
from dashboard.drawing.kinds import Words
from dashboard.drawing.letters import shortened, width
from dashboard.drawing.style import Style

Axis = Callable[[float], float]
Point = tuple[float, float]

QUARTERS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
FINEST: Final = 2.0
"""Units between two points of the line: closer ones cannot be told apart."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Curve(Words):
    """A share that adds up, from the largest on.

    Attributes:
        table: ``rank`` (from 1) and ``share`` (ratio, missing counts zero), in order.
        half: the rank at which half is made, if any; ``half_name`` is written there.
        value_name, rank_name: what the two axes are.
    """

    table: pd.DataFrame
    half: int | None
    half_name: str
    value_name: str
    rank_name: str


def draw(chart: Curve, across: int, down: int, style: Style) -> list[str]:
    """Draw the curve over its quarters, the mark of the half, and what each axis is."""
    written = [formats.percent(part) for part in QUARTERS]
    left = max(width(words, style.small) for words in written) + style.small * 0.6
    top, zero = 2.2 * style.small, down - 2.9 * style.small
    last = max(len(chart.table), 1)

    def x(rank: float) -> float:
        return left + rank * (across - left) / last

    def y(share: float) -> float:
        return zero - share * (zero - top)

    parts = [svg.text(0, style.small, chart.value_name, style, size=style.small, bold=True)]
    for part, words in zip(QUARTERS, written, strict=True):
        colour = style.palette.grid if part else style.palette.text
        parts += [
            svg.line(left, y(part), across, y(part), colour, style.small / 22),
            svg.text(
                left - style.small * 0.5,
                y(part) + style.small * 0.35,
                words,
                style,
                size=style.small,
                anchor="end",
            ),
        ]
    course = _course(chart, x, y)
    parts += [
        svg.element(
            "polygon",
            points=svg.points([(x(0), zero), *course, (course[-1][0], zero)]),
            fill=style.palette.accent,
            fill_opacity=0.12,
        ),
        svg.element(
            "polyline",
            points=svg.points(course),
            fill="none",
            stroke=style.palette.accent,
            stroke_width=style.size / 7,
            stroke_linejoin="round",
        ),
        *_half(chart, x, y, across, style),
        *_ranks(last, x, zero, across, style),
    ]
    name = shortened(chart.rank_name, style.small, across)
    base = zero + 2.6 * style.small
    return [
        *parts,
        svg.text(across, base, name, style, size=style.small, anchor="end", whole=chart.rank_name),
    ]


def _course(chart: Curve, x: Axis, y: Axis) -> list[Point]:
    """The points of the line, from nobody; those too close to be told apart left out, save the last."""
    points = [(x(0), y(0))]
    rows = list(zip(chart.table["rank"], chart.table["share"].fillna(0), strict=True))
    for number, (rank, share) in enumerate(rows, 1):
        place = x(float(rank)), y(float(share))
        if number == len(rows) or math.dist(place, points[-1]) >= FINEST:
            points.append(place)
    return points


def _half(chart: Curve, x: Axis, y: Axis, across: int, style: Style) -> list[str]:
    """Mark the rank at which half is made, its words beside it where there is nothing."""
    if chart.half is None:
        return []
    share = float(chart.table.loc[chart.table["rank"] == chart.half, "share"].iloc[0])
    place, base = x(chart.half), y(share)
    start = place + style.size * 0.7
    words = shortened(chart.half_name, style.size, across - start, bold=True)
    return [
        svg.element(
            "circle",
            cx=place,
            cy=base,
            r=style.size * 0.32,
            fill=style.palette.accent,
            stroke=style.palette.paper,
            stroke_width=style.size / 10,
        ),
        svg.text(start, base + style.size * 1.1, words, style, bold=True, whole=chart.half_name, halo=True),
    ]


def _ranks(last: int, x: Axis, zero: float, across: int, style: Style) -> list[str]:
    values = axes.marks(last, 6)
    words = [formats.number(value) for value in values]
    halves = [width(word, style.small) / 2 for word in words]
    places = [min(max(x(value), half), across - half) for value, half in zip(values, halves, strict=True)]
    base = zero + 1.3 * style.small
    return [
        svg.text(places[index], base, words[index], style, size=style.small, anchor="middle")
        for index in axes.apart(places, words, style)
    ]
