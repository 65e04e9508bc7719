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

Nor do two of its states, one after the other, tell more than each: what a partner answers is released on the
next Monday at the soonest (``published``), however often they answer; and a state only follows another where
what changed between them passes the rule itself, in each total that both tell (``following``). A total that
moves by one partner's change would tell that change. Otherwise the former state stays, as a whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
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


@dataclass(frozen=True)
class Version:
    """One state of an edition: its number, when it was made, the Monday before, and whether by an answer."""

    number: int
    made_at: datetime
    monday: datetime
    is_answer: bool


@dataclass(frozen=True)
class Release:
    """What was released of an edition, and what it was made of.

    Attributes:
        table: as ``release`` returns it.
        contributions: what ``release`` made it of.
        told: by cell that was ever shown, what all were made of when it last was.
    """

    table: pd.DataFrame
    contributions: pd.DataFrame
    told: Mapping[str, pd.DataFrame]

    @property
    def has_total(self) -> bool:
        """Whether the total of all cells is shown."""
        return TOTAL in _shown(self.table)


def published(versions: Iterable[Version], monday: datetime) -> Iterator[Version]:
    """Choose the states that may be released by now, which no partner can cause to be at a moment of theirs.

    What the organiser loads may be at once, until the first answer of the week; from there on, what the
    week's last state holds may be on the next Monday.

    Args:
        versions: of one edition, the oldest first.
        monday: when this week began.

    Returns:
        Those, of which ``is_answer`` says whether any answer is in them.
    """
    is_answered = False
    for week, made in groupby(versions, key=lambda version: version.monday):
        last, waits = None, False
        for version in made:
            waits = waits or version.is_answer
            is_answered = is_answered or waits
            if waits:
                last = version
            else:
                yield replace(version, is_answer=is_answered)
        if last is not None and week < monday:
            yield replace(last, is_answer=True)


def following(
    former: Release | None, contributions: pd.DataFrame, cells: list[str], is_answered: bool
) -> Release | None:
    """Release a new state of a table after another one, unless the difference would tell of someone.

    Args:
        former: what was released before, if anything was.
        contributions, cells: as ``release`` takes them.
        is_answered: whether partners may have changed their figures to see what becomes of the totals.

    Returns:
        None where the former has to stay.
    """
    table = release(contributions, cells)
    shown = _shown(table)
    if former and not _may_follow(former, contributions, cells, shown, is_answered):
        return None
    told = dict(former.told) if former else {}
    return Release(table, contributions, told | dict.fromkeys(shown, contributions))


def _may_follow(
    former: Release, contributions: pd.DataFrame, cells: list[str], shown: set[str], is_answered: bool
) -> bool:
    """Whether the change passes the rule in all that was shown: that it hides would tell of someone too.

    So would that it shows, once partners answer.
    """
    before = _shown(former.table)
    groups = {cell: cells if cell == TOTAL else [cell] for cell in (*cells, TOTAL)}
    told = [groups[cell] for cell in groups if cell in before or (is_answered and cell in shown)]
    if TOTAL in before:
        told.append([cell for cell in cells if cell not in before])  # by subtraction
    differences = [_difference(former.contributions, contributions, group) for group in told]
    differences += [
        _difference(former.told[cell], contributions, groups[cell])
        for cell in (shown - before) & set(former.told)
    ]
    return all(_status(one) == "shown" for one in differences)


def _shown(table: pd.DataFrame) -> set[str]:
    return set(table.loc[table["status"] == "shown", "cell"])


def _difference(before: pd.DataFrame, after: pd.DataFrame, cells: list[str]) -> pd.DataFrame:
    """How much each partner changed in some cells together, and how much of that each knows."""
    was, now = _within(before, cells), _within(after, cells)
    changed = now.sub(was, fill_value=0).abs()
    changed["known"] = changed.max(axis=1)
    if not changed["value"].any():
        return changed[:0]
    return changed[changed["known"] > 0]


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
