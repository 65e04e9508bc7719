"""The sentence each page opens with, computed from its figures. Pure: numbers in, words out."""

import math

import pandas as pd

from dashboard import formats, metrics
from dashboard.messages import text
from dashboard.metrics import Totals


def overview(now: Totals, before: Totals | None, edition: int, previous: int | str | None) -> str:
    """« 38 754 personnes rejointes en 2024, dont 64 % confirmées, 8 % de plus qu'en 2023. »"""
    people = people_counted(now, edition)
    if before is None or previous is None or not before.reach:
        return text("finding-alone", people=people)
    change = metrics.relative_change(now.reach, before.reach)
    return text(
        "finding-compared",
        people=people,
        direction=_direction(now.reach - before.reach),
        change=formats.percent(abs(change), 1 if abs(change) < 0.1 else 0),
        edition=str(previous),
    )


def people_counted(now: Totals, edition: int) -> str:
    """« 38 754 personnes rejointes en 2024, dont 64 % confirmées ».

    What is only announced is never worded as done: with nothing confirmed, people are expected.
    """
    share = now.confirmed_share
    return text(
        "finding-people",
        count=now.reach,
        number=formats.number(now.reach),
        edition=str(edition),
        basis="confirmed" if share == 1 else "mixed" if share > 0 else "expected",
        share=formats.percent(share),
    )


def audience_that_moved_most(
    comparison: pd.DataFrame, names: dict[str, str], edition: int, previous: int | str | None
) -> str:
    """The audience whose number of people changed most since the edition before."""
    moved = metrics.moved_most(comparison, 1)
    if previous is None or moved.empty:
        first = comparison.sort_values("value", ascending=False).iloc[0]
        return text(
            "finding-first-audience",
            audience=names[first["audience"]],
            number=formats.number(first["value"]),
            edition=str(edition),
        )
    row = moved.iloc[0]
    return text(
        "finding-audience-moved",
        audience=names[row["audience"]],
        change=formats.signed(row["change"]),
        edition=str(edition),
        previous=str(previous),
        number=formats.number(row["value"]),
    )


def municipalities(reached: int, everywhere: int, edition: int, leader: str, leader_share: float) -> str:
    """How many municipalities the edition reaches, and where most people are."""
    if math.isnan(leader_share):
        return text("finding-no-municipality", edition=str(edition), everywhere=formats.number(everywhere))
    return text(
        "finding-municipalities",
        reached=reached,
        number=formats.number(reached),
        everywhere=formats.number(everywhere),
        edition=str(edition),
        leader=leader,
        share=formats.percent(leader_share),
    )


def years(table: pd.DataFrame) -> str:
    """The best edition among those compared, and the change from first to last."""
    best = table.loc[table["reach"].idxmax()]
    first, last = table.iloc[0], table.iloc[-1]
    if len(table) == 1:
        return text(
            "finding-one-year", edition=str(int(best["edition"])), number=formats.number(best["reach"])
        )
    return text(
        "finding-years",
        best=str(int(best["edition"])),
        number=formats.number(best["reach"]),
        first=str(int(first["edition"])),
        last=str(int(last["edition"])),
        change=formats.signed_percent(metrics.relative_change(last["reach"], first["reach"])),
    )


def _direction(change: float) -> str:
    return "same" if change == 0 else "more" if change > 0 else "less"
