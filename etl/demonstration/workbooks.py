"""Writes drawn registrations in the templates' format. Draws nothing."""

from pathlib import Path

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
            for column, cell in enumerate(cells):
                if cell is not None:
                    sheet.write(row, column, cell)
        add_explanations(workbook, "registrations", sheet_texts()["demonstration_notice"])


def write_confirmations(path: Path, registrations: list[Registration]) -> None:
    """Write the reported people of one edition, a row for each registration that reported any."""
    with open_workbook(path) as workbook:
        sheet = add_data_sheet(workbook, "confirmed")
        reported = (registration for registration in registrations if registration.confirmed)
        for row, registration in enumerate(reported, start=1):
            counts = (registration.confirmed.get(audience) for audience in AUDIENCE_COLUMNS)
            for column, cell in enumerate((registration.edition, registration.number, *counts)):
                if cell is not None:
                    sheet.write(row, column, cell)
        add_explanations(workbook, "confirmed", sheet_texts()["demonstration_notice"])
