"""A file of exposure, taken in whole or not at all: where its table is, and what is wrong in which cell.

Not here: what a row may say (``exposure``), reading a format (``read``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from etl import exposure
from etl.clean import key, plain, without_contacts
from etl.exposure import FIELDS, OPTIONAL, Added, Row
from etl.headers import EXPLANATION_SHEET
from etl.load import Refusal
from etl.read import UnreadableFile, sheets
from etl.templates import EXPOSURE_COLUMNS

HEADERS: Final = dict(zip(FIELDS, EXPOSURE_COLUMNS, strict=True))
"""The header of each field in the template."""
ALSO: Final = {
    "edition": ("Edition", "Année", "Year"),
    "what": ("What", "Action", "Titre", "Description"),
    "channel": ("Channel", "Média", "Moyen"),
    "starts_on": ("Début", "Date", "From", "Start"),
    "ends_on": ("Fin", "To", "End"),
    "number": ("Number", "Quantité", "Total"),
    "unit": ("Unit", "Mesure"),
    "source": ("D'où vient le nombre",),
}
"""Other headers that are understood."""
MEANT: Final = {key(header): name for name in FIELDS for header in (HEADERS[name], *ALSO[name])}
NEEDED: Final = [name for name in FIELDS if name not in OPTIONAL and name != "edition"]
SEARCHED: Final = 50
"""Rows of a sheet in which its headers are looked for."""


@dataclass(frozen=True)
class Found:
    """What a file holds: its rows, and every cell that keeps it from being taken in."""

    rows: list[Row]
    refused: list[Refusal]


def read(path: Path, edition: int | None = None) -> Found:
    """Read the tables of a file.

    Args:
        path: a workbook or a text, as ``read.sheets`` takes them.
        edition: of the rows that name none.

    Raises:
        UnreadableFile: it cannot be opened, or no sheet has the columns of the template.
    """
    rows: list[Row] = []
    refused: list[Refusal] = []
    nearest: list[str] | None = None
    is_there = False
    for sheet in sheets(path):
        if sheet.name == EXPLANATION_SHEET:
            continue
        columns: dict[int, str] | None = None
        for index, (number, cells) in enumerate(sheet.rows):
            if columns is None:
                meant = _columns(cells)
                missing = [name for name in NEEDED if name not in meant.values()]
                if not missing:
                    columns, is_there = meant, True
                elif nearest is None or len(missing) < len(nearest):
                    nearest = missing
                if index >= SEARCHED and columns is None:
                    break
                continue
            if any(plain(cell) for cell in cells):
                told = {name: cells[at] for at, name in columns.items() if at < len(cells)}
                row, problems = exposure.understood(told, edition)
                rows += [row] if row is not None else []
                refused += [
                    Refusal(
                        sheet.name,
                        number,
                        HEADERS[one.column],
                        without_contacts(one.value),
                        one.code,
                        one.details,
                    )
                    for one in problems
                ]
    if not is_there:
        names = [HEADERS[name] for name in (NEEDED if nearest is None else nearest)]
        raise UnreadableFile("no_exposure", (("missing", ", ".join(names)),))
    return Found(rows, refused)


def take_in(connection: Connection, found: Found, by: str, origin: str | None = None) -> Added | None:
    """Add the rows of a file; None, and nothing, when a cell of it cannot be understood."""
    return None if found.refused else exposure.add(connection, found.rows, by, origin)


def _columns(cells: Sequence[Any]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, name in _meant(cells):
        if name not in found.values():
            found[at] = name
    return found


def _meant(cells: Sequence[Any]) -> Iterator[tuple[int, str]]:
    for at, cell in enumerate(cells):
        name = MEANT.get(key(plain(cell)))
        if name is not None:
            yield at, name
