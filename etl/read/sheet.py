"""What every format becomes: sheets of raw rows, and what a person would not see in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Row = tuple[int, list[Any]]
"""Number of the row as a person sees it, from 1, and its cells."""


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file. ``rows`` gives each row once, empty rows included.

    Attributes:
        name: as the workbook has it; the file's own name for text.
        rows: consumed once.
        is_named: whether the name was given by a person to this sheet, rather than to the file.
        hidden: the workbook hides the whole sheet; it is read all the same.
        hidden_rows: how many rows with content are hidden or filtered out; they are read all the same.
        unvalued: how many formulas were saved without their value; their cell holds the formula.
    """

    name: str
    rows: Iterator[Row]
    is_named: bool = False
    hidden: bool = False
    hidden_rows: int = 0
    unvalued: int = 0
