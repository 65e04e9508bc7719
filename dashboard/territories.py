"""The tables of the page *Municipalités*. Composes a View with ``metrics``; draws nothing."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal

import pandas as pd

from dashboard import coverage, formats, metrics, overview, pace, queries, tables
from dashboard.absences import governed
from dashboard.behind import behind, only
from dashboard.components import Tile
from dashboard.messages import text
from dashboard.question import Narrowing
from dashboard.view import View
from etl.schema import MUNICIPAL_KINDS

Level = Literal["municipality", "mrc"]
Measure = Literal["reach", "rate", "registrations", "change"]

KINDS: Final[dict[str, Any]] = {
    "reach": "count",
    "rate": "rate",
    "registrations": "count",
    "change": "change",
}


@dataclass(frozen=True)
class Panel:
    """One territory in the chosen edition."""

    title: str
    subtitle: str
    tiles: list[Tile]
    trend: pd.DataFrame
    audiences: pd.DataFrame


def levels() -> dict[str, str]:
    """The two levels of the map."""
    return {level: text(f"level-{level}") for level in ("municipality", "mrc")}


def measures(view: View) -> dict[str, str]:
    """What the map can show; the change only where there is an edition before."""
    kept = ("reach", "rate", "registrations", *(("change",) if view.previous else ()))
    return {measure: text(f"measure-{measure}") for measure in kept}


def windows() -> dict[str, str]:
    """The two frames of the map."""
    return {window: text(f"window-{window}") for window in ("inhabited", "whole")}


def status_names() -> dict[str, str]:
    """What each mark without a class says."""
    return {status: text(f"status-{status}") for status in ("zero", "nothing", "no_data")}


def range_pattern() -> str:
    """How the legend names a class from ``{low}`` to ``{high}``."""
    return text("map-range", low="{low}", high="{high}")


@lru_cache(maxsize=256)
def reached(view: View) -> dict[str, Any]:
    """What the page's finding says: municipalities reached of those asked for, and the first of them."""
    table = measured(view, "municipality", "reach")
    people = table["reach"].fillna(0)
    first = people.idxmax()
    total = people.sum()
    asked = coverage.governed(view) if len(coverage.governed(view)) else governed(view.reference.places)
    return {
        "reached": int((table["place"].isin(asked.index) & (table["registrations"] > 0)).sum()),
        "everywhere": len(asked),
        "edition": view.edition,
        "leader": table.at[first, "label"],
        "leader_share": people[first] / total if total else float("nan"),
    }


@lru_cache(maxsize=256)
def measured(view: View, level: str, measure: str) -> pd.DataFrame:
    """Every territory of a level in the chosen edition, those with nothing included.

    Returns:
        One row per territory on the most recent geography, largest first: ``place`` (code), ``label,
        mrc_name, population, reach, registrations, partners, previous, change, rate`` (people per
        1,000 inhabitants), ``value`` (the measure asked) and ``status`` (value, zero, nothing: no
        registration, no_data: registrations without a figure, or no population to divide by).
    """
    dimension = "place" if level == "municipality" else "mrc"
    every = _territories(view, level)
    people = view.reach("edition", dimension)
    now = people[people["edition"] == view.edition].set_index(dimension)["reach"]
    activity = view.activity("edition", dimension)
    counts = activity[activity["edition"] == view.edition].set_index(dimension)
    table = every.assign(
        reach=now.reindex(every.index),
        registrations=counts["registrations"].reindex(every.index, fill_value=0),
        partners=counts["partners"].reindex(every.index, fill_value=0),
    )
    before = people[people["edition"] == view.previous].set_index(dimension)["reach"]
    table["previous"] = before.reindex(every.index, fill_value=0) if view.previous else float("nan")
    table["change"] = table["reach"].fillna(0) - table["previous"]
    table["rate"] = metrics.rate_per_thousand(table["reach"], table["population"])
    table["value"] = table[measure]
    table["status"] = [_status(row, measure) for row in table.itertuples()]
    return table.rename_axis("place").reset_index().sort_values(["value", "label"], ascending=[False, True])


def ranking(table: pd.DataFrame, since: str | None) -> pd.DataFrame:
    """Territories as people read them; ``since`` names the edition that their change is since."""
    return tables.readable(
        table.assign(rate=table["rate"].round(1)),
        "label",
        "reach",
        "rate",
        "registrations",
        "partners",
        "change",
        "population",
        "mrc_name",
        change=text("column-change-since", edition=since) if since else text("column-change"),
    )


def choices(view: View, level: str) -> dict[str, str]:
    """Territories that can be opened, by name."""
    return _territories(view, level)["label"].sort_values().to_dict()


def panel(view: View, level: str, place: str) -> Panel:
    """The figures of one territory; its trend apart, they compare as ``pace.beside`` says."""
    dimension = "place" if level == "municipality" else "mrc"
    other = pace.beside(view)
    row = measured(other, level, "reach").set_index("place").loc[place]
    people, activity = view.reach("edition", dimension), view.activity("edition", dimension)
    trend = people[people[dimension] == place]
    editions = pd.DataFrame({"edition": list(view.snapshot.editions)})
    known = activity[activity[dimension] == place][["edition"]].merge(trend, on="edition", how="left")
    audiences = other.reach("edition", dimension, "audience")
    compared = metrics.compare(
        audiences[audiences[dimension] == place], "audience", view.edition, other.previous
    )
    activity = other.activity("edition", dimension)
    counts = activity[activity[dimension] == place].set_index("edition")
    return Panel(
        title=row["label"],
        subtitle=_subtitle(row),
        tiles=_tiles(other, row, counts, only(dimension, place)),
        trend=editions.merge(known, on="edition", how="left"),
        audiences=tables.labelled(compared, "audience", view.audience_names),
    )


def trend_table(trend: pd.DataFrame) -> pd.DataFrame:
    """One territory over the editions as people read it."""
    return tables.readable(trend, "edition", "reach", "expected", "confirmed")


def places_of(view: View, level: str, place: str) -> tuple[str, ...]:
    """Codes of the places that a territory holds, on the most recent geography."""
    places = view.reference.places
    column = "current_code" if level == "municipality" else "mrc"
    return tuple(sorted(places.loc[places[column] == place, "current_code"].unique()))


def registrations(view: View, level: str, place: str) -> pd.DataFrame:
    """The registrations behind a territory's figure, each with the file, sheet and row it came from."""
    current = places_of(view, level, place)
    version = dict(view.snapshot.versions)[view.edition]
    rows = queries.registrations(view.scope, version, view.edition, current, view.filters.restriction)
    named = rows.assign(
        sector=rows["sector"].map(view.sector_names),
        action=rows["action"].map(view.action_names),
        place=view.place_called(rows["place"]),
    )
    source = ("file", "sheet", "row") if view.scope.sees_sources else ()
    return tables.readable(
        named,
        *("number", "partner", "action", "title", "place", "held_on"),
        *("expected", "confirmed", "reach", "sector"),
        *source,
    )


def registrations_note(view: View) -> str | None:
    """How to read them: as they are now, and from which row, for who may see it."""
    if view.snapshot.as_of:
        return text("past-registrations")
    return text("registrations-note") if view.scope.sees_sources else None


def originals(view: View, registration: pd.Series) -> list[tuple[str, pd.DataFrame]]:
    """The rows that a registration comes from, as they were: where each is, and its cells by header."""
    found = queries.original_rows(view.scope, view.edition, str(registration[text("column-number")]))
    return [
        (
            text("original-row", file=row["file"], sheet=row["sheet"], row=str(row["row"])),
            pd.DataFrame(
                list((row["cells"] or {}).items()), columns=[text("column-header"), text("column-cell")]
            ),
        )
        for row in found
    ]


def _territories(view: View, level: str) -> pd.DataFrame:
    places = view.reference.places
    current = places[(places.index == places["current_code"]) & places["kind"].isin(MUNICIPAL_KINDS)]
    current = current.assign(
        label=current.index.map(view.names_of("place")), mrc_name=current["mrc"].map(view.names_of("mrc"))
    )
    if level == "municipality":
        return current[["label", "mrc_name", "population"]]
    grouped = current.groupby("mrc").agg(
        label=("mrc_name", "first"),
        mrc_name=("mrc_name", "first"),
        population=("population", lambda people: people.sum(min_count=1)),
    )
    return grouped


def _status(row: Any, measure: str) -> str:
    if measure == "change":
        return "nothing" if row.registrations == 0 and not row.previous else "value"
    if row.registrations == 0:
        return "nothing"
    if pd.isna(row.value):
        return "no_data"
    return "value" if row.value else "zero"


def _subtitle(row: pd.Series) -> str:
    if pd.isna(row["population"]):
        return text("place-subtitle-unknown", mrc=row["mrc_name"])
    return text("place-subtitle", mrc=row["mrc_name"], population=formats.number(row["population"]))


def _tiles(view: View, row: pd.Series, counts: pd.DataFrame, kept: Narrowing) -> list[Tile]:
    people = formats.number(row["reach"])
    change = formats.signed(row["change"]) if view.previous else None
    rate = formats.number(row["rate"], 1)
    rows = behind(view, kept)
    return [
        Tile(text("column-reach"), people, change, text("help-reach"), "contacts", rows),
        Tile(text("measure-rate"), rate, help=text("rate-note"), method="places", rows=rows),
        overview.count_tile("partners", counts["partners"], view, kept),
        overview.count_tile("registrations", counts["registrations"], view, kept),
    ]
