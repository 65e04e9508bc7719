"""Where the tables of a sheet are: under titles and blank lines, with headers on one line or two.

Not here: what the headers mean (``recognise``), which rows are no registrations (``set_aside``), what
a row stands for (``form``).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Final, NamedTuple

from etl.clean import plain
from etl.headers import FIGURES, Basis, basis, is_only_basis, meaning
from etl.read import Row, Sheet
from etl.recognise import Layout, NoLayout
from etl.set_aside import SetAside, Sieve

SEARCHED: Final = 100
"""Rows of a sheet in which its first header is looked for."""
SAMPLE: Final = 50
"""Rows under a header that tell what its cells look like."""
LONGEST_HEADER: Final = 300
WIDEST: Final = 1000
"""Columns in which headers are looked for."""

Recognise = Callable[..., Layout | NoLayout]
"""``recognise.layout`` for one sheet, but for ``headers``, ``groups`` and ``sample``."""


@dataclass(frozen=True)
class Table:
    """A table of a sheet; its rows are read before those of the next one.

    Attributes:
        sheet: the sheet's name.
        header_row: number of the (last) line of headers.
        layout: what the headers mean.
        rows: those that may be registrations.
        aside: the others, counted while ``rows`` is read. The header itself is in neither.
    """

    sheet: str
    header_row: int
    layout: Layout
    rows: Iterator[Row]
    aside: SetAside


def find(sheet: Sheet, recognise: Recognise) -> Iterator[Table | NoLayout]:
    """The tables of a sheet from top to bottom; or why the only thing like headers is none.

    Nothing for a sheet without any text.
    """
    rows = iter(sheet.rows)
    first = list(islice(rows, SEARCHED))
    found = _first_header(first, recognise)
    if not isinstance(found, _Header):
        if found is not None:
            yield found
        return
    aside = SetAside()
    for number, cells in first[: found.index]:
        if number not in found.lines:
            aside.add("title" if any(map(plain, cells)) else "blank", number)
    rows = chain(first[found.index + 1 :], rows)
    header: _Header | None = found
    while header is not None:
        sieve = Sieve(header.layout, header.texts, aside, lambda cells: _is_layout(recognise(_texts(cells))))
        yield Table(sheet.name, header.lines[-1], header.layout, sieve.rows(rows), aside)
        header = None
        if sieve.next_header is not None:
            number, cells = sieve.next_header
            sample = list(islice(rows, SAMPLE))
            rows = chain(sample, rows)
            texts = _texts(cells)
            layout = recognise(texts, sample=[cells for _, cells in sample])
            if isinstance(layout, Layout):
                header = _Header(0, (number,), texts, layout)
        aside = SetAside()


class _Candidate(NamedTuple):
    """Lines that may be headers: the index of the last, their row numbers, what they say."""

    last: int
    lines: tuple[int, ...]
    texts: tuple[str, ...]
    groups: tuple[Basis | None, ...] = ()


@dataclass(frozen=True)
class _Header:
    index: int
    lines: tuple[int, ...]
    texts: tuple[str, ...]
    layout: Layout


def _is_layout(found: Layout | NoLayout) -> bool:
    return isinstance(found, Layout)


def _first_header(rows: Sequence[Row], recognise: Recognise) -> _Header | NoLayout | None:
    """The first line, or two lines, that make a layout; else the nearest to one."""
    nearest: NoLayout | None = None
    for index in range(len(rows)):
        best: _Header | None = None
        for candidate in _candidates(rows, index):
            found = recognise(candidate.texts, groups=candidate.groups)
            if isinstance(found, Layout) or nearest is None or found.nearness > nearest.nearness:
                under = candidate.last + 1
                sample = [cells for _, cells in rows[under : under + SAMPLE]]
                found = recognise(candidate.texts, groups=candidate.groups, sample=sample)
            if isinstance(found, NoLayout):
                if nearest is None or found.nearness > nearest.nearness:
                    nearest = found
            elif best is None or len(found.positions) > len(best.layout.positions):
                best = _Header(candidate.last, candidate.lines, candidate.texts, found)
        if best is not None:
            return best
    return nearest


def _candidates(rows: Sequence[Row], index: int) -> Iterator[_Candidate]:
    """The line, and the line with the next one where both speak; a line with figures is no header."""
    number, cells = rows[index]
    texts = _texts(cells)
    if not any(texts):
        return
    yield _Candidate(index, (number,), texts)
    if index + 1 == len(rows):
        return
    next_number, next_cells = rows[index + 1]
    below = _texts(next_cells)
    if any(below) and not any(text[:1].isdigit() for text in below):
        joined, groups = _two_lines(texts, below)
        if joined != below or any(groups):
            yield _Candidate(index + 1, (number, next_number), joined, groups)


def _texts(cells: Sequence[Any]) -> tuple[str, ...]:
    """Cells as headers: on one line, and short, since a header that is long is a title or a note."""
    texts = (plain(cell) for cell in cells[:WIDEST])
    return tuple(" ".join(text.split()) if len(text) <= LONGEST_HEADER else "" for text in texts)


def _two_lines(
    upper: Sequence[str], lower: Sequence[str]
) -> tuple[tuple[str, ...], tuple[Basis | None, ...]]:
    """Headers of two lines, where a title on the upper one covers the blank cells at its right.

    The lower line names a column, but where it is blank (a cell merged downwards), or says only
    announced or reported, of the audience above it. A title over figures says which they are.
    """
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    texts: list[str] = []
    groups: list[Basis | None] = []
    over, of_figures = "", False
    for top, bottom in zip(above, below, strict=True):
        if top:
            over, of_figures = top, meaning(bottom).column in FIGURES or is_only_basis(bottom)
        group: Basis | None = None
        if not bottom:
            text = top
        elif is_only_basis(bottom) and meaning(over).column in FIGURES:
            text = f"{over} {bottom}"
        elif meaning(bottom).column is None and top and meaning(top).column is not None:
            text = top
        else:
            text = bottom
            group = basis(over) if of_figures else None
        texts.append(text)
        groups.append(group)
    return tuple(texts), tuple(groups)
