"""The temporary tables in which a block of rows waits while the database compares and writes it.

Belongs here: their columns, filling and emptying them. Not here: what is done with them (``facts``).
"""

from collections.abc import Sequence
from itertools import repeat
from typing import Any, Final

from sqlalchemy import Column, Connection, Date, Integer, MetaData, String, Table, text

from etl.database import bulk_insert
from etl.match import Where
from etl.schema import AUDIENCES

CONTENT: Final = ("partner_id", "sector", "action", "place_code", "title", "held_on", "registered_on")
"""What a later file may change in a registration, besides its figures and its several places."""

MET: Final = {template: f"met_in_{template}" for template in ("registrations", "confirmed")}
"""By template, the table of the registrations that earlier rows of the load spoke of."""

BLOCK: Final = ("incoming", "incoming_place", "known", "changed", "refused")

TABLES: Final = MetaData()


def create(connection: Connection) -> None:
    TABLES.create_all(connection)


def drop(connection: Connection) -> None:
    TABLES.drop_all(connection)


def fill(
    connection: Connection, positions: range, rows: Sequence[int], columns: dict[str, Sequence[Any]]
) -> None:
    """Put a block in place of the one before.

    Args:
        connection: inside the transaction of the load.
        positions: number of each row in the load, and identifier of its registration if it is new.
        rows: number of each row in its sheet.
        columns: their values, as in ``parse.Parsed.columns``.
    """
    for table in BLOCK:
        connection.execute(text(f"DELETE FROM {table}"))
    places: Sequence[Where] = columns.get("place", ())  # the confirmed template has none
    values = {name: cells for name, cells in columns.items() if name in TABLES.tables["incoming"].columns}
    values |= {"position": positions, "row": rows}
    if places:
        values["place_code"] = [where.code for where in places]
    bulk_insert(connection, "incoming", tuple(values), zip(*values.values(), strict=True))
    several = [
        pair
        for position, where in zip(positions, places, strict=False)
        for pair in zip(repeat(position), where.each, strict=False)
    ]
    bulk_insert(connection, "incoming_place", ("position", "place_code"), several)


def remove(connection: Connection, positions: Sequence[int]) -> None:
    """Take the rows at these positions out of the block."""
    if positions:
        bulk_insert(connection, "refused", ("position",), zip(positions, strict=True))
        for table in ("incoming", "incoming_place", "known"):
            connection.execute(text(f"DELETE FROM {table} WHERE position IN (SELECT position FROM refused)"))


def figures(audiences: Sequence[str]) -> str:
    """A query of the block's figures: ``position, audience, people``, blanks included."""
    people = " ".join(f"WHEN '{code}' THEN i.{code}" for code in audiences)
    codes = ", ".join(f"'{code}'" for code in audiences)
    return (
        f"SELECT i.position, a.code AS audience, CASE a.code {people} END AS people "
        f"FROM incoming i CROSS JOIN audience a WHERE a.code IN ({codes})"
    )


def _table(name: str, *columns: Column[Any]) -> Table:
    return Table(name, TABLES, *columns, prefixes=["TEMPORARY"])


def _key(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


_table(
    "incoming",
    _key("position"),
    *(Column(name, Integer) for name in ("edition", "row", "partner_id")),
    *(Column(name, String) for name in ("number", "sector", "action", "place_code", "title")),
    *(Column(name, Date) for name in ("held_on", "registered_on")),
    *(Column(audience, Integer) for audience in AUDIENCES),
)
_table("incoming_place", _key("position"), Column("place_code", String, primary_key=True))
# Rows whose registration was in the database before the block.
_table("known", _key("position"), Column("registration_id", Integer))
# Those of them that say something else than the database.
_table("changed", _key("position"), Column("registration_id", Integer))
_table("refused", _key("position"))
for _name in MET.values():
    _table(_name, _key("registration_id"))
