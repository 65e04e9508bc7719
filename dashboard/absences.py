"""Where nobody is: which audiences of which places are reached, which are not, which nobody can tell. Pure.

A registration that gives no figure may have met anyone: what it leaves open is unknown, never zero. Not here:
reading (``queries``), words (``unreached``, ``coverage``), how far places are (``distances``).
"""

from collections.abc import Collection, Sequence
from typing import Final, Literal

import pandas as pd

from etl.schema import GOVERNED_KINDS

Status = Literal["reached", "nobody", "unknown"]
RESOLUTION: Final = "resolution"
"""The type of action by which a council supports the campaign (``data/actions.csv``)."""
ALIKE: Final = 3
"""Places of about the same size that are told of."""


def governed(places: pd.DataFrame) -> pd.DataFrame:
    """Keep the municipalities and reserves of the most recent map: what every count of municipalities is of.

    Args:
        places: ``queries.reference``'s, index ``place``.
    """
    return places[(places.index == places["current_code"]) & places["kind"].isin(GOVERNED_KINDS)]


def cells(
    reach: pd.DataFrame, silent: pd.DataFrame, places: Sequence[str], audiences: Sequence[str]
) -> pd.DataFrame:
    """Tell of each place and audience of an edition whether anybody is reached.

    Args:
        reach: ``place, audience, reach`` (people), one row at most by pair.
        silent: ``place, audience, registrations``: those that give no figure for an audience; the audience
            is missing where they give none at all, and then any of them may be meant.
        places: codes.
        audiences: codes.

    Returns:
        One row by pair, in their order: ``place, audience, reach`` (missing where no figure is known),
        ``silent`` (registrations that may have met that audience without saying so) and ``status``: reached
        (some people are), unknown (none is known, and a registration is silent), nobody.
    """
    pairs = pd.MultiIndex.from_product([places, audiences], names=["place", "audience"])
    table = pd.DataFrame(index=pairs).reset_index()
    people = _by_pair(reach, "reach")
    each = silent[silent["audience"].notna()]
    quiet = silent[silent["audience"].isna()].groupby("place", observed=True)["registrations"].sum()
    of_all = table["place"].map({str(place): count for place, count in quiet.items()})
    table["reach"] = people.reindex(pairs).to_numpy(dtype=float)
    table["silent"] = (
        _by_pair(each, "registrations").reindex(pairs).fillna(0).to_numpy() + of_all.fillna(0).to_numpy()
    ).astype(int)
    status = pd.Series("nobody", index=table.index).mask(table["silent"] > 0, "unknown")
    return table.assign(status=status.mask(table["reach"] > 0, "reached"))


def alike(population: pd.Series, place: str, count: int = ALIKE) -> list[str]:
    """The places whose population is the nearest to that of one, itself left out; none where it is unknown.

    Args:
        population: inhabitants by place; those without are like no other.
        place: the code of one of them.
        count: how many at most, the nearest first; of two as near, the smaller code.
    """
    known = population.dropna()
    if place not in known:
        return []
    away = (known.drop(place) - known[place]).abs()
    return [str(code) for code in away.sort_index().sort_values(kind="stable").index[:count]]


def states(
    places: pd.DataFrame, present: Collection[str], resolved: Collection[str], unsure: Collection[str]
) -> pd.Series:
    """The coverage of each place in an edition: resolution, covered, no_data, apart or absent.

    Args:
        places: index ``place``, with ``kind``.
        present: those with a registration that is counted.
        resolved: those whose council passed a resolution.
        unsure: those with a registration that may be meant and says nothing of it.
    """
    found = pd.Series("absent", index=places.index).where(places["kind"].isin(GOVERNED_KINDS), "apart")
    found = found.mask(places.index.isin(list(unsure)), "no_data")
    found = found.mask(places.index.isin(list(present)), "covered")
    return found.mask(places.index.isin(list(resolved)), "resolution")


def change_of_states(before: pd.Series, now: pd.Series) -> pd.Series:
    """What became of each place between two editions: new, still, lost, never, apart or no_data.

    Args:
        before: as ``states`` returns it; ``now`` too, with the same index.

    Returns:
        One of them by place. What is not known in one of the editions is not known of the two, save that an
        unorganised territory that nobody reached in either stands apart.
    """
    was, is_ = (states.isin(["covered", "resolution"]) for states in (before, now))
    found = pd.Series("never", index=now.index).mask(now == "apart", "apart")
    found = found.mask(was & is_, "still").mask(is_ & ~was, "new").mask(was & ~is_, "lost")
    return found.mask((before == "no_data") | (now == "no_data"), "no_data")


def _by_pair(table: pd.DataFrame, value: str) -> pd.Series:
    plain = table.astype({"place": object, "audience": object})
    return plain.groupby(["place", "audience"])[value].sum(min_count=1)
