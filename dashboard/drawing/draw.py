"""One entry to every kind of drawing."""

from dashboard import messages
from dashboard.drawing import areas, bars, names, span, svg, trend
from dashboard.drawing.kinds import Bars, Chart, Map, Names, Trend
from dashboard.drawing.style import Style


def draw(chart: Chart, width: int, height: int, style: Style) -> str:
    """Return a chart as the text of an SVG of this size, in the chart's language; nothing overflows it."""
    with messages.speaking(chart.language):
        return svg.document(
            width, height, style, chart.title, chart.description, *_parts(chart, width, height, style)
        )


def _parts(chart: Chart, width: int, height: int, style: Style) -> list[str]:
    if isinstance(chart, Bars):
        return bars.draw(chart, width, height, style)
    if isinstance(chart, Trend):
        return trend.draw(chart, width, height, style)
    if isinstance(chart, Map):
        return areas.draw(chart, width, height, style)
    if isinstance(chart, Names):
        return names.draw(chart, width, height, style)
    return span.draw(chart, width, height, style)
