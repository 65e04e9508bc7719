"""Write registrations and their figures in blocks, and tell what became of each row.

Not here: where the rows come from (``load``) and the cube made of them (``summarise``).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, select, update

from etl.clean import Problem
from etl.database import bulk_insert, next_id
from etl.parse import ParsedRow
from etl.recognise import Layout
from etl.schema import Participation, Registration, RegistrationPlace

LOOKUP: Final = 400
"""Numbers asked for at once, under the parameters that any database allows."""

REGISTRATION: Final = (
    *("id", "edition", "number", "partner_id", "sector", "action", "place_code", "title"),
    *("held_on", "registered_on", "load_id", "sheet", "row"),
)
CONTENT: Final = REGISTRATION[3:10]
PARTICIPATION: Final = ("registration_id", "audience", "expected", "confirmed")

Key = tuple[int, str]
Outcome = str | Problem


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
        self._next_id = next_id(connection, Registration.__table__)  # type: ignore[arg-type]
        self._first_id = self._next_id
        self._already_met: set[int] = set()

    def write(self, sheet: str, layout: Layout, rows: Sequence[tuple[int, ParsedRow]]) -> list[Outcome]:
        """Write a block of parsed rows; an outcome for each, in order."""
        self.seen_editions.update(row.edition for _, row in rows)
        existing = self._existing({(row.edition, row.number) for _, row in rows})
        if layout.template == "confirmed":
            return self._confirm(sheet, layout, rows, existing)
        return self._register(sheet, layout, rows, existing)

    def _register(
        self,
        sheet: str,
        layout: Layout,
        rows: Sequence[tuple[int, ParsedRow]],
        existing: dict[Key, Any],
    ) -> list[Outcome]:
        outcomes: list[Outcome] = []
        registrations: list[tuple[Any, ...]] = []
        participations: list[tuple[Any, ...]] = []
        places: list[tuple[int, str]] = []
        met: set[Key] = set()
        figures = self._figures([row.id for row in existing.values()])
        held_in = self._places([row.id for row in existing.values()])
        audiences = layout.audiences
        for number, row in rows:
            key = (row.edition, row.number)
            before = existing.get(key)
            if key in met or (before is not None and self._is_met(before.id)):
                outcomes.append(Problem("duplicate_number", row.number, column="number"))
                continue
            met.add(key)
            assert row.where is not None
            content = (
                *(row.partner, row.sector, row.action, row.where.code, row.title),
                *(row.held_on, row.registered_on),
            )
            if before is None:
                identity = self._next_id
                self._next_id += 1
                registrations.append(
                    (identity, row.edition, row.number, *content, self.load_id, sheet, number)
                )
                participations += [
                    (identity, audience, people, None)
                    for audience, people in zip(audiences, row.figures, strict=True)
                    if people is not None
                ]
                places += [(identity, code) for code in row.where.each]
                outcomes.append("accepted")
                self.touched.add(row.edition)
                continue
            self._already_met.add(before.id)
            expected = dict(zip(audiences, row.figures, strict=True))
            current = figures.get(before.id, {})
            same = (
                tuple(before[3:10]) == content
                and all(
                    current.get(audience, (None, None))[0] == count for audience, count in expected.items()
                )
                and held_in.get(before.id, set()) == set(row.where.each)
            )
            if same:
                outcomes.append("unchanged")
                continue
            self._update(before.id, content, sheet, number, row.where.each)
            self._replace(before.id, current, expected, column=0)
            outcomes.append("updated")
            self.touched.add(row.edition)
        bulk_insert(self.connection, "registration", REGISTRATION, registrations)
        bulk_insert(self.connection, "participation", PARTICIPATION, participations)
        bulk_insert(self.connection, "registration_place", ("registration_id", "place_code"), places)
        return outcomes

    def _confirm(
        self,
        sheet: str,
        layout: Layout,
        rows: Sequence[tuple[int, ParsedRow]],
        existing: dict[Key, Any],
    ) -> list[Outcome]:
        outcomes: list[Outcome] = []
        figures = self._figures([row.id for row in existing.values()])
        for number, row in rows:
            before = existing.get((row.edition, row.number))
            if before is None:
                details = {"edition": str(row.edition)}
                outcomes.append(Problem("unknown_registration", row.number, details, "number"))
                continue
            if before.id in self._already_met:
                outcomes.append(Problem("duplicate_number", row.number, column="number"))
                continue
            self._already_met.add(before.id)
            current = figures.get(before.id, {})
            told = {
                audience: people
                for audience, people in zip(layout.audiences, row.figures, strict=True)
                if people is not None
            }
            if all(current.get(audience, (None, None))[1] == people for audience, people in told.items()):
                outcomes.append("unchanged")
                continue
            had_confirmed = any(confirmed is not None for _, confirmed in current.values())
            self._replace(before.id, current, told, column=1)
            self.connection.execute(
                update(Registration)
                .where(Registration.id == before.id)
                .values(confirmed_load_id=self.load_id, confirmed_sheet=sheet, confirmed_row=number)
            )
            outcomes.append("updated" if had_confirmed else "accepted")
            self.touched.add(row.edition)
        return outcomes

    def _is_met(self, identity: int) -> bool:
        return identity >= self._first_id or identity in self._already_met

    def _existing(self, keys: set[Key]) -> dict[Key, Any]:
        table = Registration.__table__
        columns = [table.c[name] for name in REGISTRATION]
        found: dict[Key, Any] = {}
        for edition in {edition for edition, _ in keys}:
            numbers = sorted(number for of, number in keys if of == edition)
            for start in range(0, len(numbers), LOOKUP):
                part = numbers[start : start + LOOKUP]
                statement = select(*columns).where(table.c.edition == edition, table.c.number.in_(part))
                found |= {(row.edition, row.number): row for row in self.connection.execute(statement)}
        return found

    def _figures(self, identities: Sequence[int]) -> dict[int, dict[str, tuple[int | None, int | None]]]:
        found: dict[int, dict[str, tuple[int | None, int | None]]] = {}
        for start in range(0, len(identities), LOOKUP):
            part = identities[start : start + LOOKUP]
            statement = select(Participation.__table__).where(Participation.registration_id.in_(part))
            for row in self.connection.execute(statement):
                found.setdefault(row.registration_id, {})[row.audience] = (row.expected, row.confirmed)
        return found

    def _places(self, identities: Sequence[int]) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for start in range(0, len(identities), LOOKUP):
            part = identities[start : start + LOOKUP]
            statement = select(RegistrationPlace.__table__).where(RegistrationPlace.registration_id.in_(part))
            for row in self.connection.execute(statement):
                found.setdefault(row.registration_id, set()).add(row.place_code)
        return found

    def _update(
        self, identity: int, content: tuple[Any, ...], sheet: str, row: int, places: tuple[str, ...]
    ) -> None:
        values = dict(zip(CONTENT, content, strict=True)) | {
            "load_id": self.load_id,
            "sheet": sheet,
            "row": row,
        }
        self.connection.execute(update(Registration).where(Registration.id == identity).values(**values))
        self.connection.execute(
            delete(RegistrationPlace).where(RegistrationPlace.registration_id == identity)
        )
        pairs = [(identity, code) for code in places]
        bulk_insert(self.connection, "registration_place", ("registration_id", "place_code"), pairs)

    def _replace(
        self,
        identity: int,
        current: dict[str, tuple[int | None, int | None]],
        told: Mapping[str, int | None],
        column: int,
    ) -> None:
        changed = {}
        for audience, people in told.items():
            pair = list(current.get(audience, (None, None)))
            pair[column] = people
            changed[audience] = pair
        gone = [audience for audience in changed if audience in current]
        if gone:
            self.connection.execute(
                delete(Participation).where(
                    Participation.registration_id == identity, Participation.audience.in_(gone)
                )
            )
        kept = [(identity, audience, *pair) for audience, pair in changed.items() if pair != [None, None]]
        bulk_insert(self.connection, "participation", PARTICIPATION, kept)
