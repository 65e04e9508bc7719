"""What calamine leaves out of a workbook: error cells, formulas without value, hidden rows, size.

Calamine gives an error cell, and a formula saved without its value, as an empty one: a figure would be
lost without a word. Belongs here: one cheap pass over a sheet's own bytes to find them, and to refuse a
sheet whose few cells lie so far apart that a grid of them would fill the memory.
Not here: the values of ordinary cells (``workbook``).
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

import olefile
from lxml import etree

from etl.read.problem import UnreadableFile

MAXIMUM_CELLS: Final = 24_000_000
"""Cells of the rectangle that holds a sheet's content, empty ones included: some 500 MiB in calamine."""
MAXIMUM_TEXT: Final = 400 * 1024**2
"""Letters of a sheet, those of a repeated cell as often as it is."""
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
BLOCK: Final = 1024 * 1024
LONGEST_TAG: Final = 64 * 1024

BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, etree.LxmlError, OSError, EOFError),
    *(ValueError, LookupError, NotImplementedError, RuntimeError),
)
"""What ``zipfile`` and lxml raise on a damaged archive."""

Position = tuple[int, int]
"""Row and column of a cell, from 1."""


@dataclass
class Unseen:
    """What is beside the cells of one sheet."""

    errors: dict[Position, str] = field(default_factory=dict)
    formulas: dict[Position, str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)

    def by_row(self) -> dict[int, dict[int, str]]:
        """Texts to write in blank cells, by row and column: errors (#REF!), formulas without value (=A1)."""
        found: dict[int, dict[int, str]] = {}
        for (row, column), words in (self.errors | self.formulas).items():
            if row <= LAST_ROW and column <= LAST_COLUMN:
                found.setdefault(row, {})[column] = words
        return found


def workbook(path: Path) -> dict[str, Unseen]:
    """What is beside the cells of a .xlsx, .xlsm or .ods, by name of sheet.

    Raises:
        UnreadableFile: damaged, or a sheet too large to be held.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if "content.xml" in archive.namelist():
                with archive.open("content.xml") as content:
                    return _ods(content)
            return {name: _xlsx_sheet(archive, part) for name, part in _xlsx_parts(archive)}
    except BROKEN as error:
        raise UnreadableFile("damaged") from error


# --- .xlsx -----------------------------------------------------------------------------------

ROW: Final = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
CELL: Final = re.compile(rb"<(?:\w+:)?c\b([^>/]*)>")
ERROR: Final = re.compile(
    rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<", re.DOTALL
)
UNVALUED: Final = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
MAY_BE_UNVALUED: Final = re.compile(rb"(?:/f>|/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*<|</(?:\w+:)?c>)")
REFERENCE: Final = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
NUMBER: Final = re.compile(rb"\br=[\"'](\d{1,7})[\"']")
HIDDEN: Final = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
FAR_COLUMN: Final = re.compile(rb"\br=[\"']([A-Z]{2,3})\d")


def _xlsx_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    if "xl/workbook.xml" not in archive.namelist():
        return  # binary workbook: its records are not XML
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    book = etree.fromstring(archive.read("xl/workbook.xml"), parser)
    relations = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {
        relation.get("Id"): relation.get("Target", "") for relation in relations.iter("{*}Relationship")
    }
    known = set(archive.namelist())
    for sheet in book.iter("{*}sheet"):
        link = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        target = targets.get(link, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in known and "worksheets" in part:
            yield sheet.get("name", ""), part


def _xlsx_sheet(archive: zipfile.ZipFile, part: str) -> Unseen:
    found = Unseen()
    last_row = last_column = 0
    with archive.open(part) as content:
        for text in whole_rows(content):
            for match in ROW.finditer(text):
                number = NUMBER.search(match[1])
                last_row = int(number[1]) if number else last_row + 1
                if HIDDEN.search(match[1]) and not match[1].endswith(b"/"):
                    found.hidden_rows.append(last_row)
            for match in FAR_COLUMN.finditer(text):
                last_column = max(last_column, _column(match[1]))
            if b't="e"' in text or b"t='e'" in text:
                found.errors |= _placed((match[1], match[2]) for match in ERROR.finditer(text))
            if b"f>" in text and MAY_BE_UNVALUED.search(text):
                found.formulas |= _placed(
                    (match[1], b"=" + (match[2] or b"?"))
                    for match in UNVALUED.finditer(text)
                    if b't="str"' not in match[1]
                )
    if last_row * max(last_column, 26) > MAXIMUM_CELLS:
        _refuse_sparse(archive, part)
    return found


def _refuse_sparse(archive: zipfile.ZipFile, part: str) -> None:
    """Refuse a sheet if its rows and columns with content, formats apart, make too large a rectangle."""
    last_row = last_column = 0
    with archive.open(part) as content:
        for text in whole_rows(content):
            for match in CELL.finditer(text):
                reference = REFERENCE.search(match[1])
                if reference:
                    last_row = max(last_row, int(reference[2]))
                    last_column = max(last_column, _column(reference[1]))
            if last_row * last_column > MAXIMUM_CELLS:
                raise UnreadableFile("too_wide", (("rows", str(last_row)), ("columns", str(last_column))))


def whole_rows(content: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a sheet in blocks cut after a row, so that no cell is in two of them."""
    rest = b""
    while block := content.read(BLOCK):
        rest += block
        cut = rest.rfind(b"row>") + 4
        if cut == 3:
            cut = rest.rfind(b"/>") + 2 if len(rest) > LONGEST_TAG else 0
        if cut <= 1 and len(rest) > 64 * BLOCK:
            raise UnreadableFile("damaged")
        if cut > 1:
            yield rest[:cut]
            rest = rest[cut:]
    yield rest


def _placed(cells: Iterator[tuple[bytes, bytes]]) -> dict[Position, str]:
    placed = {}
    for attributes, words in cells:
        reference = REFERENCE.search(attributes)
        if reference:
            text = words.decode("utf-8", errors="replace")
            for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
                text = text.replace(entity, letter)
            placed[int(reference[2]), _column(reference[1])] = text
    return placed


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


# --- .ods ------------------------------------------------------------------------------------

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
ERROR_WORDS: Final = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d{3}")


def _ods(content: IO[bytes]) -> dict[str, Unseen]:
    found: dict[str, Unseen] = {}
    beside = Unseen()
    row = column = last_row = last_column = in_row = repeated_text = 0
    told = {f"{_TABLE}{name}" for name in ("table", "table-row", "table-cell", "covered-table-cell")}
    events = etree.iterparse(
        content,
        events=("start", "end"),
        tag=list(told),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    for event, element in events:
        name = element.tag.removeprefix(_TABLE)
        if event == "start":
            if name == "table":
                beside = found.setdefault(element.get(f"{_TABLE}name", ""), Unseen())
                row = last_row = last_column = 0
            elif name == "table-row":
                column = in_row = 0
                repeated = _repeated(element, "rows")
                if element.get(f"{_TABLE}visibility") in ("collapse", "filter"):
                    beside.hidden_rows += range(row + 1, row + min(repeated, 100_000) + 1)
            continue
        if name == "table-row":
            row += _repeated(element, "rows")
            repeated_text += in_row * _repeated(element, "rows")
            if repeated_text > MAXIMUM_TEXT:
                raise UnreadableFile("too_large", (("size", str(repeated_text // 1024**2)),))
            if column:
                last_row = row
            if last_row * last_column > MAXIMUM_CELLS:
                raise UnreadableFile("too_wide", (("rows", str(last_row)), ("columns", str(last_column))))
            _forget(element)
        elif name.endswith("cell"):
            width = _repeated(element, "columns")
            words = "".join(element.itertext()).strip()
            if words or element.get(f"{_OFFICE}value-type"):
                last_column = max(last_column, column + width)
                in_row += len(words) * width
                if element.get(f"{_CALC}value-type") == "error" or (
                    ERROR_WORDS.fullmatch(words) and element.get(f"{_TABLE}formula")
                ):
                    beside.errors[row + 1, column + 1] = words
            column += width
    return found


def _repeated(element: etree._Element, what: str) -> int:
    words = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(words)) if words.isascii() and words.isdigit() and len(words) < 9 else 1


def _forget(element: etree._Element) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


# --- .xls ------------------------------------------------------------------------------------

BIFF_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_BOF, _EOF, _BOUNDSHEET, _ROW, _BOOLERR, _FORMULA = 0x0809, 0x000A, 0x0085, 0x0208, 0x0205, 0x0006
_HIDDEN_ROW: Final = 0x20


def old_workbook(path: Path) -> dict[str, Unseen]:
    """What is beside the cells of a .xls, by name of sheet; nothing where its records are damaged."""
    try:
        with olefile.OleFileIO(path) as container:
            stream = "Workbook" if container.exists("Workbook") else "Book"
            data = container.openstream(stream).read()
        return {name: _biff_sheet(data, start) for name, start in _biff_sheets(data)}
    except Exception:  # calamine reads the same records next, and says what is wrong with them
        return {}


def _records(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length


def _biff_sheets(data: bytes) -> Iterator[tuple[str, int]]:
    for kind, record in _records(data, 0):
        if kind == _EOF:
            return
        if kind == _BOUNDSHEET:
            (start,) = struct.unpack_from("<I", record)
            length, is_wide = record[6], record[7] & 1
            name = record[8 : 8 + length * (2 if is_wide else 1)]
            yield name.decode("utf-16-le" if is_wide else "latin-1"), start


def _biff_sheet(data: bytes, start: int) -> Unseen:
    found = Unseen()
    for kind, record in _records(data, start):
        if kind == _EOF:
            break
        if kind == _ROW:
            row, options = struct.unpack_from("<H", record)[0], struct.unpack_from("<H", record, 12)[0]
            if options & _HIDDEN_ROW:
                found.hidden_rows.append(row + 1)
        elif kind == _BOOLERR and record[7]:
            _error(found, record, record[6])
        elif kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
            _error(found, record, record[8])
    return found


def _error(found: Unseen, record: bytes, code: int) -> None:
    row, column = struct.unpack_from("<HH", record)
    found.errors[row + 1, column + 1] = BIFF_ERRORS.get(code, "#N/A")
