"""The regional map: one colour for each class of values, one mark for each kind of absence.

The browser fetches the polygons as static files, so a figure stays small. Not here: the geography itself
(``etl``) and the figures shown on it (``metrics``).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard.figure_parts import HOVER, STILL, said
from dashboard.map_classes import Kind, Look, looks, polygon, written
from dashboard.palette import Palette

Point = tuple[float, float]

CLEAR: Final = "rgba(0,0,0,0)"


def figure(
    table: pd.DataFrame,
    theme: Palette,
    *,
    geojson_url: str,
    points: Mapping[str, Point],
    outline_url: str | None,
    water_url: str | None,
    window: tuple[float, float, float, float],
    kind: Kind,
    value_name: str,
    status_names: dict[str, str],
    range_pattern: str,
    selected: str | None = None,
    outline_ids: Sequence[str] = (),
    water_ids: Sequence[str] = (),
) -> go.Figure:
    """Draw the places of ``table``, coloured by class, those without a class by their status.

    Args:
        table: ``place, label, value, status``. A place's polygon bears its code, without what comes before
            a colon (``mrc:91`` is ``91``).
        theme: colours.
        geojson_url: where the browser finds the polygons.
        points: longitude and latitude inside each polygon, by its code, where marks stand.
        outline_url: where the outlines drawn over the places are; the same for ``water_url``, under them.
        window: ``lon_min, lon_max, lat_min, lat_max``.
        kind: what the values are.
        value_name: what they are called in the hover labels.
        status_names: what ``zero``, ``nothing`` and ``no_data`` are called, or each state.
        range_pattern: how two bounds, ``{low}`` and ``{high}``, make a legend entry.
        selected: the place to outline.
        outline_ids: identifiers of the outlines to draw; the same for ``water_ids``.
    """
    legend, drawn, status = looks(table, theme, kind, status_names, range_pattern)
    hover = [
        f"<b>{parts.safe(label)}</b><br>"
        + (
            parts.safe(status_names[code])
            if kind == "state" or code in ("nothing", "no_data")
            else _said(value_name, value, kind)
        )
        for label, value, code in zip(table["label"], table["value"], status, strict=True)
    ]
    traces: list[dict[str, Any]] = []
    if water_url and water_ids:
        traces.append(_outline(water_url, water_ids, theme.water, theme.water, 0))
    traces += [_areas(table["place"].tolist(), drawn, legend, geojson_url, hover), *map(_key, legend)]
    for look in (look for look in legend if look.mark):
        marked = [place for place, own in zip(table["place"], drawn, strict=True) if own == look]
        traces.append(_marks([points[polygon(place)] for place in marked], look))
    if outline_url and outline_ids:
        traces.append(_outline(outline_url, outline_ids, CLEAR, theme.text, 1.6))
    if selected is not None and selected in set(table["place"]):
        traces.append(_outline(geojson_url, [polygon(selected)], CLEAR, theme.text, 4))
    return parts.drawn(traces, _layout(theme, window))


def _said(name: str, value: float, kind: Kind) -> str:
    return said(name, written(value, kind, 1 if kind == "rate" else 0))


def _areas(
    places: list[str], drawn: list[Look], legend: list[Look], geojson_url: str, hover: list[str]
) -> dict[str, Any]:
    """One trace for all the places: Plotly looks up every polygon again for each trace."""
    steps = [number for index in range(len(legend)) for number in (index, index + 1)]
    return {
        "type": "choropleth",
        "geojson": geojson_url,
        "featureidkey": "id",
        "locations": [polygon(place) for place in places],
        "z": [legend.index(look) + 0.5 for look in drawn],
        "zmin": 0,
        "zmax": len(legend),
        "colorscale": [[step / len(legend), legend[index // 2].fill] for index, step in enumerate(steps)],
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"color": [look.line for look in drawn], "width": 1}, "opacity": 1},
        "customdata": [[place] for place in places],
        "hovertext": hover,
        "hovertemplate": HOVER,
        **STILL,
    }


def _key(look: Look) -> dict[str, Any]:
    line = {"color": look.line, "width": 1}
    return {
        "type": "scattergeo",
        "name": f"{look.mark}\u2002{look.name}" if look.mark else look.name,
        "lon": [None],
        "lat": [None],
        "mode": "markers",
        "marker": {"symbol": "square", "size": 15, "color": look.fill, "line": line},
        "showlegend": True,
        "hoverinfo": "skip",
    }


def _marks(points: list[Point], look: Look) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [longitude for longitude, _ in points],
        "lat": [latitude for _, latitude in points],
        "text": [look.mark] * len(points),
        "textfont": {"size": parts.SMALL, "color": look.ink},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _outline(url: str, identifiers: Sequence[str], fill: str, line: str, width: float) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": url,
        "featureidkey": "id",
        "locations": list(identifiers),
        "z": [0] * len(identifiers),
        "colorscale": [[0, fill], [1, fill]],
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"color": line, "width": width}},
        "hoverinfo": "skip",
        **STILL,
    }


def _layout(theme: Palette, window: tuple[float, float, float, float]) -> dict[str, Any]:
    lon_min, lon_max, lat_min, lat_max = window
    layout = parts.layout(theme, 480) | parts.legend(theme)
    layout["margin"] = {"l": 0, "r": 0, "t": 0, "b": 0}
    layout["uirevision"] = "map"
    layout["dragmode"] = "pan"
    layout["geo"] = {
        "visible": False,
        "bgcolor": CLEAR,
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [lon_min, lon_max]},
        "lataxis": {"range": [lat_min, lat_max]},
        "uirevision": "map",
    }
    return layout
