"""From names to what the database knows: sectors, actions, partners, and places through ``places``.

Memoised on the name. Not here: how the name of a place is understood (``places``).
"""

from typing import Any

from sqlalchemy import Connection, select

from etl.clean import Problem, key, plain
from etl.database import bulk_insert, next_id
from etl.places import Places, Where
from etl.schema import UNSPECIFIED, Action, Partner, Sector

__all__ = ["Matcher", "Where"]


class Matcher:
    """Names to codes, for one load; new partners are collected and written by ``write_partners``."""

    def __init__(self, connection: Connection) -> None:
        self._places = Places.read(connection)
        self._sectors = _codes(connection, Sector)
        self._actions = _codes(connection, Action)
        self._partners = {row.key: row.id for row in connection.execute(select(Partner.key, Partner.id))}
        self._next_partner = next_id(connection, Partner.__table__)  # type: ignore[arg-type]
        self._new_partners: list[tuple[int, str, str]] = []
        self._partner_names: dict[str, int] = {}
        self._known_codes: dict[tuple[str, Any], str] = {}

    def where(self, cell: Any, edition: int) -> Where:
        """Place of a cell in the map of that year.

        Raises:
            Problem: unknown, only alike, or several places bear that name.
        """
        return self._places.where(cell, edition)

    def sector(self, cell: Any) -> str:
        """Code of a sector; blank is unspecified.

        Raises:
            Problem: not one of the list.
        """
        return self._code("sector", cell, self._sectors)

    def action(self, cell: Any) -> str:
        """Code of a kind of action; blank is unspecified.

        Raises:
            Problem: not one of the list.
        """
        return self._code("action", cell, self._actions)

    def partner(self, cell: Any) -> int:
        """Identifier of a partner, new if no other is written the same way.

        Raises:
            Problem: the cell is blank or holds no letter nor digit.
        """
        name = plain(cell)
        known = self._partner_names.get(name)
        if known is not None:
            return known
        name_key = key(name)
        if not name_key:
            raise Problem("missing", name)
        if name_key not in self._partners:
            self._partners[name_key] = self._next_partner
            self._new_partners.append((self._next_partner, name_key, name))
            self._next_partner += 1
        self._partner_names[name] = self._partners[name_key]
        return self._partners[name_key]

    def write_partners(self, connection: Connection) -> None:
        """Write the partners met for the first time since the last call."""
        bulk_insert(connection, "partner", ("id", "key", "name"), self._new_partners)
        self._new_partners = []

    def _code(self, kind: str, cell: Any, codes: dict[str, tuple[str, str]]) -> str:
        known = self._known_codes.get((kind, cell))
        if known is not None:
            return known
        name = plain(cell)
        if not name:
            found = UNSPECIFIED
        elif key(name) in codes:
            found = codes[key(name)][0]
        else:
            allowed = ", ".join(dict.fromkeys(label for _, label in codes.values()))
            raise Problem(f"unknown_{kind}", name, {"allowed": allowed})
        self._known_codes[kind, cell] = found
        return found


def _codes(connection: Connection, entity: type[Sector] | type[Action]) -> dict[str, tuple[str, str]]:
    rows = connection.execute(select(entity.code, entity.name_fr, entity.name_en).order_by(entity.position))
    return {
        key(name): (row.code, row.name_fr) for row in rows for name in (row.name_fr, row.name_en, row.code)
    }
