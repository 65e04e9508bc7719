"""The text of a cell, its key, and what to say when it cannot be loaded. Pure.

Not here: people (``counts``), dates (``dates``), which column a cell is in (``recognise``).
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

FIRST_EDITION: Final = 2008
LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PHONE: Final = re.compile(r"(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)", re.ASCII)
_ONE_DIGIT: Final = bytes.maketrans(b"123456789 .", b"000000000--")
_PHONE_END: Final = re.compile(rb"000-0000(?!0)")
"""How every phone ends once its digits and its separators are made alike: sixty times quicker to look for."""
ERRORS: Final = ("#REF!", "#VALUE!", "#N/A", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#VALEUR!", "#NOM?")
MAXIMUM: Final = 10_000_000
"""Largest number of people a cell may hold: above, it is a mistake in any region of Québec."""


@dataclass(eq=False)
class Problem(Exception):
    """Why a cell could not be loaded: a code of the catalogue, and what its message needs."""

    code: str
    value: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    column: str = ""


def plain(cell: Any) -> str:
    """The text of a cell, without outer spaces; whole numbers without decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell).strip()


@lru_cache(maxsize=65536)
def key(words: str) -> str:
    """What remains of a name when case, accents, spaces and punctuation go."""
    if words.isascii():
        return "".join(filter(str.isalnum, words.lower()))
    decomposed = unicodedata.normalize("NFKD", words.translate(LIGATURES).lower())
    return "".join(letter for letter in decomposed if letter.isascii() and letter.isalnum())


@lru_cache(maxsize=1024)
def year(cell: Any) -> int | None:
    """Year of an edition; None where the cell is blank.

    Raises:
        Problem: not a year in which an edition can have been held.
    """
    words = plain(cell)
    if not words:
        return None
    if not re.fullmatch(r"\d{4}", words) or not FIRST_EDITION <= int(words) <= date.today().year + 1:
        raise Problem("unknown_edition", words, {"last": str(date.today().year + 1)})
    return int(words)


def free_text(cell: Any) -> str | None:
    """A free text without the e-mails and telephone numbers that people leave in it."""
    words = plain(cell)
    return without_contacts(words) if words else None


def without_contacts(words: str) -> str:
    """A text, a line or a whole file, without the e-mails and telephone numbers that are in it."""
    if "@" in words:
        words = EMAIL.sub("…", words)
    if _PHONE_END.search(words.encode("utf-8", "replace").translate(_ONE_DIGIT)):
        words = PHONE.sub("…", words)
    return words
