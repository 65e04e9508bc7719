"""Take a package into an empty database: the same facts, decisions and figures, or nothing.

Belongs here: the order of the steps, and what ties tables together. Not here: reading one file (``read``).
Each table waits in a temporary one while the database looks for what cannot be, so that a sentence names the
row rather than a constraint. The cube is summed again from the facts and compared with the package's.
"""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    text,
)

from etl import database, summarise
from etl.load import Report, Warning
from etl.package.read import Package, check_hash, read_descriptor, read_rows, refuse
from etl.package.tables import CUBE, REFERENCE, references, tables, unique_keys
from etl.partners.index import reindex
from etl.partners.places import Places
from etl.partners.rules import read_rules
from etl.schema import Base, EditionVersion, Load, Registration

LINE: Final = "line_in_file"
TOLD_EVERY: Final = 4_000


class _CheckOnly(Exception):
    """Ends the transaction of a check, so that nothing it did stays."""


def load_package(
    engine: Engine,
    path: Path,
    *,
    check: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
) -> Report:
    """Take a package in, or check it.

    Args:
        engine: a prepared database, without registrations nor loads.
        path: the package's folder, or its ``datapackage.json``.
        check: do everything, then undo it.
        progress: called with the number of rows read so far, all tables together.

    Returns:
        A report whose rows are the registrations; ``load`` is the last of the loads that the package holds.

    Raises:
        UnreadableFile: the package is damaged, was changed, or is of another version of the schema, or the
            database is not empty; nothing is written.
    """
    package = read_descriptor(path)
    report = Report(package.path.name, package.sha256)
    try:
        with database.writer(engine) as connection:
            _take_in(connection, package, report, progress)
            if check:
                raise _CheckOnly
    except _CheckOnly:
        report.load = None
    return report


def _take_in(
    connection: Connection, package: Package, report: Report, progress: Callable[[int], None]
) -> None:
    found = str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    if package.revision != found:
        raise refuse("revision", found=package.revision, expected=found)
    if not _is_empty(connection):
        raise refuse("not_empty")
    facts = [table for table in tables() if table.name not in CUBE]
    for table in reversed(facts):
        if table.name in REFERENCE:
            connection.execute(delete(table))
    told = _Told(progress)
    for table in facts:
        waiting = _stage(connection, package, table, told)
        _check(connection, package, table, waiting)
        names = list(table.columns.keys())
        connection.execute(insert(table).from_select(names, select(*(waiting.c[name] for name in names))))
        waiting.drop(connection)
        check_hash(package, table)
    reindex(connection, read_rules(), Places.read(connection))
    summarise.sum_versions(connection, first=0)
    for name in CUBE:
        _compare(connection, package, Base.metadata.tables[name], told)
    _tell(connection, package, report)


def _is_empty(connection: Connection) -> bool:
    """Whether a database holds nothing but reference data."""
    others = [table for table in Base.metadata.sorted_tables if table.name not in REFERENCE]
    return not any(connection.scalar(select(exists().select_from(table))) for table in others)


class _Told:
    """Counts rows over all tables, and says how many now and then."""

    def __init__(self, progress: Callable[[int], None]) -> None:
        self._rows = count(1)
        self._progress = progress

    def one_more(self) -> None:
        number = next(self._rows)
        if number % TOLD_EVERY == 0:
            self._progress(number)


def _stage(connection: Connection, package: Package, table: Table, told: _Told) -> Table:
    """Put the rows of a file in a temporary table, beside the number of their line."""
    columns = [Column(column.name, column.type) for column in table.columns]
    name = f"incoming_{table.name}"
    waiting = Table(name, MetaData(), Column(LINE, Integer), *columns, prefixes=["TEMPORARY"])
    waiting.create(connection)

    def rows() -> Any:
        for row in read_rows(package.files[table.name], table):
            told.one_more()
            yield row

    database.bulk_insert(connection, waiting.name, list(waiting.columns.keys()), rows())
    return waiting


def _check(connection: Connection, package: Package, table: Table, waiting: Table) -> None:
    """Find the first row that the database could not hold beside the others."""
    csv = package.files[table.name].name
    for key in unique_keys(table):
        row = _repeated(connection, waiting, key)
        if row is not None:
            raise refuse("twice", csv=csv, row=row, columns=", ".join(key))
    for name, parent, there in references(table):
        within = waiting.alias() if parent is table else parent
        missing = and_(waiting.c[name].is_not(None), ~exists().where(within.c[there] == waiting.c[name]))
        wrong = _first(connection, waiting, missing, name)
        if wrong is not None:
            details = {"csv": csv, "row": wrong[0], "column": name, "value": wrong[1]}
            raise refuse("key", **details, parent=package.files[parent.name].name)
    for rule in table.constraints:
        if isinstance(rule, CheckConstraint):
            wrong = _first(connection, waiting, text(f"NOT ({rule.sqltext})"), LINE)
            if wrong is not None:
                raise refuse("rule", csv=csv, row=wrong[0], rule=rule.name)


def _repeated(connection: Connection, waiting: Table, key: Sequence[str]) -> int | None:
    columns = [waiting.c[name] for name in key]
    last = func.max(waiting.c[LINE])
    statement = select(last).group_by(*columns).having(func.count() > 1).order_by(last).limit(1)
    return connection.scalar(statement)


def _first(connection: Connection, waiting: Table, condition: Any, column: str) -> Any:
    line = waiting.c[LINE]
    return connection.execute(
        select(line, waiting.c[column]).where(condition).order_by(line).limit(1)
    ).first()


def _compare(connection: Connection, package: Package, table: Table, told: _Told) -> None:
    """Check that the figures of the package are those of its registrations."""
    waiting = _stage(connection, package, table, told)
    csv = package.files[table.name].name
    names = list(table.columns.keys())
    same = and_(*(table.c[name].is_not_distinct_from(waiting.c[name]) for name in names))
    wrong = _first(connection, waiting, ~exists().where(same), LINE)
    if wrong is not None:
        raise refuse("figures", csv=csv, row=wrong[0])
    theirs, ours = (connection.scalar(select(func.count()).select_from(one)) for one in (waiting, table))
    if theirs != ours:
        raise refuse("figures_missing", csv=csv, count=theirs, expected=ours)
    waiting.drop(connection)
    check_hash(package, table)


def _tell(connection: Connection, package: Package, report: Report) -> None:
    registrations = connection.scalar(select(func.count()).select_from(Registration)) or 0
    report.load = connection.scalar(select(func.max(Load.id)))
    editions = select(EditionVersion.edition).distinct().order_by(EditionVersion.edition)
    report.editions = list(connection.scalars(editions))
    report.rows |= {"read": registrations, "accepted": registrations}
    if package.is_demonstration:
        report.warnings.append(Warning("demonstration_present"))
