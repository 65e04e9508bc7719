"""The reach cube: sums of the facts, one set per version of an edition, and the summaries of it.

One number, one path: the command line, the pages and the exports all read what this writes.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, text

from etl.database import next_id
from etl.days import sum_days
from etl.schema import AUDIENCES, EditionVersion

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

BITS: Final = " ".join(f"WHEN '{code}' THEN {1 << index}" for index, code in enumerate(AUDIENCES))

CURRENT: Final = "(SELECT MAX(id) FROM edition_version GROUP BY edition)"

CELLS: Final = (
    "CREATE TEMPORARY TABLE cell (number INTEGER PRIMARY KEY, place_code TEXT, sector TEXT, action TEXT, "
    "UNIQUE (place_code, sector, action))",
    "INSERT INTO cell (number, place_code, sector, action) "
    "SELECT ROW_NUMBER() OVER (ORDER BY place.code, sector.code, action.code), "
    "place.code, sector.code, action.code FROM place CROSS JOIN sector CROSS JOIN action",
)
"""A number for each place, sector and action together: quicker to sort by than their three texts."""

VERSIONS_APART: Final = 1_000_000
"""Between the cells of two versions: more than any territory has, so that one number tells both."""

KNOWN: Final = "COALESCE(p.confirmed, p.expected) IS NOT NULL"

FIGURES: Final = f"""(
    SELECT p.registration_id, SUM(CASE p.audience {BITS} ELSE 0 END) AS audiences,
        SUM(p.expected) AS expected, SUM(p.confirmed) AS confirmed,
        SUM(COALESCE(p.confirmed, p.expected)) AS people
    FROM participation p WHERE {KNOWN} GROUP BY p.registration_id
) AS f"""

TELL: Final = f"""
INSERT INTO told
SELECT r.id, v.id, CAST(v.id AS BIGINT) * {VERSIONS_APART} + cell.number,
    r.partner_id, r.registered_on, r.held_on, r.action, r.place_code = 'online', {{figures}}
FROM {{facts}} CROSS JOIN edition_version v CROSS JOIN cell
WHERE v.edition = r.edition AND v.id >= :first
    AND cell.place_code = r.place_code AND cell.sector = r.sector AND cell.action = r.action AND {{condition}}
"""

TOLD: Final = (
    "CREATE TEMPORARY TABLE told (registration_id INTEGER PRIMARY KEY, version_id INTEGER, cell BIGINT, "
    "partner_id INTEGER, registered_on DATE, held_on DATE, action TEXT, is_online BOOLEAN, "
    "audiences INTEGER, expected INTEGER, confirmed INTEGER, people INTEGER)",
    TELL.format(
        figures="f.audiences, f.expected, f.confirmed, f.people",
        facts=f"{FIGURES} CROSS JOIN registration r",
        condition="r.id = f.registration_id",
    ),
    TELL.format(
        figures="0, NULL, NULL, NULL",
        facts="registration r",
        condition="NOT EXISTS (SELECT 1 FROM told WHERE told.registration_id = r.id)",
    ),
)
"""What each registration of the editions that have a new version tells, with a figure or without: all that
is summed is summed from it. Figures are read in the order in which they are stored, and their registrations
after them, which is what SQLite takes CROSS JOIN to mean: the other way round takes ten times longer."""

REACH: Final = f"""
INSERT INTO reach_summary (version_id, place_code, sector, action, audience,
    expected, confirmed, reach, expected_where_confirmed, confirmed_where_expected)
SELECT summed.cell / {VERSIONS_APART}, cell.place_code, cell.sector, cell.action, audience,
    expected, confirmed, COALESCE(expected, 0) + COALESCE(confirmed, 0) - COALESCE(expected_of_both, 0),
    COALESCE(expected_of_both, 0), COALESCE(confirmed_of_both, 0)
FROM (
    SELECT t.cell AS cell, p.audience AS audience,
        SUM(p.expected) AS expected, SUM(p.confirmed) AS confirmed,
        SUM(p.expected + 0 * p.confirmed) AS expected_of_both,
        SUM(p.confirmed + 0 * p.expected) AS confirmed_of_both
    FROM participation p CROSS JOIN told t WHERE t.registration_id = p.registration_id AND {KNOWN}
    GROUP BY t.cell, p.audience
) AS summed CROSS JOIN cell WHERE cell.number = summed.cell % {VERSIONS_APART}
"""

PARTNERS: Final = f"""
INSERT INTO partner_summary (version_id, partner_id, place_code, sector, action, audiences, registrations,
    people)
SELECT version_id, partner_id, cell.place_code, cell.sector, cell.action, audiences, registrations, people
FROM (
    SELECT version_id, partner_id, cell, audiences, COUNT(*) AS registrations, SUM(people) AS people
    FROM told GROUP BY version_id, partner_id, cell, audiences
) AS counted CROSS JOIN cell WHERE cell.number = counted.cell % {VERSIONS_APART}
"""

JOINED: Final = f"""
INSERT INTO joined_summary (version_id, partner_id, place_code, people)
SELECT t.version_id, joined.partner_id, cell.place_code, SUM(t.people)
FROM registration_partner joined CROSS JOIN told t CROSS JOIN cell
WHERE t.registration_id = joined.registration_id AND t.partner_id <> joined.partner_id
    AND t.people IS NOT NULL AND cell.number = t.cell % {VERSIONS_APART}
GROUP BY t.version_id, joined.partner_id, cell.place_code
"""


def make_versions(
    connection: Connection, editions: Collection[int], load_id: int | None, moment: datetime
) -> None:
    """Sum the facts of some editions under a new version of each; earlier versions stay as they were.

    Args:
        connection: inside the transaction that changed the facts.
        editions: years.
        load_id: the load that changed them, if any.
        moment: when, UTC.
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
    sum_versions(connection, first)


def sum_versions(connection: Connection, first: int) -> None:
    """Sum the facts as they are under each version from ``first`` on, none of which has figures yet."""
    for statement in (*CELLS, *TOLD, REACH, PARTNERS, JOINED):
        needed = {"first": first} if ":first" in statement else {}
        connection.execute(text(statement), needed)
    sum_days(connection)
    for made in ("told", "cell"):
        connection.execute(text(f"DROP TABLE {made}"))


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
