"""What freezes a meeting and finds one again: a field, a button, a list. Drawn on the pages that offer it.

Not here: what freezing does (``meetings``), the mark of a page read as of a meeting (``versions``).
"""

from typing import Final

import pandas as pd
import streamlit as st

from dashboard import access, components, formats, meetings, queries, versions
from dashboard.connection import opened
from dashboard.messages import text
from dashboard.view import View
from etl import database

TITLE: Final = "meeting-title"
MOVED: Final = "meeting-moved"


def section(view: View) -> None:
    """Draw what freezes what a view shows, what finds a meeting again, and those that were frozen."""
    components.section(text("meetings-title"), text("meetings-note"))
    freeze(view)
    enter()
    listed()


def freeze(view: View) -> None:
    """Offer a director to freeze what a view shows, then go on under its code, large, to be said aloud."""
    if found := versions.meeting():
        st.metric(versions.name_of(found), found.code)
        return
    if not view.scope.sees_sources:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            text("meeting-title"),
            key=TITLE,
            placeholder=text("meeting-title-example"),
            max_chars=meetings.LONGEST,
            width=components.FIELD_WIDTH,
        )
        st.button(
            text("meeting-freeze"),
            icon=":material/ac_unit:",
            key="meeting-freeze",
            on_click=_freeze,
            args=(view,),
        )
    st.caption(text("meeting-freeze-note"))
    if st.session_state.pop(MOVED, False):
        st.warning(text("meeting-moved"))


def enter() -> None:
    """A field for the code of a meeting, which leads to its figures."""
    st.text_input(
        text("meeting-enter"),
        key="meeting-code",
        help=text("meeting-enter-help"),
        width=components.FIELD_WIDTH,
        on_change=_opened,
    )


def listed() -> None:
    """The meetings that were frozen, the newest first; one picked leads to its figures."""
    scope = access.current_scope()
    if not scope.sees_past:
        return
    with opened().connect() as connection:
        known = meetings.listed(connection)
    if not known:
        st.caption(text("meetings-none"))
        return
    components.table(text("meetings-listed"), table(known), name="meetings")


def table(known: list[meetings.Meeting]) -> pd.DataFrame:
    """Meetings as people read them."""
    return pd.DataFrame(
        {
            text("column-code"): [one.code for one in known],
            text("column-meeting"): [one.title for one in known],
            text("column-edition"): [one.edition for one in known],
            text("column-version"): [one.version for one in known],
            text("column-frozen-on"): [
                formats.moment(one.created_at) if one.created_at else formats.MISSING for one in known
            ],
        }
    )


def _freeze(view: View) -> None:
    try:
        with database.writer(queries.engine()) as connection:
            made = meetings.freeze(connection, view, st.session_state[TITLE], access.author())
    except meetings.Moved:
        st.session_state[MOVED] = True
    else:
        versions.open_meeting(made.code)


def _opened() -> None:
    if code := st.session_state["meeting-code"].strip():
        versions.open_meeting(code)
        st.session_state["meeting-code"] = ""
