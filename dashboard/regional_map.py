"""The regional map: one colour for each class of values, one mark for each kind of absence.

The browser fetches the polygons as static files, so a figure stays small. Not here: the geography itself
(``etl``) and the figures shown on it (``metrics``).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard import formats
from dashboard.figure_parts import HOVER, STILL, said
from dashboard.palette import Palette

Kind = Literal["count", "rate", "change"]
Range = tuple[float, float]
Point = tuple[float, float]

NICE: Final = (1, 2, 3, 5)
CLEAR: Final = "rgba(0,0,0,0)"
MARKS: Final = {"zero": "0", "no_data": "×"}


@dataclass(frozen=True)
class Look:
    """How the places of one class, or of one kind of absence, are named and drawn."""

    name: str
    fill: str
    line: str


def classify(values: pd.Series, kind: Kind, classes: int = 5) -> tuple[pd.Series, list[Range]]:
    """Sort values into at most five classes with round bounds.

    Bounds follow the quantiles, rounded to 1, 2, 3 or 5 and zeros, so that a city of 145 000 and villages
    of 200 share one map. Counts and rates leave zero out (it has its own mark); ``change`` has a neutral
    middle. Missing values and zeros left out have no class (``<NA>``). Both bounds belong to their class.
    """
    numbers = pd.to_numeric(values, errors="coerce").astype(float)
    step = _step(numbers, kind)
    shown = (numbers / step).round() * step
    if kind != "change":
        positive = shown.where(numbers > 0).clip(lower=step)
        ranges = _ranges(positive.dropna(), min(classes, 5), step)
        return _indexes(positive, ranges), ranges
    sizes = shown.abs()
    bounds = _bounds(sizes[sizes > 0], max(1, (min(classes, 5) - 1) // 2) + 1, step)
    bounds = bounds or [step]
    found = shown.dropna()
    if found.empty:
        return _indexes(shown, []), []
    outward = [(low, _before(high, step)) for low, high in zip(bounds, [*bounds[1:], math.inf], strict=True)]
    ends = float(found.min()), float(found.max())
    gains = [(low, max(ends[1], low) if math.isinf(high) else high) for low, high in outward]
    losses = [(min(ends[0], -low) if math.isinf(high) else -high, -low) for low, high in reversed(outward)]
    inner = _before(bounds[0], step)
    ranges = [*losses, (-inner, inner), *gains]
    return _indexes(shown, ranges), ranges


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
        points: longitude and latitude inside each polygon, by its code, where « 0 » and « × » stand.
        outline_url: where the outlines drawn over the places are; the same for ``water_url``, under them.
        window: ``lon_min, lon_max, lat_min, lat_max``.
        kind: what the values are.
        value_name: what they are called in the hover labels.
        status_names: what ``zero``, ``nothing`` and ``no_data`` are called.
        range_pattern: how two bounds, ``{low}`` and ``{high}``, make a legend entry.
        selected: the place to outline.
        outline_ids: identifiers of the outlines to draw; the same for ``water_ids``.
    """
    valued = table["status"] == "value"
    indexes, ranges = classify(table["value"].where(valued), kind)
    zeros = valued & table["value"].eq(0) & indexes.isna()
    status = table["status"].mask(zeros, "zero").mask(valued & table["value"].isna(), "no_data")
    looks = [
        Look(_range_name(bounds, kind, range_pattern), colour, theme.paper)
        for bounds, colour in zip(ranges, _class_colours(theme, kind, len(ranges)), strict=True)
    ]
    absences = {
        "zero": Look(f"{MARKS['zero']}\u2002{status_names['zero']}", theme.paper, theme.muted),
        "nothing": Look(status_names["nothing"], theme.nothing, theme.paper),
        "no_data": Look(f"{MARKS['no_data']}\u2002{status_names['no_data']}", theme.surface, theme.grid),
    }
    looks += [look for code, look in absences.items() if (status == code).any()]
    drawn = [
        looks[index] if pd.notna(index) else absences[code]
        for index, code in zip(indexes, status, strict=True)
    ]
    hover = [
        f"<b>{parts.safe(label)}</b><br>"
        + (
            parts.safe(status_names[code])
            if code in ("nothing", "no_data")
            else _said(value_name, value, kind)
        )
        for label, value, code in zip(table["label"], table["value"], status, strict=True)
    ]
    traces: list[dict[str, Any]] = []
    if water_url and water_ids:
        traces.append(_outline(water_url, water_ids, theme.water, theme.water, 0))
    traces += [_areas(table["place"].tolist(), drawn, looks, geojson_url, hover), *map(_key, looks)]
    for code, mark in MARKS.items():
        marked = [points[_polygon(place)] for place in table["place"][status == code]]
        traces += [_marks(marked, mark, theme)] if marked else []
    if outline_url and outline_ids:
        traces.append(_outline(outline_url, outline_ids, CLEAR, theme.text, 1.6))
    if selected is not None and selected in set(table["place"]):
        traces.append(_outline(geojson_url, [_polygon(selected)], CLEAR, theme.text, 4))
    return parts.drawn(traces, _layout(theme, window))


def _step(numbers: pd.Series, kind: Kind) -> float:
    """Return the fineness of the bounds: tenths for rates that are mostly under ten."""
    sizes = numbers.abs()
    sizes = sizes[sizes > 0]
    return 0.1 if kind == "rate" and len(sizes) and float(sizes.median()) < 10 else 1.0


def _bounds(positive: pd.Series, classes: int, step: float) -> list[float]:
    """Return rounded lower bounds of the classes above the first, few to many."""
    if positive.empty:
        return []
    quantiles = [positive.quantile(index / classes) for index in range(1, classes)]
    rounded = {_nice(float(quantile), step) for quantile in quantiles}
    return sorted(bound for bound in rounded if bound <= float(positive.max()))


def _ranges(positive: pd.Series, classes: int, step: float) -> list[Range]:
    if positive.empty:
        return []
    bounds = [bound for bound in _bounds(positive, classes, step) if bound > float(positive.min())]
    lows = [step, *(bound for bound in bounds if bound > step)]
    highs = [*(_before(bound, step) for bound in lows[1:]), float(positive.max())]
    return list(zip(lows, highs, strict=True))


def _nice(value: float, step: float) -> float:
    """Return the nearest of 1, 2, 3, 5 and their tenfolds, by ratio."""
    if value <= step:
        return step
    power = math.floor(math.log10(value))
    near = [digit * 10.0**exponent for exponent in (power, power + 1) for digit in NICE]
    return max(step, min(near, key=lambda bound: abs(math.log(bound / value))))


def _before(bound: float, step: float) -> float:
    return round(bound - step, 1)


def _indexes(values: pd.Series, ranges: list[Range]) -> pd.Series:
    lows = [low for low, _ in ranges]
    found = pd.Series(pd.NA, index=values.index, dtype="Int64")
    for index, low in enumerate(lows):
        found = found.mask(values >= low - 1e-9, index)
    return found


def _class_colours(theme: Palette, kind: Kind, count: int) -> tuple[str, ...]:
    if kind == "change":
        middle = len(theme.diverging_classes) // 2
        reach = count // 2
        shades = theme.diverging_classes
        return shades if reach >= middle else (shades[0], shades[middle], shades[-1])[: max(count, 0)]
    return theme.map_classes[-count:] if count > 1 else theme.map_classes[2 : 2 + count]


def _written(value: float, kind: Kind, decimals: int) -> str:
    return formats.signed(value, decimals) if kind == "change" else formats.number(value, decimals)


def _said(name: str, value: float, kind: Kind) -> str:
    return said(name, _written(value, kind, 1 if kind == "rate" else 0))


def _range_name(bounds: Range, kind: Kind, pattern: str) -> str:
    low, high = bounds
    decimals = 0 if low == round(low) and high == round(high) else 1
    if low == high:
        return _written(low, kind, decimals)
    return pattern.format(low=_written(low, kind, decimals), high=_written(high, kind, decimals))


def _polygon(place: str) -> str:
    return place.rpartition(":")[2]


def _areas(
    places: list[str], drawn: list[Look], looks: list[Look], geojson_url: str, hover: list[str]
) -> dict[str, Any]:
    """One trace for all the places: Plotly looks up every polygon again for each trace."""
    steps = [number for index in range(len(looks)) for number in (index, index + 1)]
    return {
        "type": "choropleth",
        "geojson": geojson_url,
        "featureidkey": "id",
        "locations": [_polygon(place) for place in places],
        "z": [looks.index(look) + 0.5 for look in drawn],
        "zmin": 0,
        "zmax": len(looks),
        "colorscale": [[step / len(looks), looks[index // 2].fill] for index, step in enumerate(steps)],
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
        "name": look.name,
        "lon": [None],
        "lat": [None],
        "mode": "markers",
        "marker": {"symbol": "square", "size": 15, "color": look.fill, "line": line},
        "showlegend": True,
        "hoverinfo": "skip",
    }


def _marks(points: list[Point], mark: str, theme: Palette) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [longitude for longitude, _ in points],
        "lat": [latitude for _, latitude in points],
        "text": [mark] * len(points),
        "textfont": {"size": parts.SMALL, "color": theme.text},
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
