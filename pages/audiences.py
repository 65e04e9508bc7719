"""Publics: who is reached, how the mix moves, and where each audience is missing."""

from functools import partial

from dashboard import (
    audiences,
    behind,
    charts,
    clicks,
    comparisons,
    findings,
    heatmaps,
    overview,
    pace,
    pace_components,
    pace_words,
    pictures,
)
from dashboard import audiences_components as parts
from dashboard import components as ui
from dashboard.messages import text
from dashboard.page import page

with page("audiences") as view:
    beside = pace.beside(view)
    compared = overview.comparison(beside, "audience")
    names = view.audience_names
    ui.finding(findings.audience_that_moved_most(compared, names, view.edition, beside.named_previous))
    pace_components.remark(view, beside)
    ui.let_draw()

    over_years = audiences.over_years(view)
    ui.chart(
        text("chart-audience-trend"),
        charts.small_multiples(over_years, view.theme),
        partial(audiences.grid, over_years, "reach"),
        name="audience-trend",
        alt=text("chart-audience-trend-alt"),
        note=text("chart-audience-trend-note"),
        kept=partial(pictures.panels, view, text("chart-audience-trend"), over_years),
        cells=behind.crossed(view, behind.by_name(view, "audience"), behind.by_edition(view)),
        selectable=True,
    )

    audience = ui.choose(
        text("choose-audience"),
        view.audience_names,
        key="detail",
        clicks=[clicks.clicked_mark("audience-trend")],
    )
    detail = audiences.detail(beside, audience)
    ui.tiles(detail.tiles, against=pace_words.since(view, beside))
    for column, (name, table) in ui.side_by_side(*detail.breakdowns.items()):
        with column:
            comparisons.ranked(
                beside,
                text(f"chart-one-audience-{name}", audience=view.audience_names[audience]),
                table,
                name,
                name=f"one-audience-{name}",
                kept=behind.only("audience", audience),
            )

    mix = audiences.mix(view)
    ui.chart(
        text("chart-mix"),
        heatmaps.shares(mix, view.theme, value_name=text("value-share")),
        partial(audiences.grid, mix, "share"),
        name="mix",
        alt=text("chart-mix-alt"),
        wide=True,
        note=text("chart-mix-note"),
        kept=partial(pictures.shares, view, text("chart-mix"), mix),
        cells=behind.crossed(view, behind.by_name(view, "audience"), behind.by_edition(view)),
    )

    for dimension in ("mrc", "sector"):
        parts.crossed(view, dimension)
    parts.expected_and_confirmed(view)
