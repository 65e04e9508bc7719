"""Files for tests: rows to a spreadsheet or a text file, in the template's columns or any others."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
import xlwt

SHEET = "Inscriptions"
Row = Mapping[str, Any]

ROW: dict[str, Any] = {
    "Édition": 2024,
    "Numéro d'inscription": "A1",
    "Partenaire": "Organisme fictif A",
    "Milieu": "scolaire",
    "Municipalité": "Alma",
    "Type d'action": "atelier",
    "Titre": "Lire ensemble",
    "Date": "14 février",
    "Date d'inscription": "2024-01-10",
    "Jeunes": 10,
}
"""A registration that loads as it is."""


def row(number: str = "A1", **cells: Any) -> dict[str, Any]:
    """Return a registration of that number; ``cells`` by header, a space written as an underscore."""
    return ROW | {"Numéro d'inscription": number} | {name.replace("_", " "): v for name, v in cells.items()}


def confirmed(number: str = "A1", **cells: Any) -> dict[str, Any]:
    """Return a row of the confirmed template."""
    return {"Édition": 2024, "Numéro d'inscription": number} | cells


def write(path: Path, rows: Sequence[Row], headers: Sequence[str] | None = None) -> Path:
    """Write rows in the format that the suffix of ``path`` names."""
    titles = list(headers or dict.fromkeys(name for row in rows for name in row))
    return write_cells(path, [titles, *([row.get(title) for title in titles] for row in rows)])


def write_cells(path: Path, table: Sequence[Sequence[Any]]) -> Path:
    """Write lines of cells, headers or not, in the format that the suffix of ``path`` names."""
    {".csv": _csv, ".xlsx": _xlsx, ".xls": _xls, ".ods": _ods}[path.suffix](path, table)
    return path


def _csv(path: Path, table: Sequence[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)


def _xlsx(path: Path, table: Sequence[Sequence[Any]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet(SHEET)
        for number, cells in enumerate(table):
            sheet.write_row(number, 0, cells)


def _xls(path: Path, table: Sequence[Sequence[Any]]) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet(SHEET)
    for number, cells in enumerate(table):
        for column, cell in enumerate(cells):
            sheet.write(number, column, cell)
    book.save(str(path))


def _ods(path: Path, table: Sequence[Sequence[Any]]) -> None:
    width = max(map(len, table), default=0)
    frame = pd.DataFrame([[*cells, *[None] * (width - len(cells))] for cells in table], dtype=object)
    frame.to_excel(path, sheet_name=SHEET, header=False, index=False, engine="odf")
