"""Where a figure comes from, as the page *D'où vient ce chiffre* tells it: the rows that it is the sum of.

Composes reads; draws nothing. Not here: how an address asks for a figure (``behind``).
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from dashboard import behind, contributed, findings, formats, overview, queries, tables
from dashboard.behind import Count
from dashboard.messages import text
from dashboard.metrics import Totals
from dashboard.moments import KINDS
from dashboard.question import NONE, Narrowing
from dashboard.view import View

SHOWN: Final = 1_000
"""Rows shown at once, the largest first; the file holds them all."""


@dataclass(frozen=True)
class Figure:
    """One figure: a view, what it keeps of what the filters do, and what it counts."""

    view: View
    kept: Narrowing
    count: Count

    @property
    def counted(self) -> queries.Counted:
        """What its rows add up to."""
        view = self.view
        return queries.counted(view.scope, view.version, view.edition, view.filters.restriction, self.kept)


def asked(view: View) -> Figure:
    """The figure that the address asks for; all that the filters keep where it asks for none."""
    kept = behind.read(view, st.query_params.get_all(behind.ROWS))
    return Figure(view, kept, behind.read_count(st.query_params.get(behind.COUNT)))


def finding(figure: Figure) -> str:
    """What is counted, and of which rows: they make the figure."""
    view, counted = figure.view, figure.counted
    if view.snapshot.as_of:
        people = findings.people_counted(overview.totals(view, view.edition), view.edition)
        return text("finding-trace-past", people=people)
    number = counted._asdict()[figure.count]
    told = {
        f"{name}{suffix}": write(getattr(counted, name))
        for name in ("figures", "registrations", "partners")
        for suffix, write in (("", int), ("_number", formats.number))
    }
    if figure.count == "reach":
        share = counted.confirmed / counted.reach if counted.reach else float("nan")
        totals = Totals(counted.reach, counted.partners, counted.registrations, counted.municipalities, share)
        return text("finding-trace", people=findings.people_counted(totals, view.edition), **told)
    said = text(
        f"trace-{figure.count}",
        count=number,
        number=formats.number(number),
        edition=str(view.edition),
        reach=formats.number(counted.reach),
    )
    if figure.count in ("expected", "confirmed"):
        return f"{said}."
    return text(f"finding-trace-{figure.count}", things=said, **told)


def narrowed(figure: Figure) -> str:
    """What the figure keeps of what the filters do, in words; empty where it keeps all of it."""
    view, kept = figure.view, figure.kept
    named = [
        view.names_of(name)[code]
        for name in ("audience", "place", "mrc", "sector", "action")
        if (code := getattr(kept, name)) and code != NONE
    ]
    if kept.mrc == NONE:
        named.append(text("no-territory"))
    if kept.kinds:
        named.append(_kinds(kept.kinds.split(",")))
    if kept.partner:
        named.append(_called(view, kept.partner))
    if kept.within:
        named.append(text("trace-within", partner=_called(view, kept.within)))
    if kept.held:
        named.append(_held(kept))
    if kept.known:
        named.append(text("trace-known", day=formats.day(date.fromisoformat(kept.known))))
    if kept.told:
        named.append(text("trace-told"))
    return " · ".join(named)


def everything(figure: Figure) -> str | None:
    """The address of all that the filters keep."""
    return behind.behind(figure.view, count=figure.count)


def note(figure: Figure) -> str:
    """How to read the rows, and whether all of them are shown."""
    if figure.view.snapshot.as_of:
        return text("past-registrations")
    some = text("trace-some", shown=formats.number(SHOWN)) if figure.counted.rows > SHOWN else ""
    how = text("registrations-note") if figure.view.scope.sees_sources else ""
    return " ".join(part for part in (some, how) if part)


def rows(figure: Figure, limit: int | None = SHOWN) -> pd.DataFrame:
    """The rows as people read them, the largest figure first."""
    view = figure.view
    found = queries.traced(
        view.scope, view.version, view.edition, view.filters.restriction, limit, figure.kept
    )
    named = found.assign(
        audience=found["audience"].map(view.audience_names), place=view.place_called(found["place"])
    )
    source: tuple[str, ...] = ()
    if view.scope.sees_sources:
        source = ("file", "sheet", "row", "load", "author", "loaded_at")
        named = named.assign(loaded_at=[formats.moment(moment) for moment in named["loaded_at"]])
    return tables.readable(
        named,
        *("number", "partner", "audience", "reach", "expected", "confirmed", "title", "place"),
        *source,
    )


def every_row(figure: Figure) -> partial[pd.DataFrame]:
    """Make all the rows, for a file."""
    return partial(rows, figure, None)


def _called(view: View, partner: str) -> str:
    return str(contributed.called(view, pd.Series([int(partner)])).iloc[0])


def _kinds(kinds: list[str]) -> str:
    if set(kinds) == set(behind.ELSEWHERE):
        return text("no-municipality")
    groups = dict.fromkeys(KINDS[one] for one in kinds)
    return formats.enumeration([text(f"days-place-{group}") for group in groups])


def _held(kept: Narrowing) -> str:
    """When it is held: « le 19 février 2026 », « avant le… », « à une date inconnue »."""
    first, last = kept.days
    if kept.held == NONE:
        return text("trace-held", how="unknown")
    told = {name: formats.day(day) for name, day in (("first", first), ("last", last)) if day}
    if len(told) == 1:
        return text("trace-held", how="from" if first else "until", **told)
    is_outside = (kept.held or "").startswith("!")
    how = "outside" if is_outside else "on" if first == last else "between"
    return text("trace-held", how=how, **told)
