"""From a cell to a typed value, or to the reason why not. Pure, and memoised on the cell.

Not here: which column a cell is in (``recognise``), places and partners (``match``).
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

FIRST_EDITION: Final = 2008
EXCEL_EPOCH: Final = date(1899, 12, 30)
SPACES: Final = dict.fromkeys(map(ord, " \u00a0\u202f\u2009"), None)
LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PHONE: Final = re.compile(r"(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)")
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
    decomposed = unicodedata.normalize("NFKD", words.translate(LIGATURES).lower())
    return "".join(letter for letter in decomposed if letter.isascii() and letter.isalnum())


@lru_cache(maxsize=65536, typed=True)
def people(cell: Any) -> int | None:
    """Number of people in a cell; None where it is blank, which is unknown and not zero.

    Raises:
        Problem: negative, not whole, too large, or not a number.
    """
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        raise Problem("not_a_number", str(cell))
    if isinstance(cell, (int, float)):
        return _whole(float(cell), plain(cell))
    words = str(cell).strip()
    if not words:
        return None
    if words.isascii() and words.isdigit() and len(words) < 9:
        return int(words)
    if words.upper() in ERRORS:
        raise Problem("cell_error", words)
    digits = words.translate(SPACES).replace("\u2212", "-").replace(",", ".")
    if not re.fullmatch(r"-?\d{1,15}(\.\d+)?", digits):
        raise Problem("not_a_number", words)
    return _whole(float(digits), words)


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


@lru_cache(maxsize=8192)
def day(cell: Any) -> date | None:
    """Date in a cell: a date, an Excel serial, or text as 2024-02-14 or 14/02/2024.

    Raises:
        Problem: it is none of these.
    """
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and 20_000 < cell < 80_000:
        return EXCEL_EPOCH + timedelta(days=int(cell))
    words = plain(cell)
    if not words:
        return None
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%Y/%m/%d"):
        try:
            return datetime.strptime(words, pattern).date()
        except ValueError:
            continue
    raise Problem("not_a_date", words)


def free_text(cell: Any) -> str | None:
    """A free text without the e-mails and telephone numbers that people leave in it."""
    words = plain(cell)
    if not words:
        return None
    if "@" in words or any(letter.isdigit() for letter in words):
        words = PHONE.sub("…", EMAIL.sub("…", words))
    return words


def _whole(value: float, words: str) -> int:
    if value != value or value in (float("inf"), float("-inf")):
        raise Problem("not_a_number", words)
    if value < 0:
        raise Problem("negative", words)
    if not value.is_integer():
        raise Problem("not_whole", words)
    if value > MAXIMUM:
        raise Problem("too_large", words)
    return int(value)
