"""A chart of the scenes as a native chart of a slide, whose figures open in a spreadsheet and can be changed.

Not here: charts drawn by ourselves (``drawing``), which the map keeps.
"""

import math
from collections.abc import Sequence
from itertools import cycle, pairwise
from typing import Any, Final

import pandas as pd

from dashboard import formats
from dashboard.drawing import Bars, Range, Trend
from dashboard.messages import Language

LABEL, SMALL, TITLE = 14, 12, 16
"""Sizes of letters, in points."""
DAYS_APART: Final = 5
"""Days from a mark to the next, under a chart of paces."""
WHOLE: Final[dict[Language, str]] = {
    "fr": '[>=1000000]#"\u00a0"000"\u00a0"000;[>=1000]#"\u00a0"000;0',
    "en": "#,##0",
}
"""A number as its language writes it, whatever the computer's."""
CHANGE: Final = "+#,##0;\u2212#,##0;0"


def change_pattern(value: float, language: Language) -> str:
    """How one change is written; French has no pattern for all, so each has that of its size."""
    if language == "en":
        return CHANGE
    groups = max(0, len(str(abs(round(value)))) - 1) // 3
    digits = '#"\u00a0"' + '"\u00a0"'.join(["000"] * groups) if groups else "0"
    return f"+{digits};\u2212{digits};0"


Native = Bars | Trend | Range


def data(chart: Native) -> Any:
    """The figures of a chart as the library takes them: categories, then one series by name."""
    from pptx.chart.data import CategoryChartData

    held = CategoryChartData(number_format="General")  # type: ignore[no-untyped-call]
    categories, series = _series(chart)
    held.categories = categories
    for name, values in series:
        held.add_series(name, values)  # type: ignore[no-untyped-call]
    return held


def dress(graphic: Any, chart: Native) -> None:
    """Give a native chart its title, colours, labels and axes."""
    if isinstance(chart, Bars):
        _bars(graphic, chart)
    elif isinstance(chart, Trend):
        _trend(graphic, chart)
    else:
        _range(graphic, chart)
    _title(graphic, chart.title)


def kind(chart: Native) -> Any:
    """Which native chart it is."""
    from pptx.enum.chart import XL_CHART_TYPE

    return XL_CHART_TYPE.BAR_CLUSTERED if isinstance(chart, Bars) else XL_CHART_TYPE.LINE_MARKERS


def _series(chart: Native) -> tuple[list[str], list[tuple[str, list[float | None]]]]:
    if isinstance(chart, Bars):
        return _bar_series(chart)
    if isinstance(chart, Trend):
        return _trend_series(chart)
    return _range_series(chart)


def _bar_series(chart: Bars) -> tuple[list[str], list[tuple[str, list[float | None]]]]:
    table = chart.table
    labels = [str(label) for label in table["label"]]
    if chart.is_change and "group" in table:
        labels = [f"{label} ({group})" for label, group in zip(labels, table["group"], strict=True)]
    series = [(chart.value_name, _numbers(table["value"]))]
    if chart.previous_name and table["previous"].notna().any():
        series.append((chart.previous_name, _numbers(table["previous"])))
    return labels, series


def _trend_series(chart: Trend) -> tuple[list[str], list[tuple[str, list[float | None]]]]:
    known = [int(edition) for edition in [*chart.table["edition"], *chart.published["edition"]]]
    years = list(range(min(known), max(known) + 1))
    people = chart.table.set_index("edition")["value"]
    series = []
    for number, (first, last) in enumerate(pairwise([years[0], *chart.cuts, years[-1] + 1])):
        part = [people.get(year) if first <= year < last else None for year in years]
        if number == 0 or any(not _missing(value) for value in part):
            series.append((chart.value_name, _numbers(part)))
    for basis, name in chart.basis_names.items():
        told = chart.published[chart.published["basis"] == basis].set_index("edition")["value"]
        if len(told):
            series.append((name, _numbers([told.get(year) for year in years])))
    return [str(year) for year in years], series


def _range_series(chart: Range) -> tuple[list[str], list[tuple[str, list[float | None]]]]:
    band = chart.band.set_index("day")
    days = sorted({int(day) for day in [*chart.table["day"], *band.index]})
    grid = chart.table.pivot_table(index="edition", columns="day", values="value", aggfunc="last")
    grid = grid.reindex(columns=days)
    series = [(str(edition), _numbers(grid.loc[edition])) for edition in grid.index]
    if len(band):
        series += [(chart.projection_name, _numbers(band[end].reindex(days))) for end in ("low", "high")]
    return [chart.day_pattern.replace("{day}", formats.signed(day) if day else "") for day in days], series


def _bars(graphic: Any, chart: Bars) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.enum.dml import MSO_THEME_COLOR

    plot = graphic.plots[0]
    plot.gap_width = max(30, 360 - 80 * len(chart.table))  # a bar alone does not fill the chart
    plot.overlap = 0
    now = plot.series[0]
    _paint(now.format.fill, MSO_THEME_COLOR.ACCENT_1)
    _labelled(now, CHANGE if chart.is_change else WHOLE[chart.language], XL_LABEL_POSITION.OUTSIDE_END, chart)
    if chart.is_change:
        now.invert_if_negative = False
        for place, value in enumerate(chart.table["value"]):
            if _missing(value):
                continue
            if value < 0:
                _paint(now.points[place].format.fill, MSO_THEME_COLOR.ACCENT_4)
            pattern = change_pattern(value, chart.language)
            _marked(now.points[place], pattern, XL_LABEL_POSITION.OUTSIDE_END, LABEL)
    for before in list(plot.series)[1:]:
        _paint(before.format.fill, MSO_THEME_COLOR.ACCENT_2)
    rows = graphic.category_axis
    rows.reverse_order = True
    rows.tick_labels.font.size = _points(LABEL)
    rows.major_tick_mark = XL_TICK_MARK.NONE
    rows.format.line.fill.background()
    if chart.is_change:
        rows.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    scale = graphic.value_axis
    scale.visible = False
    scale.has_major_gridlines = False
    known = [
        value for column in ("value", "previous") for value in chart.table[column] if not _missing(value)
    ]
    low, high = min([0.0, *known]), max([0.0, *known])
    room = (high - low) * 0.14 or 1.0
    scale.minimum_scale, scale.maximum_scale = (low - 1.8 * room if low else 0.0), high + room
    graphic.has_legend = len(plot.series) > 1
    if graphic.has_legend:
        graphic.legend.position = XL_LEGEND_POSITION.BOTTOM
        graphic.legend.include_in_layout = False
        graphic.legend.font.size = _points(SMALL)


def _trend(graphic: Any, chart: Trend) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
    from pptx.enum.dml import MSO_THEME_COLOR

    marks = {"registered": XL_MARKER_STYLE.DIAMOND, "target": XL_MARKER_STYLE.SQUARE}
    bases = {name: basis for basis, name in chart.basis_names.items()}
    years, _ = _series(chart)
    for series in graphic.plots[0].series:
        series.smooth = False
        if series.name in bases:
            series.format.line.fill.background()
            series.marker.style = marks.get(bases[series.name], XL_MARKER_STYLE.CIRCLE)
            series.marker.size = 11
            _paint(series.marker.format.fill, MSO_THEME_COLOR.TEXT_2)
            series.marker.format.line.fill.background()
            continue
        series.format.line.width = _points(3)
        series.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        series.marker.style = XL_MARKER_STYLE.CIRCLE
        series.marker.size = 8
        _paint(series.marker.format.fill, MSO_THEME_COLOR.ACCENT_1)
        series.marker.format.line.fill.background()
        at = years.index(str(chart.selected))
        if series.values[at] is not None:
            beside = [value for value in series.values[max(0, at - 1) : at + 2] if value is not None]
            is_lowest = len(beside) > 1 and series.values[at] == min(beside)
            where = XL_LABEL_POSITION.BELOW if is_lowest else XL_LABEL_POSITION.ABOVE
            _marked(series.points[at], WHOLE[chart.language], where, LABEL + 2)
    _axes(graphic, chart.language)
    _legend(graphic)


def _range(graphic: Any, chart: Range) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR

    dashes = cycle((MSO_LINE.SOLID, MSO_LINE.LONG_DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT))
    for series in graphic.plots[0].series:
        series.smooth = False
        is_selected = series.name == str(chart.selected)
        series.format.line.width = _points(3.5 if is_selected else 1.75)
        colour = MSO_THEME_COLOR.ACCENT_1 if is_selected else MSO_THEME_COLOR.TEXT_2
        series.format.line.color.theme_color = colour
        if not is_selected and series.name != chart.projection_name:
            series.format.line.dash_style = next(dashes)
        series.marker.style = XL_MARKER_STYLE.NONE
        if series.name == chart.projection_name:
            series.format.line.dash_style = MSO_LINE.DASH
            series.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
    _axes(graphic, chart.language)
    _spaced(graphic.category_axis, DAYS_APART)
    _legend(graphic)


def _spaced(axis: Any, apart: int) -> None:
    """Write one category in so many."""
    from pptx.oxml.xmlchemy import OxmlElement

    skip = OxmlElement("c:tickLblSkip")
    skip.set("val", str(apart))
    axis._element.xpath("./c:lblOffset")[0].addnext(skip)


def _axes(graphic: Any, language: Language) -> None:
    from pptx.enum.chart import XL_TICK_MARK
    from pptx.enum.dml import MSO_THEME_COLOR

    across, up = graphic.category_axis, graphic.value_axis
    for axis in (across, up):
        axis.tick_labels.font.size = _points(SMALL)
        axis.major_tick_mark = XL_TICK_MARK.NONE
    up.minimum_scale = 0
    up.tick_labels.number_format = WHOLE[language]
    up.tick_labels.number_format_is_linked = False
    up.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    up.format.line.fill.background()


def _legend(graphic: Any) -> None:
    """Name each series once: the parts of a broken line, or the ends of a range, share their name."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.oxml.xmlchemy import OxmlElement

    names = [series.name for series in graphic.plots[0].series]
    graphic.has_legend = len(set(names)) > 1
    if not graphic.has_legend:
        return
    graphic.legend.position = XL_LEGEND_POSITION.BOTTOM
    graphic.legend.include_in_layout = False
    graphic.legend.font.size = _points(SMALL)
    after = graphic.legend._element.xpath("./c:legendPos")[0]
    for place in reversed([place for place, name in enumerate(names) if name in names[:place]]):
        entry, index, gone = (OxmlElement(f"c:{part}") for part in ("legendEntry", "idx", "delete"))
        index.set("val", str(place))
        gone.set("val", "1")
        entry.append(index)
        entry.append(gone)
        after.addnext(entry)


def _title(graphic: Any, words: str) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR

    graphic.has_title = True
    frame = graphic.chart_title.text_frame
    frame.text = words
    letters = frame.paragraphs[0].runs[0].font
    letters.size, letters.bold = _points(TITLE), True
    letters.color.theme_color = MSO_THEME_COLOR.TEXT_2
    graphic.chart_title.include_in_layout = False


def _labelled(series: Any, pattern: str, position: Any, chart: Native) -> None:
    labels = series.data_labels
    labels.show_value = True
    labels.number_format = pattern
    labels.number_format_is_linked = False
    labels.position = position
    labels.font.size = _points(LABEL if len(getattr(chart, "table", ())) <= 9 else SMALL)
    labels.font.bold = True


def _marked(point: Any, pattern: str, position: Any, size: float) -> None:
    """Write the value of one point, which stays tied to it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    label = point.data_label
    label.position = position
    label.font.size, label.font.bold = _points(size), True
    held = label._dLbl
    for gone in held.xpath("./c:numFmt"):
        held.remove(gone)
    escaped = pattern.replace('"', "&quot;").replace(">", "&gt;")
    held.xpath("./c:idx")[0].addnext(
        parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="{escaped}" sourceLinked="0"/>')
    )
    for shown in held.xpath("./c:showVal"):
        shown.set("val", "1")
    for hidden in held.xpath("./c:showSerName|./c:showCatName|./c:showLegendKey"):
        hidden.set("val", "0")


def _paint(fill: Any, colour: Any) -> None:
    fill.solid()
    fill.fore_color.theme_color = colour


def _points(size: float) -> Any:
    from pptx.util import Pt

    return Pt(size)


def _numbers(values: Sequence[Any] | pd.Series) -> list[float | None]:
    return [None if _missing(value) else float(value) for value in values]


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))
