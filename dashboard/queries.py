"""The only reader of the database: each function answers one question, under one scope.

Belongs here: SQL and its caches. Not here: arithmetic (``metrics``), words, drawing. What is cached
has the key (version, scope, question), so a new load is seen at the next gesture and nobody is
served what was read for another.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import ColumnElement, Engine, func, or_, select

from dashboard.access import Scope
from dashboard.question import Restriction
from etl import database, originals
from etl.schema import (
    AUDIENCES,
    Action,
    Audience,
    Edition,
    EditionVersion,
    Load,
    Mrc,
    Participation,
    Partner,
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
    """Engine of the database named by ``DATABASE_URL``, migrated and with its reference data."""
    return _engine(database_url())


def database_url() -> str | None:
    """Which database is read: part of the key of every cached read."""
    return os.environ.get("DATABASE_URL")


@st.cache_resource
def _engine(url: str | None) -> Engine:
    ready = database.engine(url)
    database.prepare(ready)
    return ready


def snapshot(as_of: int | None = None) -> Snapshot:
    """Read which version of each edition to show: what every cached read has in its key.

    Only the newest version is asked for each time; all else is what it was as long as that one is.

    Args:
        as_of: the number of a version, to show the data as they were once it was made; by default, now.
    """
    made = select(EditionVersion.id, EditionVersion.created_at).order_by(EditionVersion.id.desc()).limit(1)
    with engine().connect() as connection:
        newest = connection.execute(made).first()
    if newest is None:
        return Snapshot((), None, False)
    earlier = as_of if as_of is not None and as_of < newest.id else None
    return _snapshot(earlier, newest.id, newest.created_at, database_url())


@st.cache_resource(max_entries=32)
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
    with engine().connect() as connection:
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


@st.cache_resource(max_entries=4)
def reference(versions: tuple[tuple[int, int], ...], database_url: str | None) -> Reference:
    """Read the reference tables; a load or a restart shows a change made to them."""
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
    with engine().connect() as connection:

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


@st.cache_resource(max_entries=8)
def cube(versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None) -> pd.DataFrame:
    """Read the reach cube of these versions.

    Returns:
        One row per edition × place × audience × sector × action, places on the most recent
        geography; columns ``edition, place, mrc, audience, sector, action`` (categories) and
        ``expected, confirmed, reach, expected_where_confirmed, confirmed_where_expected`` (people).
    """
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
    return _categorised(statement, ("place", "mrc", "audience", "sector", "action"))


@st.cache_resource(max_entries=8)
def presence(versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None) -> pd.DataFrame:
    """Read who is where, which makes distinct partners and registrations exact under any filter.

    Returns:
        Columns ``edition, partner, place, mrc, sector, action``, ``audiences`` (bit mask in the
        order of ``etl.schema.AUDIENCES``) and ``registrations``.
    """
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
    return _categorised(statement, ("place", "mrc", "sector", "action"))


def registrations(
    scope: Scope, version: int, edition: int, places: tuple[str, ...], restriction: Restriction
) -> pd.DataFrame:
    """Read the registrations behind a territory's figure, with where each was read.

    Args:
        scope: who asks.
        version: current version of the edition, part of the key of what is cached.
        edition: year.
        places: current codes of the territory's places.
        restriction: what is kept; with audiences, people of those only.

    Returns:
        One row per registration: ``number, partner, sector, action, title, place, held_on, expected,
        confirmed, reach, file, sheet, row``.
    """
    return _registrations(scope, version, edition, places, restriction, database_url())


@st.cache_data(max_entries=64)
def _registrations(
    scope: Scope,
    version: int,
    edition: int,
    places: tuple[str, ...],
    restriction: Restriction,
    database_url: str | None,
) -> pd.DataFrame:
    counted = (Participation.registration_id == Registration.id) & Participation.audience.in_(
        restriction.audiences or AUDIENCES
    )
    statement = (
        select(
            Registration.number,
            Partner.name.label("partner"),
            Registration.sector,
            Registration.action,
            Registration.title,
            Place.name.label("place"),
            Registration.held_on,
            func.sum(Participation.expected).label("expected"),
            func.sum(Participation.confirmed).label("confirmed"),
            func.sum(func.coalesce(Participation.confirmed, Participation.expected)).label("reach"),
            Load.file_name.label("file"),
            Registration.sheet,
            Registration.row,
        )
        .join(Partner, Partner.id == Registration.partner_id)
        .join(Place, Place.code == Registration.place_code)
        .join(Load, Load.id == Registration.load_id)
        .join(Participation, counted, isouter=not restriction.audiences)
        .where(Registration.edition == edition, Place.current_code.in_(places))
        .group_by(Registration.id, Partner.name, Place.name, Load.file_name)
        .order_by(Partner.name, Registration.number)
    )
    if restriction.sectors:
        statement = statement.where(Registration.sector.in_(restriction.sectors))
    if restriction.actions:
        statement = statement.where(Registration.action.in_(restriction.actions))
    with engine().connect() as connection:
        return pd.read_sql(statement, connection)


def original_rows(scope: Scope, edition: int, number: str) -> list[dict[str, Any]]:
    """Read the rows that a registration comes from, announced then confirmed, as their files have them."""
    with engine().connect() as connection:
        return originals.rows_behind(connection, edition, number)


def _categorised(statement: object, columns: tuple[str, ...]) -> pd.DataFrame:
    with engine().connect() as connection:
        frame = pd.read_sql(statement, connection)
    return frame.assign(**{column: frame[column].astype("category") for column in columns})
