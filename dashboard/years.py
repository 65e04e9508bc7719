"""The tables of the page *Années*. Composes a View with ``metrics``; draws nothing."""

from collections.abc import Sequence

import pandas as pd

from dashboard import metrics, overview, pace, tables
from dashboard.messages import text
from dashboard.view import View


def totals(view: View, editions: Sequence[int]) -> pd.DataFrame:
    """Headline figures, an edition a row, with the change from the one listed before if it is over."""
    rows = [{"edition": edition} | vars(overview.totals(view, edition)) for edition in editions]
    table = pd.DataFrame(rows)
    change = table["reach"].diff().mask(table["edition"] == pace.under_way(view))
    before = table["reach"].shift()
    return table.assign(change=change, change_ratio=change / before.where(before > 0))


def over(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """Headline figures of the editions that are over; all of them where none is."""
    done = table[table["edition"] != pace.under_way(view)]
    return done if len(done) else table


def totals_table(table: pd.DataFrame) -> pd.DataFrame:
    """Headline figures as people read them."""
    return tables.readable(
        table,
        "edition",
        "reach",
        "change",
        "change_ratio",
        "partners",
        "registrations",
        "municipalities",
        "confirmed_share",
    )


def dimensions() -> dict[str, str]:
    """What the editions can be told apart by, by code."""
    return {code: text(f"chart-years-{code}") for code in ("audience", "mrc", "sector")}


def by(view: View, dimension: str, editions: Sequence[int], measure: str = "reach") -> pd.DataFrame:
    """People by a dimension and edition, largest first: ``edition, label, key, value``.

    Zero where an edition reaches nobody. ``measure`` may be ``registrations``, which add up but by audience.
    """
    found = view.reach("edition", dimension) if measure == "reach" else view.activity("edition", dimension)
    reach = found.fillna({dimension: ""}).assign(reach=lambda table: table[measure])
    kept = reach[reach["edition"].isin(editions)]
    names = view.names_of(dimension)
    order = (
        list(names)
        if dimension == "audience"
        else list(kept.groupby(dimension)["reach"].sum().sort_values().index[::-1])
    )
    every = pd.MultiIndex.from_product(
        [[code for code in order if code in set(kept[dimension])], editions], names=[dimension, "edition"]
    )
    full = kept.set_index([dimension, "edition"])["reach"].reindex(every, fill_value=0)
    return tables.labelled(full.rename("value").reset_index(), dimension, names)


def change_table(table: pd.DataFrame) -> pd.DataFrame:
    """People by label and edition, then the change from the first edition to the last."""
    grid = tables.wide(table, "label", "edition", "value", text("column-label"))
    first, last = grid.iloc[:, 1].astype(float), grid.iloc[:, -1].astype(float)
    change = last - first
    return grid.assign(
        **{
            text("column-change"): change.astype("Int64"),
            text("column-change-ratio"): (change / first.where(first > 0) * 100).round(1),
        }
    )


def places(view: View, editions: Sequence[int]) -> pd.DataFrame:
    """People by municipality and edition, largest first: ``row, column, value``, zero kept as zero."""
    table = metrics.municipal(view.reach("edition", "place"), view.reference.places)
    kept = table[table["edition"].isin(editions)]
    order = kept.groupby("place")["reach"].sum().sort_values(ascending=False).index
    ranked = kept.set_index("place").loc[list(order)].reset_index() if len(kept) else kept
    return pd.DataFrame(
        {
            "row": ranked["place"].map(view.names_of("place")),
            "column": ranked["edition"].astype(str),
            "value": ranked["reach"],
        }
    )


def grid(places: pd.DataFrame) -> pd.DataFrame:
    """Municipalities and editions as a grid."""
    return tables.wide(places, "row", "column", "value", text("column-place"))
