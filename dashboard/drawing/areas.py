"""The map: municipalities of the inhabited territory by class, the outlines of the MRCs, a legend."""

from collections.abc import Sequence
from itertools import pairwise

from dashboard.drawing import svg
from dashboard.drawing.kinds import Map
from dashboard.drawing.letters import lines, shortened, width
from dashboard.drawing.outlines import Outlines, outlines
from dashboard.drawing.style import Style
from dashboard.map_classes import Look, looks, polygon

ROW = 1.45
"""Of the small letters: from an entry of the legend to the next."""


def draw(chart: Map, across: int, down: int, style: Style) -> list[str]:
    """Draw the map beside its legend, or above it: whichever leaves the map larger."""
    shapes = outlines()
    legend, drawn, _ = looks(
        chart.table, style.palette, chart.measure, chart.status_names, chart.range_pattern
    )
    wide = min(max((_entry_width(look, style) for look in legend), default=0), 0.45 * across)
    heading = lines(chart.value_name, style.small, max(wide, 0.3 * across), 2, bold=True)
    wide = max(wide, *(width(line, style.small, bold=True) for line in heading))
    gap = style.small * 0.8
    beside = min(across - wide - gap, down / shapes.height)
    columns = max(1, min(int((across + gap) / (wide + gap)), len(legend)))
    rows = -(-len(legend) // columns) + 1
    under = min(across, (down - rows * ROW * style.small - gap) / shapes.height)
    is_beside = beside >= under
    size = max(beside if is_beside else under, 1)
    parts = _places(chart, drawn, shapes, size, style)
    if is_beside:
        high = ROW * style.small * (len(legend) + len(heading))
        top = max((min(size * shapes.height, down) - high) / 2, 0)
        return parts + _legend(heading, legend, size + gap, top, 1, wide, style)
    return parts + _legend(
        [" ".join(heading)],
        legend,
        0,
        size * shapes.height + gap,
        columns,
        (across + gap) / columns - gap,
        style,
    )


def _places(chart: Map, drawn: Sequence[Look], shapes: Outlines, size: float, style: Style) -> list[str]:
    thin = size / 800
    parts = [svg.element("path", d=_path(shapes.water, size), fill=style.palette.water)]
    marks = []
    labelled = zip(chart.table["place"], chart.table["label"], drawn, strict=True)
    for place, label, look in labelled:
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
            marks.append(
                svg.text(
                    x * size,
                    y * size + style.small * 0.25,
                    look.mark,
                    style,
                    size=style.small * 0.7,
                    anchor="middle",
                )
            )
    parts += [
        svg.element(
            "path",
            d=_path(rings, size),
            fill="none",
            stroke=style.palette.text,
            stroke_width=thin * 1.8,
            stroke_linejoin="round",
        )
        for rings in shapes.mrcs.values()
    ]
    return parts + marks


def _path(rings: Sequence[Sequence[tuple[float, float]]], size: float) -> str:
    """Write rings as relative moves, in tenths of a unit: short, and closed."""
    parts = []
    for ring in rings:
        points = [(round(x * size * 10), round(y * size * 10)) for x, y in ring]
        moves = [
            f"{(x - before_x) / 10:g} {(y - before_y) / 10:g}"
            for (before_x, before_y), (x, y) in pairwise(points)
            if (x, y) != (before_x, before_y)
        ]
        parts.append(f"M{points[0][0] / 10:g} {points[0][1] / 10:g}l{' '.join(moves)}z")
    return "".join(parts).replace(" -", "-")


def _legend(
    heading: Sequence[str],
    legend: Sequence[Look],
    left: float,
    top: float,
    columns: int,
    wide: float,
    style: Style,
) -> list[str]:
    step, size = ROW * style.small, style.small
    parts = [
        svg.text(left, top + (row + 0.8) * step, line, style, size=size, bold=True)
        for row, line in enumerate(heading)
    ]
    rows = -(-len(legend) // columns)
    for place, look in enumerate(legend):
        column, row = divmod(place, rows)
        x = left + column * (wide + size * 0.8)
        y = top + (len(heading) + row + 0.8) * step
        parts.append(
            svg.box(
                x, y - size * 0.8, size, size, look.fill, stroke=_edge(look, style), stroke_width=size / 22
            )
        )
        if look.mark:
            parts.append(svg.text(x + size / 2, y, look.mark, style, size=size * 0.8, anchor="middle"))
        words = shortened(look.name, size, wide - size * 1.4)
        parts.append(svg.text(x + size * 1.4, y, words, style, size=size, whole=look.name))
    return parts


def _edge(look: Look, style: Style) -> str:
    return style.palette.muted if look.line != style.palette.paper else look.fill


def _entry_width(look: Look, style: Style) -> float:
    return width(look.name, style.small) + 1.5 * style.small
