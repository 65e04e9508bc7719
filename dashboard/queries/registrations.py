"""The registrations behind a figure, with where each was read, and what is to confirm in them."""

from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import and_, func, or_, select

from dashboard.connection import database_url, reading
from dashboard.queries.parts import called, is_visible, names_partners, reach
from dashboard.question import Restriction
from dashboard.scope import Scope
from etl import originals
from etl.schema import AUDIENCES, Audience, Load, Participation, Partner, Place, Registration


def registrations(
    scope: Scope, version: int, edition: int, places: tuple[str, ...], restriction: Restriction
) -> pd.DataFrame:
    """Read the registrations behind a territory's figure, with where each was read.

    Args:
        scope: who asks; a partner has those that they lead or take part in.
        version: current version of the edition, part of the key of what is cached.
        edition: year.
        places: current codes of the territory's places.
        restriction: what is kept; with audiences, people of those only.

    Returns:
        One row per registration: ``number, partner, sector, action, title, place, held_on, expected,
        confirmed, reach``; for who sees sources, ``file, sheet, row`` too. For a board that does not see
        names, partners are numbers.
    """
    is_named = names_partners(scope)
    return _registrations(scope, version, edition, places, restriction, is_named, database_url())


@st.cache_data(max_entries=64)
def _registrations(
    scope: Scope,
    version: int,
    edition: int,
    places: tuple[str, ...],
    restriction: Restriction,
    is_named: bool,
    database_url: str | None,
) -> pd.DataFrame:
    counted = (Participation.registration_id == Registration.id) & Participation.audience.in_(
        restriction.audiences or AUDIENCES
    )
    source = (Load.file_name.label("file"), Registration.sheet, Registration.row)
    statement = (
        select(
            Registration.number,
            called(is_named).label("partner"),
            Registration.sector,
            Registration.action,
            Registration.title,
            Place.name.label("place"),
            Registration.held_on,
            func.sum(Participation.expected).label("expected"),
            func.sum(Participation.confirmed).label("confirmed"),
            func.sum(reach()).label("reach"),
            *(source if scope.sees_sources else ()),
        )
        .join(Partner, Partner.id == Registration.partner_id)
        .join(Place, Place.code == Registration.place_code)
        .join(Load, Load.id == Registration.load_id)
        .join(Participation, counted, isouter=not restriction.audiences)
        .where(Registration.edition == edition, Place.current_code.in_(places), is_visible(scope))
        .group_by(Registration.id, called(is_named), Place.name)
        .order_by(called(is_named), Registration.number)
    )
    if scope.sees_sources:
        statement = statement.group_by(Load.file_name)
    if restriction.sectors:
        statement = statement.where(Registration.sector.in_(restriction.sectors))
    if restriction.actions:
        statement = statement.where(Registration.action.in_(restriction.actions))
    with reading(scope) as connection:
        return pd.read_sql(statement, connection)


def to_confirm(scope: Scope, version: int, edition: int) -> pd.DataFrame:
    """Read what a partner announced and confirmed in the registrations that they lead.

    Those that they only take part in are for their leader to confirm: people count once, there.

    Args:
        scope: of the partner; nobody else leads anything.
        version: current version of the edition, part of the key of what is cached.
        edition: year.

    Returns:
        One row per registration and audience: ``number, title, action, place, held_on, audience, expected,
        confirmed, confirmed_at`` (when its load was made, UTC); one without audience where none is told.
    """
    return _to_confirm(scope, version, edition, database_url())


@st.cache_data(max_entries=64)
def _to_confirm(scope: Scope, version: int, edition: int, database_url: str | None) -> pd.DataFrame:
    told = or_(Participation.expected.is_not(None), Participation.confirmed.is_not(None))
    statement = (
        select(
            Registration.number,
            Registration.title,
            Registration.action,
            Place.name.label("place"),
            Registration.held_on,
            Participation.audience,
            Participation.expected,
            Participation.confirmed,
            Load.loaded_at.label("confirmed_at"),
        )
        .join(Place, Place.code == Registration.place_code)
        .outerjoin(Participation, and_(Participation.registration_id == Registration.id, told))
        .outerjoin(Audience, Audience.code == Participation.audience)
        .outerjoin(Load, Load.id == Registration.confirmed_load_id)
        .where(Registration.edition == edition, Registration.partner_id == scope.partner)
        .order_by(Registration.held_on, Registration.number, Audience.position)
    )
    with reading(scope) as connection:
        return pd.read_sql(statement, connection)


def original_rows(scope: Scope, edition: int, number: str) -> list[dict[str, Any]]:
    """Read the rows that a registration comes from, announced then confirmed, as their files have them.

    None for who does not see sources.
    """
    if not scope.sees_sources:
        return []
    with reading(scope) as connection:
        return originals.rows_behind(connection, edition, number)
