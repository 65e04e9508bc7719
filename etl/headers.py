"""What one header means: a column, and whether its figures are announced or reported.

The synonyms, the words set aside and the thresholds are data: ``data/headers.csv``,
``data/header_words.csv``, ``data/matching.csv``. Not here: a row of headers together (``recognise``).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from rapidfuzz import fuzz, process

from etl.clean import key
from etl.data_files import DATA, read_rows, thresholds
from etl.schema import AUDIENCES

CONTACT: Final = "contact"
POSTAL_CODE: Final = "postal_code"
"""Known so that it is said why it is not used: no list that we may use says which municipality it is in."""
CONFIRMED: Final = "confirmed:"
"""Before the name of a column whose figures are reported afterwards, beside announced ones."""
EXPLANATION_SHEET: Final = "Explications"
"""The sheet of a template that explains its columns."""
FIGURES: Final = frozenset((*AUDIENCES, "total", "people"))
LONGEST: Final = 60
"""Characters: no synonym is longer."""
NAMES: Final = frozenset(("partner", "title"))
"""Columns whose header may speak of a name that is not a person's."""

Basis = Literal["expected", "confirmed"]
How = Literal["exact", "words", "likeness", "decided"]


class Meaning(NamedTuple):
    """What a header means. ``column`` is None where it is unknown; ``score`` is its likeness, 0-100."""

    column: str | None
    how: How = "exact"
    score: int = 100
    must_ask: bool = False
    basis: Basis | None = None


UNKNOWN: Final = Meaning(None, score=0)


@lru_cache(maxsize=8192)
def meaning(header: str) -> Meaning:
    """What a header means by itself: a synonym, a synonym but for counting words, or what resembles one."""
    exact, stripped = _synonyms()
    words = _words(header)
    roles = [_roles().get(word) for word in words]
    kept = " ".join(word for word, role in zip(words, roles, strict=True) if role in (None, "person", "name"))
    known, how = exact.get(_key(header)), "exact"
    if known is None:
        known, how = stripped.get(kept), "words"
    if known is not None:
        column, must_ask = known
        found = Meaning(column, how, 100, must_ask)  # type: ignore[arg-type]
    elif "person" in roles:
        found = Meaning(CONTACT, "words")
    else:
        found = _alike(kept)
        if "name" in roles and found.column is not None:
            found = found._replace(must_ask=True) if found.column in NAMES else Meaning(CONTACT, "words")
    if found.column == POSTAL_CODE and found.must_ask:
        return UNKNOWN  # nothing would hang on the answer
    if found.column in FIGURES:
        return found._replace(basis=basis(header))
    counts_something_else = "count" in roles and found.how != "exact" and found.column != CONTACT
    return UNKNOWN if counts_something_else else found


def is_synonym(words: str) -> bool:
    """Whether a text is, word for word, a header that is known."""
    return len(words) <= LONGEST and _key(words) in _synonyms()[0]


def basis(header: str) -> Basis | None:
    """Whether a group title speaks of announced or of reported people."""
    roles = {_roles().get(word) for word in _words(header)}
    return "confirmed" if "confirmed" in roles else "expected" if "expected" in roles else None


def is_only_basis(header: str) -> bool:
    """Whether a header says announced or reported, and not of what: the line above says that."""
    roles = {_roles().get(word) for word in _words(header)}
    return bool(roles & {"expected", "confirmed"}) and roles <= {"expected", "confirmed", "count", "link"}


@cache
def title(column: str) -> str:
    """The header of a column in the template, or its first synonym."""
    return next(row["header"] for row in _read("headers.csv") if row["column"] == column)


def confirmed_title(words: str) -> str:
    """A header that says of the same people that they are reported: it is read as that again."""
    return f"{words} (confirmés)"


@cache
def rank(header: str) -> int:
    """Place of a header among the synonyms: of two for one column, the first is the better."""
    keys = [_key(row["header"]) for row in _read("headers.csv")]
    return keys.index(_key(header)) if _key(header) in keys else len(keys)


def _alike(words: str) -> Meaning:
    if len(words.replace(" ", "")) < thresholds("header_")["shortest"]:
        return UNKNOWN
    asked, sure = thresholds("header_")["asked"], thresholds("header_")["sure"]
    _, stripped = _synonyms()
    scores: dict[str, float] = defaultdict(float)
    questionable: set[str] = set()
    alike = process.extract(
        words, stripped.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=asked, limit=None
    )
    for synonym, score, _ in alike:
        column, must_ask = stripped[synonym]
        if score > scores[column]:
            scores[column] = score
            (questionable.add if must_ask else questionable.discard)(column)
    if not scores:
        return UNKNOWN
    if CONTACT in scores and scores[CONTACT] >= max(scores.values()) - thresholds("header_")["rival"]:
        return Meaning(CONTACT, "likeness", int(scores[CONTACT]))
    best = max(scores, key=lambda column: scores[column])
    rivals = [
        c
        for c, score in scores.items()
        if c != best and scores[best] - score < thresholds("header_")["rival"]
    ]
    must_ask = scores[best] < sure or best in questionable or bool(rivals)
    return Meaning(best, "likeness", int(scores[best]), must_ask)


Known = Mapping[str, tuple[str, bool]]


@cache
def _synonyms() -> tuple[Known, Known]:
    """Column and whether it must be asked about, by key of the header, and by its words that matter."""
    exact: dict[str, tuple[str, bool]] = {}
    stripped: dict[str, tuple[str, bool]] = {}
    for row in _read("headers.csv"):
        known = (row["column"], row["use"] == "ask")
        exact.setdefault(_key(row["header"]), known)
        words = [word for word in _words(row["header"]) if _roles().get(word) in (None, "person", "name")]
        if words:
            stripped.setdefault(" ".join(words), known)
    return exact, stripped


@cache
def _roles() -> dict[str, str]:
    return {row["word"]: row["role"] for row in _read("header_words.csv")}


def _words(header: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", header.lower().replace("œ", "oe"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])[(·.]e[)·.]?s?\b\)?", "", plain))


def _key(header: str) -> str:
    return key(header) or header.strip()


@cache
def _read(name: str) -> list[dict[str, str]]:
    return read_rows(DATA / name)
