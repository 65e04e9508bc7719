"""From rows of cells to columns of values, or to the reason why a row cannot be loaded.

Belongs here: the order of the columns, and what a sheet lacks. Not here: what one cell means (``counts``,
``dates``, ``places``, ``match``), nor which figures cannot be true together (``checks``). Each column
understands each different cell once: a million rows hold few different cells.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import compress
from typing import Any

from etl import checks, dates
from etl.clean import Problem, free_text, key, plain, year
from etl.counts import BLANK
from etl.figures import Figures, Misread, kept_count
from etl.headers import CONFIRMED
from etl.match import Matcher
from etl.meanings import Meanings
from etl.recognise import Layout
from etl.told import NOTHING, Told, by_row


@dataclass
class Parsed:
    """What a block of rows says.

    Attributes:
        indexes: which of the rows given could be understood, in order.
        columns: what those say, by column: ``edition, number``; and, for the registrations template,
            ``partner`` (an Identity), ``sector, action, place`` (a Where),
            ``held_on`` (first day, last day, what was written), ``title`` and ``registered_on``; days are
            ISO texts.
        announced: their figures, those of the template itself: reported ones for « confirmed ».
        reported: figures that they report beside those they announce.
        problems: the others: index, and the first problem in the order of the columns.
    """

    indexes: Sequence[int]
    columns: dict[str, Sequence[Any]] = field(default_factory=dict)
    announced: Told = NOTHING
    reported: Told = NOTHING
    problems: list[tuple[int, Problem]] = field(default_factory=list)

    def add(self, name: str, values: Sequence[Any]) -> None:
        """Add a column; the rows whose value is a Problem leave."""
        self.columns[name] = values
        self.refuse([value if isinstance(value, Problem) else None for value in values], name)

    def refuse(self, found: Sequence[Problem | None], column: str) -> None:
        """Let the rows leave that have a problem, which ``column`` is blamed for unless it names another."""
        if not any(found):
            return
        for index, problem in zip(self.indexes, found, strict=True):
            if problem is not None:
                blamed = problem.column or column
                self.problems.append((index, Problem(problem.code, problem.value, problem.details, blamed)))
        kept = [problem is None for problem in found]
        self.indexes = list(compress(self.indexes, kept))
        self.columns = {name: list(compress(values, kept)) for name, values in self.columns.items()}


class Numbers(Meanings):
    """The number of each registration: none is met twice, so that none is worth remembering."""

    def of(self, cells: Iterable[Any]) -> list[Any]:
        cells = list(cells)
        try:
            numbers = list(map(str.strip, cells))
        except TypeError:  # a workbook's cells are not all texts
            numbers = list(map(plain, cells))
        if "" not in numbers:
            return numbers
        self.has_problems = True
        return [number or Problem("missing") for number in numbers]


@dataclass(frozen=True)
class Column:
    """One step of understanding: the column of the layout that it reads, and what its cells mean."""

    name: str
    meanings: Meanings
    by_edition: bool = False


class Parser:
    """Understands the rows of one sheet, a block at a time.

    Args:
        layout: where each column is.
        matcher: names to codes.
        edition: the edition of rows whose cell is blank, if given.
        vouched: whether a person says that figures that cannot be true together, or there, are true.
    """

    def __init__(self, layout: Layout, matcher: Matcher, edition: int | None, vouched: bool = False) -> None:
        self._vouched = vouched
        self._layout = layout
        self._matcher = matcher
        self._figures = [Figures("", layout.audiences), Figures(CONFIRMED, layout.confirmed)]
        self._keys = [
            _column("edition", lambda cell: year(cell) or edition or _missing()),
            Column("number", Numbers(plain)),
        ]
        self._columns: list[Column] = []
        if layout.template == "registrations":
            self._columns += [
                _column("partner", _name),
                _column("sector", matcher.sector),
                _column("action", matcher.action),
                Column("place", Meanings(lambda pair: matcher.where(*pair)), by_edition=True),
                Column("held_on", Meanings(lambda pair: _span(matcher, *pair)), by_edition=True),
                _column("registered_on", _iso_day),
                _column("title", free_text),
            ]
        totals = {"total": layout.audiences, f"{CONFIRMED}total": layout.confirmed}
        self._parts = {name: parts for name, parts in totals.items() if name in layout.positions}
        self._columns += [_column(name, kept_count) for name in self._parts]

    def understand(self, cells: Mapping[str, Sequence[Any]], count: int) -> Parsed:
        """Understand a block of ``count`` rows, given by column, each column in turn; then a whole row.

        All but whose the names of partners are: that needs the database (``partners.identify``).
        """
        parsed = Parsed(range(count))
        self._add(self._keys, parsed, cells, count)
        read = [figures.read(cells) for figures in self._figures]
        problems = [problem for _, found in read for problem in found]
        if problems:
            parsed.refuse(self._first(problems, parsed.indexes), problems[0].column)
        self._add(self._columns, parsed, cells, count)
        announced, reported = (told for told, _ in read)
        self._check_totals(parsed, announced, reported)
        if self._layout.template == "registrations" and not self._vouched:
            self._check_populations(parsed, announced, reported)
        if len(parsed.indexes) < count:
            announced, reported = announced.only(parsed.indexes), reported.only(parsed.indexes)
        parsed.announced, parsed.reported = announced, reported
        return parsed

    def _add(
        self, columns: Sequence[Column], parsed: Parsed, cells: Mapping[str, Sequence[Any]], count: int
    ) -> None:
        blank = (None,) * count
        for column in columns:
            found = cells.get(column.name, blank)
            if len(parsed.indexes) < count:
                found = [found[index] for index in parsed.indexes]
            if column.by_edition:
                found = list(zip(found, parsed.columns["edition"], strict=True))
            values = column.meanings.of(found)
            if column.meanings.has_problems:
                parsed.add(column.name, values)
            else:
                parsed.columns[column.name] = values

    def _first(self, problems: Sequence[Misread], indexes: Iterable[int]) -> list[Problem | None]:
        """The first problem of the figures of each row, in the order of the audiences."""
        order = {column: at for at, column in enumerate((*self._layout.audiences, *self._layout.confirmed))}
        last_first = sorted(problems, key=lambda one: order[one.column], reverse=True)
        first = {one.row: replace(one.problem, column=one.column) for one in last_first}
        return [first.get(index) for index in indexes]

    def _check_totals(self, parsed: Parsed, announced: Told, reported: Told) -> None:
        for name, columns in self._parts.items():
            totals = parsed.columns.pop(name)
            if self._vouched or not columns:
                continue
            told = by_row({"": announced, CONFIRMED: reported})
            found = []
            for index, total in zip(parsed.indexes, totals, strict=True):
                parts = [told[index].get(column, BLANK) for column in columns]
                found.append(checks.sum_mismatch(total, parts))
            parsed.refuse([problem and replace(problem, column=name) for problem in found], name)

    def _check_populations(self, parsed: Parsed, announced: Told, reported: Told) -> None:
        places = parsed.columns["place"]
        met = {id(where): where for where in places}  # the same object for the same cell
        bounds = {each: self._matcher.inhabitants(where) for each, where in met.items()}
        lowest = min((bound for bound in bounds.values() if bound is not None), default=None)
        if lowest is None or all(figures.highest <= lowest for figures in self._figures):
            return
        told = by_row({"": announced, CONFIRMED: reported})
        columns = (*self._layout.audiences, *self._layout.confirmed)
        found = [
            checks.above_population(
                {column: told[index][column].people for column in columns if column in told[index]},
                bounds[id(where)],
            )
            for index, where in zip(parsed.indexes, places, strict=True)
        ]
        parsed.refuse(found, columns[0])


def _column(name: str, understand: Callable[[Any], Any]) -> Column:
    return Column(name, Meanings(understand))


def _missing() -> Any:
    raise Problem("missing")


def _name(cell: Any) -> str:
    words = free_text(cell)
    if not words or not key(words):
        raise Problem("missing", words or "")
    return words


def _span(matcher: Matcher, cell: Any, edition: int) -> tuple[str | None, str | None, str | None]:
    told = matcher.span(cell, edition)
    if told is None:
        return None, None, None
    return _iso(told.first), _iso(told.last), told.written and free_text(told.written)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _iso_day(cell: Any) -> str | None:
    return _iso(dates.day(cell))
