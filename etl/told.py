"""The figures of a block of rows, one after the other: most audiences of most rows have none.

Belongs here: holding them, and choosing among them. Not here: what a cell says (``counts``), where it is
written (``facts``). Pure.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Final

import numpy as np
from numpy.typing import NDArray

from etl.counts import Count


@dataclass(frozen=True)
class Told:
    """Figures, those of a row together and sorted by audience, as the table of facts is.

    Attributes:
        codes: audiences that have a column, whether it tells anything or not, sorted.
        rows: index of the row of each figure, in the block.
        columns: index of its audience among ``codes``.
        people: as in ``counts.Count``.
        written: the same; one of the two at least is told.
    """

    codes: Sequence[str]
    rows: NDArray[np.int32]
    columns: NDArray[np.int8]
    people: Sequence[int | None]
    written: Sequence[str | None]

    @property
    def audiences(self) -> list[str]:
        """Code of the audience of each figure."""
        found: list[str] = np.array(self.codes, object)[self.columns].tolist()
        return found

    def only(self, indexes: Sequence[int]) -> "Told":
        """The figures of the rows at these indexes, which are numbered anew in their order."""
        at = np.full(max(self.rows.max(initial=-1), max(indexes, default=-1)) + 1, -1, np.int32)
        at[np.array(indexes, np.int32)] = np.arange(len(indexes))
        rows = at[self.rows]
        is_kept = rows >= 0
        kept = is_kept.tolist()
        return Told(
            self.codes,
            rows[is_kept],
            self.columns[is_kept],
            list(compress(self.people, kept)),
            list(compress(self.written, kept)),
        )

    def __iter__(self) -> Iterator[tuple[int, str, Count]]:
        """Row, audience and what is told, of each figure."""
        return zip(self.rows.tolist(), self.audiences, map(Count, self.people, self.written), strict=True)

    def by_audience(self, rows: int) -> dict[str, list[int | None]]:
        """People of each audience that has a column, in each row; None where nothing tells any."""
        found: dict[str, list[int | None]] = {code: [None] * rows for code in self.codes}
        for row, audience, people in zip(self.rows.tolist(), self.audiences, self.people, strict=True):
            found[audience][row] = people
        return found


NOTHING: Final = Told((), np.zeros(0, np.int32), np.zeros(0, np.int8), (), ())


def by_row(figures: Mapping[str, Told]) -> defaultdict[int, dict[str, Count]]:
    """What each row tells, by audience behind the prefix that its figures are given with."""
    found: defaultdict[int, dict[str, Count]] = defaultdict(dict)
    for prefix, told in figures.items():
        for row, audience, count in told:
            found[row][prefix + audience] = count
    return found
