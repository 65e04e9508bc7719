"""Giving registrations from one partner to another, and which editions that touches.

Belongs here: what a merge and a separation share. Not here: what a person answered (``decisions``,
``apart``).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from etl.database import LOOKUP
from etl.schema import Registration, RegistrationPartner


@dataclass(frozen=True)
class Decided:
    """A decision, and the editions whose figures it changed.

    ``unknown``: registrations of the partner that stay where they are, since no row says under which name
    they came.
    """

    decision: int
    editions: tuple[int, ...]
    unknown: int = 0


def taking_part(connection: Connection, either: Collection[int], merged: int) -> list[list[int]]:
    """Who takes part, as [registration, partner], wherever the merged partner leads or takes part."""
    table = RegistrationPartner.__table__
    concerned = (
        select(table.c.registration_id)
        .where(table.c.partner_id == merged)
        .union(select(Registration.id).where(Registration.partner_id == merged))
    )
    statement = (
        select(table.c.registration_id, table.c.partner_id)
        .where(table.c.partner_id.in_(either), table.c.registration_id.in_(concerned))
        .order_by(table.c.registration_id, table.c.partner_id)
    )
    return [list(row) for row in connection.execute(statement)]


def moved_parts(
    connection: Connection, shared: Sequence[Sequence[int]], merged: int, kept: int
) -> list[list[int]]:
    """The same once the merged partner is the kept one, who does not take part where it leads."""
    registrations = sorted({pair[0] for pair in shared})
    leads: set[int] = set()
    for start in range(0, len(registrations), LOOKUP):
        part = registrations[start : start + LOOKUP]
        leads |= set(
            connection.scalars(
                select(Registration.id).where(Registration.id.in_(part), Registration.partner_id == kept)
            )
        )
    return [[registration, kept] for registration in registrations if registration not in leads]


def replace_parts(connection: Connection, old: Sequence[Sequence[int]], new: Sequence[Sequence[int]]) -> None:
    for registration, partner in old:
        connection.execute(
            delete(RegistrationPartner).where(
                RegistrationPartner.registration_id == registration,
                RegistrationPartner.partner_id == partner,
            )
        )
    if new:
        connection.execute(
            insert(RegistrationPartner),
            [{"registration_id": registration, "partner_id": partner} for registration, partner in new],
        )


def there(connection: Connection, registrations: Collection[int]) -> set[int]:
    found: set[int] = set()
    ordered = sorted(registrations)
    for start in range(0, len(ordered), LOOKUP):
        statement = select(Registration.id).where(Registration.id.in_(ordered[start : start + LOOKUP]))
        found |= set(connection.scalars(statement))
    return found


def editions_of(connection: Connection, registrations: Sequence[int]) -> tuple[int, ...]:
    found: set[int] = set()
    ordered = sorted(set(registrations))
    for start in range(0, len(ordered), LOOKUP):
        part = ordered[start : start + LOOKUP]
        found |= set(connection.scalars(select(Registration.edition).where(Registration.id.in_(part))))
    return tuple(sorted(found))
