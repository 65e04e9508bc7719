"""Who answered, what of all partners together may be known, and where one stands among the others."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st
from sqlalchemy import case, exists, func, select

from dashboard import disclosure
from dashboard.connection import database_url, reading, reading_for_all
from dashboard.queries.parts import is_visible, reach
from dashboard.scope import Scope
from etl.schema import Mrc, Participation, Partner, Place, Registration, RegistrationPartner

NO_MRC: Final = ""
"""Cell of what is released that holds what no single MRC does: online, region-wide, outside."""


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
        .where(Registration.edition == edition, is_visible(scope))
        .group_by(*where)
        .order_by(Partner.name)
    )
    with reading(scope) as connection:
        return pd.read_sql(statement, connection)


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
            func.sum(reach()).label("people"),
        )
        .select_from(RegistrationPartner)
        .join(Registration, Registration.id == RegistrationPartner.registration_id)
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, Participation.registration_id == Registration.id)
        .where(Registration.edition == edition, RegistrationPartner.partner_id != Registration.partner_id)
        .group_by(mrc, RegistrationPartner.partner_id)
    )
    with reading_for_all() as connection:
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
        select(Participation.registration_id, func.sum(reach()).label("people"))
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
    with reading_for_all() as connection:
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
    with reading(scope) as connection:
        return {number: shown for number, shown in connection.execute(statement)}
