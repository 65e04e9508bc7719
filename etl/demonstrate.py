"""Put the demonstration data in, and take it out exactly.

Not here: what the data are (``demonstration``).
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, func, select, update

from etl import database, exposure, exposure_file, journal, stamp, summarise
from etl.data_files import DATA
from etl.load import Report, load
from etl.partners.decisions import forget_registrations, forget_unused
from etl.schema import (
    CalendarSummary,
    EditionVersion,
    Exposure,
    JoinedSummary,
    Load,
    PaceSummary,
    Participation,
    PartnerSummary,
    Quarantine,
    ReachSummary,
    Registration,
    RegistrationPartner,
    RegistrationPlace,
    SourceBlock,
)


def put_in(
    engine: Engine, folder: Path, progress: Callable[[str], None] = lambda name: None
) -> Iterator[Report]:
    """Write the demonstration files in a folder and load them, one report a file."""
    from etl.demonstration import write_files

    folder.mkdir(parents=True, exist_ok=True)
    for path in write_files(folder):
        progress(path.name)
        yield load(engine, path, demonstration=True)
    beside = exposure_file.read(DATA / "demonstration" / "exposure.csv").rows
    with database.writer(engine) as connection:
        exposure.add(connection, beside, stamp.user(), demonstration=True)


def take_out(engine: Engine) -> list[int]:
    """Remove all that came from demonstration files; return the editions that changed.

    Real registrations, and real figures confirmed on them, are left as they are. The loads stay in the
    history, marked as undone.
    """
    now = stamp.now()
    with database.writer(engine) as connection:
        loads = select(Load.id).where(Load.is_demonstration)
        registrations = select(Registration.id).where(Registration.load_id.in_(loads))
        editions = sorted(
            set(connection.scalars(select(Registration.edition).where(Registration.load_id.in_(loads))))
        )
        forget_registrations(connection, connection.scalars(registrations).all())
        journal.forget_all(connection, loads, registrations)
        connection.execute(delete(SourceBlock).where(SourceBlock.load_id.in_(loads)))
        for table in (Participation, RegistrationPlace, RegistrationPartner):
            connection.execute(delete(table).where(table.registration_id.in_(registrations)))
        connection.execute(delete(Registration).where(Registration.load_id.in_(loads)))
        connection.execute(delete(Quarantine).where(Quarantine.load_id.in_(loads)))
        connection.execute(delete(Exposure).where(Exposure.is_demonstration))
        _forget_figures(connection)
        forget_unused(connection)
        connection.execute(
            update(Load).where(Load.is_demonstration, Load.undone_at.is_(None)).values(undone_at=now)
        )
        summarise.make_versions(connection, editions, None, now)
    return editions


def _forget_figures(connection: Connection) -> None:
    """Empty the versions that hold fictional figures, so that nobody sees those again beside real ones."""
    first = (
        select(EditionVersion.edition, func.min(EditionVersion.id).label("id"))
        .join(Load, Load.id == EditionVersion.load_id)
        .where(Load.is_demonstration)
        .group_by(EditionVersion.edition)
        .subquery()
    )
    held = (
        select(EditionVersion.id)
        .join(first, first.c.edition == EditionVersion.edition)
        .where(EditionVersion.id >= first.c.id)
    )
    for cube in (ReachSummary, PartnerSummary, JoinedSummary, PaceSummary, CalendarSummary):
        connection.execute(delete(cube).where(cube.version_id.in_(held)))
