"""People over the editions: a line that stops where the series breaks, hollow marks for published totals."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from dashboard import formats
from dashboard.drawing import axes, svg
from dashboard.drawing.kinds import Trend
from dashboard.drawing.letters import shortened, width
from dashboard.drawing.style import Style

LEGEND = 1.4
"""Of the small letters: from a line of the legend to the next."""
Axis = Callable[[float], float]
Point = tuple[float, float]


@dataclass
class Taken:
    """The room that words and lines have taken, so that no word covers another nor the line."""

    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    course: list[Point] = field(default_factory=list)

    def is_free(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Tell whether nothing is in a box yet."""
        return not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for other in self.boxes
        ) and not any(left < x < right and top < y < bottom for x, y in self.course)


def draw(chart: Trend, across: int, down: int, style: Style) -> list[str]:
    """Draw the line, the published totals beside it, the years under and the legend under them."""
    points = [(int(row["edition"]), _number(row["value"])) for row in chart.table.to_dict("records")]
    published = [row for row in chart.published.to_dict("records") if not math.isnan(_number(row["value"]))]
    editions = sorted({*(edition for edition, _ in points), *(int(row["edition"]) for row in published)})
    if not editions:
        return []
    breaks = [edition for edition in chart.breaks if editions[0] < edition <= editions[-1]]
    known = [value for _, value in points if not math.isnan(value)]
    highest = max([*known, *(_number(row["value"]) for row in published), 0.0])
    values = axes.marks(highest)
    legend = axes.legend(_entries(chart, published, breaks), across, style)
    zero = down - (len(legend) * LEGEND + 1.6) * style.small
    left = axes.room(values, style)
    half = width("2000", style.small, bold=True) / 2
    scale = max(zero - 1.9 * style.size, 1) / (highest or 1)
    first, last = left + half, across - half
    if len(editions) == 1:
        first = last = (first + last) / 2

    def x(edition: float) -> float:
        return first + (edition - editions[0]) * (last - first) / max(editions[-1] - editions[0], 1)

    def y(value: float) -> float:
        return zero - value * scale

    parts = axes.grid(values, left, across, zero, scale, style)
    parts += [_break(x(edition - 0.5), style.size * 0.6, zero, style) for edition in breaks]
    runs = _runs(chart, points, x, y)
    parts += [_run(run, style) for run in runs if len(run) > 1]
    parts += [
        _dot(chart, edition, x(edition), y(value), style) for edition, value in points if value == value
    ]
    parts += [
        _published(str(row["basis"]), x(int(row["edition"])), y(_number(row["value"])), style)
        for row in published
    ]
    taken = Taken([(0, zero, across, down)], [point for run in runs for point in _along(run, style.size / 4)])
    parts += _figures(chart, points, x, y, across, taken, style)
    parts += _years(chart, editions, x, zero, style)
    for number, line in enumerate(legend):
        base = down - (len(legend) - number - 1) * LEGEND * style.small - style.small * 0.35
        parts += [
            part for place, mark, words in line for part in _entry(place, base, mark, words, across, style)
        ]
    return parts


def _entries(
    chart: Trend, published: Sequence[dict[str, Any]], breaks: Sequence[int]
) -> list[tuple[str, str]]:
    bases = dict.fromkeys(str(row["basis"]) for row in published)
    entries = [("line", chart.value_name)] if bases or breaks else []
    entries += [(basis, chart.basis_names.get(basis, basis)) for basis in bases]
    return [*entries, *([("break", chart.break_name)] if breaks else [])]


def _runs(chart: Trend, points: Sequence[Point], x: Axis, y: Axis) -> list[list[Point]]:
    """Cut the line before each break and around each gap."""
    runs: list[list[Point]] = [[]]
    for edition, value in sorted(points):
        if edition in chart.cuts or math.isnan(value):
            runs.append([])
        if not math.isnan(value):
            runs[-1].append((x(edition), y(value)))
    return [run for run in runs if run]


def _run(run: Sequence[Point], style: Style) -> str:
    return svg.element(
        "polyline",
        points=svg.points(run),
        fill="none",
        stroke=style.palette.accent,
        stroke_width=style.size / 8,
        stroke_linejoin="round",
        stroke_linecap="round",
    )


def _dot(chart: Trend, edition: int, x: float, y: float, style: Style) -> str:
    radius = style.size * (0.26 if edition == chart.selected else 0.17)
    return svg.element(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        fill=style.palette.paper if edition == chart.under_way else style.palette.accent,
        stroke=style.palette.accent,
        stroke_width=style.size / 12,
    )


def _along(run: Sequence[Point], step: float) -> list[Point]:
    """Places along a line, close enough that no word slips between two."""
    places = list(run)
    for (x1, y1), (x2, y2) in pairwise(run):
        count = int(math.hypot(x2 - x1, y2 - y1) / step)
        places += [(x1 + (x2 - x1) * k / count, y1 + (y2 - y1) * k / count) for k in range(1, count)]
    return places


def _figures(
    chart: Trend, points: Sequence[Point], x: Axis, y: Axis, across: int, taken: Taken, style: Style
) -> list[str]:
    """Write the figure of the chosen edition, then of the others, above or under, where nothing is."""
    known = [(edition, value) for edition, value in points if not math.isnan(value)]
    parts = []
    for edition, value in sorted(known, key=lambda point: (point[0] != chart.selected, -point[1])):
        is_bold = edition == chart.selected
        words = formats.number(value)
        wide = width(words, style.size, bold=is_bold)
        middle = min(max(x(edition), wide / 2), across - wide / 2)
        for base in (y(value) - style.size * 0.55, y(value) + style.size * 1.2):
            box = (middle - wide / 2, base - style.size * 0.75, middle + wide / 2, base + style.size * 0.1)
            if is_bold or taken.is_free(*box):
                air = style.size * 0.25
                taken.boxes.append((box[0] - air, box[1] - air, box[2] + air, box[3] + air))
                parts.append(svg.text(middle, base, words, style, anchor="middle", bold=is_bold, halo=True))
                break
    return parts


def _years(chart: Trend, editions: list[int], x: Axis, zero: float, style: Style) -> list[str]:
    places, words = [x(edition) for edition in editions], [str(edition) for edition in editions]
    first = [editions.index(chart.selected)] if chart.selected in editions else []
    return [
        svg.text(
            places[index],
            zero + 1.2 * style.small,
            words[index],
            style,
            size=style.small,
            anchor="middle",
            bold=editions[index] == chart.selected,
        )
        for index in axes.apart(places, words, style, first)
    ]


def _published(basis: str, x: float, y: float, style: Style) -> str:
    reach = style.small * 0.28
    outline = {"fill": "none", "stroke": style.palette.text, "stroke_width": style.small / 12}
    if basis == "target":
        return svg.element("rect", x=x - reach, y=y - reach, width=2 * reach, height=2 * reach, **outline)
    wide = reach * 1.4
    corners = [(x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y)]
    return svg.element("polygon", points=svg.points(corners), **outline)


def _break(x: float, top: float, bottom: float, style: Style) -> str:
    dots = style.small / 10
    dashes = f"{dots:.1f} {dots * 2:.1f}"
    return svg.line(x, top, x, bottom, style.palette.muted, dots, stroke_dasharray=dashes)


def _entry(x: float, y: float, mark: str, words: str, across: int, style: Style) -> list[str]:
    middle, size = y - style.small * 0.32, style.small
    if mark == "line":
        drawn = svg.line(x, middle, x + size, middle, style.palette.accent, style.size / 8)
    elif mark == "break":
        drawn = _break(x + size / 2, middle - size / 2, middle + size / 2, style)
    else:
        drawn = _published(mark, x + size / 2, middle, style)
    start = x + size * 1.5
    return [
        drawn,
        svg.text(start, y, shortened(words, size, across - start), style, size=size, whole=words),
    ]


def _number(value: object) -> float:
    return float(value) if value is not None and value == value else math.nan  # type: ignore[arg-type]
