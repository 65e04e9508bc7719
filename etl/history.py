"""The loads, the newest first: who, when, what file, and what each changed in figures.

Not here: taking one back (``undo``), the rows of its file (``originals``).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import Connection, select, text

from etl.load import OUTCOMES
from etl.schema import EditionVersion, Load

SIZES: Final = """
SELECT v.id, COALESCE(who.registrations, 0), COALESCE(who.partners, 0), COALESCE(people.reach, 0)
FROM edition_version v
LEFT JOIN (SELECT version_id, SUM(registrations) AS registrations, COUNT(DISTINCT partner_id) AS partners
    FROM partner_summary GROUP BY version_id) who ON who.version_id = v.id
LEFT JOIN (SELECT version_id, SUM(reach) AS reach
    FROM reach_summary GROUP BY version_id) people ON people.version_id = v.id
"""


class Size(NamedTuple):
    """An edition in figures: registrations, distinct partners, people reached (contacts)."""

    registrations: int
    partners: int
    reach: int


@dataclass(frozen=True)
class Change:
    """What a load did to an edition: its figures in the version just before, and in the load's own."""

    edition: int
    version: int
    before: Size
    after: Size


@dataclass(frozen=True)
class LoadTold:
    """A load as the history shows it; times are UTC.

    ``rows``: read, then by outcome. ``note``: what a partner added in words.
    """

    id: int
    file: str
    sha256: str
    template: str
    author: str
    loaded_at: datetime
    is_demonstration: bool
    rows: dict[str, int]
    undone_at: datetime | None
    undone_by: str | None
    changes: tuple[Change, ...]
    note: str | None

    @property
    def editions(self) -> tuple[int, ...]:
        """Years whose figures the load changed."""
        return tuple(change.edition for change in self.changes)


def history(connection: Connection) -> list[LoadTold]:
    """Every load, the newest first, those that were taken back included."""
    changes = _changes(connection)
    loads = connection.execute(select(Load.__table__).order_by(Load.id.desc()))
    return [
        LoadTold(
            id=row.id,
            file=row.file_name,
            sha256=row.sha256,
            template=row.template,
            author=row.author,
            loaded_at=row.loaded_at,
            is_demonstration=row.is_demonstration,
            rows={name: row._mapping[f"rows_{name}"] for name in ("read", *OUTCOMES)},
            undone_at=row.undone_at,
            undone_by=row.undone_by,
            changes=tuple(changes.get(row.id, ())),
            note=row.note,
        )
        for row in loads
    ]


def _changes(connection: Connection) -> dict[int, list[Change]]:
    sizes = {row[0]: Size(*map(int, row[1:])) for row in connection.execute(text(SIZES))}
    versions = select(EditionVersion.id, EditionVersion.edition, EditionVersion.load_id)
    before: dict[int, Size] = {}
    found: dict[int, list[Change]] = {}
    for version, edition, load_id in connection.execute(versions.order_by(EditionVersion.id)):
        size = sizes[version]
        if load_id is not None:
            change = Change(edition, version, before.get(edition, Size(0, 0, 0)), size)
            found.setdefault(load_id, []).append(change)
        before[edition] = size
    return found
