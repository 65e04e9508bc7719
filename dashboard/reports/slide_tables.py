"""A table of figures as a native table of a slide. Not here: which tables (``deck``)."""

from typing import Any, Final

import pandas as pd

from dashboard.reports.columns import kind, written
from dashboard.reports.stage import EMU, Box, describe

ROW, LARGE_ROW = 0.34, 0.43
"""Inches of a row of one line."""
SIZE, LARGE_SIZE = 12, 15
"""Points of the letters."""
LARGE_COLUMNS: Final = 6
"""A table with more columns keeps small letters."""
LONGEST: Final = 46
"""Letters in a line of a cell: longer texts wrap."""


def rows_that_fit(height: float) -> int:
    """How many rows of one line a table of this height in inches has under its header."""
    return int(height / ROW) - 1


def add(slide: Any, table: pd.DataFrame, box: Box, title: str, words: str) -> None:
    """Draw a table, columns named as people read them, in a box of a slide; numbers to the right.

    Args:
        slide: where.
        table: what; no longer than what fits. A column where nothing is known is left out.
        box: left, top, width and height in inches; a short table is not stretched.
        title: of the table, for who does not see it.
        words: what it shows.
    """
    from pptx.util import Emu

    table = table.dropna(axis="columns", how="all")
    left, top, width, room = (round(side * EMU) for side in box)
    kinds = [kind(str(name), table[name]) for name in table.columns]
    cells = [
        [written(value, of) for value, of in zip(row, kinds, strict=True)]
        for row in table.astype(object).itertuples(index=False)
    ]
    lines = [[str(name) for name in table.columns], *cells]
    is_large = LARGE_ROW * (len(cells) + 1) * EMU <= room and len(kinds) <= LARGE_COLUMNS
    row_height, size = (LARGE_ROW, LARGE_SIZE) if is_large else (ROW, SIZE)
    height = round(row_height * (len(cells) + 1) * EMU)
    frame = slide.shapes.add_table(len(cells) + 1, len(kinds), left, top, width, height)
    describe(frame, title, words)
    grid = frame.table
    style = frame._element.xpath(".//a:tableStyleId")[0]
    style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid: ours is below
    for column, share in zip(grid.columns, _shares(lines), strict=True):
        column.width = Emu(round(width * share))
    for row in grid.rows:
        row.height = Emu(round(row_height * EMU))
    for number, line in enumerate(lines):
        for column, words_of_cell in enumerate(line):
            is_number = kinds[column] not in ("text", "year")
            _fill(grid.cell(number, column), words_of_cell, size, is_number, number)


def _fill(cell: Any, words: str, size: float, is_number: bool, row: int) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = words
    run.font.size = Pt(size)
    run.font.bold = row == 0
    cell.fill.solid()
    if row == 0:
        cell.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    else:
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        shade = MSO_THEME_COLOR.BACKGROUND_2 if row % 2 == 0 else MSO_THEME_COLOR.BACKGROUND_1
        cell.fill.fore_color.theme_color = shade


def _shares(lines: list[list[str]]) -> list[float]:
    """How the width goes to the columns: to what each has to say."""
    longest = []
    for column, name in enumerate(lines[0]):
        word = max(len(word) for word in name.split())
        longest.append(max(min(LONGEST, max(len(line[column]) for line in lines)), 1.3 * word) + 3)
    return [length / sum(longest) for length in longest]
