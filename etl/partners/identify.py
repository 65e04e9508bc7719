"""Who registers, for the names of a block: a partner known already, one alike, or a new one.

Belongs here: the three outcomes and what they add to the tables of partners. Not here: the score
(``likeness``), where candidates come from (``index``), what a person answers (``decisions``).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from operator import is_
from typing import Any, Final, Literal

from sqlalchemy import Connection, func, insert, select

from etl import stamp
from etl.clean import key
from etl.database import LOOKUP, bulk_insert, next_id
from etl.partners.index import Alias, Index, Key, terms
from etl.partners.likeness import Side, are_two, likeness
from etl.partners.names import Name, is_case_told, parse
from etl.partners.places import Places, Relation
from etl.partners.rules import Rules, read_rules
from etl.partners.several import pieces, several
from etl.schema import (
    UNSPECIFIED,
    EditionVersion,
    Partner,
    PartnerAlias,
    PartnerProposal,
    PartnerSummary,
)

ALIAS: Final = ("key", "place_code", "partner_id", "name", "how", "score")
PROPOSAL: Final = (
    *("id", "key", "place_code", "name", "other_key", "other_place_code", "other_name"),
    *("score", "load_id", "status"),
)
NEAREST_FIRST: Final = (Relation.SAME, Relation.WITHIN, Relation.UNKNOWN, Relation.NEAR, Relation.FAR)

How = Literal["exact", "likeness", "person", "proposed", "new"]


@dataclass(frozen=True)
class Identity:
    """Whose name it is.

    ``how``: exact, likeness or person as the name is known to be theirs; new; or proposed, which is new with
    a question to a person. ``matched_name`` and ``score`` (0 to 100) are those of the other side of a
    likeness or a proposal. ``others`` take part besides the partner that leads.
    """

    partner_id: int
    others: tuple[int, ...] = ()
    how: How = "exact"
    score: float | None = None
    matched_name: str | None = None


@dataclass(frozen=True)
class _Known:
    partner_id: int
    how: How
    score: float | None
    name: str


@dataclass(frozen=True)
class _Scored:
    score: float
    alias: Alias
    is_told: bool
    """Whether the two sides agree without a wider place between them that could hold two of that name."""


class _Bits(dict[str | None, int]):
    """A bit for each place; none for none."""

    def __missing__(self, place: str | None) -> int:
        bit = self[place] = 0 if place is None else 1 << len(self)
        return bit


class _Registered:
    """Where each partner registers, as bits of an integer: sets of places would take ten times the room."""

    def __init__(self) -> None:
        self._bits = _Bits()
        self._places: defaultdict[int, int] = defaultdict(int)

    def add(self, partners: Iterable[int], places: Iterable[str | None]) -> None:
        bits, registered = self._bits, self._places
        for partner, place in zip(partners, places, strict=True):
            registered[partner] |= bits[place]

    def places(self, partner: int) -> list[str]:
        registered = self._places.get(partner, 0)
        return [place for place, bit in self._bits.items() if place is not None and registered & bit]


class Identifier:
    """Names to partners for one load; what is new is collected and written by ``write``.

    Attributes:
        alike: names that were recognised by likeness alone, and the partner's own.
    """

    def __init__(self, connection: Connection) -> None:
        self.alike: dict[str, str] = {}
        self._connection = connection
        self._rules: Rules = read_rules()
        self._places = Places.read(connection, self._rules)
        self._index = Index(connection, self._rules.thresholds.frequent)
        self._known: dict[str, dict[str, _Known]] = {}
        self._names: dict[str, Name] = {}
        self._split: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._settled: dict[str, Identity] = {}
        self._settled_there: dict[tuple[str, str | None], Identity] = {}
        self._registered = _Registered()
        self._where_read: set[int] = set()
        self._answers: dict[frozenset[Key], str] = {}
        self._asked: set[str] = set()
        self._next_partner = next_id(connection, Partner.__table__)  # type: ignore[arg-type]
        self._next_proposal = next_id(connection, PartnerProposal.__table__)  # type: ignore[arg-type]
        self._partners: list[tuple[int, str, str]] = []
        self._aliases: list[tuple[Any, ...]] = []
        self._proposals: list[tuple[Any, ...]] = []

    def identify(self, names: Sequence[str], places: Sequence[str | None]) -> list[Identity]:
        """Say whose each name is.

        Args:
            names: what each cell holds.
            places: the code of the place of each registration.

        Returns:
            An identity for each, in order.

        Raises:
            ValueError: a name holds no letter nor digit.
        """
        settled = list(map(self._settled.get, names))
        found: dict[tuple[str, str | None], Identity] = {}
        if any(map(is_, settled, repeat(None))):
            pairs = zip(names, places, strict=True)
            found = self._unsettled(
                dict.fromkeys(pair for pair, one in zip(pairs, settled, strict=True) if one is None)
            )
        identities = [
            one or found[name, place] for name, place, one in zip(names, places, settled, strict=True)
        ]
        self._registered.add([identity.partner_id for identity in identities], places)
        return identities

    def _unsettled(self, pairs: Iterable[tuple[str, str | None]]) -> dict[tuple[str, str | None], Identity]:
        found: dict[tuple[str, str | None], Identity] = {}
        others = []
        for pair in pairs:
            settled = self._settled_there.get(pair) or self._settled_as_written(*pair)
            if settled is None:
                others.append(pair)
            else:
                found[pair] = settled
        return found | self._identify(others)

    def _settled_as_written(self, name: str, place: str | None) -> Identity | None:
        """What was found of a name that only case and spaces tell from this one, which is settled with it."""
        written = _written(name)
        settled = self._settled.get(written)
        if settled is not None:
            self._settled[name] = settled
        else:
            settled = self._settled_there.get((written, place))
            if settled is None:
                return None
            self._settled_there[name, place] = settled
        self._tell_likeness(name, settled)
        return settled

    def _tell_likeness(self, name: str, identity: Identity) -> None:
        if identity.how == "likeness" and identity.matched_name is not None:
            self.alike[name] = identity.matched_name

    def _identify(self, pairs: Sequence[tuple[str, str | None]]) -> dict[tuple[str, str | None], Identity]:
        """Identify names that are not settled yet, and settle those that are one partner's for good."""
        names = dict.fromkeys(name for name, _ in pairs)
        self._look_up(names)
        split = self._split_all(names)
        parts = [(part, place) for name, place in pairs for part in (split[name][0], *split[name][1])]
        self._look_up(dict.fromkeys(part for part, _ in parts))
        known = self._resolve(list(dict.fromkeys(parts)))
        found = {}
        for name, place in pairs:
            lead, others = split[name]
            identity = known[lead, place]
            taking_part = dict.fromkeys(known[other, place].partner_id for other in others)
            taking_part.pop(identity.partner_id, None)
            found[name, place] = replace(identity, others=tuple(taking_part)) if others else identity
            self._tell_likeness(name, identity)
            if name in self._split and not others:
                self._settle(name, place, lead)
        return found

    def _settle(self, name: str, place: str | None, lead: str) -> None:
        """Remember what a name that holds one partner will be found to be from now on."""
        known = self._known[key(lead)][self._context(lead, place)]
        identity = self._already(known, place)
        for each in (name, _written(name)):
            if self._parsed(lead).needs_place:
                self._settled_there[each, place] = identity
            else:
                self._settled[each] = identity

    def _split_all(self, names: Iterable[str]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Who leads and who takes part, for each name; kept for those that hold no separator."""
        here: set[str] = set()
        found = {}
        for name in names:
            split = self._split.get(name)
            if split is None:
                if not key(name):
                    raise ValueError(name)
                here = here or {key(each) for each in names}
                split = several(name, self._is_known(name, here), self._rules)
                if self._known[key(name)] or not pieces(name, self._rules):
                    self._split[name] = split
            found[name] = split
        return found

    def write(self, connection: Connection, load_id: int | None) -> None:
        """Write the partners, names and proposals met since the last call."""
        moment = stamp.now()
        bulk_insert(connection, "partner", ("id", "key", "name"), self._partners)
        if self._aliases:
            made = {"decided_by": None, "decided_at": moment, "load_id": load_id}
            aliases = [dict(zip(ALIAS, alias, strict=True)) | made for alias in self._aliases]
            connection.execute(insert(PartnerAlias), aliases)
        proposals = [(*proposal, load_id, "open") for proposal in self._proposals]
        bulk_insert(connection, "partner_proposal", PROPOSAL, proposals)
        self._index.write()
        self._partners, self._aliases, self._proposals = [], [], []

    def _is_known(self, whole: str, here: set[str]) -> Callable[[str], bool]:
        """Whether a name, or a piece of ``whole``, is a partner's: known before, or alone in another cell."""
        whole_key = key(whole)

        def known(name: str) -> bool:
            name_key = key(name)
            return bool(self._known.get(name_key)) or (name_key in here and name_key != whole_key)

        return known

    def _look_up(self, names: Iterable[str]) -> None:
        """Read the aliases of names, and of the names that they may hold."""
        asked = {key(name) for name in names}
        asked |= {
            key(piece)
            for name in names
            if not self._known.get(key(name))
            for piece in pieces(name, self._rules)
        }
        missing = sorted(asked - self._known.keys() - {""})
        for name_key in missing:
            self._known[name_key] = {}
        alias = PartnerAlias.__table__
        statement = select(
            *(alias.c[name] for name in ("key", "place_code", "partner_id", "how", "score")),
            Partner.name.label("partner_name"),
        ).join(Partner, Partner.id == alias.c.partner_id)
        for start in range(0, len(missing), LOOKUP):
            part = missing[start : start + LOOKUP]
            for row in self._connection.execute(statement.where(alias.c.key.in_(part))):
                known = _Known(row.partner_id, row.how, row.score, row.partner_name)
                self._known[row.key][row.place_code] = known

    def _resolve(self, pairs: Sequence[tuple[str, str | None]]) -> Mapping[tuple[str, str | None], Identity]:
        found: dict[tuple[str, str | None], Identity] = {}
        unknown: list[tuple[Key, str, str | None]] = []
        for name, place in pairs:
            mine = key(name), self._context(name, place)
            known = self._known[mine[0]].get(mine[1])
            if known is None:
                unknown.append((mine, name, place))
            else:
                found[name, place] = self._already(known, place)
        # Names whose place is known come first, so that a tour or a webinar finds the partner that leads it.
        unknown.sort(key=lambda one: self._places.municipality(one[2]) is None)
        first = {mine: (name, place) for mine, name, place in reversed(unknown)}
        self._prepare(list(first.values()))  # whoever comes after is known by then
        for mine, name, place in unknown:
            known = self._known[mine[0]].get(mine[1])
            told = self._decide(mine, name, place) if known is None else self._already(known, place)
            found[name, place] = told
        return found

    def _already(self, known: _Known, place: str | None) -> Identity:
        self._registered.add([known.partner_id], [place])
        name = known.name if known.how != "exact" else None
        return Identity(known.partner_id, (), known.how, known.score, name)

    def _context(self, name: str, place: str | None) -> str:
        return self._places.context(place) if self._parsed(name).needs_place else UNSPECIFIED

    def _parsed(self, name: str) -> Name:
        written = _written(name)
        found = self._names.get(written)
        if found is None:
            found = self._names[written] = parse(written, self._rules, self._places)
        return found

    def _prepare(self, unknown: Sequence[tuple[str, str | None]]) -> None:
        """Read what deciding needs, all at once: candidates, where they register, earlier answers."""
        filed = [terms(self._parsed(name), place, self._places) for name, place in unknown]
        self._index.prepare(found.wanted for found in filed)
        candidates = {alias for found in filed for alias in self._index.candidates(found.wanted)}
        met = {alias.partner_id for alias in candidates}
        missing = sorted(met - self._where_read)
        self._where_read |= met
        table = PartnerSummary.__table__
        current = select(func.max(EditionVersion.id)).group_by(EditionVersion.edition)
        statement = select(table.c.partner_id, table.c.place_code).distinct()
        statement = statement.where(table.c.version_id.in_(self._connection.scalars(current).all()))
        for start in range(0, len(missing), LOOKUP):
            part = missing[start : start + LOOKUP]
            for row in self._connection.execute(statement.where(table.c.partner_id.in_(part))):
                self._registered.add([row.partner_id], [row.place_code])
        self._read_answers({key(name) for name, _ in unknown} | {alias.key for alias in candidates})

    def _read_answers(self, keys: set[str]) -> None:
        missing = sorted(keys - self._asked)
        self._asked |= keys
        table = PartnerProposal.__table__
        for column in (table.c.key, table.c.other_key):
            for start in range(0, len(missing), LOOKUP):
                part = missing[start : start + LOOKUP]
                statement = select(table).where(column.in_(part))
                for row in self._connection.execute(statement):
                    sides = frozenset({(row.key, row.place_code), (row.other_key, row.other_place_code)})
                    self._answers[sides] = row.status

    def _decide(self, mine: Key, name: str, place: str | None) -> Identity:
        side = Side(self._parsed(name), place)
        found = terms(side.name, place, self._places)
        ranked = self._ranked(mine, side, self._index.candidates(found.wanted))
        thresholds = self._rules.thresholds
        for scored in ranked:
            if self._answers.get(frozenset({mine, (scored.alias.key, scored.alias.place_code)})) == "yes":
                return self._matched(mine, name, place, scored, "person")
        if not ranked or ranked[0].score < thresholds.proposed:
            return self._new(mine, name, place, found.filed)
        best = ranked[0]
        rivals = [scored for scored in ranked[1:] if scored.score >= best.score - thresholds.margin]
        is_placed = not side.name.needs_place or mine[1] == best.alias.place_code
        is_alone = all(is_placed and self._is_proposed(best.alias, rival.alias) for rival in rivals)
        if best.score >= thresholds.matched and is_alone and best.is_told:
            return self._matched(mine, name, place, best, "likeness")
        identity = self._new(mine, name, place, found.filed)
        self._propose(mine, name, best)
        return Identity(identity.partner_id, (), "proposed", best.score, best.alias.name)

    def _is_proposed(self, one: Alias, other: Alias) -> bool:
        """Whether a person is being asked if two known names are one partner's: they are no rivals then."""
        sides = frozenset({(one.key, one.place_code), (other.key, other.place_code)})
        return self._answers.get(sides) == "open"

    def _ranked(self, mine: Key, side: Side, candidates: Iterable[Alias]) -> list[_Scored]:
        """The best name of each partner that nobody said to be another, the most alike first."""
        best: dict[int, _Scored] = {}
        refused: set[int] = set()
        for alias in candidates:
            if self._answers.get(frozenset({mine, (alias.key, alias.place_code)})) == "no":
                refused.add(alias.partner_id)
                continue
            scored = self._scored(side, alias)
            before = best.get(alias.partner_id)
            if before is None or scored.score > before.score:
                best[alias.partner_id] = scored
        kept = [scored for partner, scored in best.items() if partner not in refused]
        return sorted(kept, key=lambda scored: (-scored.score, scored.alias.partner_id))

    def _scored(self, side: Side, alias: Alias) -> _Scored:
        name = self._parsed(alias.name)
        if are_two(side.name, name):
            return _Scored(0.0, alias, False)
        place: str | None = alias.place_code
        if not name.needs_place:
            places = self._registered.places(alias.partner_id)
            place = min(places, key=lambda at: (self._nearness(side.place, at), at), default=None)
        score = likeness(side, Side(name, place), self._places, self._rules.thresholds)
        is_wider = name.needs_place and self._places.is_wider(place, than=side.place)
        return _Scored(score, alias, not is_wider)

    def _nearness(self, place: str | None, at: str) -> int:
        return NEAREST_FIRST.index(self._places.relation(place, at))

    def _matched(self, mine: Key, name: str, place: str | None, scored: _Scored, how: How) -> Identity:
        partner, score = scored.alias.partner_id, round(scored.score, 1)
        self._remember(mine, name, place, _Known(partner, how, score, scored.alias.name))
        return Identity(partner, (), how, score, scored.alias.name)

    def _new(self, mine: Key, name: str, place: str | None, filed: Iterable[str]) -> Identity:
        partner = self._next_partner
        self._next_partner += 1
        self._partners.append((partner, mine[0], name))
        self._remember(mine, name, place, _Known(partner, "exact", None, name))
        self._index.add(Alias(*mine, partner, name), filed)
        return Identity(partner, (), "new")

    def _remember(self, mine: Key, name: str, place: str | None, known: _Known) -> None:
        self._known.setdefault(mine[0], {})[mine[1]] = known
        self._aliases.append((*mine, known.partner_id, name, known.how, known.score))
        self._registered.add([known.partner_id], [place])

    def _propose(self, mine: Key, name: str, best: _Scored) -> None:
        other = (best.alias.key, best.alias.place_code)
        sides = frozenset({mine, other})
        if sides in self._answers:
            return
        self._answers[sides] = "open"
        score = round(best.score, 1)
        self._proposals.append((self._next_proposal, *mine, name, *other, best.alias.name, score))
        self._next_proposal += 1


@lru_cache(maxsize=65536)
def _written(name: str) -> str:
    """A name as it is compared: without its case and its spaces, unless its capitals say something."""
    return name if is_case_told(name) else " ".join(name.lower().split())
