"""Which registrations leave open how many people they meet. Not here: what is made of it (``absences``)."""

import pandas as pd
import streamlit as st
from sqlalchemy import func, select

from dashboard.connection import database_url, reading
from dashboard.queries.parts import is_visible, reach
from dashboard.scope import Scope
from etl.schema import EditionVersion, Participation, Place, Registration


def silences(scope: Scope, version: int, edition: int) -> pd.DataFrame | None:
    """Count the registrations that give no figure: for an audience that they name, or for any.

    Args:
        scope: who asks; a partner has what they lead or take part in.
        version: a version of the edition.
        edition: year.

    Returns:
        None when the version is no longer the current one: its facts are gone. Else ``place`` (most recent
        geography), ``mrc, sector, action, audience`` (missing where a registration names none) and
        ``registrations``.
    """
    return _silences(scope, version, edition, database_url())


@st.cache_resource(max_entries=16, show_spinner=False)
def _silences(scope: Scope, version: int, edition: int, database_url: str | None) -> pd.DataFrame | None:
    newest = select(func.max(EditionVersion.id)).where(EditionVersion.edition == edition)
    where = (
        Place.current_code.label("place"),
        Place.mrc_code.label("mrc"),
        Registration.sector,
        Registration.action,
        Participation.audience,
    )
    statement = (
        select(*where, func.count().label("registrations"))
        .select_from(Registration)
        .join(Place, Place.code == Registration.place_code)
        .outerjoin(Participation, Participation.registration_id == Registration.id)
        .where(Registration.edition == edition, reach().is_(None), is_visible(scope))
        .group_by(*where)
    )
    with reading(scope) as connection:
        if connection.scalar(newest) != version:
            return None
        return pd.read_sql(statement, connection)
