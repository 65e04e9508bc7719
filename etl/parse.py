"""From a row of cells to a typed registration, or to the reason why not."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from etl.clean import Problem, day, free_text, people, plain, year
from etl.match import Matcher, Where
from etl.recognise import Layout

Figures = tuple[int | None, ...]

ABSENT: Final = -1
"""Where the cell of a column that the sheet lacks is: a blank, added after the last one."""

COLUMNS: Final = (
    *("edition", "number", "partner", "sector", "action"),
    *("place", "held_on", "registered_on", "title"),
)

_title = lru_cache(maxsize=8192, typed=True)(free_text)


class ParsedRow(NamedTuple):
    """A row of either template; the fields after ``figures`` are None in the confirmed template.

    ``figures``: people by audience, in the order of ``Layout.audiences``.
    """

    edition: int
    number: str
    figures: Figures
    partner: int | None = None
    sector: str | None = None
    action: str | None = None
    where: Where | None = None
    title: str | None = None
    held_on: date | None = None
    registered_on: date | None = None


Parser = Callable[[list[Any]], ParsedRow]


def parser(layout: Layout, matcher: Matcher, edition: int | None) -> Parser:
    """Make the function that parses the rows of one sheet.

    Args:
        layout: where each column is.
        matcher: names to codes.
        edition: the edition of rows whose cell is blank, if given.

    Returns:
        A function that raises Problem, its ``column`` filled, for a row that cannot be loaded.
    """
    positions = layout.positions
    audiences = [(code, positions[code]) for code in layout.audiences]
    width = max(positions.values()) + 1
    is_registration = layout.template == "registrations"
    at_edition, at_number, at_partner, at_sector, at_action, at_place, at_held, at_registered, at_title = (
        positions.get(column, ABSENT) for column in COLUMNS
    )

    def parse(cells: list[Any]) -> ParsedRow:
        cells = [*cells, *[None] * max(1, width - len(cells) + 1)]
        column = "edition"
        try:
            of = year(cells[at_edition]) or edition
            if of is None:
                raise Problem("missing")
            column = "number"
            number = plain(cells[at_number])
            if not number:
                raise Problem("missing")
            figures = []
            for code, position in audiences:
                column = code
                cell = cells[position]
                figures.append(None if cell is None or cell == "" else people(cell))
            if not is_registration:
                return ParsedRow(of, number, tuple(figures))
            column = "partner"
            if not plain(cells[at_partner]):
                raise Problem("missing")
            column = "sector"
            sector = matcher.sector(cells[at_sector])
            column = "action"
            action = matcher.action(cells[at_action])
            column = "place"
            where = matcher.where(cells[at_place], of)
            column = "held_on"
            held_on = day(cells[at_held])
            column = "registered_on"
            registered_on = day(cells[at_registered])
            column = "partner"
            partner = matcher.partner(cells[at_partner])
            title = _title(cells[at_title])
            return ParsedRow(
                of, number, tuple(figures), partner, sector, action, where, title, held_on, registered_on
            )
        except Problem as problem:
            raise Problem(problem.code, problem.value, problem.details, column) from None

    return parse
