"""How many different people contacts may be: bounds, and one estimate that never goes without them. Pure.

Contacts are the sum of what activities reach (duplicated reach); different people are their union. With
nobody's name, the union is only known within the bounds of Fréchet: at least the largest activity, at most
the smaller of the sum and the population concerned. A registration is an activity. One cell is a municipality
and an audience; cells hold different people, so bounds add. That supposes that each person is of one audience
and is met in one municipality; where activities draw people from elsewhere, only the sum is sure.

The population of each audience is not known by municipality: the whole population bounds, once for all the
audiences of a place. Where there is none (online, the whole region), or where the largest activities alone
gather more people than live there, the upper bound is the sum, and the table says so.

The point estimate is that of random duplication (Sainsbury, for the reach of several media):
N (1 - Π (1 - nᵢ/N)). It supposes that activities choose people at random and independently among those who
live there. School activities meet the same classes again, so that it says too many people: it is shown as the
assumption that it is, within the bounds.

Not here: reading (``queries.contributions``), words (``ranges``).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

Status = Literal["bounded", "unknown", "beyond"]


@dataclass(frozen=True)
class Range:
    """Contacts, and how many different people they may be: ``lower`` ≤ ``estimate`` ≤ ``upper`` ≤ contacts.

    ``unbounded`` are the contacts, among them, of places whose population bounds nothing.
    """

    contacts: int
    lower: int
    estimate: int
    upper: int
    unbounded: int


def by_place(contributions: pd.DataFrame, population: pd.Series) -> pd.DataFrame:
    """The range of each place.

    Args:
        contributions: one row per registration and audience: ``place, audience, reach`` (people; missing
            counts for nobody).
        population: inhabitants by place; missing where unknown.

    Returns:
        Index ``place``: ``contacts, lower, estimate, upper, population`` and ``status``: bounded; unknown (no
        population); beyond (activities of one audience each reach more people than live there).
    """
    told = contributions.dropna(subset=["audience", "reach"])
    rows = pd.DataFrame(
        {
            "place": told["place"].astype(object),
            "audience": told["audience"].astype(object),
            "reach": told["reach"].astype(float),
        }
    )
    cells = rows.groupby(["place", "audience"])["reach"].agg(["sum", "max"])
    table = cells.groupby("place").sum().rename(columns={"sum": "contacts", "max": "lower"})
    inhabitants = population.reindex(table.index).astype(float)
    is_beyond = table["lower"] > inhabitants
    bound = inhabitants.mask(is_beyond)
    upper = table["contacts"].where(bound.isna(), np.minimum(table["contacts"], bound))
    estimate = _random_duplication(rows, bound).reindex(table.index)
    table["estimate"] = estimate.fillna(table["contacts"]).clip(table["lower"], upper)
    table["upper"] = upper
    table["population"] = inhabitants
    status = pd.Series("bounded", index=table.index).mask(inhabitants.isna(), "unknown")
    return table.assign(status=status.mask(is_beyond, "beyond"))


def together(places: pd.DataFrame) -> Range:
    """The range of several places: what is different adds.

    Args:
        places: as ``by_place`` returns it, or some of its rows.
    """
    return Range(
        contacts=int(places["contacts"].sum()),
        lower=int(places["lower"].sum()),
        estimate=round(float(places["estimate"].sum())),
        upper=int(places["upper"].sum()),
        unbounded=int(places.loc[places["status"] != "bounded", "contacts"].sum()),
    )


def contacts_per_person(places: pd.DataFrame) -> float:
    """The fewest contacts that each person had on average where there are more contacts than inhabitants.

    Missing where there are not: several contacts a person may well be, and nothing proves it.
    """
    contacts, inhabitants = places["contacts"].sum(), places["population"].sum(min_count=len(places))
    return float(contacts / inhabitants) if contacts > inhabitants > 0 else float("nan")


def _random_duplication(rows: pd.DataFrame, bound: pd.Series) -> pd.Series:
    """People by place, each audience's activities drawn at random; missing where nothing bounds them."""
    people = rows["place"].map(bound)
    known = rows[people > 0].assign(people=people)
    with np.errstate(divide="ignore"):
        known["missed"] = np.log1p(-known["reach"] / known["people"])
    cells = known.groupby(["place", "audience"]).agg(people=("people", "first"), missed=("missed", "sum"))
    reached = cells["people"] * -np.expm1(cells["missed"])
    return reached.groupby("place").sum()
