"""The rows of a loaded file as they were, so that anyone can see where a registration came from.

Kept in compressed blocks, because a row for each row would take as long to write as the facts. Columns that
are not used, contacts among them, are never kept, and the contacts in the others are removed.
"""

import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, insert, select

from etl.clean import plain, without_contacts
from etl.schema import Load, Registration, SourceBlock

if TYPE_CHECKING:  # the pages read originals, and need not load what reads files
    from etl.read import Row
    from etl.tables import Table

BLOCK: Final = 4_000
"""Rows compressed together."""
CELL: Final = "\x00"
COLUMN: Final = "\x01"
"""What parts cells and columns in a block; no spreadsheet holds them, and no pattern of contacts spans them.
Column by column, since like beside like is made in a third of the time and takes less room."""


class Originals:
    """Keeps the rows of one load while they are read, which may be ahead of what is written."""

    def __init__(self, load_id: int) -> None:
        self._load_id = load_id
        self._number = 0
        self._kept_since: deque[dict[str, Any]] = deque()

    def keep(self, table: "Table") -> "Table":
        """The same table; its rows are kept as they are read."""
        return replace(table, rows=self._read(table))

    def write(self, connection: Connection) -> None:
        """Write what was read since the last call."""
        while self._kept_since:
            connection.execute(insert(SourceBlock), self._kept_since.popleft())

    def _read(self, table: "Table") -> "Iterator[Row]":
        rows: list[Row] = []
        for row in table.rows:
            rows.append(row)
            if len(rows) == BLOCK:
                self._compress(table, rows)
                rows = []
            yield row
        if rows:
            self._compress(table, rows)

    def _compress(self, table: "Table", rows: "Sequence[Row]") -> None:
        cells = table.layout.transposed([cells for _, cells in rows])
        numbers = [str(number) for number, _ in rows]
        words = COLUMN.join(map(_joined, [numbers, *cells.values()]))
        if words.count(CELL) != (len(cells) + 1) * (len(rows) - 1) or words.count(COLUMN) != len(cells):
            unmarked = str.maketrans("", "", CELL + COLUMN)
            clean = ([plain(cell).translate(unmarked) for cell in column] for column in cells.values())
            words = COLUMN.join(map(CELL.join, [numbers, *clean]))
        self._kept_since.append(
            {
                "load_id": self._load_id,
                "number": self._number,
                "sheet": table.sheet,
                "first_row": rows[0][0],
                "last_row": rows[-1][0],
                "headers": [table.layout.titles[column] for column in cells],
                "content": zlib.compress(without_contacts(words).encode("utf-8", "replace"), 1),
            }
        )
        self._number += 1


def _joined(cells: "Sequence[Any]") -> str:
    try:
        return CELL.join(cells)
    except TypeError:  # a workbook's cells are not all texts
        return CELL.join(map(plain, cells))


def original(connection: Connection, load_id: int, sheet: str, row: int) -> dict[str, str] | None:
    """The cells of a row by header, as they were in the file; None for a row that no load kept."""
    statement = (
        select(SourceBlock.headers, SourceBlock.content)
        .where(
            SourceBlock.load_id == load_id,
            SourceBlock.sheet == sheet,
            SourceBlock.first_row <= row,
            SourceBlock.last_row >= row,
        )
        .order_by(SourceBlock.number)
    )
    for headers, content in connection.execute(statement):
        numbers, *columns = unpacked(content)
        if str(row) in numbers:
            at = numbers.index(str(row))
            return {header: column[at] for header, column in zip(headers, columns, strict=True)}
    return None


def unpacked(content: bytes) -> list[list[str]]:
    """The columns of a block: the number of each row, then its cells by header."""
    return [column.split(CELL) for column in zlib.decompress(content).decode("utf-8").split(COLUMN)]


def rows_behind(connection: Connection, edition: int, number: str) -> list[dict[str, Any]]:
    """The rows that a registration comes from, its content first; none if there is no such registration."""
    registration = connection.execute(
        select(Registration.__table__).where(Registration.edition == edition, Registration.number == number)
    ).first()
    if registration is None:
        return []
    sources = [("registrations", registration.load_id, registration.sheet, registration.row)]
    if registration.confirmed_load_id is not None:
        confirmed = (registration.confirmed_load_id, registration.confirmed_sheet, registration.confirmed_row)
        sources.append(("confirmed", *confirmed))
    return [
        {
            "template": template,
            "load": load_id,
            "file": connection.scalar(select(Load.file_name).where(Load.id == load_id)),
            "sheet": sheet,
            "row": row,
            "cells": original(connection, load_id, sheet, row),
        }
        for template, load_id, sheet, row in sources
    ]
