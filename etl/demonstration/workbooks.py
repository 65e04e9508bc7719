"""Writes drawn registrations in the templates' format. Draws nothing."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from etl.demonstration.registrations import Registration
from etl.templates import AUDIENCE_COLUMNS, add_data_sheet, add_explanations, open_workbook, sheet_texts


def write_registrations(path: Path, registrations: list[Registration]) -> None:
    """Write the registrations of one edition, expected people included."""
    with open_workbook(path) as workbook:
        sheet = add_data_sheet(workbook, "registrations")
        for row, registration in enumerate(registrations, start=1):
            cells = (
                registration.edition,
                registration.number,
                registration.partner.name,
                registration.sector or None,
                registration.municipality or None,
                registration.action or None,
                registration.title,
                registration.held_on,
                registration.registered_on,
                *(registration.expected.get(audience) for audience in AUDIENCE_COLUMNS),
            )
            _write_row(sheet, row, cells)
        add_explanations(workbook, "registrations", sheet_texts()["demonstration_notice"])


def write_confirmations(path: Path, registrations: list[Registration]) -> None:
    """Write the reported people of one edition, a row for each registration that reported any."""
    with open_workbook(path) as workbook:
        sheet = add_data_sheet(workbook, "confirmed")
        reported = (registration for registration in registrations if registration.confirmed)
        for row, registration in enumerate(reported, start=1):
            counts = (registration.confirmed.get(audience) for audience in AUDIENCE_COLUMNS)
            _write_row(sheet, row, (registration.edition, registration.number, *counts))
        add_explanations(workbook, "confirmed", sheet_texts()["demonstration_notice"])


def _write_row(sheet: Worksheet, row: int, cells: Iterable[int | str | date | None]) -> None:
    for column, cell in enumerate(cells):
        match cell:
            case int():
                sheet.write_number(row, column, cell)
            case str():
                sheet.write_string(row, column, cell)
            case date():
                sheet.write_datetime(row, column, cell)
