"""From the text of a cell to the place, or the places, that it names. Memoised on the text.

Belongs here: how the names of places are written, shortened, joined and mistyped. Every name, word and
threshold is data: the reference tables, ``data/place_words.csv`` and ``data/matching.csv``. Not here: other
names (``match``), shapes (``geography``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection, select

from etl.clean import Problem, key, plain
from etl.data_files import thresholds
from etl.place_names import PlaceWords, without_postal_code
from etl.schema import UNSPECIFIED, Place, PlaceAlias

PARTS: Final = ("borough", "former municipality", "locality")
"""Kinds of aliases that name a part of a municipality, and are kept beside it."""
LONGEST: Final = 2_000
"""Characters of a text that may list places: more than the names of all those of a region."""
PROPOSED: Final = 3
KEPT: Final = 16_384
"""Texts whose place is kept in memory: some tens of megabytes if all were as long as may be."""


class Alike(NamedTuple):
    """A name recognised by likeness: as it was written, the name that it was taken for, from 0 to 100."""

    written: str
    name: str
    likeness: int


@dataclass(frozen=True)
class Where:
    """Where people are counted, and how the file says it.

    Attributes:
        code: the place where people count once: the smallest that holds all those that are named.
        each: every place, when there are several.
        written: the text as it was, unless it is the name of the place; without postal code nor street, which
            are a contact.
        borough: the borough, former municipality or locality, when that is what is named.
        alike: names recognised by likeness, which deserve a look.
    """

    code: str
    each: tuple[str, ...] = ()
    written: str | None = None
    borough: str | None = None
    alike: tuple[Alike, ...] = ()


class _Found(NamedTuple):
    code: str
    part: str | None = None
    alike: tuple[Alike, ...] = ()


class Places:
    """The places of a region under all their names."""

    def __init__(self, places: Iterable[Place | Any], aliases: Iterable[PlaceAlias | Any]) -> None:
        self._places = {place.code: place for place in places}
        self._words = PlaceWords()
        self._thresholds = thresholds("place_")
        self._names: dict[str, dict[str, str | None]] = {}
        self._cores: dict[str, str] = {}
        self._index(list(aliases))
        self._known: dict[tuple[Any, int], Where | Problem] = {}

    @classmethod
    def read(cls, connection: Connection) -> "Places":
        """Read the places of a database."""
        tables = (Place.__table__, PlaceAlias.__table__)
        return cls(*(connection.execute(select(table)).all() for table in tables))

    def where(self, cell: Any, edition: int) -> Where:
        """Place of a cell on the map of that year; a blank is unspecified.

        Raises:
            Problem: no place (unknown_place, postal_code_alone), one that may be several (ambiguous_place) or
                that only resembles (likely_place); the last two with ``candidates``.
        """
        found = self._known.get((cell, edition))
        if found is None:
            written = plain(cell)
            if len(written) > LONGEST:
                raise Problem("unknown_place", written)
            if len(self._known) >= KEPT:
                self._known.clear()
            try:
                found = self._where(written, edition)
            except Problem as problem:
                found = problem
            self._known[cell, edition] = found
        if isinstance(found, Problem):
            raise replace(found)
        return found

    def _where(self, written: str, edition: int) -> Where:
        parts = [part.strip() for part in self._words.between.split(written) if part.strip()]
        if not parts:
            return Where(UNSPECIFIED)
        if self._words.is_only_postal_codes(written):
            raise Problem("postal_code_alone", written)
        whole = self._exact(written, edition)
        local = self._words.without_address(parts)
        if whole is None and not local:
            raise Problem("unknown_place", written)
        if whole is None and len(local) < len(parts):
            return self._where(", ".join(local), edition)
        found = [whole] if whole else self._several(written, parts, edition)
        codes = tuple(dict.fromkeys(each.code for each in found))
        named = list(dict.fromkeys(each.part for each in found if each.part))
        alike = tuple(dict.fromkeys(match for each in found for match in each.alike))
        told = without_postal_code(written)
        if len(codes) > 1:
            return Where(self._holder(codes), codes, told, None, alike)
        is_its_name = key(told) == key(self._places[codes[0]].name)
        return Where(
            codes[0], (), None if is_its_name else told, named[0] if len(named) == 1 else None, alike
        )

    def _several(self, written: str, parts: list[str], edition: int) -> list[_Found]:
        """Places of a text that is the name of none, by its parts, else by likeness."""
        if len(parts) == 1:
            return [self._alike(written, edition)]
        names = [part for part in parts if self._words.name(part)] or parts
        exact = [self._exact(name, edition) for name in names]
        if all(exact):
            return [each for each in exact if each]
        try:
            whole = self._alike(written, edition)
        except Problem:
            return [each or self._alike(name, edition) for each, name in zip(exact, names, strict=True)]
        return [whole]

    def _exact(self, written: str, edition: int) -> _Found | None:
        """The place of this very name, whatever its case, accents, spaces, abbreviations and title."""
        for form in (*self._words.forms(written), key(written)):
            found = self._in_force(self._names.get(form, {}), edition)
            if len(found) > 1:
                raise Problem("ambiguous_place", written, {"candidates": self._listed(found)})
            for code, part in found.items():
                return _Found(code, part)
        return None

    def _alike(self, written: str, edition: int) -> _Found:
        form = self._words.name(written)
        limit = self._thresholds
        if len(form) < limit["shortest"] or not form.isalpha():
            raise Problem("unknown_place", written)
        core = self._words.core(form)
        best: dict[str, tuple[float, str | None]] = {}
        for name, _, _ in process.extract(
            form,
            self._cores.keys(),
            scorer=OSA.normalized_similarity,
            score_cutoff=limit["asked"] / 100,
            limit=None,
        ):
            told = max(len(core), len(self._cores[name]))
            likeness = 100 * (1 - OSA.distance(form, name) / told)
            for code, part in self._in_force(self._names[name], edition).items():
                if likeness > best.get(code, (limit["asked"], None))[0]:
                    best[code] = (likeness, part)
        ranked = sorted(best.items(), key=lambda item: -item[1][0])
        if not ranked:
            raise Problem("unknown_place", written)
        top = ranked[0][1][0]
        rivals = [item for item in ranked if top - item[1][0] < limit["rival"]]
        if top < limit["sure"] or len(rivals) > 1:
            code = "likely_place" if top < limit["sure"] else "ambiguous_place"
            proposed = {each: part for each, (_, part) in ranked[:PROPOSED]}
            raise Problem(code, written, {"candidates": self._listed(proposed)})
        [(code, (_, part))] = rivals
        return _Found(code, part, (Alike(written, part or self._places[code].name, round(top)),))

    def _in_force(self, codes: Mapping[str, str | None], edition: int) -> dict[str, str | None]:
        """Those of the map of that year, else what they have become."""
        held = {code: part for code, part in codes.items() if _is_in_force(self._places[code], edition)}
        if held:
            return held
        became = [(self._places[code], part) for code, part in codes.items()]
        names = {place.code: self._places[place.current_code].name for place, _ in became}
        return {
            place.current_code: part or (place.name if place.name != names[place.code] else None)
            for place, part in became
        }

    def _holder(self, codes: Iterable[str]) -> str:
        mrcs = {self._places[code].mrc_code for code in codes}
        return f"mrc:{mrcs.pop()}" if len(mrcs) == 1 and None not in mrcs else "region"

    def _listed(self, found: Mapping[str, str | None]) -> str:
        names = [(self._places[code].name, part) for code, part in found.items()]
        return ", ".join(f"{part} ({name})" if part else name for name, part in names)

    def _index(self, aliases: Iterable[PlaceAlias | Any]) -> None:
        for code, place in self._places.items():
            if code != UNSPECIFIED:
                for form in (key(code), key(place.name), self._words.form(place.name)):
                    self._names.setdefault(form, {})[code] = None
        official = set(self._names)
        for alias in aliases:
            for form in {alias.key, self._words.form(alias.alias)} - official:
                parts = self._names.setdefault(form, {})
                part = alias.alias if alias.kind in PARTS else None
                parts[alias.place_code] = parts.get(alias.place_code) or part
        for name, parts in self._names.items():
            for code, part in parts.items():
                parts[code] = part and self._without_title(part, code)
            if UNSPECIFIED not in parts:
                self._cores[name] = self._words.core(name)

    def _without_title(self, part: str, code: str) -> str:
        """« La Baie » for « Arrondissement de La Baie », where both name the same place."""
        untitled = self._words.name(part)
        return self._names.get(untitled, {}).get(code) or part


def _is_in_force(place: Any, edition: int) -> bool:
    return (place.valid_from is None or place.valid_from.year <= edition) and (
        place.valid_until is None or place.valid_until.year >= edition
    )
