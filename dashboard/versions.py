"""The data as they were: the version or the meeting a person asked to see, said until they come back.

Not here: reading it (``queries``), what a meeting is (``meetings``).
"""

import re
from dataclasses import asdict
from typing import Final

import streamlit as st

from dashboard import access, components, formats, meetings
from dashboard.meeting_codes import NotACode
from dashboard.meetings import FiguresGone, Meeting
from dashboard.messages import text
from dashboard.queries import Snapshot
from dashboard.question import RESTRICTED

KEY: Final = "version"
MEETING: Final = "seance"


def asked() -> int | None:
    """The version in the address, kept from page to page; None for the data as they are.

    A meeting's code stands for its version; its edition and filters are set once, where the address says
    nothing of them. With a code that leads nowhere nothing more runs: no figure may pass for that day's.
    """
    if MEETING in st.query_params:
        _enter(st.query_params[MEETING])
    elif KEY in st.query_params:
        number = st.query_params[KEY]
        st.session_state[KEY] = int(number) or None if re.fullmatch("[0-9]{1,9}", number) else None
        st.session_state.pop(MEETING, None)
    if found := meeting():
        st.query_params[MEETING] = found.code
        return found.version
    asked: int | None = st.session_state.get(KEY)
    if asked:
        st.query_params[KEY] = str(asked)
    return asked


def meeting() -> Meeting | None:
    """The meeting whose figures are shown, of whoever may see the past."""
    found: Meeting | None = st.session_state.get(MEETING)
    return found if access.current_scope().sees_past else None


def tell(snapshot: Snapshot) -> None:
    """Mark the page plainly as the past, with the way back; nothing on the data as they are."""
    if found := meeting():
        words = text("meeting-shown", meeting=name_of(found), version=str(snapshot.number), spoken=found.code)
        parts = [words]
        if found.created_at is None:
            parts.append(text("meeting-forgotten"))
        if meetings.has_lost_its_filters(found):
            parts.append(text("meeting-filters-forgotten"))
        st.info(components.escaped(" ".join(parts)), icon=":material/groups:")
        st.button(text("meeting-leave"), on_click=leave, icon=":material/update:")
    elif snapshot.as_of:
        moment = formats.moment(snapshot.latest) if snapshot.latest else formats.MISSING
        st.warning(
            components.escaped(text("past-version", version=str(snapshot.as_of), moment=moment)),
            icon=":material/history:",
        )
        st.button(text("past-version-leave"), on_click=leave, icon=":material/update:")


def name_of(meeting: Meeting) -> str:
    """« Séance du 23 novembre 2026 : Conseil d'administration »."""
    if meeting.created_at is None:
        return text("meeting-of-unknown", spoken=meeting.code)
    day = formats.day(formats.local(meeting.created_at).date())
    if meeting.title is None:
        return text("meeting-of-untitled", day=day)
    return text("meeting-of", day=day, title=meeting.title)


def open_meeting(code: str) -> None:
    """Lead the pages to the figures of a code, from a button or a field."""
    for key in (KEY, MEETING):
        st.session_state.pop(key, None)
        st.query_params.pop(key, None)
    st.query_params[MEETING] = code


def leave() -> None:
    """Come back to the data as they are."""
    for key in (KEY, MEETING):
        st.session_state.pop(key, None)
        st.query_params.pop(key, None)


def _enter(written: str) -> None:
    scope = access.current_scope()
    held: Meeting | None = st.session_state.get(MEETING)
    if not scope.sees_past or (held and held.code == written):
        return
    try:
        found = meetings.find(scope, written)
    except NotACode:
        _refuse(text("meeting-not-a-code", spoken=written))
    except FiguresGone as gone:
        _refuse(text("meeting-figures-gone", spoken=str(gone)))
    else:
        st.session_state[MEETING] = found
        st.session_state.pop(KEY, None)
        st.query_params.pop(KEY, None)
        _ask_what_was_asked(found)


def _refuse(words: str) -> None:
    st.error(components.escaped(words), icon=":material/event_busy:")
    st.button(text("meeting-leave"), on_click=leave, icon=":material/update:")
    st.stop()


def _ask_what_was_asked(meeting: Meeting) -> None:
    if "edition" not in st.query_params:
        st.session_state["edition"] = meeting.edition
    for kind, codes in asdict(meeting.restriction).items():
        if RESTRICTED[kind] not in st.query_params:
            st.session_state[RESTRICTED[kind]] = list(codes)
