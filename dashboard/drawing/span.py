"""One edition against the earlier ones by days to the opening, and the range where it may end."""

import math
from typing import Any

from dashboard import formats
from dashboard.drawing import axes, svg
from dashboard.drawing.kinds import Range
from dashboard.drawing.letters import lines, width
from dashboard.drawing.style import Style


def draw(chart: Range, across: int, down: int, style: Style) -> list[str]:
    """Draw a thin line an earlier edition, a thick one for the chosen one, and an upright for the range."""
    table = chart.table.dropna(subset=["value"])
    if table.empty:
        return []
    ends = [value for value in (chart.low, chart.high) if value is not None]
    highest = max([*table["value"].tolist(), *ends])
    values = axes.marks(highest)
    first, last = int(table["day"].min()), int(table["day"].max())
    left = axes.room(values, style)
    after = width("2000", style.small, bold=True) + style.small * 0.6
    if ends:
        after = max(
            after, *(width(formats.number(value), style.size, bold=True) + style.size for value in ends)
        )
    right = across - after
    legend = lines(chart.projection_name, style.small, across - 1.5 * style.small, 2) if ends else []
    zero = down - (1.5 + 1.4 + 1.4 * len(legend)) * style.small
    top = style.size
    scale = max(zero - top, 1) / (highest or 1)
    pitch = (right - left) / max(last - first, 1)

    def x(day: float) -> float:
        return left + (day - first) * pitch

    parts = axes.grid(values, left, right, zero, scale, style)
    if ends:
        low, high = min(ends), max(ends)
        parts += _projection(low, high, right, zero, scale, style)
    parts += _lines(chart, x, right, zero, scale, style, named=not ends)
    parts += _days(chart, first, last, x, zero, across, style)
    for number, line in enumerate(legend):
        y = down - (len(legend) - number - 1) * 1.4 * style.small - 0.35 * style.small
        if number == 0:
            parts.append(
                svg.box(0, y - style.small * 0.8, style.small * 0.5, style.small, style.palette.accent, rx=2)
            )
        parts.append(svg.text(style.small, y, line, style, size=style.small, whole=chart.projection_name))
    return parts


def _lines(
    chart: Range, x: Any, right: float, zero: float, scale: float, style: Style, *, named: bool
) -> list[str]:
    parts = []
    written: list[float] = []
    editions = sorted(chart.table["edition"].unique(), key=lambda edition: edition == chart.selected)
    for edition in editions:
        rows = chart.table[chart.table["edition"] == edition].dropna(subset=["value"]).sort_values("day")
        if rows.empty:
            continue
        chosen = edition == chart.selected
        points = [
            (x(day), zero - value * scale) for day, value in zip(rows["day"], rows["value"], strict=True)
        ]
        colour = style.palette.accent if chosen else style.palette.muted
        parts.append(
            svg.element(
                "polyline",
                svg.element("title", str(edition)),
                points=" ".join(f"{across:.1f},{down:.1f}" for across, down in points),
                fill="none",
                stroke=colour,
                stroke_width=style.size / (7 if chosen else 18),
                stroke_linejoin="round",
                stroke_linecap="round",
            )
        )
        end_x, end_y = points[-1]
        if chosen:
            parts.append(svg.element("circle", cx=end_x, cy=end_y, r=style.size * 0.3, fill=colour))
            words = f"{edition}"
            half = width(words, style.size, bold=True) / 2
            middle = max(min(end_x, right - half), x(int(chart.table["day"].min())) + half)
            parts.append(
                svg.text(
                    middle, end_y - style.size * 0.6, words, style, anchor="middle", bold=True, halo=True
                )
            )
        elif named and all(abs(end_y - other) >= style.small for other in written):
            written.append(end_y)
            parts.append(
                svg.text(
                    right + style.small * 0.3,
                    end_y + style.small * 0.35,
                    str(edition),
                    style,
                    size=style.small,
                )
            )
    return parts


def _projection(low: float, high: float, at: float, zero: float, scale: float, style: Style) -> list[str]:
    above, below = zero - high * scale, zero - low * scale
    wide = style.size * 0.45
    parts = [
        svg.box(at - wide / 2, above, wide, max(below - above, wide / 3), style.palette.accent, rx=wide / 4)
    ]
    x = at + style.size * 0.6
    upper, lower = above, below
    if lower - upper < style.size * 1.1:
        middle = (upper + lower) / 2
        upper, lower = middle - style.size * 0.55, middle + style.size * 0.55
    words = [(upper, high)] if math.isclose(low, high) else [(upper, high), (lower, low)]
    parts += [
        svg.text(x, y + style.size * 0.35, formats.number(value), style, bold=True) for y, value in words
    ]
    return parts


def _days(chart: Range, first: int, last: int, x: Any, zero: float, across: int, style: Style) -> list[str]:
    step = next((size for size in (1, 2, 5, 7, 10, 14, 30, 60, 90) if (last - first) / size <= 6), 180)
    days = [day for day in range(first - first % step, last + 1, step) if day >= first]
    words = [chart.day_pattern.format(day=formats.signed(day) if day else "") for day in days]
    places = [x(day) for day in days]
    opening = [days.index(0)] if 0 in days else []
    parts = [
        svg.text(
            places[index], zero + 1.2 * style.small, words[index], style, size=style.small, anchor="middle"
        )
        for index in axes.apart(places, words, style, opening)
    ]
    name = lines(chart.day_name, style.small, across, 1)[0]
    parts.append(svg.text(across, zero + 2.6 * style.small, name, style, size=style.small, anchor="end"))
    return parts
