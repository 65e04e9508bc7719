"""From a row of headers to a layout: which cell holds which column, and what must be asked.

Not here: one header by itself (``headers``), where the headers are in a sheet (``tables``), what the
cells mean (``clean``). A contact column is recognised so that it is never kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal

from etl.clean import EMAIL, PHONE, free_text, key, plain
from etl.data_files import DATA, read_rows, thresholds
from etl.decisions import Decisions, fingerprint
from etl.headers import (
    CONFIRMED,
    CONTACT,
    FIGURES,
    POSTAL_CODE,
    Basis,
    How,
    Meaning,
    confirmed_title,
    meaning,
    rank,
    title,
)
from etl.read import UnreadableFile
from etl.schema import AUDIENCES

LISTED: Final = 12
"""Headers named at most by a sentence."""
LONGEST: Final = 40
"""Characters of a header in a list of them."""
SHOWN: Final = 3
"""Values shown beside a question."""
MOSTLY: Final = 0.8
"""Share of a cell that its e-mail or telephone number fills, for the cell to be one."""
YEAR: Final = re.compile(r"(?<![\d/-])(20[0-4]\d)(?![\d/-])")

Template = Literal["registrations", "confirmed"]
Form = Literal["wide", "long"]


@dataclass(frozen=True)
class Column:
    """A header that was recognised, and how surely: ``score`` is its likeness to a synonym, 0-100."""

    header: str
    column: str
    how: How
    score: int


@dataclass(frozen=True)
class Question:
    """A header that a person must decide about before it is used.

    ``proposed`` is the column it resembles; ``values`` its first cells, without contacts;
    ``fingerprint`` and ``header`` are what ``decisions.remember`` needs.
    """

    sheet: str
    header: str
    proposed: str
    score: int
    values: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True)
class Layout:
    """Which cell holds which column.

    Attributes:
        template: registrations, or the figures confirmed after the event.
        positions: index of the cell by column. Beside those of the templates: ``mrc``, ``total``,
            ``audience`` and ``people`` (long form), and ``confirmed:<audience>`` for reported people
            in a file that has announced ones too.
        titles: header as the file writes it, by column; no two are the same.
        dropped: headers of columns that are not kept: unknown, not decided, or about a person.
        has_contacts: whether a contact column is among them.
        postal_codes: those of them that are recognised as postal codes.
        form: one registration a row, or one registration and audience a row.
        columns: every header that is used, and how it was recognised.
        questions: headers to ask about; not used meanwhile.
        sheet_values: cells that the sheet's name stands for where they are blank or their column
            absent: ``edition``, ``place`` or ``sector``.
        fingerprint: identity of this set of headers, for decisions.
    """

    template: Template
    positions: dict[str, int]
    titles: dict[str, str]
    dropped: tuple[str, ...]
    has_contacts: bool
    form: Form = "wide"
    columns: tuple[Column, ...] = ()
    questions: tuple[Question, ...] = ()
    sheet_values: tuple[tuple[str, str], ...] = ()
    fingerprint: str = ""
    postal_codes: tuple[str, ...] = ()

    @property
    def audiences(self) -> tuple[str, ...]:
        return tuple(code for code in AUDIENCES if code in self.positions)

    @property
    def confirmed(self) -> tuple[str, ...]:
        """Columns of reported people, beside those of announced ones."""
        return tuple(f"{CONFIRMED}{code}" for code in AUDIENCES if f"{CONFIRMED}{code}" in self.positions)

    @property
    def in_order(self) -> list[str]:
        """The columns from left to right."""
        return sorted(self.positions, key=self.positions.__getitem__)

    def transposed(self, rows: Sequence[Sequence[Any]]) -> dict[str, Sequence[Any]]:
        """The cells of rows by column, from left to right; blank where a row is short."""
        columns = self.in_order
        width = self.positions[columns[-1]] + 1
        full = (row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in rows)
        cells = list(zip(*full, strict=False)) or [()] * width  # a row may be longer than the header
        return {column: cells[self.positions[column]] for column in columns}


@dataclass(frozen=True)
class NoLayout:
    """Headers in which a template was not recognised: what is missing, and what was found."""

    missing: tuple[str, ...]
    found: tuple[str, ...]
    twice: tuple[str, ...] = ()
    recognised: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def nearness(self) -> tuple[int, int]:
        """How much like a template it is, to compare with another."""
        return (len(self.recognised) + len(self.twice), len(self.questions))


@dataclass(eq=False)
class NotATemplate(UnreadableFile):
    """No sheet of a file holds a template. ``nearest`` says what is missing, and what may be asked."""

    nearest: NoLayout = field(default_factory=lambda: NoLayout((), ()))

    @classmethod
    def of(cls, refused: Iterable[NoLayout]) -> "NotATemplate":
        """The error for the sheet that is nearest to a template, in words that name its columns."""
        nearest = max(refused, key=lambda layout: layout.nearness, default=None)
        if nearest is None:
            return cls("no_table")
        if nearest.twice:
            return cls("twice", (("columns", _listed(nearest.twice)),), nearest)
        told = {"missing": nearest.missing, "found": nearest.found, "known": nearest.recognised}
        details = tuple((name, _listed(words) or "—") for name, words in told.items())
        return cls("no_template", details, nearest)


def _listed(headers: Sequence[str]) -> str:
    """Headers in a sentence: the first ones, and how many more."""
    more = f" (+ {len(headers) - LISTED})" if len(headers) > LISTED else ""
    return ", ".join(header[:LONGEST] for header in headers[:LISTED]) + more


def layout(
    headers: Sequence[Any],
    needs_edition: bool = True,
    *,
    groups: Sequence[Basis | None] = (),
    sample: Sequence[Sequence[Any]] = (),
    sheet: str = "",
    decisions: Decisions | None = None,
) -> Layout | NoLayout:
    """Recognise a template in a row of headers, whatever their case, accents, spaces and order.

    Args:
        headers: the cells of the row.
        needs_edition: whether nothing else tells the edition of a row.
        groups: by column, what a title above says of its figures.
        sample: first rows under the headers, to tell contacts by their look and to show values.
        sheet: name of the sheet; it may stand for the edition, the place or the sector of its rows.
        decisions: what people decided about the same headers before.
    """
    words = [plain(header) for header in headers]
    known = _Known(words, groups, sample, sheet, decisions or {})
    positions, twice = known.positions()
    sheet_values = _sheet_values(sheet)
    if "edition" in positions:
        sheet_values.pop("edition", None)
    template, missing = _template(positions, known, needs_edition and "edition" not in sheet_values)
    if missing or twice:
        return NoLayout(
            tuple(title(column) for column in missing),
            tuple(word for word in words if word),
            twice,
            tuple(words[index] for index in positions.values()),
            known.questions(positions),
        )
    form = _settle_form(positions)
    used = set(positions.values())
    return Layout(
        template=template,
        positions=positions,
        titles=_titles(words, positions),
        dropped=tuple(word for index, word in enumerate(words) if word and index not in used),
        has_contacts=bool(known.contacts),
        form=form,
        columns=tuple(
            Column(words[index], column, known.meanings[index].how, known.meanings[index].score)
            for column, index in positions.items()
        ),
        questions=known.questions(positions),
        sheet_values=tuple(sheet_values.items()),
        fingerprint=known.fingerprint,
        postal_codes=known.headers_of(POSTAL_CODE),
    )


def _titles(words: Sequence[str], positions: Mapping[str, int]) -> dict[str, str]:
    """Headers by column; reported people bear a name of their own where only the title above tells."""
    titles = {column: words[index] for column, index in positions.items()}
    for column, word in titles.items():
        if column.startswith(CONFIRMED) and word == titles.get(column.removeprefix(CONFIRMED)):
            titles[column] = confirmed_title(word)
    return titles


class _Known:
    """The meaning of each header of one row, once decisions and the look of the cells are heard."""

    def __init__(
        self,
        words: Sequence[str],
        groups: Sequence[Basis | None],
        sample: Sequence[Sequence[Any]],
        sheet: str,
        decisions: Decisions,
    ) -> None:
        self.words = words
        self.sample = sample
        self.sheet = sheet
        self.fingerprint = fingerprint(words)
        decided = decisions.get(self.fingerprint, {})
        self.meanings = [
            self._meaning(index, decided, groups[index] if index < len(groups) else None)
            for index in range(len(words))
        ]
        self.contacts = [index for index, known in enumerate(self.meanings) if known.column == CONTACT]
        self.expected_only = {known.column for known in self.meanings if known.basis == "expected"}

    def positions(self) -> tuple[dict[str, int], tuple[str, ...]]:
        """Index by column, and the headers of figures that are there twice.

        Of two headers for a column without figures, the better synonym is used, the other dropped.
        """
        found: dict[str, int] = {}
        twice = []
        for index, known in enumerate(self.meanings):
            column = known.column
            if column in (None, CONTACT, POSTAL_CODE) or known.must_ask:
                continue
            before = found.setdefault(column, index)
            if before == index:
                continue
            same = key(self.words[before]) == key(self.words[index])
            if same or column.removeprefix(CONFIRMED) in FIGURES:
                twice.append(self.words[index])
            elif self._worth(index) > self._worth(before):
                found[column] = index
        return found, tuple(twice)

    def headers_of(self, column: str) -> tuple[str, ...]:
        """The headers that surely mean a column."""
        pairs = zip(self.words, self.meanings, strict=True)
        return tuple(word for word, known in pairs if known.column == column and not known.must_ask)

    def questions(self, positions: Mapping[str, int]) -> tuple[Question, ...]:
        """Headers to ask about; not those that resemble a column already found, but for figures."""
        return tuple(
            Question(self.sheet, word, known.column, known.score, self._values(index), self.fingerprint)
            for index, (word, known) in enumerate(zip(self.words, self.meanings, strict=True))
            if known.must_ask
            and known.column is not None
            and (known.column not in positions or known.column in FIGURES)
        )

    def _meaning(self, index: int, decided: Mapping[str, str | None], group: Basis | None) -> Meaning:
        word = self.words[index]
        if not word:
            return Meaning(None)
        if self._is_contact(index):
            return Meaning(CONTACT)
        if key(word) in decided:
            return Meaning(decided[key(word)], "decided")
        known = meaning(word)
        told = known.basis or (group if known.column in FIGURES else None)
        if told == "confirmed" and known.column is not None:
            return known._replace(column=f"{CONFIRMED}{known.column}", basis=told)
        return known._replace(basis=told)

    def _worth(self, index: int) -> tuple[int, int]:
        return (self.meanings[index].score, -rank(self.words[index]))

    def _cells(self, index: int) -> Iterator[str]:
        cells = (plain(row[index]) for row in self.sample if index < len(row))
        return (cell for cell in cells if cell)

    def _is_contact(self, index: int) -> bool:
        cells = list(self._cells(index))
        contacts = sum(1 for cell in cells if _contact_length(cell) >= MOSTLY * len(cell))
        return bool(cells) and contacts >= thresholds("contact_")["share"] * len(cells)

    def _values(self, index: int) -> tuple[str, ...]:
        values = dict.fromkeys(free_text(cell) or "" for cell in self._cells(index))
        return tuple(values)[:SHOWN]


def _contact_length(cell: str) -> int:
    if "@" not in cell and sum(map(str.isdigit, cell)) < 10:
        return 0
    return sum(len(match[0]) for pattern in (EMAIL, PHONE) for match in pattern.finditer(cell))


def _template(positions: dict[str, int], known: _Known, needs_edition: bool) -> tuple[Template, list[str]]:
    """Decide what the table is, and which columns it lacks for that.

    A table with a partner holds registrations, numbered or not; without one, or with reported figures
    alone, it confirms registrations and must say which.
    """
    confirmed = {column for column in positions if column.startswith(CONFIRMED)}
    told = {column for column in positions if column in AUDIENCES} or (
        {"people"} & positions.keys() if "audience" in positions else set()
    )
    template: Template = "registrations" if "partner" in positions else "confirmed"
    if confirmed and (template == "confirmed" or not told):
        template = "confirmed"
        for column in sorted(confirmed):
            positions[column.removeprefix(CONFIRMED)] = positions.pop(column)
        told = {column.removeprefix(CONFIRMED) for column in confirmed} - {"total"}
    missing = ["edition"] if needs_edition and "edition" not in positions else []
    if template == "confirmed":
        only_announced = bool(told) and not confirmed and told <= known.expected_only
        missing += ["number"] if "number" not in positions else []
        missing += ["partner"] if only_announced or not told else []
    if not told:
        missing.append("youth")
    return template, missing


def _settle_form(positions: dict[str, int]) -> Form:
    """Long where one column names the audience and another counts; a count beside audiences is a total."""
    if "audience" in positions and "people" in positions and not any(code in positions for code in AUDIENCES):
        return "long"
    positions.pop("audience", None)
    for basis in ("", CONFIRMED):
        people = positions.pop(f"{basis}people", None)
        if people is not None:
            positions.setdefault(f"{basis}total", people)
    return "wide"


def _sheet_values(sheet: str) -> dict[str, str]:
    """What the name of a sheet says of all its rows: an MRC, « Scolaire », « 2024 »."""
    name = plain(sheet)
    column = _names().get(key(name))
    found = {column: name} if column else {}
    years = set(YEAR.findall(name))
    if len(years) == 1:
        found["edition"] = years.pop()
    return found


@cache
def _names() -> dict[str, str]:
    """Column by key of a name that a sheet may bear: MRC, municipality, sector."""
    names: dict[str, str] = {}
    for column, file, of in (
        ("place", "geography/municipalities.csv", ("name",)),
        ("place", "places.csv", ("name",)),
        ("place", "place_aliases.csv", ("alias",)),
        ("sector", "sectors.csv", ("name_fr", "name_en")),
    ):
        for row in read_rows(DATA / file):
            names |= {key(row[field]): column for field in of}
    names.pop("", None)
    return names
