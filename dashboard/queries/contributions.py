"""What each partner brings to an edition, registration by registration, and how partners are called.

Read from the facts: the cube does not say who brings what, and a third copy of each version would make a load
of many registrations a fifth longer. So it answers for the current version of an edition only, and says when
it cannot. Not here: the arithmetic of it (``change``, ``partners_over_time``, ``unique``).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st
from sqlalchemy import Connection, Select, and_, case, func, literal_column, select

from dashboard.connection import database_url, reading
from dashboard.queries.parts import is_visible, kept_of, names_partners, reach
from dashboard.question import Restriction
from dashboard.scope import Scope
from etl.schema import EditionVersion, Participation, Partner, Place, Registration

CATEGORIES: Final = ("place", "mrc", "sector", "action", "audience")


def contributions(scope: Scope, version: int, edition: int, until: date | None = None) -> pd.DataFrame | None:
    """Read who brings whom to an edition.

    Args:
        scope: who asks; a partner has what they lead or take part in.
        version: a version of the edition.
        edition: year.
        until: a day, to read the edition as it was known then (as ``cube_until``): what was registered by
            that day, as it was announced.

    Returns:
        None when the version is no longer the current one: its facts are gone. Else one row per registration
        and audience, and one without audience for a registration that has no figure: ``registration,
        partner`` (numbers), ``place`` (most recent geography), ``mrc, sector, action, audience``
        (categories), ``expected, confirmed`` and ``reach`` (people, contacts; missing where unknown).
    """
    return _contributions(scope, version, edition, until, database_url())


@st.cache_resource(max_entries=32)
def _contributions(
    scope: Scope, version: int, edition: int, until: date | None, database_url: str | None
) -> pd.DataFrame | None:
    newest = select(func.max(EditionVersion.id)).where(EditionVersion.edition == edition).scalar_subquery()
    asked = [Registration.edition == edition, newest == version, is_visible(scope)]
    if until is not None:
        asked.append(Registration.registered_on <= until)
    led = select(
        Registration.id,
        Registration.partner_id,
        Place.current_code,
        Place.mrc_code,
        Registration.sector,
        Registration.action,
    ).join(Place, Place.code == Registration.place_code)
    told = select(
        Participation.registration_id,
        Participation.audience,
        Participation.expected,
        Participation.confirmed,
    ).join(Registration, Registration.id == Participation.registration_id)
    # Two statements, since the texts of a registration would otherwise be read once for each audience. Facts
    # change with the version and both ask for the same one, so they read the same facts.
    with reading(scope) as connection:
        registrations = _frame(connection, led.where(*asked), ("registration", "partner", *CATEGORIES[:4]))
        people = _frame(
            connection,
            told.where(*asked, (reach() if until is None else Participation.expected).is_not(None)),
            ("registration", "audience", "expected", "confirmed"),
        )
    if registrations.empty:
        return None
    figures = people.astype({"expected": float, "confirmed": float, "audience": "category"})
    if until is not None:
        figures["confirmed"] = float("nan")
    figures["reach"] = figures["confirmed"].fillna(figures["expected"])
    kept = registrations.astype(dict.fromkeys(CATEGORIES[:4], "category"))
    return kept.merge(figures, on="registration", how="left")


def by_partner(
    scope: Scope,
    version: int,
    edition: int,
    restriction: Restriction,
    together: tuple[str, ...],
    until: date | None = None,
) -> pd.DataFrame | None:
    """Sum what each partner brings to an edition: a few rows for many.

    Args:
        scope: who asks.
        version: a version of the edition.
        edition: year.
        restriction: what is kept.
        together: audiences that are summed together; the others are together too.
        until: a day, as for ``contributions``.

    Returns:
        None when the version is no longer the current one. Else a row by partner and group of audiences:
        ``partner``, ``audience`` (one of the group; missing for registrations without a figure), ``expected``
        (announced, else confirmed), ``reach``, and the other columns of ``contributions``, missing.
    """
    return _by_partner(scope, version, edition, restriction, together, until, database_url())


@st.cache_resource(max_entries=64, show_spinner=False)
def _by_partner(
    scope: Scope,
    version: int,
    edition: int,
    restriction: Restriction,
    together: tuple[str, ...],
    until: date | None,
    database_url: str | None,
) -> pd.DataFrame | None:
    newest = select(func.max(EditionVersion.id)).where(EditionVersion.edition == edition)
    group = case(
        (Participation.audience.is_(None), 0), (Participation.audience.in_(together), 1), else_=2
    ).label("of_audiences")
    people = reach() if until is None else Participation.expected
    announced = func.coalesce(Participation.expected, people)
    told = [Participation.registration_id == Registration.id, people.is_not(None)]
    if restriction.audiences:
        told.append(Participation.audience.in_(restriction.audiences))
    asked = [Registration.edition == edition, is_visible(scope), *kept_of(restriction)]
    if until is not None:
        asked.append(Registration.registered_on <= until)
    statement = (
        select(
            Registration.partner_id.label("partner"),
            group,
            func.min(Participation.audience).label("audience"),
            func.sum(announced).label("expected"),
            func.sum(people).label("reach"),
        )
        .join(Place, Place.code == Registration.place_code)
        .join(Participation, and_(*told), isouter=not restriction.audiences)
        .where(*asked)
        .group_by(Registration.partner_id, literal_column("of_audiences"))
    )
    with reading(scope) as connection:
        if connection.scalar(newest) != version:
            return None
        found = pd.read_sql(statement, connection)
    return found.astype({"expected": float, "reach": float}).assign(
        confirmed=float("nan"), **dict.fromkeys(("place", "mrc", "sector", "action"))
    )


def _frame(
    connection: Connection, statement: Select[Any, *tuple[Any, ...]], columns: Sequence[str]
) -> pd.DataFrame:
    """Read a table of numbers and texts, which need no conversion, from the driver itself: twice as fast."""
    cursor = connection.execute(statement).cursor
    values = list(zip(*cursor.fetchall(), strict=True)) or [()] * len(columns)
    return pd.DataFrame(dict(zip(columns, values, strict=True)))


def partner_names(scope: Scope, version: int) -> dict[int, str]:
    """Read how partners are called, by their number.

    Args:
        scope: who asks; a partner has their own name, the board none where a director said so.
        version: newest version shown, part of the key of what is cached: a load may bring a name.
    """
    return _partner_names(scope, version, database_url()) if names_partners(scope) else {}


@st.cache_resource(max_entries=8)
def _partner_names(scope: Scope, version: int, database_url: str | None) -> dict[int, str]:
    statement = select(Partner.id, Partner.name)
    if scope.partner is not None:
        statement = statement.where(Partner.id == scope.partner)
    with reading(scope) as connection:
        return {number: name for number, name in connection.execute(statement)}
