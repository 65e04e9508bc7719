"""People over the editions: a line that stops where the series breaks, hollow marks for published totals."""

import math
from collections.abc import Sequence
from typing import Any

from dashboard import formats
from dashboard.drawing import axes, svg
from dashboard.drawing.kinds import Trend
from dashboard.drawing.letters import shortened, width
from dashboard.drawing.style import Style

LEGEND = 1.45
"""Of the small letters: from a line of the legend to the next."""


def draw(chart: Trend, across: int, down: int, style: Style) -> list[str]:
    """Draw the line, the published totals beside it, the years under and the legend under them."""
    points = [(int(row["edition"]), _number(row["value"])) for row in chart.table.to_dict("records")]
    published = [row for row in chart.published.to_dict("records") if not math.isnan(_number(row["value"]))]
    editions = sorted({*(edition for edition, _ in points), *(int(row["edition"]) for row in published)})
    if not editions:
        return []
    known = [
        value for value in [*(value for _, value in points), *(_number(row["value"]) for row in published)]
    ]
    highest = max((value for value in known if not math.isnan(value)), default=0.0)
    values = axes.marks(highest)
    entries = _entries(
        chart, published, [edition for edition in chart.breaks if editions[0] < edition <= editions[-1]]
    )
    legend = axes.legend(
        [(mark, shortened(words, style.small, across - style.small * 1.5)) for mark, words in entries],
        across,
        style,
    )
    bottom = down - len(legend) * LEGEND * style.small - 1.6 * style.small
    left = axes.room(values, style)
    right = across - max(style.small * 1.2, width("2000", style.small) / 2)
    top = style.size * 1.9
    start = left + width("2000", style.small) / 2
    scale = max(bottom - top, 1) / (highest or 1)
    pitch = (right - start) / max(editions[-1] - editions[0], 1)
    if len(editions) == 1:
        start, pitch = (start + right) / 2, 0.0

    def x(edition: float) -> float:
        return start + (edition - editions[0]) * pitch

    parts = axes.grid(values, left, across, bottom, scale, style)
    for edition in chart.breaks:
        if editions[0] < edition <= editions[-1]:
            parts.append(_break(x(edition - 0.5), top * 0.5, bottom, style))
    parts += _line(chart, points, x, bottom, scale, style)
    parts += [
        _published(str(row["basis"]), x(int(row["edition"])), bottom - _number(row["value"]) * scale, style)
        for row in published
    ]
    parts += _figures(chart, points, x, bottom, scale, across, style)
    parts += _years(chart, editions, x, bottom, style)
    for number, line in enumerate(legend):
        y = down - (len(legend) - number - 1) * LEGEND * style.small - style.small * 0.35
        parts += [part for place, mark, words in line for part in _entry(place, y, mark, words, style)]
    return parts


def _entries(
    chart: Trend, published: Sequence[dict[str, Any]], breaks: Sequence[int]
) -> list[tuple[str, str]]:
    bases = dict.fromkeys(str(row["basis"]) for row in published)
    entries = [("line", chart.value_name)] if bases or breaks else []
    entries += [(basis, chart.basis_names.get(basis, basis)) for basis in bases]
    return [*entries, *([("break", chart.break_name)] if breaks else [])]


def _line(
    chart: Trend, points: list[tuple[int, float]], x: Any, zero: float, scale: float, style: Style
) -> list[str]:
    runs: list[list[tuple[float, float]]] = [[]]
    for edition, value in sorted(points):
        if edition in chart.breaks or math.isnan(value):
            runs.append([])
        if not math.isnan(value):
            runs[-1].append((x(edition), zero - value * scale))
    parts = [
        svg.element(
            "polyline",
            points=" ".join(f"{across:.1f},{down:.1f}" for across, down in run),
            fill="none",
            stroke=style.palette.accent,
            stroke_width=style.size / 8,
            stroke_linejoin="round",
            stroke_linecap="round",
        )
        for run in runs
        if len(run) > 1
    ]
    for edition, value in points:
        if not math.isnan(value):
            radius = style.size * (0.32 if edition == chart.selected else 0.18)
            parts.append(
                svg.element(
                    "circle", cx=x(edition), cy=zero - value * scale, r=radius, fill=style.palette.accent
                )
            )
    return parts


def _figures(
    chart: Trend,
    points: list[tuple[int, float]],
    x: Any,
    zero: float,
    scale: float,
    across: int,
    style: Style,
) -> list[str]:
    """Write the figure of the chosen edition, then of the others where nothing is in the way."""
    known = [(edition, value) for edition, value in points if not math.isnan(value)]
    order = sorted(known, key=lambda point: (point[0] != chart.selected, -point[1]))
    taken: list[tuple[float, float]] = []
    parts = []
    for edition, value in order:
        bold = edition == chart.selected
        words = formats.number(value)
        half = width(words, style.size, bold=bold) / 2
        middle = min(max(x(edition), half), across - half)
        if any(
            low - style.size * 0.3 < middle + half and middle - half < high + style.size * 0.3
            for low, high in taken
        ):
            continue
        taken.append((middle - half, middle + half))
        y = zero - value * scale - style.size * 0.55
        parts.append(svg.text(middle, y, words, style, anchor="middle", bold=bold, halo=True))
    return parts


def _years(chart: Trend, editions: list[int], x: Any, zero: float, style: Style) -> list[str]:
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
    reach = style.small * 0.26
    outline = {"fill": style.palette.paper, "stroke": style.palette.muted, "stroke_width": style.small / 11}
    if basis == "target":
        return svg.element("rect", x=x - reach, y=y - reach, width=2 * reach, height=2 * reach, **outline)
    wide = reach * 1.3
    return svg.element(
        "path",
        d=f"M{x:.1f} {y - wide:.1f}L{x + wide:.1f} {y:.1f}L{x:.1f} {y + wide:.1f}L{x - wide:.1f} {y:.1f}Z",
        **outline,
    )


def _break(x: float, top: float, bottom: float, style: Style) -> str:
    dots = style.small / 10
    return svg.line(
        x, top, x, bottom, style.palette.muted, dots, stroke_dasharray=f"{dots:.1f} {dots * 2:.1f}"
    )


def _entry(x: float, y: float, mark: str, words: str, style: Style) -> list[str]:
    middle, size = y - style.small * 0.32, style.small
    if mark == "line":
        drawn = svg.line(x, middle, x + size, middle, style.palette.accent, style.size / 8)
    elif mark == "break":
        drawn = _break(x + size / 2, middle - size / 2, middle + size / 2, style)
    else:
        drawn = _published(mark, x + size / 2, middle, style)
    return [drawn, svg.text(x + size * 1.5, y, words, style, size=size)]


def _number(value: object) -> float:
    return float(value) if value is not None and value == value else math.nan  # type: ignore[arg-type]
