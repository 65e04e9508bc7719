"""One file, one transaction: every row is loaded, or waits in quarantine with its reason.

Belongs here: what a load is and what comes out of it. Not here: reading (``read``), understanding
(``recognise``, ``parse``), writing facts (``facts``), summing (``summarise``).
"""

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, insert, select

from etl import database, decisions, editions, looks, notices, stamp, summarise
from etl.ahead import ahead
from etl.clean import without_contacts
from etl.facts import Facts
from etl.headers import title
from etl.match import Matcher
from etl.parse import Parsed
from etl.partners.decisions import forget_unused
from etl.read import Sheet, UnreadableFile, sheets
from etl.reading import Block, LeftOut, Reader, Refused, TableEnd
from etl.recognise import Layout, NotATemplate
from etl.schema import Load, Partner, Quarantine, SourceBlock

SORTERS: Final = 2
"""Processors that SQLite may use to sort what the indexes made anew hold."""
LOOKED_AT: Final = 50_000
"""Rows of a file that a person may want to look into; no region registers more in a year."""
COLLECTED: Final = 100_000
"""Objects made between two searches for cycles: Python's 700 would go through every row several times."""
OUTCOMES: Final = ("accepted", "updated", "unchanged", "quarantined", "ignored")


@dataclass(frozen=True)
class Refusal:
    """A row in quarantine: where it is, what is wrong, and what the message needs."""

    sheet: str
    row: int
    column: str
    value: str
    code: str
    details: dict[str, Any]


@dataclass(frozen=True)
class Warning:
    """Something that deserves a look and loses nothing."""

    code: str
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class TableRead:
    """A table that was read: where its headers are, what they mean, and rows set aside by reason."""

    sheet: str
    header_row: int
    layout: Layout
    aside: dict[str, int]


@dataclass(frozen=True)
class Change:
    """Figures by edition and audience before and after, as ``summarise.summary`` gives them."""

    before: list[dict[str, Any]]
    after: list[dict[str, Any]]


@dataclass
class Report:
    """What became of one file. ``load`` is None after a check, and ``change`` only told by one."""

    file: str
    sha256: str
    load: int | None = None
    editions: list[int] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("read", *OUTCOMES), 0))
    quarantine: list[Refusal] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    tables: list[TableRead] = field(default_factory=list)
    change: Change | None = None

    @property
    def loaded(self) -> int:
        """Rows that are in the database after this load, whether it put them there or not."""
        return self.rows["accepted"] + self.rows["updated"] + self.rows["unchanged"]


@dataclass(frozen=True)
class Answer:
    """What tells a load that a partner's page makes from a file: ``note``, if anything was added in words."""

    note: str | None = None


class _CheckOnly(Exception):
    """Ends the transaction of a check, so that nothing it did stays."""


def load(
    engine: Engine,
    path: Path,
    *,
    edition: int | None = None,
    check: bool = False,
    demonstration: bool = False,
    author: str | None = None,
    progress: Callable[[int], None] = lambda rows: None,
) -> Report:
    """Load one file, or check it.

    Args:
        engine: a prepared database.
        path: the file.
        edition: the edition of rows that do not name one.
        check: do everything, then undo it.
        demonstration: mark what it brings as fictional.
        author: who loads; by default the user of the machine.
        progress: called with the number of rows read so far.

    Returns:
        What became of each row.

    Raises:
        UnreadableFile: the file cannot be read or is not one of the templates; nothing is written.
    """
    return load_sheets(
        engine,
        Report(path.name, _sha256(path)),
        lambda: sheets(path),
        edition=edition,
        check=check,
        demonstration=demonstration,
        author=author,
        progress=progress,
    )


def load_sheets(
    engine: Engine,
    report: Report,
    opened: Callable[[], Iterable[Sheet]],
    *,
    edition: int | None = None,
    check: bool = False,
    demonstration: bool = False,
    vouched: bool = False,
    author: str | None = None,
    progress: Callable[[int], None] = lambda rows: None,
    along: Callable[[Connection], None] = lambda connection: None,
    answer: Answer | None = None,
) -> Report:
    """Load the sheets of one source, or check them, as ``load`` does for a file.

    Args:
        engine: a prepared database.
        report: names the source; it is filled and returned.
        opened: gives the sheets, once the transaction has begun.
        edition: the edition of rows that do not name one.
        check: do everything, then undo it.
        demonstration: mark what it brings as fictional.
        vouched: a person says that figures that cannot be true together, or there, are true.
        author: who loads; by default the user of the machine.
        progress: called with the number of rows read so far.
        along: what is to happen in the same transaction, once all is read: with the load, or not at all.
        answer: of a load that a partner's page makes, what is said beside the figures.

    Raises:
        UnreadableFile: no sheet holds one of the templates; nothing is written.
    """
    try:
        with rare_collections(), database.writer(engine, refers_rightly=True) as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA threads = {SORTERS}")
            before = _figures(connection) if check else []
            loading = _Loading(
                connection, report, edition, demonstration, vouched, author or stamp.user(), progress, answer
            )
            loading.read(opened())
            along(connection)
            if check:
                report.change = Change(before, _figures(connection))
                raise _CheckOnly
    except _CheckOnly:
        report.load = None
    return report


class _Loading:
    """The state of one load inside its transaction."""

    def __init__(
        self,
        connection: Connection,
        report: Report,
        edition: int | None,
        demonstration: bool,
        vouched: bool,
        author: str,
        progress: Callable[[int], None],
        answer: Answer | None,
    ) -> None:
        self.connection = connection
        self.report = report
        self.edition = edition
        self.demonstration = demonstration
        self.vouched = vouched
        self.author = author
        self.progress = progress
        self.answer = answer
        self.moment = stamp.now()
        self.matcher = Matcher(connection)
        self.load_id = database.next_id(connection, Load.__table__)  # type: ignore[arg-type]
        self.facts = Facts(connection, self.load_id)
        self.alike_places: dict[str, str] = {}
        self.next_quarantine = database.next_id(connection, Quarantine.__table__)  # type: ignore[arg-type]
        self.first_partner = database.next_id(connection, Partner.__table__)  # type: ignore[arg-type]
        self.seen_before = self._refusals_of_the_same_file()

    def read(self, opened: Iterable[Sheet]) -> None:
        self._record("registrations")
        reader = Reader(self.matcher, self.edition, self.vouched, decisions.recall(self.connection))
        left_out: list[LeftOut] = []
        template = None
        first_waiting = 0
        for found in ahead(reader.read(opened), lambda found: isinstance(found, Block) and found.is_full):
            if isinstance(found, Block):
                self._block(found)
            elif isinstance(found, TableEnd):
                template = template or found.layout.template
                self._table_end(found, first_waiting)
                first_waiting = len(self.report.quarantine)
            elif isinstance(found, LeftOut):
                left_out.append(found)
            else:
                self._warn([found])
        if template is None:
            raise NotATemplate.of(found.layout for found in left_out)
        self._warn(notices.of_sheets_left_out((found.sheet, found.layout) for found in left_out))
        self._finish(template)

    def _warn(self, told: Iterable[notices.Notice | looks.Look]) -> None:
        self.report.warnings += [Warning(code, details) for code, details in told]

    def _block(self, block: Block) -> None:
        rows, parsed, template = self.report.rows, block.parsed, block.layout.template
        if template == "registrations":
            self._identify(parsed)
        editions.ensure(self.connection, set(parsed.columns["edition"]))
        numbers = [block.rows[index] for index in parsed.indexes]
        written = self.facts.write(block.sheet, template, numbers, parsed)
        refused = block.refused((parsed.indexes[index], problem) for index, problem in written.problems)
        rows["read"] += len(block.rows) * block.weight
        rows["quarantined"] += len(refused) * block.weight
        for outcome, count in written.counts.items():
            rows[outcome] += count * block.weight
        self._refuse(block.sheet, block.layout, refused)
        self._keep(block.originals)
        self.progress(rows["read"])

    def _identify(self, parsed: Parsed) -> None:
        """Say whose each name of a partner is; last, for one is only created for a row that loads."""
        places = [where.code for where in parsed.columns["place"]]
        parsed.columns["partner"] = self.matcher.identifier.identify(parsed.columns["partner"], places)
        self.matcher.identifier.write(self.connection, self.load_id)

    def _table_end(self, table: TableEnd, first_waiting: int) -> None:
        rows, ignored = self.report.rows, sum(table.aside.values())
        rows["read"] += len(table.refused) + ignored
        rows["quarantined"] += len(table.refused)
        rows["ignored"] += ignored
        self._refuse(table.sheet, table.layout, table.refused)
        if table.layout.form == "long":
            waiting = self.report.quarantine
            waiting[first_waiting:] = sorted(waiting[first_waiting:], key=lambda one: one.row)
        self.report.tables.append(TableRead(table.sheet, table.header_row, table.layout, table.aside))
        self.alike_places = table.alike_places
        self._keep(table.originals)

    def _keep(self, originals: Sequence[dict[str, Any]]) -> None:
        if originals:
            self.connection.execute(
                insert(SourceBlock), [original | {"load_id": self.load_id} for original in originals]
            )

    def _refuse(self, sheet: str, layout: Layout, refused: Sequence[Refused]) -> None:
        waiting: list[dict[str, Any]] = []
        for one in refused:
            problem = one.problem
            title = layout.titles.get(problem.column, problem.column)
            value = without_contacts(problem.value)
            self.report.quarantine.append(
                Refusal(sheet, one.row, title, value, problem.code, problem.details)
            )
            if (sheet, one.row, problem.code) not in self.seen_before:
                waiting.append(
                    {
                        "id": self.next_quarantine + len(waiting),
                        "load_id": self.load_id,
                        "sheet": sheet,
                        "row": one.row,
                        "column": title,
                        "value": value,
                        "code": problem.code,
                        "details": problem.details,
                        "raw": _raw(layout, one.texts, self.edition),
                    }
                )
        if waiting:
            self.connection.execute(insert(Quarantine), waiting)
            self.next_quarantine += len(waiting)

    def _finish(self, template: str) -> None:
        self.facts.close()
        if self.report.rows["quarantined"]:  # a row may have been refused once its partner was made
            made = range(self.first_partner, database.next_id(self.connection, Partner.__table__))  # type: ignore[arg-type]
            forget_unused(self.connection, made)
        summarise.make_versions(
            self.connection, self.facts.touched, self.load_id, self.moment, self.facts.sums
        )
        self.report.load = self.load_id
        self.report.editions = sorted(self.facts.seen_editions)
        self._record_outcome(template)
        self._warn(notices.of_likenesses("place", self.alike_places))
        self._warn(notices.of_likenesses("partner", self.matcher.identifier.alike))
        if self.report.rows["read"] <= LOOKED_AT:
            self._warn(looks.of_load(self.connection, self.load_id, self.report.editions))
        if not self.demonstration and self._has_demonstration():
            self.report.warnings.append(Warning("demonstration_present"))

    def _record(self, template: str) -> None:
        counts = {f"rows_{name}": 0 for name in ("read", *OUTCOMES)}
        self.connection.execute(
            insert(Load),
            {
                "id": self.load_id,
                "file_name": self.report.file,
                "sha256": self.report.sha256,
                "template": template,
                "author": self.author,
                "loaded_at": self.moment,
                "is_demonstration": self.demonstration,
                "is_answer": self.answer is not None,
                "note": self.answer.note if self.answer else None,
            }
            | counts,
        )

    def _record_outcome(self, template: str) -> None:
        counts = {f"rows_{name}": count for name, count in self.report.rows.items()}
        statement = Load.__table__.update().where(Load.__table__.c.id == self.load_id)  # type: ignore[attr-defined]
        self.connection.execute(statement.values(template=template, **counts))

    def _refusals_of_the_same_file(self) -> set[tuple[str, int, str]]:
        rows = self.connection.execute(
            select(Quarantine.sheet, Quarantine.row, Quarantine.code)
            .join(Load, Load.id == Quarantine.load_id)
            .where(Load.sha256 == self.report.sha256, Load.undone_at.is_(None))
        )
        return {(row.sheet, row.row, row.code) for row in rows}

    def _has_demonstration(self) -> bool:
        statement = select(Load.id).where(Load.is_demonstration, Load.undone_at.is_(None)).limit(1)
        return self.connection.execute(statement).first() is not None


@contextmanager
def rare_collections() -> Iterator[None]:
    """Search seldom for cycles, a quarter of the time of a load otherwise: rows of cells make none."""
    usual = gc.get_threshold()
    gc.set_threshold(COLLECTED, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _raw(layout: Layout, texts: Mapping[str, str], edition: int | None) -> dict[str, str]:
    """A row as it was, contact columns and contacts removed, with the edition that was given for it."""
    given = {} if edition is None or "edition" in layout.positions else {title("edition"): str(edition)}
    return given | {layout.titles[column]: without_contacts(words) for column, words in texts.items()}


def _figures(connection: Connection) -> list[dict[str, Any]]:
    return summarise.summary(connection, ["edition", "audience"])


def _sha256(path: Path) -> str:
    if not path.is_file():
        raise UnreadableFile("missing")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
