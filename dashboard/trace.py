"""Where a figure comes from, as the page *D'où vient ce chiffre* tells it: the rows that it is the sum of.

Composes reads; draws nothing.
"""

from functools import partial
from typing import Final

import pandas as pd

from dashboard import findings, formats, overview, queries, tables
from dashboard.messages import text
from dashboard.view import View

SHOWN: Final = 1_000
"""Rows shown at once, the largest first; the file holds them all."""


def finding(view: View) -> str:
    """What is counted, and of how many rows it is the sum."""
    counted = queries.counted(view.scope, view.version, view.edition, view.filters.restriction)
    return text(
        "finding-trace",
        people=findings.people_counted(overview.totals(view, view.edition), view.edition),
        figures=counted.figures,
        figures_number=formats.number(counted.figures),
        registrations=counted.registrations,
        registrations_number=formats.number(counted.registrations),
        partners=counted.partners,
        partners_number=formats.number(counted.partners),
    )


def note(view: View) -> str:
    """How to read the rows, and whether all of them are shown."""
    if view.snapshot.as_of:
        return text("past-registrations")
    counted = queries.counted(view.scope, view.version, view.edition, view.filters.restriction)
    some = text("trace-some", shown=formats.number(SHOWN)) if counted.figures > SHOWN else ""
    how = text("registrations-note") if view.scope.sees_sources else ""
    return " ".join(part for part in (some, how) if part)


def rows(view: View, limit: int | None = SHOWN) -> pd.DataFrame:
    """The rows as people read them, the largest figure first."""
    found = queries.traced(view.scope, view.version, view.edition, view.filters.restriction, limit)
    named = found.assign(
        audience=found["audience"].map(view.audience_names), place=view.place_called(found["place"])
    )
    source: tuple[str, ...] = ()
    if view.scope.sees_sources:
        source = ("file", "sheet", "row", "load", "author", "loaded_at")
        named = named.assign(loaded_at=[formats.moment(moment) for moment in named["loaded_at"]])
    return tables.readable(
        named,
        *("number", "partner", "audience", "reach", "expected", "confirmed", "title", "place"),
        *source,
    )


def every_row(view: View) -> partial[pd.DataFrame]:
    """Make all the rows, for a file."""
    return partial(rows, view, None)
