"""Municipalités: the regional map, the ranked list beside it, and one municipality in detail."""

from functools import partial

from dashboard import (
    balance,
    behind,
    charts,
    clicks,
    comparisons,
    findings,
    pace,
    pace_components,
    pace_words,
    pictures,
    range_components,
    region,
    regional_map,
    territories,
)
from dashboard import components as ui
from dashboard.messages import text
from dashboard.page import page

with page("municipalities") as view:
    reached = territories.reached(view)
    beside = pace.beside(view)
    ui.finding(findings.municipalities(**reached))
    pace_components.remark(view, beside)
    ui.let_draw()

    with ui.row():
        level = ui.switch(text("choose-level"), territories.levels(), key="niveau")
        measure = ui.switch(text("choose-measure"), territories.measures(beside), key="mesure")
        window = ui.switch(text("choose-window"), territories.windows(), key="cadre")

    table = territories.measured(beside, level, measure)
    clicked = [clicks.clicked_mark("map"), clicks.clicked_row("ranking", list(table["place"]))]
    map_column, list_column = ui.two_columns(3, 2)
    with map_column:
        ui.chart(
            text(f"map-{measure}", edition=str(view.edition), previous=str(beside.named_previous)),
            regional_map.figure(
                table,
                view.theme,
                geojson_url=region.layer(level),
                points=region.points(level),
                **region.surroundings(),
                window=region.window(window),
                kind=territories.KINDS[measure],
                value_name=text(f"measure-{measure}"),
                status_names=territories.status_names(),
                range_pattern=territories.range_pattern(),
                selected=ui.chosen("lieu", clicked),
            ),
            partial(balance.listed, beside, table, level),
            name="map",
            alt=findings.municipalities(**reached),
            note=balance.note(view, table, level, measure),
            selectable=True,
            kept=partial(pictures.of_map, view, table, level, measure, beside.named_previous),
            rows=partial(balance.rows, beside, table, level),
        )
    with list_column:
        ui.ranking(
            text(f"list-{level}"),
            balance.listed(beside, table, level),
            name="ranking",
            rows=partial(balance.rows, beside, table, level),
        )
        ui.way_to(view.scope, "unreached", text("unreached-way"))

    place = ui.choose(
        text("choose-place"),
        territories.choices(view, level),
        key="lieu",
        clicks=clicked,
        optional=True,
    )
    if place:
        here = behind.only("mrc" if level == "mrc" else "place", place)
        panel = territories.panel(view, level, place)
        ui.section(panel.title, panel.subtitle)
        ui.tiles(panel.tiles, against=pace_words.since(view, beside))
        range_components.beside(view, territories.places_of(view, level, place))
        left, right = ui.two_columns(1, 1)
        with left:
            ui.chart(
                text("chart-place-trend"),
                charts.trend(
                    panel.trend,
                    view.theme,
                    value_name=text("column-reach"),
                    selected=view.edition,
                ),
                partial(territories.trend_table, panel.trend),
                name="place-trend",
                alt=text("chart-place-trend"),
                kept=partial(pictures.of_place, view, panel.title, panel.trend),
                rows=partial(behind.editions, view, panel.trend["edition"], here),
            )
        with right:
            comparisons.ranked(
                beside,
                text("chart-place-audiences", edition=str(view.edition)),
                panel.audiences,
                "audience",
                name="place-audiences",
                kept=here,
            )
        found = territories.registrations(view, level, place)
        picked = ui.pick_row(
            text("table-registrations"),
            found,
            name="registrations",
            note=territories.registrations_note(view),
        )
        if picked is not None:
            for where, cells in territories.originals(view, found.iloc[picked]):
                ui.table(where, cells, name=f"original-{where}")
