"""Années: two editions or all of them side by side, in total, by audience, by territory, by sector."""

from functools import partial

from dashboard import charts, explained_components, findings, heatmaps, metrics, years
from dashboard import components as ui
from dashboard.messages import text
from dashboard.page import page

with page("years") as view:
    chosen = ui.choose_several(text("choose-years"), view.snapshot.editions, key="annees")

    side_by_side = years.totals(view, chosen)
    ui.finding(findings.years(side_by_side))
    ui.table(text("table-years"), years.totals_table(side_by_side), name="years")
    ui.chart(
        text("chart-years"),
        charts.trend(
            side_by_side,
            side_by_side.iloc[:0].assign(value=[], qualifier_text=[], basis=[]),
            view.theme,
            value_name=text("column-reach"),
            basis_names={},
            breaks=metrics.series_breaks(view.reach("edition", "audience")),
            selected=view.edition,
        ),
        partial(years.totals_table, side_by_side),
        name="years-trend",
        alt=findings.years(side_by_side),
    )

    explained_components.section(view)

    for dimension in ("audience", "mrc", "sector"):
        table = years.by(view, dimension, chosen)
        ui.chart(
            text(f"chart-years-{dimension}"),
            charts.small_multiples(table, view.theme),
            partial(years.change_table, table),
            name=f"years-{dimension}",
            alt=text(f"chart-years-{dimension}"),
            note=text("small-multiples-note"),
        )

    places = years.places(view, chosen)
    ui.chart(
        text("chart-years-places"),
        heatmaps.heatmap(
            places,
            view.theme,
            value_name=text("column-reach"),
            row_order=list(dict.fromkeys(places["row"])),
            column_order=[str(edition) for edition in chosen],
            text=len(chosen) <= 8,
        ),
        partial(years.grid, places),
        name="years-places",
        alt=text("chart-years-places"),
        wide=True,
        note=text("geography-note"),
    )
