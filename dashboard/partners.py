"""The tables and sentences of the page *Partenaires*. Composes a View with ``loyalty``; draws nothing."""

from functools import lru_cache
from typing import Final

import pandas as pd

from dashboard import contributed, formats, loyalty, overview, queries, tables
from dashboard.behind import Links, each, rows
from dashboard.components import Tile
from dashboard.messages import text
from dashboard.view import View

PANELS: Final = ("everyone", "call", "welcome", "silent", "cohorts")
ACTIONS_TOLD: Final = 2
"""Types of action told of a partner, the most frequent."""


def panels() -> dict[str, str]:
    """The parts of the page, by name."""
    return {name: text(f"partners-{name}") for name in PANELS}


@lru_cache(maxsize=64)
def history(view: View) -> pd.DataFrame:
    """What each partner's presence has been up to the chosen edition, as ``loyalty.history``."""
    editions = [edition for edition in view.snapshot.editions if edition <= view.edition]
    return loyalty.history(contributed.present(view), editions)


@lru_cache(maxsize=64)
def concentration(view: View) -> pd.DataFrame:
    """How much the largest partners of the chosen edition make together."""
    return loyalty.concentration(contributed.people(view, view.edition)["reach"])


def finding(view: View) -> str:
    """« 47 des 750 partenaires réunissent la moitié des personnes rejointes en 2026. »"""
    count, half = len(here(view)), loyalty.half(concentration(view))
    if half is None:
        return text("partners-count", count=count, number=formats.number(count), edition=str(view.edition))
    return text(
        "partners-half",
        count=half,
        half=formats.number(half),
        partners=formats.number(count),
        edition=str(view.edition),
    )


def tiles(view: View) -> list[Tile]:
    """Partners, those who are new, those who came back, those to call."""
    counts = view.activity("edition").set_index("edition")["partners"]
    figures = [overview.count_tile("partners", counts, view)]
    figures.append(Tile(text("partners-tile-new"), formats.number(len(to_welcome(view)))))
    if view.previous is not None:
        kept = loyalty.retention(contributed.present(view), view.previous, view.edition)
        told = text("partners-tile-retention-help", edition=str(view.previous))
        figures.append(Tile(text("partners-tile-retention"), formats.percent(kept), help=told))
        told = text("partners-call-note", edition=str(view.edition))
        figures.append(Tile(text("partners-tile-call"), formats.number(len(to_call(view))), help=told))
    return figures


@lru_cache(maxsize=64)
def here(view: View) -> pd.DataFrame:
    """The partners of the chosen edition, the largest first: ``partner`` and all that is told of each."""
    present = history(view)
    return _told(view, present[present["is_present"]], view.edition).sort_values(
        ["reach", "partner"], ascending=[False, True], ignore_index=True
    )


def to_welcome(view: View) -> pd.DataFrame:
    """Those who never came before, the largest first; nobody in the first edition held."""
    if view.previous is None:
        return here(view).iloc[:0]
    everyone = here(view)
    return everyone[everyone["first"] == str(view.edition)].reset_index(drop=True)


@lru_cache(maxsize=64)
def to_call(view: View) -> pd.DataFrame:
    """Those who came in two editions or more and are absent, with what they last did; the largest first."""
    past = history(view)
    absent = past[~past["is_present"] & (past["years"] >= loyalty.FAITHFUL)]
    tables_ = [_told(view, absent[absent["last"] == last], int(last)) for last in sorted(set(absent["last"]))]
    together = pd.concat(tables_) if tables_ else _told(view, absent, view.edition)
    return together.sort_values(["reach", "partner"], ascending=[False, True], ignore_index=True)


def search(table: pd.DataFrame, words: str, view: View) -> pd.DataFrame:
    """Keep the partners whose name, sector or territory holds all these words."""
    kept = table.assign(name=contributed.called(view, table["partner"]))
    held = (kept["name"] + " " + kept["sector"] + " " + kept["territory"]).str.lower()
    held = held.str.replace("\u2019", "'")
    for word in words.lower().replace("\u2019", "'").split():
        kept = kept[held.loc[kept.index].str.contains(word, regex=False)]
    return kept.reset_index(drop=True)


def everyone_table(found: pd.DataFrame) -> pd.DataFrame:
    """The partners of the edition as people read them."""
    return tables.readable(
        found,
        *("name", "reach", "share", "expected", "confirmed", "registrations"),
        *("sector", "territory", "first", "years", "streak"),
        name=text("column-partner"),
        share=text("partners-column-share"),
        **_titles("first", "years", "streak"),
    )


def call_table(found: pd.DataFrame) -> pd.DataFrame:
    """The list to call as people read it."""
    return tables.readable(
        found,
        *("name", "last", "reach", "actions", "registrations"),
        *("sector", "territory", "years", "streak", "first"),
        name=text("column-partner"),
        **_titles("last", "actions", "first", "years", "streak"),
    )


def welcome_table(found: pd.DataFrame) -> pd.DataFrame:
    """Those to welcome as people read them."""
    return tables.readable(
        found,
        *("name", "reach", "actions", "registrations", "sector", "territory"),
        name=text("column-partner"),
        **_titles("actions"),
    )


def silent_table(view: View) -> pd.DataFrame:
    """The registrations of the edition without any figure, as people read them."""
    places = tuple(sorted(view.reference.places["current_code"].unique()))
    rows = queries.registrations(view.scope, view.version, view.edition, places, view.filters.restriction)
    silent = rows[rows["reach"].isna()]
    named = silent.assign(
        sector=silent["sector"].map(view.sector_names),
        action=silent["action"].map(view.action_names),
        place=view.place_called(silent["place"]),
    )
    source = ("file", "sheet", "row") if view.scope.sees_sources else ()
    return tables.readable(
        named, "number", "partner", "title", "action", "place", "held_on", "sector", *source
    )


def cohorts(view: View) -> pd.DataFrame:
    """How many of each edition's newcomers are there later: ``label, edition, share, partners``."""
    table = loyalty.cohorts(contributed.present(view), view.snapshot.editions)
    labels = [
        text("partners-cohort", edition=str(first), number=formats.number(size), count=int(size))
        for first, size in zip(table["first"], table["size"], strict=True)
    ]
    return table.assign(label=labels)


def cohorts_table(table: pd.DataFrame) -> pd.DataFrame:
    """Cohorts as a grid of partners present."""
    return tables.wide(table, "label", "edition", "partners", text("partners-column-cohort"))


def concentration_table(view: View) -> pd.DataFrame:
    """The largest partners and what they make together, as people read them."""
    table = concentration(view)
    return tables.readable(
        table.assign(name=contributed.called(view, table["partner"])),
        *("rank", "name", "reach", "share"),
        name=text("column-partner"),
        rank=text("partners-column-rank"),
        share=text("partners-column-together"),
    )


def concentration_rows(view: View) -> Links:
    """The addresses of the rows behind the curve, in its order."""
    return rows(view, "partner", concentration(view)["partner"])


def rows_of(view: View, found: pd.DataFrame) -> Links:
    """The addresses of the rows of some partners, each in the last edition that is told of them."""
    last = zip(found["partner"], found["last"], strict=True)
    return {text("column-rows"): [each(view, "partner", [one], edition=int(of))[0] for one, of in last]}


def _told(view: View, past: pd.DataFrame, edition: int) -> pd.DataFrame:
    """What is told of some partners as they were in one edition."""
    rows = contributed.present(view)
    then = rows[(rows["edition"] == edition) & rows["partner"].isin(past.index)]
    people = contributed.people(view, edition)
    total = people["reach"].sum()
    codes = {column: loyalty.mainly(then, column) for column in ("sector", "place")}
    table = past.assign(
        **{measure: people[measure].reindex(past.index) for measure in people},
        share=people["reach"].reindex(past.index) / (total or float("nan")),
        registrations=then.groupby("partner")["registrations"].sum().reindex(past.index),
        sector=codes["sector"].reindex(past.index).map(view.sector_names),
        territory=codes["place"].reindex(past.index).map(view.names_of("place")),
        actions=_actions(view, then).reindex(past.index),
    )
    years = {column: table[column].astype(str) for column in ("first", "last")}  # names, not quantities
    return table.assign(**years).rename_axis("partner").reset_index()


def _actions(view: View, then: pd.DataFrame) -> pd.Series:
    """The types of action of each partner, the most frequent first."""
    counts = then.groupby(["partner", "action"], observed=True, as_index=False)["registrations"].sum()
    counts = counts.sort_values(["partner", "registrations"], ascending=[True, False], kind="stable")
    first = counts.groupby("partner").head(ACTIONS_TOLD)
    named = first.assign(action=first["action"].astype(object).map(view.action_names))
    return named.groupby("partner")["action"].agg(", ".join)


def _titles(*columns: str) -> dict[str, str]:
    return {column: text(f"partners-column-{column}") for column in columns}
