"""A waterfall: from one total to another, step by step. Table in, Plotly figure out.

Steps are floating bars, whose length is the change; the two totals are upright marks, since a bar that does
not begin at zero would lie. Signs and hatching say what colour says. Not here: what the steps are
(``change``), other charts (``charts``).
"""

from itertools import pairwise
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard import formats
from dashboard.figure_parts import FONT_SIZE, HOVER, STILL, said
from dashboard.palette import Palette

ROOM: Final = 0.04
"""Part of the width kept free on each side of the highest and the lowest level."""


def waterfall(
    steps: pd.DataFrame,
    theme: Palette,
    *,
    start: tuple[str, int],
    end: tuple[str, int],
    value_name: str,
) -> go.Figure:
    """Draw what leads from ``start`` to ``end``, the first row on top.

    Args:
        steps: ``label, key, change`` and ``is_definition`` (hatched); they sum to ``end`` less ``start``.
        theme: colours.
        start, end: name and value of the two totals.
        value_name: what the changes are, in the hover labels.
    """
    changes = [int(change) for change in steps["change"]]
    levels = [start[1]]
    for change in changes:
        levels.append(levels[-1] + change)
    low, high = min(levels), max(levels)
    margin = ROOM * ((high - low) or 1)
    labels = [start[0], *steps["label"], end[0]]
    rows = list(range(1, len(changes) + 1))
    written = [formats.signed(change) for change in changes]
    tops = [max(pair) for pair in pairwise(levels)]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": value_name,
            "base": levels[:-1],
            "x": changes,
            "y": rows,
            "width": 0.62,
            "marker": {
                "color": [theme.decrease if change < 0 else theme.accent for change in changes],
                "cornerradius": 3,
                "pattern": {
                    "shape": ["/" if hatched else "" for hatched in steps["is_definition"]],
                    "fillmode": "overlay",
                    "fgcolor": theme.paper,
                    "size": 7,
                },
            },
            "hovertext": [
                f"{parts.safe(label)}<br>{said(value_name, text)}"
                for label, text in zip(steps["label"], written, strict=True)
            ],
            "hovertemplate": HOVER,
            "customdata": parts.keys(steps),
            **STILL,
        },
        _totals((start[1], end[1]), (0, len(labels) - 1), theme),
        parts.end_labels(
            [start[1], *tops, end[1]],
            [f"<b>{formats.number(start[1])}</b>", *written, f"<b>{formats.number(end[1])}</b>"],
            theme,
        )
        | {"textposition": "middle right", "unselected": {"textfont": {"color": theme.text}}},
    ]
    layout = parts.layout(theme, parts.rows_height(labels))
    layout |= {
        "xaxis": parts.hidden_axis(low - margin, high + margin),
        "yaxis": parts.row_axis(theme, labels),
        "shapes": [_joint(level, row, theme) for row, level in enumerate(levels)],
    }
    layout["margin"] |= {
        "l": parts.label_room(labels),
        "r": parts.room([formats.number(start[1]), formats.number(end[1]), *written]),
    }
    return parts.drawn(traces, layout)


def _totals(values: tuple[int, int], rows: tuple[int, int], theme: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(values),
        "y": list(rows),
        "marker": {
            "symbol": "line-ns-open",
            "size": FONT_SIZE + 8,
            "color": theme.text,
            "line": {"width": 4, "color": theme.text},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        **STILL,
    }


def _joint(level: int, row: int, theme: Palette) -> dict[str, Any]:
    """The thin line that carries a level from one row down to the next."""
    down = {"type": "line", "x0": level, "x1": level, "y0": row, "y1": row + 1, "layer": "below"}
    return down | {"line": {"color": theme.muted, "width": 1, "dash": "dot"}}
