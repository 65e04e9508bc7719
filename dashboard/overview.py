"""What the overview and the other pages compare: one edition's figures against the one before.

Composes queries through a View with ``metrics``; draws nothing.
"""

from functools import lru_cache
from typing import Final

import pandas as pd

from dashboard import formats, metrics, tables
from dashboard.behind import ALL, Count, Links, behind, compared, editions
from dashboard.components import Tile
from dashboard.messages import text
from dashboard.metrics import Totals
from dashboard.question import Narrowing
from dashboard.view import View

MOVED: Final = ("audience", "place", "sector")
"""Dimensions of which what moved most is told."""


@lru_cache(maxsize=256)
def totals(view: View, edition: int) -> Totals:
    """Headline figures of one edition, under the view's filters."""
    places = metrics.governed(view.activity("edition", "place"), view.reference.places)
    return metrics.totals(view.reach("edition"), view.activity("edition"), places, edition)


def previous_totals(view: View) -> Totals | None:
    """Headline figures of the edition before, if there is one."""
    return totals(view, view.previous) if view.previous else None


def tiles(
    now: Totals, before: Totals | None, view: View | None = None, *, same_day: bool = False
) -> list[Tile]:
    """The five headline figures, each with its change where there is an edition before.

    Where that edition is read on the ``same_day``, nothing of it was confirmed yet: that share has no change.
    With a ``view``, each leads to its rows.
    """

    def rows(count: Count) -> str | None:
        return behind(view, count=count) if view else None

    changes = _changes(now, before) if before else dict.fromkeys(vars(now))
    how = f" {text('pace-tile-help')}" if same_day else ""
    if same_day:
        changes["confirmed_share"] = None
    return [
        Tile(
            text("column-reach"),
            formats.number(now.reach),
            changes["reach"],
            text("help-reach") + how,
            "contacts",
            rows("reach"),
        ),
        Tile(
            text("column-partners"),
            formats.number(now.partners),
            changes["partners"],
            how.strip() or None,
            "counted",
            rows("partners"),
        ),
        Tile(
            text("column-registrations"),
            formats.number(now.registrations),
            changes["registrations"],
            how.strip() or None,
            "counted",
            rows("registrations"),
        ),
        Tile(
            text("column-municipalities"),
            formats.number(now.municipalities),
            changes["municipalities"],
            text("help-municipalities") + how,
            "places",
            rows("municipalities"),
        ),
        Tile(
            text("tile-confirmed-share"),
            formats.percent(now.confirmed_share),
            changes["confirmed_share"],
            text("help-confirmed-share"),
            "expected",
            rows("confirmed"),
        ),
    ]


def count_tile(count: Count, by_edition: pd.Series, view: View, kept: Narrowing = ALL) -> Tile:
    """A count of the chosen edition and its change; an edition without a row counts zero.

    ``kept``: what it counts of what the filters keep, for the way to its rows.
    """
    now = int(by_edition.get(view.edition, 0))
    change = None
    if view.previous is not None:
        change = formats.signed(now - int(by_edition.get(view.previous, 0)))
    return Tile(text(f"column-{count}"), formats.number(now), change, rows=behind(view, kept, count))


@lru_cache(maxsize=256)
def comparison(view: View, dimension: str) -> pd.DataFrame:
    """People by audience, place, MRC or sector, this edition and the one before, with labels."""
    compared = metrics.compare(view.reach("edition", dimension), dimension, view.edition, view.previous)
    return tables.labelled(compared, dimension, view.names_of(dimension))


def comparison_table(comparison: pd.DataFrame) -> pd.DataFrame:
    """A comparison as people read it."""
    return tables.readable(comparison, "label", "value", "previous", "change", "change_ratio")


@lru_cache(maxsize=256)
def moved_most(view: View) -> pd.DataFrame:
    """The audiences, territories and sectors that changed most: a comparison with its ``group``."""
    return pd.concat(
        [
            metrics.moved_most(comparison(view, dimension)).assign(group=text(f"moved-{dimension}"))
            for dimension in MOVED
        ],
        ignore_index=True,
    )


def moved_in_order(view: View) -> pd.DataFrame:
    """What moved most in the order in which it is drawn: group by group, from the gains to the losses."""
    moved = moved_most(view)
    groups = [group.sort_values("change", ascending=False) for _, group in moved.groupby("group", sort=False)]
    return pd.concat(groups or [moved], ignore_index=True)


def moved_rows(view: View, moved: pd.DataFrame) -> Links:
    """The addresses of the rows behind what moved most, in its order."""
    found: Links = {}
    for _, row in moved.iterrows():
        dimension = next(name for name in MOVED if pd.notna(row[name]))
        for title, addresses in compared(view, dimension, [row["key"]]).items():
            found.setdefault(title, []).extend(addresses)
    return found


def moved_table(moved: pd.DataFrame) -> pd.DataFrame:
    """What moved most as people read it."""
    return tables.readable(moved, "group", "label", "value", "previous", "change", "change_ratio")


@lru_cache(maxsize=256)
def published_people(view: View) -> pd.DataFrame:
    """Totals made public, for the editions that have one; empty under a filter, which they ignore."""
    published = view.reference.published
    people = published[published["measure"] == "people"]
    if view.is_filtered:
        people = people.iloc[:0]
    return people.assign(
        qualifier_text=[
            text(f"qualifier-{row.qualifier.replace('_', '-')}", number=formats.number(row.value))
            for row in people.itertuples()
        ]
    )


def basis_names() -> dict[str, str]:
    """What a published total counts, by code."""
    return {basis: text(f"basis-{basis}") for basis in ("registered", "target")}


@lru_cache(maxsize=256)
def published_notes(view: View) -> list[str]:
    """One sentence by published total: what it says, its basis, its source, why it does not compare."""
    people = published_people(view)
    breaks = metrics.published_breaks(people).set_index("edition")
    return [_published_note(row, breaks, view) for row in people.itertuples()]


def trend_table(reach: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    """The trend and the published totals in one table, an edition a row."""
    return tables.readable(
        _beside_published(reach, published),
        "edition",
        "reach",
        "expected",
        "confirmed",
        "qualifier_text",
        "basis_text",
        "source_title",
    )


def trend_rows(view: View, reach: pd.DataFrame, published: pd.DataFrame) -> Links:
    """The addresses of the rows behind the trend, in its order; none where only a total was made public."""
    return editions(view, _beside_published(reach, published)["edition"])


def _beside_published(reach: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    told = published.assign(basis_text=published["basis"].map(basis_names()))
    return reach.merge(
        told[["edition", "qualifier_text", "basis_text", "source_title"]], on="edition", how="outer"
    )


def _published_note(row: object, breaks: pd.DataFrame, view: View) -> str:
    edition = row.edition  # type: ignore[attr-defined]
    reasons = []
    if edition in breaks.index:
        changed = breaks.loc[edition]
        reasons = [
            text(f"break-{cause}", edition=str(changed["before"]))
            for cause in ("basis", "audiences")
            if changed[f"{cause}_changed"]
        ]
    names = view.audience_names
    sentence = text(
        "published-note",
        edition=str(edition),
        figure=row.qualifier_text,  # type: ignore[attr-defined]
        basis=text(f"basis-{row.basis}"),  # type: ignore[attr-defined]
        audiences=", ".join(names[code].lower() for code in row.audiences),  # type: ignore[attr-defined]
        source=row.source_title,  # type: ignore[attr-defined]
    )
    return " ".join([sentence, *reasons])


def _changes(now: Totals, before: Totals) -> dict[str, str | None]:
    counts = ("partners", "registrations", "municipalities")
    relative = metrics.relative_change(now.reach, before.reach)
    points = (now.confirmed_share - before.confirmed_share) * 100
    people: dict[str, str | None] = {
        "reach": formats.signed_percent(relative, 1 if abs(relative) < 0.1 else 0),
        "confirmed_share": text("points", change=formats.signed(points)),
    }
    return people | {name: formats.signed(getattr(now, name) - getattr(before, name)) for name in counts}
