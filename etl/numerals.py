"""Whole numbers in words, « mille deux cents », "two hundred and fifty". Pure.

Belongs here: how words make one number, in one language at a time. The words are data,
``data/number_words.csv``. Not here: what stands around a number (``counts``).
"""

import re
from collections.abc import Collection
from functools import cache
from typing import Final, NamedTuple

from etl.data_files import DATA, read_rows
from etl.words import fold

JOIN: Final = "(?:-| +)"
MULTIPLIERS: Final = {"hundred", "hundreds", "thousand"}


class _Word(NamedTuple):
    role: str
    value: int


class _Language(NamedTuple):
    """A number in one language: the pattern of a whole one, of its next word, and what each word is."""

    number: str
    word: re.Pattern[str]
    words: dict[str, _Word]


@cache
def spelled() -> str:
    """Pattern of a number in words, in a folded text: the longest that makes one number, whole words only.

    « deux trois cents » is two of them; « cents » or « un » alone, and « cent » after a digit, are none.
    """
    numbers = "|".join(language.number for language in _languages())
    return f"(?<![a-z0-9])(?:{numbers})(?![a-z0-9]|{JOIN}{_any_of(_multipliers())})"


def value(text: str) -> int:
    """Value of what ``spelled`` matches."""
    language = next(each for each in _languages() if re.fullmatch(each.number, text))
    total, current = 0, 0
    for found in language.word.findall(text):
        role, worth = language.words[_plain(found)]
        if role == "thousand":
            total, current = total + max(current, 1) * worth, 0
        elif role in MULTIPLIERS:
            current = max(current, 1) * worth
        elif role not in ("article", "and"):
            current += worth
    return total + current


def last_multiplier(text: str) -> int:
    """The hundred or thousand that a number in words ends with, « trois cents »; 1 if it has none."""
    return next((worth for word, worth in _multipliers().items() if re.search(rf"\b{word}$", text)), 1)


def _multipliers() -> dict[str, int]:
    every = (each for language in _languages() for each in language.words.items())
    return {word: worth for word, (role, worth) in every if role in MULTIPLIERS}


@cache
def _languages() -> list[_Language]:
    words: dict[str, dict[str, _Word]] = {}
    for row in read_rows(DATA / "number_words.csv"):
        word = _Word(row["role"], int(row["value"] or 0))
        words.setdefault(row["language"], {})[_plain(fold(row["words"]))] = word
    return [_Language(_grammar(known), re.compile(_any_of(known)), known) for known in words.values()]


def _grammar(words: dict[str, _Word]) -> str:
    def role(*names: str) -> str:
        return _any_of([word for word, (role, _) in words.items() if role in names])

    one, unit, teen = role("one"), role("unit"), role("teen")
    tens = f"{role('tens')}(?:{JOIN}(?:{unit}|{one}))?"
    below_100 = f"(?:{role('small', 'teen')}|{tens}|{unit})"
    last = f"(?:{role('and')}{JOIN})?(?:{below_100}|{one})"

    def hundreds(times: str) -> str:
        return (
            f"(?:(?:(?:{times}|{role('article')}){JOIN})?{role('hundred')}|{times}{JOIN}{role('hundreds')})"
            f"(?:{JOIN}{last})?"
        )

    below_1000 = hundreds(unit)
    hundred = hundreds(f"(?:{unit}|{teen})")  # « quinze cents », though not « mille quinze cents »
    thousand = (
        f"(?:(?:{below_1000}|{below_100}|{role('article')}){JOIN})?{role('thousand')}"
        f"(?:{JOIN}(?:{below_1000}|{last}))?"
    )
    return f"(?!{role('idiom')})(?:{thousand}|{hundred}|{below_100})"


def _any_of(words: Collection[str]) -> str:
    """Whole words, longest first, joined by a space or a hyphen; never matches where there is none."""
    longest_first = sorted(words, key=len, reverse=True)
    patterns = (word.replace(" ", JOIN) for word in longest_first)
    return rf"(?:\b(?:{'|'.join(patterns)})\b)" if words else "(?!)"


def _plain(words: str) -> str:
    return re.sub(JOIN, " ", words)
