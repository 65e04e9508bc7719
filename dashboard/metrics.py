"""The arithmetic of reach: pure functions from table to table, or from table to a number.

Not here: reading (``queries``), words (``messages``), drawing (``charts``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from dashboard.question import Restriction
from etl.schema import AUDIENCES, GOVERNED_KINDS, MUNICIPAL_KINDS

PEOPLE: Final = ("expected", "confirmed", "reach", "expected_where_confirmed", "confirmed_where_expected")
"""Measures of the reach cube, in people (contacts): they add across cells."""


@dataclass(frozen=True)
class Totals:
    """The headline figures of one edition. ``confirmed_share`` is a ratio, missing with no reach."""

    reach: int
    partners: int
    registrations: int
    municipalities: int
    confirmed_share: float


def reach_by(cube: pd.DataFrame, restriction: Restriction, by: Sequence[str]) -> pd.DataFrame:
    """Sum people by some dimensions of the cube, for what the restriction keeps.

    Args:
        cube: as ``queries.cube`` returns it.
        restriction: what is kept.
        by: among ``edition, place, mrc, audience, sector, action``.

    Returns:
        One row per combination that has a figure, columns ``by`` then ``PEOPLE`` (people, contacts).
        ``expected`` and ``confirmed`` are missing where nobody gave them.
    """
    rows = cube[kept(cube, restriction)]
    if restriction.audiences:
        rows = rows[rows["audience"].isin(restriction.audiences)]
    grouped = rows.groupby(list(by), observed=True, dropna=False)[list(PEOPLE)]
    return _plain(grouped.sum(min_count=1).reset_index(), by)


def activity_by(presence: pd.DataFrame, restriction: Restriction, by: Sequence[str]) -> pd.DataFrame:
    """Count registrations and distinct partners by some dimensions, for what the restriction keeps.

    Args:
        presence: as ``queries.presence`` returns it.
        restriction: what is kept; a registration is kept if it has a figure for a kept audience.
        by: among ``edition, place, mrc, sector, action, audience, partner``.

    Returns:
        One row per combination, columns ``by``, ``registrations`` and ``partners``. Over audiences
        neither column adds up: a registration that reaches three audiences counts in each.
    """
    rows = present(presence, restriction)
    if "audience" in by:
        wanted = restriction.audiences or AUDIENCES
        rows = pd.concat(
            [rows[(rows["audiences"] & _mask([code])) != 0].assign(audience=code) for code in wanted]
        )
    grouped = rows.groupby(list(by), observed=True, dropna=False)
    counts = grouped.agg(registrations=("registrations", "sum"), partners=("partner", "nunique"))
    return _plain(counts.reset_index(), by)


def present(presence: pd.DataFrame, restriction: Restriction) -> pd.DataFrame:
    """Keep who is where, for what a restriction keeps: with audiences, who has a figure for one of them."""
    rows = presence[kept(presence, restriction)]
    if restriction.audiences:
        rows = rows[(rows["audiences"] & _mask(restriction.audiences)) != 0]
    return rows


def totals(reach: pd.DataFrame, activity: pd.DataFrame, reached_places: pd.DataFrame, edition: int) -> Totals:
    """Headline figures of one edition.

    Args:
        reach: people by edition.
        activity: registrations and partners by edition.
        reached_places: registrations by edition and municipality, places with a council only.
        edition: year.
    """
    people = reach[reach["edition"] == edition]
    counts = activity[activity["edition"] == edition]
    total = int(people["reach"].sum())
    return Totals(
        reach=total,
        partners=int(counts["partners"].sum()),
        registrations=int(counts["registrations"].sum()),
        municipalities=int((reached_places["edition"] == edition).sum()),
        confirmed_share=float(people["confirmed"].sum() / total) if total else float("nan"),
    )


def municipal(table: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of a table whose ``place`` is a municipality, a reserve or a territory."""
    kinds = table["place"].map(places["kind"])
    return table[kinds.isin(MUNICIPAL_KINDS)]


def governed(table: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of a table whose ``place`` has a council: those that counts of municipalities are of."""
    return table[table["place"].map(places["kind"]).isin(GOVERNED_KINDS)]


def elsewhere(table: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that have no municipality: online, region-wide, a whole MRC, outside."""
    return table.drop(municipal(table, places).index)


def relative_change(now: float, before: float) -> float:
    """Change as a ratio of the earlier value; missing where there is none to compare with."""
    return (now - before) / before if before else float("nan")


def compare(table: pd.DataFrame, dimension: str, now: int, before: int | None) -> pd.DataFrame:
    """Set two editions side by side.

    Returns:
        One row per ``dimension`` code present in either: ``value``, ``previous``, ``change`` (people)
        and ``change_ratio``. A code absent from one edition counts zero there; with no earlier
        edition ``previous`` and the changes are missing.
    """
    value = _people_of(table, dimension, now)
    previous = pd.Series(dtype=float) if before is None else _people_of(table, dimension, before)
    codes = value.index.union(previous.index, sort=True)
    value = value.reindex(codes, fill_value=0.0)
    previous = previous.reindex(codes, fill_value=float("nan") if before is None else 0.0)
    change = value - previous
    out = pd.DataFrame(
        {
            "value": value,
            "previous": previous,
            "change": change,
            "change_ratio": change / previous.replace(0, np.nan),
        }
    )
    either = (out["value"] != 0) | (out["previous"].fillna(0) != 0)
    return out[either].rename_axis(dimension).reset_index()


def moved_most(comparison: pd.DataFrame, count: int = 3) -> pd.DataFrame:
    """Keep the rows whose number of people changed most, in either direction; never a zero change."""
    moved = comparison[comparison["change"].fillna(0) != 0]
    order = moved["change"].abs().sort_values(ascending=False, kind="stable").index
    return moved.loc[order].head(count)


def share(table: pd.DataFrame, within: str) -> pd.Series:
    """Each row's part of the reach of its group, as a ratio; missing where the group has none."""
    total = table.groupby(within)["reach"].transform("sum")
    return table["reach"] / total.replace(0, np.nan)


def rate_per_thousand(reach: pd.Series, population: pd.Series) -> pd.Series:
    """People reached per 1,000 inhabitants.

    Args:
        reach: people (contacts) by place.
        population: inhabitants by place, latest census held.

    Returns:
        One rate per place of ``reach``, missing where the population is unknown or zero. May exceed
        1,000: a contact counts each time a person is met.
    """
    inhabitants = population.reindex(reach.index).astype(float)
    return reach / inhabitants.where(inhabitants > 0) * 1000


def series_breaks(table: pd.DataFrame) -> list[int]:
    """Editions where the audiences counted differ from the edition before: no line crosses them.

    Args:
        table: reach by ``edition`` and ``audience``.
    """
    counted = table.groupby("edition")["audience"].agg(frozenset).sort_index()
    return [int(year) for year, same in (counted == counted.shift()).iloc[1:].items() if not same]


def published_breaks(published: pd.DataFrame) -> pd.DataFrame:
    """Published totals that cannot be compared with the one before, and why.

    Args:
        published: people totals, columns ``edition, basis, audiences`` (list of codes).

    Returns:
        Columns ``edition``, ``before``, ``basis_changed`` and ``audiences_changed``.
    """
    ordered = published.sort_values("edition")
    audiences = ordered["audiences"].map(frozenset)
    earlier = ordered["edition"].shift()
    out = pd.DataFrame(
        {
            "edition": ordered["edition"],
            "before": earlier,
            "basis_changed": ordered["basis"] != ordered["basis"].shift(),
            "audiences_changed": audiences != audiences.shift(),
        }
    ).iloc[1:]
    return out[out["basis_changed"] | out["audiences_changed"]].astype({"before": int})


def answer_rate(answers: pd.DataFrame, by: str) -> pd.DataFrame:
    """Partners who confirmed all that they lead, of those who lead anything.

    Args:
        answers: one row per partner and place of their registrations: ``partner``, ``registrations``,
            ``answered`` (those of which a figure is confirmed), and ``by``.
        by: a column; a partner counts in each of its values where they lead a registration.

    Returns:
        Columns ``by``, ``partners``, ``answered`` (partners) and ``answered_ratio``.
    """
    each = answers.groupby([by, "partner"], as_index=False)[["registrations", "answered"]].sum()
    each["answered"] = each["answered"] == each["registrations"]
    rates = each.groupby(by, as_index=False).agg(partners=("partner", "size"), answered=("answered", "sum"))
    return rates.assign(answered_ratio=rates["answered"] / rates["partners"])


def kept(frame: pd.DataFrame, restriction: Restriction) -> pd.Series:
    """Which rows of a frame with ``place, mrc, sector, action`` a restriction keeps, audiences aside."""
    chosen = pd.Series(True, index=frame.index)
    if restriction.territories:
        chosen &= frame["place"].isin(restriction.territories) | frame["mrc"].isin(restriction.mrcs)
    if restriction.sectors:
        chosen &= frame["sector"].isin(restriction.sectors)
    if restriction.actions:
        chosen &= frame["action"].isin(restriction.actions)
    return chosen


def _people_of(table: pd.DataFrame, dimension: str, edition: int) -> pd.Series:
    rows = table[(table["edition"] == edition) & table[dimension].notna()]
    return rows.set_index(dimension)["reach"].astype(float)


def _mask(audiences: Sequence[str]) -> int:
    return sum(1 << AUDIENCES.index(code) for code in audiences)


def _plain(frame: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    categories = [name for name in by if isinstance(frame[name].dtype, pd.CategoricalDtype)]
    return frame.astype(dict.fromkeys(categories, object))


def told_share(presence: pd.DataFrame, restriction: Restriction, edition: int) -> float:
    """Part of an edition's registrations that tell a number of people, missing where there are none.

    Args:
        presence: as ``queries.presence`` returns it.
        restriction: what is kept; its audiences are ignored, since what has no figure is of none.
        edition: year.
    """
    rows = presence[kept(presence, restriction) & (presence["edition"] == edition)]
    counted = rows["registrations"].sum()
    told = rows.loc[rows["audiences"] != 0, "registrations"].sum()
    return float(told / counted) if counted else float("nan")
