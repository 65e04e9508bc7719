"""What a row stands for, brought to one form: one registration a row, a column by audience.

Belongs here: the long form (one registration and audience a row), several activities under one number,
registrations without number, what the sheet's name says of its rows. Not here: which rows are
registrations (``set_aside``), what their cells mean (``parse``).
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice, product
from typing import Any, Final

from etl.clean import Problem, key, plain, year
from etl.dates import day
from etl.headers import CONFIRMED, confirmed_title, meaning, title
from etl.read import Row
from etl.recognise import Layout
from etl.schema import AUDIENCES
from etl.tables import Table

HELD: Final = 20_000
"""Rows of a table held to see whether a number has several activities; a longer one is only streamed."""
HELD_LONG: Final = 200_000
"""Rows of a long table held to join the rows of one registration; over, they must follow each other."""
BASES: Final = ("", CONFIRMED)
"""What the column of announced people begins with, and that of reported ones beside it."""
IDENTITY: Final = ("edition", "partner", "title", "held_on", "place")
ACTIVITY: Final = ("title", "action", "held_on", "place")
DIGITS: Final = 12

Cells = list[Any]


@dataclass
class Registrations:
    """The registrations of one table.

    Attributes:
        layout: of the rows that ``blocks`` gives; it has a number, and a column by audience.
        rows: those of the table.
        refused: rows that are no registration nor part of one: (number, cells, problem), in the
            columns of the table itself. Filled while ``blocks`` is read; the reader empties it.
        activities: numbers that got a suffix because they had several activities.
        derived: registrations whose number was derived from what they are.
    """

    layout: Layout
    table: Table
    rows: Iterator[Row]
    refused: list[tuple[int, Cells, Problem]] = field(default_factory=list)
    activities: int = 0
    derived: int = 0

    def blocks(self, size: int) -> Iterator[tuple[int, list[Row]]]:
        """Blocks of registrations of at most ``size``, each with how many rows of the file they join."""
        if self.table.layout.form == "wide":
            rows = self._numbered(self._with_defaults(self._own(self.rows)))
            while block := list(islice(rows, size)):
                yield 1, block
            return
        for segment in self._segments():
            by_weight: dict[int, list[Row]] = defaultdict(list)
            weights, wide = self._widened(segment)
            for row in self._numbered(iter(wide)):
                by_weight[weights[row[0]]].append(row)
            for weight, found in sorted(by_weight.items()):
                for start in range(0, len(found), size):
                    yield weight, found[start : start + size]

    def _own(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Cut what stands beyond the columns that are used, a contact perhaps, where others are added."""
        used = self.table.layout.positions
        if len(self.layout.positions) == len(used):
            return rows
        end = max(used.values()) + 1
        return ((number, cells[:end]) for number, cells in rows)

    def _with_defaults(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Fill what is blank with what the sheet's name, or the MRC's column, says."""
        layout = self.layout
        values = [(layout.positions[column], value) for column, value in layout.sheet_values]
        place, mrc = layout.positions.get("place", -1), layout.positions.get("mrc", -1)
        if not values and (mrc == place or mrc < 0):
            return rows
        return (self._filled(row, values, place, mrc) for row in rows)

    def _filled(self, row: Row, values: Sequence[tuple[int, str]], place: int, mrc: int) -> Row:
        number, cells = row
        cells = _padded(cells, self._width())
        if mrc >= 0 and not plain(cells[place]):
            cells[place] = cells[mrc]
        for at, value in values:
            if not plain(cells[at]):
                cells[at] = value
        return number, cells

    def _numbered(self, rows: Iterator[Row]) -> Iterator[Row]:
        if self.layout.template == "confirmed":
            return rows
        if "number" in self.table.layout.positions:
            return self._with_activities(rows)
        return self._with_derived_numbers(rows)

    def _with_derived_numbers(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Number each row by what it is, so that the same file again changes nothing."""
        at, width = self.layout.positions["number"], self._width()
        seen: Counter[str] = Counter()
        for number, cells in rows:
            cells = _padded(cells, width)
            identity = "\n".join(self._identity(cells, IDENTITY))
            name = hashlib.sha256(identity.encode()).hexdigest()[:DIGITS]
            seen[name] += 1
            cells[at] = f"auto-{name}" if seen[name] == 1 else f"auto-{name}-{seen[name]}"
            self.derived += 1
            yield number, cells

    def _with_activities(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Add a suffix to the number of a partner that announces several activities under it."""
        held = list(islice(rows, HELD))
        if len(held) == HELD:
            return chain(held, rows)
        at = self.layout.positions["number"]
        by_number: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, (_, cells) in enumerate(held):
            number = plain(cells[at]) if at < len(cells) else ""
            if number:
                by_number[self._identity(cells, ("edition",))[0], number].append(index)
        taken = {number for _, number in by_number}
        for (_, number), indexes in by_number.items():
            if len(indexes) == 1:
                continue
            partners = {self._identity(held[index][1], ("partner",)) for index in indexes}
            activities = [self._identity(held[index][1], ACTIVITY) for index in indexes]
            order = {activity: place for place, activity in enumerate(dict.fromkeys(activities), 1)}
            if len(partners) > 1 or len(order) == 1:
                continue  # the same number for two partners, or the same row twice: a person decides
            if any(f"{number}-{place}" in taken for place in order.values()):
                continue
            self.activities += 1
            for index, activity in zip(indexes, activities, strict=True):
                row, cells = held[index]
                cells = list(cells)
                cells[at] = f"{number}-{order[activity]}"
                held[index] = row, cells
        return iter(held)

    def _identity(self, cells: Sequence[Any], columns: Sequence[str]) -> tuple[str, ...]:
        positions = self.layout.positions
        found = []
        for column in columns:
            at = positions.get(column, -1)
            cell = cells[at] if 0 <= at < len(cells) else None
            found.append(_normal(column, cell))
        return tuple(found)

    def _width(self) -> int:
        return max(self.layout.positions.values()) + 1

    # --- The long form -----------------------------------------------------------------------

    def _segments(self) -> Iterator[list[Row]]:
        """Rows by as many as are held, continued ones filled; a registration is not cut in two."""
        held: list[Row] = []
        for row in self._with_defaults(self._continued(self.rows)):
            if len(held) >= HELD_LONG and self._group(row[1]) != self._group(held[-1][1]):
                yield held
                held = []
            held.append(row)
        yield held

    def _continued(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Repeat what the first row of a registration says where the next ones leave it blank."""
        positions = self.table.layout.positions
        told = [
            index
            for column, index in positions.items()
            if column.removeprefix(CONFIRMED) not in ("audience", "people", "total")
        ]
        names = [positions[column] for column in ("number", "partner") if column in positions]
        width = max(positions.values()) + 1
        before: Cells | None = None
        for number, cells in rows:
            cells = _padded(cells, width)
            if before is not None and not any(plain(cells[index]) for index in names):
                for index in told:
                    if not plain(cells[index]):
                        cells[index] = before[index]
            before = cells
            yield number, cells

    def _group(self, cells: Sequence[Any]) -> tuple[str, ...]:
        columns = ("edition", "number", "partner", *ACTIVITY)
        return self._identity(cells, columns)

    def _widened(self, rows: Sequence[Row]) -> tuple[dict[int, int], list[Row]]:
        """One row by registration, at the number of its first one, and how many rows each joins."""
        read, at_audience = self.table.layout.positions, self.table.layout.positions["audience"]
        counted = [(basis, read[f"{basis}people"]) for basis in BASES if f"{basis}people" in read]
        positions, width = self.layout.positions, self._width()
        wide: dict[tuple[str, ...], Row] = {}
        weights: Counter[int] = Counter()
        for number, cells in rows:
            words = plain(cells[at_audience])
            known = meaning(words) if words else None
            if known is None or known.column not in AUDIENCES or known.must_ask:
                allowed = ", ".join(title(code) for code in AUDIENCES)
                problem = Problem("unknown_audience", words, {"allowed": allowed}, "audience")
                self.refused.append(
                    (number, cells, problem if words else Problem("missing", column="audience"))
                )
                continue
            group = self._group(cells)
            first, joined = wide.get(group, (number, None))
            if joined is None:
                joined = _padded(cells, width)
                for code, (basis, _) in product(AUDIENCES, counted):
                    joined[positions[f"{basis}{code}"]] = ""
                wide[group] = first, joined
            elif any(plain(joined[positions[f"{basis}{known.column}"]]) for basis, _ in counted):
                self.refused.append((number, cells, Problem("audience_twice", words, {}, "audience")))
                continue
            for basis, at in counted:
                joined[positions[f"{basis}{known.column}"]] = cells[at]
            weights[first] += 1
        return weights, list(wide.values())


def registrations(table: Table, rows: Iterator[Row]) -> Registrations:
    """The registrations of a table, whatever its rows stand for; ``rows`` are the table's."""
    layout = table.layout
    positions, titles = dict(layout.positions), dict(layout.titles)
    end = max(positions.values()) + 1
    added = [column for column, _ in layout.sheet_values if column not in positions]
    if "mrc" in positions and "place" not in positions:
        positions["place"], titles["place"] = positions["mrc"], titles["mrc"]
    if layout.form == "long":
        added += [f"{basis}{code}" for basis in BASES if f"{basis}people" in positions for code in AUDIENCES]
    if "number" not in positions:
        added.append("number")
    for index, column in enumerate(dict.fromkeys(added)):
        if column not in positions:
            positions[column], titles[column] = end + index, _title(column)
    if layout.form == "long":
        for column in ("audience", "people", f"{CONFIRMED}people"):
            positions.pop(column, None)
            titles.pop(column, None)
    return Registrations(replace(layout, positions=positions, titles=titles), table, rows)


def _title(column: str) -> str:
    name = title(column.removeprefix(CONFIRMED))
    return confirmed_title(name) if column.startswith(CONFIRMED) else name


def _padded(cells: Sequence[Any], width: int) -> Cells:
    return [*cells[:width], *[""] * (width - len(cells))]


def _normal(column: str, cell: Any) -> str:
    """A cell as it counts for identity: the same date or name, however it is written."""
    try:
        if column == "held_on":
            return str(day(cell) or "")
        if column == "edition":
            return str(year(cell) or "")
    except (Problem, TypeError):
        pass
    return key(plain(cell)) or plain(cell)
