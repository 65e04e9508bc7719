"""Who answered, and which partners may be looked at. Not here: what is released of them (``releases``)."""

import pandas as pd
import streamlit as st
from sqlalchemy import case, exists, func, select

from dashboard.connection import database_url, reading
from dashboard.queries.parts import is_visible
from dashboard.scope import Scope
from etl.schema import Load, Participation, Partner, Place, Registration


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


def notes(scope: Scope, source: str) -> pd.DataFrame:
    """Read what partners added in words to the answers that the history calls by one name.

    Args:
        scope: who asks; nothing for who does not see sources.
        source: as ``etl.confirmations.confirm`` was given it.

    Returns:
        One row per note, the newest first: ``at`` (UTC), ``who, note``.
    """
    told = Load.note.is_not(None) & Load.undone_at.is_(None) & (Load.file_name == source)
    statement = select(Load.loaded_at.label("at"), Load.author.label("who"), Load.note)
    if not scope.sees_sources:
        return pd.DataFrame(columns=["at", "who", "note"])
    with reading(scope) as connection:
        return pd.read_sql(statement.where(told).order_by(Load.id.desc()), connection)


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
