"""The pieces of the page *Conseil*: the scenes and their order, the pace, the way to the screen, the link.

A director prepares; the board reads the preparation and opens it. What is prepared is in the address, and
nowhere else. Not here: what a preparation is (``preparation``), the screen itself (``screen``).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from dashboard import components as ui
from dashboard import signin, versions
from dashboard.board import entrance, preparation
from dashboard.board.document import PAGE
from dashboard.board.preparation import PACES, Preparation
from dashboard.board.scenes import Scene
from dashboard.board.screen import PATH
from dashboard.messages import text
from dashboard.question import RESTRICTED, Restriction
from dashboard.view import View

SCENES: Final = "scenes"
PACE: Final = "rythme"
"""Names in the address, the same on the page as on the screen."""
PACE_KEY: Final = "board-pace"
RENEWED_SECONDS: Final = 45
"""A ticket lives a minute: the page takes another before that."""


def prepared(view: View, found: Sequence[Scene]) -> Preparation:
    """What the address prepares, of the scenes that have something to say."""
    every = [scene.name for scene in found]
    shown = [name for name in preparation.names(_asked(SCENES).split(",")) if name in every]
    meeting = versions.meeting()
    return Preparation(
        edition=view.edition,
        scenes=tuple(shown) if shown != every else (),
        pace=preparation.pace(_asked(PACE)),
        as_of=None if meeting else view.snapshot.as_of,
        code=meeting.code if meeting else None,
        restriction=view.filters.restriction,
        language=view.language,
    )


def prepare(view: View, found: Sequence[Scene], wanted: Preparation) -> None:
    """Draw what is prepared, for a director to change and for the board to read, and the pace."""
    by_name: dict[str, Scene] = {scene.name: scene for scene in found}
    shown = list(wanted.scenes or by_name)
    prepares = view.scope.sees_sources
    ui.heading(text("desk-scenes"), text("desk-scenes-note" if prepares else "desk-scenes-read"))
    if prepares:
        others = [name for name in by_name if name not in shown]
        for place, name in enumerate([*shown, *others]):
            _row(by_name[name], place, shown, list(by_name))
    else:
        for name in shown:
            ui.paragraph(f"{text(f'desk-scene-{name}')} · {by_name[name].title}")
    _pace(wanted.pace)


@st.fragment(run_every=RENEWED_SECONDS)
def present(wanted: Preparation) -> None:
    """Draw the way to the screen, good once, renewed while the page is open and when it has been used."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.link_button(
            text("desk-present"),
            f"{PATH.removeprefix('/')}/{entrance.ticket()}?{wanted.query()}",
            type="primary",
            icon=":material/present_to_all:",
            on_click="rerun",
        )
        st.caption(ui.escaped(text("desk-present-note")), width="content")


def share(wanted: Preparation) -> None:
    """Draw the address of this page as it is prepared, to copy."""
    ui.heading(text("desk-share"), text("desk-share-note"))
    st.code(f"{signin.public_address()}/{PAGE}?{_query(wanted)}", language=None, wrap_lines=True)


def _query(wanted: Preparation) -> str:
    """What the address holds: filters as the page writes them, the rest as the screen reads it."""
    filters = [(key, one) for key in RESTRICTED.values() for one in st.query_params.get_all(key)]
    own = replace(wanted, restriction=Restriction(), language="fr").query()
    return "&".join(part for part in (own, urlencode(filters)) if part)


def _row(scene: Scene, place: int, shown: list[str], every: list[str]) -> None:
    name = scene.name
    is_shown = name in shown
    with st.container(horizontal=True, vertical_alignment="center", key=f"scene-{name}"):
        key = f"scene-shown-{name}"
        st.session_state[key] = is_shown
        st.checkbox(
            text(f"desk-scene-{name}"),
            key=key,
            on_change=_write,
            args=([one for one in shown if one != name] if is_shown else [*shown, name], every),
            disabled=shown == [name],
            width=240,
        )
        st.markdown(ui.escaped(scene.title), width="stretch")
        if is_shown:
            for words, icon, step in (("up", "arrow_upward", -1), ("down", "arrow_downward", 1)):
                to = place + step
                st.button(
                    text(f"desk-scene-{words}"),
                    icon=f":material/{icon}:",
                    type="tertiary",
                    key=f"scene-{words}-{name}",
                    on_click=_write,
                    args=(_moved(shown, place, to), every),
                    disabled=not 0 <= to < len(shown),
                )


def _moved(shown: list[str], place: int, to: int) -> list[str]:
    order = [one for index, one in enumerate(shown) if index != place]
    order.insert(to, shown[place])
    return order


def _write(shown: list[str], every: list[str]) -> None:
    _put(SCENES, "" if shown == every else ",".join(shown))


def _pace(pace: int) -> None:
    st.session_state[PACE_KEY] = pace
    st.segmented_control(
        text("desk-pace"),
        PACES,
        format_func=lambda seconds: (
            text("desk-pace-seconds", seconds=str(seconds)) if seconds else text("desk-pace-hand")
        ),
        key=PACE_KEY,
        on_change=lambda: _put(PACE, str(st.session_state[PACE_KEY] or "")),
    )


def _asked(name: str) -> str:
    """What the address says, kept while other pages are looked at."""
    if name in st.query_params:
        st.session_state[f"board-{name}"] = st.query_params[name]
    kept: str = st.session_state.get(f"board-{name}", "")
    if kept:
        st.query_params[name] = kept
    return kept


def _put(name: str, written: str) -> None:
    st.session_state[f"board-{name}"] = written
    if written and written != "0":
        st.query_params[name] = written
    else:
        st.session_state.pop(f"board-{name}", None)
        st.query_params.pop(name, None)
