"""Which municipalities an edition covers, which passed a resolution, and what became of each between two.

Composes a View with ``absences``; draws nothing. Not here: audience by audience (``unreached``).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import pandas as pd

from dashboard import absences, explained, formats, metrics, pace, queries, tables
from dashboard.behind import Links, rows
from dashboard.behind import compared as rows_compared
from dashboard.map_classes import STATES
from dashboard.messages import text
from dashboard.question import Restriction
from dashboard.view import View
from etl.schema import AUDIENCES, MUNICIPAL_KINDS

LISTED: Final = ("lost", "new", "absent", "never", "no_data", "covered", "resolution", "still", "apart")
"""The order of the states in a list: those that call for something first."""


def asked(view: View) -> pd.DataFrame:
    """The territories of the map that the filters keep: rows of ``reference.places``."""
    places = view.reference.places
    current = places[(places.index == places["current_code"]) & places["kind"].isin(MUNICIPAL_KINDS)]
    of_places = Restriction(territories=view.filters.restriction.territories)
    return current[metrics.kept(current.reset_index(), of_places).to_numpy()]


def governed(view: View) -> pd.DataFrame:
    """Those of them that are municipalities or reserves: what « sur 48 » is of, wherever it is said."""
    return absences.governed(asked(view))


def silent(view: View, edition: int) -> pd.DataFrame:
    """Registrations that give no figure, under the filters: ``place, audience, registrations``.

    At an earlier version, those that give none at all: the facts that told the others are gone.
    """
    version = dict(view.snapshot.versions)[edition]
    found = queries.silences(view.scope, version, edition)
    if found is None:
        whole = queries.presence(view.snapshot.versions, view.scope, queries.database_url())
        found = whole[(whole["edition"] == edition) & (whole["audiences"] == 0)].assign(audience=None)
    rows = found[metrics.kept(found, view.filters.restriction)]
    wanted = view.filters.restriction.audiences or AUDIENCES
    return rows[rows["audience"].isin(wanted) | rows["audience"].isna()]


@lru_cache(maxsize=64)
def states(view: View, edition: int) -> pd.Series:
    """The coverage of each territory asked for in an edition, as ``absences.states``."""
    activity = view.activity("edition", "place", "action")
    now = activity[activity["edition"] == edition]
    resolved = now.loc[now["action"] == absences.RESOLUTION, "place"]
    unsure = silent(view, edition)["place"] if view.filters.restriction.audiences else []
    return absences.states(asked(view), set(now["place"]), set(resolved), set(unsure))


def mapped(view: View) -> pd.DataFrame:
    """The map of coverage: ``place, label, value, status, mrc_name, population``, then counts.

    ``registrations`` and ``resolutions`` are those held in the territory.
    """
    activity = view.activity("edition", "place", "action")
    now = activity[activity["edition"] == view.edition]
    every = now.groupby("place")["registrations"].sum()
    resolutions = now[now["action"] == absences.RESOLUTION].groupby("place")["registrations"].sum()
    table = _labelled(view, states(view, view.edition))
    return table.assign(
        registrations=table["place"].map(every).fillna(0).astype(int),
        resolutions=table["place"].map(resolutions).fillna(0).astype(int),
    )


def earlier(view: View) -> list[int]:
    """The editions that the chosen one may be compared with, the newest first."""
    return [edition for edition in view.snapshot.editions if edition < view.edition][::-1]


def compared(view: View, before: int) -> View:
    """The view in which coverage compares with an earlier edition: on the same day while one comes in."""
    return explained.same_day(view, before, view.edition) or view


def changed(view: View, before: int) -> pd.DataFrame:
    """The map of what became of each territory since an edition: ``place, label, value, status`` and more."""
    beside = compared(view, before)
    table = _labelled(view, absences.change_of_states(states(beside, before), states(view, view.edition)))
    activity = beside.activity("edition", "place").set_index(["edition", "place"])["registrations"]
    for edition, name in ((before, "before"), (view.edition, "now")):
        of_edition = activity[activity.index.get_level_values("edition") == edition].droplevel("edition")
        table[name] = table["place"].map(of_edition).fillna(0).astype(int)
    return table


def maps(earlier: Sequence[int]) -> dict[str, str]:
    """The maps of the page, by name; what changed only where there is an edition before."""
    kept = ("coverage", "change") if earlier else ("coverage",)
    return {name: text(f"coverage-map-{name}") for name in kept}


def title(view: View, before: int | None) -> str:
    """What a map shows: the coverage of the chosen edition, or what became of it since another."""
    if before is None:
        return text("coverage-title", edition=str(view.edition))
    return text("coverage-title-change", before=str(before), now=str(view.edition))


def note(view: View, before: int | None) -> str:
    """How to read a map: who was gained and lost by name, how the editions compare, what is not counted."""
    parts = [] if before is None else [*_gained_and_lost(view, before), *_how_compared(view, before)]
    parts += apart_note(view)
    return " ".join([*parts, text("coverage-note"), text("geography-note")])


def apart_note(view: View) -> list[str]:
    """Say that unorganised territories are on the map, and in no count of municipalities."""
    count = len(asked(view)) - len(governed(view))
    return [text("coverage-apart-note", count=count, number=formats.number(count))] if count else []


def state_names() -> dict[str, str]:
    """What each state is called in the legend, the labels and the tables."""
    return {code: text(f"coverage-{code.replace('_', '-')}") for code in STATES}


def table(view: View, before: int | None) -> pd.DataFrame:
    """The figures of a map as people read them."""
    found = mapped(view) if before is None else changed(view, before)
    found = found.assign(state=found["status"].map(state_names()))
    counts = (
        {"registrations": text("column-registrations"), "resolutions": text("column-resolutions")}
        if before is None
        else {
            "before": text("column-registrations-in", edition=str(before)),
            "now": text("column-registrations-in", edition=str(view.edition)),
        }
    )
    return tables.readable(
        found, "label", "state", *counts, "population", "mrc_name", state=text("column-coverage"), **counts
    )


def rows_of(view: View, before: int | None) -> Links:
    """The addresses of the rows behind a map's registrations, in the order of its table."""
    if before is None:
        return rows(view, "place", mapped(view)["place"], count="registrations")
    places = list(changed(view, before)["place"])
    both = (before, view.edition)
    return rows_compared(compared(view, before), "place", places, count="registrations", of=both)


def _gained_and_lost(view: View, before: int) -> list[str]:
    found = changed(view, before)
    names = {status: found.loc[found["status"] == status, "label"].tolist() for status in ("new", "lost")}
    return [
        text(f"coverage-{status}-names", count=len(said), names=formats.enumeration(said))
        for status, said in names.items()
    ]


def _how_compared(view: View, before: int) -> list[str]:
    """How two editions compare while the chosen one comes in: on the same day, or not quite."""
    day = explained.day_note(compared(view, before), view.edition)
    where = pace.stage(view)
    if day is None and where is not None and where.comes_in:
        return [text("coverage-not-over", edition=str(view.edition))]
    return [] if day is None else [day]


def _labelled(view: View, status: pd.Series) -> pd.DataFrame:
    places = asked(view)
    table = places.assign(
        label=places.index.map(view.names_of("place")),
        mrc_name=places["mrc"].map(view.names_of("mrc")),
        status=status,
        value=float("nan"),
    ).rename_axis("place")
    order = table["status"].map({code: number for number, code in enumerate(LISTED)})
    kept = table.assign(order=order).sort_values(["order", "population"], ascending=[True, False])
    return kept.reset_index()[["place", "label", "value", "status", "mrc_name", "population"]]
