"""What *Partenaires* draws of its own: how few partners make how much. Table in, Plotly figure out."""

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard import formats
from dashboard.figure_parts import FONT_SIZE, HOVER, SMALL, STILL, said
from dashboard.loyalty import POINTS
from dashboard.palette import Palette


def concentration(
    table: pd.DataFrame, theme: Palette, *, half: int | None, half_name: str, value_name: str, rank_name: str
) -> go.Figure:
    """Draw what the largest partners make together, with a mark where it is half.

    Args:
        table: ``rank`` and ``share``, as ``loyalty.concentration`` returns it.
        theme: colours.
        half: rank at which half is made, if any.
        half_name: what is written at that mark.
        value_name, rank_name: what the two numbers are, in the hover labels and under the axis.
    """
    step = max(1, len(table) // POINTS)
    kept = table[(table["rank"] % step == 0) | table["rank"].isin([1, half, len(table)])]
    ranks, shares = [0, *kept["rank"]], [0.0, *kept["share"].fillna(0)]
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "name": value_name,
            "x": ranks,
            "y": shares,
            "line": {"color": theme.accent, "width": 3},
            "fill": "tozeroy",
            "fillcolor": theme.surface,
            "hovertext": [
                f"{said(rank_name, formats.number(rank))}<br>{said(value_name, formats.percent(share))}"
                for rank, share in zip(ranks, shares, strict=True)
            ],
            "hovertemplate": HOVER,
            **STILL,
        }
    ]
    layout = parts.layout(theme, 320)
    if half is not None:
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [half],
                "y": [float(table.loc[table["rank"] == half, "share"].iloc[0])],
                "marker": {"size": 13, "color": theme.accent, "line": {"width": 2, "color": theme.paper}},
                "text": [f"\u2002<b>{parts.safe(half_name)}</b>"],
                "textposition": "bottom right",
                "textfont": {"size": FONT_SIZE, "color": theme.text},
                "cliponaxis": False,
                "hoverinfo": "skip",
            }
        )
    last = max(len(table), 1)
    quarters = (0, 0.25, 0.5, 0.75, 1)
    layout |= {
        "xaxis": {
            "range": [0, last],
            "nticks": 6,
            "tickformat": ",d",
            "title": {"text": parts.safe(rank_name), "font": {"size": SMALL, "color": theme.muted}},
            "showgrid": False,
            "zeroline": False,
            "linecolor": theme.muted,
            "tickfont": {"size": SMALL, "color": theme.muted},
            "fixedrange": True,
        },
        "yaxis": {
            "range": [0, 1.04],
            "tickvals": list(quarters),
            "ticktext": [formats.percent(part) for part in quarters],
            "gridcolor": theme.grid,
            "zeroline": False,
            "tickfont": {"size": SMALL, "color": theme.muted},
            "fixedrange": True,
        },
    }
    layout["margin"] |= {"l": parts.room([formats.percent(1)]) + 6, "b": 52, "t": 12}
    return parts.drawn(traces, layout)
