"""The pieces of the page *Partenaires*: the curve, the lists, one partner picked. ``partners`` finds."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import (
    access,
    formats,
    heatmaps,
    loyalty,
    pace,
    partner_charts,
    partners,
    pictures,
    queries,
    settings,
)
from dashboard import components as ui
from dashboard.messages import text
from dashboard.view import View
from etl import database


def curve(view: View) -> None:
    """Draw how few partners make how much of the reach; why not, where it cannot be known."""
    where = pace.stage(view)
    if where is not None and where.comes_in:
        st.caption(ui.escaped(text("partners-under-way", edition=str(view.edition))))
    table = partners.concentration(view)
    half = loyalty.half(table)
    if half is None:
        ui.paragraph(text("partners-unavailable" if view.snapshot.as_of else "partners-nobody"))
        return
    ui.chart(
        text("partners-chart", edition=str(view.edition)),
        partner_charts.concentration(
            table,
            view.theme,
            half=half,
            half_name=text("partners-half-mark", count=half, number=formats.number(half)),
            value_name=text("partners-axis-share"),
            rank_name=text("partners-axis-rank"),
        ),
        partial(partners.concentration_table, view),
        name="concentration",
        alt=partners.finding(view),
        kept=partial(
            pictures.concentration, view, text("partners-chart", edition=str(view.edition)), table, half
        ),
        rows=partial(partners.concentration_rows, view),
    )


def listed(
    view: View, name: str, found: pd.DataFrame, readable: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    """Draw a list that can be searched, sorted and taken away, and the way to one partner's own page."""
    words = st.text_input(text("partners-search"), key=f"partners-words-{name}", width=ui.FIELD_WIDTH)
    kept = partners.search(found, words, view)
    picked = ui.pick_row(
        text(f"partners-{name}-title", edition=str(view.edition)),
        readable(kept),
        name=f"partners-{name}",
        note=text(f"partners-{name}-note", edition=str(view.edition)),
        rows=partial(partners.rows_of, view, kept),
    )
    if picked is not None and view.scope.sees_sources:
        chosen = kept.loc[picked]
        st.session_state["partner-asked"] = int(chosen["partner"])
        st.page_link(
            "pages/contribution.py",
            label=ui.escaped(text("partners-open", partner=chosen["name"])),
            icon=":material/volunteer_activism:",
            query_params={"partenaire": chosen["name"]},
        )


def silent(view: View) -> None:
    """Draw the registrations without any figure."""
    rows = partners.silent_table(view)
    if rows.empty:
        ui.paragraph(text("partners-silent-none", edition=str(view.edition)))
        return
    ui.table(
        text("partners-silent-title", count=len(rows), number=formats.number(len(rows))),
        rows,
        name="partners-silent",
        note=text("past-registrations") if view.snapshot.as_of else text("partners-silent-note"),
    )


def cohorts(view: View) -> None:
    """Draw how many of each edition's newcomers are there in the later ones."""
    table = partners.cohorts(view)
    ui.chart(
        text("partners-cohorts-title"),
        heatmaps.shares(table, view.theme, value_name=text("partners-axis-kept")),
        partial(partners.cohorts_table, table),
        name="cohorts",
        alt=text("partners-cohorts-title"),
        wide=True,
        note=text("partners-cohorts-note"),
        kept=partial(pictures.shares, view, text("partners-cohorts-title"), table),
    )


def names_for_the_board(view: View) -> None:
    """Let a director choose whether the board sees names; tell the board when it does not."""
    if not view.scope.sees_sources:
        if not queries.partner_names(view.scope, view.snapshot.number):
            st.caption(text("partners-unnamed"))
        return
    with queries.engine().connect() as connection:
        allowed = settings.board_sees_names(connection)
    st.toggle(
        text("partners-board-names"),
        value=allowed,
        key="board-names",
        on_change=_let_board_see_names,
        help=text("partners-board-names-help"),
    )


def _let_board_see_names() -> None:
    with database.writer(queries.engine()) as connection:
        settings.let_board_see_names(connection, st.session_state["board-names"], access.author())
