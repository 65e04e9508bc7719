"""Années: two editions or all of them side by side, in total, by audience, by territory, by sector."""

from functools import partial

from dashboard import (
    behind,
    charts,
    explained_components,
    findings,
    metrics,
    pace,
    pace_components,
    pictures,
    years,
    years_components,
)
from dashboard import components as ui
from dashboard.messages import text
from dashboard.page import page

with page("years") as view:
    chosen = ui.choose_several(text("choose-years"), view.snapshot.editions, key="annees")

    side_by_side = years.totals(view, chosen)
    breaks = pace.cuts(view, metrics.series_breaks(view.reach("edition", "audience")))
    finding = findings.years(years.over(view, side_by_side))
    ui.finding(finding)
    ui.let_draw()
    by_edition = partial(behind.editions, view, side_by_side["edition"])
    ui.table(text("table-years"), years.totals_table(side_by_side), name="years", rows=by_edition)
    ui.chart(
        text("chart-years"),
        charts.trend(
            side_by_side,
            view.theme,
            value_name=text("column-reach"),
            breaks=breaks,
            selected=view.edition,
        ),
        partial(years.totals_table, side_by_side),
        name="years-trend",
        alt=finding,
        kept=partial(pictures.trend, view, text("chart-years"), side_by_side, None, breaks),
        rows=by_edition,
    )

    explained_components.section(view)
    pace_components.section(view)

    dimension = ui.switch(text("choose-panels"), years.dimensions(), key="panneaux")
    table = years.by(view, dimension, chosen)
    ui.chart(
        text(f"chart-years-{dimension}"),
        charts.small_multiples(table, view.theme),
        partial(years.change_table, table),
        name=f"years-{dimension}",
        alt=text(f"chart-years-{dimension}"),
        note=text("small-multiples-note"),
        kept=partial(pictures.panels, view, text(f"chart-years-{dimension}"), table),
        cells=behind.crossed(view, behind.by_name(view, dimension), behind.by_edition(view)),
    )

    years_components.places(view, chosen)
