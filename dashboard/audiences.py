"""The tables of the page *Publics*. Composes a View with ``metrics``; draws nothing."""

from dataclasses import dataclass

import pandas as pd

from dashboard import formats, metrics, overview, tables
from dashboard.behind import Links, behind, only, rows
from dashboard.components import Tile
from dashboard.messages import text
from dashboard.question import Narrowing
from dashboard.view import View


@dataclass(frozen=True)
class Detail:
    """One audience in the chosen edition: headline figures, and where its people are."""

    tiles: list[Tile]
    breakdowns: dict[str, pd.DataFrame]


def over_years(view: View) -> pd.DataFrame:
    """People by audience and edition: ``edition, label, key, value``; missing where not counted."""
    reach = view.reach("edition", "audience")
    every = pd.MultiIndex.from_product(
        [view.snapshot.editions, view.audience_names], names=["edition", "audience"]
    )
    full = reach.set_index(["edition", "audience"]).reindex(every).reset_index()
    shown = full.groupby("audience")["reach"].transform("count") > 0
    return tables.labelled(full[shown].assign(value=full["reach"]), "audience", view.audience_names)


def mix(view: View) -> pd.DataFrame:
    """Each audience's part of its edition: ``edition, label, share`` (ratio)."""
    table = over_years(view)
    return table.assign(share=metrics.share(table, within="edition"))


def columns_present(view: View, dimension: str, crossed: pd.DataFrame) -> list[str]:
    """The names of a crossing's columns in their order, those without any registration left out."""
    names = list(view.names_of(dimension).values())
    ordered = [*(sorted(names) if dimension == "mrc" else names), text("no-territory")]
    present = set(crossed["column"])
    return [name for name in ordered if name in present]


def crossed(view: View, dimension: str) -> pd.DataFrame:
    """People by audience and another dimension in the chosen edition: ``row, column, value``."""
    reach = view.reach("edition", "audience", dimension)
    chosen = reach[reach["edition"] == view.edition]
    labels = tables.labelled(chosen, dimension, view.names_of(dimension))["label"]
    return pd.DataFrame(
        {"row": chosen["audience"].map(view.audience_names), "column": labels, "value": chosen["reach"]}
    )


def expected_and_confirmed(view: View) -> pd.DataFrame:
    """Expected and confirmed people by audience, on the participations that report both.

    Returns:
        ``label, audience, expected, confirmed`` (people) and ``ratio``, confirmed over expected: Σ over Σ.
    """
    reach = view.reach("edition", "audience")
    chosen = reach[(reach["edition"] == view.edition) & (reach["expected_where_confirmed"] > 0)]
    labels = chosen["audience"].map(view.audience_names)
    order = list(view.audience_names.values())
    table = pd.DataFrame(
        {
            "label": labels,
            "audience": chosen["audience"],
            "expected": chosen["expected_where_confirmed"],
            "confirmed": chosen["confirmed_where_expected"],
        }
    )
    table = table.assign(ratio=table["confirmed"] / table["expected"])
    return table.sort_values("label", key=lambda column: column.map(order.index))


def expected_confirmed_table(table: pd.DataFrame) -> pd.DataFrame:
    """Expected and confirmed as people read them."""
    return tables.readable(table, "label", "expected", "confirmed", "ratio")


def expected_confirmed_rows(view: View, table: pd.DataFrame) -> Links:
    """The addresses of the rows that report both, in the order of a table."""
    return rows(view, "audience", table["audience"], Narrowing(told="both"), "confirmed")


def grid(table: pd.DataFrame, value: str, rows: str = "label", columns: str = "edition") -> pd.DataFrame:
    """A long table as a grid; ratios become percentages with one decimal."""
    shown = table.assign(**{value: (table[value] * 100).round(1)}) if value == "share" else table
    return tables.wide(shown, rows, columns, value, text("column-label"))


def detail(view: View, audience: str) -> Detail:
    """One audience of the chosen edition, by MRC and by sector, against the edition before."""
    breakdowns = {
        dimension: _of_audience(view, audience, dimension).sort_values("value", ascending=False)
        for dimension in ("mrc", "sector")
    }
    people = overview.comparison(view, "audience").set_index("audience")
    activity = view.activity("edition", "audience")
    counts = activity[activity["audience"] == audience].set_index("edition")
    kept = only("audience", audience)
    figures = [
        Tile(
            text("column-reach"),
            formats.number(people["value"].get(audience, 0)),
            formats.signed_percent(people["change_ratio"].get(audience)) if view.previous else None,
            rows=behind(view, kept),
        )
    ]
    figures += [
        overview.count_tile("registrations", counts["registrations"], view, kept),
        overview.count_tile("partners", counts["partners"], view, kept),
    ]
    return Detail(figures, breakdowns)


def _of_audience(view: View, audience: str, dimension: str) -> pd.DataFrame:
    reach = view.reach("edition", "audience", dimension)
    one = reach[reach["audience"] == audience]
    compared = metrics.compare(one.fillna({dimension: ""}), dimension, view.edition, view.previous)
    return tables.labelled(compared, dimension, view.names_of(dimension))
