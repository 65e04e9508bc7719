"""People really reached, as a partner tells them on *Ma contribution*: what is asked, and what it becomes.

Composes a View of one partner, and hands answers to ``etl.confirmations``. Draws nothing. Who may answer is
``access``' to say, at the moment of writing; whose registrations, the scope's and again the load's.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import pandas as pd

from dashboard import access, audit, formats, queries
from dashboard.connection import opened
from dashboard.messages import text, text_in
from dashboard.view import View
from etl import confirmations
from etl.schema import AUDIENCES

SHOWN: Final = ("activity", "audience", "expected", "really", "place", "held-on", "number")
"""Columns of the table: on a phone, the first four are seen."""
CLASHES_TOLD: Final = 5
"""Figures saved meanwhile that are named one by one."""


@dataclass(frozen=True)
class Answer:
    """What a partner says at once.

    Attributes:
        people: by row of ``asked``, people really reached; missing where nothing is said.
        withdrawn: numbers of the activities that did not take place.
        added: people by number and audience, of audiences that are not in ``asked``.
        rest_as_planned: whether what is still not said went as announced.
        note: what they add in words, for the organiser.
        shown: the rows of ``asked`` that were filled; by default, those of now.
        known: those of which they know what others saved; by default, those that were filled.
    """

    people: pd.Series
    withdrawn: Collection[str] = ()
    added: Mapping[tuple[str, str], int] = field(default_factory=dict)
    rest_as_planned: bool = False
    note: str = ""
    shown: pd.DataFrame | None = None
    known: pd.DataFrame | None = None


def opens_on(view: View) -> date:
    """First day on which the edition can be confirmed: that of its week, or of its year if not known."""
    starts = view.reference.editions["starts_on"].get(view.edition)
    return date(view.edition, 1, 1) if starts is None or pd.isna(starts) else starts


def is_open(view: View) -> bool:
    """Whether the week has begun, on the region's clocks."""
    return datetime.now(formats.CLOCK).date() >= opens_on(view)


def asked(view: View) -> pd.DataFrame:
    """What the partner may confirm: a row by registration and audience, every audience where none is told."""
    rows = queries.to_confirm(view.scope, view.version, view.edition)
    every = pd.DataFrame({"audience": AUDIENCES})
    silent = rows[rows["audience"].isna()].drop(columns="audience").merge(every, how="cross")
    told = pd.concat([rows[rows["audience"].notna()], silent], ignore_index=True)
    return told.astype({"expected": "Int64", "confirmed": "Int64"})


def state(view: View, rows: pd.DataFrame) -> str:
    """How many activities have an answer, and when the last one was saved."""
    answered = rows.groupby("number")["confirmed"].count() > 0
    last = rows.loc[rows["confirmed"].notna(), "confirmed_at"].max()
    return text(
        "confirm-state",
        how="all" if answered.all() else "some" if answered.any() else "none",
        answered=int(answered.sum()),
        number=formats.number(answered.sum()),
        count=len(answered),
        moment="" if pd.isna(last) else formats.moment(last),
        ever="no" if pd.isna(last) else "yes",
    )


def table(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as people read and fill them."""
    shown = pd.DataFrame(
        {
            "activity": rows["number"].map(activities(view, rows)),
            "audience": rows["audience"].map(view.audience_names),
            "expected": rows["expected"],
            "really": rows["confirmed"],
            "place": view.place_called(rows["place"]),
            "held-on": rows["held_on"],
            "number": rows["number"],
        }
    )
    return shown.set_axis(columns(), axis=1)


def columns() -> list[str]:
    """Titles of the columns of ``table``, in order."""
    return [text(f"column-{name}") for name in SHOWN]


def activities(view: View, rows: pd.DataFrame) -> dict[str, str]:
    """Names of the registrations by number: their title, else what they are."""
    each = rows.drop_duplicates("number")
    names = each["title"].fillna(each["action"].map(view.action_names))
    return dict(zip(each["number"], names, strict=True))


def can_be_as_planned(rows: pd.DataFrame) -> bool:
    """Whether anything announced is still not confirmed."""
    return bool((rows["expected"].notna() & rows["confirmed"].isna()).any())


def told(rows: pd.DataFrame, answer: Answer) -> dict[str, dict[str, int | None]]:
    """What an answer changes, by registration and audience. Only people are read from what was filled."""
    found: dict[str, dict[str, int | None]] = defaultdict(dict)
    people = answer.people.astype("Int64")
    if answer.rest_as_planned:
        people = people.fillna(rows["expected"])
    people = people.mask(rows["number"].isin(answer.withdrawn), 0)
    for number, audience, before, now in zip(
        rows["number"], rows["audience"], rows["confirmed"], people, strict=True
    ):
        if pd.isna(now) and not pd.isna(before):
            found[number][audience] = None
        elif not pd.isna(now) and (pd.isna(before) or now != before):
            found[number][audience] = int(now)
    for (number, audience), count in answer.added.items():
        if number not in answer.withdrawn:
            found[number][audience] = count
    return dict(found)


def save(view: View, answer: Answer) -> tuple[bool, str]:
    """Load an answer under the name of who gives it; whether it is kept, and what to say.

    A figure that someone else saved since, by the same link, is not written over before it was told.
    """
    partner = view.scope.partner
    assert partner is not None
    author = access.author_for(partner)
    now = asked(view)
    shown = now if answer.shown is None else answer.shown
    changes = _without_planned_of(now, shown, answer, told(shown, answer))
    if clashes := _saved_meanwhile(now, shown if answer.known is None else answer.known, changes):
        return False, _clashing(view, now, clashes, changes)
    if not changes and not answer.note.strip():
        return True, text("confirm-nothing")
    source = text_in("fr", "confirm-source", edition=str(view.edition))
    try:
        report = confirmations.confirm(opened(), partner, view.edition, changes, source, author, answer.note)
    except confirmations.NotLoadable:
        return False, text("confirm-refused")
    except confirmations.NotTheirs:
        return False, text("confirm-not-theirs")
    audit.from_where(opened(), "loaded", [report.load], access.origin())
    count = sum(map(len, changes.values()))
    said = [text("confirm-saved", count=count)] if count else []
    if answer.note.strip():
        said.append(text("confirm-note-kept"))
    return True, " ".join(said)


def _confirmed(rows: pd.DataFrame) -> dict[tuple[str, str], int | None]:
    return {
        (number, audience): None if pd.isna(people) else int(people)
        for number, audience, people in zip(rows["number"], rows["audience"], rows["confirmed"], strict=True)
    }


def _without_planned_of(
    now: pd.DataFrame, shown: pd.DataFrame, answer: Answer, changes: dict[str, dict[str, int | None]]
) -> dict[str, dict[str, int | None]]:
    """What an answer changes, less what went as announced for want of a figure that someone saved since."""
    saved = _confirmed(now)
    for number, audience, people in zip(shown["number"], shown["audience"], answer.people, strict=True):
        is_said = not pd.isna(people) or number in answer.withdrawn or (number, audience) in answer.added
        if answer.rest_as_planned and not is_said and saved.get((number, audience)) is not None:
            changes.get(number, {}).pop(audience, None)
    return {number: figures for number, figures in changes.items() if figures}


def _saved_meanwhile(
    now: pd.DataFrame, known: pd.DataFrame, changes: Mapping[str, Mapping[str, int | None]]
) -> dict[tuple[str, str], int | None]:
    """Figures that are neither what the person knew nor what they say now."""
    before, saved = _confirmed(known), _confirmed(now)
    told_now = {
        (number, audience): people for number in changes for audience, people in changes[number].items()
    }
    return {
        cell: saved[cell]
        for cell, people in told_now.items()
        if cell in saved and saved[cell] != before.get(cell) and saved[cell] != people
    }


def _clashing(
    view: View,
    rows: pd.DataFrame,
    clashes: Mapping[tuple[str, str], int | None],
    changes: Mapping[str, Mapping[str, int | None]],
) -> str:
    named = activities(view, rows)
    told_of = [
        text(
            "confirm-clash",
            activity=named[number],
            audience=view.audience_names[audience].lower(),
            saved=formats.number(people),
            yours=formats.number(changes[number][audience]),
        )
        for (number, audience), people in clashes.items()
    ]
    more = len(told_of) - CLASHES_TOLD
    return text("confirm-meanwhile", figures="; ".join(told_of[:CLASHES_TOLD]), more=max(0, more))
