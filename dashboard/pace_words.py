"""What is said of an edition's pace: sentences, notes, the table behind its chart.

Not here: what there is to say (``pace``), the words themselves (``catalogues/pace``).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pandas as pd

from dashboard import formats, pickup
from dashboard.behind import ALL, COUNTS, Cell, behind
from dashboard.messages import text
from dashboard.pace import MEASURES, MILESTONES, Rhythm, openings, stage
from dashboard.pickup import LAST, Projection
from dashboard.question import Narrowing, Restriction
from dashboard.view import View


def compared_how(view: View, other: View) -> str:
    """One sentence on what a view is compared with while registrations come in; empty once they are in."""
    if other is view:
        return ""
    where = stage(view)
    if where is None or not other.until:
        return text("pace-compared-with-nothing", edition=str(view.previous))
    (edition, day), *_ = other.until
    how = text("pace-compared", when=when(where.day), edition=str(edition), date=formats.day(day))
    passed = [one for one in view.snapshot.editions if edition < one < view.edition]
    return (
        how if not passed else f"{how} {text('pace-passed-over', editions=said(passed), count=len(passed))}"
    )


def since(view: View, other: View) -> int | str | None:
    """What the change of a figure is since, in few words: the edition before, or « J−20 de 2024 »."""
    where = stage(view)
    if where is None or not other.until:
        return other.previous
    return text("pace-since", mark=mark(where.day), edition=str(other.previous))


def when(day: int) -> str:
    """A day about the opening in words: « 14 jours avant l'ouverture »."""
    moment = "before" if day < 0 else "after" if day > 0 else "opening"
    return text(f"pace-when-{moment}", count=abs(day), number=formats.number(abs(day)))


def mark(day: int) -> str:
    """A day about the opening as a chart marks it: « J−14 »."""
    return text("pace-mark", day=formats.signed(day) if day else "")


def finding(found: Rhythm) -> str:
    """Where the edition ends up if its pace is that of the earlier ones, or why nobody can say."""
    edition = str(found.edition)
    if not isinstance(found.projection, Projection):
        name = f"pace-refused-{found.projection.replace('_', '-')}"
        return text(name, edition=edition, count=len(found.followed))
    return text(
        "pace-finding" if found.comes_in else "pace-finding-past",
        edition=edition,
        when=when(found.projection.day),
        booked=counted(found),
        followed=said(found.projection.by_edition.index),
        low=formats.number(found.projection.low),
        high=formats.number(found.projection.high),
        end=formats.number(found.curves.loc[LAST, found.edition]),
        measure=found.measure,
    )


def how_to_read(found: Rhythm) -> str:
    """The projection's past error, then what the lines and the band of the chart are."""
    drawn = text("pace-note" if len(found.band) else "pace-note-no-band", edition=str(found.edition))
    return f"{past_error(found)} {drawn}".strip()


def measures() -> dict[str, str]:
    """What a pace may be of, by column."""
    return {measure: text(f"pace-measure-{measure}") for measure in MEASURES}


def milestones() -> dict[str, str]:
    """Days from which an edition that is over may be looked back on."""
    return {str(day): mark(day) for day in MILESTONES}


def counted(found: Rhythm) -> str:
    """What the edition has on the day: « 24 120 personnes attendues »."""
    booked = found.booked
    return text(f"pace-unit-{found.measure}", count=int(booked), number=formats.number(booked))


def past_error(found: Rhythm) -> str:
    """What the projection would have been wrong by on that day; empty where nothing is projected."""
    if found.error is None or not isinstance(found.projection, Projection):
        return ""
    return text(
        "pace-error",
        when=formats.capitalised(when(found.projection.day)),
        median=formats.percent(found.error.median, 1),
        worst=formats.percent(found.error.worst, 1),
        editions=said(found.error.editions),
    )


def notes(view: View, found: Rhythm) -> list[str]:
    """What else to know: who is left out, the method, what filters do not do."""
    out = [
        text(f"pace-left-out-{why}", count=len(left), editions=said(left))
        for why, left in (("undated", found.undated), ("apart", found.apart))
        if left
    ]
    return [*out, text("pace-method"), *([text("pace-unfiltered")] if view.is_filtered else [])]


def table(found: Rhythm) -> pd.DataFrame:
    """The curves as people read them, a day a row, from the first one that has anything."""
    begun = int(found.curves.gt(0).any(axis=1).idxmax()) if len(found.curves.columns) else LAST
    rows = pd.DataFrame({text("pace-day"): [mark(int(day)) for day in found.curves.index]})
    for edition in (*found.followed, found.edition):
        course = found.known if edition == found.edition else found.curves[edition]
        rows[str(edition)] = course.reindex(found.curves.index).round().astype("Int64").to_numpy()
    for bound in found.band.columns if len(found.band) else ():
        course = found.band[bound].reindex(found.curves.index)
        rows[text(f"pace-{bound}")] = course.round().astype("Int64").to_numpy()
    return rows.iloc[begun - pickup.FIRST :].reset_index(drop=True)


def cells(view: View, found: Rhythm) -> Cell:
    """The addresses of the rows behind ``table``, whatever the filters; a curve ends at its total."""
    whole = replace(view, filters=replace(view.filters, restriction=Restriction()))
    opened = {str(edition): day for edition, day in openings(view).items() if edition in found.curves}
    days = {mark(int(day)): int(day) for day in found.curves.index}
    count = next(one for one in COUNTS if one == found.measure)

    def address(row: str, column: str) -> str | None:
        if row not in days or column not in opened:
            return None
        if int(column) == found.edition and days[row] not in found.known.index:
            return None  # not come yet
        by = opened[column] + timedelta(days=days[row])
        kept = ALL if days[row] == LAST else Narrowing(known=str(by))
        return behind(whole, kept, count, int(column))

    return address


def said(editions: Iterable[int]) -> str:
    """Some editions in words: « 2022, 2023 et 2024 »."""
    return formats.enumeration([str(edition) for edition in editions])
