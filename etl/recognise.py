"""From headers to known columns. The synonyms are data, ``data/headers.csv``.

Not here: what the cells mean (``clean``). A contact column is recognised so that it is never kept.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from etl.clean import key, plain
from etl.schema import AUDIENCES

HEADERS: Final = Path(__file__).parent.parent / "data" / "headers.csv"
CONTACT: Final = "contact"

Template = Literal["registrations", "confirmed"]


@dataclass(frozen=True)
class Layout:
    """Which cell holds which column.

    Attributes:
        template: registrations, or the figures confirmed after the event.
        positions: index of the cell by column.
        titles: header as the file writes it, by column.
        dropped: headers of columns that are not kept: unknown, or about a person.
        has_contacts: whether a contact column is among them.
    """

    template: Template
    positions: dict[str, int]
    titles: dict[str, str]
    dropped: tuple[str, ...]
    has_contacts: bool

    @property
    def audiences(self) -> tuple[str, ...]:
        return tuple(code for code in AUDIENCES if code in self.positions)


@dataclass(frozen=True)
class NoLayout:
    """Headers in which a template was not recognised: what is missing, and what was found."""

    missing: tuple[str, ...]
    found: tuple[str, ...]
    twice: tuple[str, ...] = ()


def layout(headers: Sequence[Any], needs_edition: bool = True) -> Layout | NoLayout:
    """Recognise a template in a row of headers, whatever their case, accents, spaces and order."""
    known = _synonyms()
    words = [plain(header) for header in headers]
    columns = [known.get(key(word)) for word in words]
    positions: dict[str, int] = {}
    twice = []
    for index, column in enumerate(columns):
        if column is None or column == CONTACT:
            continue
        if column in positions:
            twice.append(words[index])
        positions.setdefault(column, index)
    template: Template = "registrations" if "partner" in positions else "confirmed"
    missing = [
        column for column in (*(("edition",) if needs_edition else ()), "number") if column not in positions
    ]
    if not any(code in positions for code in AUDIENCES):
        missing += ["partner"] if template == "confirmed" else []
        missing += ["youth"]
    if missing or twice:
        found = tuple(word for word in words if word)
        return NoLayout(tuple(_titles()[column] for column in missing), found, tuple(twice))
    return Layout(
        template=template,
        positions=positions,
        titles={column: words[index] for column, index in positions.items()},
        dropped=tuple(
            word for word, column in zip(words, columns, strict=True) if word and column in (None, CONTACT)
        ),
        has_contacts=CONTACT in columns,
    )


@cache
def _synonyms() -> dict[str, str]:
    return {key(row["header"]): row["column"] for row in _rows()}


@cache
def _titles() -> dict[str, str]:
    return {row["column"]: row["header"] for row in reversed(_rows())}


@cache
def _rows() -> list[dict[str, str]]:
    with HEADERS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
