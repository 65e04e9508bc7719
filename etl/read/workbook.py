"""Workbooks: .xlsx, .xlsm, .xls and .ods, by calamine, once nothing dangerous is in them.

Belongs here: refusing a bomb before it is opened, and joining calamine's cells with what it does not
tell (``unseen``). Not here: other formats.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import olefile

from etl.read import unseen, weight
from etl.read.problem import UnreadableFile
from etl.read.sheet import Row, Sheet
from etl.read.unseen import Unseen

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAXIMUM_UNPACKED: Final = 400 * 1024**2
"""Bytes of XML: a workbook that unpacks to more is refused before it is opened; as text it would pass."""
MAXIMUM_RATIO: Final = 400
"""Unpacked over packed size, above 100 MiB: no real workbook compresses so well."""
ENCRYPTED: Final = "EncryptedPackage"


def sheets(path: Path, is_zip: bool) -> Iterator[Sheet]:
    """Each sheet of a workbook in turn, hidden ones included.

    Raises:
        UnreadableFile: encrypted, damaged, too large once unpacked, or another kind of file.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

    if is_zip:
        _refuse_bombs(path)
        weight.refuse_heavy(path)
        found = unseen.workbook(path)
    else:
        _refuse_other_documents(path)
        found = unseen.old_workbook(path)
    try:
        book = CalamineWorkbook.from_object(_as_named(path, is_zip))
        for sheet in book.sheets_metadata:
            beside = found.get(sheet.name, Unseen())
            cells = book.get_sheet_by_name(sheet.name)
            hidden_rows = sum(1 for row in beside.hidden_rows if row <= cells.total_height)
            is_hidden = sheet.visible != SheetVisibleEnum.Visible
            yield Sheet(sheet.name, _rows(cells, beside), True, is_hidden, hidden_rows, len(beside.formulas))
    except PasswordError as error:
        raise UnreadableFile("encrypted") from error
    except (CalamineError, ZipError, OSError, ValueError) as error:
        raise UnreadableFile("damaged") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # calamine's own assertions; no public type
            raise UnreadableFile("damaged") from error
        raise


def _as_named(path: Path, is_zip: bool) -> Path | IO[bytes]:
    """The file for calamine, which believes a name unless it is given none."""
    suffixes = (".xlsx", ".xlsm", ".ods") if is_zip else (".xls",)
    return path if path.suffix.lower() in suffixes else path.open("rb")


def _rows(sheet: "CalamineSheet", beside: Unseen) -> Iterator[Row]:
    """Rows with their numbers, one at a time: a sheet's cells are much larger in Python than in calamine.

    Yes and no are texts, since to Python they would be equal to 1 and 0.
    """
    texts = beside.by_row()
    left = [""] * (sheet.start[1] if sheet.start else 0)
    last = 0
    for last, found in enumerate(sheet.iter_rows(), 1):
        cells = [*left, *(str(cell) if isinstance(cell, bool) else cell for cell in found)]
        yield last, _with_texts(cells, texts.get(last, {}))
    for number in range(last + 1, max(texts, default=0) + 1):
        yield number, _with_texts([], texts.get(number, {}))


def _with_texts(cells: list[Any], texts: dict[int, str]) -> list[Any]:
    for column, words in texts.items():
        cells += [""] * (column - len(cells))
        if cells[column - 1] in ("", None):
            cells[column - 1] = words
    return cells


def _refuse_other_documents(path: Path) -> None:
    """Old Office files and encrypted new ones share a container: see which is inside."""
    try:
        with olefile.OleFileIO(path) as container:
            inside = {entry[0] for entry in container.listdir()}
    except Exception as error:  # olefile fails in many ways on a cut container
        raise UnreadableFile("damaged") from error
    if ENCRYPTED in inside:
        raise UnreadableFile("encrypted")
    if not inside & {"Workbook", "Book", "WORKBOOK", "BOOK"}:
        raise UnreadableFile("not_a_workbook")


def _refuse_bombs(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if any(part.flag_bits & 1 for part in parts) or _is_encrypted_ods(archive, names):
                raise UnreadableFile("encrypted")
    except unseen.BROKEN as error:
        raise UnreadableFile("damaged") from error
    read = [part for part in parts if part.filename.lower().endswith((".xml", ".rels", ".bin"))]
    unpacked = sum(part.file_size for part in read)
    packed = sum(part.compress_size for part in read) or 1
    too_dense = unpacked > 100 * 1024**2 and unpacked / packed > MAXIMUM_RATIO
    if unpacked > MAXIMUM_UNPACKED or too_dense:
        raise UnreadableFile("too_large", (("size", str(unpacked // 1024**2)),))
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise UnreadableFile("not_a_workbook")


def _is_encrypted_ods(archive: zipfile.ZipFile, names: set[str]) -> bool:
    manifest = "META-INF/manifest.xml"
    if manifest not in names or archive.getinfo(manifest).file_size > 1024**2:
        return False
    return b"encryption-data" in archive.read(manifest)
