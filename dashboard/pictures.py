"""The charts of the pages as files to keep, from the very tables that the pages draw.

Not here: the charts on the pages (``charts``, ``regional_map``), how a file is drawn (``drawing``).
"""

from collections.abc import Sequence

import pandas as pd

from dashboard import coverage, days_chart, days_words, formats, overview, territories
from dashboard.board import rhythm
from dashboard.components import edition_name
from dashboard.days import Days
from dashboard.drawing import Bars, Map, Trend
from dashboard.drawing.columns import Columns
from dashboard.drawing.curves import Curve
from dashboard.drawing.grids import Grid
from dashboard.drawing.kinds import Level
from dashboard.drawing.panels import Pairs, Panels
from dashboard.drawing.sheet import Kept, KeptChart
from dashboard.messages import text
from dashboard.pace import Rhythm
from dashboard.reports.origin import origin
from dashboard.versions import meeting
from dashboard.view import View
from dashboard.week import UNDATED


def ranked(view: View, title: str, compared: pd.DataFrame) -> Kept:
    """Bars as ``comparisons.ranked`` draws them."""
    rows = compared.sort_values("value", ascending=False, na_position="last", kind="stable")
    return _kept(
        view,
        Bars(
            language=view.language,
            title=title,
            description=title,
            table=rows[["label", "value", "previous"]].reset_index(drop=True),
            value_name=text("column-reach"),
            previous_name=edition_name(view.named_previous),
        ),
    )


def moved(view: View, title: str, table: pd.DataFrame) -> Kept:
    """What changed most, group by group."""
    rows = [group.sort_values("change", ascending=False) for _, group in table.groupby("group", sort=False)]
    return changes(view, title, pd.concat(rows or [table], ignore_index=True))


def changes(view: View, title: str, table: pd.DataFrame) -> Kept:
    """Changes in the order of the table: ``label, change``, under their ``group`` where they have one."""
    shown = [name for name in ("group", "label", "value", "previous") if name != "group" or "group" in table]
    return _kept(
        view,
        Bars(
            language=view.language,
            title=title,
            description=title,
            table=table.assign(value=table["change"].astype(float), previous=float("nan"))[shown],
            value_name=text("column-change"),
            is_change=True,
        ),
    )


def trend(
    view: View,
    title: str,
    reach: pd.DataFrame,
    published: pd.DataFrame | None = None,
    breaks: Sequence[int] = (),
) -> Kept:
    """People over the editions, with the published totals where the page has them."""
    told = overview.published_people(view).iloc[:0] if published is None else published
    return _kept(
        view,
        Trend(
            language=view.language,
            title=title,
            description=title,
            table=reach.assign(value=reach["reach"])[["edition", "value"]],
            published=told.assign(written=told["qualifier_text"])[["edition", "value", "basis", "written"]],
            value_name=text("board-line"),
            basis_names=overview.basis_names(),
            breaks=tuple(breaks),
            break_name=text("board-break"),
            selected=view.edition,
        ),
    )


def pace(view: View, found: Rhythm, title: str, value_name: str) -> Kept:
    """The pace of registrations, and where it leads."""
    return _kept(view, rhythm.chart(view, found, title, value_name))


def columns(view: View, found: Days) -> Kept:
    """The days of a campaign."""
    table = found.table.assign(
        lines=days_words.labels(found),
        at=days_chart.places(list(found.table["key"])),
        part=found.table["wave"],
        is_hollow=found.table["key"] == UNDATED,
    )
    return _kept(
        view,
        Columns(
            language=view.language,
            title=days_words.chart_title(found),
            description=days_words.finding(view, found),
            table=table[["lines", "at", "value", "part", "previous", "is_hollow"]],
            part_name=text("days-wave") if found.table["wave"].sum() else "",
            previous_name=edition_name(found.compared),
        ),
    )


def panels(view: View, title: str, table: pd.DataFrame) -> Kept:
    """Small lines, one by name."""
    return _kept(view, Panels(language=view.language, title=title, description=title, table=table))


def grid(view: View, title: str, table: pd.DataFrame, rows: Sequence[str], columns: Sequence[str]) -> Kept:
    """Two things crossed, people in the cells: ``row, column, value``."""
    return _kept(
        view,
        Grid(
            language=view.language,
            title=title,
            description=title,
            table=table,
            rows=tuple(rows),
            columns=tuple(columns),
        ),
    )


def shares(view: View, title: str, mix: pd.DataFrame) -> Kept:
    """The part of each name in each edition: ``edition, label, share``."""
    table = pd.DataFrame({"row": mix["label"], "column": mix["edition"].astype(str), "value": mix["share"]})
    return _kept(
        view,
        Grid(
            language=view.language,
            title=title,
            description=title,
            table=table,
            rows=tuple(dict.fromkeys(table["row"])),
            columns=tuple(sorted(set(table["column"]))),
            is_share=True,
        ),
    )


def pairs(view: View, title: str, table: pd.DataFrame) -> Kept:
    """What was expected and what came, by name."""
    return _kept(
        view,
        Pairs(
            language=view.language,
            title=title,
            description=title,
            table=table,
            expected_name=text("column-expected"),
            confirmed_name=text("column-confirmed"),
        ),
    )


def of_place(view: View, place: str, reach: pd.DataFrame) -> Kept:
    """People over the editions in one place."""
    return trend(view, text("kept-of-place", place=place, title=text("chart-place-trend")), reach)


def of_map(view: View, table: pd.DataFrame, level: Level, measure: str, since: str | None = None) -> Kept:
    """The map of the municipalities or of the MRCs, in the inhabited territory; ``since`` names what a change
    is since.
    """
    title = text(f"map-{measure}", edition=str(view.edition), previous=str(since))
    return _kept(
        view,
        Map(
            language=view.language,
            title=title,
            description=title,
            table=table[["place", "label", "value", "status"]],
            measure=territories.KINDS[measure],
            value_name=text(f"measure-{measure}"),
            status_names=territories.status_names(),
            range_pattern=territories.range_pattern(),
            level=level,
        ),
    )


def concentration(view: View, title: str, table: pd.DataFrame, half: int | None) -> Kept:
    """How much the largest partners make together, with a mark where it is half."""
    number = formats.number(half)
    return _kept(
        view,
        Curve(
            language=view.language,
            title=title,
            description=title,
            table=table[["rank", "share"]],
            half=half,
            half_name="" if half is None else text("partners-half-mark", count=half, number=number),
            value_name=text("partners-axis-share"),
            rank_name=text("partners-axis-rank"),
        ),
    )


def states(view: View, title: str, table: pd.DataFrame) -> Kept:
    """A map of what each municipality is, in the inhabited territory."""
    return _kept(
        view,
        Map(
            language=view.language,
            title=title,
            description=title,
            table=table[["place", "label", "value", "status"]],
            measure="state",
            value_name=text("column-coverage"),
            status_names=coverage.state_names(),
            range_pattern="",
        ),
    )


def _kept(view: View, chart: KeptChart) -> Kept:
    told = origin(view, meeting())
    return Kept(chart, formats.capitalised(f"{told.line()} · {told.filters}"))
