"""What may be released of a table of people without giving away any one partner. Pure: table in, table out.

Belongs here: deciding which cells are hidden, and why. Not here: reading contributions (``queries``), words.

A cell is released when at least ``FEWEST`` partners are in it and no one of them can be estimated too
closely, which is the *p % rule* of business statistics: a cell of total T is sensitive when
T - x₁ - x₂ < p·x₁, for its two largest contributors x₁ and x₂, since the second subtracts their own figure
from the total and is left with the first, give or take what the others bring (Hundepool et al., *Handbook on
Statistical Disclosure Control*, ESSNet SDC, chapter on magnitude tables; Stats NZ applies the same formula).

Two things are stricter here. What a partner knows is not only their own figure but every row that they take
part in, so the second term is the largest amount that any one *other* partner knows. And a remainder equal
to the bound is sensitive, so that a total of zero, which says that each of its partners has zero, is hidden.

Cells add up to the total, so one hidden cell would be found by subtraction. *Complementary suppression* (same
handbook) hides more until what is hidden passes, added together, the rule of a single cell. Then any sum of
what is released passes it too. Only one such table is released by edition: two tables over the same partners,
by territory and by sector, could be combined.
"""

from typing import Final, Literal

import pandas as pd

FEWEST: Final = 5
"""Partners that a released cell has at least."""
CLOSENESS: Final = 0.10
"""p of the p % rule: nobody is estimated within this part of their figure."""
TOTAL: Final = "total"
"""Cell that holds all the others."""

Status = Literal["shown", "few", "dominated", "complement"]


def release(contributions: pd.DataFrame, cells: list[str]) -> pd.DataFrame:
    """Decide which cells of an additive table can be shown to a partner, whoever that partner is.

    Args:
        contributions: a row by cell and partner: ``cell``, ``partner``, ``value`` (people of the
            registrations that they lead) and ``known`` (of those that they lead or take part in).
        cells: every cell of the table, those with no contribution included.

    Returns:
        ``cell`` (then ``TOTAL``), ``value`` and ``partners``, missing where hidden, and ``status``: shown,
        few (too few partners), dominated (p % rule) or complement (it would give away another one).
    """
    status: dict[str, Status] = {cell: _status(_within(contributions, [cell])) for cell in cells}
    whole = _status(_within(contributions, cells))
    totals = contributions.groupby("cell")["value"].sum()
    if whole == "shown":
        while (hidden := [cell for cell in cells if status[cell] != "shown"]) and (
            _status(_within(contributions, hidden)) != "shown"
        ):
            others = [cell for cell in cells if status[cell] == "shown" and totals.get(cell, 0) > 0]
            status[min(others, key=lambda cell: (totals[cell], cell))] = "complement"
    rows = [(cell, _within(contributions, [cell]), status[cell]) for cell in cells]
    rows.append((TOTAL, _within(contributions, cells), whole))
    return pd.DataFrame(
        [
            {
                "cell": cell,
                "value": int(inside["value"].sum()) if said == "shown" else None,
                "partners": int((inside["value"] > 0).sum()) if said == "shown" else None,
                "status": said,
            }
            for cell, inside, said in rows
        ]
    ).astype({"value": "Int64", "partners": "Int64"})


def quarter(others: pd.Series, own: float) -> int | None:
    """The quarter of a distribution in which a figure falls: 1 for the smallest, 4 for the largest.

    None when fewer than ``FEWEST`` others make it up. A quarter names nobody, and gives no bound of theirs.
    """
    if len(others) < FEWEST:
        return None
    return min(4, 1 + int(4 * (others < own).mean()))


def _within(contributions: pd.DataFrame, cells: list[str]) -> pd.DataFrame:
    """What each partner brings to some cells together, and what they know of them."""
    inside = contributions[contributions["cell"].isin(cells)]
    return inside.groupby("partner")[["value", "known"]].sum()


def _status(inside: pd.DataFrame) -> Status:
    """Whether a cell can be released, by what each partner brings to it and knows of it."""
    if inside.empty:
        return "shown"  # nobody is there: no one's figure is told
    if (inside["value"] > 0).sum() < FEWEST:
        return "few"
    remainder = inside["value"].sum() - inside["value"] - _known_to_another(inside["known"])
    return "dominated" if (remainder <= CLOSENESS * inside["value"]).any() else "shown"


def _known_to_another(known: pd.Series) -> pd.Series:
    """For each partner, the largest amount that any one of the others knows."""
    first, second = known.nlargest(2)
    return pd.Series(first, index=known.index).mask(known.index == known.idxmax(), second)
