"""The temporary tables in which a block of rows waits while the database compares and writes it.

Belongs here: their columns, filling and emptying them. Not here: what is done with them (``facts``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Connection, Date, Integer, MetaData, String, Table, text

from etl.database import bulk_insert
from etl.schema import AUDIENCES
from etl.told import NOTHING, Told

CONTENT: Final = (
    *("partner_id", "sector", "action", "place_code", "borough", "title"),
    *("held_on", "held_until", "held_written", "registered_on"),
)
"""What a later file may change in a registration, besides its figures, its several places and partners."""

MET: Final = {template: f"met_in_{template}" for template in ("registrations", "confirmed")}
"""By template, the table of the registrations that earlier rows of the load spoke of."""

ATTACHED: Final = {"incoming_place": "place_code", "incoming_partner": "partner_id"}
"""What a registration may have several of, by the table of the block that holds it."""

EMPTIED: Final = ("incoming", *ATTACHED, "incoming_text", "known", "changed", "refused")

TABLES: Final = MetaData()

Columns = Mapping[str, Sequence[Any]]


def create(connection: Connection) -> None:
    TABLES.create_all(connection)


def drop(connection: Connection) -> None:
    TABLES.drop_all(connection)


@dataclass(frozen=True)
class Block:
    """Rows that are written together.

    Attributes:
        positions: number of each row in the load, and identifier of its registration if it is new.
        rows: number of each row in its sheet.
        columns: their values, as in ``parse.Parsed.columns``.
        figures: what the rows are there to tell: announced people, or reported ones in a file of these.
        reported: people reported beside those announced.
    """

    positions: Sequence[int]
    rows: Sequence[int]
    columns: Columns
    figures: Told
    reported: Told = NOTHING

    def only(self, indexes: Sequence[int]) -> "Block":
        """The rows at these indexes."""
        return Block(
            [self.positions[index] for index in indexes],
            [self.rows[index] for index in indexes],
            {name: [values[index] for index in indexes] for name, values in self.columns.items()},
            self.figures.only(indexes),
            self.reported.only(indexes),
        )

    def only_reported(self) -> "Block":
        """The rows that report anything, as a file of confirmations would tell them."""
        columns = {name: self.columns[name] for name in ("edition", "number")}
        rows = Block(self.positions, self.rows, columns, self.reported)
        return rows.only(sorted(set(self.reported.rows.tolist())))


def fill(connection: Connection, block: Block) -> None:
    """Put a block in place of the one before, inside the transaction of the load."""
    if connection.dialect.name == "postgresql":  # which keeps what is deleted, and reads it again
        connection.execute(text(f"TRUNCATE {', '.join(EMPTIED)}"))
    else:
        for table in EMPTIED:
            connection.execute(text(f"DELETE FROM {table}"))
    positions, columns = block.positions, block.columns
    values: dict[str, Sequence[Any]] = {"position": positions, "row": block.rows}
    values |= {"edition": columns["edition"], "number": columns["number"]}
    values |= block.figures.by_audience(len(positions))
    if "partner" in columns:
        values |= content(columns)
        for (table, column), pairs in zip(ATTACHED.items(), attached(block), strict=True):
            bulk_insert(connection, table, ("position", column), pairs)
    bulk_insert(connection, "incoming", tuple(values), zip(*values.values(), strict=True))
    written = [
        (positions[row], audience, told.written)
        for row, audience, told in block.figures
        if told.written is not None
    ]
    bulk_insert(connection, "incoming_text", ("position", "audience", "written"), written)


def content(columns: Columns) -> dict[str, Sequence[Any]]:
    """What a registration is, by the names of ``CONTENT``, from the columns of its block."""
    firsts, lasts, written = zip(*columns["held_on"], strict=True) if columns["held_on"] else ((), (), ())
    values = {
        "partner_id": [identity.partner_id for identity in columns["partner"]],
        "place_code": [where.code for where in columns["place"]],
        "borough": [where.borough for where in columns["place"]],
        "held_on": firsts,
        "held_until": lasts,
        "held_written": written,
    }
    return {name: values.get(name, columns.get(name, ())) for name in CONTENT}


def attached(block: Block) -> tuple[list[tuple[int, Any]], list[tuple[int, Any]]]:
    """Pairs of position and value, for each table of ``ATTACHED``."""
    places = [where.each for where in block.columns["place"]]
    partners = [identity.others for identity in block.columns["partner"]]
    return _pairs(block.positions, places), _pairs(block.positions, partners)


def _pairs(positions: Sequence[int], several: Sequence[Sequence[Any]]) -> list[tuple[int, Any]]:
    if not any(several):
        return []
    return [(position, one) for position, each in zip(positions, several, strict=True) for one in each]


def remove(connection: Connection, positions: Sequence[int]) -> None:
    """Take the rows at these positions out of the block."""
    if positions:
        bulk_insert(connection, "refused", ("position",), [(position,) for position in positions])
        for table in ("incoming", *ATTACHED, "incoming_text", "known"):
            connection.execute(text(f"DELETE FROM {table} WHERE position IN (SELECT position FROM refused)"))


def figures(audiences: Sequence[str]) -> str:
    """A query of the block's figures: ``position, audience, people``, blanks included.

    What was written beside an approximate or a missing one is in ``incoming_text``.
    """
    people = " ".join(f"WHEN {number} THEN i.{code}" for number, code in enumerate(audiences))
    numbered = ", ".join(f"({number}, '{code}')" for number, code in enumerate(audiences))
    return (
        f"SELECT i.position, a.column2 AS audience, CASE a.column1 {people} END AS people "
        f"FROM incoming i CROSS JOIN (VALUES {numbered}) a"
    )


def _table(name: str, *columns: Column[Any]) -> Table:
    return Table(name, TABLES, *columns, prefixes=["TEMPORARY"])


def _key(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


_table(
    "incoming",
    _key("position"),
    *(Column(name, Integer) for name in ("edition", "row", "partner_id")),
    *(Column(name, String) for name in ("number", "sector", "action", "place_code", "borough", "title")),
    *(Column(name, Date) for name in ("held_on", "held_until", "registered_on")),
    Column("held_written", String),
    *(Column(audience, Integer) for audience in AUDIENCES),
)
_table("incoming_place", _key("position"), Column("place_code", String, primary_key=True))
_table("incoming_partner", _key("position"), _key("partner_id"))
_table(
    "incoming_text", _key("position"), Column("audience", String, primary_key=True), Column("written", String)
)
# Rows whose registration was in the database before the block.
_table("known", _key("position"), Column("registration_id", Integer))
# Those of them that say something else than the database.
_table("changed", _key("position"), Column("registration_id", Integer))
_table("refused", _key("position"))
for _name in MET.values():
    _table(_name, _key("registration_id"))
