"""What a workbook would take in memory once it is open, and refusing one that would take too much.

Calamine holds each cell of a sheet, and a text as often as cells repeat it: a small file may fill any memory.
Belongs here: counting, in one pass that holds nothing. Not here: what the cells say (``workbook``).
"""

import re
import zipfile
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from etl.read.problem import UnreadableFile
from etl.read.unseen import BLOCK, BROKEN, MAXIMUM_CELLS, whole_rows

MOST: Final = 700 * 1024**2
"""Bytes that calamine may hold: with the rest of a load, under a gibibyte."""
CELL: Final = 90
TEXT: Final = 56
"""Bytes for a cell with a short text, and for a text of the list that cells refer to, as measured."""

ROW: Final = re.compile(rb"<(?:\w+:)?row\b")
NUMBER: Final = re.compile(rb"[^>]*?\br=[\"'](\d{1,7})[\"']")
ENTRY: Final = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
REFERS: Final = re.compile(rb"\bt=[\"']s[\"'][^>]*>\s*<(?:\w+:)?v>\s*(\d{1,9})\s*<")


def refuse_heavy(path: Path) -> None:
    """Refuse a .xlsx that would take too much once open.

    Raises:
        UnreadableFile: too large, too wide, or damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
            parts = [name for name in parts if name.lower().endswith(".xml")]
            lengths = _lengths(archive)
            weight = TEXT * len(lengths) + sum(lengths)
            repeated = 0
            for part in parts:
                cells, references = _count(archive, part)
                weight += CELL * cells
                repeated += references
                _refuse(weight)
            if weight + repeated * max(lengths, default=0) > MOST:
                _refuse(weight + sum(_repeated(archive, parts, lengths)))
    except BROKEN as error:
        raise UnreadableFile("damaged") from error


def _refuse(weight: int) -> None:
    if weight > MOST:
        raise UnreadableFile("too_large", (("size", str(weight // 1024**2)),))


def _lengths(archive: zipfile.ZipFile) -> "array[int]":
    """Bytes of each text that cells refer to, marks included."""
    lengths = array("L")
    if "xl/sharedStrings.xml" not in archive.namelist():
        return lengths
    rest = 0
    with archive.open("xl/sharedStrings.xml") as content:
        while block := content.read(BLOCK):
            start = 0
            for match in ENTRY.finditer(block):
                lengths.append(rest + match.end() - start)
                start, rest = match.end(), 0
            rest += len(block) - start
    lengths.append(rest)
    return lengths


def _count(archive: zipfile.ZipFile, part: str) -> tuple[int, int]:
    """Cells of a sheet, and those that refer to a text."""
    cells = references = row = widest = 0
    with archive.open(part) as content:
        for block in whole_rows(content):
            here = _cells(block)
            cells += here
            references += block.count(b't="s"') + block.count(b"t='s'")
            if block.count(b' r="') + block.count(b" r='") < here:  # cells placed by their order alone
                widest, row = max(widest, *_widths(block)), _last_row(block, row)
                if widest * row > MAXIMUM_CELLS:
                    raise UnreadableFile("too_wide", (("rows", str(row)), ("columns", str(widest))))
            else:
                row = _last_row(block, row) if widest else row
    return cells, references


def _cells(block: bytes) -> int:
    return sum(map(block.count, (b"<c ", b"<c>", b"<c/", b":c ", b":c>", b":c/")))


def _widths(block: bytes) -> Iterable[int]:
    return map(_cells, ROW.split(block))


def _last_row(block: bytes, before: int) -> int:
    row = before
    for piece in ROW.split(block)[1:]:
        number = NUMBER.match(piece)
        row = max(row, int(number[1])) if number else row + 1
    return row


def _repeated(archive: zipfile.ZipFile, parts: Iterable[str], lengths: "array[int]") -> Iterator[int]:
    """Bytes of the texts that cells refer to, each time."""
    for part in parts:
        with archive.open(part) as content:
            for block in whole_rows(content):
                for match in REFERS.finditer(block):
                    at = int(match[1])
                    yield lengths[at] if at < len(lengths) else 0
