"""From the columns of audiences to what they tell. Pure.

Not here: what one cell says (``counts``), whether figures can be true together (``checks``).
"""

from collections.abc import Mapping, Sequence
from itertools import chain, compress, repeat
from operator import is_, is_not, ne
from typing import Any, NamedTuple

import numpy as np

from etl.clean import Problem, free_text
from etl.counts import BLANK, Count, count
from etl.meanings import Meanings
from etl.told import Told


class Misread(NamedTuple):
    """A cell of a block that tells no figure and should: its row, its column, and why."""

    row: int
    column: str
    problem: Problem


class Figures:
    """Reads the columns of audiences of one sheet that begin with a prefix.

    Args:
        prefix: before the code of each audience.
        columns: their names.

    Attributes:
        highest: the most people that a cell told so far.
    """

    def __init__(self, prefix: str, columns: Sequence[str]) -> None:
        self.highest = 0
        self._prefix = prefix
        self._codes = sorted(column.removeprefix(prefix) for column in columns)
        self._meanings = Meanings(self._understood)

    def read(self, cells: Mapping[str, Sequence[Any]]) -> tuple[Told, list[Misread]]:
        """What the cells of a block tell, given by column. Most are blank, and are soon passed over."""
        columns = [cells[self._prefix + code] for code in self._codes]
        every = list(chain.from_iterable(zip(*columns, strict=True)))
        kept = list(map(ne, every, repeat("")))
        counts = self._meanings.of(compress(every, kept))
        at_row, at_code = np.divmod(np.flatnonzero(np.array(kept, bool)), max(len(columns), 1))
        indexes, of_code = at_row.astype(np.int32), at_code.astype(np.int8)
        misread = []
        if self._meanings.has_problems:
            misread = [
                Misread(int(indexes[at]), self._prefix + self._codes[of_code[at]], meaning)
                for at, meaning in enumerate(counts)
                if isinstance(meaning, Problem)
            ]
            counts = [BLANK if isinstance(meaning, Problem) else meaning for meaning in counts]
        if any(map(is_, counts, repeat(BLANK))):
            told = list(map(is_not, counts, repeat(BLANK)))
            counts, is_told = list(compress(counts, told)), np.array(told, bool)
            indexes, of_code = indexes[is_told], of_code[is_told]
        people, written = zip(*counts, strict=True) if counts else ((), ())
        return Told(self._codes, indexes, of_code, people, written), misread

    def _understood(self, cell: Any) -> Count:
        told = kept_count(cell)
        self.highest = max(self.highest, told.people or 0)
        return told


def kept_count(cell: Any) -> Count:
    """Number of people in a cell, with what was written as it may be kept: without contacts."""
    told = count(cell)
    return told if told.written is None else told._replace(written=free_text(told.written))
