"""Write registrations and their figures in blocks, and tell what became of each row.

Registrations that the database does not know are written at once. The other rows are put in temporary tables
(``staging``), and a few statements over all of them do the rest inside the database: no statement, and no
memory, for each row. Not here: where the rows come from (``load``) and the cube made of them (``summarise``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from operator import is_not
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, Index, text

from etl import journal, staging
from etl.clean import Problem
from etl.counts import BLANK, Count
from etl.database import bulk_insert, next_id
from etl.parse import Parsed
from etl.recognise import Template
from etl.schema import Registration
from etl.staging import CONTENT, MET, Block, Columns
from etl.summarise import new_tally
from etl.tally import Rows, Tally

MANY: Final = 10_000
"""Registrations under which no index is worth dropping."""

FIND_KNOWN: Final = """
INSERT INTO known (position, registration_id)
SELECT i.position, r.id FROM incoming i JOIN registration r ON r.edition = i.edition AND r.number = i.number
"""

FIND_MET: Final = """
SELECT k.position FROM known k WHERE k.registration_id >= :first
OR EXISTS (SELECT 1 FROM {met} m WHERE m.registration_id = k.registration_id)
"""
"""Registrations that the load itself made, or met before."""

REMEMBER_KNOWN: Final = """
INSERT INTO {met} (registration_id) SELECT registration_id FROM known
"""

CHANGED_CONTENT: Final = """
SELECT k.position, k.registration_id
FROM known k JOIN incoming i ON i.position = k.position JOIN registration r ON r.id = k.registration_id
WHERE {differences}
"""

CHANGED_ATTACHED: Final = """
SELECT k.position, k.registration_id FROM known k JOIN incoming_{what} i ON i.position = k.position
WHERE NOT EXISTS (SELECT 1 FROM {table} r
    WHERE r.registration_id = k.registration_id AND r.{column} = i.{column})
UNION
SELECT k.position, k.registration_id
FROM known k CROSS JOIN {table} r
WHERE r.registration_id = k.registration_id AND NOT EXISTS (SELECT 1 FROM incoming_{what} i
    WHERE i.position = k.position AND i.{column} = r.{column})
"""

CHANGED_FIGURES: Final = """
SELECT DISTINCT k.position, k.registration_id
FROM known k JOIN ({figures}) figure ON figure.position = k.position
LEFT JOIN participation p ON p.registration_id = k.registration_id AND p.audience = figure.audience
LEFT JOIN incoming_text t ON t.position = k.position AND t.audience = figure.audience
WHERE p.{measure} {differs} figure.people OR p.{measure}_written {differs} t.written
"""

WRITE_CONTENT: Final = f"""
UPDATE registration SET {", ".join(f"{name} = i.{name}" for name in CONTENT)},
    load_id = :load, sheet = :sheet, "row" = i."row"
FROM changed c JOIN incoming i ON i.position = c.position WHERE registration.id = c.registration_id
"""

FORGET_ATTACHED: Final = """
DELETE FROM {table} WHERE registration_id IN (SELECT registration_id FROM changed)
"""

WRITE_ATTACHED: Final = """
INSERT INTO {table} (registration_id, {column})
SELECT c.registration_id, i.{column} FROM changed c JOIN incoming_{what} i ON i.position = c.position
"""

WRITE_FIGURES: Final = """
INSERT INTO participation (registration_id, audience, {measure}, {measure}_written)
SELECT c.registration_id, figure.audience, figure.people, t.written
FROM changed c JOIN ({figures}) figure ON figure.position = c.position
LEFT JOIN incoming_text t ON t.position = c.position AND t.audience = figure.audience
WHERE true
ON CONFLICT (registration_id, audience)
DO UPDATE SET {measure} = excluded.{measure}, {measure}_written = excluded.{measure}_written
"""

FORGET_FIGURES: Final = """
DELETE FROM participation
WHERE registration_id IN (SELECT registration_id FROM changed) AND expected IS NULL AND confirmed IS NULL
    AND expected_written IS NULL AND confirmed_written IS NULL
"""

WRITE_CONFIRMATION: Final = """
UPDATE registration SET confirmed_load_id = :load, confirmed_sheet = :sheet, confirmed_row = i."row"
FROM changed c JOIN incoming i ON i.position = c.position WHERE registration.id = c.registration_id
"""

COUNT_CONFIRMED_BEFORE: Final = """
SELECT COUNT(DISTINCT p.registration_id)
FROM changed c CROSS JOIN participation p
WHERE p.registration_id = c.registration_id AND p.confirmed IS NOT NULL
"""
"""From the block to the facts, which is what SQLite takes CROSS JOIN to mean: else it reads all the facts."""

ATTACHED: Final = tuple(
    {"table": f"registration_{name.removeprefix('incoming_')}", "what": name.removeprefix("incoming_")}
    | {"column": column}
    for name, column in staging.ATTACHED.items()
)

INSERTED: Final = "SELECT id FROM registration WHERE id >= :first"

REPORTED: Final = ("confirmed_load_id", "confirmed_sheet", "confirmed_row")
"""Where the reported people of a registration were read."""

CHANGED: Final = "SELECT position FROM changed"

BEGUN: Final = "SELECT year FROM edition WHERE EXISTS (SELECT 1 FROM registration r WHERE r.edition = year)"

TOUCHED: Final = "SELECT DISTINCT i.edition FROM incoming i JOIN changed c ON c.position = i.position"


@dataclass
class Written:
    """What became of the rows of a block: how many by outcome; index and problem of those refused."""

    counts: dict[str, int]
    problems: list[tuple[int, Problem]] = field(default_factory=list)


class Facts:
    """What one load writes.

    Attributes:
        touched: editions whose figures changed.
        seen_editions: editions that the file speaks of.
    """

    def __init__(self, connection: Connection, load_id: int) -> None:
        self.connection = connection
        self.load_id = load_id
        self.touched: set[int] = set()
        self.seen_editions: set[int] = set()
        self._first = self._next_position = next_id(connection, Registration.__table__)  # type: ignore[arg-type]
        self._tally = new_tally(connection)
        self._to_be_read = set(connection.scalars(text(BEGUN)))
        self._differs = "IS NOT" if connection.dialect.name == "sqlite" else "IS DISTINCT FROM"
        self._dropped: list[Index] = []
        staging.create(connection)

    @property
    def sums(self) -> dict[int, Tally]:
        """What the facts of an edition sum to, for those that began with this load and were only added to."""
        return dict.fromkeys(self.touched - self._to_be_read, self._tally)

    def close(self) -> None:
        staging.drop(self.connection)
        for index in self._dropped:
            index.create(self.connection)

    def _drop_indexes(self) -> None:
        """Drop the indexes of registrations, to be made anew at the end, once a load more than doubles them.

        A row lands at random in such an index, which takes longer than all the rest of writing it. PostgreSQL
        keeps them, since it would make readers wait for the end of the load.
        """
        is_long = self._next_position > 2 * max(self._first, MANY)
        if is_long and not self._dropped and self.connection.dialect.name == "sqlite":
            self._dropped = sorted(Registration.__table__.indexes, key=str)  # type: ignore[attr-defined]
            for index in self._dropped:
                index.drop(self.connection)

    def write(
        self,
        sheet: str,
        template: Template,
        rows: Sequence[int],
        parsed: Parsed,
    ) -> Written:
        """Write a block of understood rows.

        Args:
            sheet: where they were read.
            template: whose columns they have.
            rows: number of each row in its sheet.
            parsed: what they say.
        """
        self.seen_editions.update(parsed.columns["edition"])
        first = self._next_position
        self._next_position += len(rows)
        positions = range(first, self._next_position)
        block = Block(positions, rows, parsed.columns, parsed.announced, parsed.reported)
        if template == "confirmed":
            return self._compare(sheet, template, block, range(len(rows)))
        self._drop_indexes()
        known = self._insert(sheet, block)
        written = Written(dict.fromkeys(("updated", "unchanged"), 0))
        if known:
            written = self._compare(sheet, template, block.only(known), known)
            if block.reported.codes:
                self._compare_reported(sheet, block, known, written)
        written.counts["accepted"] = len(rows) - len(known)
        return written

    def _compare_reported(self, sheet: str, block: Block, known: Sequence[int], announced: Written) -> None:
        """Write the people reported beside those announced, in rows that are counted already, once each."""
        changed = set(self._values(CHANGED))
        refused = {index for index, _ in announced.problems}
        taken = [index for index in known if index not in refused]
        staging.fill(self.connection, block.only(taken).only_reported())
        self._run(FIND_KNOWN)
        journal.depend(self.connection, self.load_id, "confirmed")
        self._confirm(sheet, staging.figures(block.reported.codes))
        self._touch_changed()
        changed |= set(self._values(CHANGED))
        announced.counts |= {"updated": len(changed), "unchanged": len(taken) - len(changed)}

    def _insert(self, sheet: str, block: Block) -> list[int]:
        """Write the registrations that the database does not know; the indexes of the others."""
        size = len(block.rows)
        read = {"load_id": [self.load_id] * size, "sheet": [sheet] * size, "row": block.rows}
        keys = {name: block.columns[name] for name in ("edition", "number")}
        values = {"id": block.positions} | keys | staging.content(block.columns) | read
        if block.reported.codes:
            values |= self._where_reported(sheet, block)
        inserted = self._put("registration", values, known_by=tuple(keys))
        known: list[int] = []
        if inserted < size:
            new = set(self._values(INSERTED, first=block.positions[0]))
            known = [index for index, position in enumerate(block.positions) if position not in new]
            fresh = [index for index, position in enumerate(block.positions) if position in new]
            block = block.only(fresh)
            values = {name: [each[index] for index in fresh] for name, each in values.items()}
        self.touched.update(block.columns["edition"])
        several = staging.attached(block)
        for attached, pairs in zip(ATTACHED, several, strict=True):
            bulk_insert(self.connection, attached["table"], ("registration_id", attached["column"]), pairs)
        rows, figures = _figures(block)
        at = np.array(block.positions, np.int64)[rows].tolist()
        self._put("participation", {"registration_id": at, **figures})
        if not self._to_be_read.issuperset(block.columns["edition"]):  # at hand: reading them again is longer
            _, taking_part = several
            row_at = {position: row for row, position in enumerate(block.positions)} if taking_part else {}
            joined = [(row_at[position], partner) for position, partner in taking_part]
            self._tally.add(values, rows, figures, joined)
        return known

    def _put(self, table: str, columns: Columns, known_by: Sequence[str] = ()) -> int:
        """Insert rows given by column, without the columns that are blank in all: they take as long."""
        told = {name: values for name, values in columns.items() if any(map(is_not, values, repeat(None)))}
        if not told:
            return 0
        return bulk_insert(self.connection, table, tuple(told), zip(*told.values(), strict=True), known_by)

    def _where_reported(self, sheet: str, block: Block) -> dict[str, Sequence[Any]]:
        """The load, the sheet and the row of reported people, for the rows that report any."""
        reporting = set(block.reported.rows.tolist())
        found = [
            (self.load_id, sheet, row) if index in reporting else (None, None, None)
            for index, row in enumerate(block.rows)
        ]
        return {name: [one[at] for one in found] for at, name in enumerate(REPORTED)}

    def _compare(self, sheet: str, template: Template, block: Block, indexes: Sequence[int]) -> Written:
        """Write what the rows of a block say differently than the registrations that they are about."""
        staging.fill(self.connection, block)
        self._run(FIND_KNOWN)
        problems = self._refusals(template, block)
        staging.remove(self.connection, [block.positions[index] for index, _ in problems])
        journal.depend(self.connection, self.load_id, template)
        figures = staging.figures(block.figures.codes)
        if template == "registrations":
            counts = self._update(sheet, figures)
        else:
            counts = self._confirm(sheet, figures)
        self._touch_changed()
        return Written(counts, [(indexes[index], problem) for index, problem in problems])

    def _touch_changed(self) -> None:
        changed = self._values(TOUCHED)
        self.touched.update(changed)
        self._to_be_read.update(changed)

    def _refusals(self, template: Template, block: Block) -> list[tuple[int, Problem]]:
        """Second rows about a registration, and confirmations of none."""
        known = set(self._values("SELECT position FROM known"))
        first = self._first if template == "registrations" else self._next_position
        met = set(self._values(FIND_MET.format(met=MET[template]), first=first)) if known else set()
        if known and len(block.reported.rows):
            confirmed = FIND_MET.format(met=MET["confirmed"])
            told = {block.positions[row] for row in block.reported.rows.tolist()}
            met |= told.intersection(self._values(confirmed, first=self._next_position))
        seen: set[tuple[int, str]] = set()
        problems = []
        keys = zip(block.columns["edition"], block.columns["number"], strict=True)
        for index, (position, key) in enumerate(zip(block.positions, keys, strict=True)):
            edition, number = key
            if template == "confirmed" and position not in known:
                details = {"edition": str(edition)}
                problems.append((index, Problem("unknown_registration", number, details, "number")))
            elif key in seen or position in met:
                problems.append((index, Problem("duplicate_number", number, column="number")))
            seen.add(key)
        return problems

    def _update(self, sheet: str, figures: str) -> dict[str, int]:
        known = self._run(REMEMBER_KNOWN.format(met=MET["registrations"]))
        different = (f"r.{name} {self._differs} i.{name}" for name in CONTENT)
        self._find_changed(
            CHANGED_CONTENT.format(differences=" OR ".join(different)),
            *(CHANGED_ATTACHED.format(**attached) for attached in ATTACHED),
            CHANGED_FIGURES.format(figures=figures, measure="expected", differs=self._differs),
        )
        journal.keep(self.connection, self.load_id, "registrations")
        updated = self._run(WRITE_CONTENT, load=self.load_id, sheet=sheet)
        if updated:
            for attached in ATTACHED:
                self._run(FORGET_ATTACHED.format(**attached))
                self._run(WRITE_ATTACHED.format(**attached))
            self._run(WRITE_FIGURES.format(figures=figures, measure="expected"))
            self._run(FORGET_FIGURES)
        return {"updated": updated, "unchanged": known - updated}

    def _confirm(self, sheet: str, figures: str) -> dict[str, int]:
        told = (
            f"SELECT * FROM ({figures}) every_figure WHERE people IS NOT NULL OR EXISTS (SELECT 1 FROM "
            "incoming_text w WHERE w.position = every_figure.position AND w.audience = every_figure.audience)"
        )
        known = self._run(REMEMBER_KNOWN.format(met=MET["confirmed"]))
        self._find_changed(CHANGED_FIGURES.format(figures=told, measure="confirmed", differs=self._differs))
        journal.keep(self.connection, self.load_id, "confirmed")
        updated = self._values(COUNT_CONFIRMED_BEFORE)[0]
        changed = self._run(WRITE_CONFIRMATION, load=self.load_id, sheet=sheet)
        if changed:
            self._run(WRITE_FIGURES.format(figures=told, measure="confirmed"))
        return {"accepted": changed - updated, "updated": updated, "unchanged": known - changed}

    def _find_changed(self, *differences: str) -> None:
        self._run(f"INSERT INTO changed (position, registration_id) {' UNION '.join(differences)}")

    def _run(self, statement: str, **values: Any) -> int:
        """Run a statement over the block; the number of rows that it wrote."""
        return self.connection.execute(text(statement), values).rowcount

    def _values(self, query: str, **values: Any) -> Sequence[Any]:
        return self.connection.execute(text(query), values).scalars().all()


def _figures(block: Block) -> tuple[Rows, Columns]:
    """What is announced and reported of each audience, in the order in which the table is sorted.

    The index of the registration of each in the block, and the columns of the table.
    """
    figures, reported = block.figures, block.reported
    if not len(reported.rows):
        columns: dict[str, Sequence[Any]] = {"audience": figures.audiences}
        return figures.rows, columns | {"expected": figures.people, "expected_written": figures.written}
    both: dict[tuple[int, str], list[Count]] = {}
    for measure, told in enumerate((figures, reported)):
        for row, audience, count in told:
            both.setdefault((row, audience), [BLANK, BLANK])[measure] = count
    keys = sorted(both)
    columns = {"audience": [audience for _, audience in keys]}
    for at, name in enumerate(("expected", "confirmed")):
        columns[name] = [both[key][at].people for key in keys]
        columns[f"{name}_written"] = [both[key][at].written for key in keys]
    return np.array([row for row, _ in keys], np.int32), columns
