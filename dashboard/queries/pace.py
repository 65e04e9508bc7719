"""When registrations come in and when things are held, by edition; and an edition as it was known on a day.

The whole region's pace is told to directors and the board; a partner has none of it.
"""

from datetime import date, datetime
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import ColumnElement, Executable, Label, and_, case, func, or_, select

from dashboard.connection import reading
from dashboard.queries.cube import cube, presence
from dashboard.queries.parts import is_visible
from dashboard.scope import Scope
from etl.schema import (
    AUDIENCES,
    CalendarSummary,
    EditionVersion,
    Load,
    PaceSummary,
    Participation,
    Place,
    Registration,
)

Versions = tuple[tuple[int, int], ...]
Until = tuple[tuple[int, date], ...]
"""Editions that are read as they were known on a day."""


def arrivals(versions: Versions, scope: Scope, database_url: str | None) -> pd.DataFrame:
    """Read what came in on each day.

    Returns:
        One row per edition and day: ``edition, registered_on`` (missing where unknown), ``registrations,
        partners`` (new that day), ``expected, reach`` (people, contacts). Nothing for a partner.
    """
    return _arrivals(versions if scope.partner is None else (), scope, database_url)


@st.cache_resource(max_entries=8)
def _arrivals(versions: Versions, scope: Scope, database_url: str | None) -> pd.DataFrame:
    return _frame(
        scope,
        select(
            EditionVersion.edition,
            PaceSummary.registered_on,
            PaceSummary.registrations,
            PaceSummary.partners,
            PaceSummary.expected,
            PaceSummary.reach,
        )
        .join(EditionVersion, EditionVersion.id == PaceSummary.version_id)
        .where(PaceSummary.version_id.in_([version for _, version in versions]))
        .order_by(EditionVersion.edition, PaceSummary.day),
    )


def calendar(versions: Versions, scope: Scope, database_url: str | None) -> pd.DataFrame:
    """Read when things are held.

    Returns:
        One row per edition, first day, type of action, and online or not: ``edition, held_on`` (missing where
        unknown), ``action, is_online, registrations, expected, confirmed, reach``. Nothing for a partner.
    """
    return _calendar(versions if scope.partner is None else (), scope, database_url)


@st.cache_resource(max_entries=8)
def _calendar(versions: Versions, scope: Scope, database_url: str | None) -> pd.DataFrame:
    return _frame(
        scope,
        select(
            EditionVersion.edition,
            CalendarSummary.held_on,
            CalendarSummary.action,
            CalendarSummary.is_online,
            CalendarSummary.registrations,
            CalendarSummary.expected,
            CalendarSummary.confirmed,
            CalendarSummary.reach,
        )
        .join(EditionVersion, EditionVersion.id == CalendarSummary.version_id)
        .where(CalendarSummary.version_id.in_([version for _, version in versions]))
        .order_by(EditionVersion.edition, CalendarSummary.position),
    )


def known_at(scope: Scope, edition: int, version: int, database_url: str | None) -> datetime | None:
    """When the registrations of an edition were last brought up to date, as of one of its versions; UTC."""
    return None if scope.partner is not None else _known_at(scope, edition, version, database_url)


@st.cache_resource(max_entries=64)
def _known_at(scope: Scope, edition: int, version: int, database_url: str | None) -> datetime | None:
    made_at = select(EditionVersion.created_at).where(EditionVersion.id == version).scalar_subquery()
    statement = (
        select(func.max(Load.loaded_at))
        .join(EditionVersion, EditionVersion.load_id == Load.id)
        .where(
            EditionVersion.edition == edition,
            EditionVersion.id <= version,
            Load.template == "registrations",
            or_(Load.undone_at.is_(None), Load.undone_at > made_at),
        )
    )
    with reading(scope) as connection:
        found: datetime | None = connection.scalar(statement)
        return found


def has_its_facts(scope: Scope, edition: int, version: int) -> bool:
    """Whether the registrations of an edition are still those of this version: only the newest keeps them."""
    newest = select(func.max(EditionVersion.id)).where(EditionVersion.edition == edition)
    with reading(scope) as connection:
        return connection.scalar(newest) == version


def cube_until(versions: Versions, scope: Scope, until: Until, database_url: str | None) -> pd.DataFrame:
    """Read the reach cube, some editions as they were known on a day: what was announced by then.

    Nothing was confirmed yet, and what has no date of registration is left out.

    Returns:
        As ``cube``; of those editions ``confirmed`` is missing and ``reach`` is ``expected``.
    """
    cut = [_announced(dict(versions)[one], scope, one, day, database_url) for one, day in until]
    return _in_place_of(until, cube(versions, scope, database_url), cut)


def presence_until(versions: Versions, scope: Scope, until: Until, database_url: str | None) -> pd.DataFrame:
    """Read who is where, some editions as they were known on a day; as ``presence``."""
    cut = [_present(dict(versions)[one], scope, one, day, database_url) for one, day in until]
    return _in_place_of(until, presence(versions, scope, database_url), cut)


def _in_place_of(until: Until, whole: pd.DataFrame, cut: list[pd.DataFrame]) -> pd.DataFrame:
    others = whole[~whole["edition"].isin([edition for edition, _ in until])]
    return pd.concat([frame for frame in (others, *cut) if len(frame)] or [whole.iloc[:0]], ignore_index=True)


@st.cache_resource(max_entries=32)
def _announced(version: int, scope: Scope, edition: int, day: date, database_url: str | None) -> pd.DataFrame:
    cell = (*_cell(), Participation.audience)
    statement = (
        select(*cell, func.sum(Participation.expected).label("expected"))
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, Participation.registration_id == Registration.id)
        .where(*_known_by(scope, edition, day), Participation.expected.is_not(None))
        .group_by(*cell)
    )
    people = _frame(scope, statement).astype({"expected": int})
    return people.assign(
        confirmed=float("nan"),
        reach=people["expected"],
        expected_where_confirmed=0,
        confirmed_where_expected=0,
    )


@st.cache_resource(max_entries=32)
def _present(version: int, scope: Scope, edition: int, day: date, database_url: str | None) -> pd.DataFrame:
    bits = case(*((Participation.audience == code, 1 << bit) for bit, code in enumerate(AUDIENCES)), else_=0)
    told = and_(Participation.registration_id == Registration.id, Participation.expected.is_not(None))
    each = (
        select(
            *_cell(),
            Registration.partner_id.label("partner"),
            func.coalesce(func.sum(bits), 0).label("audiences"),
        )
        .join(Place, Place.code == Registration.place_code)
        .outerjoin(Participation, told)
        .where(*_known_by(scope, edition, day))
        .group_by(Registration.id, Place.current_code, Place.mrc_code)
        .subquery()
    )
    counted = select(*each.c, func.count().label("registrations")).group_by(*each.c)
    return _frame(scope, counted).astype({"audiences": int})


def _cell() -> tuple[Label[Any], ...]:
    return (
        Registration.edition.label("edition"),
        Place.current_code.label("place"),
        Place.mrc_code.label("mrc"),
        Registration.sector.label("sector"),
        Registration.action.label("action"),
    )


def _known_by(scope: Scope, edition: int, day: date) -> tuple[ColumnElement[bool], ...]:
    return is_visible(scope), Registration.edition == edition, Registration.registered_on <= day


def _frame(scope: Scope, statement: Executable) -> pd.DataFrame:
    with reading(scope) as connection:
        rows = connection.execute(statement)
        return pd.DataFrame(rows.all(), columns=list(rows.keys()))
