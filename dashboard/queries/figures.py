"""Every figure of an edition, one by one: what is doubted is found among them."""

import pandas as pd
import streamlit as st
from sqlalchemy import and_, case, func, or_, select

from dashboard.connection import database_url, reading
from dashboard.queries.parts import called, is_visible, names_partners, reach
from dashboard.scope import Scope
from etl.schema import Load, Participation, Partner, Place, Quarantine, Registration


def figures(scope: Scope, version: int, edition: int) -> pd.DataFrame:
    """Read the figures of an edition, with where each was read.

    Args:
        scope: who asks; a partner has those of what they lead or take part in.
        version: current version of the edition, part of the key of what is cached.
        edition: year.

    Returns:
        One row per registration × audience, and one without audience for a registration that has none:
        ``number, partner, name, sector, action, title, place`` (on the most recent geography), ``mrc, kind,
        place_name, held_on, audience, expected, confirmed, reach, is_approximate``; for who sees sources,
        ``file, sheet, row`` too.
    """
    return _figures(scope, version, edition, names_partners(scope), database_url())


@st.cache_resource(max_entries=4, show_spinner=False)
def _figures(
    scope: Scope, version: int, edition: int, is_named: bool, database_url: str | None
) -> pd.DataFrame:
    written = case(
        (Participation.confirmed.is_not(None), Participation.confirmed_written),
        else_=Participation.expected_written,
    )
    source = (Load.file_name.label("file"), Registration.sheet, Registration.row)
    statement = (
        select(
            Registration.number,
            Registration.partner_id.label("partner"),
            called(is_named).label("name"),
            Registration.sector,
            Registration.action,
            Registration.title,
            Place.current_code.label("place"),
            Place.mrc_code.label("mrc"),
            Place.kind,
            Place.name.label("place_name"),
            Registration.held_on,
            Participation.audience,
            Participation.expected,
            Participation.confirmed,
            reach().label("reach"),
            written.is_not(None).label("is_approximate"),
            *(source if scope.sees_sources else ()),
        )
        .join(Partner, Partner.id == Registration.partner_id)
        .join(Place, Place.code == Registration.place_code)
        .join(Load, Load.id == Registration.load_id)
        .outerjoin(Participation, Participation.registration_id == Registration.id)
        .where(Registration.edition == edition, is_visible(scope))
        .order_by(called(is_named), Registration.number)
    )
    with reading(scope) as connection:
        return pd.read_sql(statement, connection)


def people_by_edition(scope: Scope, versions: tuple[tuple[int, int], ...]) -> pd.DataFrame:
    """Read the people that each partner leads, edition by edition.

    Args:
        scope: who asks; a partner has what they lead or take part in.
        versions: of the editions wanted, part of the key of what is cached.

    Returns:
        Columns ``edition, partner, people``; partners of whom no figure is known are left out.
    """
    return _people_by_edition(scope, versions, database_url())


@st.cache_resource(max_entries=4, show_spinner=False)
def _people_by_edition(
    scope: Scope, versions: tuple[tuple[int, int], ...], database_url: str | None
) -> pd.DataFrame:
    told = and_(
        Participation.registration_id == Registration.id,
        or_(Participation.expected.is_not(None), Participation.confirmed.is_not(None)),
    )
    statement = (
        select(
            Registration.edition,
            Registration.partner_id.label("partner"),
            func.sum(reach()).label("people"),
        )
        .join(Participation, told)
        .where(Registration.edition.in_([edition for edition, _ in versions]), is_visible(scope))
        .group_by(Registration.edition, Registration.partner_id)
    )
    with reading(scope) as connection:
        return pd.read_sql(statement, connection)


def rows_that_wait(scope: Scope) -> dict[str, int]:
    """Count the rows that wait for a person, by reason code; none for who does not see sources."""
    if not scope.sees_sources:
        return {}
    statement = (
        select(Quarantine.code, func.count())
        .join(Load, Load.id == Quarantine.load_id)
        .where(Quarantine.resolved_at.is_(None), Load.undone_at.is_(None))
        .group_by(Quarantine.code)
    )
    with reading(scope) as connection:
        return {code: count for code, count in connection.execute(statement)}
