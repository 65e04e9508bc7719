"""Grids of coloured cells: editions, audiences and territories crossed. Tables in, Plotly figures out.

One hue, more is stronger; zero is a pale cell, missing is none. Not here: lines and bars (``charts``).
"""

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard import formats
from dashboard.figure_parts import HOVER, SMALL, missing, said
from dashboard.palette import Palette

INKS: Final = ("#000000", "#FFFFFF")
"""Of the words in cells: those of a palette, a little less apart, leave some cells hard to read."""


def shares(table: pd.DataFrame, theme: Palette, *, value_name: str) -> go.Figure:
    """The mix over the editions: one row for each label, its share of each edition in the cell."""
    cells = pd.DataFrame(
        {"row": table["label"], "column": table["edition"].astype(str), "value": table["share"]}
    )
    return _cells(
        cells,
        theme,
        value_name=value_name,
        row_order=list(dict.fromkeys(cells["row"])),
        column_order=sorted(set(cells["column"])),
        text=True,
        written=formats.hundredths,
        spoken=lambda value: formats.percent(value, 1),
    )


def heatmap(
    table: pd.DataFrame,
    theme: Palette,
    *,
    value_name: str,
    row_order: Sequence[str],
    column_order: Sequence[str],
    text: bool = True,
) -> go.Figure:
    """One hue, more is stronger; zero is written « 0 » on a pale cell, missing is « — » on none.

    Colour follows the square root, so that one large cell does not flatten the others.
    """
    return _cells(
        table,
        theme,
        value_name=value_name,
        row_order=row_order,
        column_order=column_order,
        text=text,
        written=formats.number,
        spoken=formats.number,
    )


def _cells(
    table: pd.DataFrame,
    theme: Palette,
    *,
    value_name: str,
    row_order: Sequence[str],
    column_order: Sequence[str],
    text: bool,
    written: Callable[[float], str],
    spoken: Callable[[float], str],
) -> go.Figure:
    grid = table.pivot_table(index="row", columns="column", values="value", aggfunc="sum", min_count=1)
    grid = grid.reindex(index=list(row_order), columns=list(column_order))
    values = grid.to_numpy(dtype=float)
    highest = float(grid.max().max()) if grid.notna().any().any() else 1.0
    strength = [
        [None if missing(v) else math.sqrt(max(v, 0) / (highest or 1)) for v in line] for line in values
    ]
    steps = [theme.surface, *theme.map_classes]
    scale = [[index / (len(steps) - 1), colour] for index, colour in enumerate(steps)]
    traces: list[dict[str, Any]] = [
        {
            "type": "heatmap",
            "z": strength,
            "zmin": 0,
            "zmax": 1,
            "x": list(range(len(column_order))),
            "y": list(range(len(row_order))),
            "colorscale": scale,
            "showscale": False,
            "xgap": 2,
            "ygap": 2,
            "hoverongaps": True,
            "hovertext": [
                [
                    f"{parts.safe(row)}<br>{parts.safe(column)}<br>{said(value_name, spoken(value))}"
                    for column, value in zip(column_order, line, strict=True)
                ]
                for row, line in zip(row_order, values, strict=True)
            ],
            "hovertemplate": HOVER,
        }
    ]
    inks: dict[str, list[tuple[int, int, str]]] = {}
    for y, line in enumerate(values):
        for x, value in enumerate(line):
            if missing(value):
                inks.setdefault(theme.muted, []).append((x, y, formats.MISSING))
            elif text or value == 0:
                inks.setdefault(ink(theme, strength[y][x] or 0), []).append((x, y, written(value)))
    traces += [
        {
            "type": "scatter",
            "mode": "text",
            "x": [x for x, _, _ in marks],
            "y": [y for _, y, _ in marks],
            "text": [word for _, _, word in marks],
            "textfont": {"size": SMALL, "color": colour},
            "hoverinfo": "skip",
        }
        for colour, marks in inks.items()
    ]
    layout = parts.layout(theme, parts.rows_height(row_order) + 40)
    layout["yaxis"] = parts.row_axis(theme, row_order)
    layout["margin"]["l"] = parts.label_room(row_order)
    layout["xaxis"] = {
        "tickmode": "array",
        "tickvals": list(range(len(column_order))),
        "ticktext": [parts.wrapped(str(column), 12) for column in column_order],
        "range": [-0.5, len(column_order) - 0.5],
        "side": "top",
        "autotickangles": [0, -90],
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
        "tickfont": {"size": SMALL, "color": theme.text},
    }
    return parts.drawn(traces, layout)


def shade(theme: Palette, strength: float) -> str:
    """Return the colour of a cell of this strength, from 0 to 1."""
    steps = [theme.surface, *theme.map_classes]
    place = strength * (len(steps) - 1)
    low = min(int(place), len(steps) - 2)
    part = place - low
    mixed = [
        round((1 - part) * int(steps[low][at : at + 2], 16) + part * int(steps[low + 1][at : at + 2], 16))
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def ink(theme: Palette, strength: float) -> str:
    """Return whichever of black and white reads better on a cell of this strength: 4.5 to 1 at least."""
    ground = _luminance(shade(theme, strength))
    return max(INKS, key=lambda colour: _contrast(ground, _luminance(colour)))


def _luminance(colour: str) -> float:
    """Relative luminance of a colour, from 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
