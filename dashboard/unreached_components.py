"""The pieces of the page *À rejoindre*: the two maps, and a list whose rows lead to a municipality."""

from functools import partial
from urllib.parse import urlencode

import streamlit as st

from dashboard import clicks, coverage, pictures, region, regional_map, territories, unreached
from dashboard import components as ui
from dashboard.messages import text
from dashboard.question import RESTRICTED
from dashboard.site import address_of
from dashboard.view import View


def maps(view: View) -> None:
    """Draw which municipalities are covered, or what changed since an edition, in the frame chosen."""
    earlier = coverage.earlier(view)
    with ui.row():
        shown = ui.switch(text("coverage-map"), coverage.maps(earlier), key="carte")
        window = ui.switch(text("choose-window"), territories.windows(), key="cadre")
        before = None
        if shown == "change":
            years = {str(edition): str(edition) for edition in earlier}
            before = int(ui.choose(text("coverage-since"), years, key="avant"))
    table = coverage.mapped(view) if before is None else coverage.changed(view, before)
    title = coverage.title(view, before)
    on_the_map, beside = ui.two_columns(3, 2)
    with on_the_map:
        ui.chart(
            title,
            regional_map.figure(
                table,
                view.theme,
                geojson_url=region.layer("municipality"),
                points=region.points("municipality"),
                **region.surroundings(),
                window=region.window(window),
                kind="state",
                value_name=title,
                status_names=coverage.state_names(),
                range_pattern="",
                selected=ui.chosen("lieu", [clicks.clicked_mark("coverage")]),
            ),
            partial(coverage.table, view, before),
            name="coverage",
            alt=title,
            note=coverage.note(view, before),
            selectable=True,
            kept=partial(pictures.states, view, title, table),
            rows=partial(coverage.rows_of, view, before),
        )
    with beside:
        ui.table(
            text("coverage-list"),
            coverage.table(view, before),
            name="coverage-list",
            rows=partial(coverage.rows_of, view, before),
        )


def listed(view: View, name: str, place: str) -> None:
    """Draw a list, of one municipality or of all; a row picked leads to the panel of its municipality."""
    rows = unreached.rows(view, name, place)
    picked = None
    if rows.empty:
        ui.paragraph(text(f"unreached-{name}-empty"))
    else:
        picked = ui.pick_row(
            unreached.title(view, name, len(rows)),
            unreached.table(view, name, rows),
            name=f"unreached-{name}",
            note=unreached.note(view, name),
        )
    code = place or ("" if picked is None else str(rows.at[picked, "place"]))
    if code:
        called = unreached.choices(view)[code]
        ui.way_at(text("unreached-open", place=called), _address(called), "map")


def _address(place: str) -> str:
    """The address of a municipality's panel, with the filters: a link of the menu's kind drops them."""
    kept = {name: st.query_params.get_all(name) for name in ("edition", *RESTRICTED.values(), "version")}
    return f"{address_of('municipalities')}?{urlencode({**kept, 'lieu': place}, doseq=True)}"
