"""Tables in, Plotly figures out; every word comes in with the table or the arguments.

A missing value is a gap or a dash, zero is drawn as zero. Figures have no title (the page writes it), a
transparent ground, and numbers already written in the reader's language. Give them to Streamlit with
``theme=None``, or its own theme covers theirs. Not here: the map (``regional_map``), the grids of coloured
cells (``heatmaps``), and what numbers mean.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard import figure_parts as parts
from dashboard import formats
from dashboard.figure_parts import FONT_SIZE, HOVER, ROW, SMALL, STILL, missing, said
from dashboard.palette import Palette

SYMBOLS: Final = {"registered": "diamond-open", "target": "square-open"}
"""Mark of a published total by its basis; the page's note shows the same, ◇ and □."""
PANELS: Final = 3
"""Small multiples in a line."""
PANEL_LABEL: Final = 15
"""Letters in a line of a panel's name."""


def trend(
    reach: pd.DataFrame,
    theme: Palette,
    *,
    value_name: str,
    published: pd.DataFrame | None = None,
    basis_names: Mapping[str, str] | None = None,
    breaks: Sequence[int] = (),
    selected: int | None = None,
) -> go.Figure:
    """Reach over editions, with the published totals, if given, as hollow marks beside the line.

    The line stops before each edition of ``breaks``; a dotted mark shows where. There is no
    legend: the note above names the marks, and wraps on a phone as a legend does not.
    """
    if published is None:
        published = pd.DataFrame(columns=["edition", "value", "qualifier_text", "basis"])
    bases = basis_names or {}
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
    for basis, figures in published.dropna(subset=["value"]).groupby("basis", sort=True):
        traces.append(
            {
                "type": "scatter",
                "name": bases.get(str(basis), str(basis)),
                "x": figures["edition"].tolist(),
                "y": figures["value"].tolist(),
                "mode": "markers",
                "cliponaxis": False,
                "marker": {
                    "symbol": SYMBOLS.get(str(basis), "circle-open"),
                    "size": 12,
                    "color": theme.muted,
                    "line": {"width": 2, "color": theme.muted},
                },
                "hovertext": [
                    f"{edition}<br>{said(bases.get(str(basis), str(basis)), str(qualifier))}"
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
            _upright(edition - 0.5, theme, {"dash": "dot", "width": 2})
            for edition in breaks
            if editions and editions[0] < edition <= editions[-1]
        ],
    }
    layout["margin"] |= {"l": parts.room([formats.number(highest)]), "b": parts.EDITIONS_ROOM}
    return parts.drawn(traces, layout)


def ranked_bars(
    table: pd.DataFrame, theme: Palette, *, value_name: str, previous_name: str = ""
) -> go.Figure:
    """Bars, the largest first, each with its value at the end; the previous value is a thin tick."""
    rows = table.sort_values("value", ascending=False, na_position="last", kind="stable")
    before = rows["previous"] if "previous" in rows else pd.Series(float("nan"), index=rows.index)
    ends = pd.concat([rows["value"], before], axis=1).max(axis=1).fillna(0)
    labels = rows["label"].tolist()
    written = [formats.number(value) for value in rows["value"]]
    hover = [
        f"{parts.safe(label)}<br>{said(value_name, value)}"
        + ("" if missing(previous) else f"<br>{said(previous_name, formats.number(previous))}")
        for label, value, previous in zip(labels, written, before, strict=True)
    ]
    traces = [
        _bars(rows, rows["value"].tolist(), list(range(len(rows))), theme.accent, value_name, hover),
        parts.end_labels(ends.tolist(), written, theme),
    ]
    layout = parts.layout(theme, parts.rows_height(labels))
    layout |= {
        "xaxis": parts.hidden_axis(0, float(ends.max() or 0) if len(ends) else 0),
        "yaxis": parts.row_axis(theme, labels),
    }
    layout["margin"] |= {"l": parts.label_room(labels), "r": parts.room(written)}
    if before.notna().any():
        traces.append(_ticks(before, theme))
    return parts.drawn(traces, layout)


def moved(table: pd.DataFrame, theme: Palette, *, value_name: str) -> go.Figure:
    """What moved, group under group on one scale: gains to the right, losses to the left, signed.

    Args:
        table: ``group, label, change`` (people), groups in the order in which they are read.
        theme: colours.
        value_name: what the numbers are, in the hover labels.
    """
    rows = pd.concat(
        [
            pd.concat([pd.DataFrame({"heading": [group]}), of_group.sort_values("change", ascending=False)])
            for group, of_group in table.groupby("group", sort=False)
        ]
        or [table.assign(heading=None)]
    ).reset_index(drop=True)
    bars = rows[rows["heading"].isna()] if len(rows) else rows
    changes = bars["change"].astype(float).tolist()
    texts = [formats.signed(change) for change in changes]
    hover = [
        f"{parts.safe(label)}<br>{said(value_name, text)}"
        for label, text in zip(bars["label"], texts, strict=True)
    ]
    colours = [theme.decrease if change < 0 else theme.accent for change in changes]
    places = bars.index.tolist()
    names = rows["heading"].fillna(rows["label"]).tolist()
    is_heading = rows["heading"].notna().tolist()
    labels = [
        f"<b>{parts.safe(name)}</b>" if heads else parts.wrapped(str(name))
        for name, heads in zip(names, is_heading, strict=True)
    ]
    known = [0.0, *(change for change in changes if not missing(change))]
    gap = parts.room([text for change, text in zip(changes, texts, strict=True) if change < 0])
    layout = parts.layout(theme, parts.rows_height(bars["label"].tolist(), len(rows)))
    layout |= {
        "xaxis": parts.hidden_axis(min(known), max(known)),
        "yaxis": parts.row_axis(theme, labels, gap, are_written=True),
        "shapes": [_upright(0, theme, {"width": 1})],
    }
    gains = [text for change, text in zip(changes, texts, strict=True) if not change < 0]
    layout["margin"] |= {"l": parts.label_room(names, gap), "r": parts.room(gains)}
    traces = [
        _bars(bars, changes, places, colours, value_name, hover),
        parts.end_labels([0 if missing(change) else change for change in changes], texts, theme, places),
    ]
    return parts.drawn(traces, layout)


def small_multiples(table: pd.DataFrame, theme: Palette) -> go.Figure:
    """One small line for each label, named above it, the last known value written at its end."""
    groups = list(table.groupby("label", sort=False))
    lines = max(1, math.ceil(len(groups) / PANELS))
    height = 176 * lines
    layout = parts.layout(theme, height)
    layout |= {"annotations": [], "margin": {"l": 6, "r": 6, "t": 4, "b": 24}}
    editions = sorted(table["edition"].unique().tolist())
    margin = 0.16 * (editions[-1] - editions[0]) + 0.4 if editions else 0
    traces: list[dict[str, Any]] = []
    for index, (label, rows) in enumerate(groups):
        row, column = divmod(index, PANELS)
        number = "" if index == 0 else str(index + 1)
        left, right = column / PANELS + 0.012, (column + 1) / PANELS - 0.012
        top, bottom = 1 - (row + 0.38) / lines, 1 - (row + 0.84) / lines
        name = str(label)
        rows = rows.sort_values("edition")
        traces.append(_panel_line(rows, name, theme) | {"xaxis": f"x{number}", "yaxis": f"y{number}"})
        highest = rows["value"].max()
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
            "range": [0, (1 if missing(highest) or highest == 0 else float(highest)) * 1.1],
            "visible": False,
            "fixedrange": True,
        }
        layout["annotations"].append(
            {
                "text": f"{parts.wrapped(name, PANEL_LABEL)}<br><b>{formats.number(_last(rows))}</b>",
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


def _bars(
    rows: pd.DataFrame,
    values: list[float],
    places: list[int],
    colours: str | list[str],
    name: str,
    hover: list[str],
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": values,
        "y": places,
        "width": 0.62,
        "marker": {"color": colours, "cornerradius": 3},
        "hovertext": hover,
        "hovertemplate": HOVER,
        "customdata": parts.keys(rows),
        **STILL,
    }


def _ticks(values: pd.Series, theme: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": values.tolist(),
        "y": list(range(len(values))),
        "mode": "markers",
        "marker": {
            "symbol": "line-ns-open",
            "size": 24,
            "color": theme.text,
            "line": {"width": 2, "color": theme.text},
        },
        "hoverinfo": "skip",
    }


def _upright(x: float, theme: Palette, line: dict[str, Any]) -> dict[str, Any]:
    across = {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1}
    return across | {"line": {"color": theme.muted, **line}}


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


def _panel_line(rows: pd.DataFrame, name: str, theme: Palette) -> dict[str, Any]:
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
        "line": {"color": theme.accent, "width": 2.5},
        "marker": {
            "color": theme.accent,
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
