"""Whether the figures of one row can be true together, and where they are. Pure.

Belongs here: contradictions that no reading of a cell shows. Not here: what a cell says (``counts``), and
what only deserves a look (a school that announces ten times last year's number).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from etl.clean import Problem
from etl.counts import Count
from etl.schema import MUNICIPAL_KINDS, Place


def sum_mismatch(total: Count, parts: Sequence[Count]) -> Problem | None:
    """Say that a stated total contradicts its parts.

    Nothing is said of a total or parts that are approximate. A part that is missing may be any number, so
    that only a total below the sum of the others contradicts them.
    """
    if total.people is None or total.written is not None or not parts:
        return None
    if any(part.people is not None and part.written is not None for part in parts):
        return None
    summed = sum(part.people for part in parts if part.people is not None)
    is_whole = all(part.people is not None for part in parts)
    if total.people == summed or (total.people > summed and not is_whole):
        return None
    return Problem("sum_mismatch", str(total.people), {"sum": summed}, "total")


def above_population(figures: Mapping[str, int | None], bound: int | None) -> Problem | None:
    """Say that a figure is above the number of people who live where it is counted.

    Args:
        figures: people by audience. Populations by age are not held, so that the bound of each is the
            whole population.
        bound: inhabitants, as ``bound`` gives them; None where they are not known.
    """
    if bound is None:
        return None
    for audience, people in figures.items():
        if people is not None and people > bound:
            return Problem("above_population", str(people), {"population": bound}, audience)
    return None


def bound(codes: Sequence[str], inhabitants: Mapping[str, int]) -> int | None:
    """Inhabitants of the places of a registration together; None where those of one are not known."""
    if not codes or any(code not in inhabitants for code in codes):
        return None
    return sum(inhabitants[code] for code in codes)


def population_by_code(places: Iterable[Place | Any]) -> dict[str, int]:
    """Inhabitants by code; those of an MRC and of the region are the sums of their municipalities' today.

    A territory of which one municipality has no known population has none either.
    """
    known: dict[str, int] = {}
    held: dict[str, list[int | None]] = {}
    rows = list(places)
    for place in rows:
        if place.population is not None:
            known[place.code] = place.population
        if place.kind in MUNICIPAL_KINDS and place.current_code == place.code:
            held.setdefault(f"mrc:{place.mrc_code}", []).append(place.population)
            held.setdefault("region", []).append(place.population)
    for code, inhabitants in held.items():
        if None not in inhabitants:
            known[code] = sum(each for each in inhabitants if each is not None)
    return known
