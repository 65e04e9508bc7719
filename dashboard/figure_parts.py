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
LABEL_WIDTH: Final = 22
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
        "automargin": True,
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
        "automargin": True,
        "fixedrange": True,
        "tickfont": {"size": SMALL, "color": theme.muted},
    }


def hidden_axis(low: float, high: float) -> dict[str, Any]:
    """Return an axis without marks, from end to end: the numbers stand in the margins."""
    return {"range": [low, high if high > low else low + 1], "visible": False, "fixedrange": True}


def room(texts: Sequence[str]) -> int:
    """Return the pixels that the widest of some numbers needs."""
    return 22 + 7 * max((len(text) for text in texts), default=0)


def row_axis(theme: Palette, labels: Sequence[object], gap: int = 8) -> dict[str, Any]:
    """Return a vertical axis that reads as a list, the first row on top, ``gap`` pixels from the labels.

    Rows are placed by number, so that two rows may bear the same label.
    """
    return {
        "tickmode": "array",
        "tickvals": list(range(len(labels))),
        "ticktext": [f"\u2002{wrapped(str(label))}" for label in labels],
        "range": [len(labels) - 0.5, -0.5],
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": gap,
        "tickcolor": "rgba(0,0,0,0)",
        "fixedrange": True,
        "tickfont": {"size": FONT_SIZE, "color": theme.text},
    }


def rows_height(labels: Sequence[object]) -> int:
    """Return a height in pixels that gives every row, and its wrapped label, room."""
    lines = max((wrapped(str(label)).count("<br>") + 1 for label in labels), default=1)
    return 16 + max(ROW, 20 * lines + 6) * max(1, len(labels))


def end_labels(ends: Sequence[float], texts: Sequence[str], theme: Palette) -> dict[str, Any]:
    """Return a trace that writes each row's number just past the end of its bar."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(ends),
        "y": list(range(len(ends))),
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
    return "<br>".join(safe(line) for line in textwrap.wrap(text, width, break_long_words=False)) or " "


def said(name: str, value: str) -> str:
    """Return « name : value » as hover labels say it, the value in bold."""
    colon = "\u00a0: " if messages.language() == "fr" else ": "
    return f"{safe(name)}{colon}<b>{safe(value)}</b>"


def missing(value: float | None) -> bool:
    """Tell whether there is no number."""
    return value is None or math.isnan(value)
