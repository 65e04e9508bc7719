"""The pieces of the page *Accès*: who comes in, partners' links and answers, the trace.

Draws; ``entrants`` and ``answers`` do.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from dashboard import answers as answers_of
from dashboard import components as ui
from dashboard import entrants, formats
from dashboard.grids import csv
from dashboard.messages import text
from dashboard.queries import Snapshot

OUTCOME: Final = "access-outcome"
MADE: Final = "access-links-made"


def outcome() -> None:
    """Draw what the last gesture did, once."""
    if sentence := st.session_state.pop(OUTCOME, None):
        st.info(ui.escaped(sentence), icon=":material/info:")


def members(listed: Sequence[Any]) -> None:
    """Draw who may sign in, and let a director add, change or remove someone."""
    ui.heading(text("members-title"), text("members-note"))
    with st.form("member", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(text("column-email"), key="member-email", width=ui.FIELD_WIDTH)
        named = entrants.roles()
        st.selectbox(
            text("column-role"),
            list(named),
            format_func=lambda code: named[code],
            key="member-role",
            width=240,
        )
        st.form_submit_button(text("member-let-in"), icon=":material/person_add:", on_click=_let_in)
    if not listed:
        st.info(text("members-none"), icon=":material/group:")
        return
    picked = ui.pick_row(text("members-listed"), entrants.members_table(listed), name="members")
    if picked is not None:
        email = listed[picked].email
        st.button(
            text("member-let-go", email=email),
            icon=":material/person_remove:",
            on_click=_let_go,
            args=(email,),
        )


def links() -> None:
    """Draw the links of an edition, make them all, revoke or replace one."""
    editions = entrants.editions()
    if not editions:
        st.info(text("empty-database"), icon=":material/link_off:")
        return
    edition = st.selectbox(text("filter-edition"), editions, key="links-edition", width=130)
    listed = entrants.alive_and_past(edition)
    last, missing = entrants.default_last_day(edition), entrants.without_link(edition)
    ui.heading(text("links-title", edition=str(edition)), text("links-note", day=formats.day(last)))
    if (made := st.session_state.get(MADE)) is not None:
        _made(made)
    with st.container(horizontal=True):
        st.button(
            text("links-make", count=missing),
            icon=":material/link:",
            on_click=_make,
            args=(edition, last),
            help=text("links-make-help"),
            disabled=missing == 0,
        )
    if not listed:
        return
    picked = ui.pick_row(
        text("links-listed"), entrants.links_table(listed), name="links", note=text("links-listed-note")
    )
    if picked is None:
        return
    link = listed[picked]
    with st.container(horizontal=True):
        if entrants.state(link) == "alive":
            st.button(text("link-revoke"), icon=":material/link_off:", on_click=_revoke, args=(link.id,))
        st.button(
            text("link-replace"), icon=":material/autorenew:", on_click=_replace, args=(edition, link.id)
        )


def answers(snapshot: Snapshot) -> None:
    """Draw which part of the partners confirmed their figures, and who is still awaited."""
    if not snapshot.editions:
        st.info(text("empty-database"), icon=":material/rule:")
        return
    edition = st.selectbox(text("filter-edition"), snapshot.editions[::-1], key="answers-edition", width=130)
    given = answers_of.read(snapshot, edition)
    ui.finding(answers_of.finding(given, edition))
    left, right = ui.two_columns(1, 1)
    with left:
        ui.table(text("answers-by-sector"), answers_of.by_sector(snapshot, given), name="answers-sector")
    with right:
        ui.table(text("answers-by-mrc"), answers_of.by_mrc(snapshot, given), name="answers-mrc")
    awaited = answers_of.awaited(given)
    ui.table(
        text("answers-awaited", count=len(awaited), number=formats.number(len(awaited))),
        awaited,
        name="answers-awaited",
        note=text("answers-awaited-note"),
    )
    notes = answers_of.notes(edition)
    if len(notes):
        ui.table(text("notes-title", edition=str(edition)), notes, name="answers-notes")


def trace() -> None:
    """Draw what was done, and search it."""
    words = st.text_input(
        text("trace-search"),
        key="trace-search",
        placeholder=text("trace-search-example"),
        width=ui.FIELD_WIDTH,
    )
    events = entrants.trace(words)
    if events.empty:
        st.info(text("trace-nothing"), icon=":material/search_off:")
        return
    ui.table(text("panel-trace"), events, name="trace", note=text("trace-note"))


def _made(made: pd.DataFrame) -> None:
    with st.container(border=True):
        st.markdown(ui.escaped(text("links-made", count=len(made))))
        if len(made) == 1:
            st.code(made.iloc[0, 1], language=None)
        with st.container(horizontal=True):
            ui.download(lambda: csv(made), "liens")
            st.button(text("links-made-close"), on_click=lambda: st.session_state.pop(MADE, None))


def _let_in() -> None:
    st.session_state[OUTCOME] = entrants.let_in(
        st.session_state["member-email"], st.session_state["member-role"]
    )


def _let_go(email: str) -> None:
    st.session_state[OUTCOME] = entrants.let_go(email)


def _make(edition: int, last: date) -> None:
    st.session_state[MADE] = entrants.make_links(edition, last)


def _replace(edition: int, link: int) -> None:
    st.session_state[MADE] = entrants.replace_link(edition, link)


def _revoke(link: int) -> None:
    st.session_state[OUTCOME] = entrants.revoke([link])
