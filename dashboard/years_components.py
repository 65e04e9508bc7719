"""What unfolds under the page *Années*: each municipality over the editions. Draws; ``years`` finds."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from dashboard import behind, heatmaps, pictures, years
from dashboard import components as ui
from dashboard.messages import text
from dashboard.view import View

WRITTEN_EDITIONS: Final = 8
"""Editions over which the cells are too narrow for their figures."""


def places(view: View, chosen: Sequence[int]) -> None:
    """Draw every municipality over the editions chosen, once unfolded."""
    with ui.unfold(text("unfold-years-places"), "years-places") as is_open:
        if not is_open:
            return
        found = years.places(view, chosen)
        rows, columns = list(dict.fromkeys(found["row"])), [str(edition) for edition in chosen]
        ui.chart(
            text("chart-years-places"),
            heatmaps.heatmap(
                found,
                view.theme,
                value_name=text("column-reach"),
                row_order=rows,
                column_order=columns,
                text=len(chosen) <= WRITTEN_EDITIONS,
            ),
            partial(years.grid, found),
            name="years-places",
            alt=text("chart-years-places"),
            wide=True,
            note=text("geography-note"),
            kept=partial(pictures.grid, view, text("chart-years-places"), found, rows, columns),
            cells=behind.crossed(view, behind.by_name(view, "place"), behind.by_edition(view)),
        )
