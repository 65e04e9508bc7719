"""On which day each registration is held: what days are made of under a filter."""

import pandas as pd
import streamlit as st
from sqlalchemy import func, select

from dashboard.connection import database_url, reading
from dashboard.queries.parts import is_visible
from dashboard.scope import Scope
from etl.schema import EditionVersion, Registration


def held_on(scope: Scope, version: int, edition: int) -> pd.DataFrame:
    """Read the first day of each registration of an edition, and whether it is held online.

    Args:
        scope: who asks; a partner has what they lead or take part in.
        version: a version of the edition.
        edition: year.

    Returns:
        Columns ``registration`` (number), ``held_on`` (missing where unknown), ``is_online``; none when the
        version is no longer the current one, whose facts are gone.
    """
    return _held_on(scope, version, edition, database_url())


@st.cache_resource(max_entries=32)
def _held_on(scope: Scope, version: int, edition: int, database_url: str | None) -> pd.DataFrame:
    newest = select(func.max(EditionVersion.id)).where(EditionVersion.edition == edition).scalar_subquery()
    statement = select(
        Registration.id.label("registration"),
        Registration.held_on,
        (Registration.place_code == "online").label("is_online"),
    ).where(Registration.edition == edition, newest == version, is_visible(scope))
    with reading(scope) as connection:
        rows = connection.execute(statement)
        return pd.DataFrame(rows.all(), columns=list(rows.keys()))
