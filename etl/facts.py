"""Write registrations and their figures in blocks, and tell what became of each row.

A block is put in temporary tables (``staging``), and a few statements over the whole of it do the rest inside
the database: no statement, and no memory, for each row. Not here: where the rows come from (``load``) and the
cube made of them (``summarise``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, text

from etl import journal, staging
from etl.clean import Problem
from etl.database import next_id
from etl.recognise import Template
from etl.schema import Registration
from etl.staging import CONTENT, MET

FIND_KNOWN: Final = """
INSERT INTO known (position, registration_id)
SELECT i.position, r.id FROM incoming i JOIN registration r ON r.edition = i.edition AND r.number = i.number
"""

FIND_MET: Final = "SELECT k.position FROM known k JOIN {met} m ON m.registration_id = k.registration_id"

NEW: Final = "position NOT IN (SELECT position FROM known)"

REMEMBER_NEW: Final = f"INSERT INTO {{met}} (registration_id) SELECT position FROM incoming WHERE {NEW}"
REMEMBER_KNOWN: Final = "INSERT INTO {met} (registration_id) SELECT registration_id FROM known"

NEW_REGISTRATIONS: Final = f"""
INSERT INTO registration (id, edition, number, {", ".join(CONTENT)}, load_id, sheet, "row")
SELECT position, edition, number, {", ".join(CONTENT)}, :load, :sheet, "row" FROM incoming WHERE {NEW}
ORDER BY position
"""

NEW_ATTACHED: Final = f"""
INSERT INTO {{table}} (registration_id, {{column}})
SELECT position, {{column}} FROM incoming_{{what}} WHERE {NEW}
"""

NEW_FIGURES: Final = f"""
INSERT INTO participation (registration_id, audience, expected)
SELECT position, audience, people FROM ({{figures}}) figure WHERE people IS NOT NULL AND {NEW}
"""

NEW_TEXTS: Final = f"""
INSERT INTO participation (registration_id, audience, expected_written)
SELECT position, audience, written FROM incoming_text WHERE {NEW}
ON CONFLICT (registration_id, audience) DO UPDATE SET expected_written = excluded.expected_written
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

TOUCHED: Final = """
SELECT DISTINCT i.edition FROM incoming i
LEFT JOIN known k ON k.position = i.position LEFT JOIN changed c ON c.position = i.position
WHERE k.position IS NULL OR c.position IS NOT NULL
"""


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
        self._next_position = next_id(connection, Registration.__table__)  # type: ignore[arg-type]
        self._differs = "IS NOT" if connection.dialect.name == "sqlite" else "IS DISTINCT FROM"
        staging.create(connection)

    def close(self) -> None:
        staging.drop(self.connection)

    def write(
        self,
        sheet: str,
        template: Template,
        audiences: Sequence[str],
        rows: Sequence[int],
        columns: dict[str, Sequence[Any]],
    ) -> Written:
        """Write a block of understood rows.

        Args:
            sheet: where they were read.
            template: whose columns they have.
            audiences: codes of the audiences that the sheet has a column for.
            rows: number of each row in its sheet.
            columns: their values, as in ``parse.Parsed.columns``.
        """
        self.seen_editions.update(columns["edition"])
        first = self._next_position
        self._next_position += len(rows)
        staging.fill(self.connection, range(first, first + len(rows)), rows, columns)
        self._run(FIND_KNOWN)
        problems = self._refusals(template, first, columns)
        staging.remove(self.connection, [first + index for index, _ in problems])
        journal.depend(self.connection, self.load_id, template)
        figures = staging.figures(audiences)
        if template == "registrations":
            counts = self._register(sheet, figures)
        else:
            counts = self._confirm(sheet, figures)
        self.touched.update(self._values(TOUCHED))
        return Written(counts, problems)

    def _refusals(
        self, template: Template, first: int, columns: dict[str, Sequence[Any]]
    ) -> list[tuple[int, Problem]]:
        """Second rows about a registration, and confirmations of none."""
        known = set(self._values("SELECT position FROM known"))
        met = set(self._values(FIND_MET.format(met=MET[template]))) if known else set()
        keys = list(zip(columns["edition"], columns["number"], strict=True))
        if template == "registrations" and not met and len(set(keys)) == len(keys):
            return []
        seen: set[tuple[int, str]] = set()
        problems = []
        for index, key in enumerate(keys):
            edition, number = key
            if template == "confirmed" and first + index not in known:
                details = {"edition": str(edition)}
                problems.append((index, Problem("unknown_registration", number, details, "number")))
            elif key in seen or first + index in met:
                problems.append((index, Problem("duplicate_number", number, column="number")))
            seen.add(key)
        return problems

    def _register(self, sheet: str, figures: str) -> dict[str, int]:
        accepted = self._run(NEW_REGISTRATIONS, load=self.load_id, sheet=sheet)
        for attached in ATTACHED:
            self._run(NEW_ATTACHED.format(**attached))
        self._run(NEW_FIGURES.format(figures=figures))
        self._run(NEW_TEXTS)
        self._run(REMEMBER_NEW.format(met=MET["registrations"]))
        known = self._run(REMEMBER_KNOWN.format(met=MET["registrations"]))
        updated = self._update(sheet, figures) if known else 0
        return {"accepted": accepted, "updated": updated, "unchanged": known - updated}

    def _update(self, sheet: str, figures: str) -> int:
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
        return updated

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

    def _values(self, query: str) -> Sequence[Any]:
        return self.connection.execute(text(query)).scalars().all()
