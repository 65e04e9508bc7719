"""Where days stand about a campaign's week, and what is held on each: frame in, frame out. Pure.

Days of two editions compare by weekday, never by date: the Wednesday of one week with the Wednesday of the
other. Not here: reading days (``queries``), which editions compare (``days``), words, drawing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd

from dashboard.question import NONE

BEFORE: Final = "before"
AFTER: Final = "after"
UNDATED: Final = "undated"
WAVE: Final = "green_thursday"
"""Type of action that is a wave of its own, whatever the day: Jeudi PerséVERT."""
COUNTS: Final = ("registrations", "reach")
LAST_WEEKDAY: Final = 4
"""Friday, where the last day of a week is not known."""
SUNDAY: Final = 6


@dataclass(frozen=True)
class Week:
    """First and last day of a campaign. One of several weeks is cut at its first Sunday."""

    first: date
    last: date

    @property
    def weekdays(self) -> tuple[int, ...]:
        """Its weekdays, Monday being 0."""
        return tuple(range(self.first.weekday(), self.last.weekday() + 1))

    def day(self, weekday: int) -> date:
        """Its day of that weekday."""
        return self.first + timedelta(days=weekday - self.first.weekday())


def week(first: date, last: date | None) -> Week:
    """The week of a campaign; to its Friday where the last day is unknown or comes before the first."""
    monday = first - timedelta(days=first.weekday())
    usual = monday + timedelta(days=max(LAST_WEEKDAY, first.weekday()))
    known = usual if last is None or last < first else last
    return Week(first, min(known, monday + timedelta(days=SUNDAY)))


def moment(held_on: date | None, campaign: Week) -> str:
    """Where a day stands: ``before``, ``0`` (Monday) to ``6``, ``after``, or ``undated``."""
    if held_on is None or pd.isna(held_on):
        return UNDATED
    if held_on < campaign.first:
        return BEFORE
    return AFTER if held_on > campaign.last else str(held_on.weekday())


def days_of(key: str, campaign: Week) -> str | None:
    """The days of a moment as ``Narrowing.held`` has them; None where the week has no such day."""
    if key == UNDATED:
        return NONE
    if key == BEFORE:
        return f"/{campaign.first - timedelta(days=1)}"
    if key == AFTER:
        return f"{campaign.last + timedelta(days=1)}/"
    day = campaign.day(int(key))
    return f"{day}/{day}" if campaign.first <= day <= campaign.last else None


def moments(weeks: Iterable[Week]) -> list[str]:
    """Every moment about some weeks, in order; the unknown one last."""
    weekdays = sorted({weekday for one in weeks for weekday in one.weekdays})
    return [BEFORE, *map(str, weekdays), AFTER, UNDATED]


def by_moment(days: pd.DataFrame, weeks: Mapping[int, Week]) -> pd.DataFrame:
    """Sum what is held at each moment of each edition.

    Args:
        days: ``edition, held_on`` (missing where unknown), ``action, is_online, registrations, reach``.
        weeks: the week of each edition; the others are left out.

    Returns:
        One row per edition and moment, zero where nothing is held: ``edition, moment``, then ``registrations,
        reach``, the same of the wave (``wave_…``) and of what is online (``online_…``). Those of an edition
        sum to those of its days, the undated ones included.
    """
    kept = days[days["edition"].isin(weeks)]
    found = [
        moment(held_on, weeks[edition])
        for edition, held_on in zip(kept["edition"], kept["held_on"], strict=True)
    ]
    parts = {"": True, "wave_": kept["action"] == WAVE, "online_": kept["is_online"].astype(bool)}
    counts = pd.DataFrame(
        {f"{part}{count}": kept[count] * is_in for part, is_in in parts.items() for count in COUNTS}
    )
    every = pd.MultiIndex.from_product([sorted(weeks), moments(weeks.values())], names=["edition", "moment"])
    summed = counts.groupby([kept["edition"], pd.Series(found, kept.index, dtype=object)]).sum()
    summed.index.names = ["edition", "moment"]
    return summed.reindex(every, fill_value=0).astype(int).reset_index()
