"""A chart as a file to keep: its title above, where it comes from below, at the height that its rows need."""

from dataclasses import dataclass
from typing import Final

from dashboard import messages
from dashboard.drawing import columns, curves, grids, panels, svg
from dashboard.drawing.columns import Columns
from dashboard.drawing.curves import Curve
from dashboard.drawing.draw import draw
from dashboard.drawing.grids import Grid
from dashboard.drawing.kinds import Bars, Chart, Map
from dashboard.drawing.letters import lines
from dashboard.drawing.panels import Pairs, Panels
from dashboard.drawing.picture import png
from dashboard.drawing.style import Style
from dashboard.palette import LIGHT

WIDTH: Final = 1200
MARGIN: Final = 40
STYLE: Final = Style(LIGHT, 24, 20)
TITLE: Final = 32
"""Units of the drawing; the picture has twice as many pixels."""
SCALE: Final = 2
HEIGHT: Final = 560
"""Of a chart that takes any height."""
KeptChart = Chart | Columns | Curve | Grid | Panels | Pairs


@dataclass(frozen=True, eq=False)
class Kept:
    """A chart, and the line that says which data it shows and whether they are fictional."""

    chart: KeptChart
    foot: str

    def svg(self) -> bytes:
        """The chart as an SVG file."""
        return _drawn(self).encode("utf-8")

    def png(self) -> bytes:
        """The chart as a PNG file, on paper."""
        return png(_drawn(self), WIDTH * SCALE)


def _drawn(kept: Kept) -> str:
    chart = kept.chart
    across = WIDTH - 2 * MARGIN
    with messages.speaking(chart.language):
        inner, high = _chart(chart, across)
        head = lines(chart.title, TITLE, across, 2, bold=True)
        foot = lines(kept.foot, STYLE.small, across, 3)
        top = MARGIN + len(head) * TITLE * 1.2 + 16
        bottom = top + high + 20
        height = round(bottom + len(foot) * STYLE.small * 1.3 + MARGIN)
        parts = [svg.box(0, 0, WIDTH, height, STYLE.palette.paper)]
        parts += [
            svg.text(MARGIN, MARGIN + (place + 0.8) * TITLE * 1.2, words, STYLE, size=TITLE, bold=True)
            for place, words in enumerate(head)
        ]
        parts.append(svg.element("g", inner, transform=f"translate({MARGIN} {top:.0f})"))
        parts += [
            svg.text(
                MARGIN,
                bottom + (place + 1) * STYLE.small * 1.3,
                words,
                STYLE,
                size=STYLE.small,
                fill=STYLE.palette.muted,
            )
            for place, words in enumerate(foot)
        ]
        return svg.document(WIDTH, height, STYLE, chart.title, chart.description, *parts)


def _chart(chart: KeptChart, across: int) -> tuple[str, int]:
    if isinstance(chart, Grid):
        return svg.element("g", *grids.draw(chart, across, STYLE)), grids.height(chart, STYLE)
    if isinstance(chart, Panels):
        return svg.element("g", *panels.draw_panels(chart, across, STYLE)), panels.panels_height(chart, STYLE)
    if isinstance(chart, Pairs):
        return svg.element("g", *panels.draw_pairs(chart, across, STYLE)), panels.pairs_height(chart, STYLE)
    if isinstance(chart, Curve):
        return svg.element("g", *curves.draw(chart, across, HEIGHT, STYLE)), HEIGHT
    if isinstance(chart, Columns):
        return svg.element("g", *columns.draw(chart, across, HEIGHT, STYLE)), HEIGHT
    high = HEIGHT
    if isinstance(chart, Bars):
        groups = chart.table["group"].nunique() if "group" in chart.table else 0
        high = round((len(chart.table) * 1.9 + groups * 2.2 + 2.5) * STYLE.size)
    elif isinstance(chart, Map):
        high = 820
    return draw(chart, across, high, STYLE), high
