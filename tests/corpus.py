"""Files that people send, and files that nobody should: each is built by code and says what it gives.

``MESSY`` loads, whatever it looks like; ``HOSTILE`` is refused, or loads, within bounds. What the fuzzing
of ``test_readers_at_random`` finds is kept here under its own name.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdsTable
from odf.table import TableCell, TableRow
from odf.text import P
from reportlab.lib import colors
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as PdfTable

Build = Callable[[Path], Path]
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Gives:
    """What a file gives: people in all, registrations, rows by outcome, warnings among others."""

    people: int
    registrations: int = 3
    waiting: int = 0
    ignored: int = 0
    warnings: tuple[str, ...] = ()
    confirmed: int = 0


@dataclass(frozen=True)
class Refused:
    """The code of the one sentence that a file gets."""

    code: str


@dataclass(frozen=True)
class Entry:
    build: Build
    expected: Gives | Refused


HEADERS = [
    *("Édition", "Numéro d'inscription", "Partenaire", "Milieu", "Municipalité", "Type d'action", "Titre"),
    *("Date", "Jeunes", "Parents"),
]
ROWS: list[list[Any]] = [
    [2024, "A1", "École fictive Été", "scolaire", "Alma", "atelier", "Lire", "2024-02-14", 10, 5],
    [2024, "A2", "Organisme fictif 002", "affaires", "Roberval", "atelier", "Fêter", "2024-02-15", 20, 0],
    [2024, "A3", "Cégep fictif à Noël", "scolaire", "Alma", "atelier", "Dîner", "2024-02-16", 30, None],
]
TABLE = [HEADERS, *ROWS]
PEOPLE = 65
WHOLE = Gives(PEOPLE)


# --- Builders --------------------------------------------------------------------------------


def content(name: str, data: bytes) -> Build:
    def build(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return build


def lines(rows: Rows, separator: str = ";", end: str = "\r\n") -> str:
    """Rows as text; no cell here needs quotes."""
    return "".join(separator.join("" if c is None else str(c) for c in cells) + end for cells in rows)


def text(
    name: str, rows: Rows = TABLE, encoding: str = "utf-8", separator: str = ";", end: str = "\n"
) -> Build:
    return content(name, lines(rows, separator, end).encode(encoding))


def workbook(
    sheets: Mapping[str, Rows] | Rows,
    name: str = "classeur.xlsx",
    hidden_sheets: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    merged: Sequence[str] = (),
) -> Build:
    """Sheets of a workbook; a cell that is a tuple is a formula and its value."""

    def build(folder: Path) -> Path:
        with xlsxwriter.Workbook(folder / name) as book:
            for title, rows in (sheets if isinstance(sheets, Mapping) else {"Feuil1": sheets}).items():
                sheet = book.add_worksheet(title)
                for row, cells in enumerate(rows):
                    for column, cell in enumerate(cells):
                        if isinstance(cell, tuple):
                            sheet.write_formula(row, column, cell[0], None, cell[1])
                        else:
                            sheet.write(row, column, cell)
                for row in hidden_rows:
                    sheet.set_row(row - 1, None, None, {"hidden": True})
                for area in merged:
                    first = area.split(":")[0]
                    row, column = int(first[1:]) - 1, ord(first[0]) - 65
                    sheet.merge_range(area, rows[row][column])
                if title in hidden_sheets:
                    sheet.hide()
        return folder / name

    return build


def old_workbook(rows: Rows, hidden_row: int = 0, error: tuple[int, int] | None = None) -> Build:
    def build(folder: Path) -> Path:
        book = xlwt.Workbook()
        sheet = book.add_sheet("Feuil1")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if (row, column) == error:
                    sheet.row(row).set_cell_error(column, 0x17)
                elif cell is not None:
                    sheet.write(row, column, cell)
        if hidden_row:
            sheet.row(hidden_row - 1).hidden = True
        book.save(str(folder / "ancien.xls"))
        return folder / "ancien.xls"

    return build


def open_document(rows: Rows, hidden_row: int = 0, repeated: int = 0) -> Build:
    def build(folder: Path) -> Path:
        book = OpenDocumentSpreadsheet()
        sheet = OdsTable(name="Feuille1")
        for number, cells in enumerate(rows, 1):
            line = TableRow(**({"visibility": "collapse"} if number == hidden_row else {}))
            for cell in cells:
                line.addElement(_ods_cell(cell))
            sheet.addElement(line)
        if repeated:
            line = TableRow(numberrowsrepeated=repeated)
            line.addElement(TableCell(numbercolumnsrepeated=16384, valuetype="float", value=1))
            sheet.addElement(line)
        book.spreadsheet.addElement(sheet)
        book.save(str(folder / "classeur.ods"))
        return folder / "classeur.ods"

    return build


def _ods_cell(cell: Any) -> TableCell:
    if cell is None:
        return TableCell()
    if isinstance(cell, int):
        found = TableCell(valuetype="float", value=cell)
    elif str(cell).startswith("#"):
        found = TableCell(valuetype="string", stringvalue="", formula="of:=1/0")
    else:
        found = TableCell(valuetype="string")
    found.addElement(P(text=str(cell)))
    return found


def pdf(pages: Sequence[Rows], password: str | None = None) -> Build:
    def build(folder: Path) -> Path:
        encryption = StandardEncryption(password) if password else None
        document = SimpleDocTemplate(str(folder / "liste.pdf"), pagesize=(1100, 300), encrypt=encryption)
        grid = [("GRID", (0, 0), (-1, -1), 1, colors.black)]
        document.build(
            [
                PdfTable([["" if c is None else str(c) for c in cells] for cells in page], style=grid)
                for page in pages
            ]
        )
        return folder / "liste.pdf"

    return build


def html_of(rows: Rows, head: str = "") -> str:
    cells = (("" if cell is None else cell for cell in line) for line in rows)
    return f"<html>{head}<table>{''.join(map(_html_line, cells))}</table></html>"


def _html_line(cells: Iterable[Any]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def rewritten(
    build: Build, part: str, change: Callable[[bytes], bytes], name: str = "classeur.xlsx"
) -> Build:
    """A workbook of which one part is changed."""

    def rebuild(folder: Path) -> Path:
        (folder / "before").mkdir()
        with (
            zipfile.ZipFile(build(folder / "before")) as before,
            zipfile.ZipFile(folder / name, "w", 8) as after,
        ):
            for info in before.infolist():
                data = before.read(info)
                after.writestr(info.filename, change(data) if info.filename == part else data)
        return folder / name

    return rebuild


def truncated(build: Build) -> Build:
    def cut(folder: Path) -> Path:
        path = build(folder)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        return path

    return cut


def flipped(build: Build, part: bytes) -> Build:
    """An archive of which one part is damaged: found by fuzzing, zlib fails as no archive error."""

    def change(folder: Path) -> Path:
        path = build(folder)
        data = bytearray(path.read_bytes())
        at = data.index(part) + len(part) + 30
        data[at : at + 8] = b"\xff" * 8
        path.write_bytes(data)
        return path

    return change


def renamed(build: Build, name: str) -> Build:
    return lambda folder: build(folder).rename(folder / name)


def changed(row: int, **cells: Any) -> list[list[Any]]:
    """The table with some cells of one row changed, by header; a space is written as an underscore."""
    rows = [list(cells) for cells in TABLE]
    for header, cell in cells.items():
        rows[row][HEADERS.index(header.replace("_", " "))] = cell
    return rows


def without(*headers: str, rows: Rows = TABLE) -> list[list[Any]]:
    kept = [index for index, header in enumerate(rows[0]) if header not in headers]
    return [[cells[index] for index in kept] for cells in rows]


def titled(**titles: str) -> list[list[Any]]:
    """The table under other headers."""
    return [[titles.get(header.replace(" ", "_"), header) for header in HEADERS], *ROWS]


# --- Messy -----------------------------------------------------------------------------------

BLANK = [None] * len(HEADERS)
LONG_HEADERS = ["Édition", "Numéro d'inscription", "Partenaire", "Milieu", "Municipalité", "Public", "Nombre"]
LONG = [
    LONG_HEADERS,
    [2024, "A1", "École fictive Été", "scolaire", "Alma", "Jeunes", 10],
    [2024, "A1", "École fictive Été", "scolaire", "Alma", "Parents", 5],
    [2024, "A2", "Organisme fictif 002", "affaires", "Roberval", "Élèves", 20],
    [2024, "A3", "Cégep fictif à Noël", "scolaire", "Alma", "jeunes", 30],
]
TWO_LINES = [
    [*HEADERS[:8], "Nombre de personnes prévues", None],
    [*[None] * 8, "Jeunes", "Parents"],
    *ROWS,
]
BOTH = [
    [*[None] * 8, "Prévu", None, "Réel", None],
    [*HEADERS, "Jeunes", "Parents"],
    *([*cells, 1, 2] for cells in ROWS),
]
OVER_BASIS = [
    [*HEADERS[:8], "Jeunes", None, "Parents", None],
    [*[None] * 8, "Prévus", "Réels", "Prévus", "Réels"],
    *([*cells[:8], cells[8], 1, cells[9], 2] for cells in ROWS),
]
SUBTOTALS = [
    HEADERS,
    *ROWS[:2],
    ["Sous-total Alma", *[None] * 7, 30, 5],
    ROWS[2],
    [*[None] * 7, "Total général :", 60, 5],
    [*[None] * 8, 60, 5],
]
NO_NUMBERS = without("Numéro d'inscription")
ERRORS = changed(2, Jeunes=("=1/0", "#DIV/0!"))

MESSY: dict[str, Entry] = {
    "csv": Entry(text("a.csv"), WHOLE),
    "xlsx": Entry(workbook(TABLE), WHOLE),
    "xlsm": Entry(workbook(TABLE, "macros.xlsm"), WHOLE),
    "xls": Entry(old_workbook(TABLE), WHOLE),
    "ods": Entry(open_document(TABLE), WHOLE),
    "tsv": Entry(text("a.tsv", separator="\t"), WHOLE),
    "txt": Entry(text("a.txt", separator="\t"), WHOLE),
    "pdf": Entry(pdf([TABLE]), WHOLE),
    "pdf of two pages": Entry(
        pdf([TABLE, [HEADERS, [*ROWS[0][:1], "A4", *ROWS[0][2:]]]]), Gives(80, 4, ignored=1)
    ),
    "utf-8 with its mark": Entry(text("a.csv", encoding="utf-8-sig"), WHOLE),
    "utf-16 with its mark": Entry(text("a.csv", encoding="utf-16"), WHOLE),
    "utf-16 big-endian with its mark": Entry(
        content("a.csv", b"\xfe\xff" + lines(TABLE).encode("utf-16-be")), WHOLE
    ),
    "utf-16 without mark": Entry(text("a.csv", encoding="utf-16-le"), WHOLE),
    "utf-16 big-endian without mark": Entry(text("a.csv", encoding="utf-16-be"), WHOLE),
    "cp1252": Entry(text("a.csv", encoding="cp1252"), WHOLE),
    "mac roman": Entry(text("a.csv", encoding="mac_roman", end="\r"), WHOLE),
    "commas": Entry(text("a.csv", separator=","), WHOLE),
    "bars": Entry(text("a.csv", separator="|"), WHOLE),
    "semicolons with decimal commas": Entry(text("a.csv", changed(1, Titre="1,5 km, 2,5 km")), WHOLE),
    "separator told to Excel": Entry(
        content("a.csv", b"sep=|\n" + lines(TABLE, "|").encode()), Gives(65, ignored=1)
    ),
    "ends of line of old Macs": Entry(text("a.csv", end="\r"), WHOLE),
    "ends of line of Windows": Entry(text("a.csv", end="\r\n"), WHOLE),
    "a line in a cell": Entry(text("a.csv", changed(1, Titre='"Lire;\nencore"')), WHOLE),
    "titles above": Entry(
        workbook([["Inscriptions aux JPS 2024"], [], ["Région, liste complète"], [], *TABLE]),
        Gives(65, ignored=4),
    ),
    "titles above in text": Entry(
        text("a.csv", [["Inscriptions", *[""] * 9], BLANK, *TABLE]), Gives(65, ignored=2)
    ),
    "table that begins at C4": Entry(
        workbook([[], [], [], *([None, None, *cells] for cells in TABLE)]), Gives(65, ignored=3)
    ),
    "headers on two lines, merged": Entry(workbook(TWO_LINES, merged=("I1:J1", "A1:A2", "C1:C2")), WHOLE),
    "headers on two lines in text": Entry(text("a.csv", TWO_LINES), WHOLE),
    "a title over the audiences": Entry(
        workbook([[*[None] * 8, "Nombre de personnes prévues", None], *TABLE]), WHOLE
    ),
    "announced and reported, under two titles": Entry(workbook(BOTH), Gives(65, confirmed=9)),
    "announced and reported, under each audience": Entry(workbook(OVER_BASIS), Gives(65, confirmed=9)),
    "announced and reported, in headers": Entry(
        text(
            "a.csv",
            [
                [*HEADERS[:8], "Jeunes prévus", "Nb de parents prévus", "Jeunes réels"],
                *([*cells, 7] for cells in ROWS),
            ],
        ),
        Gives(65, confirmed=21),
    ),
    "subtotals and totals": Entry(workbook(SUBTOTALS), Gives(65, ignored=3, warnings=("aside_subtotal",))),
    "subtotals in text": Entry(text("a.csv", SUBTOTALS), Gives(65, ignored=3, warnings=("aside_subtotal",))),
    "a total in the partner's column": Entry(
        text("a.csv", [*NO_NUMBERS, [None, "Total", *[None] * 5, 60, 5]]),
        Gives(65, ignored=1, warnings=("aside_subtotal", "numbers_derived")),
    ),
    "a subtotal named after a place, without numbers": Entry(
        text("a.csv", [*NO_NUMBERS, [None, "Total Alma", *[None] * 5, 60, 5]]),
        Gives(65, ignored=1, warnings=("aside_subtotal",)),
    ),
    "a partner called Total": Entry(text("a.csv", changed(1, Partenaire="Total Santé fictif")), WHOLE),
    "a partner called Total, without numbers": Entry(
        text("a.csv", without("Numéro d'inscription", rows=changed(1, Partenaire="Total Santé fictif"))),
        Gives(65, warnings=("numbers_derived",)),
    ),
    "notes under the table": Entry(
        workbook(
            [*TABLE, [], ["Source : formulaire en ligne"], ["* Chiffres préliminaires"], ["Page 1 de 1"]]
        ),
        Gives(65, ignored=4, warnings=("aside_note",)),
    ),
    "headers repeated by page": Entry(
        workbook([*TABLE, [], HEADERS, [2024, "A4", *ROWS[0][2:]], HEADERS]),
        Gives(80, 4, ignored=3, warnings=("aside_header",)),
    ),
    "two tables in a sheet": Entry(
        workbook(
            [
                *TABLE,
                [],
                ["Ajouts"],
                without("Titre")[0],
                *without("Titre", rows=[HEADERS, [2024, "A4", *ROWS[0][2:]]])[1:],
            ]
        ),
        Gives(80, 4, ignored=2),
    ),
    "one row by audience": Entry(workbook(LONG), Gives(65, warnings=("long_form",))),
    "one row by audience, scattered": Entry(
        text("a.csv", [LONG[0], LONG[1], LONG[3], LONG[4], LONG[2]]), Gives(65, warnings=("long_form",))
    ),
    "one row by audience, merged cells": Entry(
        workbook([*LONG[:2], [*[None] * 5, "Parents", 5], *LONG[3:]]), Gives(65, warnings=("long_form",))
    ),
    "one row by audience, totals between": Entry(
        workbook([*LONG[:3], [2024, "A1", "École fictive Été", None, None, "Total", 15], *LONG[3:]]),
        Gives(65, ignored=1, warnings=("aside_subtotal",)),
    ),
    "one row by audience, one unknown": Entry(
        workbook([*LONG, [2024, "A3", "Cégep fictif à Noël", "scolaire", "Alma", "Grands-parents", 8]]),
        Gives(65, waiting=1),
    ),
    "one row by audience, one twice": Entry(workbook([*LONG, LONG[4]]), Gives(65, waiting=1)),
    "one row by audience, without numbers": Entry(
        text("a.csv", without("Numéro d'inscription", rows=LONG)), Gives(65, warnings=("numbers_derived",))
    ),
    "several activities of a number": Entry(
        text("a.csv", [*TABLE, [2024, "A1", *ROWS[0][2:6], "Écrire", "2024-02-15", 7, 0]]),
        Gives(72, 4, warnings=("several_activities",)),
    ),
    "the same row twice": Entry(text("a.csv", [*TABLE, ROWS[0]]), Gives(65, waiting=1)),
    "a number for two partners": Entry(
        text("a.csv", [*TABLE, [2024, "A1", "Organisme fictif 009", *ROWS[0][3:]]]), Gives(65, waiting=1)
    ),
    "no numbers": Entry(text("a.csv", NO_NUMBERS), Gives(65, warnings=("numbers_derived",))),
    "no numbers, equal rows": Entry(
        text("a.csv", [*NO_NUMBERS, NO_NUMBERS[1]]), Gives(80, 4, warnings=("numbers_derived",))
    ),
    "hidden rows": Entry(workbook(TABLE, hidden_rows=(3,)), Gives(65, warnings=("hidden_rows",))),
    "hidden rows, xls": Entry(old_workbook(TABLE, hidden_row=3), Gives(65, warnings=("hidden_rows",))),
    "hidden rows, ods": Entry(open_document(TABLE, hidden_row=3), Gives(65, warnings=("hidden_rows",))),
    "hidden sheet": Entry(
        workbook({"Janvier": TABLE[:3], "Février": [HEADERS, ROWS[2]]}, hidden_sheets=("Février",)),
        Gives(65, warnings=("hidden_sheet",)),
    ),
    "formulas": Entry(workbook(changed(1, Jeunes=("=4+6", 10))), WHOLE),
    "formulas without value": Entry(
        rewritten(
            workbook(changed(2, Jeunes=("=I4*2", 20))),
            "xl/worksheets/sheet1.xml",
            lambda xml: xml.replace(b"</f><v>20</v>", b"</f><v></v>"),
        ),
        Gives(45, 2, waiting=1, warnings=("formulas_without_value",)),
    ),
    "error cells": Entry(workbook(ERRORS), Gives(45, 2, waiting=1)),
    "error cells, xls": Entry(old_workbook(TABLE, error=(2, 8)), Gives(45, 2, waiting=1)),
    "error cells, ods": Entry(open_document(changed(2, Jeunes="#DIV/0!")), Gives(45, 2, waiting=1)),
    "a sheet by MRC": Entry(
        workbook(
            {
                "MRC de Lac-Saint-Jean-Est": without("Municipalité", rows=TABLE[:3]),
                "MRC de Maria-Chapdelaine": without("Municipalité", rows=[HEADERS, ROWS[2]]),
            }
        ),
        Gives(65, warnings=("sheet_value",)),
    ),
    "a sheet by setting": Entry(
        workbook(
            {
                "Scolaire": without("Milieu", rows=TABLE[:3]),
                "Affaires": without("Milieu", rows=[HEADERS, ROWS[2]]),
            }
        ),
        Gives(65, warnings=("sheet_value",)),
    ),
    "a contact beyond the columns, an edition in the name of the sheet": Entry(
        workbook(
            {
                "JPS 2024": [
                    [*HEADERS[1:], "Courriel"],
                    *([*cells[1:], "personne@exemple.ca"] for cells in ROWS),
                ]
            }
        ),
        Gives(65, warnings=("sheet_value", "contact_columns")),
    ),
    "a sheet by edition": Entry(
        workbook(
            {
                "JPS 2023": without("Édition", "Date"),
                "JPS 2024": without("Édition", "Date"),
            }
        ),
        Gives(130, 6, warnings=("sheet_value",)),
    ),
    "English headers": Entry(
        text(
            "a.csv",
            [
                [
                    "Edition year",
                    "Registration number",
                    "Partner",
                    "Sector",
                    "City",
                    "Action type",
                    "Title",
                    "Activity date",
                    "Youth",
                    "Parents",
                ],
                *ROWS,
            ],
            separator=",",
        ),
        WHOLE,
    ),
    "other French headers": Entry(
        workbook(
            [
                [
                    "Année",
                    "No",
                    "Nom de l'organisme",
                    "Secteur",
                    "Ville",
                    "Type",
                    "Activité",
                    "Quand",
                    "Nb de jeunes rejoints",
                    "Nombre de parents",
                ],
                *ROWS,
            ]
        ),
        WHOLE,
    ),
    "pupils and small children": Entry(
        text("a.csv", titled(Jeunes="Élèves", Parents="Enfants 0-5 ans", Partenaire="Organisation")), WHOLE
    ),
    "mistyped headers": Entry(
        text("a.csv", titled(Municipalité="Municipalitée", Partenaire="Partennaire")),
        Gives(65, warnings=("likely_column",)),
    ),
    "an uncertain header": Entry(
        text("a.csv", titled(Parents="Enfants")), Gives(60, warnings=("uncertain_column",))
    ),
    "an unknown header": Entry(
        text("a.csv", [[*HEADERS, "Couleur"], *([*cells, "vert"] for cells in ROWS)]),
        Gives(65, warnings=("unknown_columns",)),
    ),
    "contacts by their header": Entry(
        text("a.csv", [[*HEADERS, "Courriel du directeur"], *([*cells, "z@exemple.ca"] for cells in ROWS)]),
        Gives(65, warnings=("contact_columns",)),
    ),
    "contacts by their look": Entry(
        text(
            "a.csv",
            titled(Titre="Activité")
            if False
            else [
                [*HEADERS[:6], "Titre", "Date", "Jeunes", "Parents"],
                *([*cells[:6], "418 555-0199", *cells[7:]] for cells in ROWS),
            ],
        ),
        Gives(65, warnings=("contact_columns",)),
    ),
    "numbers as text": Entry(
        workbook([HEADERS, *([str(c) if c is not None else "" for c in cells] for cells in ROWS)]), WHOLE
    ),
    "a total beside the audiences": Entry(
        workbook(
            [
                [*HEADERS, "Total"],
                *([*cells, (f"=SUM(I{n}:J{n})", (15, 20, 30)[n - 2])] for n, cells in enumerate(ROWS, 2)),
            ]
        ),
        WHOLE,
    ),
    "an MRC beside the municipality": Entry(
        text("a.csv", [[*HEADERS, "MRC"], *([*cells, "MRC de Lac-Saint-Jean-Est"] for cells in ROWS)]), WHOLE
    ),
    "an MRC alone": Entry(
        text(
            "a.csv",
            [
                [*HEADERS[:4], "MRC", *HEADERS[5:]],
                *([*cells[:4], "MRC de Lac-Saint-Jean-Est", *cells[5:]] for cells in ROWS),
            ],
        ),
        WHOLE,
    ),
    "explanations on another sheet": Entry(
        workbook(
            {
                "Explications": [["Comment remplir"], ["Colonne", "Obligatoire"], ["Partenaire", "oui"]],
                "Données": TABLE,
            }
        ),
        WHOLE,
    ),
    "a sheet that lacks a column": Entry(
        workbook({"Bonne": TABLE, "Incomplète": without("Édition")}), Gives(65, warnings=("sheet_left_out",))
    ),
    "a web page named xls": Entry(
        content("export.xls", html_of(TABLE, "<meta charset=utf-8>").encode()), WHOLE
    ),
    "a web page that spans its cells": Entry(
        content(
            "export.xls",
            (
                "<table><tr><th colspan=10>Inscriptions</th></tr>"
                + "".join("<tr>" + "".join(f"<td>{c or ''}</td>" for c in cells) + "</tr>" for cells in TABLE)
                + "</table>"
            ).encode("cp1252"),
        ),
        Gives(65, ignored=1),
    ),
    "a web page of an old Mac": Entry(content("export.xls", html_of(TABLE).encode("mac_roman")), WHOLE),
    "text named xls": Entry(text("export.xls", separator="\t", encoding="utf-16"), WHOLE),
    "text named xlsx": Entry(text("export.xlsx"), WHOLE),
    "a workbook named csv": Entry(renamed(workbook(TABLE), "export.csv"), WHOLE),
    "an old workbook named xlsx": Entry(renamed(old_workbook(TABLE), "export.xlsx"), WHOLE),
    "formula injection": Entry(
        text("a.csv", changed(1, Titre='"=HYPERLINK(""http://exemple.ca"";""x"")"', Partenaire="@SUM(A1)")),
        WHOLE,
    ),
    "letters that change direction": Entry(
        text("a.csv", changed(1, Titre="a\u202eb\u2066c\u200f", Partenaire="Organisme\u202e fictif")), WHOLE
    ),
    "control characters": Entry(text("a.csv", changed(1, Titre="a\x01\x07\x1b[31mb")), WHOLE),
    "only headers": Entry(workbook([HEADERS]), Gives(0, 0)),
    "only headers, in text": Entry(text("a.csv", [HEADERS]), Gives(0, 0)),
}


# --- Hostile ---------------------------------------------------------------------------------

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "haha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("l"))
    )
    + b"]>"
)


def laughing(xml: bytes) -> bytes:
    """The same part, with an entity that is a thousand million times itself in place of a text."""
    return LAUGHS + xml[xml.index(b"?>") + 2 :].replace("École fictive Été".encode(), b"&k;")


def encrypted(folder: Path) -> Path:
    clear = io.BytesIO(workbook(TABLE)(folder).read_bytes())
    with (folder / "protege.xlsx").open("wb") as file:
        OOXMLFile(clear).encrypt("secret", file)
    return folder / "protege.xlsx"


def zip_bomb(folder: Path) -> Path:
    path = folder / "bombe.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(1200):
                part.write(bytes(1024**2))
    return path


def lying_bomb(folder: Path) -> Path:
    """A bomb whose directory says that it is small."""
    data = bytearray(zip_bomb(folder).read_bytes())
    size = (1200 * 1024**2).to_bytes(4, "little")
    for at in range(len(data)):
        if data.startswith(size, at):
            data[at : at + 4] = (1000).to_bytes(4, "little")
    (folder / "menteur.xlsx").write_bytes(data)
    return folder / "menteur.xlsx"


def million_blank_rows(folder: Path) -> Path:
    rows = b"".join(b'<row r="%d" ht="15"/>' % number for number in range(5, 1_000_001))
    change = rewritten(
        workbook(TABLE),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"),
    )
    return change(folder)


def far_cell(folder: Path) -> Path:
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    change = rewritten(
        workbook(TABLE),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", row + b"</sheetData>"),
    )
    return change(folder)


def repeated_text(folder: Path) -> Path:
    """A small file whose thirty thousand cells are one text of as many letters: a thousand million in all."""
    cells = b"".join(
        b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(5, 30_005)
    )
    long = rewritten(
        workbook(TABLE),
        "xl/sharedStrings.xml",
        lambda xml: xml.replace(f"<t>{HEADERS[0]}</t>".encode(), b"<t>" + b"a" * 30_000 + b"</t>", 1),
    )
    change = rewritten(
        long,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>"),
    )
    return change(folder)


def unplaced_corner(folder: Path) -> Path:
    """Cells placed by their order alone: one row as wide as may be, and one as far down."""
    rows = b"<row>" + b"<c><v>1</v></c>" * 16_384 + b'</row><row r="1048576"><c><v>1</v></c></row>'
    change = rewritten(
        workbook(TABLE),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"),
    )
    return change(folder)


def many_cells(folder: Path) -> Path:
    """Under every bound on its bytes: ten million cells, which would take a gibibyte."""
    path = folder / "cellules.xlsx"
    with (
        zipfile.ZipFile(workbook(TABLE)(folder)) as whole,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        for name in whole.namelist():
            data = whole.read(name)
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, data)
                continue
            head, tail = data.split(b"</sheetData>")
            with archive.open(name, "w") as part:
                part.write(head)
                for row in range(5, 200_005):
                    cells = b"".join(b"<c><v>%d</v></c>" % (row * at % 997) for at in range(7, 57))
                    part.write(b'<row r="%d">%b</row>' % (row, cells))
                part.write(b"</sheetData>" + tail)
    return path


def large(folder: Path) -> Path:
    """200 MB in few rows: remarks of half a megabyte each, in a column that is not kept."""
    remark = "a" * 500_000
    with (folder / "lourd.csv").open("w", encoding="utf-8") as file:
        file.write(lines([[*HEADERS, "Remarques"]]))
        for number in range(400):
            file.write(lines([[2024, f"B{number}", *ROWS[0][2:], remark]]))
    return folder / "lourd.csv"


def sparse(name: str, size: int, start: bytes = b"") -> Build:
    def build(folder: Path) -> Path:
        with (folder / name).open("wb") as file:
            file.write(start)
            file.truncate(size)
        return folder / name

    return build


def one_line(folder: Path) -> Path:
    with (folder / "ligne.csv").open("wb") as file:
        for _ in range(200):
            file.write(b"a;" * 500_000)
    return folder / "ligne.csv"


def archive_of(*parts: tuple[str, bytes], name: str = "autre.xlsx") -> Build:
    def build(folder: Path) -> Path:
        with zipfile.ZipFile(folder / name, "w") as archive:
            for part, data in parts:
                archive.writestr(part, data)
        return folder / name

    return build


DEEP = b"<table>" + b"<tr><td>" * 20_000

HOSTILE: dict[str, Entry] = {
    "empty": Entry(content("vide.csv", b""), Refused("empty")),
    "empty workbook name": Entry(content("vide.xlsx", b""), Refused("empty")),
    "blank lines only": Entry(content("a.csv", b"\n;;\n\n"), Refused("no_table")),
    "workbook without a cell": Entry(workbook([]), Refused("no_table")),
    "another format": Entry(content("lettre.docx", b"PK\x03\x04"), Refused("format")),
    "no suffix": Entry(content("fichier", b"a"), Refused("format")),
    "no template": Entry(workbook([["Recette", "Portions"], ["tarte", 8]]), Refused("no_template")),
    "no audience": Entry(text("a.csv", without("Jeunes", "Parents")), Refused("no_template")),
    "an audience twice": Entry(
        text("a.csv", [[*HEADERS, "Youth"], *([*cells, 3] for cells in ROWS)]), Refused("twice")
    ),
    "prose": Entry(
        content("a.txt", "Bonjour à tous.\nVoici la liste, bientôt.\n".encode()), Refused("no_template")
    ),
    "truncated xlsx": Entry(truncated(workbook([*TABLE, *ROWS * 200])), Refused("damaged")),
    "truncated ods": Entry(truncated(open_document([*TABLE, *ROWS * 50])), Refused("damaged")),
    "truncated xls": Entry(truncated(old_workbook([*TABLE, *ROWS * 200])), Refused("damaged")),
    "a list of parts that does not unpack": Entry(
        flipped(open_document(TABLE), b"META-INF/manifest.xml"), Refused("damaged")
    ),
    "truncated pdf": Entry(truncated(pdf([TABLE])), Refused("damaged")),
    "encrypted xlsx": Entry(encrypted, Refused("encrypted")),
    "encrypted pdf": Entry(pdf([TABLE], password="secret"), Refused("encrypted")),
    "pdf without a table": Entry(pdf([[["Bonjour"]]]), Refused("no_table")),
    "pdf that is none": Entry(content("liste.pdf", b"rien"), Refused("damaged")),
    "pdf that ends at once": Entry(content("liste.pdf", b"%PDF-1.7\n"), Refused("damaged")),
    "zip bomb": Entry(zip_bomb, Refused("too_large")),
    "zip bomb that lies": Entry(lying_bomb, Refused("damaged")),
    "billion laughs, xlsx": Entry(
        rewritten(workbook(TABLE), "xl/sharedStrings.xml", laughing), Refused("damaged")
    ),
    "billion laughs, workbook": Entry(
        rewritten(workbook({"École fictive Été": TABLE}), "xl/workbook.xml", laughing), Refused("damaged")
    ),
    "billion laughs, ods": Entry(
        rewritten(open_document(TABLE), "content.xml", laughing, "classeur.ods"), Refused("damaged")
    ),
    "entity of another file": Entry(
        rewritten(
            workbook({"École fictive Été": TABLE}),
            "xl/workbook.xml",
            lambda xml: (
                b'<!DOCTYPE x [<!ENTITY k SYSTEM "file:///etc/passwd">]>' + laughing(xml)[len(LAUGHS) :]
            ),
        ),
        Refused("damaged"),
    ),
    "1 000 000 blank rows, xlsx": Entry(million_blank_rows, WHOLE),
    "1 000 000 blank rows, csv": Entry(
        content("a.csv", lines(TABLE, end="\n").encode() + b"\n" * 1_000_000), Gives(65, ignored=1_000_000)
    ),
    "16 384 columns": Entry(
        workbook([[*HEADERS, *(f"x{n}" for n in range(16374))], *([*cells, *[1] * 16374] for cells in ROWS)]),
        Gives(65, warnings=("unknown_columns",)),
    ),
    "one cell in the last corner": Entry(far_cell, Refused("too_wide")),
    "one text in thirty thousand cells": Entry(repeated_text, Refused("too_large")),
    "one text repeated in a thousand rows": Entry(
        rewritten(
            open_document(TABLE),
            "content.xml",
            lambda xml: xml.replace(
                b"</table:table>",
                b'<table:table-row table:number-rows-repeated="1000"><table:table-cell '
                b'table:number-columns-repeated="100" office:value-type="string"><text:p>'
                + b"a" * 30_000
                + b"</text:p></table:table-cell></table:table-row></table:table>",
                1,
            ),
            "classeur.ods",
        ),
        Refused("too_large"),
    ),
    "ten million cells": Entry(many_cells, Refused("too_large")),
    "cells without a place, to the last corner": Entry(unplaced_corner, Refused("too_wide")),
    "cells repeated to the last corner": Entry(open_document(TABLE, repeated=1_000_000), Refused("too_wide")),
    "a PNG named xlsx": Entry(content("image.xlsx", PNG), Refused("not_a_workbook")),
    "a PNG named csv": Entry(content("image.csv", PNG), Refused("not_a_table")),
    "a PNG named pdf": Entry(content("image.pdf", PNG), Refused("damaged")),
    "an archive named xlsx": Entry(archive_of(("photo.jpg", PNG)), Refused("not_a_workbook")),
    "an archive that climbs": Entry(
        archive_of(("../../xl/workbook.xml", b"<x/>")), Refused("not_a_workbook")
    ),
    "a workbook that is not XML": Entry(archive_of(("xl/workbook.xml", b"\x00\x01")), Refused("damaged")),
    "null bytes": Entry(content("a.csv", lines(TABLE).encode() + b"\x00;\x00\n"), Refused("not_a_table")),
    "a lone quote": Entry(
        text("a.csv", [*changed(1, Titre='"Lire'), *([2024, f"B{n}", *ROWS[0][2:]] for n in range(50))]),
        Refused("quote"),
    ),
    "a book in a cell": Entry(text("a.csv", changed(2, Jeunes="beaucoup " * 9000)), Gives(45, 2, waiting=1)),
    "a book in a header": Entry(text("a.csv", [[*HEADERS, "Remarque " * 9000], *ROWS]), WHOLE),
    "quotes inside": Entry(text("a.csv", changed(1, Titre='Lire "ensemble" x')), WHOLE),
    "an endless cell": Entry(content("a.csv", b'"' + b"a" * (2 * 1024**2)), Refused("not_a_table")),
    "200 MB of nothing": Entry(sparse("vide.csv", 200_000_000), Refused("not_a_table")),
    "200 MB of nothing named xlsx": Entry(
        sparse("vide.xlsx", 200_000_000, b"PK\x03\x04"), Refused("damaged")
    ),
    "200 MB of nothing named xls": Entry(
        sparse("vide.xls", 200_000_000, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Refused("damaged")
    ),
    "200 MB on one line": Entry(one_line, Refused("not_a_table")),
    "200 MB of remarks": Entry(large, Gives(400 * 15, 400, warnings=("unknown_columns",))),
    "a web page that spans a million columns": Entry(
        content("export.xls", b"<table><tr><td colspan=99999999 rowspan=99999999>a</td></tr></table>"),
        Refused("no_template"),
    ),
    "a web page nested too deep": Entry(content("export.xls", DEEP), Refused("no_table")),
    "a web page without a table": Entry(
        content("export.xls", b"<html><p>Erreur 404</p></html>"), Refused("not_a_table")
    ),
}
