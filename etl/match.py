"""From names to what the database knows: sectors, actions, places, partners, and the days of an edition.

One matcher serves one load. Not here: how a place, a date or a partner's name is understood (``places``,
``dates``, ``partners``).
"""

from typing import Any

from sqlalchemy import Connection, select

from etl import checks, dates
from etl.clean import Problem, key, plain
from etl.dates import Span
from etl.partners.identify import Identifier
from etl.places import Places, Where
from etl.schema import UNSPECIFIED, Action, Edition, Place, Sector


class Matcher:
    """Names to codes, for one load.

    Attributes:
        identifier: who the partners are; it writes those that are new.
        alike_places: places that were recognised by likeness alone, and what for.
    """

    def __init__(self, connection: Connection) -> None:
        self._places = Places.read(connection)
        self._inhabitants = checks.population_by_code(connection.execute(select(Place.__table__)).all())
        self._sectors = _codes(connection, Sector)
        self._actions = _codes(connection, Action)
        self._weeks = {
            row.year: (row.starts_on, row.ends_on)
            for row in connection.execute(select(Edition.__table__).where(Edition.starts_on.is_not(None)))
        }
        self.identifier = Identifier(connection)
        self.alike_places: dict[str, str] = {}

    def where(self, cell: Any, edition: int) -> Where:
        """Place of a cell on the map of that year.

        Raises:
            Problem: unknown, only alike, or several places bear that name.
        """
        found = self._places.where(cell, edition)
        self.alike_places |= {name.written: name.name for name in found.alike}
        return found

    def inhabitants(self, where: Where) -> int | None:
        """People who live in the places of a registration together; None where that is not known."""
        if not where.each:
            return self._inhabitants.get(where.code)
        return checks.bound(where.each, self._inhabitants)

    def span(self, cell: Any, edition: int) -> Span | None:
        """Days of a cell, in the week of its edition.

        Raises:
            Problem: no date, or one outside the edition's year.
        """
        return dates.span(cell, edition, self._weeks.get(edition))

    def sector(self, cell: Any) -> str:
        """Code of a sector; blank is unspecified.

        Raises:
            Problem: not one of the list.
        """
        return _code("sector", cell, self._sectors)

    def action(self, cell: Any) -> str:
        """Code of a kind of action; blank is unspecified.

        Raises:
            Problem: not one of the list.
        """
        return _code("action", cell, self._actions)


def _code(kind: str, cell: Any, codes: dict[str, tuple[str, str]]) -> str:
    name = plain(cell)
    if not name:
        return UNSPECIFIED
    if key(name) in codes:
        return codes[key(name)][0]
    allowed = ", ".join(dict.fromkeys(label for _, label in codes.values()))
    raise Problem(f"unknown_{kind}", name, {"allowed": allowed})


def _codes(connection: Connection, entity: type[Sector] | type[Action]) -> dict[str, tuple[str, str]]:
    rows = connection.execute(select(entity.code, entity.name_fr, entity.name_en).order_by(entity.position))
    return {
        key(name): (row.code, row.name_fr) for row in rows for name in (row.name_fr, row.name_en, row.code)
    }
