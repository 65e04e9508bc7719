"""Where exposure is shown, beside people, and where directors fill it. Draws and asks; ``exposure`` does."""

from typing import Final

import pandas as pd
import streamlit as st

from dashboard import components as ui
from dashboard import exposure, formats
from dashboard.messages import text
from dashboard.view import View
from etl.clean import FIRST_EDITION
from etl.exposure import LARGEST

SAID: Final = "exposure-said"
SAVED: Final = "exposure-saved"
"""How many times this session saved: the table to fill begins anew after each."""
TYPES: Final = ("xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt")


def beside(view: View) -> None:
    """Draw the exposure of the edition, once unfolded."""
    with ui.unfold(text("exposure-title"), "exposure") as is_open:
        if not is_open:
            return
        listed = exposure.rows(view)
        units = exposure.by_unit(view, listed)
        ui.paragraph(exposure.finding(view, units))
        if len(units):
            ui.table(
                text("exposure-by-unit"),
                exposure.by_unit_table(view, listed, units),
                name="exposure-units",
                note=text("exposure-note"),
            )
        if (listed["edition"] == view.edition).any():
            ui.table(
                text("exposure-rows", edition=str(view.edition)),
                exposure.listed_table(listed, view.edition),
                name="exposure",
            )
        if view.is_filtered:
            ui.remark(text("exposure-unfiltered"))
        ui.way_to(view.scope, "data", text("exposure-way"))


def desk() -> None:
    """Draw the table to fill, what was taken out of it, and a file to add."""
    ui.heading(text("exposure-desk"), text("exposure-desk-note"))
    for sentence in st.session_state.pop(SAID, []):
        st.info(ui.escaped(sentence), icon=":material/info:")
    listed = exposure.present()
    shown = exposure.titles()
    numbers = f"{len(listed)}-{max((one.id for one in listed), default=0)}"
    edited = st.data_editor(
        exposure.editable(listed),
        hide_index=True,
        num_rows="dynamic",
        column_config={
            shown["edition"]: st.column_config.NumberColumn(
                format="%d", min_value=FIRST_EDITION, max_value=2100, step=1, width=72
            ),
            shown["what"]: st.column_config.TextColumn(width=260),
            shown["channel"]: st.column_config.SelectboxColumn(
                options=list(exposure.names("channel").values())
            ),
            shown["starts_on"]: st.column_config.DateColumn(format="localized"),
            shown["ends_on"]: st.column_config.DateColumn(format="localized"),
            shown["number"]: st.column_config.NumberColumn(
                format="localized", min_value=0, max_value=LARGEST, step=1
            ),
            shown["unit"]: st.column_config.SelectboxColumn(options=list(exposure.names("unit").values())),
        },
        placeholder=formats.MISSING,
        key=f"exposure-{numbers}-{st.session_state.get(SAVED, 0)}",
        alt=text("exposure-desk"),
    )
    if st.button(text("exposure-save"), type="primary", icon=":material/save:", key="exposure-save"):
        _save(listed, edited)
    _file()
    _removed()


def _save(listed: list[object], edited: pd.DataFrame) -> None:
    said = exposure.save(listed, edited)
    if len(said) > 1:
        st.warning("\n".join(f"- {ui.escaped(sentence)}" for sentence in said), icon=":material/error:")
        return
    st.session_state[SAID] = said
    st.session_state[SAVED] = st.session_state.get(SAVED, 0) + 1
    st.rerun()


def _file() -> None:
    with st.expander(text("exposure-file"), type="compact"):
        ui.download(exposure.template, "gabarit-exposition", "xlsx", text("exposure-template"))
        file = st.file_uploader(
            text("exposure-drop"), TYPES, key=f"exposure-file-{st.session_state.get(SAVED, 0)}"
        )
        if file is None:
            return
        found, wrong = exposure.understood(file)
        if wrong:
            st.warning("\n".join(f"- {ui.escaped(sentence)}" for sentence in wrong), icon=":material/error:")
        elif found is not None and st.button(
            text("exposure-add", count=len(found.rows)), icon=":material/add:", key="exposure-add"
        ):
            st.session_state[SAID] = [exposure.take_in(found)]
            st.session_state[SAVED] = st.session_state.get(SAVED, 0) + 1
            st.rerun()


def _removed() -> None:
    gone = exposure.removed()
    if not gone:
        return
    with st.expander(text("exposure-gone", count=len(gone)), type="compact"):
        chosen = st.selectbox(
            text("exposure-choose"),
            list(gone),
            index=None,
            format_func=lambda number: gone.get(number, ""),
            placeholder=text("choose-placeholder"),
            key="exposition",
        )
        if chosen is not None:
            st.button(text("exposure-restore"), icon=":material/undo:", on_click=_restore, args=(chosen,))


def _restore(number: int) -> None:
    st.session_state[SAID] = [exposure.restore(number)]
    st.session_state.pop("exposition", None)
