"""The three spreadsheet templates: their columns, and the empty files that partners fill in.

Belongs here: column names and order, sheet names, styling and validation of a template. Not here:
reading a filled file, or what a cell may mean. The explanations are data (``data/templates``).
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from etl.data_files import DATA, read_rows
from etl.headers import EXPLANATION_SHEET
from etl.schema import AUDIENCES

Template = Literal["registrations", "confirmed", "exposure"]


AUDIENCE_COLUMNS: Final = dict(
    zip(
        AUDIENCES,
        (
            "Jeunes",
            "Tout-petits",
            "Adultes en formation",
            "Parents",
            "Intervenants",
            "Professionnels",
            "Enseignants",
            "Employeurs engagés",
            "Élus",
        ),
        strict=True,
    )
)
"""Header of each audience's column, by audience code."""

REGISTRATION_COLUMNS: Final = (
    "Édition",
    "Numéro d'inscription",
    "Partenaire",
    "Milieu",
    "Municipalité",
    "Type d'action",
    "Titre",
    "Date",
    "Date d'inscription",
    *AUDIENCE_COLUMNS.values(),
)
CONFIRMED_COLUMNS: Final = ("Édition", "Numéro d'inscription", *AUDIENCE_COLUMNS.values())
EXPOSURE_COLUMNS: Final = ("Édition", "Quoi", "Canal", "Du", "Au", "Nombre", "Unité", "Source")

COLUMNS: Final[dict[Template, tuple[str, ...]]] = {
    "registrations": REGISTRATION_COLUMNS,
    "confirmed": CONFIRMED_COLUMNS,
    "exposure": EXPOSURE_COLUMNS,
}
SHEETS: Final[dict[Template, str]] = {
    "registrations": "Inscriptions",
    "confirmed": "Confirmations",
    "exposure": "Exposition",
}
FILE_NAMES: Final[dict[Template, str]] = {
    "registrations": "gabarit-inscriptions.xlsx",
    "confirmed": "gabarit-confirmations.xlsx",
    "exposure": "gabarit-exposition.xlsx",
}

DATE_COLUMNS: Final = ("Date", "Date d'inscription", "Du", "Au")
_LISTS: Final = {"Milieu": "sectors.csv", "Type d'action": "actions.csv"}
_EXPOSURE_LISTS: Final = {"Canal": "channel", "Unité": "unit"}
_WIDTHS: Final = {
    "Édition": 9,
    "Numéro d'inscription": 21,
    "Partenaire": 38,
    "Milieu": 26,
    "Municipalité": 34,
    "Type d'action": 24,
    "Titre": 46,
    "Date d'inscription": 18,
    "Quoi": 46,
    "Canal": 26,
    "Unité": 24,
    "Source": 38,
}
_LAST_VALIDATED_ROW: Final = 5000
_WRITTEN_ON: Final = datetime(2026, 1, 1)


def write_templates(folder: Path = DATA / "templates") -> list[Path]:
    """Write the three empty templates; the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for template, name in FILE_NAMES.items():
        path = folder / name
        with open_workbook(path) as workbook:
            sheet = add_data_sheet(workbook, template)
            _add_validation(sheet, template)
            add_explanations(workbook, template)
        paths.append(path)
    return paths


def open_workbook(path: Path) -> xlsxwriter.Workbook:
    """A workbook whose bytes depend only on its cells, not on the day it is written."""
    workbook = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    workbook.set_properties({"created": _WRITTEN_ON})
    return workbook


def add_data_sheet(workbook: xlsxwriter.Workbook, template: Template) -> Worksheet:
    """Add the sheet that holds one row per registration, with its header only."""
    sheet = workbook.add_worksheet(SHEETS[template])
    columns = COLUMNS[template]
    date_format = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for position, header in enumerate(columns):
        width = _WIDTHS.get(header, max(12, len(header) + 3))
        sheet.set_column(position, position, width, date_format if header in DATE_COLUMNS else None)
    sheet.write_row(0, 0, columns, _header_format(workbook))
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 0)
    return sheet


def add_explanations(workbook: xlsxwriter.Workbook, template: Template, notice: str | None = None) -> None:
    """Add the sheet that explains each column, under ``notice`` if there is one."""
    text = sheet_texts()
    sheet = workbook.add_worksheet(EXPLANATION_SHEET)
    bold = workbook.add_format({"bold": True, "font_size": 13})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for position, width in enumerate((24, 13, 80, 30)):
        sheet.set_column(position, position, width, wrapped)
    row = 0
    if notice:
        sheet.write_string(row, 0, notice, workbook.add_format({"bold": True, "font_color": "#9C0006"}))
        row += 2
    sheet.write_string(row, 0, text[f"explanations_title_{template}"], bold)
    titles = [text[f"explanations_header_{name}"] for name in ("column", "required", "what", "example")]
    sheet.write_row(row + 2, 0, titles, _header_format(workbook))
    explained = [
        line for line in read_rows(DATA / "templates" / "columns.csv") if line["template"] == template
    ]
    for offset, line in enumerate(explained, start=row + 3):
        for position, key in enumerate(("header", "required", "what_to_write", "example")):
            sheet.write_string(offset, position, line[key], wrapped)


def sheet_texts() -> dict[str, str]:
    """The French sentences of the templates, by key."""
    return {line["key"]: line["text"] for line in read_rows(DATA / "templates" / "sheets.csv")}


def _header_format(workbook: xlsxwriter.Workbook) -> Format:
    style = {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": "#1F5C3A",
        "text_wrap": True,
        "valign": "vcenter",
    }
    return workbook.add_format(style)


def _add_validation(sheet: Worksheet, template: Template) -> None:
    text = sheet_texts()
    for position, header in enumerate(COLUMNS[template]):
        rule = _rule(header, text)
        if rule:
            # A warning, not a refusal: the loader explains what it cannot read better than Excel does.
            sheet.data_validation(
                1, position, _LAST_VALIDATED_ROW, position, rule | {"error_type": "warning"}
            )


def _rule(header: str, text: dict[str, str]) -> dict[str, object] | None:
    if header in _LISTS:
        labels: Sequence[str] = [line["name_fr"] for line in read_rows(DATA / _LISTS[header])]
        return {"validate": "list", "source": labels, "error_message": text["validation_list"]}
    if header in _EXPOSURE_LISTS:
        listed = [
            line["many_fr"]
            for line in read_rows(DATA / "exposure_words.csv")
            if line["kind"] == _EXPOSURE_LISTS[header]
        ]
        return {"validate": "list", "source": listed, "error_message": text["validation_list"]}
    if header in AUDIENCE_COLUMNS.values() or header == "Nombre":
        message = text["validation_number"]
        return {"validate": "integer", "criteria": ">=", "value": 0, "error_message": message}
    if header in DATE_COLUMNS:
        earliest, message = datetime(2007, 1, 1), text["validation_date"]
        return {"validate": "date", "criteria": ">=", "value": earliest, "error_message": message}
    if header == "Édition":
        message = text["validation_edition"]
        return {
            "validate": "integer",
            "criteria": "between",
            "minimum": 2008,
            "maximum": 2100,
            "error_message": message,
        }
    return None
