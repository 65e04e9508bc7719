"""What several questions are made of: who may see a registration, what its reach is, how frames are kept."""

import pandas as pd
from sqlalchemy import ColumnElement, String, cast, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from dashboard import settings
from dashboard.connection import reading
from dashboard.question import Restriction
from dashboard.scope import Scope
from etl.schema import Participation, Partner, Place, Registration, RegistrationPartner


def reach() -> ColumnElement[int | None]:
    return func.coalesce(Participation.confirmed, Participation.expected)


def names_partners(scope: Scope) -> bool:
    """Whether a scope may know how partners are called: part of the key of what is cached with names."""
    with reading(scope) as connection:
        return settings.sees_names(connection, scope)


def called(is_named: bool) -> ColumnElement[str] | InstrumentedAttribute[str]:
    """How the partner of a registration is called: their name, or else their number."""
    return Partner.name if is_named else cast(Registration.partner_id, String)


def is_visible(scope: Scope) -> ColumnElement[bool]:
    """Registrations that a scope reaches: all of them, or those that a partner leads or takes part in."""
    if scope.partner is None:
        return literal(True)
    leads = select(Registration.id).where(Registration.partner_id == scope.partner)
    takes_part = select(RegistrationPartner.registration_id).where(
        RegistrationPartner.partner_id == scope.partner
    )
    return Registration.id.in_(leads.union(takes_part))


def kept_of(restriction: Restriction) -> list[ColumnElement[bool]]:
    """What a restriction keeps of registrations joined to their place, its audiences aside."""
    kept: list[ColumnElement[bool]] = []
    if restriction.territories:
        kept.append(
            or_(Place.current_code.in_(restriction.territories), Place.mrc_code.in_(restriction.mrcs))
        )
    if restriction.sectors:
        kept.append(Registration.sector.in_(restriction.sectors))
    if restriction.actions:
        kept.append(Registration.action.in_(restriction.actions))
    return kept


def categorised(scope: Scope, statement: object, columns: tuple[str, ...]) -> pd.DataFrame:
    with reading(scope) as connection:
        frame = pd.read_sql(statement, connection)
    return frame.assign(**{column: frame[column].astype("category") for column in columns})
