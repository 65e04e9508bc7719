"""What the page *Semaine* says of days: its finding, the notes and tables of its charts.

Not here: what there is to say (``days``, ``moments``), the words themselves (``catalogues/days``).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

import pandas as pd

from dashboard import days, formats, overview, pace, pace_words, tables
from dashboard.behind import Cell, Count, Links, behind, each
from dashboard.components import Tile
from dashboard.days import Days
from dashboard.messages import text
from dashboard.question import NONE, Narrowing
from dashboard.view import View
from dashboard.week import AFTER, BEFORE, COUNTS, UNDATED, Week, days_of, moments

A_MONDAY: Final = date(2024, 1, 1)
"""Any Monday, to name weekdays."""


def finding(view: View, found: Days | None) -> str:
    """The day that holds most, and what of it is the wave; or why nobody can say."""
    edition = str(view.edition)
    if found is None:
        reason = "version" if view.edition in days.weeks(view) else "week"
        return text(f"days-refused-{reason}", edition=edition)
    in_week = found.table[found.table["day"].notna()]
    if not in_week["value"].sum():
        return text("days-refused-nothing", edition=edition)
    peak = in_week.loc[in_week["value"].idxmax()]
    return text(
        "days-finding",
        day=formats.capitalised(formats.weekday(peak["day"])),
        what=counted(view, found.measure, int(peak["value"])),
        share=formats.percent(peak["value"] / found.total),
        edition=edition,
        wave="yes" if peak["wave"] else "no",
        of_wave=formats.number(peak["wave"]),
    )


def counted(view: View, measure: str, count: int) -> str:
    """« 10 472 personnes rejointes », « 1 inscription »; people are expected until one is confirmed."""
    unit = measure
    if measure == "reach":
        unit = "reach" if overview.totals(view, view.edition).confirmed_share > 0 else "expected"
    return text(f"days-unit-{unit}", count=count, number=formats.number(count))


def tiles(view: View, found: Days) -> list[Tile]:
    """What is held in the week, around it and at no known date: together, all of it."""
    parts = {
        "week": [key for key in found.table["key"] if key not in days.AROUND],
        "around": [BEFORE, AFTER],
        "undated": [UNDATED],
    }
    told = {name: found.table[found.table["key"].isin(keys)] for name, keys in parts.items()}
    week = f"{found.campaign.first}/{found.campaign.last}"
    held = {"week": week, "around": f"!{week}", "undated": NONE}
    rows = {name: behind(view, Narrowing(held=around), found.measure) for name, around in held.items()}
    return [
        _tile(name, part["value"].sum(), part["previous"], found, rows[name]) for name, part in told.items()
    ]


def note(view: View, found: Days) -> str:
    """How to read the chart, and what the columns add up to."""
    said = [text("days-note", total=counted(view, found.measure, found.total))]
    if found.compared:
        said.append(text("days-note-compared", edition=found.compared))
    else:
        said.append(text("days-note-alone", edition=str(view.edition)))
    if found.passed_over and not pace.beside(view).until:
        editions = formats.enumeration([str(edition) for edition in found.passed_over])
        said.append(text("days-passed-over", count=len(found.passed_over), editions=editions))
    return " ".join(said)


def chart_title(found: Days) -> str:
    """« Personnes rejointes par jour, 16–20 février 2026 »."""
    week = formats.interval(found.campaign.first, found.campaign.last)
    return text(f"days-chart-{found.measure}", week=week)


def labels(found: Days) -> list[list[str]]:
    """What stands under each column, in lines: « lun. » and « 16 », or « Avant »."""
    return [
        text(f"days-{row.key}-lines").split("|")
        if row.day is None
        else [formats.short_weekday(row.day), str(row.day.day)]
        for row in found.table.itertuples()
    ]


def since(view: View, found: Days) -> int | str | None:
    """What the changes of the figures are since, in few words: « depuis 2024 », or « J−20 de 2024 »."""
    beside = pace.beside(view)
    if not found.compared or beside.until:
        return pace_words.since(view, beside) if found.compared else None
    return text("since-edition", edition=found.compared)


def not_over(view: View) -> str:
    """Say which edition is not over, where figures of several stand side by side; empty where all are."""
    going_on = pace.under_way(view)
    return "" if going_on is None else text("days-not-over", edition=str(going_on))


def crossed(view: View, measure: str) -> pd.DataFrame:
    """The same days of every edition whose week is known: ``row, column, value``, days in order."""
    summed = days.over_editions(view)
    held = summed.groupby("moment")[measure].sum()
    kept = summed[~summed["moment"].isin(days.AROUND) | (summed["moment"].map(held) > 0)]
    return pd.DataFrame(
        {
            "row": [_named(key) for key in kept["moment"]],
            "column": kept["edition"].astype(str),
            "value": kept[measure],
        }
    )


def dates(view: View) -> pd.DataFrame:
    """What begins on each date of the edition, the undated last; nothing where the version has no days."""
    summed = _by_date(view)
    weekday = [None if pd.isna(day) else formats.weekday_name(day) for day in summed["held_on"]]
    return tables.readable(
        summed.assign(weekday=weekday),
        *("held_on", "weekday", *COUNTS),
        held_on=text("days-date"),
        weekday=text("days-weekday"),
    )


def _by_date(view: View) -> pd.DataFrame:
    held = days.calendar(view, view.edition)
    if held is None:
        held = pd.DataFrame(columns=["held_on", *COUNTS])
    return held.groupby("held_on", dropna=False)[list(COUNTS)].sum().reset_index()


def table(found: Days) -> pd.DataFrame:
    """The days as people read them, with their total on the last line."""
    counts = ("registrations", "reach", "wave_reach", "online_reach")
    against = ("previous", "change") if found.compared else ()
    rows = found.table.assign(change=found.table["value"] - found.table["previous"])
    whole = rows[[*counts, *against]].sum(min_count=1).to_frame().T.assign(label=text("days-total"))
    named = days.measures()[found.measure]
    return tables.readable(
        pd.concat([rows, whole], ignore_index=True),
        *("label", *counts, *against),
        label=text("days-moment"),
        wave_reach=text("days-wave-reach"),
        online_reach=text("days-online-reach"),
        previous=text("days-previous", edition=found.compared, measure=named.lower()),
    )


def rows(view: View, found: Days) -> Links:
    """The addresses of the rows behind ``table``, in its order, in both of its editions where it has two."""
    keys = list(found.table["key"])
    now = [*_at(view, found.measure, view.edition, keys, found.campaign), behind(view, count=found.measure)]
    other = int(found.compared) if found.compared.isdigit() else None
    if other is None:
        return {text("column-rows"): now}
    before = _at(view, found.measure, other, keys, days.weeks(view)[other])
    named = [text("column-rows-in", edition=str(edition)) for edition in (view.edition, other)]
    return dict(zip(named, (now, [*before, behind(view, count=found.measure, edition=other)]), strict=True))


def cells(view: View, measure: Count) -> Cell:
    """The addresses of the rows behind the same days of every edition."""
    keys = {_named(key): key for key in moments(days.weeks(view).values())}
    weeks = {str(edition): week for edition, week in days.weeks(view).items()}

    def address(row: str, column: str) -> str | None:
        if row not in keys or column not in weeks:
            return None
        return _at(view, measure, int(column), [keys[row]], weeks[column])[0]

    return address


def dates_rows(view: View) -> Links:
    """The addresses of the rows behind ``dates``, in its order."""
    held = [NONE if pd.isna(day) else f"{day}/{day}" for day in _by_date(view)["held_on"]]
    return {text("column-rows"): each(view, "held", held)}


def _at(view: View, measure: Count, edition: int, keys: Iterable[str], week: Week) -> list[str | None]:
    held = [days_of(key, week) for key in keys]
    return [one and behind(view, Narrowing(held=one), measure, edition) for one in held]


def _named(key: str) -> str:
    if not key.isdigit():
        return text(f"days-{key}")
    return formats.capitalised(formats.weekday_name(A_MONDAY + timedelta(days=int(key))))


def _tile(name: str, now: int, before: pd.Series, found: Days, rows: str | None) -> Tile:
    change = formats.signed(now - before.fillna(0).sum()) if found.compared else None
    help_ = text(f"days-tile-{name}-help")
    label = text(f"days-tile-{name}")
    return Tile(label, formats.number(now), change, help_, "days", rows, is_neutral=name != "week")
