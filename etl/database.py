"""Where the database is, how to open it, and how to write to it safely.

Belongs here: engines, the one-writer transaction, migrations at start, bulk inserts. Not here: what
the tables are (``schema``), what fills them (``reference``, ``load``).
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, inspect, select, text
from sqlalchemy.exc import OperationalError

ROOT: Final = Path(__file__).resolve().parent.parent
MIGRATIONS: Final = Path(__file__).parent / "migrations"
TOGETHER: Final = 500
"""Rows of one INSERT: one by one, they take twice the time."""
LOOKUP: Final = 400
"""Values asked for at once, under the parameters that any database allows."""
_WRITER_LOCK: Final = 0x504F5254  # any constant, the same for every process


def default_url() -> str:
    """Address of the database: ``DATABASE_URL``, or a SQLite file in ``var/``."""
    given = os.environ.get("DATABASE_URL")
    return given if given else f"sqlite:///{ROOT / 'var' / 'portee.sqlite3'}"


def engine(url: str | None = None) -> Engine:
    """Open the database at ``url`` (by default, ``DATABASE_URL``); nothing is created yet but a folder."""
    address = url or default_url()
    for prefix in ("postgresql://", "postgres://"):
        if address.startswith(prefix):
            address = "postgresql+psycopg://" + address.removeprefix(prefix)
    opened = create_engine(address)
    if opened.dialect.name == "sqlite":
        _prepare_sqlite(opened)
    return opened


def _prepare_sqlite(opened: Engine) -> None:
    file = opened.url.database
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)

    @event.listens_for(opened, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, never behind our back
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 30000")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.close()

    @event.listens_for(opened, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writer", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writer(opened: Engine, refers_rightly: bool = False) -> Iterator[Connection]:
    """Open the only transaction that writes at this moment; all of it stays, or nothing.

    Args:
        opened: the database.
        refers_rightly: what is written only refers to rows that were read in this same transaction, so that
            SQLite need not look up each reference, an eighth of the time of a long load.
    """
    with opened.connect() as plain:
        if refers_rightly:
            _check_references(plain, "OFF")
        try:
            connection = plain.execution_options(writer=True)
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})
                yield connection
        finally:
            if refers_rightly:
                _check_references(plain, "ON")


def _check_references(connection: Connection, switch: str) -> None:
    """Let SQLite check references or not, which only works between two transactions."""
    if connection.dialect.name == "sqlite":
        with closing(connection.connection.cursor()) as cursor:
            cursor.execute(f"PRAGMA foreign_keys = {switch}")


def is_full(error: Exception) -> bool:
    """Whether the database could not write for want of room on its disk."""
    cause: Any = getattr(error, "orig", None)
    if getattr(cause, "sqlstate", None) == "53100":
        return True
    return getattr(cause, "sqlite_errorname", "") in ("SQLITE_FULL", "SQLITE_IOERR_WRITE")


def prepare(opened: Engine) -> None:
    """Bring the tables to the newest migration and load the reference data where it is missing."""
    from etl import reference

    with opened.connect() as connection:
        current = _revision(connection) == _newest_revision()
        if current and reference.is_loaded(connection):
            return
    with writer(opened) as connection:
        if _revision(connection) != _newest_revision():
            _migrate(connection)
        if not reference.is_loaded(connection):
            reference.load_reference(connection)


def _newest_revision() -> str:
    return max(path.name for path in (MIGRATIONS / "versions").glob("[0-9]*.py")).split("_")[0]


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    from etl import row_security

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    row_security.put_in_place(connection)


def bulk_insert(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
    known_by: Sequence[str] = (),
) -> int:
    """Insert many rows the driver's own way, without SQLAlchemy's work on each; dates as ISO texts.

    Args:
        connection: inside a transaction.
        table: its name.
        columns: names of those given.
        rows: a value for each of them.
        known_by: columns of a unique constraint; rows that the table has already by these are passed over.

    Returns:
        Number of rows inserted.

    Raises:
        OperationalError: the database cannot write, as SQLAlchemy says it of any other statement.
    """
    names = ", ".join(f'"{column}"' for column in columns)
    is_sqlite = connection.dialect.name == "sqlite"
    passed = f" ON CONFLICT ({', '.join(known_by)}) DO NOTHING" if known_by else ""
    try:
        with closing(connection.connection.cursor()) as cursor:
            if is_sqlite or known_by:
                marks = f"({', '.join(('?' if is_sqlite else '%s',) * len(columns))})"
                return _insert_together(
                    cursor, f'INSERT INTO "{table}" ({names}) VALUES', marks, passed, rows
                )
            return _copy(cursor, f'COPY "{table}" ({names}) FROM STDIN', rows)
    except connection.dialect.loaded_dbapi.OperationalError as error:
        raise OperationalError(f"INSERT INTO {table}", None, error) from error


def _insert_together(cursor: Any, begin: str, marks: str, end: str, rows: Iterable[tuple[Any, ...]]) -> int:
    inserted, waiting = 0, iter(rows)
    while block := list(islice(waiting, TOGETHER)):
        cursor.execute(f"{begin} {', '.join([marks] * len(block))}{end}", list(chain.from_iterable(block)))
        inserted += cursor.rowcount
    return inserted


def _copy(cursor: Any, statement: str, rows: Iterable[tuple[Any, ...]]) -> int:
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
    return int(cursor.rowcount)


def next_id(connection: Connection, table: Table) -> int:
    """Return the identifier after the highest of ``table`` (inside ``writer``, so nobody else takes it)."""
    highest = connection.execute(select(func.max(table.c.id))).scalar()
    return int(highest or 0) + 1
