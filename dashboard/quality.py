"""Whether the figures can be trusted, as the page *Qualité* tells it: each doubt, and the rows behind.

Composes reads with ``doubts``; draws nothing.
"""

from functools import lru_cache
from typing import Final

import pandas as pd

from dashboard import doubts, formats, metrics, overview, queries, tables
from dashboard.messages import text
from dashboard.view import View

STRAY: Final = 0.05
"""Part of a published total from which the one counted here is said to stray."""
PLACE_REASONS: Final = ("unknown_place", "ambiguous_place", "likely_place")


@lru_cache(maxsize=16)
def found(view: View) -> dict[str, pd.DataFrame]:
    """The figures that each check doubts, by check, under the view's filters."""
    whole = queries.figures(view.scope, view.version, view.edition)
    figures = whole[metrics.kept(whole, view.filters.restriction)]
    if wanted := view.filters.restriction.audiences:
        figures = figures[figures["audience"].isin(wanted) | figures["reach"].isna()]
    past = tuple(one for one in view.snapshot.versions if one[0] <= view.edition)
    people = queries.people_by_edition(view.scope, past)
    return {
        "without-figure": doubts.without_figure(figures),
        "approximate": doubts.approximate(figures),
        "unconfirmed": doubts.unconfirmed(figures),
        "far": doubts.far_from_others(figures),
        "jump": doubts.jumps(figures, people, view.edition),
        "double": doubts.doubles(figures),
        "unplaced": doubts.unplaced(figures),
    }


@lru_cache(maxsize=16)
def checks(view: View) -> pd.DataFrame:
    """One row per check: ``check``, ``label``, ``registrations`` and ``people`` concerned, their share."""
    total = overview.totals(view, view.edition).reach
    rows = [
        (check, text(f"check-{check}"), rows["number"].nunique(), rows["reach"].sum())
        for check, rows in found(view).items()
    ]
    table = pd.DataFrame(rows, columns=["check", "label", "registrations", "people"])
    return table.assign(people_share=table["people"] / total if total else float("nan"))


def checks_table(checks: pd.DataFrame) -> pd.DataFrame:
    """The checks as people read them."""
    return tables.readable(
        checks,
        *("label", "registrations", "people", "people_share"),
        label=text("column-check"),
        people=text("column-reach"),
        people_share=text("column-people-share"),
    )


def rows_behind(view: View, check: str) -> pd.DataFrame:
    """The figures that a check doubts, as people read them, each with where it was read."""
    rows = found(view)[check]
    named = rows.assign(
        audience=rows["audience"].map(view.audience_names),
        action=rows["action"].map(view.action_names),
        sector=rows["sector"].map(view.sector_names),
        place_name=view.place_called(rows["place_name"]),
    )
    usual = ("usual",) if "usual" in rows else ()
    source = ("file", "sheet", "row") if view.scope.sees_sources else ()
    return tables.readable(
        named,
        *("number", "name", "title", "place_name", "held_on", "audience", "expected", "confirmed"),
        *usual,
        *("sector", "action"),
        *source,
        name=text("column-partner"),
        place_name=text("column-place"),
    )


@lru_cache(maxsize=256)
def finding(view: View) -> str:
    """How many registrations tell a number of people, and how many of the people counted are confirmed."""
    presence = queries.presence(view.snapshot.versions, view.scope, queries.database_url())
    told = metrics.told_share(presence, view.filters.restriction, view.edition)
    confirmed = overview.totals(view, view.edition).confirmed_share
    return text(
        "finding-quality",
        told=formats.percent(told),
        confirmed=formats.percent(confirmed),
        edition=str(view.edition),
    )


def reminders(view: View) -> list[str]:
    """What is beside the checks: rows that wait, and a total that strays from the one made public."""
    return [*_waiting(view), *_strayed(view)]


def _waiting(view: View) -> list[str]:
    waiting = queries.rows_that_wait(view.scope)
    count = sum(waiting.values())
    if not count:
        return []
    places = sum(waiting.get(reason, 0) for reason in PLACE_REASONS)
    number, of_places = formats.number(count), formats.number(places)
    return [text("quality-waiting", count=count, number=number, places=places, of_places=of_places)]


def _strayed(view: View) -> list[str]:
    published = overview.published_people(view)
    counted = overview.totals(view, view.edition).reach
    return [
        text(
            "quality-strayed",
            counted=formats.number(counted),
            published=row.qualifier_text,
            edition=str(view.edition),
            gap=formats.signed_percent(metrics.relative_change(counted, row.value)),
        )
        for row in published[published["edition"] == view.edition].itertuples()
        if abs(metrics.relative_change(counted, row.value)) > STRAY
    ]
