"""Which tables a package holds, and which rows of them.

Belongs here: the choice, from the tables of ``schema``. Not here: how a row is written (``cells``).
"""

from typing import Any, Final

from sqlalchemy import Select, Table, UniqueConstraint, func, select

from etl.schema import Base, EditionVersion

FOUND_AGAIN: Final = frozenset({"partner_word", "partner_spelling"})
"""Left out: they are made from the names of partners, on the way in."""
PAST: Final = frozenset(
    {"source_block", "load_dependency", "registration_before", "registration_place_before"}
    | {"registration_partner_before", "confirmation_before", "figure_before", "meeting"}
)
"""Left out: what takes a load back, the rows as they were, and meetings, which speak of versions that the
package has not. A package is where a new past begins."""
ACCESS: Final = frozenset({"member", "partner_link", "audit_event", "setting"})
"""Left out: who may come in, who did and what they chose is of one installation, and personal."""
REFERENCE: Final = frozenset(
    {"mrc", "place", "place_alias", "audience", "sector", "action", "edition", "published_figure"}
)
"""What a database holds before any file is loaded; a package brings its own in their place."""
CUBE: Final = ("reach_summary", "partner_summary", "joined_summary", "pace_summary", "calendar_summary")
"""Summed again from the facts on the way in, and compared with what the package says."""


def tables() -> list[Table]:
    """The tables of a package, each after those that its keys refer to."""
    return [table for table in Base.metadata.sorted_tables if table.name not in FOUND_AGAIN | PAST | ACCESS]


def rows(table: Table) -> Select[Any]:
    """What a package has of a table, in the order of its key: all, or what is of the current versions."""
    statement = select(table).order_by(*table.primary_key)
    version = {"edition_version": "id", **dict.fromkeys(CUBE, "version_id")}.get(table.name)
    if version is None:
        return statement
    current = select(func.max(EditionVersion.id)).group_by(EditionVersion.edition)
    return statement.where(table.c[version].in_(current))


def unique_keys(table: Table) -> list[tuple[str, ...]]:
    """Sets of columns of which no two rows have the same values, the primary key first."""
    others = [one for one in table.constraints if isinstance(one, UniqueConstraint)]
    keys = [tuple(column.name for column in table.primary_key)]
    return keys + sorted(tuple(column.name for column in one.columns) for one in others)


def references(table: Table) -> list[tuple[str, Table, str]]:
    """Each foreign key: a column, the table that it refers to, and the column there."""
    found = [(key.parent.name, key.column.table, key.column.name) for key in table.foreign_keys]
    return sorted(found, key=lambda key: list(table.columns.keys()).index(key[0]))
