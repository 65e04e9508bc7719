"""From a cell to a number of people, with the text kept where the number is not plain. Pure.

Belongs here: how a number is written, and the cautious value of an approximate one. The words are data,
``data/count_words.csv``. Not here: numbers in words (``numerals``), nor whether a number is plausible beside
others (``checks``).
"""

import re
from collections.abc import Sequence
from datetime import date, time
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from etl import numerals
from etl.clean import ERRORS, MAXIMUM, Problem, plain
from etl.words import UNKNOWN, Token, Vocabulary, fold, phrases

GROUPED: Final = (
    r"[1-9][0-9]{0,2}(?P<mark>[ ',.])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?![0-9])(?:(?!(?P=mark))[.,][0-9]+)?"
)
NUMBER: Final = rf"(?:{GROUPED}|[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)"
LONGEST: Final = 200
"""Characters of a text that may tell a number; longer ones are remarks, and are not kept in memory."""
DECIMALS: Final = 6
"""Digits after the point that a spreadsheet's own arithmetic leaves right."""

JOINS: Final = {"dash", "range", "and"}
SILENT: Final = {"missing", "doubt", "people", "link", "dash", "about"}
"""Kinds of words that tell no number; a ``missing``, a ``doubt`` or a dash among them says so."""


class Count(NamedTuple):
    """Number of people; ``written`` is the text as it was unless it is a plain number or a blank.

    ``people`` is the lower bound of what is told, and None where no number is.
    """

    people: int | None
    written: str | None


BLANK: Final = Count(None, None)


@lru_cache(maxsize=65536, typed=True)
def count(cell: Any) -> Count:
    """Number of people in a cell, as cautious as its text: « 200 à 250 » is 200.

    Raises:
        Problem: negative, not whole, too large, an error of the spreadsheet, no number (not_a_number),
            or several readings (ambiguous_count).
    """
    if cell is None or cell == "":
        return BLANK
    if isinstance(cell, (bool, date, time)):
        raise Problem("not_a_number", plain(cell))
    if isinstance(cell, (int, float)):
        return Count(_people(cell, plain(cell)), None)
    written = str(cell).strip()
    folded = fold(written)
    if not folded:
        return BLANK
    if len(folded) > LONGEST:
        raise Problem("not_a_number", written)
    if folded.upper() in ERRORS:
        raise Problem("cell_error", written)
    if re.fullmatch(rf"-? ?{NUMBER}", folded):
        return Count(_people(_value(folded), written), None)
    return Count(_understood(_vocabulary().cut(folded), written), written)


def _understood(tokens: Sequence[Token], written: str) -> int | None:
    kinds = [token.kind for token in tokens]
    at = [index for index, kind in enumerate(kinds) if kind in ("number", "spelled")]
    if not at:
        if kinds.count("one") == 1 and {"one", "people"}.issuperset(kinds):
            return 1
        if SILENT.issuperset(kinds) and not {"missing", "doubt", "dash"}.isdisjoint(kinds):
            return None
        raise Problem("not_a_number", written)
    ambiguous = Problem("ambiguous_count", written)
    if not {UNKNOWN, "missing"}.isdisjoint(kinds) or re.fullmatch(r"\(.*\)", written):
        raise ambiguous
    if len(at) == 1 and "dash" in kinds[: at[0]]:
        raise Problem("negative", written)
    if not _is_one_meaning(kinds, at) or not _is_an_article(kinds, at[0]):
        raise ambiguous
    values = [_people(_told(tokens[index]), written) for index in at]
    if values != sorted(values) or {"at_least", "at_most"} <= set(kinds):
        raise ambiguous
    times = numerals.last_multiplier(tokens[at[-1]].text)
    if len(at) == 2 and times > 1 and values[0] * times <= values[1]:
        raise ambiguous  # « deux à trois cents » begins at two hundred, not at two
    return None if "at_most" in kinds else values[0]


def _is_one_meaning(kinds: Sequence[str], at: Sequence[int]) -> bool:
    """Whether the numbers at these indices are one, or the two ends of a range."""
    before, inside, after = kinds[: at[0]], kinds[at[0] : at[-1]], kinds[at[-1] :]
    opened = "between" in before
    joined = [kind for kind in inside if kind in JOINS]
    if not JOINS.isdisjoint([*before, *after]) or "between" in [*inside, *after]:
        return False
    if len(at) == 1:
        return not opened
    ways = [["dash"], ["range"], ["and"]] if opened else [["dash"], ["range"]]
    alike = kinds[at[0]] == kinds[at[-1]]  # « 3-cent » is no range
    return len(at) == 2 and alike and joined in ways and "people" not in before


def _is_an_article(kinds: Sequence[str], first: int) -> bool:
    """Whether « un » only introduces the number, once: « une trentaine », not « un élève, 20 parents »."""
    if "one" not in kinds:
        return True
    if kinds.count("one") > 1 or "one" in kinds[first:]:
        return False
    between = kinds[kinds.index("one") + 1 : first]
    return "people" not in between and (bool(between) or kinds[first] == "number")


def _told(token: Token) -> float:
    return numerals.value(token.text) if token.kind == "spelled" else _value(token.value or token.text)


def _value(text: str) -> float:
    """Value of what NUMBER matches, with or without its sign."""
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("- ")
    grouped = re.fullmatch(GROUPED, digits)
    if grouped:
        digits = digits.replace(grouped["mark"], "")
    return sign * float(digits.replace(",", "."))


def _people(value: float, written: str) -> int:
    if value != value:
        raise Problem("not_a_number", written)
    if value < 0:
        raise Problem("negative", written)
    if value > MAXIMUM:
        raise Problem("too_large", written)
    if round(value, DECIMALS) != round(value):
        raise Problem("not_whole", written)
    return round(value)


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(phrases("count_words.csv"), {"number": NUMBER, "spelled": numerals.spelled()})
