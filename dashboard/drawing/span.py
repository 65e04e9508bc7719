"""One edition against the earlier ones by days to the opening, and the courses that it may take."""

import math
from collections.abc import Callable

import pandas as pd

from dashboard import formats
from dashboard.drawing import axes, svg
from dashboard.drawing.kinds import Range
from dashboard.drawing.letters import lines, width
from dashboard.drawing.style import Style

LEGEND = 1.4
"""Of the small letters: from a line of the legend to the next."""
Axis = Callable[[float], float]


def draw(chart: Range, across: int, down: int, style: Style) -> list[str]:
    """Draw a thin line an earlier edition, a thick one for the chosen one, and the band of its courses."""
    table = chart.table.dropna(subset=["value"])
    if table.empty:
        return []
    band = chart.band.dropna().sort_values("day")
    ends = [float(band["low"].iloc[-1]), float(band["high"].iloc[-1])] if len(band) else []
    highest = float(max([table["value"].max(), *band["high"].tolist()]))
    values = axes.marks(highest)
    first, last = int(min([table["day"].min(), *band["day"]])), int(max([table["day"].max(), *band["day"]]))
    left = axes.room(values, style)
    after = max(
        [
            width("2000", style.small) + style.small * 0.6,
            *(width(formats.number(value), style.size, bold=True) + style.size * 0.6 for value in ends),
        ]
    )
    right = across - after
    legend = lines(chart.projection_name, style.small, across - 1.5 * style.small, 2) if ends else []
    zero = down - (2.9 + LEGEND * len(legend)) * style.small
    scale = max(zero - 1.6 * style.size, 1) / (highest or 1)

    def x(day: float) -> float:
        return left + (day - first) * (right - left) / max(last - first, 1)

    def y(value: float) -> float:
        return zero - value * scale

    parts = axes.grid(values, left, right, zero, scale, style)
    if len(band):
        parts.append(_band(band, x, y, style))
    parts += _lines(chart, x, y, right, style, is_named=not ends)
    parts += _ends(ends, right, y, style)
    parts += _days(chart, first, last, x, zero, across, style)
    for number, line in enumerate(legend):
        base = down - (len(legend) - number - 1) * LEGEND * style.small - 0.35 * style.small
        if number == 0:
            parts.append(_swatch(0, base - style.small * 0.8, style.small, style))
        parts.append(
            svg.text(1.5 * style.small, base, line, style, size=style.small, whole=chart.projection_name)
        )
    return parts


def _band(band: pd.DataFrame, x: Axis, y: Axis, style: Style) -> str:
    upper = [(x(day), y(value)) for day, value in zip(band["day"], band["high"], strict=True)]
    lower = [(x(day), y(value)) for day, value in zip(band["day"], band["low"], strict=True)]
    return svg.element(
        "polygon",
        points=svg.points([*upper, *reversed(lower)]),
        fill=style.palette.accent,
        fill_opacity=0.25,
        stroke=style.palette.accent,
        stroke_width=style.size / 20,
        stroke_linejoin="round",
    )


def _swatch(x: float, y: float, size: float, style: Style) -> str:
    return svg.box(
        x,
        y,
        size,
        size,
        style.palette.accent,
        fill_opacity=0.25,
        stroke=style.palette.accent,
        stroke_width=style.size / 20,
    )


def _lines(chart: Range, x: Axis, y: Axis, right: float, style: Style, *, is_named: bool) -> list[str]:
    parts = []
    written: list[float] = []
    for edition in sorted(chart.table["edition"].unique(), key=lambda edition: edition == chart.selected):
        rows = chart.table[chart.table["edition"] == edition].dropna(subset=["value"]).sort_values("day")
        if rows.empty:
            continue
        is_chosen = edition == chart.selected
        course = [(x(day), y(value)) for day, value in zip(rows["day"], rows["value"], strict=True)]
        colour = style.palette.accent if is_chosen else style.palette.muted
        parts.append(
            svg.element(
                "polyline",
                svg.element("title", svg.safe(str(edition))),
                points=svg.points(course),
                fill="none",
                stroke=colour,
                stroke_width=style.size / (7 if is_chosen else 18),
                stroke_linejoin="round",
                stroke_linecap="round",
            )
        )
        end_x, end_y = course[-1]
        if is_chosen:
            words = f"{edition} · {formats.number(rows['value'].iloc[-1])}"
            half = width(words, style.size, bold=True) / 2
            middle = max(min(end_x, right - half), x(int(chart.table["day"].min())) + half)
            above = end_y - style.size * 0.6
            parts += [
                svg.element("circle", cx=end_x, cy=end_y, r=style.size * 0.28, fill=colour),
                svg.text(middle, above, words, style, anchor="middle", bold=True, halo=True),
            ]
        elif is_named and all(abs(end_y - other) >= style.small for other in written):
            written.append(end_y)
            start = right + style.small * 0.3
            parts.append(svg.text(start, end_y + style.small * 0.35, str(edition), style, size=style.small))
    return parts


def _ends(ends: list[float], at: float, y: Axis, style: Style) -> list[str]:
    """Write where the band ends: its most above its least, apart enough to be read."""
    if not ends:
        return []
    low, high = min(ends), max(ends)
    upper, lower = y(high), y(low)
    if lower - upper < style.size * 1.1:
        middle = (upper + lower) / 2
        upper, lower = middle - style.size * 0.55, middle + style.size * 0.55
    words = [((upper + lower) / 2, high)] if math.isclose(low, high) else [(upper, high), (lower, low)]
    return [
        svg.text(at + style.size * 0.4, place + style.size * 0.35, formats.number(value), style, bold=True)
        for place, value in words
    ]


def _days(chart: Range, first: int, last: int, x: Axis, zero: float, across: int, style: Style) -> list[str]:
    step = next((size for size in (1, 2, 5, 7, 10, 14, 30, 60, 90) if (last - first) / size <= 6), 180)
    days = [day for day in range(first - first % step, last + 1, step) if day >= first]
    words = [chart.day_pattern.format(day=formats.signed(day) if day else "") for day in days]
    halves = [width(word, style.small) / 2 for word in words]
    places = [min(max(x(day), half), across - half) for day, half in zip(days, halves, strict=True)]
    opening = [days.index(0)] if 0 in days else []
    base = zero + 1.2 * style.small
    parts = [
        svg.text(places[index], base, words[index], style, size=style.small, anchor="middle")
        for index in axes.apart(places, words, style, opening)
    ]
    name = lines(chart.day_name, style.small, across, 1)[0]
    base = zero + 2.5 * style.small
    return [
        *parts,
        svg.text(across, base, name, style, size=style.small, anchor="end", whole=chart.day_name),
    ]
