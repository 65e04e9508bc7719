"""A campaign's days as columns, the wave hatched at their foot, a mark for the same day of another edition.

A table in, a Plotly figure out, in the manner of ``charts``. Not here: the same as SVG (``drawing.columns``).
"""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard import formats
from dashboard.days import AROUND, Days
from dashboard.figure_parts import FONT_SIZE, HOVER, SMALL, STILL, missing, said
from dashboard.palette import Palette
from dashboard.week import UNDATED

HEIGHT: Final = 400
WIDTH: Final = 0.74
CLEAR: Final = 0.012
"""Of the height, between a column or its mark and its figure."""
ASIDE: Final = 0.35
"""Of a column, between the week and what is around it, and again before what has no date."""


def columns(
    found: Days, theme: Palette, *, value_name: str, previous_name: str, wave_name: str, labels: list[str]
) -> go.Figure:
    """Draw a column a moment, with its figure above; what has no date stands apart, hollow.

    Args:
        found: the days.
        theme: colours.
        value_name: what is counted, in the hover labels.
        previous_name: what the thin mark is; wave_name, what is hatched.
        labels: what stands under each column, on lines that ``<br>`` cuts.
    """
    table, at = found.table, places(list(found.table["key"]))
    tops = pd.concat([table["value"], table["previous"]], axis=1).max(axis=1).fillna(0)
    highest = float(tops.max()) or 1.0
    hollow = [key == UNDATED for key in table["key"]]
    hover = [
        f"{parts.safe(row.label)}<br>{said(value_name, formats.number(row.value))}"
        + (f"<br>{said(wave_name, formats.number(row.wave))}" if row.wave else "")
        + ("" if missing(row.previous) else f"<br>{said(previous_name, formats.number(row.previous))}")
        for row in table.itertuples()
    ]
    full = [theme.paper if is_hollow else theme.accent for is_hollow in hollow]
    edges = [theme.muted if is_hollow else theme.accent for is_hollow in hollow]
    traces = [
        _stack(wave_name, at, table["wave"].tolist(), hover, theme.accent, theme.accent, theme.paper),
        _stack(value_name, at, (table["value"] - table["wave"]).tolist(), hover, full, edges),
        {
            "type": "scatter",
            "mode": "text",
            "x": at,
            "y": (tops + CLEAR * highest).tolist(),
            "text": [f"<b>{formats.number(value)}</b>" for value in table["value"]],
            "textposition": "top center",
            "textfont": {"size": FONT_SIZE, "color": theme.text},
            "cliponaxis": False,
            "hoverinfo": "skip",
            "showlegend": False,
        },
    ]
    layout = parts.layout(theme, HEIGHT)
    layout |= {
        "barmode": "stack",
        "xaxis": {
            "tickmode": "array",
            "tickvals": at,
            "ticktext": labels,
            "range": [at[0] - 0.5, at[-1] + 0.5],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "tickangle": 0,
            "tickfont": {"size": SMALL, "color": theme.text},
        },
        "yaxis": {
            "visible": False,
            "range": [0, 1.14 * highest],
            "fixedrange": True,
        },
        "shapes": [
            line
            for place, value in zip(at, table["previous"], strict=True)
            if not missing(value)
            for line in _mark(place, float(value), theme)
        ],
    }
    layout["margin"] |= {"t": 12, "b": 48}
    return parts.drawn(traces, layout)


def places(keys: list[str]) -> list[float]:
    """Where each column stands: one after the other, further apart around the week."""
    out: list[float] = []
    for index, key in enumerate(keys):
        step = 0.0 if index == 0 else 1.0 + ASIDE * ((key in AROUND) != (keys[index - 1] in AROUND))
        out.append((out[-1] if out else 0.0) + step + (ASIDE if key == UNDATED and index else 0.0))
    return out


def _stack(
    name: str,
    at: list[float],
    values: list[int],
    hover: list[str],
    colours: str | list[str],
    edges: str | list[str],
    hatched: str | None = None,
) -> dict[str, Any]:
    pattern: dict[str, Any] = {}
    if hatched:
        lines = {"shape": "/", "fillmode": "overlay", "fgcolor": hatched, "size": 8, "solidity": 0.25}
        pattern = {"pattern": lines}
    return {
        "type": "bar",
        "name": name,
        "x": at,
        "y": values,
        "width": WIDTH,
        "marker": {"color": colours, "line": {"color": edges, "width": 1.5}, **pattern},
        "hovertext": hover,
        "hovertemplate": HOVER,
        **STILL,
    }


def _mark(place: float, value: float, theme: Palette) -> list[dict[str, Any]]:
    """A line across the column, on a halo so that it shows on any ground."""
    across = {"type": "line", "x0": place - 0.47, "x1": place + 0.47, "y0": value, "y1": value}
    return [
        across | {"line": {"color": theme.paper, "width": 5}},
        across | {"line": {"color": theme.text, "width": 2}},
    ]
