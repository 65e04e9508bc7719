"""Tables in, Plotly figures out; every word comes in with the table or the arguments.

A missing value is a gap or a dash, zero is drawn as zero. Figures have no title (the page writes it), a
transparent ground, and numbers already written in the reader's language. Give them to Streamlit with
``theme=None``, or its own theme covers theirs. Not here: the map (``regional_map``), and what numbers mean.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard import formats
from dashboard.figure_parts import FONT_SIZE, HOVER, ROW, SMALL, STILL, missing, said
from dashboard.palette import LIGHT, Palette

CONFIG: Final[dict[str, Any]] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def trend(
    reach: pd.DataFrame,
    published: pd.DataFrame,
    theme: Palette,
    *,
    value_name: str,
    basis_names: dict[str, str],
    breaks: Sequence[int] = (),
    selected: int | None = None,
) -> go.Figure:
    """Reach over editions, with the published totals as hollow marks beside the line.

    The line stops before each edition of ``breaks``; a dotted mark shows where.
    """
    ordered = reach.sort_values("edition")
    known = ordered.dropna(subset=["reach"])
    named = {int(known["edition"].iloc[-1])} if len(known) else set()
    if selected is not None:
        named = {selected}
    years, values = _cut(ordered["edition"], ordered["reach"], breaks)
    traces: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "name": value_name,
            "x": years,
            "y": values,
            "mode": "lines+markers+text",
            "connectgaps": False,
            "cliponaxis": False,
            "line": {"color": theme.accent, "width": 3},
            "marker": {
                "color": theme.accent,
                "size": [13 if year == selected else 8 for year in years],
                "opacity": 1,
            },
            "text": [
                f"<b>{formats.number(value)}</b><br>\u00a0" if year in named and not missing(value) else ""
                for year, value in zip(years, values, strict=True)
            ],
            "textposition": "top center",
            "textfont": {"size": FONT_SIZE, "color": theme.text},
            "hovertext": [
                f"{_year(year)}<br>{said(value_name, formats.number(value))}"
                for year, value in zip(years, values, strict=True)
            ],
            "hovertemplate": HOVER,
            "customdata": [[_year(year)] for year in years],
            **STILL,
        }
    ]
    symbols = {"registered": "diamond-open", "target": "square-open"}
    for basis, figures in published.dropna(subset=["value"]).groupby("basis", sort=True):
        traces.append(
            {
                "type": "scatter",
                "name": basis_names.get(str(basis), str(basis)),
                "x": figures["edition"].tolist(),
                "y": figures["value"].tolist(),
                "mode": "markers",
                "cliponaxis": False,
                "marker": {
                    "symbol": symbols.get(str(basis), "circle-open"),
                    "size": 12,
                    "color": theme.muted,
                    "line": {"width": 2, "color": theme.muted},
                },
                "hovertext": [
                    f"{edition}<br>{said(basis_names.get(str(basis), str(basis)), str(qualifier))}"
                    for edition, qualifier in zip(figures["edition"], figures["qualifier_text"], strict=True)
                ],
                "hovertemplate": HOVER,
                "customdata": [[str(edition)] for edition in figures["edition"]],
                **STILL,
            }
        )
    editions = sorted({*reach["edition"].tolist(), *published["edition"].tolist()})
    layout = parts.layout(theme, 380)
    heights = [height for height in [*ordered["reach"], *published["value"]] if not missing(height)]
    highest = max(heights, default=0) or 1
    layout |= {
        "xaxis": parts.edition_axis(theme, editions),
        "yaxis": parts.value_axis(theme) | {"range": [0, 1.18 * highest]},
        "shapes": [
            {
                "type": "line",
                "x0": edition - 0.5,
                "x1": edition - 0.5,
                "y0": 0,
                "y1": 1,
                "yref": "paper",
                "line": {"dash": "dot", "width": 2, "color": theme.muted},
            }
            for edition in breaks
            if editions and editions[0] < edition <= editions[-1]
        ],
    }
    if len(traces) > 1:
        layout |= parts.legend(theme)
    return parts.drawn(traces, layout)


def ranked_bars(
    table: pd.DataFrame,
    theme: Palette,
    *,
    value_name: str,
    previous_name: str = "",
    colours: Sequence[str] | None = None,
    highlight: set[str] | None = None,
    sort: bool = True,
) -> go.Figure:
    """Bars, the largest first, each with its value at the end; the previous value is a thin tick.

    ``colours`` follow the rows of ``table``; ``highlight`` names the labels to keep in colour.
    """
    rows = table.assign(colour=list(colours) if colours is not None else theme.accent)
    if highlight is not None:
        rows["colour"] = rows["colour"].where(rows["label"].isin(highlight), theme.quiet)
    if sort:
        rows = rows.sort_values("value", ascending=False, na_position="last", kind="stable")
    before = rows["previous"] if "previous" in rows else pd.Series(float("nan"), index=rows.index)
    ends = pd.concat([rows["value"], before], axis=1).max(axis=1).fillna(0)
    places = list(range(len(rows)))
    hover = [
        f"{parts.safe(label)}<br>{said(value_name, formats.number(value))}"
        + ("" if missing(previous) else f"<br>{said(previous_name, formats.number(previous))}")
        for label, value, previous in zip(rows["label"], rows["value"], before, strict=True)
    ]
    traces: list[dict[str, Any]] = [
        {
            "type": "bar",
            "orientation": "h",
            "name": value_name,
            "x": rows["value"].tolist(),
            "y": places,
            "width": 0.62,
            "marker": {"color": rows["colour"].tolist(), "cornerradius": 3},
            "hovertext": hover,
            "hovertemplate": HOVER,
            "customdata": parts.keys(rows),
            **STILL,
        },
        parts.end_labels(ends.tolist(), [formats.number(value) for value in rows["value"]], theme),
    ]
    layout = parts.layout(theme, parts.rows_height(rows["label"].tolist()))
    if "previous" in rows and before.notna().any():
        traces.append(
            {
                "type": "scatter",
                "name": previous_name,
                "x": before.tolist(),
                "y": places,
                "mode": "markers",
                "marker": {
                    "symbol": "line-ns-open",
                    "size": 24,
                    "color": theme.text,
                    "line": {"width": 2, "color": theme.text},
                },
                "hoverinfo": "skip",
            }
        )
        traces[0]["showlegend"] = colours is None and highlight is None
        layout |= parts.legend(theme, above=True)
        layout["height"] += ROW
        layout["margin"]["t"] = ROW
    layout |= {
        "xaxis": parts.hidden_axis(0, float(ends.max() or 0) if len(ends) else 0),
        "margin": layout["margin"] | {"r": parts.room([formats.number(value) for value in rows["value"]])},
        "yaxis": parts.row_axis(theme, rows["label"].tolist()),
        "bargap": 0.3,
    }
    return parts.drawn(traces, layout)


def diverging_bars(table: pd.DataFrame, theme: Palette, *, value_name: str) -> go.Figure:
    """What moved: gains to the right, losses to the left, each with its signed number."""
    rows = table.sort_values("change", ascending=False, na_position="last", kind="stable")
    changes = rows["change"].tolist()
    texts = [formats.signed(change) for change in changes]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": value_name,
            "x": changes,
            "y": list(range(len(rows))),
            "width": 0.62,
            "marker": {
                "color": [theme.decrease if change < 0 else theme.accent for change in changes],
                "cornerradius": 3,
            },
            "hovertext": [
                f"{parts.safe(label)}<br>{said(value_name, text)}"
                for label, text in zip(rows["label"], texts, strict=True)
            ],
            "hovertemplate": HOVER,
            "customdata": parts.keys(rows),
            **STILL,
        },
        parts.end_labels([0 if missing(change) else change for change in changes], texts, theme),
    ]
    low = min([0, *(change for change in changes if not missing(change))])
    high = max([0, *(change for change in changes if not missing(change))])
    layout = parts.layout(theme, parts.rows_height(rows["label"].tolist()))
    gains = [text for change, text in zip(changes, texts, strict=True) if not change < 0]
    losses = [text for change, text in zip(changes, texts, strict=True) if change < 0]
    gap = parts.room(losses) if losses else 8
    layout["xaxis"] = parts.hidden_axis(low, high)
    layout["yaxis"] = parts.row_axis(theme, rows["label"].tolist(), gap)
    layout["margin"]["r"] = parts.room(gains)
    layout["shapes"] = [
        {
            "type": "line",
            "x0": 0,
            "x1": 0,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": {"width": 1, "color": theme.muted},
        }
    ]
    return parts.drawn(traces, layout)


def small_multiples(
    table: pd.DataFrame,
    theme: Palette,
    *,
    columns: int = 3,
    colours: dict[str, str] | None = None,
    shared_y: bool = False,
) -> go.Figure:
    """One small line for each label, named above it, the last known value written at its end."""
    groups = list(table.groupby("label", sort=False))
    lines = max(1, math.ceil(len(groups) / columns))
    height = 176 * lines
    layout = parts.layout(theme, height)
    layout |= {"annotations": [], "margin": {"l": 6, "r": 6, "t": 4, "b": 24}}
    highest = float(table["value"].max()) if shared_y and table["value"].notna().any() else None
    editions = sorted(table["edition"].unique().tolist())
    margin = 0.16 * (editions[-1] - editions[0]) + 0.4 if editions else 0
    traces: list[dict[str, Any]] = []
    for index, (label, rows) in enumerate(groups):
        row, column = divmod(index, columns)
        number = "" if index == 0 else str(index + 1)
        left, right = column / columns + 0.012, (column + 1) / columns - 0.012
        top, bottom = 1 - (row + 0.38) / lines, 1 - (row + 0.84) / lines
        name, colour = str(label), (colours or {}).get(str(label), theme.accent)
        rows = rows.sort_values("edition")
        traces.append(_panel_line(rows, name, colour, theme) | {"xaxis": f"x{number}", "yaxis": f"y{number}"})
        top_value = highest if highest is not None else rows["value"].max()
        layout[f"xaxis{number}"] = {
            "domain": [left, right],
            "anchor": f"y{number}",
            "range": [editions[0] - margin, editions[-1] + margin] if editions else None,
            "tickvals": [editions[0], editions[-1]] if len(editions) > 1 else editions,
            "tickformat": "d",
            "tickangle": 0,
            "showgrid": False,
            "zeroline": False,
            "linecolor": theme.grid,
            "tickfont": {"size": SMALL, "color": theme.muted},
            "fixedrange": True,
        }
        layout[f"yaxis{number}"] = {
            "domain": [bottom, top],
            "anchor": f"x{number}",
            "range": [0, (1 if missing(top_value) or top_value == 0 else float(top_value)) * 1.1],
            "visible": False,
            "fixedrange": True,
        }
        layout["annotations"].append(
            {
                "text": f"{parts.wrapped(name, max(14, 46 // columns))}"
                f"<br><b>{formats.number(_last(rows))}</b>",
                "x": left,
                "y": 1 - row / lines,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "top",
                "align": "left",
                "showarrow": False,
                "font": {"size": FONT_SIZE, "color": theme.text},
            }
        )
    return parts.drawn(traces, layout)


def shares(table: pd.DataFrame, theme: Palette = LIGHT, *, value_name: str = "") -> go.Figure:
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
        written=lambda value: formats.number(value * 100),
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


def expected_confirmed(
    table: pd.DataFrame, theme: Palette, *, expected_name: str, confirmed_name: str
) -> go.Figure:
    """Expected (hollow) and confirmed (full) joined on one row for each label."""
    labels = table["label"].tolist()
    places = list(range(len(table)))
    joined = table[["expected", "confirmed"]].notna().all(axis=1)
    bars: list[float | None] = []
    rungs: list[float | None] = []
    for place in (index for index, both in enumerate(joined) if both):
        bars += [float(table["expected"].iloc[place]), float(table["confirmed"].iloc[place]), None]
        rungs += [place, place, None]
    hover = [
        f"{parts.safe(label)}<br>{said(expected_name, formats.number(expected))}"
        f"<br>{said(confirmed_name, formats.number(confirmed))}"
        for label, expected, confirmed in zip(labels, table["expected"], table["confirmed"], strict=True)
    ]
    traces: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": bars,
            "y": rungs,
            "line": {"color": theme.muted, "width": 3},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]
    marks = {
        "expected": (expected_name, {"color": theme.paper, "line": {"width": 2.5, "color": theme.muted}}),
        "confirmed": (confirmed_name, {"color": theme.accent, "line": {"width": 2.5, "color": theme.accent}}),
    }
    for column, (name, marker) in marks.items():
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": name,
                "x": table[column].tolist(),
                "y": places,
                "marker": {"size": 13, **marker},
                "cliponaxis": False,
                "hovertext": hover,
                "hovertemplate": HOVER,
                "customdata": parts.keys(table),
                **STILL,
            }
        )
    headings = [
        f"{parts.safe(label)}\u2002<b>{formats.number(expected)} → {formats.number(confirmed)}</b>"
        for label, expected, confirmed in zip(labels, table["expected"], table["confirmed"], strict=True)
    ]
    traces.append(
        {
            "type": "scatter",
            "mode": "text",
            "x": [0] * len(table),
            "y": [place - 0.42 for place in places],
            "text": headings,
            "textposition": "middle right",
            "textfont": {"size": FONT_SIZE, "color": theme.text},
            "cliponaxis": False,
            "hoverinfo": "skip",
            "showlegend": False,
        }
    )
    layout = parts.layout(theme, 54 * max(1, len(table)) + ROW + 8)
    layout |= parts.legend(theme, above=True)
    layout["margin"] = {"l": 16, "r": 16, "t": ROW, "b": 8}
    highest = float(table[["expected", "confirmed"]].max().max()) if len(table) else 1.0
    layout["xaxis"] = {
        "range": [0, 1 if missing(highest) or highest == 0 else highest],
        "showgrid": False,
        "showticklabels": False,
        "zeroline": False,
        "fixedrange": True,
    }
    layout["yaxis"] = {
        "range": [len(table) - 0.6, -0.75],
        "showticklabels": False,
        "tickvals": places,
        "gridcolor": theme.grid,
        "zeroline": False,
        "fixedrange": True,
    }
    return parts.drawn(traces, layout)


def sparkline(table: pd.DataFrame, theme: Palette) -> go.Figure:
    """The bare shape of a series, its last known edition marked."""
    rows = table.sort_values("edition")
    known = rows.dropna(subset=["value"]).tail(1)
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": rows["edition"].tolist(),
        "y": rows["value"].tolist(),
        "line": {"color": theme.accent, "width": 2},
        "cliponaxis": False,
        "hovertext": [
            f"{edition}: {formats.number(value)}"
            for edition, value in zip(rows["edition"], rows["value"], strict=True)
        ],
        "hovertemplate": HOVER,
    }
    end = {
        "type": "scatter",
        "mode": "markers",
        "x": known["edition"].tolist(),
        "y": known["value"].tolist(),
        "marker": {"color": theme.accent, "size": 8},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    layout = parts.layout(theme, 56)
    layout["xaxis"] = {"visible": False, "fixedrange": True}
    layout["yaxis"] = {"visible": False, "fixedrange": True, "rangemode": "tozero"}
    return parts.drawn([line, end], layout)


def selected_key(event: Any) -> str | None:
    """Return the key of the mark a person clicked, from ``st.plotly_chart``'s answer.

    Bars and lines give back their key or label, the map a place, the trend an edition.
    """
    points = ((event or {}).get("selection") or {}).get("points") or []
    given = next((point["customdata"] for point in points if point.get("customdata")), None)
    if isinstance(given, dict):
        given = list(given.values())
    if isinstance(given, (list, tuple)):
        given = given[0]
    return None if given is None else str(given)


def _cut(
    editions: pd.Series, values: pd.Series, breaks: Sequence[int]
) -> tuple[list[float], list[float | None]]:
    """Return the series with a gap placed before each break."""
    years: list[float] = []
    numbers: list[float | None] = []
    for edition, value in zip(editions.tolist(), values.tolist(), strict=True):
        if years and any(years[-1] < cut <= edition for cut in breaks):
            years.append(edition - 0.5)
            numbers.append(None)
        years.append(edition)
        numbers.append(None if missing(value) else value)
    return years, numbers


def _year(year: float) -> str:
    return str(int(year))


def _last(rows: pd.DataFrame) -> float:
    known = rows["value"].dropna()
    return float(known.iloc[-1]) if len(known) else math.nan


def _panel_line(rows: pd.DataFrame, name: str, colour: str, theme: Palette) -> dict[str, Any]:
    known = rows.dropna(subset=["value"])
    last = known["edition"].iloc[-1] if len(known) else None
    key = rows["key"].iloc[0] if "key" in rows else name
    return {
        "type": "scatter",
        "name": name,
        "mode": "lines+markers",
        "connectgaps": False,
        "cliponaxis": False,
        "x": rows["edition"].tolist(),
        "y": rows["value"].tolist(),
        "line": {"color": colour, "width": 2.5},
        "marker": {
            "color": colour,
            "size": [9 if edition == last else 4 for edition in rows["edition"]],
            "opacity": 1,
        },
        "hovertext": [
            f"{parts.safe(name)}<br>{said(str(edition), formats.number(value))}"
            for edition, value in zip(rows["edition"], rows["value"], strict=True)
        ],
        "hovertemplate": HOVER,
        "customdata": [[key]] * len(rows),
        **STILL,
    }


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
                ink = _ink(theme, strength[y][x] or 0)
                inks.setdefault(ink, []).append((x, y, written(value)))
    traces += [
        {
            "type": "scatter",
            "mode": "text",
            "x": [x for x, _, _ in marks],
            "y": [y for _, y, _ in marks],
            "text": [word for _, _, word in marks],
            "textfont": {"size": SMALL, "color": ink},
            "hoverinfo": "skip",
        }
        for ink, marks in inks.items()
    ]
    layout = parts.layout(theme, parts.rows_height(row_order) + 40)
    layout["yaxis"] = parts.row_axis(theme, row_order)
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


def _ink(theme: Palette, strength: float) -> str:
    """Return whichever of text and paper reads better on a cell of this strength."""
    steps = [theme.surface, *theme.map_classes]
    place = strength * (len(steps) - 1)
    low = min(int(place), len(steps) - 2)
    part = place - low
    ground = sum(
        weight * ((1 - part) * _light(steps[low], at) + part * _light(steps[low + 1], at))
        for weight, at in ((0.2126, 1), (0.7152, 3), (0.0722, 5))
    )
    return max(theme.text, theme.paper, key=lambda ink: _contrast(ground, _luminance(ink)))


def _light(colour: str, at: int) -> float:
    return float((int(colour[at : at + 2], 16) / 255) ** 2.2)


def _luminance(colour: str) -> float:
    return 0.2126 * _light(colour, 1) + 0.7152 * _light(colour, 3) + 0.0722 * _light(colour, 5)


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
