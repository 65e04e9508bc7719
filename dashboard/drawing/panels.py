"""Small lines over the editions, each at its own scale; and what was expected beside what came."""

import math
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard import formats
from dashboard.drawing import svg
from dashboard.drawing.kinds import Words
from dashboard.drawing.letters import shortened
from dashboard.drawing.style import Style

ACROSS: Final = 3
"""Panels in a line."""
PANEL: Final = 7.0
"""Of the size of the letters: the height of a panel."""
PAIR: Final = 2.9
"""Of the size of the letters: the height of a name and its two marks."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Panels(Words):
    """One small line by name.

    Attributes:
        table: ``label``, ``edition``, ``value`` (people; missing is a gap), names in their order.
    """

    table: pd.DataFrame


@dataclass(frozen=True, eq=False, kw_only=True)
class Pairs(Words):
    """Two figures by name, joined.

    Attributes:
        table: ``label``, ``expected``, ``confirmed`` (people).
        expected_name: what the hollow mark is; ``confirmed_name``, the full one.
    """

    table: pd.DataFrame
    expected_name: str
    confirmed_name: str


def panels_height(chart: Panels, style: Style) -> int:
    """How high the panels are together."""
    return round(math.ceil(chart.table["label"].nunique() / ACROSS) * PANEL * style.size)


def pairs_height(chart: Pairs, style: Style) -> int:
    """How high the pairs are together, with the names of their marks."""
    return round((len(chart.table) * PAIR + 2) * style.size)


def draw_panels(chart: Panels, across: int, style: Style) -> list[str]:
    """Draw each panel: its name, its last figure, its line over the editions."""
    editions = sorted(int(edition) for edition in chart.table["edition"].unique())
    parts = []
    for place, (label, rows) in enumerate(chart.table.groupby("label", sort=False)):
        line, column = divmod(place, ACROSS)
        left, wide = column * across / ACROSS, across / ACROSS - style.size * 1.5
        parts += _panel(
            str(label), rows.sort_values("edition"), editions, left, line * PANEL * style.size, wide, style
        )
    return parts


def draw_pairs(chart: Pairs, across: int, style: Style) -> list[str]:
    """Draw each pair on one scale from zero, a hollow mark and a full one."""
    reach = style.size * 0.34
    highest = float(chart.table[["expected", "confirmed"]].max().max()) if len(chart.table) else 1.0
    scale = (across - 2 * reach) / (highest or 1)
    parts = []
    x = 0.0
    for name, is_full in ((chart.expected_name, False), (chart.confirmed_name, True)):
        parts += [
            _mark(x + reach, style.size * 0.7, reach, style, is_full),
            svg.text(x + style.size, style.size * 1.05, name, style, size=style.small),
        ]
        x += style.size * 2 + style.small * 0.55 * len(name)
    for place, row in enumerate(chart.table.to_dict("records")):
        top = (place * PAIR + 2) * style.size
        expected, confirmed = float(row["expected"]), float(row["confirmed"])
        words = f"{formats.number(expected)} → {formats.number(confirmed)}"
        middle = top + style.size * 1.8
        parts += [
            svg.text(0, top + style.size, str(row["label"]), style),
            svg.text(across, top + style.size, words, style, bold=True, anchor="end"),
            svg.line(
                reach + expected * scale,
                middle,
                reach + confirmed * scale,
                middle,
                style.palette.muted,
                style.size / 8,
            ),
            _mark(reach + expected * scale, middle, reach, style, is_full=False),
            _mark(reach + confirmed * scale, middle, reach, style, is_full=True),
        ]
    return parts


def _panel(
    label: str, rows: pd.DataFrame, editions: list[int], left: float, top: float, wide: float, style: Style
) -> list[str]:
    values = [(int(row["edition"]), row["value"]) for row in rows.to_dict("records")]
    known = [(edition, float(value)) for edition, value in values if not _missing(value)]
    last = formats.number(known[-1][1] if known else None)
    parts = [
        svg.text(left, top + style.size, shortened(label, style.size, wide), style, whole=label),
        svg.text(left, top + style.size * 2.2, last, style, bold=True),
    ]
    foot, room = top + style.size * 5.2, style.size * 2.5
    scale = room / (max((value for _, value in known), default=0) or 1)
    step = wide / max(editions[-1] - editions[0], 1)

    def place(edition: int, value: float) -> tuple[float, float]:
        return left + style.size * 0.3 + (edition - editions[0]) * step, foot - value * scale

    run: list[tuple[float, float]] = []
    for edition, value in [*values, (0, None)]:
        if not _missing(value):
            run.append(place(edition, float(value)))
            continue
        if len(run) > 1:
            parts.append(
                svg.element(
                    "polyline",
                    points=svg.points(run),
                    fill="none",
                    stroke=style.palette.accent,
                    stroke_width=style.size / 9,
                )
            )
        run = []
    for number, (edition, value) in enumerate(known, 1):
        x, y = place(edition, value)
        radius = style.size * (0.26 if number == len(known) else 0.13)
        parts.append(svg.element("circle", cx=x, cy=y, r=radius, fill=style.palette.accent))
    parts.append(svg.line(left, foot, left + wide, foot, style.palette.grid, style.size / 18))
    ends = [(editions[0], None), (editions[-1], "end")] if len(editions) > 1 else [(editions[0], None)]
    for edition, anchor in ends:
        at = left if anchor is None else left + wide + style.size * 0.3
        parts.append(
            svg.text(
                at,
                foot + style.small * 1.15,
                str(edition),
                style,
                size=style.small,
                anchor=anchor,
                fill=style.palette.muted,
            )
        )
    return parts


def _mark(x: float, y: float, reach: float, style: Style, is_full: bool) -> str:
    colour = style.palette.accent if is_full else style.palette.muted
    fill = style.palette.accent if is_full else style.palette.paper
    return svg.element("circle", cx=x, cy=y, r=reach, fill=fill, stroke=colour, stroke_width=style.size / 9)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value != value
