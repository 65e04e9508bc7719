"""Put the demonstration data in, and take it out exactly.

Not here: what the data are (``demonstration``).
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, delete, select, update

from etl import database, summarise
from etl.load import Report, load
from etl.partners.decisions import forget_unused
from etl.schema import Load, Participation, Quarantine, Registration, RegistrationPartner, RegistrationPlace


def put_in(
    engine: Engine, folder: Path, progress: Callable[[str], None] = lambda name: None
) -> Iterator[Report]:
    """Write the demonstration files in a folder and load them, one report a file."""
    from etl.demonstration import write_files

    folder.mkdir(parents=True, exist_ok=True)
    for path in write_files(folder):
        progress(path.name)
        yield load(engine, path, demonstration=True)


def take_out(engine: Engine) -> list[int]:
    """Remove all that came from demonstration files; return the editions that changed.

    Real registrations, and real figures confirmed on them, are left as they are. The loads stay in the
    history, marked as undone.
    """
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    with database.writer(engine) as connection:
        loads = select(Load.id).where(Load.is_demonstration)
        registrations = select(Registration.id).where(Registration.load_id.in_(loads))
        editions = sorted(
            set(connection.scalars(select(Registration.edition).where(Registration.load_id.in_(loads))))
        )
        for table in (Participation, RegistrationPlace, RegistrationPartner):
            connection.execute(delete(table).where(table.registration_id.in_(registrations)))
        connection.execute(delete(Registration).where(Registration.load_id.in_(loads)))
        connection.execute(delete(Quarantine).where(Quarantine.load_id.in_(loads)))
        forget_unused(connection)
        connection.execute(
            update(Load).where(Load.is_demonstration, Load.undone_at.is_(None)).values(undone_at=now)
        )
        for edition in editions:
            summarise.make_version(connection, edition, None, now)
    return editions
