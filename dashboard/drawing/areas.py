"""The map: places of the inhabited territory by class, the outlines of the MRCs, a legend."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dashboard.drawing import svg
from dashboard.drawing.axes import flowed
from dashboard.drawing.kinds import Map
from dashboard.drawing.letters import lines, shortened, width
from dashboard.drawing.outlines import Outlines, Path, outlines
from dashboard.drawing.style import Style
from dashboard.map_classes import Look, looks, polygon

ROW: Final = 1.4
"""Of the small letters: from an entry of the legend to the next."""
NAMED: Final = 4
"""Places named on the map at most: those with the most people, for whoever looks for their way."""


def draw(chart: Map, across: int, down: int, style: Style) -> list[str]:
    """Draw the map beside its legend, or above it: whichever leaves the map larger."""
    shapes = outlines(chart.level)
    legend, drawn, _ = looks(
        chart.table, style.palette, chart.measure, chart.status_names, chart.range_pattern
    )
    gap = style.small * 0.8
    wide = min(max((_entry_width(look, style) for look in legend), default=0), 0.45 * across)
    heading = lines(chart.value_name, style.small, max(wide, 0.3 * across), 2, bold=True)
    wide = max(wide, *(width(line, style.small, bold=True) for line in heading))
    beside = min(across - wide - gap, down / shapes.height)
    flow = flowed([_entry_width(look, style) for look in legend], across, style.small * 0.9)
    under = min(across, (down - (len(flow) + 1) * ROW * style.small) / shapes.height)
    size = max(beside, under, 1)
    if beside >= under:
        top = max(down - size * shapes.height, 0) / 2
        high = ROW * style.small * (len(legend) + len(heading))
        place = (size + gap, max(down - high, 0) / 2)
        each = [[(0.0, index)] for index in range(len(legend))]
        return [
            *_places(chart, drawn, shapes, size, 0, top, style),
            *_legend(heading, legend, each, place, across - size - gap, style),
        ]
    high = size * shapes.height
    top = max(down - high - (len(flow) + 1) * ROW * style.small, 0) / 2
    return [
        *_places(chart, drawn, shapes, size, (across - size) / 2, top, style),
        *_legend([chart.value_name], legend, flow, (0.0, top + high), across, style),
    ]


def _places(
    chart: Map,
    drawn: Sequence[Look],
    shapes: Outlines,
    size: float,
    left: float,
    top: float,
    style: Style,
) -> list[str]:
    thin = size / 700
    parts = [svg.element("path", d=_path(shapes.water, size), fill=style.palette.water)]
    marks = []
    for place, label, look in zip(chart.table["place"], chart.table["label"], drawn, strict=True):
        code = polygon(str(place))
        if code not in shapes.places:
            continue
        parts.append(
            svg.element(
                "path",
                svg.element("title", svg.safe(f"{label} · {look.name}")),
                d=_path(shapes.places[code], size),
                fill=look.fill,
                stroke=look.line,
                stroke_width=thin,
                stroke_linejoin="round",
            )
        )
        if look.mark:
            x, y = shapes.inside[code]
            base = y * size + style.small * 0.35
            marks.append(
                svg.text(x * size, base, look.mark, style, size=style.small, anchor="middle", fill=look.ink)
            )
    borders = svg.element(
        "path",
        d=_path(shapes.borders, size, closed=False),
        fill="none",
        stroke=style.palette.text,
        stroke_width=thin * 1.8,
        stroke_linejoin="round",
    )
    names = _names(chart, shapes, size, style)
    return [svg.element("g", *parts, borders, *marks, *names, transform=f"translate({left:.1f} {top:.1f})")]


def _names(chart: Map, shapes: Outlines, size: float, style: Style) -> list[str]:
    """Name every MRC, or the places with the most people, each on its place, where no name covers another."""
    first = chart.table
    if chart.level == "municipality":
        shown = first[(first["status"] == "value") & (first["value"] > 0)]
        first = shown.sort_values("value", ascending=False, kind="stable").head(NAMED)
    taken: list[tuple[float, float, float]] = []
    parts = []
    for place, label in zip(first["place"], first["label"], strict=True):
        words, code = str(label), polygon(str(place))
        wide = width(words, style.small, bold=True)
        if code not in shapes.inside or wide > 0.5 * size:
            continue
        x, y = shapes.inside[code]
        middle = min(max(x * size, wide / 2), size - wide / 2)
        base = min(max(y * size + style.small * 0.35, style.small), shapes.height * size - style.small * 0.3)
        if any(
            abs(base - other) < 1.3 * style.small
            and abs(middle - at) < (wide + breadth) / 2 + style.small / 2
            for at, other, breadth in taken
        ):
            continue
        taken.append((middle, base, wide))
        parts.append(
            svg.text(middle, base, words, style, size=style.small, anchor="middle", bold=True, halo=True)
        )
    return parts


def _path(paths: Sequence[Path], size: float, *, closed: bool = True) -> str:
    """Write paths as relative moves, in tenths of a unit: short."""
    parts = []
    for path in paths:
        places = [(round(x * size * 10), round(y * size * 10)) for x, y in path]
        moves = [
            f"{(x - before_x) / 10:g} {(y - before_y) / 10:g}"
            for (before_x, before_y), (x, y) in pairwise(places)
            if (x, y) != (before_x, before_y)
        ]
        if moves:
            start = f"M{places[0][0] / 10:g} {places[0][1] / 10:g}"
            parts.append(f"{start}l{' '.join(moves)}{'z' if closed else ''}")
    return "".join(parts).replace(" -", "-")


def _legend(
    heading: Sequence[str],
    legend: Sequence[Look],
    flow: Sequence[Sequence[tuple[float, int]]],
    place: tuple[float, float],
    wide: float,
    style: Style,
) -> list[str]:
    left, top = place
    step, size = ROW * style.small, style.small
    parts = [
        svg.text(
            left,
            top + (row + 0.8) * step,
            shortened(line, size, wide, bold=True),
            style,
            size=size,
            bold=True,
            whole=line,
        )
        for row, line in enumerate(heading)
    ]
    for row, entries in enumerate(flow):
        base = top + (len(heading) + row + 0.8) * step
        for offset, index in entries:
            parts += _entry(legend[index], left + offset, base, wide - offset, style)
    return parts


def _entry(look: Look, x: float, y: float, wide: float, style: Style) -> list[str]:
    size = style.small
    edge = style.palette.muted if look.line != style.palette.paper else look.fill
    mark = []
    if look.mark:
        mark = [svg.text(x + size / 2, y, look.mark, style, size=size, anchor="middle", fill=look.ink)]
    words = shortened(look.name, size, wide - size * 1.4)
    return [
        svg.box(x, y - size * 0.8, size, size, look.fill, stroke=edge, stroke_width=size / 22),
        *mark,
        svg.text(x + size * 1.4, y, words, style, size=size, whole=look.name),
    ]


def _entry_width(look: Look, style: Style) -> float:
    return width(look.name, style.small) + 1.4 * style.small
