"""One edition's registrations against the earlier ones, by days to the opening, and where they may end.

A curve in, a Plotly figure out, in the manner of ``charts``. Not here: the same as SVG (``drawing``).
"""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard import formats
from dashboard.figure_parts import FONT_SIZE, HOVER, SMALL, STILL, said
from dashboard.pace import Rhythm
from dashboard.pace_words import mark
from dashboard.palette import Palette
from dashboard.pickup import LAST

HEIGHT: Final = 380
MARKED: Final = (-60, -45, -30, -21, -14, -7, 0, LAST)
"""Days that the axis names, those that the chart has."""
APART: Final = 0.055
"""Of the height, between two names written at the end of curves."""


def pace(found: Rhythm, theme: Palette, *, value_name: str) -> go.Figure:
    """Draw a grey line an earlier edition, a full one for this edition, the band of its courses.

    Each line has its edition's name at its end, kept apart from the others.
    """
    begun = int(found.curves.gt(0).any(axis=1).idxmax())
    curves = found.curves.loc[begun:]
    band = found.band
    highest = max(float(curves.max().max()), float(band["high"].max()) if len(band) else 0.0, 1.0)
    traces = [_line(curves[edition], str(edition), theme, value_name, False) for edition in found.followed]
    if len(band):
        traces.insert(0, _band(band, theme))
    known = found.known.loc[begun:]
    traces.append(_line(known, str(found.edition), theme, value_name, True))
    layout = parts.layout(theme, HEIGHT)
    marked = [day for day in MARKED if begun <= day]
    layout |= {
        "xaxis": {
            "range": [begun, LAST + 0.3],
            "tickvals": marked,
            "ticktext": [mark(day) for day in marked],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "tickangle": 0,
            "ticks": "outside",
            "ticklen": 6,
            "tickcolor": "rgba(0,0,0,0)",
            "tickfont": {"size": SMALL, "color": theme.muted},
        },
        "yaxis": parts.value_axis(theme) | {"range": [0, 1.1 * highest]},
        "shapes": [_upright(0, theme), *_looked_from(found, theme)],
        "annotations": _names(found, curves, known, 1.1 * highest, theme),
    }
    layout["margin"] |= {
        "l": parts.room([formats.number(highest)]),
        "r": parts.room([str(found.edition)]),
        "b": 32,
    }
    return parts.drawn(traces, layout)


def _line(curve: pd.Series, name: str, theme: Palette, value_name: str, is_chosen: bool) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": curve.index.tolist(),
        "y": curve.tolist(),
        "cliponaxis": False,
        "line": {"color": theme.accent if is_chosen else theme.muted, "width": 3.5 if is_chosen else 1.4},
        "hovertext": [
            f"{name}, {mark(int(day))}<br>{said(value_name, formats.number(value))}"
            for day, value in curve.items()
        ],
        "hovertemplate": HOVER,
        "customdata": [[name]] * len(curve),
        **STILL,
    }


def _band(band: pd.DataFrame, theme: Palette) -> dict[str, Any]:
    days = band.index.tolist()
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*days, *reversed(days)],
        "y": [*band["high"], *reversed(band["low"].tolist())],
        "fill": "toself",
        "fillcolor": f"rgba({', '.join(str(int(theme.accent[i : i + 2], 16)) for i in (1, 3, 5))}, 0.22)",
        "line": {"color": theme.accent, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _upright(day: int, theme: Palette) -> dict[str, Any]:
    line = {"color": theme.muted, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": day, "x1": day, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _looked_from(found: Rhythm, theme: Palette) -> list[dict[str, Any]]:
    """A mark where the band begins, on a line that goes on past it."""
    if found.day is None or found.comes_in or not len(found.band):
        return []
    return [_upright(found.day, theme)]


def _names(
    found: Rhythm, curves: pd.DataFrame, known: pd.Series, top: float, theme: Palette
) -> list[dict[str, Any]]:
    """The name of each edition at the end of its line, the lowest first, each above the one before."""
    ends = [(float(curves[edition].iloc[-1]), edition) for edition in found.followed]
    if not found.comes_in or found.day == LAST:
        ends.append((float(known.iloc[-1]), found.edition))
    out, floor = [], 0.0
    for value, edition in sorted(ends):
        floor = max(value, floor)
        out.append(_name(str(edition), LAST, floor, edition == found.edition, theme) | {"xanchor": "left"})
        floor += APART * top
    if len(ends) == len(found.followed) and len(known):
        where = (int(known.index[-1]), float(known.iloc[-1]))
        out.append(_name(str(found.edition), *where, True, theme) | {"xanchor": "right", "yanchor": "bottom"})
    return out


def _name(words: str, day: int, value: float, is_chosen: bool, theme: Palette) -> dict[str, Any]:
    return {
        "text": f"<b>{words}</b>" if is_chosen else words,
        "x": day,
        "y": value,
        "xshift": 6,
        "showarrow": False,
        "font": {
            "size": FONT_SIZE if is_chosen else SMALL,
            "color": theme.accent if is_chosen else theme.muted,
        },
    }
