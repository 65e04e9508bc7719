"""From rows of cells to columns of values, or to the reason why a row cannot be loaded.

Belongs here: the order of the columns, and what a sheet lacks. Not here: what one cell means (``clean``,
``match``). Each column understands each different cell once: a million rows hold few different cells.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any, Final

from etl.clean import Problem, day, free_text, people, plain, year
from etl.match import Matcher
from etl.recognise import Layout

REMEMBERED: Final = 10_000
"""Different cells that a column remembers: what keeps memory flat when no two cells are alike."""


@dataclass
class Parsed:
    """What a block of rows says.

    Attributes:
        indexes: which of the rows given could be understood, in order.
        columns: what those say, by column: ``edition, number``, people by audience code and, for the
            registrations template, ``partner_id, sector, action, place (Where), title, held_on,
            registered_on`` (dates as ISO texts).
        problems: the others: index, and the first problem in the order of the columns.
    """

    indexes: Sequence[int]
    columns: dict[str, Sequence[Any]] = field(default_factory=dict)
    problems: list[tuple[int, Problem]] = field(default_factory=list)

    def add(self, name: str, source: str, values: list[Any]) -> None:
        """Add a column; the rows whose value is a Problem leave."""
        bad = [isinstance(value, Problem) for value in values]
        for index, value in zip(compress(self.indexes, bad), compress(values, bad), strict=True):
            problem = Problem(value.code, value.value, value.details, source)
            self.problems.append((index, problem))
        self.columns[name] = values
        self.keep([not is_bad for is_bad in bad])

    def keep(self, chosen: Sequence[bool]) -> None:
        """Let the rows leave that are not chosen."""
        self.indexes = list(compress(self.indexes, chosen))
        self.columns = {name: list(compress(values, chosen)) for name, values in self.columns.items()}


class Meanings(dict[Any, Any]):
    """What each different cell of a column means: a value, or the Problem that it has."""

    def __init__(self, understand: Callable[[Any], Any]) -> None:
        super().__init__()
        self._understand = understand
        self.has_problems = False

    def __missing__(self, cell: Any) -> Any:
        try:
            meaning = self._understand(cell)
        except Problem as problem:
            meaning = problem
            self.has_problems = True
        if len(self) >= REMEMBERED:
            self.clear()
        self[cell] = meaning
        return meaning

    def of(self, cells: Iterable[Any]) -> list[Any]:
        return list(map(self.__getitem__, cells))


@dataclass(frozen=True)
class Column:
    """One step of understanding: ``name`` of what it gives, ``source`` column of the layout that it reads."""

    name: str
    source: str
    meanings: Meanings
    by_edition: bool = False


class Parser:
    """Understands the rows of one sheet, a block at a time.

    Args:
        layout: where each column is.
        matcher: names to codes.
        edition: the edition of rows whose cell is blank, if given.
    """

    def __init__(self, layout: Layout, matcher: Matcher, edition: int | None) -> None:
        self._positions = layout.positions
        self._width = max(layout.positions.values()) + 1
        self._columns = [
            _column("edition", lambda cell: year(cell) or edition or _missing()),
            _column("number", lambda cell: plain(cell) or _missing()),
            *(_column(code, people) for code in layout.audiences),
        ]
        if layout.template == "registrations":
            self._columns += [
                _column("partner", lambda cell: plain(cell) or _missing()),
                _column("sector", matcher.sector),
                _column("action", matcher.action),
                Column("place", "place", Meanings(lambda pair: matcher.where(*pair)), by_edition=True),
                _column("held_on", _iso_day),
                _column("registered_on", _iso_day),
                _column("title", free_text),
                # Last, for a partner is only created for a row that loads.
                Column("partner_id", "partner", Meanings(matcher.partner)),
            ]

    def parse(self, rows: Sequence[list[Any]]) -> Parsed:
        """Understand a block of rows, each column in turn."""
        parsed = Parsed(range(len(rows)))
        sources = self._transposed(rows)
        for column in self._columns:
            cells: Sequence[Any] = sources[column.source]
            if len(parsed.indexes) < len(rows):
                cells = [cells[index] for index in parsed.indexes]
            if column.by_edition:
                cells = list(zip(cells, parsed.columns["edition"], strict=True))
            values = column.meanings.of(cells)
            if column.meanings.has_problems:
                parsed.add(column.name, column.source, values)
            else:
                parsed.columns[column.name] = values
        return parsed

    def _transposed(self, rows: Sequence[list[Any]]) -> dict[str, Sequence[Any]]:
        """The cells of each column; blank where the row is short or the sheet lacks the column."""
        width = self._width
        full = (row if len(row) >= width else [*row, *[None] * (width - len(row))] for row in rows)
        cells = list(zip(*full, strict=False))  # a row may be longer than the header
        blank = (None,) * len(rows)
        sources = {column.source for column in self._columns}
        return {
            source: cells[self._positions[source]] if rows and source in self._positions else blank
            for source in sources
        }


def _column(name: str, understand: Callable[[Any], Any]) -> Column:
    return Column(name, name, Meanings(understand))


def _missing() -> Any:
    raise Problem("missing")


def _iso_day(cell: Any) -> str | None:
    found = day(cell)
    return None if found is None else found.isoformat()
