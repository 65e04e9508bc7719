"""Vue d'ensemble: the edition in one sentence, its figures, the trend, and what moved most."""

from functools import partial

from dashboard import (
    charts,
    comparisons,
    explained_components,
    findings,
    metrics,
    overview,
    pace,
    pace_components,
    pace_words,
    pictures,
    quality,
    range_components,
    versions,
)
from dashboard import components as ui
from dashboard.messages import text
from dashboard.page import page
from dashboard.paper import files

with page("overview") as view:
    beside = pace.beside(view)
    now, before = overview.totals(view, view.edition), overview.previous_totals(beside)
    finding = findings.overview(now, before, view.edition, beside.named_previous)

    ui.finding(finding)
    ui.tiles(
        overview.tiles(now, before, view, same_day=bool(beside.until)), against=pace_words.since(view, beside)
    )
    ui.let_draw()
    range_components.beside(view)
    pace_components.remark(view, beside)
    ui.paragraph(quality.finding(view))
    with ui.row():
        ui.way_to(view.scope, "quality", text("list-checks"))
        ui.way_to(view.scope, "trace", text("way-to-trace"))

    trend = view.reach("edition")
    published = overview.published_people(view)
    breaks = pace.cuts(view, metrics.series_breaks(view.reach("edition", "audience")))
    ui.chart(
        text("chart-trend"),
        charts.trend(
            trend,
            view.theme,
            value_name=text("column-reach"),
            published=published,
            basis_names=overview.basis_names(),
            breaks=breaks,
            selected=view.edition,
        ),
        partial(overview.trend_table, trend, published),
        name="trend",
        alt=finding,
        note=text("chart-trend-note"),
        kept=partial(pictures.trend, view, text("chart-trend"), trend, published, breaks),
        rows=partial(overview.trend_rows, view, trend, published),
    )
    ui.notes(text("published-breaks"), overview.published_notes(view))

    explained_components.highlight(view)

    left, right = ui.two_columns(1, 1)
    with left:
        comparisons.ranked(
            beside,
            text("chart-audiences", edition=str(view.edition)),
            overview.comparison(beside, "audience"),
            "audience",
            name="audiences",
            alt=text("chart-audiences-alt", edition=str(view.edition)),
        )
    if beside.previous:
        with right:
            moved = overview.moved_in_order(beside)
            ui.chart(
                text("chart-moved", edition=beside.named_previous),
                charts.moved(moved, view.theme, value_name=text("column-change")),
                partial(overview.moved_table, moved),
                name="moved",
                alt=text("chart-moved-alt", edition=beside.named_previous),
                note=text("chart-moved-note"),
                kept=partial(pictures.moved, view, text("chart-moved", edition=beside.named_previous), moved),
                rows=partial(overview.moved_rows, beside, moved),
            )

    with ui.row():
        for offered in files.briefs(view, versions.meeting()):
            ui.download(offered.make, offered.name, offered.kind, offered.label)
