"""What unfolds under the page *Publics*: each audience by territory and by sector, announced and confirmed.

Draws; ``audiences`` finds.
"""

from functools import partial

from dashboard import audiences, behind, charts, heatmaps, pictures
from dashboard import components as ui
from dashboard.messages import text
from dashboard.view import View


def crossed(view: View, dimension: str) -> None:
    """Draw the audiences by MRC or by sector, once unfolded."""
    with ui.unfold(text(f"unfold-audience-{dimension}"), f"audience-{dimension}") as is_open:
        if not is_open:
            return
        title = text(f"chart-audience-{dimension}", edition=str(view.edition))
        found = audiences.crossed(view, dimension)
        rows = list(view.audience_names.values())
        columns = audiences.columns_present(view, dimension, found)
        ui.chart(
            title,
            heatmaps.heatmap(
                found, view.theme, value_name=text("column-reach"), row_order=rows, column_order=columns
            ),
            partial(audiences.grid, found, "value", rows="row", columns="column"),
            name=f"audience-{dimension}",
            alt=title,
            wide=True,
            note=text("heatmap-note"),
            kept=partial(pictures.grid, view, title, found, rows, columns),
            cells=behind.crossed(view, behind.by_name(view, "audience"), behind.by_name(view, dimension)),
        )


def expected_and_confirmed(view: View) -> None:
    """Draw what was announced beside what is confirmed, once unfolded."""
    with ui.unfold(text("unfold-expected-confirmed"), "expected-confirmed") as is_open:
        if not is_open:
            return
        title = text("chart-expected-confirmed", edition=str(view.edition))
        found = audiences.expected_and_confirmed(view)
        ui.chart(
            title,
            charts.expected_confirmed(
                found,
                view.theme,
                expected_name=text("column-expected"),
                confirmed_name=text("column-confirmed"),
            ),
            partial(audiences.expected_confirmed_table, found),
            name="expected-confirmed",
            alt=title,
            note=text("chart-expected-confirmed-note"),
            kept=partial(pictures.pairs, view, title, found),
            rows=partial(audiences.expected_confirmed_rows, view, found),
        )
