"""What is held on each day, beside the same days of an earlier edition, as the page *Semaine* tells it.

Composes a View with ``week``; draws nothing. Not here: the wave, types and places (``moments``), words alone.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal, get_args

import pandas as pd

from dashboard import contributed, formats, pace, queries
from dashboard.messages import text
from dashboard.queries import database_url
from dashboard.view import View
from dashboard.week import AFTER, BEFORE, UNDATED, Week, by_moment, week

Measure = Literal["reach", "registrations"]
MEASURES: Final[tuple[Measure, ...]] = get_args(Measure)
AROUND: Final = (BEFORE, AFTER, UNDATED)
"""Moments that are shown only where something is held then."""


@dataclass(frozen=True, eq=False)
class Days:
    """What is held at each moment of the chosen edition, and of the one that it compares with.

    Attributes:
        table: a row a moment, in order: ``key, label, day`` (missing out of the week), ``value``, the
            ``wave`` in it, ``previous`` (missing where nothing compares), and what ``by_moment`` counts.
        campaign: the week of the edition.
        measure: what ``value`` is, among ``MEASURES``.
        compared: the edition that ``previous`` is of, as it is called; empty where none compares.
        passed_over: later ones that do not compare.
    """

    table: pd.DataFrame
    campaign: Week
    measure: Measure
    compared: str
    passed_over: tuple[int, ...]

    @property
    def total(self) -> int:
        return int(self.table["value"].sum())


def measures() -> dict[str, str]:
    """What may be counted by day, by column."""
    return {measure: text(f"column-{measure}") for measure in MEASURES}


def weeks(view: View) -> dict[int, Week]:
    """The week of each edition shown whose opening is known."""
    ends = view.reference.editions["ends_on"]
    return {
        edition: week(first, None if pd.isna(ends.get(edition)) else ends[edition])
        for edition, first in sorted(pace.openings(view).items())
        if edition in view.snapshot.editions
    }


@lru_cache(maxsize=64)
def calendar(view: View, edition: int) -> pd.DataFrame | None:
    """What an edition holds, by first day, under the view's filters; None where this version has no days.

    Columns as ``queries.calendar``. Filtered, or as it was known on a day, it is summed from the facts, which
    only the current version keeps.
    """
    if not view.is_filtered and edition not in dict(view.until):
        whole = queries.calendar(view.snapshot.versions, view.scope, database_url())
        rows = whole[whole["edition"] == edition]
        return rows if len(rows) else None
    facts = contributed.contributed(view, edition)
    if facts is None:
        return None
    held = queries.held_on(view.scope, dict(view.snapshot.versions)[edition], edition)
    rows = facts.merge(held, on="registration").assign(
        edition=edition, action=lambda frame: frame["action"].astype(object)
    )
    return (
        rows.groupby(["edition", "held_on", "action", "is_online"], dropna=False)
        .agg(registrations=("registration", "nunique"), reach=("reach", "sum"))
        .reset_index()
        .astype({"reach": int})
    )


def over_editions(view: View) -> pd.DataFrame:
    """What is held at each moment of every edition whose week and days are known, as ``week.by_moment``."""
    known = weeks(view)
    return _summed(view, known)


@lru_cache(maxsize=64)
def found(view: View, measure: Measure) -> Days | None:
    """The days of the chosen edition; None where its week or its days are not known."""
    known = weeks(view)
    if view.edition not in known or calendar(view, view.edition) is None:
        return None
    beside = pace.beside(view)
    other = _compared(view, beside, measure, known)
    summed = _summed(beside, {edition: known[edition] for edition in (other, view.edition) if edition})
    now = summed[summed["edition"] == view.edition].set_index("moment")
    before = summed[summed["edition"] == other].set_index("moment").reindex(now.index)
    campaign = known[view.edition]
    days = [_day(key, campaign) for key in now.index]
    table = now.assign(
        value=now[measure],
        wave=now[f"wave_{measure}"],
        previous=before[measure].astype(float),
        day=days,
        label=[_label(key, day) for key, day in zip(now.index, days, strict=True)],
    )
    is_kept = ~table.index.isin(AROUND) | (table["value"] > 0) | (table["previous"].fillna(0) > 0)
    return Days(
        table=table[is_kept].rename_axis("key").reset_index(),
        campaign=campaign,
        measure=measure,
        compared="" if other is None else _called(beside, other),
        passed_over=tuple(
            one for one in view.snapshot.editions if other is not None and other < one < view.edition
        ),
    )


def _called(beside: View, edition: int) -> str:
    is_cut = edition in dict(beside.until)
    return text("pace-same-day", edition=str(edition)) if is_cut else str(edition)


def _summed(view: View, known: dict[int, Week]) -> pd.DataFrame:
    frames = [calendar(view, edition) for edition in known]
    days = [frame for frame in frames if frame is not None]
    with_days = {
        edition: known[edition] for edition, frame in zip(known, frames, strict=True) if frame is not None
    }
    return by_moment(pd.concat(days, ignore_index=True), with_days)


def _compared(view: View, beside: View, measure: str, known: dict[int, Week]) -> int | None:
    """The latest earlier edition whose week and days are known and that counts the same people."""
    earlier = [
        edition
        for edition in beside.snapshot.editions
        if edition < view.edition and edition in known and calendar(beside, edition) is not None
    ]
    if measure == "reach":
        earlier = pace.same_people(view, earlier, pace.stage(view))
    return earlier[-1] if earlier else None


def _day(key: str, campaign: Week) -> date | None:
    return campaign.day(int(key)) if key.isdigit() else None


def _label(key: str, day: date | None) -> str:
    return text(f"days-{key}") if day is None else formats.capitalised(formats.weekday(day))
