"""Where registrations end up, from their pace: the pickup method, with its own past error.

Pure arithmetic on curves. Not here: reading them (``queries``), which editions compare and words (``pace``).

A day is told by its place about the opening: -14 is fourteen days before it (J-14), 0 the opening itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import pandas as pd

FIRST: Final = -60
"""Day from which curves are drawn; what came in before is counted there."""
LAST: Final = 4
"""Friday of the campaign week, when the last registration comes in; later and undated ones count there."""
FEWEST: Final = 2
"""Editions that a projection takes: of a single one there is no range."""

Method = Literal["additive", "multiplicative"]
Refusal = Literal["too_few", "nothing_yet"]


@dataclass(frozen=True)
class Projection:
    """Where an edition ends up if its pace is that of earlier ones, in the unit of their curves.

    Attributes:
        day: from which it is made.
        by_edition: the end if the pace is that of one edition, by year.
    """

    day: int
    by_edition: pd.Series

    @property
    def low(self) -> float:
        return float(self.by_edition.min())

    @property
    def middle(self) -> float:
        """The mean over editions: the forecast of the method, whose error is told."""
        return float(self.by_edition.mean())

    @property
    def high(self) -> float:
        return float(self.by_edition.max())


@dataclass(frozen=True)
class Error:
    """How far the method was from editions whose end is known, each left out in turn; ratios of that end.

    ``median`` and ``worst`` are of the absolute error, ``editions`` those that were left out.
    """

    median: float
    worst: float
    editions: tuple[int, ...]


def curves(arrivals: pd.DataFrame, measure: str, openings: dict[int, date]) -> pd.DataFrame:
    """Cumulate what came in by day about the opening.

    Args:
        arrivals: ``edition, registered_on`` (missing where unknown) and ``measure``.
        measure: a column that adds up.
        openings: first day of the editions to keep.

    Returns:
        One row per day from ``FIRST`` to ``LAST``, one column per edition that has arrivals, oldest first.
        What has no date counts on the last day, so that a curve ends at the edition's total.
    """
    kept = arrivals[arrivals["edition"].isin(list(openings))]
    opened = pd.to_datetime(kept["edition"].map(openings))
    days = (pd.to_datetime(kept["registered_on"]) - opened).dt.days
    placed = kept.assign(day=days.fillna(LAST).clip(FIRST, LAST).astype(int))
    grid = placed.pivot_table(index="day", columns="edition", values=measure, aggfunc="sum", fill_value=0)
    every = grid.reindex(range(FIRST, LAST + 1), fill_value=0)
    return every.astype(float).cumsum()


def project(
    booked: float, day: int, references: pd.DataFrame, method: Method = "multiplicative"
) -> Projection | Refusal:
    """Project the end of an edition from what it has on a day, and from the pace of others.

    With B(t) what an edition has on day t and B(0) its end, the classical pickup forecasts are, as a mean
    over past editions, additive F = B(t) + mean(B(0) - B(t)) and multiplicative F = B(t) x mean(B(0) / B(t)).
    With as few editions as there are, the range over editions is told instead of an interval: no law of
    errors is assumed. Sources: A. Zakhary, N. El Gayar, A. Atiya, "A Comparative Study of the Pickup Method
    and its Variations Using a Simulated Hotel Reservation Data", ICGST AIML Journal 8, 2008; L. Weatherford,
    S. Kimes, "A comparison of forecasting methods for hotel revenue management", IJF 19, 2003.

    Args:
        booked: what the edition has on that day.
        day: the day, about the opening.
        references: curves of earlier editions, as ``curves`` gives them; those at zero that day are left out.
        method: which of the two.

    Returns:
        The projection, or why there is none: fewer than two editions to follow, or nothing to multiply.
    """
    then, end = _on(references, day), references.loc[LAST]
    followed = then[then > 0].index
    if len(followed) < FEWEST:
        return "too_few"
    if booked <= 0:
        return "nothing_yet"
    return Projection(day, _picked_up(booked, then[followed], end[followed], method))


def past_error(day: int, references: pd.DataFrame, method: Method = "multiplicative") -> Error | None:
    """What the method would have been wrong by on that day, each edition projected from the others.

    Leave-one-out cross-validation (M. Stone, "Cross-Validatory Choice and Assessment of Statistical
    Predictions", JRSS B 36, 1974) of the mean over editions, as an absolute percentage error.

    Args:
        day: the day, about the opening.
        references: curves of editions whose end is known.
        method: the method judged.

    Returns:
        The error, or None with fewer than two editions that had anything that day.
    """
    then, end = _on(references, day), references.loc[LAST]
    known = [edition for edition in references.columns if then[edition] > 0]
    if len(known) < FEWEST:
        return None
    errors = pd.Series(
        {left: _error(left, [one for one in known if one != left], then, end, method) for left in known}
    )
    return Error(float(errors.median()), float(errors.max()), tuple(int(edition) for edition in known))


def since_break(editions: Sequence[int], breaks: Sequence[int], edition: int) -> list[int]:
    """Earlier editions that compare with one: those since the last time that what is counted changed."""
    last = max((one for one in breaks if one <= edition), default=0)
    return [one for one in editions if last <= one < edition]


def _picked_up(booked: float, then: pd.Series, end: pd.Series, method: Method) -> pd.Series:
    return booked + (end - then) if method == "additive" else booked * (end / then)


def _error(left: int, others: list[int], then: pd.Series, end: pd.Series, method: Method) -> float:
    forecast = _picked_up(float(then[left]), then[others], end[others], method).mean()
    return abs(float(forecast) - float(end[left])) / float(end[left])


def _on(references: pd.DataFrame, day: int) -> pd.Series:
    return references.loc[min(max(day, FIRST), LAST)]
