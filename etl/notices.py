"""What a person should know of how a file was read, though nothing of it was lost.

Belongs here: which facts deserve a sentence. Not here: the sentences (``catalogues``), rows that wait
(``load``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from etl.form import Registrations
from etl.headers import CONTACT, EXPLANATION_SHEET, title
from etl.read import Sheet
from etl.recognise import Layout, NoLayout
from etl.set_aside import Reason
from etl.tables import Table

Notice = tuple[str, dict[str, str]]
"""A code of the catalogue (after ``warning-``), and what its sentence needs."""

TOLD: tuple[Reason, ...] = ("subtotal", "note", "header")
"""Reasons to set a row aside that deserve a look; blanks and titles do not."""
NAMED = 12
"""Headers named in a sentence; the others are counted."""
LIKE_A_TABLE = 2
"""Recognised headers from which a sheet that was not read may hold registrations."""


def of_sheet(sheet: Sheet) -> Iterator[Notice]:
    """What the workbook hides, or was saved without."""
    if sheet.hidden:
        yield "hidden_sheet", {"sheet": sheet.name}
    if sheet.hidden_rows:
        yield "hidden_rows", {"sheet": sheet.name, "count": str(sheet.hidden_rows)}
    if sheet.unvalued:
        yield "formulas_without_value", {"sheet": sheet.name, "count": str(sheet.unvalued)}


def of_sheets_left_out(refused: Iterable[tuple[str, NoLayout]]) -> Iterator[Notice]:
    """Sheets that look like registrations and were not read, for want of a column."""
    for sheet, layout in refused:
        if len(layout.recognised) >= LIKE_A_TABLE and sheet != EXPLANATION_SHEET:
            missing = layout.twice or layout.missing
            code = "sheet_left_out_twice" if layout.twice else "sheet_left_out"
            yield code, {"sheet": sheet, "columns": named(missing, NAMED)}


def of_table(table: Table, found: Registrations) -> Iterator[Notice]:
    """How the columns and the rows of a table were understood; once its rows have been read."""
    sheet = {"sheet": table.sheet}
    yield from _columns(sheet, table.layout)
    if table.layout.form == "long":
        yield "long_form", sheet
    if found.activities:
        yield "several_activities", sheet | {"count": str(found.activities)}
    if found.derived:
        yield "numbers_derived", sheet | {"count": str(found.derived)}
    for reason in TOLD:
        if count := table.aside.counts[reason]:
            rows = _listed(table.aside.rows[reason], count)
            yield f"aside_{reason}", sheet | {"count": str(count), "rows": rows}


def of_likenesses(kind: Literal["place", "partner"], found: Mapping[str, str]) -> Iterator[Notice]:
    """Names that were recognised though they are misspelt."""
    if found:
        pairs = [f"{written} → {taken}" for written, taken in found.items()]
        yield f"alike_{kind}", {"names": named(pairs, NAMED), "count": str(len(pairs))}


def _columns(sheet: dict[str, str], layout: Layout) -> Iterator[Notice]:
    asked = {question.header for question in layout.questions}
    said = asked | set(layout.postal_codes)
    dropped = [header for header in layout.dropped if header not in said]
    if dropped:
        code = "contact_columns" if layout.has_contacts else "unknown_columns"
        yield code, sheet | {"columns": named(dropped, NAMED)}
    if layout.postal_codes:
        yield "postal_code", sheet | {"columns": named(layout.postal_codes, NAMED)}
    for column in layout.columns:
        if column.how == "likeness":
            yield "likely_column", sheet | {"header": column.header, "column": _title(column.column)}
    for question in layout.questions:
        values = ", ".join(question.values) or "—"
        proposed = _title(question.proposed)
        yield "uncertain_column", sheet | {"header": question.header, "column": proposed, "values": values}
    for name, value in layout.sheet_values:
        yield "sheet_value", sheet | {"column": title(name), "value": value}


def _title(column: str) -> str:
    name = column.rpartition(":")[2]
    return title(name) if name != CONTACT else name


def named(words: Sequence[str], most: int) -> str:
    """The first words of a list as a sentence names them, and how many there are in all if there are more."""
    return ", ".join(words[:most]) + (f"… ({len(words)})" if len(words) > most else "")


def _listed(rows: Sequence[int], count: int) -> str:
    return ", ".join(map(str, rows)) + ("…" if count > len(rows) else "")
