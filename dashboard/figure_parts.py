"""What every figure shares: ground, font, axes, legend, safe and wrapped labels.

Not here: whole figures (``charts``, ``regional_map``).
"""

import html
import math
import textwrap
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard import messages
from dashboard.palette import Palette

FONT: Final = '"Source Sans", sans-serif'
FONT_SIZE: Final = 14
SMALL: Final = 13
ROW: Final = 34
LABEL_WIDTH: Final = 26
LETTER: Final = 7.2
"""Pixels that a letter takes at most on average, at the size of the labels."""
GAP: Final = 8
EDITIONS_ROOM: Final = 44
"""Pixels under a chart for its years, upright where the screen is narrow."""
HOVER: Final = "%{hovertext}<extra></extra>"
STILL: Final[dict[str, Any]] = {
    "selected": {"marker": {"opacity": 1}},
    "unselected": {"marker": {"opacity": 1}},
}


def drawn(traces: list[dict[str, Any]], layout: dict[str, Any]) -> go.Figure:
    """Return the figure, unchecked: Plotly's own check takes ten times as long, and the tests do it."""
    return go.Figure(traces, {"template": {}, **layout}, _validate=False)


def layout(theme: Palette, height: int) -> dict[str, Any]:
    """Return the layout every figure starts from: transparent, still, in the reader's numbers."""
    return {
        "height": height,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": FONT_SIZE, "color": theme.text},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "separators": ",\u00a0" if messages.language() == "fr" else ".,",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "hoverlabel": {
            "bgcolor": theme.surface,
            "bordercolor": theme.muted,
            "font": {"family": FONT, "size": FONT_SIZE, "color": theme.text},
            "align": "left",
            "namelength": -1,
        },
    }


def legend(theme: Palette, *, above: bool = False) -> dict[str, Any]:
    """Return a legend that only names: pressing an entry hides nothing."""
    return {
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "yref": "container",
            "y": 1 if above else 0,
            "yanchor": "top" if above else "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemsizing": "constant",
            "bgcolor": "rgba(0,0,0,0)",
            "font": {"size": SMALL, "color": theme.text},
        },
    }


def value_axis(theme: Palette) -> dict[str, Any]:
    """Return a vertical axis from zero with few lines and whole numbers."""
    return {
        "rangemode": "tozero",
        "nticks": 5,
        "tickformat": ",d",
        "gridcolor": theme.grid,
        "zeroline": True,
        "zerolinecolor": theme.muted,
        "zerolinewidth": 1,
        "fixedrange": True,
        "tickfont": {"size": SMALL, "color": theme.muted},
    }


def edition_axis(theme: Palette, editions: Sequence[int]) -> dict[str, Any]:
    """Return a horizontal axis where every edition has its year."""
    return {
        "tickmode": "array",
        "tickvals": list(editions),
        "ticktext": [str(edition) for edition in editions],
        "range": [editions[0] - 0.7, editions[-1] + 0.7] if editions else None,
        "autotickangles": [0, -60, -90],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": SMALL, "color": theme.muted},
    }


def hidden_axis(low: float, high: float) -> dict[str, Any]:
    """Return an axis without marks, from end to end: the numbers stand in the margins."""
    return {"range": [low, high if high > low else low + 1], "visible": False, "fixedrange": True}


def room(texts: Sequence[str]) -> int:
    """Return the pixels that the widest of some numbers needs."""
    return 22 + 7 * max((len(text) for text in texts), default=0)


def row_axis(
    theme: Palette, labels: Sequence[object], gap: int = GAP, *, are_written: bool = False
) -> dict[str, Any]:
    """Return a vertical axis that reads as a list, the first row on top, ``gap`` pixels from the labels.

    Rows are placed by number, so that two rows may bear the same label. Labels that ``are_written`` are
    already safe and cut into lines.
    """
    lines = [str(label) if are_written else wrapped(str(label)) for label in labels]
    return {
        "tickmode": "array",
        "tickvals": list(range(len(labels))),
        "ticktext": [f"\u2002{line}" for line in lines],
        "range": [len(labels) - 0.5, -0.5],
        "showgrid": False,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": gap,
        "tickcolor": "rgba(0,0,0,0)",
        "fixedrange": True,
        "tickfont": {"size": FONT_SIZE, "color": theme.text},
    }


def label_room(labels: Sequence[object], gap: int = GAP) -> int:
    """Return the pixels that the widest line of some row labels needs, and ``gap`` beside it.

    Computed, since a margin that Plotly measures by itself makes it draw each figure twice.
    """
    lines = [line for label in labels for line in _lines(str(label))]
    return gap + 14 + math.ceil(LETTER * max((len(line) for line in lines), default=0))


def rows_height(labels: Sequence[object], rows: int | None = None) -> int:
    """Return a height in pixels that gives every row, and its wrapped label, room."""
    lines = max((len(_lines(str(label))) for label in labels), default=1)
    return 16 + max(ROW, 20 * lines + 6) * max(1, len(labels) if rows is None else rows)


def end_labels(
    ends: Sequence[float], texts: Sequence[str], theme: Palette, places: Sequence[int] | None = None
) -> dict[str, Any]:
    """Return a trace that writes each row's number just past the end of its bar."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(ends),
        "y": list(range(len(ends)) if places is None else places),
        "text": [f"\u2002{text}\u2002" for text in texts],
        "textposition": ["middle left" if end < 0 else "middle right" for end in ends],
        "textfont": {"size": FONT_SIZE, "color": theme.text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def keys(table: pd.DataFrame) -> list[list[Any]]:
    """Return what a click gives back for each row: its key, or its label where there is none."""
    return [[key] for key in table["key" if "key" in table else "label"].tolist()]


def safe(text: object) -> str:
    """Return text that Plotly shows as it is, whatever tags it may hold."""
    return html.escape(str(text), quote=False)


def wrapped(text: str, width: int = LABEL_WIDTH) -> str:
    """Return a safe label cut into lines between words."""
    return "<br>".join(safe(line) for line in _lines(text, width)) or " "


def _lines(text: str, width: int = LABEL_WIDTH) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False)


def said(name: str, value: str) -> str:
    """Return « name : value » as hover labels say it, the value in bold."""
    colon = "\u00a0: " if messages.language() == "fr" else ": "
    return f"{safe(name)}{colon}<b>{safe(value)}</b>"


def missing(value: float | None) -> bool:
    """Tell whether there is no number."""
    return value is None or math.isnan(value)
