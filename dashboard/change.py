"""Why reach and partners changed between two editions: parts that sum exactly to the change. Pure.

People of two editions are first made comparable. An audience that only one of them counts, and what
confirming changed where only one of them has confirmed figures, are *breaks of definition* (OECD, *Data and
Metadata Reporting*, §7.2: a break of measurement is told apart from a change of the world): each is a part of
its own, never spread over partners. What remains of each partner is then a part by who they are: new,
returning, lost, doing more or doing less. Sums of differences of the same rows, so nothing is left over.

Not here: reading (``queries.contributions``), words (``explained``), drawing (``waterfall``).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

Part = Literal["new", "returning", "more", "less", "lost", "audiences", "basis"]

PARTS: Final[tuple[Part, ...]] = ("new", "returning", "more", "less", "lost", "audiences", "basis")
"""In the order in which they are read."""
DEFINITION: Final[tuple[Part, ...]] = ("audiences", "basis")
"""Parts that come from what is counted, not from what partners did."""
SAME: Final = "same"
"""Where the people of a partner who does neither more nor less are; it sums to zero."""
DIMENSIONS: Final = ("place", "mrc", "sector", "audience")


@dataclass(frozen=True)
class Counted:
    """What an edition counts, whatever the filters: its audiences, and whether any figure is confirmed."""

    audiences: frozenset[str]
    is_confirmed: bool


@dataclass(frozen=True, eq=False)
class Change:
    """What moved from one edition to another.

    Attributes:
        moves: a row by contribution: ``partner, place, mrc, sector, audience, part`` and ``before``, ``now``
            (people); its total is the change of reach, whatever it is grouped by.
        parts: who each partner is, by number: a part, or ``SAME``.
        heads: change in the number of partners, by part: new, returning, lost, audiences.
        before, now: reach (people, contacts).
        partners_before, partners_now: distinct partners.
    """

    moves: pd.DataFrame
    parts: pd.Series
    heads: dict[Part, int]
    before: int
    now: int
    partners_before: int
    partners_now: int


def split(
    before: pd.DataFrame,
    now: pd.DataFrame,
    counted: tuple[Counted, Counted],
    known: Collection[int],
) -> Change:
    """Split the change between two editions, for what a filter keeps of both.

    Args:
        before, now: contributions as ``queries.contributions`` returns them, cut to the filter.
        counted: what each of the two counts.
        known: partners that came in another edition: who arrives is returning, not new.
    """
    common = counted[0].audiences & counted[1].audiences
    is_same_basis = counted[0].is_confirmed == counted[1].is_confirmed
    sides = [_side(before, "before", common, is_same_basis), _side(now, "now", common, is_same_basis)]
    then, today = (set(side.loc[side["is_comparable"], "partner"]) for side in sides)
    rows = pd.concat(sides, ignore_index=True)
    parts = _parts_of_partners(rows, then, today, known)
    pieces = [
        _piece(rows, "alike").assign(part=rows["partner"].map(parts)),
        _piece(rows, "other").assign(part="audiences"),
        _piece(rows, "gap").assign(part="basis"),
    ]
    moves = pd.concat([piece[(piece["before"] != 0) | (piece["now"] != 0)] for piece in pieces])
    everyone = [set(side["partner"]) for side in sides]
    arrived = today - then
    heads: dict[Part, int] = {
        "new": len(arrived - set(known)),
        "returning": len(arrived & set(known)),
        "lost": -len(then - today),
        "audiences": len(everyone[1] - today) - len(everyone[0] - then),
    }
    return Change(
        moves=moves.reset_index(drop=True),
        parts=parts,
        heads=heads,
        before=int(sides[0]["people"].sum()),
        now=int(sides[1]["people"].sum()),
        partners_before=len(everyone[0]),
        partners_now=len(everyone[1]),
    )


def by_part(change: Change) -> pd.DataFrame:
    """The change of reach by part: ``key`` (the part), ``change`` (people), ``partners``, ``is_definition``.

    Those who come or go count even where nobody knows whom they reach.
    """
    found = _summed(change.moves, "part").reindex(list(PARTS), fill_value=0).rename_axis("key")
    for part in ("new", "returning", "lost"):
        found.loc[part, "partners"] = abs(change.heads[part])
    return (
        found[found["partners"] > 0].reset_index().assign(is_definition=lambda t: t["key"].isin(DEFINITION))
    )


def by_head(change: Change) -> pd.DataFrame:
    """The change in the number of partners by part: columns of ``by_part``, ``change`` in partners."""
    rows = [(part, count, abs(count), part in DEFINITION) for part, count in change.heads.items() if count]
    return pd.DataFrame(rows, columns=["key", "change", "partners", "is_definition"])


def by_dimension(change: Change, dimension: str) -> pd.DataFrame:
    """The change of reach by a dimension, breaks of definition apart.

    Returns:
        ``key`` (code, missing where a place has no MRC; or ``audiences``, ``basis``), ``change`` (people),
        ``partners``, and ``is_definition``; gains first, then losses, then definition.
    """
    is_definition = change.moves["part"].isin(DEFINITION)
    real = _summed(change.moves[~is_definition], dimension)
    real = real[real["change"] != 0].sort_values("change", ascending=False, kind="stable")
    breaks = _summed(change.moves[is_definition], "part").reindex(list(DEFINITION)).dropna()
    tables = [
        table.rename_axis("key").reset_index().assign(is_definition=is_break)
        for table, is_break in ((real, False), (breaks, True))
    ]
    return pd.concat([table for table in tables if len(table)] or tables[:1], ignore_index=True)


def behind(moves: pd.DataFrame) -> pd.DataFrame:
    """The partners behind some moves: ``partner, before, now, change`` (people), the largest change first."""
    each = moves.groupby("partner", as_index=False)[["before", "now"]].sum()
    each["change"] = each["now"] - each["before"]
    return _largest_first(each[each["change"] != 0])


def who(change: Change, part: Part) -> pd.DataFrame:
    """The partners of a part, as ``behind``; figures are missing for those of whom nobody knows any."""
    found = behind(change.moves[change.moves["part"] == part]).set_index("partner")
    others = change.parts.index[(change.parts == part) & ~change.parts.index.isin(found.index)]
    everyone = found.reindex([*found.index, *others]).rename_axis("partner").reset_index()
    return everyone if part not in DEFINITION else found.reset_index()


def main_parts(parts: pd.DataFrame) -> tuple[pd.Series | None, pd.Series | None]:
    """The part that weighs most in the direction of the change, and the one that weighs most against it.

    Args:
        parts: as ``by_part`` returns it; breaks of definition are not partners' doing and are left out.
    """
    real = parts[~parts["key"].isin(DEFINITION) & (parts["change"] != 0)]
    sign = -1 if real["change"].sum() < 0 else 1
    signed = real["change"] * sign
    main = real.loc[signed.idxmax()] if (signed > 0).any() else None
    against = real.loc[signed.idxmin()] if (signed < 0).any() else None
    return main, against


def _largest_first(each: pd.DataFrame) -> pd.DataFrame:
    order = each["change"].abs().sort_values(ascending=False, kind="stable").index
    return each.loc[order].reset_index(drop=True)


def _side(
    contributions: pd.DataFrame, side: str, common: frozenset[str], is_same_basis: bool
) -> pd.DataFrame:
    """One edition, each row cut in what compares, an audience the other does not count, and confirming."""
    audience = contributions["audience"].astype(object)
    is_common = audience.isin(common)
    people = contributions["reach"].fillna(0)
    announced = contributions["expected"].fillna(contributions["confirmed"]).fillna(0)
    compared = people if is_same_basis else announced
    return pd.DataFrame(
        {
            "partner": contributions["partner"],
            **{name: contributions[name].astype(object) for name in ("place", "mrc", "sector")},
            "audience": audience,
            "side": side,
            "people": people,
            "alike": compared.where(is_common, 0),
            "other": people.where(~is_common, 0),
            "gap": (people - compared).where(is_common, 0),
            "is_comparable": is_common | audience.isna(),
        }
    )


def _parts_of_partners(
    rows: pd.DataFrame, then: set[int], today: set[int], known: Collection[int]
) -> pd.Series:
    sums = rows.pivot_table(index="partner", columns="side", values="alike", aggfunc="sum", fill_value=0)
    sums = sums.reindex(columns=["before", "now"], fill_value=0)
    moved = sums["now"] - sums["before"]
    parts = pd.Series(SAME, index=sums.index).mask(moved > 0, "more").mask(moved < 0, "less")
    is_there = {name: parts.index.isin(list(present)) for name, present in (("then", then), ("today", today))}
    parts = parts.mask(is_there["today"] & ~is_there["then"], "new")
    parts = parts.mask((parts == "new") & parts.index.isin(list(known)), "returning")
    return parts.mask(is_there["then"] & ~is_there["today"], "lost")


def _piece(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    amounts = rows[column].round().astype("int64")
    is_now = rows["side"] == "now"
    return rows[["partner", *DIMENSIONS]].assign(
        before=amounts.where(~is_now, 0), now=amounts.where(is_now, 0)
    )


def _summed(moves: pd.DataFrame, by: str) -> pd.DataFrame:
    grouped = moves.groupby(by, dropna=False)
    sums = grouped[["before", "now"]].sum()
    return pd.DataFrame({"change": sums["now"] - sums["before"], "partners": grouped["partner"].nunique()})
