"""The only reader of the database: each function answers one question, under one scope.

Belongs here: SQL and its caches. Not here: arithmetic (``metrics``), words, drawing. What is cached
has the key (version, scope, question), so a new load is seen at the next gesture and nobody is
served what was read for another.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import pandas as pd
import streamlit as st
from sqlalchemy import ColumnElement, Engine, and_, case, exists, func, literal, or_, select

from dashboard import access, disclosure
from dashboard.connection import database_url as database_url
from dashboard.connection import opened
from dashboard.question import Restriction
from dashboard.scope import Scope
from etl import originals
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
    RegistrationPartner,
    Sector,
)

NO_MRC: Final = ""
"""Cell of what is released that holds what no single MRC does: online, region-wide, outside."""


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
    with opened().connect() as connection:
        newest = connection.execute(made).first()
    if newest is None:
        return Snapshot((), None, False)
    is_past = scope.sees_past and as_of is not None and as_of < newest.id
    return _snapshot(as_of if is_past else None, newest.id, newest.created_at, database_url())


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
    with opened().connect() as connection:
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
    with opened().connect() as connection:

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


@st.cache_resource(max_entries=8)
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
    return _categorised(statement, ("place", "mrc", "audience", "sector", "action"))


@st.cache_resource(max_entries=64)
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
            func.sum(_reach()).label("reach"),
            func.coalesce(func.sum(told), 0).label("expected_where_confirmed"),
            func.coalesce(func.sum(Participation.confirmed + 0 * Participation.expected), 0).label(
                "confirmed_where_expected"
            ),
        )
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, Participation.registration_id == Registration.id)
        .where(
            _is_visible(scope),
            _reach().is_not(None),
            Registration.edition.in_([edition for edition, _ in versions]),
        )
        .group_by(*where)
    )
    return _categorised(statement, ("place", "mrc", "audience", "sector", "action"))


def presence(versions: tuple[tuple[int, int], ...], scope: Scope, database_url: str | None) -> pd.DataFrame:
    """Read who is where, which makes distinct partners and registrations exact under any filter.

    Returns:
        Columns ``edition, partner, place, mrc, sector, action``, ``audiences`` (bit mask in the
        order of ``etl.schema.AUDIENCES``) and ``registrations``; of a partner, only their own.
    """
    return (_presence if scope.partner is None else _own_presence)(versions, scope, database_url)


@st.cache_resource(max_entries=8)
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
    return _categorised(statement, ("place", "mrc", "sector", "action"))


@st.cache_resource(max_entries=64)
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
            and_(Participation.registration_id == Registration.id, _reach().is_not(None)),
        )
        .where(_is_visible(scope), Registration.edition.in_([edition for edition, _ in versions]))
        .group_by(Registration.id, Place.current_code, Place.mrc_code)
        .subquery()
    )
    statement = select(
        *each.c, literal(scope.partner).label("partner"), func.count().label("registrations")
    ).group_by(*each.c)
    return _categorised(statement, ("place", "mrc", "sector", "action"))


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
        confirmed, reach``; for who sees sources, ``file, sheet, row`` too.
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
    source = (Load.file_name.label("file"), Registration.sheet, Registration.row)
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
            func.sum(_reach()).label("reach"),
            *(source if scope.sees_sources else ()),
        )
        .join(Partner, Partner.id == Registration.partner_id)
        .join(Place, Place.code == Registration.place_code)
        .join(Load, Load.id == Registration.load_id)
        .join(Participation, counted, isouter=not restriction.audiences)
        .where(Registration.edition == edition, Place.current_code.in_(places), _is_visible(scope))
        .group_by(Registration.id, Partner.name, Place.name, Load.file_name)
        .order_by(Partner.name, Registration.number)
    )
    if restriction.sectors:
        statement = statement.where(Registration.sector.in_(restriction.sectors))
    if restriction.actions:
        statement = statement.where(Registration.action.in_(restriction.actions))
    with opened().connect() as connection:
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
    with opened().connect() as connection:
        return pd.read_sql(statement, connection)


def answers(scope: Scope, version: int, edition: int) -> pd.DataFrame:
    """Read which partners confirmed the registrations that they lead, wherever they lead any.

    Args:
        scope: who asks; a partner has those that they lead or take part in.
        version: current version of the edition, part of the key of what is cached.
        edition: year.

    Returns:
        One row per partner, sector and MRC: ``partner`` (number), ``name, sector, mrc, registrations`` and
        ``answered``, those of which a figure is confirmed.
    """
    return _answers(scope, version, edition, database_url())


@st.cache_data(max_entries=8)
def _answers(scope: Scope, version: int, edition: int, database_url: str | None) -> pd.DataFrame:
    where = (Registration.partner_id, Partner.name, Registration.sector, Place.mrc_code)
    is_confirmed = exists().where(
        Participation.registration_id == Registration.id, Participation.confirmed.is_not(None)
    )
    statement = (
        select(
            Registration.partner_id.label("partner"),
            Partner.name,
            Registration.sector,
            Place.mrc_code.label("mrc"),
            func.count().label("registrations"),
            func.sum(case((is_confirmed, 1), else_=0)).label("answered"),
        )
        .join(Partner, Partner.id == Registration.partner_id)
        .join(Place, Place.code == Registration.place_code)
        .where(Registration.edition == edition, _is_visible(scope))
        .group_by(*where)
        .order_by(Partner.name)
    )
    with opened().connect() as connection:
        return pd.read_sql(statement, connection)


def original_rows(scope: Scope, edition: int, number: str) -> list[dict[str, Any]]:
    """Read the rows that a registration comes from, announced then confirmed, as their files have them.

    None for who does not see sources.
    """
    if not scope.sees_sources:
        return []
    with opened().connect() as connection:
        return originals.rows_behind(connection, edition, number)


def released(scope: Scope, version: int, edition: int) -> pd.DataFrame:
    """Read what anyone who comes in may know of all partners together, by MRC, in one edition.

    Args:
        scope: who asks; the answer is the same for everyone.
        version: current version of the edition, part of the key of what is cached.
        edition: year.

    Returns:
        As ``disclosure.release`` returns it; cells are MRC codes and ``NO_MRC``.
    """
    return _released(scope, version, edition, database_url())


@st.cache_data(max_entries=64)
def _released(_scope: Scope, version: int, edition: int, database_url: str | None) -> pd.DataFrame:
    led = _people_by_partner(_scope, version, edition, database_url)
    mrc = func.coalesce(Place.mrc_code, NO_MRC).label("mrc")
    taking_part = (
        select(
            mrc,
            RegistrationPartner.partner_id.label("partner"),
            func.sum(_reach()).label("people"),
        )
        .select_from(RegistrationPartner)
        .join(Registration, Registration.id == RegistrationPartner.registration_id)
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, Participation.registration_id == Registration.id)
        .where(Registration.edition == edition, RegistrationPartner.partner_id != Registration.partner_id)
        .group_by(mrc, RegistrationPartner.partner_id)
    )
    with opened().connect() as connection:
        joined = pd.read_sql(taking_part, connection)
        cells = list(connection.scalars(select(Mrc.code).order_by(Mrc.code)))
    both = pd.concat(
        [
            led[["mrc", "partner"]].assign(value=led["people"], known=led["people"]),
            joined[["mrc", "partner"]].assign(value=0, known=joined["people"].fillna(0).astype(float)),
        ],
        ignore_index=True,
    )
    together = both.rename(columns={"mrc": "cell"}).groupby(["cell", "partner"], as_index=False).sum()
    return disclosure.release(together, [*cells, NO_MRC])


@dataclass(frozen=True)
class Standing:
    """Where a partner stands among those of their sector: in which quarter, of how many others."""

    sector: str
    others: int
    quarter: int


def standing(scope: Scope, version: int, edition: int) -> Standing | None:
    """Read where a partner stands among those of the sector in which they registered most.

    Args:
        scope: of the partner.
        version: current version of the edition, part of the key of what is cached.
        edition: year.

    Returns:
        None when they registered nothing, or when too few others make up the distribution.
    """
    return None if scope.partner is None else _standing(scope, version, edition, database_url())


@st.cache_data(max_entries=256)
def _standing(scope: Scope, version: int, edition: int, database_url: str | None) -> Standing | None:
    people = _people_by_partner(scope, version, edition, database_url)
    sectors = people[people["partner"] == scope.partner].groupby("sector", sort=True)["registrations"].sum()
    if sectors.empty:
        return None
    sector = str(sectors.idxmax())
    of_sector = people[people["sector"] == sector].groupby("partner")["people"].sum()
    others = of_sector.drop(scope.partner)
    found = disclosure.quarter(others, of_sector[scope.partner])
    return None if found is None else Standing(sector, len(others), found)


@st.cache_resource(max_entries=4)
def _people_by_partner(_scope: Scope, version: int, edition: int, database_url: str | None) -> pd.DataFrame:
    """What each partner leads, by MRC and sector: only what is released of it leaves this module."""
    people = (
        select(Participation.registration_id, func.sum(_reach()).label("people"))
        .join(Registration, Registration.id == Participation.registration_id)
        .where(Registration.edition == edition)
        .group_by(Participation.registration_id)
        .subquery()
    )
    mrc = func.coalesce(Place.mrc_code, NO_MRC).label("mrc")
    statement = (
        select(
            mrc,
            Registration.sector,
            Registration.partner_id.label("partner"),
            func.count().label("registrations"),
            func.sum(people.c.people).label("people"),
        )
        .join(Place, Place.code == Registration.place_code)
        .outerjoin(people, people.c.registration_id == Registration.id)
        .where(Registration.edition == edition)
        .group_by(mrc, Registration.sector, Registration.partner_id)
    )
    with opened().connect() as connection:
        frame = pd.read_sql(statement, connection)
    return frame.assign(people=frame["people"].fillna(0).astype(float))


def partners(scope: Scope, words: str, limit: int) -> dict[int, str]:
    """Read the partners whose name holds these words, by name: all that may be looked at, or oneself."""
    name = func.lower(Partner.name)
    statement = select(Partner.id, Partner.name).order_by(Partner.name).limit(limit)
    statement = statement.where(exists().where(Registration.partner_id == Partner.id))
    for word in words.lower().split():
        statement = statement.where(name.contains(word, autoescape=True))
    if scope.partner is not None:
        statement = select(Partner.id, Partner.name).where(Partner.id == scope.partner)
    with opened().connect() as connection:
        return {number: shown for number, shown in connection.execute(statement)}


def _reach() -> ColumnElement[int | None]:
    return func.coalesce(Participation.confirmed, Participation.expected)


def _is_visible(scope: Scope) -> ColumnElement[bool]:
    """Registrations that a scope reaches: all of them, or those that a partner leads or takes part in."""
    if scope.partner is None:
        return literal(True)
    leads = select(Registration.id).where(Registration.partner_id == scope.partner)
    takes_part = select(RegistrationPartner.registration_id).where(
        RegistrationPartner.partner_id == scope.partner
    )
    return Registration.id.in_(leads.union(takes_part))


def _categorised(statement: object, columns: tuple[str, ...]) -> pd.DataFrame:
    with opened().connect() as connection:
        frame = pd.read_sql(statement, connection)
    return frame.assign(**{column: frame[column].astype("category") for column in columns})
