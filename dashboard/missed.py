"""What is known of each municipality and audience where nobody is: whom to ask, what its likes did.

Composes a View with ``absences`` and ``distances``; draws nothing. Not here: what the page says of it
(``unreached``), whole municipalities on the map (``coverage``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from dashboard import absences, contributed, coverage, distances, region
from dashboard.view import View
from etl.schema import AUDIENCES

Pair = tuple[str, str]
"""The codes of a municipality and of an audience."""


@dataclass(frozen=True)
class Neighbour:
    """Where an audience is reached the nearest, and the partner who registers most for it there."""

    partner: int
    place: str
    kilometres: float


@dataclass(frozen=True)
class Like:
    """What a municipality of about the same size did for an audience; ``people`` is missing where unknown."""

    place: str
    status: absences.Status
    people: float


@lru_cache(maxsize=64)
def cells(view: View) -> pd.DataFrame:
    """Each municipality and audience asked for, as ``absences.cells``; where nobody lives is left out."""
    places = coverage.governed(view)
    lived_in = places.index[places["population"] != 0]
    audiences = view.filters.restriction.audiences or AUDIENCES
    return absences.cells(_now(view), coverage.silent(view, view.edition), list(lived_in), list(audiences))


@lru_cache(maxsize=64)
def pairs(view: View, status: absences.Status) -> pd.DataFrame:
    """The pairs of a status, the most people missed first, with their ``population`` and ``mrc``.

    People of one audience are counted nowhere by municipality: the order follows the whole population.
    """
    places = view.reference.places
    found = cells(view)
    rows = found[found["status"] == status]
    rows = rows.assign(**{name: rows["place"].map(places[name]) for name in ("population", "mrc")})
    return rows.sort_values(
        ["population", "place"], ascending=[False, True], kind="stable", na_position="last", ignore_index=True
    )


@lru_cache(maxsize=32)
def wider(view: View) -> dict[Pair, dict[str, float]]:
    """People counted for a whole MRC and for the whole region, by pair where nobody is."""
    places = view.reference.places
    people = _now(everywhere(view))
    people = people[people["reach"] > 0]
    kinds = people["place"].map(places["kind"])
    of_region = people[kinds == "region"].set_index("audience")["reach"]
    of_mrc = people[kinds == "mrc"].assign(mrc=people["place"].map(places["mrc"]))
    of_mrc = of_mrc.set_index(["mrc", "audience"])["reach"]
    found: dict[Pair, dict[str, float]] = {}
    for row in pairs(view, "nobody").itertuples():
        of = {"mrc": of_mrc.get((row.mrc, row.audience)), "region": of_region.get(row.audience)}
        found[row.place, row.audience] = {name: float(count) for name, count in of.items() if count}
    return found


@lru_cache(maxsize=32)
def neighbours(view: View) -> dict[Pair, Neighbour]:
    """The nearest active partner of each pair where nobody is, wherever in the region; some have none."""
    whole = everywhere(view)
    people = _now(whole)
    governed = absences.governed(view.reference.places).index
    reached = people[(people["reach"] > 0) & people["place"].isin(governed)]
    where = {str(audience): set(rows["place"]) for audience, rows in reached.groupby("audience")}
    partners, points = _most_active(whole), region.points("municipality")
    found = {}
    for place, audience in _keys(pairs(view, "nobody")):
        near = distances.nearest(place, where.get(audience, ()), points)
        if near is not None:
            found[place, audience] = Neighbour(partners[near[0], audience], *near)
    return found


@lru_cache(maxsize=32)
def likes(view: View) -> dict[Pair, list[Like]]:
    """What the municipalities of about the same size did, by pair where nobody is."""
    whole = everywhere(view)
    told = {(row.place, row.audience): (row.status, row.reach) for row in cells(whole).itertuples()}
    population = absences.governed(view.reference.places)["population"]
    population = population[population > 0]
    rows = pairs(view, "nobody")
    around = {place: absences.alike(population, place) for place in rows["place"].unique()}
    return {
        (place, audience): [Like(other, *told[other, audience]) for other in around[place]]
        for place, audience in _keys(rows)
    }


@lru_cache(maxsize=32)
def last_reached(view: View) -> dict[Pair, int]:
    """The last earlier edition where somebody was reached, by pair, where there is one."""
    people = view.reach("edition", "place", "audience")
    past = people[(people["edition"] < view.edition) & (people["reach"] > 0)]
    return {
        (str(place), str(audience)): int(edition)
        for (place, audience), edition in past.groupby(["place", "audience"])["edition"].max().items()
    }


@lru_cache(maxsize=32)
def with_registrations(view: View) -> set[str]:
    """The places where a registration takes place, for whichever audience."""
    restriction = replace(view.filters.restriction, audiences=())
    whole = replace(view, filters=replace(view.filters, restriction=restriction))
    activity = whole.activity("edition", "place")
    return set(activity.loc[activity["edition"] == view.edition, "place"])


def everywhere(view: View) -> View:
    """The view of the whole region, with the other filters: a neighbour may be across a border."""
    restriction = replace(view.filters.restriction, territories=())
    return replace(view, filters=replace(view.filters, restriction=restriction))


def _now(view: View) -> pd.DataFrame:
    people = view.reach("edition", "place", "audience")
    return people[people["edition"] == view.edition][["place", "audience", "reach"]]


def _most_active(view: View) -> Mapping[Pair, int]:
    """The partner with the most registrations for each audience in each place; of two, the older one."""
    present = contributed.present(view)
    rows = present[present["edition"] == view.edition]
    found: dict[Pair, int] = {}
    for bit, audience in enumerate(AUDIENCES):
        of_audience = rows[(rows["audiences"] & (1 << bit)) != 0]
        by_partner = of_audience.groupby(["place", "partner"], as_index=False, observed=True)
        counts = by_partner["registrations"].sum()
        first = counts.sort_values(["registrations", "partner"], ascending=[False, True])
        for row in first.drop_duplicates("place").itertuples():
            found[str(row.place), audience] = int(row.partner)
    return found


def _keys(rows: pd.DataFrame) -> list[Pair]:
    return list(zip(rows["place"], rows["audience"], strict=True))
