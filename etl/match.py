"""From names to what the database knows: places, sectors, actions, partners. Memoised on the name.

Not here: likeness between names; what is not known word for word waits in quarantine.
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from etl.clean import Problem, key, plain
from etl.database import bulk_insert, next_id
from etl.schema import UNSPECIFIED, Action, Partner, Place, PlaceAlias, Sector

MERGED_PLACES: Final = ";"
"""What separates several places in one cell."""


@dataclass(frozen=True)
class Where:
    """Where people are counted, and each place when there are several."""

    code: str
    each: tuple[str, ...] = ()


class Matcher:
    """Names to codes, for one load; new partners are collected and written by ``write_partners``."""

    def __init__(self, connection: Connection) -> None:
        self._places = {row.code: row for row in connection.execute(select(Place.__table__))}
        self._place_keys = self._read_place_keys(connection)
        self._sectors = _codes(connection, Sector)
        self._actions = _codes(connection, Action)
        self._partners = {row.key: row.id for row in connection.execute(select(Partner.key, Partner.id))}
        self._next_partner = next_id(connection, Partner.__table__)  # type: ignore[arg-type]
        self._new_partners: list[tuple[int, str, str]] = []
        self._partner_names: dict[str, int] = {}
        self._known_places: dict[tuple[Any, int], Where] = {}
        self._known_codes: dict[tuple[str, Any], str] = {}

    def where(self, cell: Any, edition: int) -> Where:
        """Place of a cell in the map of that year.

        Raises:
            Problem: unknown, or several places bear that name.
        """
        found = self._known_places.get((cell, edition))
        if found is None:
            found = self._known_places[cell, edition] = self._place(plain(cell), edition)
        return found

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

    def _place(self, words: str, edition: int) -> Where:
        names = [part.strip() for part in words.split(MERGED_PLACES) if part.strip()]
        if not names:
            return Where(UNSPECIFIED)
        codes = tuple(dict.fromkeys(self._one_place(name, edition) for name in names))
        if len(codes) == 1:
            return Where(codes[0])
        mrcs = {self._places[code].mrc_code for code in codes}
        holder = f"mrc:{mrcs.pop()}" if len(mrcs) == 1 and None not in mrcs else "region"
        return Where(holder, codes)

    def _one_place(self, name: str, edition: int) -> str:
        candidates = self._place_keys.get(key(name), set())
        if not candidates:
            raise Problem("unknown_place", name)
        in_force = {
            code
            for code in candidates
            if (self._places[code].valid_from is None or self._places[code].valid_from.year <= edition)
            and (self._places[code].valid_until is None or self._places[code].valid_until.year >= edition)
        }
        codes = in_force or {self._places[code].current_code for code in candidates}
        if len(codes) > 1:
            names = ", ".join(sorted(self._places[code].name for code in codes))
            raise Problem("ambiguous_place", name, {"candidates": names})
        return codes.pop()

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

    def _read_place_keys(self, connection: Connection) -> dict[str, set[str]]:
        keys: dict[str, set[str]] = {}
        for code, place in self._places.items():
            if place.code != UNSPECIFIED:
                keys.setdefault(key(place.name), set()).add(code)
                keys.setdefault(key(code), set()).add(code)
        official = set(keys)
        aliases = connection.execute(select(PlaceAlias.key, PlaceAlias.place_code, PlaceAlias.ambiguous))
        for row in aliases:
            if row.key not in official:
                keys.setdefault(row.key, set()).add(row.place_code)
        return keys


def _codes(connection: Connection, entity: type[Sector] | type[Action]) -> dict[str, tuple[str, str]]:
    rows = connection.execute(select(entity.code, entity.name_fr, entity.name_en).order_by(entity.position))
    return {
        key(name): (row.code, row.name_fr) for row in rows for name in (row.name_fr, row.name_en, row.code)
    }
