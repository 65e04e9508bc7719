"""Ma contribution: what one partner brought, as that partner sees it; a director chooses which."""

from functools import partial

from dashboard import (
    behind,
    charts,
    comparisons,
    confirmation_components,
    contribution,
    overview,
    pictures,
    spoken,
)
from dashboard import components as ui
from dashboard.messages import LOCALES, text
from dashboard.page import partner_page
from dashboard.paper import files

with partner_page("contribution") as (view, name):
    ui.finding(contribution.thanks(view, name))
    ui.tiles(contribution.tiles(view), against=view.previous)
    ui.let_draw()
    ui.reminders(contribution.missing(view))
    confirmation_components.section(view)

    left, right = ui.two_columns(1, 1)
    with left:
        comparisons.ranked(
            view,
            text("chart-audiences", edition=str(view.edition)),
            overview.comparison(view, "audience"),
            "audience",
            name="my-audiences",
            alt=text("chart-audiences-alt", edition=str(view.edition)),
        )
    with right:
        trend = view.reach("edition")
        ui.chart(
            text("chart-years"),
            charts.trend(
                trend,
                view.theme,
                value_name=text("column-reach"),
                selected=view.edition,
            ),
            partial(contribution.years_table, trend),
            name="my-years",
            alt=text("chart-years"),
            kept=partial(pictures.trend, view, text("chart-years"), trend),
            rows=partial(behind.editions, view, trend["edition"]),
        )

    ui.table(
        text("table-activities", edition=str(view.edition)),
        contribution.activities_table(view),
        name="my-activities",
        note=text("table-activities-note"),
    )

    parts = contribution.parts(view)
    ui.table(
        text("table-parts", edition=str(view.edition)),
        contribution.parts_table(parts),
        name="my-parts",
        note=contribution.parts_note(view, parts),
    )
    ui.heading(text("standing-title"))
    ui.paragraph(contribution.standing(view))

    ui.heading(text("keepsakes-title"), text("keepsakes-note", edition=str(view.edition)))
    with ui.row():
        for offered in files.keepsakes(view, name):
            ui.download(offered.make, offered.name, offered.kind, offered.label)

    with ui.unfold(text("page-spoken"), "said") as is_open:
        for code in LOCALES if is_open else ():
            ui.to_copy(text(f"said-in-{code}"), spoken.about(view, code, partner=name).words)
