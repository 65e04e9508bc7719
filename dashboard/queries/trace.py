"""The rows that a figure is the sum of, each with the file, sheet, row, load and author it came from."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st
from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    cast,
    distinct,
    func,
    not_,
    select,
    type_coerce,
)
from sqlalchemy.orm import aliased

from dashboard.connection import database_url, reading
from dashboard.queries.parts import called, is_visible, kept_of, names_partners, reach
from dashboard.question import NONE, Narrowing, Restriction
from dashboard.scope import Scope, of_partner
from etl.schema import GOVERNED_KINDS, Load, Participation, Partner, Place, Registration


class Counted(NamedTuple):
    """What a question counts: its rows, the figures in them, and whom and what these are of."""

    rows: int
    figures: int
    registrations: int
    partners: int
    municipalities: int
    expected: int
    confirmed: int
    reach: int


def counted(
    scope: Scope,
    version: int,
    edition: int,
    restriction: Restriction,
    narrowing: Narrowing = Narrowing(),  # noqa: B008 (a value)
) -> Counted:
    """Count over the facts what a question asks, as the cube does; ``version`` keys what is cached."""
    return _counted(scope, version, edition, restriction, narrowing, database_url())


@st.cache_data(max_entries=64, show_spinner=False)
def _counted(
    scope: Scope,
    version: int,
    edition: int,
    restriction: Restriction,
    narrowing: Narrowing,
    database_url: str | None,
) -> Counted:
    people = _people(narrowing)
    confirmed = _confirmed(narrowing)
    told, is_outer = _told(restriction, narrowing)
    municipality = case((Place.current_code.in_(_places_of(GOVERNED_KINDS)), Place.current_code))
    statement = (
        select(
            func.count(),
            func.count(people),
            func.count(distinct(Registration.id)),
            func.count(distinct(Registration.partner_id)),
            func.count(distinct(municipality)),
            *(func.coalesce(func.sum(each), 0) for each in (Participation.expected, confirmed, people)),
        )
        .select_from(Registration)
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, told, isouter=is_outer)
        .where(_asked(scope, edition, restriction, narrowing))
    )
    with reading(scope) as connection:
        return Counted(*(int(number or 0) for number in connection.execute(statement).one()))


def traced(
    scope: Scope,
    version: int,
    edition: int,
    restriction: Restriction,
    limit: int | None,
    narrowing: Narrowing = Narrowing(),  # noqa: B008 (a value)
) -> pd.DataFrame:
    """Read the figures that a question adds up, the largest first.

    Args:
        scope: who asks; a partner has those of what they lead or take part in.
        version: current version of the edition, part of the key of what is cached.
        edition: year.
        restriction: what is kept.
        limit: rows at most; None for all of them.
        narrowing: what one figure keeps of it.

    Returns:
        One row per registration × audience that has a figure, and one without audience for a registration
        that has none, which counts as a registration: ``number, partner, title, place, audience, expected,
        confirmed, reach``; for who sees sources, ``file, sheet, row, load, author, loaded_at`` (UTC) of the
        figure that counts.
    """
    is_named = names_partners(scope)
    return _traced(scope, version, edition, restriction, limit, narrowing, is_named, database_url())


@st.cache_data(max_entries=16, show_spinner=False)
def _traced(
    scope: Scope,
    version: int,
    edition: int,
    restriction: Restriction,
    limit: int | None,
    narrowing: Narrowing,
    is_named: bool,
    database_url: str | None,
) -> pd.DataFrame:
    def of_the_figure(announced: object, reported: object) -> ColumnElement[object]:
        return case((_confirmed(narrowing).is_not(None), reported), else_=announced)

    people = _people(narrowing)

    source = (
        Load.file_name.label("file"),
        of_the_figure(Registration.sheet, Registration.confirmed_sheet).label("sheet"),
        of_the_figure(Registration.row, Registration.confirmed_row).label("row"),
        Load.id.label("load"),
        Load.author,
        Load.loaded_at,
    )
    told, is_outer = _told(restriction, narrowing)
    statement = (
        select(
            Registration.number,
            called(is_named).label("partner"),
            Registration.title,
            Place.name.label("place"),
            Participation.audience,
            Participation.expected,
            _confirmed(narrowing).label("confirmed"),
            people.label("reach"),
            *(source if scope.sees_sources else ()),
        )
        .select_from(Registration)
        .join(Partner, Partner.id == Registration.partner_id)
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, told, isouter=is_outer)
        .where(_asked(scope, edition, restriction, narrowing))
        .order_by(people.desc().nulls_last(), Registration.number, Participation.audience)
        .limit(limit)
    )
    if scope.sees_sources:
        loaded = of_the_figure(Registration.load_id, Registration.confirmed_load_id)
        statement = statement.join(Load, Load.id == loaded)
    with reading(scope) as connection:
        return pd.read_sql(statement, connection)


def _people(narrowing: Narrowing) -> ColumnElement[int | None]:
    """The people of a figure: before the week, those announced."""
    return reach() if narrowing.known is None else type_coerce(Participation.expected, Integer)


def _confirmed(narrowing: Narrowing) -> ColumnElement[int | None]:
    """The people confirmed: nobody yet, before the week."""
    return type_coerce(Participation.confirmed, Integer) if narrowing.known is None else cast(None, Integer)


def _told(restriction: Restriction, narrowing: Narrowing) -> tuple[ColumnElement[bool], bool]:
    """Which figures are joined to a registration, and whether one without any is kept (an outer join)."""
    told = [Participation.registration_id == Registration.id, _people(narrowing).is_not(None)]
    if restriction.audiences:
        told.append(Participation.audience.in_(restriction.audiences))
    if narrowing.audience:
        told.append(Participation.audience == narrowing.audience)
    if narrowing.told:
        told += [Participation.expected.is_not(None), Participation.confirmed.is_not(None)]
    return and_(*told), len(told) == 2


def _asked(scope: Scope, edition: int, restriction: Restriction, narrowing: Narrowing) -> ColumnElement[bool]:
    return and_(
        Registration.edition == edition, is_visible(scope), *kept_of(restriction), *_narrowed(narrowing)
    )


def _narrowed(narrowing: Narrowing) -> list[ColumnElement[bool]]:
    kept: list[ColumnElement[bool]] = []
    if narrowing.sector:
        kept.append(Registration.sector == narrowing.sector)
    if narrowing.action:
        kept.append(Registration.action == narrowing.action)
    if narrowing.place:
        kept.append(Place.current_code == narrowing.place)
    if narrowing.kinds:
        kept.append(Place.current_code.in_(_places_of(narrowing.kinds.split(","))))
    if narrowing.mrc:
        kept.append(Place.mrc_code.is_(None) if narrowing.mrc == NONE else Place.mrc_code == narrowing.mrc)
    if narrowing.partner:
        kept.append(Registration.partner_id == int(narrowing.partner))
    if narrowing.within:
        kept.append(is_visible(of_partner(int(narrowing.within))))
    if narrowing.known:
        kept.append(Registration.registered_on <= date.fromisoformat(narrowing.known))
    if narrowing.held == NONE:
        kept.append(Registration.held_on.is_(None))
    first, last = narrowing.days
    held = []
    if first:
        held.append(Registration.held_on >= first)
    if last:
        held.append(Registration.held_on <= last)
    if held:
        is_outside = (narrowing.held or "").startswith("!")
        kept.append(not_(and_(*held)) if is_outside else and_(*held))
    return kept


def _places_of(kinds: Sequence[str]) -> Select[str]:
    current = aliased(Place)
    return select(current.code).where(current.kind.in_(kinds))
