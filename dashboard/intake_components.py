"""The pieces of the page *Données*: the drop zone, a file's preview, the table to correct, the two names.

Draws and asks. Not here: what is shown (``intake``).
"""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import access, formats, intake
from dashboard import components as ui
from dashboard.intake import Preview
from dashboard.messages import text
from etl.corrections import Waiting
from etl.history import LoadTold
from etl.recognise import Question

OUTCOMES: Final = "intake-outcomes"
SET_APART: Final = "intake-set-apart"
LOADING: Final = "intake-loading"
NEXT_LOOK: Final = 0.25
"""Seconds between two looks at how far a load is."""
SHOWN: Final = 20
"""Proposals and rows drawn at once: more would be read by nobody, and slow to draw."""


def outcomes() -> None:
    """Draw what the last gesture did, once."""
    for sentence in st.session_state.pop(OUTCOMES, []):
        st.info(ui.escaped(sentence), icon=":material/info:")


def drop(types: Sequence[str]) -> tuple[list[UploadedFile], int | None]:
    """Ask for files, and for the edition of the rows that name none."""
    files = st.file_uploader(
        text("drop-files"),
        types,
        accept_multiple_files=True,
        key=f"drop-{st.session_state.setdefault('drops', 0)}",
        help=text("drop-help"),
    )
    edition = st.number_input(
        text("drop-edition"),
        min_value=2008,
        max_value=2100,
        value=None,
        step=1,
        format="%d",
        help=text("drop-edition-help"),
        width=ui.FIELD_WIDTH,
    )
    return list(files or []), edition


def preview(file: UploadedFile, edition: int | None) -> Preview:
    """Draw what a file would change: what was understood, what it brings, what waits and why.

    While a long file is read, how far it is stands where its preview will.
    """
    ui.section(file.name)
    place = st.empty()
    found = intake.preview(
        file,
        edition,
        lambda rows: _tell(place, "reading", file.name, rows),
        is_settled=LOADING in st.session_state,
    )
    with place.container():
        _preview(found)
    return found


def _preview(found: Preview) -> None:
    if found.error:
        st.error(ui.escaped(found.error), icon=":material/error:")
    for question in found.questions:
        ask(question)
    if found.error:
        return
    ui.tiles(
        [
            ui.Tile(text(f"outcome-{name}"), formats.number(count), help=text(f"outcome-{name}-help"))
            for name, count in found.rows.items()
        ],
        against=None,
    )
    if found.warnings:
        with st.expander(text("preview-warnings", count=len(found.warnings)), expanded=True):
            st.markdown("\n".join(f"- {ui.escaped(sentence)}" for sentence in found.warnings))
    ui.table(text("preview-figures"), found.figures, name=f"figures-{found.name}")
    if len(found.refusals):
        why = text("column-why")
        ui.table(text("preview-refusals"), found.refusals, name=f"refusals-{found.name}", widest=why)
    with st.expander(text("preview-columns", count=len(found.columns)), type="compact"):
        ui.table(text("preview-columns-title"), found.columns, name=f"columns-{found.name}")


def ask(question: Question) -> None:
    """Ask what a header means, with its first values; the answer serves every file with these headers."""
    options = intake.columns_to_choose()
    key = f"question-{question.fingerprint}-{question.header}"
    with st.container(border=True):
        st.markdown(ui.escaped(text("question-header", header=question.header, sheet=question.sheet)))
        st.caption(ui.escaped(text("question-values", values=", ".join(question.values) or formats.MISSING)))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            codes = list(options)
            proposed = question.proposed.rpartition(":")[2]
            column = st.selectbox(
                text("question-meaning"),
                codes,
                index=codes.index(proposed) if proposed in codes else 0,
                format_func=lambda code: options[code],
                key=key,
                width=ui.FIELD_WIDTH,
            )
            st.button(
                text("question-answer"), key=f"{key}-answer", on_click=intake.answer, args=(question, column)
            )


def load_button(files: list[UploadedFile], edition: int | None, previews: Sequence[Preview]) -> None:
    """Offer to load the files that were previewed; nothing was written until then."""
    if not files:
        return
    is_worth_it = any(found.can_load or found.rows.get("quarantined") for found in previews)
    st.button(
        text("load-files", count=len(files)),
        icon=":material/database:",
        disabled=LOADING in st.session_state or not is_worth_it,
        on_click=_load,
        args=(files, edition),
    )


def loading() -> None:
    """Draw how far the files are that are being loaded, until they are; then what became of them."""
    under_way = st.session_state.get(LOADING)
    if under_way is None:
        return
    place = st.empty()
    while not under_way.is_done(within=NEXT_LOOK):
        _tell(place, "loading", under_way.file, under_way.rows, note=text("loading-note"))
    del st.session_state[LOADING]
    if under_way.error is not None:
        raise under_way.error
    st.session_state[OUTCOMES] = intake.outcomes(under_way)
    st.session_state["drops"] = st.session_state.get("drops", 0) + 1  # another key: an empty drop zone
    st.rerun()


def _tell(place: DeltaGenerator, what: str, file: str, rows: int, note: str = "") -> None:
    count = formats.number(rows)
    words = text(f"{what}-rows", file=file, count=count) if rows else text(f"{what}-file", file=file)
    place.info("  \n".join(map(ui.escaped, filter(None, (words, note)))), icon=":material/hourglass_top:")


def reason(rows: list[Waiting]) -> list[Waiting]:
    """Choose why the rows to correct wait; say so when none does."""
    if not rows:
        st.info(text("nothing-waits"), icon=":material/done_all:")
        return []
    named = intake.reasons(rows)
    chosen = st.selectbox(
        text("choose-reason"),
        list(named),
        format_func=lambda code: named[code],
        key="raison",
        width=ui.FIELD_WIDTH,
    )
    return [row for row in rows if row.code == chosen]


def correct(rows: list[Waiting]) -> None:
    """Draw the rows that wait for one reason, to be corrected and loaded again."""
    table = intake.editable(rows)
    ui.heading(text("waiting-title", count=len(rows)), text("waiting-note"))
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=intake.fixed(),
        column_config={text("column-why"): st.column_config.TextColumn(width="large")},
        key=f"waiting-{'-'.join(str(row.id) for row in rows[:3])}-{len(rows)}",
        alt=text("waiting-title", count=len(rows)),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            text("waiting-load"),
            icon=":material/database:",
            on_click=_correct,
            args=(rows, edited, False),
            key="correct",
        )
        if intake.can_vouch(rows):
            st.button(
                text("waiting-vouch"),
                on_click=_correct,
                args=(rows, edited, True),
                help=text("waiting-vouch-help"),
                key="vouch",
            )
        st.button(
            text("waiting-aside"),
            on_click=intake.set_aside,
            args=(rows,),
            help=text("waiting-aside-help"),
            key="set-aside",
        )


def proposals(pairs: Sequence[Any]) -> None:
    """Draw pairs of names that may be one partner, each with yes and no; undecided ones stay."""
    if not pairs:
        st.info(text("nothing-proposed"), icon=":material/done_all:")
        return
    ui.heading(text("proposals-title", count=len(pairs)), text("proposals-note"))
    places = intake.place_names()
    for pair in pairs[:SHOWN]:
        here, there = (places.get(code, "") for code in (pair.place_code, pair.other_place_code))
        with st.container(border=True):
            one, other, answers = st.columns((3, 3, 2), vertical_alignment="center")
            one.markdown(_side(pair.name, here))
            other.markdown(_side(pair.other_name, there))
            with answers, st.container(horizontal=True, horizontal_alignment="right"):
                for words, is_same in (("same-partner", True), ("two-partners", False)):
                    st.button(
                        text(words),
                        key=f"{words}-{pair.id}",
                        on_click=intake.decide,
                        args=(pair.id, is_same),
                    )
    if len(pairs) > SHOWN:
        st.caption(text("proposals-more", count=len(pairs) - SHOWN))


def matches(found: Sequence[Any]) -> None:
    """Draw the names that were taken for a partner's by likeness, each to be set apart from it.

    What the last one did is said here, under the eyes of who did it.
    """
    for sentence in st.session_state.pop(SET_APART, []):
        st.info(ui.escaped(sentence), icon=":material/info:")
    if not found:
        return
    ui.heading(text("matches-title", count=len(found)), text("matches-note"))
    shown = list(found)
    if len(found) > SHOWN:
        words = st.text_input(
            text("matches-search"), key="graphie", placeholder=text("matches-example"), width=ui.FIELD_WIDTH
        )
        shown = intake.among(found, words or "")
    places = intake.place_names()
    for one in shown[:SHOWN]:
        place = places.get(one.place_code, "")
        with st.container(border=True):
            name, partner, answer = st.columns((3, 3, 2), vertical_alignment="center")
            name.markdown(_side(one.name, place))
            likeness = text("matches-likeness", likeness=formats.percent(one.score / 100))
            partner.markdown(_side(one.partner, likeness))
            with answer, st.container(horizontal=True, horizontal_alignment="right"):
                st.button(
                    text("not-the-same"),
                    key=f"apart-{one.key}-{one.place_code}",
                    on_click=_apart,
                    args=(one,),
                )
    if len(shown) > SHOWN:
        st.caption(text("matches-more", count=len(shown) - SHOWN))
    if not shown:
        st.caption(text("matches-none"))


def answers(given: Sequence[Any]) -> None:
    """Draw the answers given about partners, each to be taken back; nothing when there are none."""
    if not given:
        return
    with st.expander(text("answers-title", count=len(given)), type="compact"):
        for one in given[:SHOWN]:
            words, undo = st.columns((6, 2), vertical_alignment="center")
            words.markdown(
                ui.escaped(
                    text(
                        f"answer-{one.answer}",
                        name=one.name,
                        other=one.other_name,
                        author=one.decided_by,
                        moment=formats.moment(one.decided_at),
                    )
                )
            )
            undo.button(text("answer-take-back"), key=f"answer-{one.id}", on_click=_take_back, args=(one.id,))


def history(told: Sequence[LoadTold]) -> None:
    """Draw the loads, and offer to take one back or to see the data as it left them."""
    if not told:
        st.info(text("no-load"), icon=":material/history:")
        return
    ui.table(
        text("history-title"),
        intake.history_table(told),
        name="history",
        note=text("history-note"),
        widest=text("column-changed"),
    )
    named = intake.loads_to_choose(told)
    if not named:
        return
    chosen = st.selectbox(
        text("choose-load"),
        list(named),
        index=None,
        format_func=lambda load: named[load],
        placeholder=text("choose-placeholder"),
        key="chargement",
        width=ui.FIELD_WIDTH,
    )
    if chosen is not None:
        st.button(
            text("undo-load"),
            icon=":material/undo:",
            help=text("undo-load-help"),
            on_click=_undo,
            args=(chosen,),
        )


def export() -> None:
    """Offer everything as a data package, made at the click."""
    ui.heading(text("export-title"), text("export-note"))
    st.download_button(
        text("export-download"),
        access.delivered("portee-jps.zip", intake.package),
        file_name="portee-jps.zip",
        mime="application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
    )


def _side(name: str, place: str) -> str:
    return f"**{ui.escaped(name)}**" + (f"  \n{ui.escaped(place)}" if place else "")


def _load(files: list[UploadedFile], edition: int | None) -> None:
    st.session_state[LOADING] = intake.take_in(files, edition)


def _correct(rows: list[Waiting], edited: pd.DataFrame, vouched: bool) -> None:
    st.session_state[OUTCOMES] = intake.correct(rows, edited, vouched)


def _apart(match: Any) -> None:
    st.session_state[SET_APART] = intake.set_apart(match)


def _take_back(decision: int) -> None:
    refused = intake.take_back(decision)
    st.session_state[OUTCOMES] = [refused] if refused else []


def _undo(load: int) -> None:
    st.session_state[OUTCOMES] = [intake.undo_load(load)]
    st.session_state.pop("chargement", None)
