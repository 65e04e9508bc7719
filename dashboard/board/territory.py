"""The scenes about places: where people are, and which municipalities are still missing."""

import math
from typing import Any

import pandas as pd

from dashboard import coverage, findings, formats, tables, territories
from dashboard.balance import note
from dashboard.board.scene import Ground, Scene
from dashboard.drawing import Map, Names
from dashboard.messages import text

LEVEL = "municipality"


def mapped(ground: Ground) -> Scene | None:
    """How many municipalities are reached, and where most people are."""
    view = ground.view
    table = _territories(ground)
    if table.empty:
        return None
    found = territories.reached(view)
    title = _title(ground, found)
    before = ground.before.municipalities if ground.before else None
    change = None if before is None else ground.since(formats.signed(found["reached"] - before))
    kept = ("label", "value", "rate", "registrations", "partners", "population", "mrc_name")
    return Scene(
        name="map",
        title=title,
        figure=formats.number(found["reached"]),
        value=found["reached"],
        label=text("board-map-label", count=found["reached"], everywhere=formats.number(found["everywhere"])),
        change=change,
        chart=Map(
            language=view.language,
            title=text("map-reach", edition=str(view.edition))
            if ground.basis != "expected"
            else text("board-chart-map-expected", edition=str(view.edition)),
            description=title,
            table=table[["place", "label", "value", "status"]],
            measure=territories.KINDS["reach"],
            value_name=ground.people,
            status_names=territories.status_names(),
            range_pattern=territories.range_pattern(),
        ),
        table=tables.readable(table.assign(rate=table["rate"].round(1)), *kept, value=ground.people),
        note=ground.note("map", balance=note(view, table, LEVEL, "reach")),
    )


def _title(ground: Ground, found: dict[str, Any]) -> str:
    if ground.basis != "expected":
        return findings.municipalities(**found)
    is_empty = math.isnan(found["leader_share"])
    return text(
        "board-map-nobody" if is_empty else "board-map-expected",
        reached=found["reached"],
        number=formats.number(found["reached"]),
        everywhere=formats.number(found["everywhere"]),
        edition=str(found["edition"]),
        leader=found["leader"],
        share=formats.percent(found["leader_share"]),
    )


def missing(ground: Ground) -> Scene | None:
    """Which municipalities have no registration: those that had one in the edition before come first."""
    view = ground.view
    every = _territories(ground)
    asked = every[every["place"].isin(coverage.asked(view).index)]
    has_council = asked["place"].isin(coverage.governed(view).index)
    governed, apart = asked[has_council], asked[~has_council]
    absent = governed[governed["registrations"] == 0]
    if absent.empty:
        return None
    activity = view.activity("edition", "place")
    had = set() if ground.previous is None else set(activity["place"][activity["edition"] == ground.previous])
    rows = absent.assign(marked=absent["place"].isin(had)).sort_values(
        ["marked", "population", "label"], ascending=[False, False, True], ignore_index=True
    )
    lost = int(rows["marked"].sum())
    title = text(
        "board-missing",
        count=len(rows),
        number=formats.number(len(rows)),
        edition=str(view.edition),
        lost=lost,
        lost_number=formats.number(lost),
        previous=str(ground.previous),
    )
    before = (
        None if ground.previous is None or ground.beside.until else int((~governed["place"].isin(had)).sum())
    )
    marked_name = text("board-missing-marked", previous=str(ground.previous)) if lost else ""
    return Scene(
        name="missing",
        title=title,
        figure=formats.number(len(rows)),
        value=len(rows),
        label=text("board-missing-label", count=len(rows), everywhere=formats.number(len(governed))),
        change=None if before is None else ground.since(formats.signed(len(rows) - before)),
        chart=Names(
            language=view.language,
            title=text("board-chart-missing", edition=str(view.edition)),
            description=title,
            table=rows.assign(group=rows["mrc_name"])[["label", "group", "marked"]],
            marked_name=marked_name,
            others_name=text("board-more-names", count="{count}"),
        ),
        table=tables.readable(rows, "label", "mrc_name", "population", "previous"),
        note=ground.note("missing", unorganised=int((apart["registrations"] == 0).sum())),
    )


def _territories(ground: Ground) -> pd.DataFrame:
    return territories.measured(ground.view, LEVEL, "reach")
