"""The tables as a workbook: a first sheet that says where they come from, then one sheet by question.

Numbers are numbers, each column in its own format; text that a spreadsheet would run is made inert, as in the
CSV files. Not here: what the sheets hold (``sheets``).
"""

import io
from typing import Any, Final

import pandas as pd

from dashboard import messages
from dashboard.formats import capitalised
from dashboard.grids import FORMULA
from dashboard.meetings import Meeting
from dashboard.messages import text
from dashboard.palette import LIGHT
from dashboard.reports.columns import Kind, kind
from dashboard.reports.origin import Origin, origin
from dashboard.reports.sheets import Sheet, sheets
from dashboard.view import View

FONT: Final = "Calibri"
WIDEST: Final = 60
"""Characters in a column at most: longer texts wrap."""
NARROWEST: Final = 9
PATTERNS: Final[dict[Kind, str]] = {
    "year": "0",
    "whole": "#,##0",
    "decimal": "#,##0.0",
    "change": "+#,##0;\u2212#,##0;0",
    "change with decimals": "+#,##0.0;\u2212#,##0.0;0",
}
"""Number formats: a spreadsheet writes their separators as its own language does."""


def workbook(view: View, meeting: Meeting | None = None) -> bytes:
    """Return the tables of a view as XLSX, in its language.

    Args:
        view: whose figures they are.
        meeting: under whose code they are given, if any.
    """
    import xlsxwriter  # type: ignore[import-untyped]

    buffer = io.BytesIO()
    with messages.speaking(view.language):
        told = origin(view, meeting)
        made = sheets(view)
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(buffer, options) as book:
            book.set_properties({"title": told.title, "comments": told.line()})
            formats = _Formats(book)
            _opening(book, formats, told, made)
            for sheet in made:
                _written(book, formats, sheet, told)
    return buffer.getvalue()


def inert(cell: str) -> str:
    """A text that no spreadsheet runs as a formula, as it is otherwise."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


class _Formats:
    """The formats of one book, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def __call__(self, **properties: object) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": FONT, "font_size": 11, **properties})
        return self._made[key]

    def text(self) -> Any:
        return self(text_wrap=True, valign="top")

    def heading(self, align: str) -> Any:
        return self(
            bold=True,
            font_color=LIGHT.paper,
            bg_color=LIGHT.accent,
            text_wrap=True,
            valign="vcenter",
            align=align,
        )


def _opening(book: Any, formats: _Formats, told: Origin, made: list[Sheet]) -> None:
    page = book.add_worksheet(text("sheet-origin"))
    page.hide_gridlines(2)
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 90)
    page.write_string(0, 0, inert(told.title), formats(bold=True, font_size=18, font_color=LIGHT.accent))
    page.set_row(0, 30)
    lines = [("origin-version", capitalised(told.version)), ("origin-filters", told.filters)]
    lines += [("origin-meeting", told.meeting)] if told.meeting else []
    lines += [("origin-mark", told.demonstration)] if told.demonstration else []
    lines += [("origin-sources", source) for source in told.sources]
    row = 2
    seen = ""
    for key, words in lines:
        label = "" if key == seen else text(key)
        page.write_string(row, 0, label, formats(bold=True, valign="top"))
        page.write_string(row, 1, inert(words), formats.text())
        seen, row = key, row + 1
    row += 1
    for column, key in enumerate(("origin-sheet", "origin-holds")):
        page.write_string(row, column, text(key), formats.heading("left"))
    for number, sheet in enumerate(made, row + 1):
        link = f"internal:'{sheet.name}'!A1"
        page.write_url(number, 0, link, formats(font_color=LIGHT.accent, underline=1), inert(sheet.name))
        page.write_string(number, 1, inert(sheet.note), formats.text())
    _printed(page, told)


def _written(book: Any, formats: _Formats, sheet: Sheet, told: Origin) -> None:
    page = book.add_worksheet(sheet.name)
    table = sheet.table
    for column, name in enumerate(table.columns):
        values = table[name]
        of = kind(str(name), values)
        is_number = of != "text"
        page.write_string(0, column, inert(str(name)), formats.heading("right" if is_number else "left"))
        style = formats(num_format=PATTERNS[of]) if is_number else formats.text()
        for row, value in enumerate(values, 1):
            if pd.isna(value):
                continue
            if is_number:
                page.write_number(row, column, value, style)
            else:
                page.write_string(row, column, inert(str(value)), style)
        page.set_column(column, column, _width(str(name), values))
    page.set_row(0, 32)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(table), len(table.columns) - 1)
    page.repeat_rows(0)
    _printed(page, told)


def _printed(page: Any, told: Origin) -> None:
    page.set_landscape()
    page.set_paper(1)  # letter
    page.fit_to_pages(1, 0)
    page.set_footer(f"&L{told.line().replace('&', '&&')[:200]}&R&P / &N")


def _width(name: str, values: pd.Series) -> float:
    longest = max((len(f"{value}") for value in values.dropna()), default=0)
    words = max((len(word) for word in name.split()), default=0)
    return float(min(WIDEST, max(NARROWEST, longest + 3, words + 3)))
