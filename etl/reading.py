"""The half of a load that needs no database: from sheets to blocks of understood rows.

Belongs here: the order in which a file is gone through, and what is told of it. Not here: each step
(``tables``, ``form``, ``parse``), writing (``load``). What is found can cross to another process.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

from etl import form, notices, recognise, tables
from etl.clean import Problem, plain
from etl.decisions import Decisions
from etl.match import Matcher
from etl.notices import Notice
from etl.originals import BLOCK, Originals, unpacked
from etl.parse import Parsed, Parser
from etl.read import Sheet
from etl.recognise import Layout, NoLayout
from etl.tables import Table


@dataclass(frozen=True)
class Refused:
    """A row that cannot be loaded: its number, its texts by column, and why."""

    row: int
    texts: dict[str, str]
    problem: Problem


@dataclass(frozen=True)
class Block:
    """Rows understood together, each of which stands for ``weight`` rows of the file.

    ``rows``: number of each in its sheet. ``content``: their cells, as ``originals`` holds them.
    ``misunderstood``: those that could not be understood, by index. ``originals``: blocks of the file as it
    was that were completed meanwhile.
    """

    sheet: str
    layout: Layout
    weight: int
    rows: Sequence[int]
    content: bytes
    parsed: Parsed
    misunderstood: dict[int, Refused]
    originals: Sequence[dict[str, Any]]

    @property
    def is_full(self) -> bool:
        return len(self.rows) == BLOCK

    def refused(self, problems: Iterable[tuple[int, Problem]]) -> list[Refused]:
        """The rows that could not be understood, and those at these indexes, which have another problem."""
        found = dict(self.misunderstood)
        problems = list(problems)
        if problems:
            _, *columns = unpacked(self.content)  # long, and seldom needed
            cells = dict(zip(self.layout.in_order, columns, strict=True))
            found |= {index: _refused(self.rows[index], cells, index, why) for index, why in problems}
        return [refused for _, refused in sorted(found.items())]


@dataclass(frozen=True)
class TableEnd:
    """A table that was read to its end: what its headers mean, and the rows that are no registrations.

    ``refused``: those that are no part of a registration. ``aside``: rows set aside, by reason.
    ``originals``: as in a block. ``alike_places``: all places recognised by likeness alone so far.
    """

    sheet: str
    header_row: int
    layout: Layout
    refused: Sequence[Refused]
    aside: dict[str, int]
    originals: Sequence[dict[str, Any]]
    alike_places: dict[str, str]


@dataclass(frozen=True)
class LeftOut:
    """A sheet whose headers make no table of registrations."""

    sheet: str
    layout: NoLayout


Found = Notice | Block | TableEnd | LeftOut


class Reader:
    """Reads and understands one source.

    Args:
        matcher: names to codes.
        edition: the edition of rows that do not name one.
        vouched: whether a person says that unlikely figures are true.
        decisions: what was decided about headers.
    """

    def __init__(self, matcher: Matcher, edition: int | None, vouched: bool, decisions: Decisions) -> None:
        self._matcher = matcher
        self._edition = edition
        self._vouched = vouched
        self._decisions = decisions
        self._numbers = count()

    def read(self, opened: Iterable[Sheet]) -> Iterator[Found]:
        """What is found, in the order of the source."""
        for sheet in opened:
            yield from notices.of_sheet(sheet)
            known = partial(
                recognise.layout,
                needs_edition=self._edition is None,
                sheet=sheet.name if sheet.is_named else "",
                decisions=self._decisions,
            )
            for table in tables.find(sheet, known):
                if isinstance(table, NoLayout):
                    yield LeftOut(sheet.name, table)
                else:
                    yield from self._table(table)

    def _table(self, table: Table) -> Iterator[Found]:
        originals = Originals(table, self._numbers)
        found = form.registrations(table, originals.rows())
        parser = Parser(found.layout, self._matcher, self._edition, self._vouched)
        for weight, rows in found.blocks(BLOCK):
            packed = originals.packed(found.layout, rows)
            parsed = parser.understand(packed.cells, len(rows))
            yield Block(
                table.sheet,
                found.layout,
                weight,
                packed.numbers,
                packed.content,
                parsed,
                {
                    index: _refused(packed.numbers[index], packed.cells, index, why)
                    for index, why in parsed.problems
                },
                originals.taken(),
            )
        yield TableEnd(
            table.sheet,
            table.header_row,
            table.layout,
            [Refused(number, _texts(table.layout, row), why) for number, row, why in found.refused],
            {str(reason): rows for reason, rows in table.aside.counts.items()},
            originals.taken(),
            dict(self._matcher.alike_places),
        )
        yield from notices.of_table(table, found)


def _refused(row: int, cells: Mapping[str, Sequence[Any]], index: int, problem: Problem) -> Refused:
    return Refused(row, {column: plain(values[index]) for column, values in cells.items()}, problem)


def _texts(layout: Layout, cells: Sequence[Any]) -> dict[str, str]:
    return {column: plain(cells[at]) for column, at in layout.positions.items() if at < len(cells)}
