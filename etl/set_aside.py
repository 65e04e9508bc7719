"""Rows of a table that are no registrations: blanks, subtotals, notes, repeated headers.

Belongs here: the rule, row by row. Its words are data, ``data/set_aside.csv``. Not here: where the
table begins (``tables``).

The rule, from the first that applies; whatever none sets aside is a row, and waits in quarantine if it
cannot be loaded:

1. blank: no cell has any text;
2. header: every cell that has text repeats the header of its column;
3. a row with a registration number and a partner is a registration, whatever its name (« Total Santé »);
   only its audience, in the long form, can make it a subtotal (« Total »);
4. subtotal: a row whose first text begins with a word for total, and that has no partner. Where that
   text is in the partner's own column, it must be the word alone, or beside the sums of the rows above;
5. subtotal: figures and nothing else, that are the sums of at least two rows above;
6. note: a single text that begins like a note, or is outside the columns of number and partner, or is a
   sentence where the table has registration numbers.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Final, Literal

from etl.clean import key, plain
from etl.data_files import DATA, read_rows
from etl.headers import CONFIRMED, FIGURES, is_synonym
from etl.read import Row
from etl.recognise import Layout

WORDS: Final = DATA / "set_aside.csv"
SUMMED: Final = 5_000
"""Rows since the last subtotal that are kept to be summed; over, no row is taken for their sum."""
SENTENCE: Final = 5
"""Words from which a text alone on its row is a sentence."""
EXAMPLES: Final = 5
DIGITS: Final = "0123456789"
LONGEST_TOTAL: Final = 30

Reason = Literal["blank", "title", "header", "subtotal", "note"]


class SetAside:
    """How many rows were set aside, by reason, and the numbers of the first of them."""

    def __init__(self) -> None:
        self.counts: Counter[Reason] = Counter()
        self.rows: dict[Reason, list[int]] = {}

    def add(self, reason: Reason, row: int) -> None:
        self.counts[reason] += 1
        rows = self.rows.setdefault(reason, [])
        if len(rows) < EXAMPLES:
            rows.append(row)


class Sieve:
    """Lets the rows of one table through, and stops at the header of another table."""

    def __init__(
        self,
        layout: Layout,
        headers: Sequence[str],
        aside: SetAside,
        starts_table: Callable[[Sequence[Any]], bool],
    ) -> None:
        self.next_header: Row | None = None
        self._headers = [key(header) for header in headers]
        self._aside = aside
        self._starts_table = starts_table
        self._at_number = layout.positions.get("number")
        self._at_partner = layout.positions.get("partner")
        self._at_audience = layout.positions.get("audience")
        self._figures = [
            index for column, index in layout.positions.items() if column.removeprefix(CONFIRMED) in FIGURES
        ]
        self._group: deque[Sequence[Any]] = deque(maxlen=SUMMED)
        self._sums: dict[int, float] = {}
        self._groups = 0

    def rows(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Rows of the table; those set aside are counted, and the next table's header is kept."""
        number = self._at_number
        partner = number if self._at_partner is None else self._at_partner
        if number is None or partner is None or self._at_audience is not None:
            number = partner = -1
        width = max(number, partner) + 1
        header = self._headers[number] if number >= 0 else ""
        unlike = "" if header[-1:].isdigit() else DIGITS
        keep = self._group.append
        is_after_gap = False
        for row in rows:
            cells = row[1]
            if (
                width
                and not is_after_gap
                and len(cells) >= width
                and cells[number]
                and cells[partner]
                and (
                    cells[number].__class__ is not str
                    or cells[number][-1] in unlike
                    or key(cells[number]) != header
                )
            ):
                keep(cells)
                yield row
                continue
            reason = self._reason(cells)
            if reason is None and self._is_header(cells, is_after_gap):
                self.next_header = row
                return
            is_after_gap = reason is not None
            if reason is None:
                keep(cells)
                yield row
                continue
            if reason == "subtotal":
                self._close_group()
            self._aside.add(reason, row[0])

    def _is_header(self, cells: Sequence[Any], is_after_gap: bool) -> bool:
        partner = self._cell(cells, self._at_partner)
        if not is_after_gap and partner and not is_synonym(partner):
            return False
        known = sum(1 for cell in cells if isinstance(cell, str) and is_synonym(cell))
        return known > 1 and self._starts_table(cells)

    def _reason(self, cells: Sequence[Any]) -> Reason | None:
        texts = {index: text for index, cell in enumerate(cells) if (text := plain(cell))}
        if not texts:
            return "blank"
        if len(texts) > 1 and all(
            index < len(self._headers) and key(text) == self._headers[index] for index, text in texts.items()
        ):
            return "header"
        if self._at_audience is not None and _is_total(texts.get(self._at_audience, "")):
            return "subtotal"
        is_numbered = self._at_number is not None
        has_number = self._at_number in texts
        if has_number and (self._at_partner is None or self._at_partner in texts):
            lone_total = self._at_partner is None and _is_total(texts[self._at_number or 0])
            return "subtotal" if lone_total else None
        partner = texts.get(self._at_partner, "") if self._at_partner is not None else ""
        if partner and len(texts) > 1 and not _begins(partner, "total"):
            return None
        labels = {index: text for index, text in texts.items() if _amount(cells[index]) is None}
        if not labels:
            is_sum = set(texts) <= set(self._figures) and self._sums_match(texts, cells, at_least=2)
            return "subtotal" if is_sum else None
        at, first = next(iter(labels.items()))
        if _begins(first, "total"):
            is_alone = len(labels) == 1
            if at == self._at_partner:
                is_sum = _is_total(first) or self._sums_match(texts, cells, at_least=1)
                return "subtotal" if is_alone and is_sum else None
            return "subtotal" if self._at_partner not in labels and (is_alone or _is_total(first)) else None
        if len(texts) == 1:
            is_elsewhere = at not in (self._at_number, self._at_partner, self._at_audience)
            is_sentence = is_numbered and len(first.split()) >= SENTENCE
            if _begins(first, "note") or is_elsewhere or is_sentence:
                return "note"
        return None

    def _cell(self, cells: Sequence[Any], at: int | None) -> str:
        return plain(cells[at]) if at is not None and at < len(cells) else ""

    def _close_group(self) -> None:
        if len(self._group) == SUMMED:
            self._groups = -1  # what came before can no longer be summed
        elif self._groups >= 0:
            for index in self._figures:
                self._sums[index] = self._sums.get(index, 0) + self._sum(index)
            self._groups += 1
        self._group.clear()

    def _sum(self, index: int) -> float:
        told = Counter(cells[index] for cells in self._group if index < len(cells))
        return sum((_amount(cell) or 0) * times for cell, times in told.items())

    def _sums_match(self, texts: dict[int, str], cells: Sequence[Any], at_least: int) -> bool:
        """Whether the figures of a row are the sums of its group, or of all rows since the first."""
        told = {index: _amount(cells[index]) for index in self._figures if index in texts}
        if not told or None in told.values() or not any(told.values()) or len(self._group) == SUMMED:
            return False
        if len(self._group) >= at_least and all(self._sum(index) == value for index, value in told.items()):
            return True
        return self._groups > 0 and all(
            self._sums.get(index, 0) + self._sum(index) == value for index, value in told.items()
        )


@lru_cache(maxsize=65536, typed=True)
def _amount(cell: Any) -> float | None:
    """A plain number in a cell, for sums; whatever else it may mean is not decided here."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return float(cell)
    digits = re.sub(r"[\s\u00a0\u202f]", "", str(cell))
    return float(digits) if digits.isascii() and digits.isdigit() and len(digits) < 12 else None


def _is_total(text: str) -> bool:
    return len(text) <= LONGEST_TOTAL and key(text) in _total_keys()


def _begins(text: str, kind: str) -> bool:
    lowered = " ".join(text.casefold().split())
    return any(
        lowered.startswith(word)
        and (not word[-1].isalnum() or not lowered[len(word) : len(word) + 1].isalnum())
        for word in _words(kind)
    )


@cache
def _total_keys() -> frozenset[str]:
    return frozenset(key(word) for word in _words("total"))


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(row["word"].casefold() for row in read_rows(WORDS) if row["kind"] == kind)
