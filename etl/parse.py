"""From a row of cells to a typed registration, or to the reason why not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.clean import Problem, day, free_text, people, plain, year
from etl.match import Matcher, Where
from etl.recognise import Layout

Figures = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ParsedRow:
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

    def parse(cells: list[Any]) -> ParsedRow:
        if len(cells) < width:
            cells = [*cells, *[None] * (width - len(cells))]
        column = "edition"
        try:
            of = year(cells[positions["edition"]]) if "edition" in positions else None
            of = of or edition
            if of is None:
                raise Problem("missing")
            column = "number"
            number = plain(cells[positions["number"]])
            if not number:
                raise Problem("missing")
            figures = []
            for code, position in audiences:
                column = code
                figures.append(people(cells[position]))
            if not is_registration:
                return ParsedRow(of, number, tuple(figures))

            def cell(name: str) -> Any:
                return cells[positions[name]] if name in positions else None

            column = "partner"
            if not plain(cell("partner")):
                raise Problem("missing")
            column = "sector"
            sector = matcher.sector(cell("sector"))
            column = "action"
            action = matcher.action(cell("action"))
            column = "place"
            where = matcher.where(cell("place"), of)
            column = "held_on"
            held_on = day(cell("held_on"))
            column = "registered_on"
            registered_on = day(cell("registered_on"))
            column = "partner"
            partner = matcher.partner(cell("partner"))
            title = free_text(cell("title"))
            return ParsedRow(
                of, number, tuple(figures), partner, sector, action, where, title, held_on, registered_on
            )
        except Problem as problem:
            raise Problem(problem.code, problem.value, problem.details, column) from None

    return parse
