"""Take a load back, whatever came after it that does not rest on it.

What it made goes, what it changed is put back from the ``journal``, and the editions concerned get a new
version.
Not here: taking the demonstration out, which empties versions too (``demonstrate``).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import Connection, Engine, func, select, text, update

from etl import database, journal, stamp, summarise
from etl.journal import MEASURE
from etl.partners.decisions import forget_brought_by, forget_registrations, later_merges
from etl.schema import (
    Load,
    LoadDependency,
    Quarantine,
    Registration,
    SourceBlock,
)
from etl.staging import CONTENT

MADE: Final = """
SELECT r.id FROM registration r WHERE r.load_id = :load
    AND NOT EXISTS (SELECT 1 FROM registration_before b WHERE b.load_id = :load AND b.registration_id = r.id)
"""

TOUCHED: Final = f"""
SELECT DISTINCT edition FROM registration WHERE id IN (
    {MADE}
    UNION SELECT registration_id FROM registration_before WHERE load_id = :load
    UNION SELECT registration_id FROM confirmation_before WHERE load_id = :load)
"""

FORGET_MADE: Final = (
    *(
        f"DELETE FROM {table} WHERE registration_id IN ({MADE})"
        for table in ("participation", "registration_place", "registration_partner")
    ),
    f"DELETE FROM registration WHERE id IN ({MADE})",
)

PUT_CONTENT_BACK: Final = f"""
UPDATE registration SET {", ".join(f"{name} = b.{name}" for name in CONTENT)},
    load_id = b.written_by, sheet = b.sheet, "row" = b."row"
FROM registration_before b WHERE b.load_id = :load AND b.registration_id = registration.id
"""

PUT_ATTACHED_BACK: Final = (
    """DELETE FROM {table}
    WHERE registration_id IN (SELECT registration_id FROM registration_before WHERE load_id = :load)""",
    """INSERT INTO {table} (registration_id, {column})
    SELECT registration_id, {column} FROM {table}_before WHERE load_id = :load""",
)

PUT_CONFIRMATION_BACK: Final = """
UPDATE registration SET confirmed_load_id = b.confirmed_load_id, confirmed_sheet = b.confirmed_sheet,
    confirmed_row = b.confirmed_row
FROM confirmation_before b WHERE b.load_id = :load AND b.registration_id = registration.id
"""

PUT_FIGURES_BACK: Final = (
    """UPDATE participation SET {measure} = NULL, {measure}_written = NULL
    WHERE registration_id IN (SELECT registration_id FROM {kept} WHERE load_id = :load)""",
    """INSERT INTO participation (registration_id, audience, {measure}, {measure}_written)
    SELECT registration_id, audience, people, written FROM figure_before
    WHERE load_id = :load AND measure = '{measure}' AND registration_id IN (SELECT id FROM registration)
    ON CONFLICT (registration_id, audience)
    DO UPDATE SET {measure} = excluded.{measure}, {measure}_written = excluded.{measure}_written""",
    """DELETE FROM participation WHERE expected IS NULL AND confirmed IS NULL
    AND expected_written IS NULL AND confirmed_written IS NULL
    AND registration_id IN (SELECT registration_id FROM {kept} WHERE load_id = :load)""",
)

KEPT: Final = {"registrations": "registration_before", "confirmed": "confirmation_before"}


class NotUndoable(Exception):
    """There is no such load."""


class FromAPackage(Exception):
    """The load came with a data package, which does not bring what would take it back."""


@dataclass
class AlreadyUndone(Exception):
    """The load was taken back before: when (UTC), and by whom if that is known."""

    when: datetime
    author: str | None


class LoadNamed(NamedTuple):
    """A load as people tell it from the others."""

    id: int
    file: str
    loaded_at: datetime


@dataclass
class DependentLoads(Exception):
    """Later loads rest on this one: they have to be taken back first, in this order."""

    loads: tuple[LoadNamed, ...]


@dataclass
class DependentDecisions(Exception):
    """Partners were merged since, that registrations changed by the load had: take these back first."""

    decisions: tuple[int, ...]


REFUSALS: Final = (NotUndoable, FromAPackage, AlreadyUndone, DependentLoads, DependentDecisions)
"""Why a load may not be taken back."""


@dataclass(frozen=True)
class Undone:
    """A load taken back, and the editions that have a new version."""

    load: int
    editions: tuple[int, ...]


def undo(engine: Engine, load_id: int, author: str) -> Undone:
    """Take a load back; all of it, or nothing.

    Its rows stay readable (``originals``), and so do the versions of the editions made since.

    Raises:
        NotUndoable: there is no such load.
        FromAPackage: it came with a data package.
        AlreadyUndone: it was taken back before.
        DependentLoads: later loads changed, confirmed or repeated what this one wrote.
        DependentDecisions: merges of partners rest on what this one changed.
    """
    moment = stamp.now()
    with database.writer(engine) as connection:
        row = connection.execute(select(Load.__table__).where(Load.id == load_id)).first()
        if row is None:
            raise NotUndoable
        if row.undone_at is not None:
            raise AlreadyUndone(row.undone_at, row.undone_by)
        if not _is_remembered(connection, load_id):
            raise FromAPackage
        dependent = _dependents(connection, load_id)
        if dependent:
            raise DependentLoads(dependent)
        merges = later_merges(connection, load_id, row.loaded_at)
        if merges:
            raise DependentDecisions(merges)
        editions = tuple(sorted(connection.scalars(text(TOUCHED), {"load": load_id})))
        _put_back(connection, load_id)
        _hand_over_or_resolve(connection, load_id, row.sha256, moment)
        _wait_again(connection, load_id)
        journal.forget(connection, load_id)
        forget_brought_by(connection, load_id)
        connection.execute(update(Load).where(Load.id == load_id).values(undone_at=moment, undone_by=author))
        summarise.make_versions(connection, editions, None, moment)
    return Undone(load_id, editions)


def _is_remembered(connection: Connection, load_id: int) -> bool:
    """Whether the rows of the load are kept: they are of every load made here that wrote something."""
    wrote = connection.scalar(select(Registration.id).where(Registration.load_id == load_id).limit(1))
    confirmed = connection.scalar(
        select(Registration.id).where(Registration.confirmed_load_id == load_id).limit(1)
    )
    kept = connection.scalar(select(SourceBlock.load_id).where(SourceBlock.load_id == load_id).limit(1))
    return kept is not None or (wrote is None and confirmed is None)


def _dependents(connection: Connection, load_id: int) -> tuple[LoadNamed, ...]:
    """Loads not taken back that rest on this one, directly or not, the newest first."""
    pairs = connection.execute(
        select(LoadDependency.load_id, LoadDependency.on_load_id)
        .join(Load, Load.id == LoadDependency.load_id)
        .where(Load.undone_at.is_(None), LoadDependency.load_id > load_id)
        .order_by(LoadDependency.load_id)
    )
    resting = {load_id}
    for later, earlier in pairs:
        if earlier in resting:
            resting.add(later)
    named = select(Load.id, Load.file_name, Load.loaded_at).where(Load.id.in_(resting - {load_id}))
    return tuple(LoadNamed(*row) for row in connection.execute(named.order_by(Load.id.desc())))


def _put_back(connection: Connection, load_id: int) -> None:
    forget_registrations(connection, connection.scalars(text(MADE), {"load": load_id}).all())
    statements = [*FORGET_MADE, PUT_CONTENT_BACK, PUT_CONFIRMATION_BACK]
    for table, column in (("registration_place", "place_code"), ("registration_partner", "partner_id")):
        statements += [statement.format(table=table, column=column) for statement in PUT_ATTACHED_BACK]
    for template, measure in MEASURE.items():
        statements += [
            statement.format(measure=measure, kept=KEPT[template]) for statement in PUT_FIGURES_BACK
        ]
    for statement in statements:
        connection.execute(text(statement), {"load": load_id})


def _wait_again(connection: Connection, load_id: int) -> None:
    """Rows that waited before this load brought them corrected wait as they did."""
    brought = update(Quarantine).where(Quarantine.resolved_load_id == load_id)
    connection.execute(brought.values(resolved_at=None, resolved_load_id=None))


def _hand_over_or_resolve(connection: Connection, load_id: int, sha256: str, moment: datetime) -> None:
    """Rows that waited wait no more, unless a later load of the same file found them so too."""
    recorded = select(func.count()).where(Quarantine.load_id == Load.id).correlate(Load).scalar_subquery()
    again = connection.scalar(
        select(func.min(Load.id)).where(
            Load.sha256 == sha256,
            Load.id > load_id,
            Load.undone_at.is_(None),
            Load.rows_quarantined > recorded,
        )
    )
    waiting = update(Quarantine).where(Quarantine.load_id == load_id, Quarantine.resolved_at.is_(None))
    if again is None:
        connection.execute(waiting.values(resolved_at=moment))
    else:
        connection.execute(waiting.values(load_id=again))
