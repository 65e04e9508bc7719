"""The reviewed word lists of ``data/*_words.csv``, and how a text is cut into what they know.

Belongs here: folding a text so that words can be told whatever their case and accents, and cutting it.
Not here: what a sequence of words means (``counts``, ``dates``, ``places``), nor any word.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from etl.clean import LIGATURES
from etl.data_files import DATA, read_rows

UNKNOWN: Final = "unknown"
"""Kind of a word or a sign that no pattern and no list explains."""

BLANK: Final = r"[\s.,;:!()\[\]\"*]+"
MARKS: Final = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
SIGNS: Final = str.maketrans(
    dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("’‘ʼ′`´", "'")
    | dict.fromkeys("«»“”„", '"')
    | dict.fromkeys(INVISIBLE, "")
    | LIGATURES
)


class Token(NamedTuple):
    """A piece of a folded text: its kind, what it stands for where a list says so, and itself."""

    kind: str
    value: str
    text: str


class Phrase(NamedTuple):
    """A line of a word list: folded words, what they mean, and what they stand for ("" if nothing)."""

    words: str
    meaning: str
    value: str


def fold(text: str) -> str:
    """Lower case without accents; one sign for each kind of dash, quote, apostrophe and space.

    Line breaks stay, and so do signs that only look like digits or letters.
    """
    lowered = unicodedata.normalize("NFD", text.translate(SIGNS).lower())
    return MARKS.sub("", lowered).translate(SIGNS).strip()


def phrases(name: str) -> list[Phrase]:
    """Read a word list of ``data/``; columns words, meaning, value and reason."""
    return [Phrase(fold(row["words"]), row["meaning"], row["value"]) for row in read_rows(DATA / name)]


class Vocabulary:
    """What a kind of cell is made of: patterns first, then the longest words of a list."""

    def __init__(self, known: Iterable[Phrase], patterns: Mapping[str, str]) -> None:
        self._known = {phrase.words: phrase for phrase in known}
        longest_first = sorted(self._known, key=len, reverse=True)
        parts = [f"(?P<{kind}>{pattern})" for kind, pattern in patterns.items()]
        parts.append(f"(?P<phrase>{'|'.join(map(_whole_words, longest_first))})")
        parts.append(f"(?P<blank>{BLANK})")
        parts.append(f"(?P<{UNKNOWN}>[a-z]+|.)")
        self._pieces = re.compile("|".join(parts), re.DOTALL)

    def cut(self, folded: str) -> list[Token]:
        """Cut a folded text from left to right; blanks are left out."""
        tokens = []
        for piece in self._pieces.finditer(folded):
            kind = str(piece.lastgroup)
            if kind == "phrase":
                phrase = self._known[piece.group()]
                tokens.append(Token(phrase.meaning, phrase.value, phrase.words))
            elif kind != "blank":
                tokens.append(Token(kind, "", piece.group()))
        return tokens


def _whole_words(words: str) -> str:
    before = r"(?<![a-z])" if words[0].isalpha() else ""
    after = r"(?![a-z])" if words[-1].isalpha() else ""
    return before + re.escape(words) + after
