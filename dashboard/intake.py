"""What the page *Données* shows of a file before it is loaded, and of the rows and names that wait.

Composes ``etl`` for the page: words, tables of what was understood, what would change. Draws nothing, and
writes only through ``etl``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import access, audit, formats, messages, place_words, queries, tables
from dashboard.filters import names
from dashboard.formats import capitalised
from dashboard.loading import Loading, on_disk
from dashboard.messages import text
from dashboard.queries import Reference
from etl import corrections, database, decisions, export, sentences, stamp, summarise, undo
from etl.clean import key
from etl.corrections import VOUCHABLE, Waiting
from etl.headers import CONFIRMED, title
from etl.history import Change as LoadChange
from etl.history import LoadTold, history
from etl.load import OUTCOMES, Change, Report, load
from etl.partners import apart
from etl.partners import decisions as partner_decisions
from etl.read import UnreadableFile
from etl.recognise import NotATemplate, Question
from etl.schema import AUDIENCES, UNSPECIFIED

TYPES: Final = ("xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "pdf")
REMEMBERED: Final = 16
"""Previews that a session keeps: each gesture on the page asks for them again."""
LARGE: Final = 500_000
"""Bytes from which it is said that a file is being read before its first rows are."""
PANELS: Final = ("drop", "waiting", "partners", "exposure", "history", "export")
Answers = tuple[tuple[str, str, str | None], ...]
"""What people said that headers mean: identity of the headers, key of one, its column."""
NOT_USED: Final = ""
"""Answer to a question about a header: the column is not one of ours."""


@dataclass(frozen=True)
class Preview:
    """What a file would bring, or why it cannot be read.

    ``rows``: rows by outcome, in the words of the page. ``columns``, ``figures`` and ``refusals`` are tables
    as people read them; ``figures`` are people by edition and audience before and after.
    """

    name: str
    error: str | None
    rows: Mapping[str, int]
    columns: pd.DataFrame
    questions: tuple[Question, ...]
    figures: pd.DataFrame
    refusals: pd.DataFrame
    warnings: tuple[str, ...]

    @property
    def can_load(self) -> bool:
        """Whether loading it would put at least one row in the database."""
        return any(self.rows.get(name, 0) for name in ("accepted", "updated", "unchanged"))


def panels() -> dict[str, str]:
    """The parts of the page, by name."""
    return {name: text(f"panel-{name}") for name in PANELS}


def preview(
    file: UploadedFile, edition: int | None, progress: Callable[[int], None], is_settled: bool = False
) -> Preview:
    """What a file would change, without writing anything; remembered until the data or the answers change.

    Args:
        file: the file.
        edition: the edition of its rows that name none.
        progress: called with the number of rows read so far, which may draw it; at once for a large file.
        is_settled: what was said of the file before still stands, whatever has changed: it is being loaded.
    """
    remembered: dict[tuple[Any, ...], tuple[Any, Preview]] = st.session_state.setdefault("previews", {})
    identity = (file.name, file.file_id, edition, messages.language(), queries.database_url())
    state = (queries.snapshot(access.current_scope()).number, _decided())
    known = remembered.get(identity)
    if known is not None and (is_settled or known[0] == state):
        return known[1]
    if file.size > LARGE:
        progress(0)
    found = _preview(file, edition, progress)
    while len(remembered) >= REMEMBERED:
        del remembered[next(iter(remembered))]
    remembered[identity] = state, found
    return found


def take_in(files: Sequence[UploadedFile], edition: int | None) -> Loading:
    """Begin to load files."""
    return Loading(queries.engine(), files, edition, access.author(), access.origin())


def outcomes(loading: Loading) -> list[str]:
    """Tell what became of each file that was loaded."""
    say = sentences.catalogue(messages.language())
    return [
        _outcome(one) if isinstance(one, Report) else sentences.unreadable(*one, say)
        for one in loading.outcomes
    ]


def columns_to_choose() -> dict[str, str]:
    """What a header can be said to mean: none of ours, or a column by its title."""
    names = ("edition", "number", "partner", "sector", "place", "mrc", "action", "title", "held_on", "total")
    return {NOT_USED: text("column-not-used")} | {name: title(name) for name in (*names, *AUDIENCES)}


def answer(question: Question, column: str) -> None:
    """Remember what a header means, for every file with the same headers."""
    with database.writer(queries.engine()) as connection:
        decisions.remember(connection, question.fingerprint, question.header, column or None, access.author())


def waiting() -> list[Waiting]:
    """Rows that wait for a person."""
    with queries.engine().connect() as connection:
        return corrections.waiting(connection)


def reasons(rows: Sequence[Waiting]) -> dict[str, str]:
    """Why the rows wait, most frequent first: a name for each reason, with how many rows it holds."""
    counts = pd.Series([row.code for row in rows], dtype=object).value_counts()
    return {
        str(code): text("reason-count", reason=_reason(str(code)), count=formats.number(count))
        for code, count in counts.items()
    }


def editable(rows: Sequence[Waiting]) -> pd.DataFrame:
    """Waiting rows as a table to correct: why each waits, where it is, then its cells by header."""
    say = sentences.catalogue(messages.language())
    where = [(capitalised(sentences.problem(row, say)), row.file, row.sheet, row.row) for row in rows]
    cells = pd.DataFrame([row.cells for row in rows], index=[row.id for row in rows], dtype=object)
    return pd.concat([pd.DataFrame(where, index=cells.index, columns=fixed()), cells.fillna("")], axis=1)


def fixed() -> list[str]:
    """Columns of ``editable`` that say where a row is and why it waits, and are not to be changed."""
    return [text(f"column-{name}") for name in ("why", "file", "sheet", "row")]


def can_vouch(rows: Sequence[Waiting]) -> bool:
    """Whether a person may say that the figures of these rows are true all the same."""
    return bool(rows) and all(row.code in VOUCHABLE for row in rows)


def correct(rows: Sequence[Waiting], edited: pd.DataFrame, vouched: bool) -> list[str]:
    """Load waiting rows again as they were corrected, and tell what became of them."""
    asked = set(fixed())
    edits = {
        row.id: {
            str(header): "" if pd.isna(cell) else str(cell)
            for header, cell in edited.loc[row.id].items()
            if header not in asked and header in row.cells
        }
        for row in rows
    }
    reports = corrections.correct(queries.engine(), rows, edits, access.author(), vouched)
    _trace("loaded", [report.load for report in reports])
    return [_outcome(report) for report in reports]


def set_aside(rows: Sequence[Waiting]) -> None:
    """Let rows wait no more, without loading them."""
    corrections.set_aside(queries.engine(), rows)


def proposals() -> list[Any]:
    """Pairs of names that may be one partner, the most alike first."""
    with queries.engine().connect() as connection:
        return partner_decisions.waiting(connection)


def decide(proposal: int, is_same: bool) -> None:
    """Say whether two names are one partner, and count again what that changes."""
    with database.writer(queries.engine()) as connection:
        moment = stamp.now()
        decided = partner_decisions.decide(
            connection, proposal, "yes" if is_same else "no", access.author(), moment
        )
        summarise.make_versions(connection, decided.editions, None, moment)


def matched() -> list[Any]:
    """Names that were taken for a partner's by likeness, the least alike first."""
    with queries.engine().connect() as connection:
        return apart.matches(connection)


def among(matches: Sequence[Any], words: str) -> list[Any]:
    """The matches that have these words in one of their two names, whatever their case and accents."""
    return [one for one in matches if key(words) in key(one.name) or key(words) in key(one.partner)]


def place_names() -> dict[str, str]:
    """Names of the places that tell two names apart, by code; nothing where none does."""
    return place_words.by_code(_reference()) | {UNSPECIFIED: ""}


def set_apart(match: Any) -> list[str]:
    """Say that a name is not that of the partner it was taken for, count again, and tell what changed."""
    try:
        with database.writer(queries.engine()) as connection:
            moment = stamp.now()
            decided = apart.set_apart(connection, match.key, match.place_code, access.author(), moment)
            summarise.make_versions(connection, decided.editions, None, moment)
    except apart.NotMatched:
        return [text("apart-before", name=match.name)]
    editions = ", ".join(map(str, decided.editions)) or formats.MISSING
    told = [text("apart-done", name=match.name, other=match.partner, editions=editions)]
    return [*told, text("apart-unknown", count=decided.unknown)] if decided.unknown else told


def answered() -> list[Any]:
    """Answers about partners that can be taken back, the newest first."""
    with queries.engine().connect() as connection:
        return partner_decisions.answered(connection)


def take_back(decision: int) -> str | None:
    """Take an answer back: the pair is asked about again. A sentence where later answers rest on it."""
    try:
        with database.writer(queries.engine()) as connection:
            moment = stamp.now()
            editions = partner_decisions.take_back(connection, decision, access.author(), moment)
            summarise.make_versions(connection, editions, None, moment)
    except partner_decisions.DependsOnIt:
        return text("answer-rested-on")
    return None


def loads() -> list[LoadTold]:
    """Every load, the newest first."""
    with queries.engine().connect() as connection:
        return history(connection)


def history_table(told: Sequence[LoadTold]) -> pd.DataFrame:
    """The loads as people read them: who, when, what file, what it changed, and whether it was taken back."""
    return pd.DataFrame(
        [
            (
                one.id,
                formats.moment(one.loaded_at),
                one.author,
                one.file,
                *(one.rows[name] for name in OUTCOMES),
                " · ".join(_changed(change) for change in one.changes),
                one.note or "",
                formats.moment(one.undone_at) if one.undone_at else "",
            )
            for one in told
        ],
        columns=[
            text(f"column-{name}")
            for name in ("load", "when", "who", "file", *OUTCOMES, "changed", "note", "undone")
        ],
    )


def loads_to_choose(told: Sequence[LoadTold]) -> dict[int, str]:
    """Loads that are in force, by name; the demonstration's go by their own command."""
    return {
        one.id: text("load-name", load=str(one.id), file=one.file, moment=formats.moment(one.loaded_at))
        for one in told
        if one.undone_at is None and not one.is_demonstration
    }


def _trace(kind: Literal["loaded", "undone"], loads: Sequence[int | None]) -> None:
    audit.from_where(queries.engine(), kind, loads, access.origin())


def undo_load(load_id: int) -> str:
    """Take a load back, and say so; or say what rests on it."""
    say = sentences.catalogue(messages.language())
    try:
        undone = undo.undo(queries.engine(), load_id, access.author())
    except undo.REFUSALS as error:
        return sentences.undo_refused(error, load_id, say)
    _trace("undone", [load_id])
    return text("load-undone", load=str(load_id), editions=", ".join(map(str, undone.editions)) or "—")


def package() -> bytes:
    """The whole as a data package, zipped; made at the click."""
    return export.zipped(queries.engine())


def _changed(change: LoadChange) -> str:
    return text(
        "edition-changed",
        edition=str(change.edition),
        before=formats.number(change.before.reach),
        after=formats.number(change.after.reach),
        version=str(change.version),
    )


def _preview(file: UploadedFile, edition: int | None, progress: Callable[[int], None]) -> Preview:
    say, name = sentences.catalogue(messages.language()), file.name
    with on_disk(file) as path:
        try:
            report = load(queries.engine(), path, edition=edition, check=True, progress=progress)
        except NotATemplate as error:
            return _unreadable(name, sentences.unreadable(name, error, say), error.nearest.questions)
        except UnreadableFile as error:
            return _unreadable(name, sentences.unreadable(name, error, say), ())
    return Preview(
        name=name,
        error=None,
        rows={outcome: report.rows[outcome] for outcome in OUTCOMES},
        columns=_columns(report),
        questions=tuple(question for table in report.tables for question in table.layout.questions),
        figures=_figures(report.change, report.editions),
        refusals=pd.DataFrame(
            [
                (refusal.sheet, refusal.row, refusal.column, capitalised(sentences.problem(refusal, say)))
                for refusal in report.quarantine
            ],
            columns=[text(f"column-{name}") for name in ("sheet", "row", "header", "why")],
        ),
        warnings=tuple(sentences.warning(warning, say) for warning in report.warnings),
    )


def _unreadable(name: str, sentence: str, questions: tuple[Question, ...]) -> Preview:
    nothing = pd.DataFrame()
    return Preview(name, sentence, {}, nothing, questions, nothing, nothing, ())


def _columns(report: Report) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (table.sheet, column.header, _understood(column.column), text(f"how-{column.how}"))
            for table in report.tables
            for column in table.layout.columns
        ],
        columns=[text(f"column-{name}") for name in ("sheet", "header", "understood", "how")],
    )


def _understood(column: str) -> str:
    name = title(column.removeprefix(CONFIRMED))
    return text("column-confirmed-of", column=name) if column.startswith(CONFIRMED) else name


def _figures(change: Change | None, editions: Sequence[int]) -> pd.DataFrame:
    """People by edition and audience, before and after; only the editions of the file."""
    assert change is not None
    sides = {
        side: pd.DataFrame(rows, columns=["edition", "audience", *summarise.COUNTS])
        .set_index(["edition", "audience"])["reach"]
        .rename(side)
        for side, rows in (("previous", change.before), ("value", change.after))
    }
    both = pd.concat(sides.values(), axis=1).fillna(0).astype(int).reset_index()
    both = both[both["edition"].isin(editions)]
    both = both.assign(
        audience=pd.Categorical(both["audience"], AUDIENCES),
        change=both["value"] - both["previous"],
    ).sort_values(["edition", "audience"])
    named = both.assign(label=both["audience"].astype(str).map(names(_reference(), "audiences")))
    return tables.readable(
        named,
        *("edition", "label", "previous", "value", "change"),
        label=text("column-audience"),
        previous=text("column-before"),
        value=text("column-after"),
    )


def _reason(code: str) -> str:
    return text(f"reason-{code.replace('_', '-')}")


def _outcome(report: Report) -> str:
    counts = {name: formats.number(report.rows[name]) for name in ("read", *OUTCOMES)}
    return text("load-outcome", file=report.file, **counts)


def _reference() -> Reference:
    scope = access.current_scope()
    return queries.reference(queries.snapshot(scope).versions, scope, queries.database_url())


def _decided() -> Answers:
    with queries.engine().connect() as connection:
        known = decisions.recall(connection)
    return tuple((headers, *answer) for headers, answers in known.items() for answer in answers.items())
