"""From a file to raw tables: sheets, their rows and the numbers that a person sees beside them.

Belongs here: formats, encodings and files that cannot be read. Not here: what a column means
(``recognise``) or a cell (``clean``).
"""

import codecs
import csv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SPREADSHEETS: Final = (".xlsx", ".xls", ".ods")
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP: Final = b"PK\x03\x04"
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
MAXIMUM_UNPACKED: Final = 2 * 1024**3
"""Bytes: a workbook that unpacks to more is refused before it is opened."""
MAXIMUM_RATIO: Final = 400
"""Unpacked over packed size, above 100 MiB: no real workbook compresses so well."""
CSV_CELL: Final = 1024 * 1024

Row = tuple[int, list[Any]]


@dataclass(eq=False)  # not frozen: context managers set the traceback of what passes through them
class UnreadableFile(Exception):
    """The file as a whole cannot be read; ``code`` names the message, ``details`` fill it."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One table of a file. ``rows`` gives (row number, cells), empty rows included, once."""

    name: str
    rows: Iterator[Row]


def sheets(path: Path) -> Iterator[Sheet]:
    """Open each sheet of a file in turn; a text file is one sheet that bears the file's name.

    Raises:
        UnreadableFile: missing, empty, encrypted, damaged, too large once unpacked, or not a table.
    """
    if not path.is_file():
        raise UnreadableFile("missing")
    if path.stat().st_size == 0:
        raise UnreadableFile("empty")
    suffix = path.suffix.lower()
    if suffix in SPREADSHEETS:
        return _workbook(path, suffix)
    if suffix == ".csv":
        return iter([Sheet(path.name, _text(path))])
    raise UnreadableFile("format", (("suffix", suffix or "?"),))


def _workbook(path: Path, suffix: str) -> Iterator[Sheet]:
    _refuse_dangerous(path, suffix)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, ZipError

    try:
        book = CalamineWorkbook.from_path(path)
        names = book.sheet_names
        for name in names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield Sheet(name, ((number, _cells(row)) for number, row in enumerate(rows, 1)))
    except PasswordError as error:
        raise UnreadableFile("encrypted") from error
    except (CalamineError, ZipError, OSError, ValueError) as error:
        raise UnreadableFile("damaged") from error


def _cells(row: list[Any]) -> list[Any]:
    """Yes and no as texts: to Python, they would be equal to 1 and 0."""
    return [str(cell) if isinstance(cell, bool) else cell for cell in row]


def _refuse_dangerous(path: Path, suffix: str) -> None:
    with path.open("rb") as file:
        start = file.read(8)
        if start == OLE and suffix != ".xls":
            content = start + file.read(64 * 1024 * 1024)
            raise UnreadableFile("encrypted" if ENCRYPTED in content else "not_a_workbook")
    if suffix == ".xls":
        if start != OLE:
            raise UnreadableFile("not_a_workbook")
        return
    if not start.startswith(ZIP):
        raise UnreadableFile("not_a_workbook")
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableFile("damaged") from error
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    too_dense = unpacked > 100 * 1024**2 and unpacked / packed > MAXIMUM_RATIO
    if unpacked > MAXIMUM_UNPACKED or too_dense:
        raise UnreadableFile("too_large", (("size", str(unpacked // 1024**2)),))
    if any(part.flag_bits & 1 for part in parts) or _is_encrypted_ods(path, parts):
        raise UnreadableFile("encrypted")


def _is_encrypted_ods(path: Path, parts: list[zipfile.ZipInfo]) -> bool:
    manifest = next((part for part in parts if part.filename == "META-INF/manifest.xml"), None)
    if manifest is None or manifest.file_size > 1024**2:
        return False
    with zipfile.ZipFile(path) as archive:
        return b"encryption-data" in archive.read(manifest)


def _text(path: Path) -> Iterator[Row]:
    encoding = _encoding(path)
    csv.field_size_limit(CSV_CELL)
    with path.open(encoding=encoding, newline="") as file:
        try:
            first = file.readline(CSV_CELL)
            file.seek(0)
            separator = max(";,\t", key=first.count)
            yield from enumerate(csv.reader(file, delimiter=separator), 1)
        except (csv.Error, UnicodeDecodeError) as error:
            raise UnreadableFile("not_a_table") from error


def _encoding(path: Path) -> str:
    """UTF-8, with or without its mark, where the whole file is; else what old Excel writes, cp1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8 = True
    with path.open("rb") as file:
        while block := file.read(1024 * 1024):
            if b"\0" in block:
                raise UnreadableFile("not_a_table")
            if is_utf8:
                try:
                    decoder.decode(block)
                except UnicodeDecodeError:
                    is_utf8 = False
    if is_utf8 and decoder.getstate()[0]:
        is_utf8 = False
    return "utf-8-sig" if is_utf8 else "cp1252"
