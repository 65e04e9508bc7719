"""The rows of a loaded file as they were, so that anyone can see where a registration came from.

Kept in compressed blocks, because a row for each row would take as long to write as the facts. Columns that
are not used, contacts among them, are never kept, and the contacts in the others are removed.
"""

import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, select

from etl.clean import without_contacts
from etl.joined import join, split
from etl.schema import Load, Registration, SourceBlock

if TYPE_CHECKING:  # the pages read originals, and need not load what reads files
    from etl.read import Row
    from etl.recognise import Layout
    from etl.tables import Table

BLOCK: Final = 10_000
"""Rows compressed together, as many as are understood together: what is made of them serves both."""
HELD: Final = 2
"""Blocks whose rows may be asked for after they were read: a table held longer (``form``) has others."""


@dataclass(frozen=True)
class Packed:
    """Rows by column, and the same compressed, as ``source_block.content`` holds them."""

    rows: "Sequence[Row]"
    numbers: Sequence[int]
    cells: dict[str, Sequence[Any]]
    content: bytes


class Originals:
    """Makes blocks of the rows of one table while they are read: rows of ``source_block`` without load."""

    def __init__(self, table: "Table", numbers: Iterator[int]) -> None:
        self._table = table
        self._numbers = numbers
        self._made: list[dict[str, Any]] = []
        self._last: deque[Packed] = deque(maxlen=HELD)

    def rows(self) -> "Iterator[Row]":
        """The rows of the table; they are kept as they are read."""
        rows: list[Row] = []
        for row in self._table.rows:
            rows.append(row)
            if len(rows) == BLOCK:
                self._make(rows)
                rows = []
            yield row
        if rows:
            self._make(rows)

    def taken(self) -> list[dict[str, Any]]:
        """The blocks made since the last call."""
        made, self._made = self._made, []
        return made

    def packed(self, layout: "Layout", rows: "Sequence[Row]") -> Packed:
        """Rows that ``form`` made of those of the table, which are the same more often than not."""
        if layout.positions == self._table.layout.positions:
            for packed in self._last:
                if packed.rows == rows:
                    return packed
        return _packed(layout, rows)

    def _make(self, rows: "Sequence[Row]") -> None:
        layout = self._table.layout
        packed = _packed(layout, rows)
        self._last.append(packed)
        self._made.append(
            {
                "number": next(self._numbers),
                "sheet": self._table.sheet,
                "first_row": rows[0][0],
                "last_row": rows[-1][0],
                "headers": [layout.titles[column] for column in packed.cells],
                "content": packed.content,
            }
        )


def _packed(layout: "Layout", rows: "Sequence[Row]") -> Packed:
    numbers, every = zip(*rows, strict=True)
    cells = layout.transposed(every)
    words = without_contacts(join([list(map(str, numbers)), *cells.values()]))
    return Packed(rows, numbers, cells, zlib.compress(words.encode("utf-8", "replace"), 1))


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
    return split(zlib.decompress(content).decode("utf-8"))


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
