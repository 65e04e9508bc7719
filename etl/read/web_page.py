"""Web pages that hold tables: what many sites export under the name .xls. Nothing is fetched."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree, html

from etl.read.problem import UnreadableFile
from etl.read.sheet import Row, Sheet

MAXIMUM: Final = 64 * 1024**2
"""Bytes: the page is held in memory while it is read."""
WIDEST: Final = 1000
"""Cells that one may be spread over; a page that asks for more is not a table for people."""


def sheets(path: Path, encoding: str) -> Iterator[Sheet]:
    """One sheet by table, named « table n » but for a page of one table, which has the file's name.

    Raises:
        UnreadableFile: no table, or too large.
    """
    if path.stat().st_size > MAXIMUM:
        raise UnreadableFile("too_large", (("size", str(path.stat().st_size // 1024**2)),))
    source = path.read_bytes().decode(encoding, errors="replace")  # lxml does not know all encodings
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        page = html.fromstring(source.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile("not_a_table") from error
    tables = [table for table in page.iter("table") if table.find(".//table") is None]
    if not tables:
        raise UnreadableFile("not_a_table")
    for position, table in enumerate(tables, 1):
        name = path.name if len(tables) == 1 else f"table {position}"
        yield Sheet(name, enumerate_rows(table))


def enumerate_rows(table: html.HtmlElement) -> Iterator[Row]:
    """Rows of a table; a cell that spans several rows or columns is written in the first only."""
    taken: dict[int, int] = {}  # column: rows still covered by a cell above
    for number, line in enumerate(table.iter("tr"), 1):
        cells: list[str] = []
        covered = dict(taken)
        for cell in line:
            if cell.tag not in ("td", "th"):
                continue
            while covered.get(len(cells), 0):
                cells.append("")
            columns, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(cells), len(cells) + columns):
                taken[column] = rows
            cells += [" ".join(cell.text_content().split()), *[""] * (columns - 1)]
        taken = {column: rows - 1 for column, rows in taken.items() if rows > 1}
        yield number, cells


def _span(cell: html.HtmlElement, name: str) -> int:
    words = cell.get(name, "1").strip()
    return min(max(int(words), 1), WIDEST) if words.isascii() and words.isdigit() and len(words) < 9 else 1
