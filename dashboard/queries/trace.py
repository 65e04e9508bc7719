"""The rows that a figure is the sum of, each with the file, sheet, row, load and author it came from."""

from typing import NamedTuple

import pandas as pd
import streamlit as st
from sqlalchemy import ColumnElement, and_, case, distinct, func, or_, select

from dashboard.connection import database_url, reading
from dashboard.queries.parts import called, is_visible, names_partners, reach
from dashboard.question import Restriction
from dashboard.scope import Scope
from etl.schema import Load, Participation, Partner, Place, Registration


class Counted(NamedTuple):
    """What a question counts: figures, the registrations and partners that gave them, and people."""

    figures: int
    registrations: int
    partners: int
    expected: int
    confirmed: int
    reach: int


def counted(scope: Scope, version: int, edition: int, restriction: Restriction) -> Counted:
    """Count over the facts what a question asks, as the cube does; ``version`` keys what is cached."""
    return _counted(scope, version, edition, restriction, database_url())


@st.cache_data(max_entries=64)
def _counted(
    scope: Scope, version: int, edition: int, restriction: Restriction, database_url: str | None
) -> Counted:
    statement = (
        select(
            func.count(),
            func.count(distinct(Registration.id)),
            func.count(distinct(Registration.partner_id)),
            func.coalesce(func.sum(Participation.expected), 0),
            func.coalesce(func.sum(Participation.confirmed), 0),
            func.coalesce(func.sum(reach()), 0),
        )
        .select_from(Registration)
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, Participation.registration_id == Registration.id)
        .where(_asked(scope, edition, restriction))
    )
    with reading(scope) as connection:
        return Counted(*(int(number or 0) for number in connection.execute(statement).one()))


def traced(
    scope: Scope, version: int, edition: int, restriction: Restriction, limit: int | None
) -> pd.DataFrame:
    """Read the figures that a question adds up, the largest first.

    Args:
        scope: who asks; a partner has those of what they lead or take part in.
        version: current version of the edition, part of the key of what is cached.
        edition: year.
        restriction: what is kept.
        limit: rows at most; None for all of them.

    Returns:
        One row per registration × audience: ``number, partner, title, place, audience, expected, confirmed,
        reach``; for who sees sources, ``file, sheet, row, load, author, loaded_at`` (UTC) of the figure that
        counts.
    """
    return _traced(scope, version, edition, restriction, limit, names_partners(scope), database_url())


@st.cache_data(max_entries=16)
def _traced(
    scope: Scope,
    version: int,
    edition: int,
    restriction: Restriction,
    limit: int | None,
    is_named: bool,
    database_url: str | None,
) -> pd.DataFrame:
    def of_the_figure(announced: object, reported: object) -> ColumnElement[object]:
        return case((Participation.confirmed.is_not(None), reported), else_=announced)

    source = (
        Load.file_name.label("file"),
        of_the_figure(Registration.sheet, Registration.confirmed_sheet).label("sheet"),
        of_the_figure(Registration.row, Registration.confirmed_row).label("row"),
        Load.id.label("load"),
        Load.author,
        Load.loaded_at,
    )
    statement = (
        select(
            Registration.number,
            called(is_named).label("partner"),
            Registration.title,
            Place.name.label("place"),
            Participation.audience,
            Participation.expected,
            Participation.confirmed,
            reach().label("reach"),
            *(source if scope.sees_sources else ()),
        )
        .select_from(Registration)
        .join(Partner, Partner.id == Registration.partner_id)
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, Participation.registration_id == Registration.id)
        .join(Load, Load.id == of_the_figure(Registration.load_id, Registration.confirmed_load_id))
        .where(_asked(scope, edition, restriction))
        .order_by(reach().desc(), Registration.number, Participation.audience)
        .limit(limit)
    )
    with reading(scope) as connection:
        return pd.read_sql(statement, connection)


def _asked(scope: Scope, edition: int, restriction: Restriction) -> ColumnElement[bool]:
    asked = [
        Registration.edition == edition,
        is_visible(scope),
        reach().is_not(None),
    ]
    if restriction.territories:
        asked.append(
            or_(Place.current_code.in_(restriction.territories), Place.mrc_code.in_(restriction.mrcs))
        )
    if restriction.audiences:
        asked.append(Participation.audience.in_(restriction.audiences))
    if restriction.sectors:
        asked.append(Registration.sector.in_(restriction.sectors))
    if restriction.actions:
        asked.append(Registration.action.in_(restriction.actions))
    return and_(*asked)
