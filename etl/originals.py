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

from etl.clean import EMAIL, PHONE, plain
from etl.schema import Load, Registration, SourceBlock

if TYPE_CHECKING:  # the pages read originals, and need not load what reads files
    from etl.read import Row
    from etl.tables import Table

BLOCK: Final = 4_000
"""Rows compressed together."""
CELL: Final = "\x00"
LINE: Final = "\x01"
"""What parts cells and rows in a block; no spreadsheet holds them, and no pattern of contacts spans them."""


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
        columns = sorted(table.layout.positions.items(), key=lambda one: one[1])
        headers = [table.layout.titles[column] for column, _ in columns]
        positions = [position for _, position in columns]
        rows: list[Row] = []
        for row in table.rows:
            rows.append(row)
            if len(rows) == BLOCK:
                self._compress(table.sheet, headers, positions, rows)
                rows = []
            yield row
        if rows:
            self._compress(table.sheet, headers, positions, rows)

    def _compress(
        self, sheet: str, headers: Sequence[str], positions: Sequence[int], rows: "Sequence[Row]"
    ) -> None:
        lines = [[str(number), *_picked(cells, positions)] for number, cells in rows]
        words = LINE.join(map(CELL.join, lines))
        if words.count(CELL) != len(lines) * len(positions) or words.count(LINE) != len(lines) - 1:
            clean = ([cell.replace(CELL, "").replace(LINE, "") for cell in line] for line in lines)
            words = LINE.join(map(CELL.join, clean))
        if "@" in words:
            words = EMAIL.sub("…", words)
        self._kept_since.append(
            {
                "load_id": self._load_id,
                "number": self._number,
                "sheet": sheet,
                "first_row": rows[0][0],
                "last_row": rows[-1][0],
                "headers": list(headers),
                "content": zlib.compress(PHONE.sub("…", words).encode("utf-8", "replace"), 1),
            }
        )
        self._number += 1


def _picked(cells: Sequence[Any], positions: Sequence[int]) -> list[str]:
    width = len(cells)
    picked = [cells[position] if position < width else "" for position in positions]
    return [cell if type(cell) is str else plain(cell) for cell in picked]


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
        for line in zlib.decompress(content).decode("utf-8").split(LINE):
            number, *cells = line.split(CELL)
            if number == str(row):
                return dict(zip(headers, cells, strict=True))
    return None


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
