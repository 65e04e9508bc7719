"""Columns of cells as one text, which is quick to compress and to hand over, and back. Pure."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from etl.clean import plain

CELL: Final = "\x00"
COLUMN: Final = "\x01"
"""What parts cells and columns; no spreadsheet holds them, and no pattern of contacts spans them. Column by
column, since like beside like is joined in a third of the time and takes less room than row by row."""


def join(columns: Sequence[Sequence[Any]]) -> str:
    """The texts of the cells of columns that have as many each; what parts them is dropped from the cells."""
    words = COLUMN.join(map(_joined, columns))
    marks = len(columns) - 1, sum(len(column) - 1 for column in columns if column)
    if columns and (words.count(COLUMN), words.count(CELL)) != marks:
        unmarked = str.maketrans("", "", CELL + COLUMN)
        words = join([[plain(cell).translate(unmarked) for cell in column] for column in columns])
    return words


def split(words: str) -> list[list[str]]:
    """The columns of a text that ``join`` made."""
    return [column.split(CELL) for column in words.split(COLUMN)]


def _joined(cells: Iterable[Any]) -> str:
    try:
        return CELL.join(cells)
    except TypeError:  # a workbook's cells are not all texts
        return CELL.join(map(plain, cells))
