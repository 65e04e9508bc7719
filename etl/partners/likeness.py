"""How alike two names are, from 0 to 100, with the places of their registrations as evidence. Pure.

Not here: what the score leads to (``identify``) and the figures that it weighs with (``rules``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from etl.partners.names import PLACE, Name
from etl.partners.places import Places, Relation
from etl.partners.rules import Thresholds, stem
from etl.partners.spelling import Slip, is_plain_slip, slip_between

SHORTEST_ACRONYM: Final = 4
"""Letters from which an acronym alone is enough."""
TELLING: Final = 2
"""Distinctive words in common from which a name is known without its kind, or a slip made far away."""


@dataclass(frozen=True)
class Side:
    """A name, and the code of the place where it is registered."""

    name: Name
    place: str | None


def likeness(one: Side, other: Side, places: Places, thresholds: Thresholds) -> float:
    """Score two sides from 0 (two partners) to 100 (one); the same whichever comes first."""
    if are_two(one.name, other.name):
        return 0.0
    where, there = whereabouts(one, places), whereabouts(other, places)
    relation = places.relation(where, there)
    by_acronym = _by_acronym(one, other, relation, thresholds)
    if by_acronym is not None:
        return by_acronym
    share, is_inexact, is_guessed = _shared(one, other, places, thresholds)
    both = set(one.name.distinctive) & set(other.name.distinctive)
    is_telling = share >= thresholds.slip and len(both) >= TELLING and relation is Relation.SAME
    is_doubtful = is_guessed or _lacks_something(one.name, other.name, is_telling)
    if one.name.is_tied or other.name.is_tied:
        if relation is Relation.FAR or (relation is Relation.NEAR and share < 1):
            return 0.0
        is_doubtful = is_doubtful or relation in (Relation.NEAR, Relation.UNKNOWN)
    if relation in (Relation.WITHIN, Relation.UNKNOWN):
        share *= thresholds.part_of_place
    elif relation is not Relation.SAME:
        share *= thresholds.elsewhere_inexact if is_inexact and len(both) < TELLING else thresholds.elsewhere
    score = 100.0 * share
    return min(score, thresholds.doubtful) if is_doubtful else score


def whereabouts(side: Side, places: Places) -> str | None:
    """Where an organisation is: where its name says, else where it registers.

    A school « de la Baie » that registers in another municipality is in that one.
    """
    home = side.name.home
    if home is None:
        return side.place
    is_there = places.relation(home.code, side.place) not in (Relation.NEAR, Relation.FAR)
    return home.code if home.whole or is_there or not side.name.is_local else side.place


def are_two(one: Name, other: Name) -> bool:
    """What no likeness of words can mend: other numbers, another kind of organisation."""
    if one.numbers != other.numbers:
        return True
    if one.parts and other.parts and one.parts != other.parts:
        return True
    if not one.sorts or not other.sorts:
        return False
    return one.sorts[0] != other.sorts[0] and set(one.sorts) != set(other.sorts)


def _lacks_something(one: Name, other: Name, is_telling: bool) -> bool:
    """Something that one says and the other does not, which a person has to see.

    When the words are telling, the kind of organisation may be left out.
    """
    is_left_out = is_telling and not (one.sorts and other.sorts)
    return (
        (one.sorts != other.sorts and not is_left_out)
        or one.parts != other.parts
        or one.qualifiers != other.qualifiers
        or (one.acronym != other.acronym and bool(one.acronym) and bool(other.acronym))
        or (not one.words and not other.words and one.generic != other.generic and not one.numbers)
        or (
            (one.is_mended or other.is_mended)
            and one.located is None
            and not (one.distinctive or one.numbers)
        )
    )


def _shared(one: Side, other: Side, places: Places, thresholds: Thresholds) -> tuple[float, bool, bool]:
    """Share of the weight of the words that both have; whether one is misspelt; whether that is a guess."""
    common = one.name.common | other.name.common

    def weight(words: Iterable[str]) -> float:
        return sum(thresholds.common_weight if word in common else 1.0 for word in words)

    mine = [word for word in one.name.words if word not in other.name.words]
    theirs = [word for word in other.name.words if word not in one.name.words]
    agreed = 2 * weight(set(one.name.words) & set(other.name.words))
    total = agreed
    is_inexact = is_guessed = False
    spellings = dict(
        zip(one.name.words + other.name.words, one.name.spellings + other.name.spellings, strict=True)
    )
    for first, second, slip in _slips(mine, theirs, spellings, thresholds.slip_length):
        mine.remove(first)
        theirs.remove(second)
        worth = weight([first]) + weight([second])
        total += worth
        agreed += worth * thresholds.slip
        is_inexact = is_inexact or not is_plain_slip(first, second)
        is_backed = slip == "short" and bool(set(one.name.distinctive) & set(other.name.distinctive))
        is_guessed = is_guessed or not (slip == "sure" or is_backed or {first, second} & common)
    if mine and _run(mine) == _run(theirs):
        agreed += weight(mine) + weight(theirs)
        total += weight(mine) + weight(theirs)
        mine, theirs = [], []
    if _is_same_place_name(mine, theirs, places) or _is_same_place_name(theirs, mine, places):
        agreed += thresholds.slip * 2
        total += 2
        mine, theirs = [], []
    for left, side, facing in ((mine, one, other), (theirs, other, one)):
        explained = _explained(left, side, facing, places)
        if explained is not None:
            is_guessed = is_guessed or explained
            left.clear()
    total += weight(mine) + weight(theirs)
    if not total:
        return 1.0, is_inexact, is_guessed
    share = agreed / total * (thresholds.both_differ if mine and theirs else 1.0)
    return share, is_inexact or share < thresholds.slip, is_guessed


def _explained(left: list[str], side: Side, facing: Side, places: Places) -> bool | None:
    """Whether the words that only one side has are where the other one is: None if not, True if perhaps."""
    if not left:
        return None
    where = whereabouts(facing, places)
    municipality = places.municipality(where)
    if len(left) == 1 and left[0][0] == PLACE and side.name.named is not None:
        named = side.name.named
        relation = places.relation(named.code, where)
        if relation is Relation.SAME:
            return not named.whole
        if relation is Relation.WITHIN:
            return municipality is not None
        if relation is Relation.UNKNOWN or not (side.name.is_tied or facing.name.is_tied):
            return True if side.name.located is not None else None
        return None
    if municipality is None:
        return None
    is_free = facing.name.located is None or side.name.located == facing.name.located
    return False if is_free and _is_written(left, places.endings(municipality)) else None


def _is_same_place_name(named: list[str], written: list[str], places: Places) -> bool:
    """Whether the words left are the name of the municipality left on the other side."""
    return len(named) == 1 and named[0][0] == PLACE and _is_written(written, places.endings(named[0][1:])[:1])


def _is_written(left: list[str], names: Iterable[str]) -> bool:
    """Whether a few words are one of the names, within two slips."""
    written = _run(left)
    return any(
        abs(len(name) - len(written)) <= 2
        and OSA.distance(written, name, score_cutoff=2) <= min(2, len(name) // 4)
        for name in names
    )


def _run(words: Iterable[str]) -> str:
    return "".join(words).replace("-", "")


def _slips(
    mine: list[str], theirs: list[str], spellings: Mapping[str, str], shortest: float
) -> list[tuple[str, str, Slip]]:
    """Pairs of words of which one is the other misspelt, each word once, the nearest first."""
    near: list[tuple[bool, str, str, str, str, Slip]] = []
    for first in mine:
        for second in theirs:
            slip = slip_between(spellings[first], spellings[second], shortest)
            if slip is not None:
                low, high = sorted((first, second))
                near.append((slip != "sure", low, high, first, second, slip))
    taken: set[str] = set()
    pairs: list[tuple[str, str, Slip]] = []
    for *_, first, second, slip in sorted(near):
        if first not in taken and second not in taken:
            taken |= {first, second}
            pairs.append((first, second, slip))
    return pairs


def _by_acronym(one: Side, other: Side, relation: Relation, thresholds: Thresholds) -> float | None:
    """The score when one side is nothing but the acronym that the other gives."""
    for full, short in ((one.name, other.name), (other.name, one.name)):
        is_alone = not short.sorts and len(short.words) == 1 and not short.numbers and not short.acronym
        if full.acronym and is_alone and short.words[0] == stem(full.acronym):
            is_sure = (
                len(full.acronym) >= SHORTEST_ACRONYM and relation is not Relation.FAR and not full.is_tied
            )
            return 100 * thresholds.slip if is_sure else thresholds.doubtful
        if is_alone and len(full.initials) > 2 and short.words[0] == stem(full.initials):
            is_sure = len(full.initials) >= SHORTEST_ACRONYM and relation is Relation.SAME
            return 100 * thresholds.slip if is_sure and not full.is_tied else thresholds.doubtful
    return None
