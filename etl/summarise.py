"""The reach cube: sums of the facts, one set per version of an edition, and the summaries of it.

One number, one path: the command line, the pages and the exports all read what this writes. Not here: the
sums themselves (``tally``).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, bindparam, insert, select, text

from etl.database import bulk_insert, next_id
from etl.schema import AUDIENCES, Action, EditionVersion, Place, Sector
from etl.tally import FIGURE, REGISTRATION, Columns, Rows, Tally

DIMENSIONS: Final = {
    "edition": "version.edition",
    "audience": "audience",
    "municipality": "place_code",
    "mrc": "COALESCE(place.mrc_code, '')",
    "sector": "sector",
    "action": "action",
}
"""What a summary may be broken down by, and where the database has it."""

COUNTS: Final = ("registrations", "partners", "expected", "confirmed", "reach")

CURRENT: Final = "(SELECT MAX(id) FROM edition_version GROUP BY edition)"

NOTHING: Final[Mapping[int, Tally]] = MappingProxyType({})

READ: Final = 10_000
"""Registrations read together."""

REGISTRATIONS: Final = f"""
SELECT id, {", ".join(REGISTRATION)} FROM registration
WHERE id > :after AND +edition IN :editions ORDER BY id LIMIT {READ}
"""
"""The sign keeps the database from looking editions up: it would sort all of them again for each block."""

WITH_THEM: Final = """
SELECT {columns} FROM registration r CROSS JOIN {table} a
WHERE r.id BETWEEN :first AND :last AND +r.edition IN :editions AND a.registration_id = r.id
"""
"""What some registrations have: from them to it, which is what SQLite takes CROSS JOIN to mean."""

FIGURES: Final = WITH_THEM.format(table="participation", columns="r.id, a.audience, a.expected, a.confirmed")
JOINED: Final = WITH_THEM.format(table="registration_partner", columns="r.id, a.partner_id")


def make_versions(
    connection: Connection,
    editions: Collection[int],
    load_id: int | None,
    moment: datetime,
    summed: Mapping[int, Tally] = NOTHING,
) -> None:
    """Sum the facts of some editions under a new version of each; earlier versions stay as they were.

    Args:
        connection: inside the transaction that changed the facts.
        editions: years.
        load_id: the load that changed them, if any.
        moment: when, UTC.
        summed: by edition, the sums of its facts where they are known; those of the others are read.
    """
    if not editions:
        return
    first = next_id(connection, EditionVersion.__table__)  # type: ignore[arg-type]
    connection.execute(
        insert(EditionVersion),
        [
            {"id": version, "edition": edition, "load_id": load_id, "created_at": moment}
            for version, edition in enumerate(sorted(editions), first)
        ],
    )
    sum_versions(connection, first, summed)


def sum_versions(connection: Connection, first: int, summed: Mapping[int, Tally] = NOTHING) -> None:
    """Sum the facts as they are under each version from ``first`` on, none of which has figures yet."""
    versions = connection.execute(
        select(EditionVersion.id, EditionVersion.edition)
        .where(EditionVersion.id >= first)
        .order_by(EditionVersion.id)
    ).all()
    read = new_tally(connection)
    for block in _facts(connection, {version.edition for version in versions} - summed.keys()):
        read.add(*block)
    for version in versions:
        tally = summed.get(version.edition, read)
        for table, columns in tally.tables(version.edition, version.id):
            bulk_insert(connection, table, tuple(columns), zip(*columns.values(), strict=True))


def new_tally(connection: Connection) -> Tally:
    """A tally of nothing yet, over all the codes of the database."""
    return Tally(*(connection.scalars(select(table.code)).all() for table in (Place, Sector, Action)))


def _facts(
    connection: Connection, editions: Collection[int]
) -> Iterator[tuple[Columns, Rows, Columns, list[tuple[int, int]]]]:
    """What some editions hold, in blocks for a ``Tally``."""
    registrations, figures, joined = (
        text(query).bindparams(bindparam("editions", sorted(editions), expanding=True))
        for query in (REGISTRATIONS, FIGURES, JOINED)
    )
    last = 0
    while editions and (found := connection.execute(registrations, {"after": last}).all()):
        identifiers, *columns = zip(*found, strict=True)
        bounds = {"first": identifiers[0], "last": identifiers[-1]}
        index = {identifier: at for at, identifier in enumerate(identifiers)}
        told = connection.execute(figures, bounds).all()
        pairs = [(index[row[0]], row[1]) for row in connection.execute(joined, bounds)]
        owners, *by_column = zip(*told, strict=True) if told else ((),) * (len(FIGURE) + 1)
        yield (
            dict(zip(REGISTRATION, columns, strict=True)),
            np.array([index[owner] for owner in owners], np.int32),
            dict(zip(FIGURE, by_column, strict=True)),
            pairs,
        )
        last = bounds["last"]


def summary(connection: Connection, by: Sequence[str], edition: int | None = None) -> list[dict[str, Any]]:
    """Sum the current versions by some dimensions.

    Args:
        connection: open on the database.
        by: names among ``DIMENSIONS``.
        edition: only this year, if given.

    Returns:
        One dict per combination, sorted: ``by``, then ``COUNTS``. ``registrations`` and ``partners``
        are distinct, so they do not add up over audiences. Figures nobody gave are None.

    Raises:
        KeyError: a name in ``by`` is not a dimension.
    """
    people = _grouped(
        connection,
        by,
        edition,
        "reach_summary",
        "SUM(expected) AS expected, SUM(confirmed) AS confirmed, SUM(reach) AS reach",
    )
    activity: dict[tuple[Any, ...], dict[str, Any]] = {}
    if "audience" in by:
        for index, audience in enumerate(AUDIENCES):
            activity |= _activity(connection, by, edition, audience, 1 << index)
    else:
        activity = _activity(connection, by, edition, None, 0)
    keys = sorted(people.keys() | activity.keys(), key=lambda key: tuple(map(str, key)))
    nobody = {"expected": None, "confirmed": None, "reach": 0}
    nothing = {"registrations": 0, "partners": 0}
    return [
        dict(zip(by, key, strict=True)) | activity.get(key, nothing) | people.get(key, nobody) for key in keys
    ]


def _activity(
    connection: Connection, by: Sequence[str], edition: int | None, audience: str | None, bit: int
) -> dict[tuple[Any, ...], dict[str, Any]]:
    counts = "SUM(registrations) AS registrations, COUNT(DISTINCT partner_id) AS partners"
    return _grouped(connection, by, edition, "partner_summary", counts, audience, bit)


def _grouped(
    connection: Connection,
    by: Sequence[str],
    edition: int | None,
    table: str,
    measures: str,
    audience: str | None = None,
    bit: int = 0,
) -> dict[tuple[Any, ...], dict[str, Any]]:
    columns = [f"'{audience}'" if name == "audience" and audience else DIMENSIONS[name] for name in by]
    grouped = [column for column in columns if not column.startswith("'")]
    conditions = [f"version_id IN {CURRENT}"]
    conditions += ["version.edition = :edition"] if edition is not None else []
    conditions += [f"(audiences & {bit}) <> 0"] if bit else []
    sql = (
        f"SELECT {', '.join([*columns, measures])}, COUNT(*) AS cells FROM {table} AS cube "
        "JOIN edition_version AS version ON version.id = cube.version_id "
        "JOIN place ON place.code = cube.place_code "
        f"WHERE {' AND '.join(conditions)} " + (f"GROUP BY {', '.join(grouped)}" if grouped else "")
    )
    statement = text(sql)
    if edition is not None:
        statement = statement.bindparams(bindparam("edition", edition))
    rows = connection.execute(statement)
    names = list(rows.keys())[len(by) : -1]
    return {
        tuple(row[: len(by)]): {
            name: None if value is None else int(value)
            for name, value in zip(names, row[len(by) : -1], strict=True)
        }
        for row in rows
        if row.cells
    }
