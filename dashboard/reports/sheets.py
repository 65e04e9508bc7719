"""What the workbook holds: one table by question, made by the very functions of the pages.

Not here: how a sheet is written (``workbook``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from dashboard import audiences, balance, metrics, overview, tables, territories, years
from dashboard.components import edition_name
from dashboard.messages import text
from dashboard.view import View


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table under its name, and a line that says what it holds."""

    name: str
    note: str
    table: pd.DataFrame


def sheets(view: View) -> list[Sheet]:
    """Every sheet that has something to say, in the language spoken."""
    return [
        Sheet(text(f"sheet-{key}"), text(f"sheet-{key}-note", edition=str(view.edition)), table)
        for key, table in _tables(view)
        if len(table)
    ]


def _tables(view: View) -> Iterator[tuple[str, pd.DataFrame]]:
    yield "editions", years.totals_table(years.totals(view, view.snapshot.editions))
    yield "audiences", _compared(view, "audience")
    yield "municipalities", _places(view)
    yield "mrc", _mrcs(view)
    yield "sectors", _compared(view, "sector")
    yield "actions", _compared(view, "action")
    yield "editions-audiences", _over_years(view, "audience")
    yield "editions-municipalities", _over_years(view, "place")
    yield "editions-mrc", _over_years(view, "mrc")
    yield "editions-sectors", _over_years(view, "sector")
    yield "editions-actions", _over_years(view, "action")
    for dimension, key in (("mrc", "audiences-mrc"), ("sector", "audiences-sectors")):
        yield key, _crossed(view, dimension)
    yield "confirmed", audiences.expected_confirmed_table(audiences.expected_and_confirmed(view))
    yield "published", _published(view)


def _compared(view: View, dimension: str) -> pd.DataFrame:
    compared = overview.comparison(view, dimension)
    if dimension == "audience":
        compared = compared.sort_values(
            "audience", key=lambda codes: codes.map(list(view.audience_names).index)
        )
    else:
        compared = compared.sort_values(["value", "label"], ascending=[False, True])
    kept = ("value", "previous", "change", "change_ratio") if view.previous else ("value",)
    return tables.readable(compared, "label", *kept, previous=edition_name(view.previous))


def _places(view: View) -> pd.DataFrame:
    """Every municipality, then the places that are none: together they make the total."""
    municipal = territories.measured(view, "municipality", "reach")
    places = view.reference.places
    people = metrics.elsewhere(view.reach("edition", "place"), places)
    counts = metrics.elsewhere(view.activity("edition", "place"), places)
    now = people[people["edition"] == view.edition].set_index("place")["reach"]
    active = counts[counts["edition"] == view.edition].set_index("place")
    rest = active.join(now, how="outer").rename_axis("place").reset_index()
    rest = rest.assign(label=rest["place"].map(view.names_of("place")))
    since = str(view.previous) if view.previous else None
    return territories.ranking(pd.concat([municipal, rest], ignore_index=True), since)


def _mrcs(view: View) -> pd.DataFrame:
    """Every MRC, then what has none: together they make the total."""
    every = balance.with_rest(view, territories.measured(view, "mrc", "reach"), "mrc")
    return tables.readable(
        every.assign(rate=every["rate"].round(1)),
        "label",
        "reach",
        "rate",
        "registrations",
        "partners",
        "change",
        "population",
        change=_since(view),
    )


def _since(view: View) -> str:
    return text("column-change-since", edition=str(view.previous)) if view.previous else text("column-change")


def _over_years(view: View, dimension: str) -> pd.DataFrame:
    editions = view.snapshot.editions
    table = years.by(view, dimension, editions)
    if len(editions) < 2 or table.empty:
        return tables.wide(table, "label", "edition", "value", text("column-label"))
    between = {"first": str(editions[0]), "last": str(editions[-1])}
    return years.change_table(table).rename(
        columns={
            text("column-change"): text("column-change-between", **between),
            text("column-change-ratio"): text("column-change-ratio-between", **between),
        }
    )


def _crossed(view: View, dimension: str) -> pd.DataFrame:
    crossed = audiences.crossed(view, dimension)
    if crossed.empty:
        return crossed
    order = list(view.audience_names.values())
    crossed = crossed.sort_values("row", key=lambda names: names.map(order.index), kind="stable")
    grid = audiences.grid(crossed, "value", rows="row", columns="column")
    return grid[[grid.columns[0], *audiences.columns_present(view, dimension, crossed)]]


def _published(view: View) -> pd.DataFrame:
    told = overview.published_people(view)
    told = told.assign(basis_text=told["basis"].map(overview.basis_names()))
    return tables.readable(
        told,
        "edition",
        "value",
        "qualifier_text",
        "basis_text",
        "source_title",
        value=text("column-value-published"),
    )
