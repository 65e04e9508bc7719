"""Who could be alike: a few known names for each new one, found by the rare words that they share.

The index is in the database, so that its cost goes with the new names and not with the known ones; names met
since the last write are beside it, in memory. Not here: comparing (``likeness``) and deciding (``identify``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection, Select, delete, exists, func, select

from etl.database import LOOKUP, bulk_insert
from etl.partners.names import ACRONYM_LENGTHS, PLACE, Name, parse
from etl.partners.places import Places
from etl.partners.rules import Rules, stem
from etl.schema import PartnerAlias, PartnerSpelling, PartnerWord

SHORTEST_MISSPELT: Final = 5
ENOUGH: Final = 200
"""Known names compared with a new one at most; those that share most with it come first."""


Key = tuple[str, str]
"""A name's key, and the place that tells it apart or ``unspecified``."""


class Alias(NamedTuple):
    """A known name: where it is in ``partner_alias``, whose it is, and how it was written."""

    key: str
    place_code: str
    partner_id: int
    name: str


class Terms(NamedTuple):
    """What a name is filed under, and what it is looked up by."""

    filed: frozenset[str]
    wanted: frozenset[str]


def terms(name: Name, where: str | None, places: Places) -> Terms:
    """What finds a name, given the place of its registration.

    Distinctive words, acronym, numbers (#14), municipalities (@code); and where a name is tied to its place,
    its words or its kind within it (ecole@code), since many may share them elsewhere. A name that may be an
    acronym looks for the names of these initials (=cafm), and they for it (!cafm).
    """
    shared = _shared_terms(name, where, places)
    is_alone = len(name.words) == 1 and not name.sorts and not name.numbers
    mark, facing = ("!", "=") if is_alone else ("=", "!")
    letters = name.words[0] if is_alone else stem(name.initials)
    if len(letters) not in ACRONYM_LENGTHS or not letters.isalpha():
        return Terms(frozenset(shared), frozenset(shared))
    return Terms(frozenset(shared | {mark + letters}), frozenset(shared | {facing + letters}))


def _shared_terms(name: Name, where: str | None, places: Places) -> set[str]:
    found = set(name.distinctive)
    found |= {word for word in name.words if word[0] == PLACE}
    found |= {f"#{number}" for number in name.numbers}
    if name.acronym:
        found.add(stem(name.acronym))
    municipality = places.municipality(where if name.home is None else name.home.code)
    if name.is_tied and municipality is not None:
        heads = name.distinctive or name.sorts[:1] or tuple(name.common)
        found |= {f"{head}{PLACE}{municipality}" for head in heads}
    if name.is_tied and name.located is None:
        found |= _perhaps_places(name, places)
    return found


def _perhaps_places(name: Name, places: Places) -> set[str]:
    """The municipality that the end of a name is, misspelt or without what announces it."""
    words = tuple(word for word in name.words if word[0] != PLACE)
    nearest = (places.nearest(words[at:]) for at in range(len(words)))
    codes = [code for code in nearest if code is not None]
    heads = ("", *name.sorts[:1])
    return {f"{head}{PLACE}{code}" for head in heads for code in codes}


def forget_orphans(connection: Connection) -> None:
    """Forget the spellings of words that no name has any more."""
    is_orphan = ~exists().where(PartnerWord.word == PartnerSpelling.word)
    connection.execute(delete(PartnerSpelling).where(is_orphan))


class Index:
    """Known names by what they have that few others have."""

    def __init__(self, connection: Connection, frequent: float) -> None:
        self._connection = connection
        self._frequent = frequent
        self._stored: dict[str, list[Alias]] = {}
        self._new: defaultdict[str, list[Alias]] = defaultdict(list)
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._unwritten: list[tuple[str, str, str]] = []

    def prepare(self, wanted: Iterable[Iterable[str]]) -> None:
        """Read at once what the candidates of a block of names need."""
        asked = {term for each in wanted for term in each}
        missing = sorted(asked - self._stored.keys())
        counts = dict.fromkeys(missing, 0)
        for row in self._read(_counts, missing):
            counts[row.word] = row.times
        rare_words = [term for term, times in counts.items() if times <= self._frequent and _is_word(term)]
        near = self._near_in_database(rare_words)
        more = {word for words in near.values() for word in words} - counts.keys() - self._stored.keys()
        for row in self._read(_counts, sorted(more)):
            counts[row.word] = row.times
        for term in counts:
            self._stored[term] = []
        rare = sorted(term for term, times in counts.items() if 0 < times <= self._frequent)
        for row in self._read(_aliases, rare):
            self._stored[row.word].append(Alias(row.key, row.place_code, row.partner_id, row.name))
        for term, words in near.items():
            self._spellings[term] |= words

    def candidates(self, wanted: Iterable[str]) -> list[Alias]:
        """Known names that share a rare term, or a misspelt one; those that share the most first."""
        shared: dict[Alias, int] = defaultdict(int)
        for term in sorted(wanted):
            near = {term}
            if _is_word(term):
                near |= self._spellings.get(term, set()) | self._near_in_memory(term)
            for word in near:
                for found in (self._stored.get(word, []), self._new.get(word, [])):
                    if len(found) <= self._frequent:
                        for alias in found:
                            shared[alias] += 1
        ranked = sorted(
            shared, key=lambda alias: (-shared[alias], alias.partner_id, alias.key, alias.place_code)
        )
        return ranked[:ENOUGH]

    def add(self, alias: Alias, filed_under: Iterable[str]) -> None:
        """File a new name; it is found from now on, and written by ``write``."""
        for term in filed_under:
            self._new[term].append(alias)
            self._unwritten.append((term, alias.key, alias.place_code))
            if _is_word(term):
                for end in _stored_ends(term):
                    self._spellings[end].add(term)

    def write(self) -> None:
        """Write what was added since the last time."""
        if not self._unwritten:
            return
        bulk_insert(
            self._connection, "partner_word", ("word", "key", "place_code"), sorted(set(self._unwritten))
        )
        words = sorted({term for term, *_ in self._unwritten if _is_word(term)})
        there = {row.word for row in self._read(partial(_spellings, PartnerSpelling.word), words)}
        rows = [(word, *_stored_ends(word)) for word in words if word not in there]
        bulk_insert(self._connection, "partner_spelling", ("word", "head", "tail"), rows)
        self._unwritten = []

    def _near_in_database(self, words: Sequence[str]) -> dict[str, set[str]]:
        wanted = {word: _possible_ends(word) for word in words}
        by_end: dict[str, set[str]] = defaultdict(set)
        for column in (PartnerSpelling.head, PartnerSpelling.tail):
            ends = {end for possible in wanted.values() for end in possible if _side(end) == column.key}
            for row in self._read(partial(_spellings, column), sorted(ends)):
                by_end[row.head].add(row.word)
                by_end[row.tail].add(row.word)
        return {word: _misspelt(word, possible, by_end) for word, possible in wanted.items()}

    def _near_in_memory(self, word: str) -> set[str]:
        return _misspelt(word, _possible_ends(word), self._spellings)

    def _read(self, statement: Any, values: Sequence[str]) -> Iterator[Any]:
        for start in range(0, len(values), LOOKUP):
            yield from self._connection.execute(statement(values[start : start + LOOKUP]))


def reindex(connection: Connection, rules: Rules, places: Places) -> None:
    """File every name that makes a partner again, after the words of ``partner_words.csv`` changed."""
    connection.execute(delete(PartnerWord))
    connection.execute(delete(PartnerSpelling))
    index = Index(connection, rules.thresholds.frequent)
    table = PartnerAlias.__table__
    statement = select(table.c.key, table.c.place_code, table.c.partner_id, table.c.name)
    for row in connection.execute(statement.where(table.c.how != "likeness")).all():
        alias = Alias(*row)
        name = parse(alias.name, rules, places)
        index.add(alias, terms(name, alias.place_code, places).filed)
    index.write()


def _counts(words: Sequence[str]) -> Select[Any]:
    table = PartnerWord.__table__
    return (
        select(table.c.word, func.count().label("times"))
        .where(table.c.word.in_(words))
        .group_by(table.c.word)
    )


def _aliases(words: Sequence[str]) -> Select[Any]:
    word, alias = PartnerWord.__table__, PartnerAlias.__table__
    return (
        select(word.c.word, alias.c.key, alias.c.place_code, alias.c.partner_id, alias.c.name)
        .join(alias, (alias.c.key == word.c.key) & (alias.c.place_code == word.c.place_code))
        .where(word.c.word.in_(words))
    )


def _spellings(column: Any, values: Sequence[str]) -> Select[Any]:
    return select(PartnerSpelling.__table__).where(column.in_(values))


def _is_word(term: str) -> bool:
    return term.isalpha() and len(term) >= SHORTEST_MISSPELT


def _side(end: str) -> str:
    return "head" if end.endswith("~") else "tail"


def _stored_ends(word: str) -> tuple[str, str]:
    """What precedes and what follows the letter in the middle: one slip leaves one of them whole."""
    middle = len(word) // 2
    return f"{word[:middle]}~", f"~{word[middle + 1 :]}"


def _possible_ends(word: str) -> set[str]:
    """The ends of the words of which this one may be a misspelling, one letter longer or shorter."""
    found = set()
    for length in (len(word) - 1, len(word), len(word) + 1):
        middle = length // 2
        found |= {f"{word[:middle]}~", f"~{word[len(word) - (length - middle - 1) :]}"}
    return found


def _misspelt(word: str, ends: Iterable[str], by_end: Mapping[str, set[str]]) -> set[str]:
    near = {found for end in ends for found in by_end.get(end, ())} - {word}
    return {
        found for found, *_ in process.extract(word, near, scorer=OSA.distance, score_cutoff=1, limit=None)
    }
