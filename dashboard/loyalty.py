"""Who brings the reach, and who comes back: concentration, years present, streaks, cohorts. Pure.

Not here: reading (``queries``), words (``partners``), why figures changed (``change``).
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd

FAITHFUL: Final = 2
"""Editions from which the absence of a partner is worth a call."""
POINTS: Final = 400
"""Points of a curve: more cannot be told apart on a screen."""


def concentration(reach: pd.Series) -> pd.DataFrame:
    """How much of the reach the largest partners make together (the points of a Lorenz curve, from the top).

    Args:
        reach: people by partner; missing counts zero.

    Returns:
        One row by partner, the largest first: ``partner``, ``rank`` (from 1), ``reach`` and ``share``, the
        part of all people that they and those before them make; missing when there is nobody.
    """
    ordered = reach.fillna(0).sort_values(ascending=False, kind="stable")
    total = ordered.sum()
    share = ordered.cumsum() / total if total else ordered * float("nan")
    return pd.DataFrame(
        {
            "partner": ordered.index,
            "rank": range(1, len(ordered) + 1),
            "reach": ordered.to_numpy(),
            "share": share.to_numpy(),
        }
    )


def half(concentration: pd.DataFrame) -> int | None:
    """The fewest partners that make half of the reach together; None when there is nobody."""
    enough = concentration[concentration["share"] >= 0.5]
    return None if enough.empty else int(enough["rank"].iloc[0])


def history(presence: pd.DataFrame, editions: Sequence[int]) -> pd.DataFrame:
    """What each partner's presence has been over some editions, oldest first.

    Args:
        presence: one row or more by ``edition`` and ``partner``.
        editions: those that are looked at, the last one being « now ».

    Returns:
        Index ``partner``: ``first`` and ``last`` editions present, ``years`` (how many), ``streak`` (editions
        in a row up to the last one present) and ``is_present`` now.
    """
    here = _matrix(presence, editions)
    gone_since = here.iloc[:, ::-1].cumsum(axis=1) > 0  # from the last one present backwards
    in_a_row = (here.iloc[:, ::-1] | ~gone_since).cumprod(axis=1).astype(bool) & gone_since
    return pd.DataFrame(
        {
            "first": here.idxmax(axis=1),
            "last": here.iloc[:, ::-1].idxmax(axis=1),
            "years": here.sum(axis=1),
            "streak": in_a_row.sum(axis=1),
            "is_present": here.iloc[:, -1] if len(editions) else False,
        }
    ).astype({"first": int, "last": int})


def cohorts(presence: pd.DataFrame, editions: Sequence[int]) -> pd.DataFrame:
    """How many of those who first came in an edition are there in each later one.

    Returns:
        ``first``, ``edition``, ``size`` (partners of the cohort), ``partners`` (present) and ``share``.
    """
    here = _matrix(presence, editions)
    first = here.idxmax(axis=1).rename("first")
    present = here.groupby(first).sum()
    sizes = first.value_counts()
    table = present.rename_axis(columns="edition").stack().rename("partners").reset_index()
    table = table[table["edition"] >= table["first"]].assign(size=lambda rows: rows["first"].map(sizes))
    return table.assign(share=table["partners"] / table["size"]).reset_index(drop=True)


def retention(presence: pd.DataFrame, before: int, now: int) -> float:
    """Part of an edition's partners who are there in another one; missing when it had none."""
    then, today = (set(presence.loc[presence["edition"] == edition, "partner"]) for edition in (before, now))
    return len(then & today) / len(then) if then else float("nan")


def mainly(presence: pd.DataFrame, column: str) -> pd.Series:
    """Where each partner registers most, by partner: the value of ``column`` with most registrations."""
    rows = presence.assign(**{column: presence[column].astype(object).fillna("")})
    counts = rows.groupby(["partner", column], as_index=False)["registrations"].sum()
    ordered = counts.sort_values(["registrations", column], ascending=[False, True], kind="stable")
    return ordered.drop_duplicates("partner").set_index("partner")[column]


def _matrix(presence: pd.DataFrame, editions: Sequence[int]) -> pd.DataFrame:
    """Partners and editions, whether the one is in the other; those in none of them are left out."""
    pairs = presence.loc[presence["edition"].isin(list(editions)), ["edition", "partner"]].drop_duplicates()
    here = pairs.assign(here=True).pivot(index="partner", columns="edition", values="here")
    return here.reindex(columns=list(editions)).notna()
