"""« À pareille date »: an edition whose registrations still come in, beside the earlier ones on the same day.

Composes queries through a View with ``pickup``. Not here: the arithmetic (``pickup``), what is said of it
(``pace_words``), the drawing (``pace_chart``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal

import pandas as pd

from dashboard import formats, metrics, pickup, queries
from dashboard.pickup import LAST, Error, Projection
from dashboard.queries import database_url
from dashboard.question import Restriction
from dashboard.view import View

MEASURES: Final = ("expected", "registrations", "partners")
"""What has a pace. People are those announced: nothing is confirmed before the week, in any edition."""
MILESTONES: Final = (-30, -14, -7, -1)
"""Days from which an edition that is over may be looked back on."""
LOOKED_BACK_FROM: Final = -14
DATED: Final = 0.9
"""Part of an edition's registrations that must have a date for its pace to be known."""

Refusal = Literal["opening", "too_few", "nothing_yet"]


@dataclass(frozen=True)
class Stage:
    """Where an edition is about its opening, as far as its registrations are known.

    Attributes:
        day: the last day known, about the opening (-14: J-14), at most ``LAST``.
        comes_in: whether registrations still come in.
    """

    day: int
    comes_in: bool


@dataclass(frozen=True, eq=False)
class Rhythm:
    """One edition's pace on one day, beside that of the earlier ones.

    Attributes:
        curves: by day (rows) and edition (columns): those followed, then the edition itself.
        day: from which the projection is made; None without an opening.
        followed: earlier editions whose pace is known and compares.
        undated: earlier editions left out because their opening or their days are unknown.
        apart: earlier editions left out because what is counted changed since.
        projection: where the edition ends up, or why nobody can say.
        error: what the method would have been wrong by that day, over the editions followed.
    """

    edition: int
    measure: str
    curves: pd.DataFrame
    day: int | None
    comes_in: bool
    followed: tuple[int, ...]
    undated: tuple[int, ...]
    apart: tuple[int, ...]
    projection: Projection | Refusal
    error: Error | None

    @property
    def booked(self) -> float:
        """What the edition has on the day."""
        return float("nan") if self.day is None else float(self.curves.loc[self.day, self.edition])

    @property
    def known(self) -> pd.Series:
        """The edition's own curve, as far as it is known."""
        own = self.curves[self.edition]
        return own.loc[: self.day] if self.comes_in and self.day is not None else own

    @property
    def band(self) -> pd.DataFrame:
        """Lowest and highest course from the day on, ``low, high``: the edition at the pace of each other."""
        if not isinstance(self.projection, Projection):
            return pd.DataFrame(columns=["low", "high"])
        others = self.curves[list(self.projection.by_edition.index)].loc[self.day :]
        courses = self.booked * others / others.iloc[0]
        return pd.DataFrame({"low": courses.min(axis=1), "high": courses.max(axis=1)})


def today() -> date:
    """The day on the region's clocks; a test puts another in its place."""
    return datetime.now(formats.CLOCK).date()


def openings(view: View) -> dict[int, date]:
    """First day of the editions that have one."""
    return {int(year): day for year, day in view.reference.editions["starts_on"].items() if pd.notna(day)}


def stage(view: View) -> Stage | None:
    """Where the chosen edition is; None where its opening is not known.

    Registrations still come in until the last day of its week, and as long as those that are known were
    brought up to date before it opened. The day is that of the data: today, or when they were last loaded. An
    earlier version of the data is looked at from the day when it was made.
    """
    opening = openings(view).get(view.edition)
    if opening is None:
        return None
    closing = opening + timedelta(days=LAST)
    made = view.snapshot.latest if view.snapshot.as_of else None
    now = formats.local(made).date() if made else today()
    at = queries.known_at(view.scope, view.edition, view.version, database_url())
    known = min(now, formats.local(at).date()) if at else now
    return Stage(min((known - opening).days, LAST), now <= closing or known < opening)


def under_way(view: View) -> int | None:
    """The edition whose registrations still come in: the last one, if it is."""
    last = view.snapshot.editions[-1]
    where = stage(replace(view, filters=replace(view.filters, edition=last)))
    return last if where is not None and where.comes_in else None


def cuts(view: View, breaks: Sequence[int]) -> list[int]:
    """Where a line over editions stops: at its breaks, and before what is not over yet."""
    going_on = under_way(view)
    return sorted({*breaks, *([] if going_on is None else [going_on])})


def beside(view: View) -> View:
    """What to compare a view with: itself or, while registrations come in, an edition on the same day.

    That is the latest one before that can be read as it was known as many days before its own opening. Where
    none can, there is no edition before: a total would compare with a count that is not over.
    """
    where = stage(view)
    if where is None or not where.comes_in or view.previous is None:
        return view
    opened = openings(view)
    earlier = [one for one in view.snapshot.versions if one[0] < view.edition]
    while earlier and not (earlier[-1][0] in opened and queries.has_its_facts(view.scope, *earlier[-1])):
        earlier.pop()
    kept = replace(view.snapshot, versions=(*earlier, (view.edition, view.version)))
    last = earlier[-1][0] if earlier else None
    until = () if last is None else ((last, opened[last] + timedelta(days=where.day)),)
    return replace(view, snapshot=kept, until=until)


@lru_cache(maxsize=128)
def rhythm(view: View, measure: str, where: Stage | None, looked_from: int = LOOKED_BACK_FROM) -> Rhythm:
    """The pace of the chosen edition, whatever the filters, and where it leads.

    Args:
        view: whose edition it is.
        measure: among ``MEASURES``.
        where: ``stage(view)``.
        looked_from: day from which to project an edition that is over.
    """
    arrivals = queries.arrivals(view.snapshot.versions, view.scope, database_url())
    known = openings(view)
    earlier = [edition for edition in view.snapshot.editions if edition < view.edition]
    compared = same_people(view, earlier, where) if measure == "expected" else earlier
    dated = [edition for edition in earlier if edition in known and _has_days(arrivals, edition)]
    followed = [edition for edition in compared if edition in dated]
    shown = {edition: known[edition] for edition in (*followed, view.edition) if edition in known}
    curves = pickup.curves(arrivals, measure, shown)
    day = None if where is None else where.day if where.comes_in else looked_from
    projection: Projection | Refusal = "opening"
    error = None
    if day is not None and view.edition in curves:
        day = max(day, pickup.FIRST)
        projection = pickup.project(float(curves.loc[day, view.edition]), day, curves[followed])
        error = pickup.past_error(day, curves[followed])
    return Rhythm(
        edition=view.edition,
        measure=measure,
        curves=curves,
        day=day if view.edition in curves else None,
        comes_in=where is not None and where.comes_in,
        followed=tuple(followed),
        undated=tuple(edition for edition in compared if edition not in dated),
        apart=tuple(edition for edition in earlier if edition not in compared),
        projection=projection,
        error=error,
    )


def same_people(view: View, earlier: Sequence[int], where: Stage | None) -> list[int]:
    """Earlier editions that count the same people. One under way has not met all its audiences yet."""
    whole = replace(view, filters=replace(view.filters, restriction=Restriction()))
    counted = whole.reach("edition", "audience")
    if where is not None and where.comes_in:
        counted = counted[counted["edition"] < view.edition]
    return pickup.since_break(earlier, metrics.series_breaks(counted), view.edition)


def _has_days(arrivals: pd.DataFrame, edition: int) -> bool:
    rows = arrivals[arrivals["edition"] == edition]
    dated = rows.loc[rows["registered_on"].notna(), "registrations"].sum()
    return bool(len(rows)) and dated >= DATED * rows["registrations"].sum()
