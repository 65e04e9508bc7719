"""Where a partner confirms figures, on *Ma contribution*. Draws and asks; ``confirmation`` does."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import streamlit as st

from dashboard import components as ui
from dashboard import confirmation, formats
from dashboard.confirmation import Answer
from dashboard.messages import text
from dashboard.view import View
from etl.confirmations import LONGEST_NOTE

SAID: Final = "confirmation-said"
SAVED: Final = "confirmation-saved"
"""How many answers this session saved: what was kept is asked no more."""
HELD: Final = "confirmation-held"
"""The rows being filled, and those of which it is known what others saved: they stay until this is saved."""
LARGEST: Final = 10_000_000
"""People that a cell takes at most, as a file does."""
ROW_HEIGHT: Final = 66
"""Pixels: over 64, text goes to the line, so that a phone shows the whole name of an activity."""
WIDTHS: Final = {"activity": 126, "audience": 100, "expected": 60, "really": 72}
"""Pixels of the columns that are seen together on a phone; a wider screen stretches them."""


def section(view: View) -> None:
    """Draw what was announced beside what is confirmed, to be filled and saved as often as one comes back.

    Answers are awaited for a partner's newest edition; those of earlier ones are corrected, once unfolded.
    """
    if not confirmation.is_open(view):
        st.caption(ui.escaped(text("confirm-before", day=formats.day(confirmation.opens_on(view)))))
        return
    if view.edition == max(view.snapshot.editions):
        _filled(view, text("confirm-title", edition=str(view.edition)))
        return
    with ui.unfold(text("confirm-earlier", edition=str(view.edition)), "confirm") as is_open:
        if is_open:
            _filled(view)


def _filled(view: View, title: str | None = None) -> None:
    """Draw the form of an edition, under its title where nothing above it says it."""
    rows = confirmation.asked(view)
    if rows.empty:
        st.caption(text("confirm-led-by-others"))
        return
    if title:
        ui.heading(title, confirmation.state(view, rows))
    else:
        ui.remark(confirmation.state(view, rows))
    _said()
    held = f"{HELD}-{view.scope.partner}-{view.edition}"
    shown, known = st.session_state.setdefault(held, (rows, rows))
    with st.form(f"confirm-{_identity(view, shown)}", border=False):
        st.caption(text("confirm-note"))
        people = _people(view, shown)
        withdrawn, added = _exceptions(view, shown)
        note = st.text_area(
            text("confirm-words"),
            max_chars=LONGEST_NOTE,
            height=80,
            help=text("confirm-words-help"),
            key=f"confirm-words-{_identity(view, shown)}",
        )
        with ui.row():
            is_saved = st.form_submit_button(
                text("confirm-save"), type="primary", icon=":material/save:", key="confirm-save"
            )
            is_as_planned = st.form_submit_button(
                text("confirm-as-planned", started="yes" if rows["confirmed"].notna().any() else "no"),
                icon=":material/done_all:",
                help=text("confirm-as-planned-help"),
                disabled=not confirmation.can_be_as_planned(rows),
                key="confirm-as-planned",
            )
    if is_saved or is_as_planned:
        answer = Answer(people, withdrawn, added, is_as_planned, note, shown, known)
        st.session_state[SAID] = is_kept, _ = confirmation.save(view, answer)
        st.session_state[SAVED] = st.session_state.get(SAVED, 0) + is_kept
        if is_kept:
            del st.session_state[held]
        else:
            st.session_state[held] = shown, rows
        st.rerun()


def _said() -> None:
    """Draw what became of the last answer, once."""
    if said := st.session_state.pop(SAID, None):
        is_kept, sentence = said
        if is_kept:
            st.success(ui.escaped(sentence), icon=":material/check_circle:")
        else:
            st.warning(ui.escaped(sentence), icon=":material/error:")


def _people(view: View, rows: pd.DataFrame) -> pd.Series:
    titles = dict(zip(confirmation.SHOWN, confirmation.columns(), strict=True))
    really = titles["really"]
    filled = st.data_editor(
        confirmation.table(view, rows),
        hide_index=True,
        disabled=[title for title in titles.values() if title != really],
        column_config={
            titles["activity"]: st.column_config.TextColumn(width=WIDTHS["activity"]),
            titles["audience"]: st.column_config.TextColumn(width=WIDTHS["audience"]),
            titles["expected"]: st.column_config.NumberColumn(format="localized", width=WIDTHS["expected"]),
            titles["held-on"]: st.column_config.DateColumn(format="localized"),
            really: st.column_config.NumberColumn(
                format="localized", width=WIDTHS["really"], min_value=0, max_value=LARGEST, step=1
            ),
        },
        row_height=ROW_HEIGHT,
        placeholder=formats.MISSING,
        key=f"confirm-people-{_identity(view, rows)}",
        alt=text("confirm-title", edition=str(view.edition)),
    )
    return filled[really]


def _exceptions(view: View, rows: pd.DataFrame) -> tuple[list[str], Mapping[tuple[str, str], int]]:
    """Ask what the table has no row for: an activity that did not take place, an audience not announced."""
    named = confirmation.activities(view, rows)
    with st.expander(text("confirm-exceptions"), type="compact"):
        withdrawn = st.multiselect(
            text("confirm-withdrawn"),
            list(named),
            format_func=lambda number: f"{named[number]} ({number})",
            placeholder=text("choose-placeholder"),
            help=text("confirm-withdrawn-help"),
            key=f"confirm-withdrawn-{_identity(view, rows)}",
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            number = st.selectbox(
                text("confirm-other-activity"),
                list(named),
                format_func=lambda number: f"{named[number]} ({number})",
                key=f"confirm-other-activity-{_identity(view, rows)}",
                width=280,
            )
            audience = st.selectbox(
                text("confirm-other-audience"),
                list(view.audience_names),
                index=None,
                format_func=lambda code: view.audience_names[code],
                placeholder=text("choose-placeholder"),
                key=f"confirm-other-audience-{_identity(view, rows)}",
                width=220,
            )
            people = st.number_input(
                text("confirm-other-people"),
                min_value=0,
                max_value=LARGEST,
                value=None,
                step=1,
                key=f"confirm-other-people-{_identity(view, rows)}",
                width=180,
            )
    if number is None or audience is None or people is None:
        return withdrawn, {}
    return withdrawn, {(number, audience): people}


def _identity(view: View, rows: pd.DataFrame) -> str:
    """Changes with what this session saves and nothing else: what is being filled stays meanwhile."""
    figures = pd.util.hash_pandas_object(rows[["number", "audience", "expected", "confirmed"]], index=False)
    return f"{view.scope.partner}-{view.edition}-{figures.sum()}-{st.session_state.get(SAVED, 0)}"
