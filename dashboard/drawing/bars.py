"""Bars, one a row: the name, the bar, its figure at the end, a thin mark for the edition before."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from dashboard import formats
from dashboard.drawing import svg
from dashboard.drawing.kinds import Bars
from dashboard.drawing.letters import lines, width
from dashboard.drawing.style import Style

LEADING = 1.12
"""Of the size of the letters: from a line of a name to the next."""
LABELS = 0.45
"""Of the width, at most, for the names."""


@dataclass(frozen=True)
class Row:
    """A row as it is drawn; a heading has no value."""

    label: str
    lines: list[str]
    value: float
    previous: float
    group: str = ""
    is_heading: bool = False


def draw(chart: Bars, across: int, down: int, style: Style) -> list[str]:
    """Draw the rows that find room; what stands for the others is the last one."""
    is_marked = bool(chart.previous_name) and chart.table["previous"].notna().any()
    top = 1.5 * style.small if is_marked else 0.0
    rows = _fitted(chart, across, (down - top) / style.size, style)
    if not rows:
        return []
    gap = style.size * 0.4
    names = max(
        (width(line, style.size) for row in rows if not row.is_heading for line in row.lines), default=0
    )
    left = names + gap
    known = [value for row in rows for value in (row.value, row.previous) if not math.isnan(value)]
    low, high = min(0.0, *known, 0.0), max(0.0, *known, 0.0)
    before = _room(rows, chart, style, losses=True) + gap if low < 0 else 0.0
    after = _room(rows, chart, style, losses=False) + gap
    scale = max(across - left - before - after, 1) / ((high - low) or 1)
    zero = left + before - low * scale
    weights = [
        len(row.lines) * LEADING + 0.5 + (0.4 if row.is_heading and index else 0)
        for index, row in enumerate(rows)
    ]
    unit = min((down - top) / sum(weights), style.size * 1.5)
    thick = min(unit * (LEADING + 0.5) * 0.72, style.size * 1.25)
    parts = _key(chart, across, style) if is_marked else []
    y = top
    for row, weight in zip(rows, weights, strict=True):
        parts += _row(row, chart, style, y + unit * weight / 2, thick, zero, scale, gap)
        y += unit * weight
    parts.append(svg.line(zero, top, zero, y, style.palette.text, style.size / 22))
    return parts


def _fitted(chart: Bars, across: int, room: float, style: Style) -> list[Row]:
    """Keep as many rows as find room: the first ones, and the others in one; of changes, the largest."""
    rows = [_as_row(each, chart, across, style) for each in chart.table.to_dict("records")]
    for kept in range(len(rows), 0, -1):
        shown = rows if kept == len(rows) else _gathered(rows, kept, chart)
        shown = _headed(shown, across, style)
        if sum(len(row.lines) * LEADING + 0.1 for row in shown) <= room:
            return shown
    return rows[:1]


def _as_row(each: dict[Hashable, Any], chart: Bars, across: int, style: Style) -> Row:
    label, group = str(each["label"]), each.get("group")
    return Row(
        label,
        lines(label, style.size, LABELS * across, 2),
        _number(each["value"]),
        _number(each["previous"]) if chart.previous_name else math.nan,
        group if isinstance(group, str) else "",
    )


def _gathered(rows: list[Row], kept: int, chart: Bars) -> list[Row]:
    if chart.is_change:
        return _largest(rows, kept)
    others = rows[kept - 1 :]
    name = chart.others_name.format(count=formats.number(len(others)))
    sums = _sum(row.value for row in others), _sum(row.previous for row in others)
    return [*rows[: kept - 1], Row(name, [name], *sums)]


def _largest(rows: list[Row], kept: int) -> list[Row]:
    """Leave out the smallest change of the group that has the most rows, as often as it takes."""
    shown = list(rows)
    while len(shown) > kept:
        sizes = Counter(row.group for row in shown)
        crowded = max(sizes, key=lambda group: sizes[group])
        shown.remove(min((row for row in shown if row.group == crowded), key=lambda row: abs(row.value)))
    return shown


def _headed(rows: list[Row], across: int, style: Style) -> list[Row]:
    """Put the name of each group above its rows."""
    headed: list[Row] = []
    for row in rows:
        if row.group and (not headed or headed[-1].group != row.group):
            cut = lines(row.group, style.size, across, 1, bold=True)
            headed.append(Row(row.group, cut, math.nan, math.nan, row.group, is_heading=True))
        headed.append(row)
    return headed


def _row(
    row: Row, chart: Bars, style: Style, middle: float, thick: float, zero: float, scale: float, gap: float
) -> list[str]:
    first = middle + style.size * (0.35 - LEADING * (len(row.lines) - 1) / 2)
    if row.is_heading:
        return [svg.text(0, first, row.lines[0], style, bold=True, whole=row.label)]
    whole = None if " ".join(row.lines) == row.label else row.label
    parts = [
        svg.text(0, first + place * style.size * LEADING, line, style, whole=whole)
        for place, line in enumerate(row.lines)
    ]
    value = 0.0 if math.isnan(row.value) else row.value
    end = zero + value * scale
    colour = style.palette.decrease if value < 0 else style.palette.accent
    parts.append(svg.box(min(zero, end), middle - thick / 2, abs(end - zero), thick, colour))
    outer = end
    if not math.isnan(row.previous):
        at = zero + row.previous * scale
        mark = style.size / 9
        parts += [
            svg.line(at, middle - thick * 0.7, at, middle + thick * 0.7, style.palette.paper, mark * 2),
            svg.line(at, middle - thick * 0.7, at, middle + thick * 0.7, style.palette.text, mark),
        ]
        outer = max(end, at)
    words = formats.signed(row.value) if chart.is_change else formats.number(row.value)
    is_loss = value < 0
    parts.append(
        svg.text(
            outer - gap if is_loss else outer + gap,
            middle + style.size * 0.35,
            words,
            style,
            bold=True,
            anchor="end" if is_loss else None,
        )
    )
    return parts


def _key(chart: Bars, across: int, style: Style) -> list[str]:
    words = chart.previous_name
    start = across - width(words, style.small) - style.small * 0.2
    return [
        svg.line(
            start - style.small * 0.5,
            style.small * 0.1,
            start - style.small * 0.5,
            style.small * 1.1,
            style.palette.text,
            style.size / 9,
        ),
        svg.text(start, style.small * 0.95, words, style, size=style.small),
    ]


def _room(rows: list[Row], chart: Bars, style: Style, *, losses: bool) -> float:
    write = formats.signed if chart.is_change else formats.number
    return max(
        (width(write(row.value), style.size, bold=True) for row in rows if (row.value < 0) == losses),
        default=0,
    )


def _number(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return math.nan


def _sum(values: Iterable[float]) -> float:
    known = [value for value in values if not math.isnan(value)]
    return math.fsum(known) if known else math.nan
