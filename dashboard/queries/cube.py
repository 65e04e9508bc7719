"""Which version of the data is shown, its reach cube, who is where, and the reference tables."""

from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import streamlit as st
from sqlalchemy import ColumnElement, Engine, and_, case, func, literal, or_, select

from dashboard import access
from dashboard.connection import database_url, opened, reading, reading_for_all
from dashboard.queries.parts import categorised, is_visible, reach
from dashboard.scope import Scope
from etl.schema import (
    AUDIENCES,
    Action,
    Audience,
    Edition,
    EditionVersion,
    Load,
    Mrc,
    Participation,
    PartnerSummary,
    Place,
    PublishedFigure,
    ReachSummary,
    Registration,
    Sector,
)


@dataclass(frozen=True)
class Snapshot:
    """The state of the data at one moment: one version of each edition that had data then.

    Attributes:
        versions: (edition, version id) pairs, oldest edition first.
        latest: when the newest of these versions was made, UTC; None with no data.
        has_demonstration: whether any demonstration registration is in them.
        as_of: the version asked for, when it is not the newest.
    """

    versions: tuple[tuple[int, int], ...]
    latest: datetime | None
    has_demonstration: bool
    as_of: int | None = None

    @property
    def editions(self) -> tuple[int, ...]:
        return tuple(edition for edition, _ in self.versions)

    @property
    def number(self) -> int:
        """Number of the newest version, the one named at the foot of each page."""
        return max((version for _, version in self.versions), default=0)


@dataclass(frozen=True, eq=False)
class Reference:
    """What does not depend on registrations; frames are read-only by convention.

    ``places``: one row per place, index ``place``. ``audiences``, ``sectors``, ``actions``: names by
    code, in their order. ``published``: one row per edition and measure.
    """

    places: pd.DataFrame
    audiences: pd.DataFrame
    sectors: pd.DataFrame
    actions: pd.DataFrame
    editions: pd.DataFrame
    published: pd.DataFrame


def engine() -> Engine:
    """The database itself, for who works on the data: a director. For anyone else nothing more runs."""
    access.author()
    return opened()


def snapshot(scope: Scope, as_of: int | None = None) -> Snapshot:
    """Read which version of each edition to show: what every cached read has in its key.

    Only the newest version is asked for each time; all else is what it was as long as that one is.

    Args:
        scope: who asks; a partner sees the data as they are, whatever ``as_of``.
        as_of: the number of a version, to show the data as they were once it was made; by default, now.
    """
    made = select(EditionVersion.id, EditionVersion.created_at).order_by(EditionVersion.id.desc()).limit(1)
    with reading(scope) as connection:
        newest = connection.execute(made).first()
    if newest is None:
        return Snapshot((), None, False)
    is_past = scope.sees_past and as_of is not None and as_of < newest.id
    return _snapshot(as_of if is_past else None, newest.id, newest.created_at, database_url())


def newest_version(scope: Scope) -> int:
    """Number of the newest version of any edition, 0 before the first; the same for everyone."""
    with reading(scope) as connection:
        return int(connection.scalar(select(func.max(EditionVersion.id))) or 0)


@st.cache_resource(max_entries=32, show_spinner=False)
def _snapshot(as_of: int | None, newest: int, made_at: datetime, database_url: str | None) -> Snapshot:
    shown = (
        select(func.max(EditionVersion.id))
        .where(EditionVersion.id <= (newest if as_of is None else as_of))
        .group_by(EditionVersion.edition)
    )
    is_filled = (
        select(PartnerSummary.version_id).where(PartnerSummary.version_id == EditionVersion.id).exists()
    )
    statement = (
        select(EditionVersion.edition, EditionVersion.id, EditionVersion.created_at)
        .where(EditionVersion.id.in_(shown), is_filled)
        .order_by(EditionVersion.edition)
    )
    present: ColumnElement[bool] = Load.undone_at.is_(None)
    with reading_for_all() as connection:
        rows = connection.execute(statement).all()
        if as_of is not None:
            then = connection.scalar(
                select(func.max(EditionVersion.created_at)).where(EditionVersion.id <= as_of)
            )
            present = present if then is None else or_(present, Load.undone_at >= then)
        number = max((row.id for row in rows), default=0)
        fictional = (
            select(Load.id)
            .join(EditionVersion, EditionVersion.load_id == Load.id)
            .where(Load.is_demonstration, present, EditionVersion.id <= number)
        )
        has_demonstration = connection.execute(fictional.limit(1)).first() is not None
    return Snapshot(
        versions=tuple((row.edition, row.id) for row in rows),
        latest=max((row.created_at for row in rows), default=None),
        has_demonstration=has_demonstration,
        as_of=as_of,
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def reference(versions: tuple[tuple[int, int], ...], _scope: Scope, database_url: str | None) -> Reference:
    """Read the reference tables; a load or a restart shows a change made to them. The same for everyone."""
    places = select(
        Place.code.label("place"),
        Place.kind,
        Place.name,
        Place.mrc_code.label("mrc"),
        Mrc.name.label("mrc_name"),
        Place.current_code,
        Place.population,
        Place.population_year,
        Place.valid_from,
        Place.valid_until,
    ).outerjoin(Mrc, Mrc.code == Place.mrc_code)
    with reading(_scope) as connection:

        def frame(statement: object) -> pd.DataFrame:
            return pd.read_sql(statement, connection)

        return Reference(
            places=frame(places).set_index("place"),
            audiences=frame(select(Audience).order_by(Audience.position)).set_index("code"),
            sectors=frame(select(Sector).order_by(Sector.position)).set_index("code"),
            actions=frame(select(Action).order_by(Action.position)).set_index("code"),
            editions=frame(select(Edition)).set_index("year"),
            published=frame(select(PublishedFigure).order_by(PublishedFigure.edition)),
        )


def cube(versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None) -> pd.DataFrame:
    """Read the reach cube of these versions: all of it, or what a partner leads or takes part in.

    Returns:
        One row per edition × place × audience × sector × action, places on the most recent
        geography; columns ``edition, place, mrc, audience, sector, action`` (categories) and
        ``expected, confirmed, reach, expected_where_confirmed, confirmed_where_expected`` (people).
    """
    return (_cube if scope.partner is None else _own_cube)(versions, scope, database_url)


@st.cache_resource(max_entries=8, show_spinner=False)
def _cube(versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None) -> pd.DataFrame:
    statement = (
        select(
            EditionVersion.edition,
            Place.current_code.label("place"),
            Place.mrc_code.label("mrc"),
            ReachSummary.audience,
            ReachSummary.sector,
            ReachSummary.action,
            ReachSummary.expected,
            ReachSummary.confirmed,
            ReachSummary.reach,
            ReachSummary.expected_where_confirmed,
            ReachSummary.confirmed_where_expected,
        )
        .join(EditionVersion, EditionVersion.id == ReachSummary.version_id)
        .join(Place, Place.code == ReachSummary.place_code)
        .where(ReachSummary.version_id.in_([version for _, version in versions]))
    )
    return categorised(scope, statement, ("place", "mrc", "audience", "sector", "action"))


@st.cache_resource(max_entries=64, show_spinner=False)
def _own_cube(versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None) -> pd.DataFrame:
    told = Participation.expected + 0 * Participation.confirmed  # missing unless both are told
    where = (
        Registration.edition,
        Place.current_code,
        Place.mrc_code,
        Participation.audience,
        Registration.sector,
        Registration.action,
    )
    statement = (
        select(
            Registration.edition,
            Place.current_code.label("place"),
            Place.mrc_code.label("mrc"),
            Participation.audience,
            Registration.sector,
            Registration.action,
            func.sum(Participation.expected).label("expected"),
            func.sum(Participation.confirmed).label("confirmed"),
            func.sum(reach()).label("reach"),
            func.coalesce(func.sum(told), 0).label("expected_where_confirmed"),
            func.coalesce(func.sum(Participation.confirmed + 0 * Participation.expected), 0).label(
                "confirmed_where_expected"
            ),
        )
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, Participation.registration_id == Registration.id)
        .where(
            is_visible(scope),
            reach().is_not(None),
            Registration.edition.in_([edition for edition, _ in versions]),
        )
        .group_by(*where)
    )
    return categorised(scope, statement, ("place", "mrc", "audience", "sector", "action"))


def presence(versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None) -> pd.DataFrame:
    """Read who is where, which makes distinct partners and registrations exact under any filter.

    Returns:
        Columns ``edition, partner, place, mrc, sector, action``, ``audiences`` (bit mask in the
        order of ``etl.schema.AUDIENCES``) and ``registrations``; of a partner, only their own.
    """
    return (_presence if scope.partner is None else _own_presence)(versions, scope, database_url)


@st.cache_resource(max_entries=8, show_spinner=False)
def _presence(versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None) -> pd.DataFrame:
    statement = (
        select(
            EditionVersion.edition,
            PartnerSummary.partner_id.label("partner"),
            Place.current_code.label("place"),
            Place.mrc_code.label("mrc"),
            PartnerSummary.sector,
            PartnerSummary.action,
            PartnerSummary.audiences,
            PartnerSummary.registrations,
        )
        .join(EditionVersion, EditionVersion.id == PartnerSummary.version_id)
        .join(Place, Place.code == PartnerSummary.place_code)
        .where(PartnerSummary.version_id.in_([version for _, version in versions]))
    )
    return categorised(scope, statement, ("place", "mrc", "sector", "action"))


@st.cache_resource(max_entries=64, show_spinner=False)
def _own_presence(
    versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None
) -> pd.DataFrame:
    bits = case(*((Participation.audience == code, 1 << bit) for bit, code in enumerate(AUDIENCES)), else_=0)
    each = (
        select(
            Registration.edition,
            Place.current_code.label("place"),
            Place.mrc_code.label("mrc"),
            Registration.sector,
            Registration.action,
            func.coalesce(func.sum(bits), 0).label("audiences"),
        )
        .join(Place, Place.code == Registration.place_code)
        .outerjoin(
            Participation,
            and_(Participation.registration_id == Registration.id, reach().is_not(None)),
        )
        .where(is_visible(scope), Registration.edition.in_([edition for edition, _ in versions]))
        .group_by(Registration.id, Place.current_code, Place.mrc_code)
        .subquery()
    )
    statement = select(
        *each.c, literal(scope.partner).label("partner"), func.count().label("registrations")
    ).group_by(*each.c)
    return categorised(scope, statement, ("place", "mrc", "sector", "action"))
