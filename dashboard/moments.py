"""The wave of Jeudi PerséVERT, types of action over the editions, online and in person: page *Semaine*.

Composes a View with ``metrics``; draws nothing. None of it needs a day, so every edition is there. Not here:
what is held on each day (``days``).
"""

from dataclasses import replace
from typing import Final

import pandas as pd

from dashboard import days_words, formats, metrics, overview, pace, tables, years
from dashboard.days import measures
from dashboard.messages import text
from dashboard.question import Narrowing
from dashboard.view import View
from dashboard.week import WAVE
from etl.schema import MUNICIPAL_KINDS

KINDS: Final = {
    **dict.fromkeys(MUNICIPAL_KINDS, "municipality"),
    "mrc": "wide",
    "region": "wide",
    "online": "online",
    "outside": "outside",
    "unspecified": "unspecified",
}
"""Where people meet, by kind of place."""
ONLINE: Final = "online"


def wave(view: View) -> View | None:
    """The view of the wave alone; None where the filters leave it out."""
    asked = view.filters.restriction
    if asked.actions and WAVE not in asked.actions:
        return None
    return replace(view, filters=replace(view.filters, restriction=replace(asked, actions=(WAVE,))))


def wave_finding(view: View, alone: View) -> str:
    """« Le Jeudi PerséVERT 2026 compte 4 980 personnes rejointes par 142 inscriptions, soit 12 %… »"""
    now, whole = overview.totals(alone, view.edition), overview.totals(view, view.edition)
    said = text(
        "days-wave-finding",
        edition=str(view.edition),
        what=days_words.counted(alone, "reach", now.reach),
        registrations=days_words.counted(alone, "registrations", now.registrations),
        share=formats.percent(now.reach / whole.reach if whole.reach else None),
    )
    beside = pace.beside(alone)
    before = overview.previous_totals(beside)
    if before is None:
        return said
    change = text(
        "days-wave-change",
        edition=beside.named_previous or "",
        people=formats.signed(now.reach - before.reach),
        registrations=formats.signed(now.registrations - before.registrations),
    )
    return f"{said} {change}"


def actions(view: View, measure: str) -> pd.DataFrame:
    """People or registrations by type of action and edition, as ``years.by``."""
    return years.by(view, "action", view.snapshot.editions, measure)


def actions_finding(view: View, measure: str) -> str:
    """The type of action that changed most since the edition before."""
    beside = pace.beside(view)
    if beside.previous is None:
        return text("days-actions-alone", edition=str(view.edition))
    found = beside.reach("edition", "action") if measure == "reach" else beside.activity("edition", "action")
    table = found.assign(reach=found[measure])
    moved = metrics.moved_most(metrics.compare(table, "action", view.edition, beside.previous), 1)
    if moved.empty:
        return text("days-actions-same", edition=beside.named_previous or "")
    row = moved.iloc[0]
    return text(
        "days-actions-finding",
        action=view.action_names[row["action"]],
        change=formats.signed(row["change"]),
        measure=measures()[measure].lower(),
        edition=beside.named_previous or "",
        number=formats.number(row["value"]),
    )


def meeting_places(view: View) -> pd.DataFrame:
    """People by kind of place and edition: ``edition, key, label, value`` and ``share`` of the edition."""
    reach = view.reach("edition", "place")
    kinds = reach["place"].map(view.reference.places["kind"]).map(KINDS)
    order = list(dict.fromkeys(KINDS.values()))
    every = pd.MultiIndex.from_product(
        [[kind for kind in order if kind in set(kinds)], sorted(reach["edition"].unique())],
        names=["key", "edition"],
    )
    people = reach.groupby([kinds.rename("key"), "edition"])["reach"].sum().reindex(every, fill_value=0)
    table = people.reset_index()
    names = {kind: text(f"days-place-{kind}") for kind in order}
    return tables.labelled(table, "key", names).assign(
        value=table["reach"], share=metrics.share(table, within="edition")
    )


def by_kind() -> dict[str, Narrowing]:
    """What rows named by a kind of place keep."""
    return {
        text(f"days-place-{kind}"): Narrowing(kinds=",".join(one for one, of in KINDS.items() if of == kind))
        for kind in dict.fromkeys(KINDS.values())
    }


def online_finding(view: View, table: pd.DataFrame) -> str:
    """How much of the edition is online, and the edition where that was most."""
    online = table[table["key"] == ONLINE].set_index("edition")
    if online.empty or not online["value"].sum():
        return text("days-online-never")
    most = online["share"].idxmax()
    return text(
        "days-online-finding",
        edition=str(view.edition),
        share=formats.percent(online["share"].get(view.edition, 0.0), 1),
        count=int(online["value"].get(view.edition, 0)),
        number=formats.number(online["value"].get(view.edition, 0)),
        most="here" if most == view.edition else "elsewhere",
        other=str(most),
        most_share=formats.percent(online["share"].max(), 1),
    )
