"""Vue d'ensemble: the edition in one sentence, its figures, the trend, and what moved most."""

from functools import partial

from dashboard import charts, comparisons, explained_components, findings, metrics, overview, range_components
from dashboard import components as ui
from dashboard.messages import text
from dashboard.page import page

with page("overview") as view:
    now, before = overview.totals(view, view.edition), overview.previous_totals(view)

    ui.finding(findings.overview(now, before, view.edition, view.previous))
    ui.tiles(overview.tiles(now, before), against=view.previous)

    range_components.beside(view)

    trend = view.reach("edition")
    published = overview.published_people(view)
    ui.chart(
        text("chart-trend"),
        charts.trend(
            trend,
            published,
            view.theme,
            value_name=text("column-reach"),
            basis_names=overview.basis_names(),
            breaks=metrics.series_breaks(view.reach("edition", "audience")),
            selected=view.edition,
        ),
        partial(overview.trend_table, trend, published),
        name="trend",
        alt=findings.overview(now, before, view.edition, view.previous),
        note=text("chart-trend-note"),
    )
    ui.notes(text("published-breaks"), overview.published_notes(view))

    explained_components.highlight(view)

    left, right = ui.two_columns(1, 1)
    with left:
        comparisons.ranked(
            view,
            text("chart-audiences", edition=str(view.edition)),
            overview.comparison(view, "audience"),
            name="audiences",
            alt=text("chart-audiences-alt", edition=str(view.edition)),
        )
    if view.previous:
        with right:
            moved = overview.moved_most(view)
            ui.chart(
                text("chart-moved", edition=str(view.previous)),
                charts.moved(moved, view.theme, value_name=text("column-change")),
                partial(overview.moved_table, moved),
                name="moved",
                alt=text("chart-moved-alt", edition=str(view.previous)),
                note=text("chart-moved-note"),
            )
