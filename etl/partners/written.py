"""What a file wrote where it named the partner of a registration, found in the rows kept as they were.

A registration holds whose it is, not under which name it came. Not here: whose a name is (``identify``).
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from etl import headers
from etl.clean import key
from etl.originals import unpacked
from etl.schema import HeaderDecision, SourceBlock

COLUMN = "partner"


class Row(NamedTuple):
    """Where a registration was read."""

    load_id: int
    sheet: str
    row: int


def names(connection: Connection, rows: Collection[Row]) -> dict[Row, str]:
    """The text of the partner's cell, by row; nothing for a row that no load kept.

    Where the cell is blank, the row continues the one above, as in a file with a row for each audience.
    """
    wanted: dict[tuple[int, str], set[int]] = {}
    for row in rows:
        wanted.setdefault((row.load_id, row.sheet), set()).add(row.row)
    decided = _decided(connection)
    found = {}
    for (load_id, sheet), numbers in wanted.items():
        for number, name in _named(connection, load_id, sheet, max(numbers), decided):
            if number in numbers and name:
                found[Row(load_id, sheet, number)] = name
    return found


def _named(
    connection: Connection, load_id: int, sheet: str, last: int, decided: Mapping[str, str | None]
) -> Iterator[tuple[int, str]]:
    block: Any = SourceBlock.__table__
    statement = (
        select(block.c.headers, block.c.content)
        .where(block.c.load_id == load_id, block.c.sheet == sheet, block.c.first_row <= last)
        .order_by(block.c.number)
    )
    above = ""
    for titles, content in connection.execute(statement):
        at = next((at for at, title in enumerate(titles) if _is_partner(title, decided)), None)
        if at is None:
            continue
        rows, *columns = unpacked(content)
        for row, cell in zip(rows, columns[at], strict=True):
            above = cell.strip() or above
            yield int(row), above


def _is_partner(header: str, decided: Mapping[str, str | None]) -> bool:
    """Whether a header that was used is the partner's: each column is used once."""
    if key(header) in decided:
        return decided[key(header)] == COLUMN
    return headers.meaning(header).column == COLUMN


def _decided(connection: Connection) -> dict[str, str | None]:
    table: Any = HeaderDecision.__table__
    statement = select(table.c.header_key, table.c.column).where(table.c.column == COLUMN)
    return {row.header_key: row.column for row in connection.execute(statement)}
