"""From a file to raw sheets: rows of cells, and the numbers that a person sees beside them.

Belongs here: formats, encodings and files that cannot be read. The content of a file says what it is,
whatever its name: exports called .xls are often text or a web page. Not here: where in a sheet the
table is (``tables``), what a column means (``recognise``) or a cell (``clean``).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from etl.read import text
from etl.read.problem import UnreadableFile
from etl.read.sheet import Row, Sheet

__all__ = ["FORMATS", "Row", "Sheet", "UnreadableFile", "sheets"]

WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls", ".ods")
FORMATS: Final = (*WORKBOOKS, ".csv", ".tsv", ".txt", ".pdf")
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP: Final = b"PK\x03\x04"
PDF: Final = b"%PDF-"
START: Final = 4096
"""Bytes: enough to tell what a file is."""


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
    if suffix not in FORMATS:
        raise UnreadableFile("format", (("suffix", suffix or "?"),))
    with path.open("rb") as file:
        start = file.read(START)
    if start.startswith((OLE, ZIP)):
        from etl.read import workbook

        return workbook.sheets(path, is_zip=start.startswith(ZIP))
    if PDF in start[:1024]:
        from etl.read import pdf

        return pdf.sheets(path)
    if suffix == ".pdf":
        raise UnreadableFile("damaged")
    try:
        encoding = text.encoding(path)
    except UnreadableFile:
        if suffix in WORKBOOKS:
            raise UnreadableFile("not_a_workbook") from None
        raise
    if _is_web_page(start.decode(encoding, errors="replace")):
        from etl.read import web_page

        return web_page.sheets(path, encoding)
    return iter([Sheet(path.name, text.rows(path, encoding))])


def _is_web_page(start: str) -> bool:
    beginning = start.lstrip("\ufeff \t\r\n").lower()
    return beginning.startswith("<") and ("<table" in beginning or "<html" in beginning)
