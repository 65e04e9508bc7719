"""What people decided about the words of names and about thresholds, read from ``data/``.

Not here: applying it (``names``, ``likeness``, ``several``).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Final

from etl.data_files import DATA, read_rows, thresholds

INITIALS: Final = re.compile(r"\b[a-z](?:[.-]{1,2}[a-z]\b)+\.?")
TOKEN: Final = re.compile(r"\d+(?:ieme|eme|ere|er|re|e)?(?![a-z0-9])|\d+|[a-z]+")
LONG_PHRASE: Final = 9
PLURAL: Final = re.compile(r"(?<!s)s$|(?<=[ae]u)x$")
SEPARATORS: Final = ("separator", "bracketed_separator", "weak_separator")
NOT_PHRASES: Final = ("link", "article", "bare_place", *SEPARATORS)


@dataclass(frozen=True)
class Thresholds:
    """The figures of ``matching.csv`` that concern partners; scores go from 0 to 100."""

    matched: float
    proposed: float
    doubtful: float
    margin: float
    common_weight: float
    part_of_place: float
    elsewhere: float
    elsewhere_inexact: float
    both_differ: float
    slip: float
    slip_length: float
    frequent: float


@dataclass(frozen=True)
class Word:
    """What a word, or a few together, counts for; ``text`` is the form under which it is compared."""

    text: str
    kind: str


@dataclass(frozen=True, eq=False)
class Rules:
    """What the two files say.

    Attributes:
        links: words left out of every comparison, ``articles`` among them.
        full: a word written out, by its abbreviation.
        words: all the words that are in a phrase.
        phrases: the rows of ``partner_words.csv``, links left out, to what they count for.
        runs: phrases of several words and nine letters or more, with the same run together.
        sorts: the phrases that are a kind of organisation.
        bare_place: the kind of organisation whose name is nothing but a municipality's.
        separators: what parts several partners in one cell, by kind, the longest first.
    """

    links: frozenset[str]
    articles: frozenset[str]
    full: Mapping[str, str]
    words: frozenset[str]
    phrases: Mapping[tuple[str, ...], Word]
    runs: tuple[tuple[tuple[str, ...], str], ...]
    sorts: frozenset[tuple[str, ...]]
    bare_place: Word
    separators: Mapping[str, tuple[str, ...]]
    thresholds: Thresholds


@cache
def read_rules(folder: Path = DATA) -> Rules:
    """Read ``partner_words.csv`` and ``matching.csv``.

    Raises:
        KeyError: a threshold is missing.
    """
    lines = read_rows(folder / "partner_words.csv")
    articles = frozenset(fold(line["word"]) for line in lines if line["kind"] == "article")
    links = articles | {fold(line["word"]) for line in lines if line["kind"] == "link"}
    listed = [line for line in lines if line["kind"] not in NOT_PHRASES]
    full = _abbreviations(listed, links)
    phrases = {
        spelt(line["word"], links, full): Word(
            "-".join(spelt(line["stands_for"] or line["word"], links, full)), line["kind"]
        )
        for line in listed
    }
    separators = {
        kind: tuple(sorted((li["word"] for li in lines if li["kind"] == kind), key=len, reverse=True))
        for kind in SEPARATORS
    }
    figures = thresholds("partner_", folder)
    told = Thresholds(**{field.name: figures[field.name] for field in fields(Thresholds)})
    words = frozenset(word for phrase in phrases for word in phrase) | full.keys()
    sorts = frozenset(words for words, word in phrases.items() if word.kind in ("type", "local_type"))
    runs = tuple((phrase, "".join(phrase)) for phrase in phrases if len(phrase) > 1)
    runs = tuple((phrase, run) for phrase, run in runs if len(run) >= LONG_PHRASE)
    bare = next(line["stands_for"] for line in lines if line["kind"] == "bare_place")
    bare_place = phrases[spelt(bare, links, full)]
    return Rules(links, articles, full, words, phrases, runs, sorts, bare_place, separators, told)


def _abbreviations(lines: Iterable[Mapping[str, str]], links: Collection[str]) -> dict[str, str]:
    pairs = [(spelt(line["word"], links), spelt(line["stands_for"], links)) for line in lines]
    return {short[0]: long[0] for short, long in pairs if len(short) == len(long) == 1}


def fold(words: str) -> str:
    """Lower case, without accents; punctuation stays."""
    lower = words.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


def undotted(folded: str) -> str:
    """« c.p.e. » and « n.-d. » as words: cpe, nd."""
    return INITIALS.sub(lambda found: re.sub("[.-]", "", found.group()) + " ", folded)


def number(token: str) -> str | None:
    """« 014 » and « 14e » as 14; None when the token is a word."""
    return str(int(token.rstrip("abcdefghijklmnopqrstuvwxyz"))) if token[0].isdigit() else None


def stem(word: str) -> str:
    """The word without the mark of the plural, so that one « s » too many is no difference."""
    return PLURAL.sub("", word) if len(word) > 3 else word


def spelt(words: str, links: Collection[str], full: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The stems of a few words written out, links left out unless there is nothing else."""
    found = TOKEN.findall(undotted(fold(words)))
    stems = [stem(word) for word in found if word not in links]
    return tuple((full or {}).get(word, word) for word in stems) or tuple(found)
