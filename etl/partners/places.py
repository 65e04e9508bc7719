"""What two places say of each other, and which places a name can bear.

Not here: from the cell of a file to a place (``match``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection, select

from etl.partners.rules import Rules, read_rules, spelt
from etl.schema import MUNICIPAL_KINDS, UNSPECIFIED, Place, PlaceAlias

SHORTEST_ENDING: Final = 4
"""Letters from which the end of a municipality's name is recognised."""


class Relation(Enum):
    """How the places of two registrations stand to each other."""

    SAME = "same"
    WITHIN = "within"
    UNKNOWN = "unknown"
    NEAR = "near"
    FAR = "far"


@dataclass(frozen=True)
class Named:
    """A municipality that a name bears; ``whole`` when it is its name and not that of a part of it."""

    code: str
    whole: bool


@dataclass(frozen=True)
class _Place:
    municipality: bool
    mrc: str | None
    current: str
    words: tuple[str, ...]


class Places:
    """The places of the database, as evidence of who a partner is."""

    def __init__(
        self, places: Mapping[str, _Place], names: Mapping[tuple[str, ...], Named], longest: int
    ) -> None:
        self._places = places
        self.names = names
        self.longest = longest
        self._nearest: dict[tuple[str, ...], str | None] = {}
        self._endings: dict[str, tuple[str, ...]] = {}
        self.first_words = frozenset(words[0] for words in names)
        self._runs = {"".join(words): named.code for words, named in names.items() if named.whole}

    @classmethod
    def read(cls, connection: Connection, rules: Rules | None = None) -> "Places":
        """Read the places and their other names."""
        given = rules or read_rules()

        def words(name: str) -> tuple[str, ...]:
            return spelt(name, given.links, given.full)

        places = {
            row.code: _Place(
                row.kind in MUNICIPAL_KINDS,
                row.mrc_code,
                row.current_code,
                words(row.name),
            )
            for row in connection.execute(select(Place.__table__))
        }
        official = [(found.words, code) for code, found in places.items() if found.municipality]
        aliases = connection.execute(select(PlaceAlias.alias, PlaceAlias.place_code))
        others = [(words(a.alias), a.place_code) for a in aliases if places[a.place_code].municipality]
        names = _unambiguous(others, places) | _unambiguous(official, places)
        return cls(places, names, max(map(len, names), default=0))

    def nearest(self, words: tuple[str, ...]) -> str | None:
        """The municipality of which a few words are the name, within a slip or two."""
        if words not in self._nearest:
            self._nearest[words] = self._near(words)
        return self._nearest[words]

    def _near(self, words: tuple[str, ...]) -> str | None:
        if words in self.names:
            return self.names[words].code
        run = "".join(words)
        most = min(2, len(run) // 4)
        found = process.extractOne(run, self._runs.keys(), scorer=OSA.distance, score_cutoff=most)
        return self._runs[found[0]] if found is not None and most else None

    def municipality(self, code: str | None) -> str | None:
        """The code itself when it is that of a municipality."""
        place = self._places.get(code or "")
        return code if place is not None and place.municipality else None

    def context(self, code: str | None) -> str:
        """What tells two partners of one name apart: a municipality or an MRC, else ``unspecified``."""
        place = self._places.get(code or "")
        if code is None or place is None or (not place.municipality and place.mrc is None):
            return UNSPECIFIED
        return code

    def words(self, code: str | None) -> tuple[str, ...]:
        """The words of a place's name."""
        place = self._places.get(code or "")
        return place.words if place is not None else ()

    def endings(self, code: str) -> tuple[str, ...]:
        """A place's name without its first words, run together: « Mistassini » for Dolbeau-Mistassini."""
        found = self._endings.get(code)
        if found is None:
            words = self.words(code)
            runs = ("".join(words[at:]) for at in range(len(words)))
            found = self._endings[code] = tuple(run for run in runs if len(run) >= SHORTEST_ENDING)
        return found

    def is_wider(self, code: str | None, than: str | None) -> bool:
        """Say whether a place is an MRC, the region or unknown where the other is a municipality."""
        return self.municipality(code) is None and self.municipality(than) is not None

    def relation(self, first: str | None, second: str | None) -> Relation:
        """How two places stand to each other; the same whichever comes first."""
        one, other = self._places.get(first or ""), self._places.get(second or "")
        if one is None or other is None or one.mrc is None or other.mrc is None:
            return Relation.UNKNOWN
        if first == second and one.municipality:
            return Relation.SAME
        if one.current == second or other.current == first:
            return Relation.WITHIN
        if one.mrc != other.mrc:
            return Relation.FAR
        return Relation.NEAR if one.municipality and other.municipality else Relation.WITHIN


def _unambiguous(
    pairs: Iterable[tuple[tuple[str, ...], str]], places: Mapping[str, _Place]
) -> dict[tuple[str, ...], Named]:
    """Names that only one municipality bears; the successor when a place and what it became bear it."""
    found: dict[tuple[str, ...], set[str]] = {}
    for words, code in pairs:
        if words:
            found.setdefault(words, set()).add(code)
    kept = {}
    for words, codes in found.items():
        if len({places[code].current for code in codes}) == 1:
            code = min(codes)
            official = places[code].words
            kept[words] = Named(code, official[: len(words)] == words)
    return kept
