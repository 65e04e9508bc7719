"""Meetings: the figures as a director froze them, found again by a short code whatever was loaded since.

Not here: how a code is written (``meeting_codes``), what is drawn under it (``versions``, ``reports``).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

import pandas as pd
from sqlalchemy import Connection, RowMapping, func, insert, select

from dashboard import audit, meeting_codes, metrics, queries
from dashboard.connection import opened
from dashboard.meeting_codes import ALPHABET, UNFILTERED, Code
from dashboard.question import Restriction
from dashboard.scope import Scope
from dashboard.view import View
from etl import database, stamp
from etl.schema import EditionVersion
from etl.schema import Meeting as Row

SHOWN: Final = 50
"""Meetings listed at once, the newest."""
LONGEST: Final = 120
"""Characters kept of a title."""


class FiguresGone(LookupError):
    """The code is well written, and the figures that it speaks of are not in this database."""


class Moved(RuntimeError):
    """What was to be frozen is no more what the database can show again."""


@dataclass(frozen=True)
class Meeting:
    """A meeting and what was asked then.

    ``title``, ``author`` and ``created_at`` are missing when the database was restored from a backup made
    before the meeting: its code alone told the rest.
    """

    code: str
    edition: int
    version: int
    restriction: Restriction
    title: str | None = None
    author: str | None = None
    created_at: datetime | None = None


def freeze(connection: Connection, view: View, title: str, author: str) -> Meeting:
    """Keep what a view shows under a code; the same figures and filters have the same code.

    Args:
        connection: a writer's.
        view: what the director looks at.
        title: of the meeting, for the list; may be empty.
        author: who freezes it.

    Raises:
        Moved: the versions of the view cannot be shown again together.
    """
    version = _version_of(connection, view)
    restriction = view.filters.restriction
    code = _free(connection, view.edition, version, figures_of(view.scope, version), restriction)
    row = {
        "id": database.next_id(connection, Row.__table__),  # type: ignore[arg-type]
        "code": str(code),
        "edition": view.edition,
        "version_id": version,
        "filters": asdict(restriction),
        "title": title.strip()[:LONGEST] or None,
        "author": author,
        "created_at": stamp.now(),
    }
    connection.execute(insert(Row), [row])
    audit.record(connection, "meeting_frozen", author, f"{code} {title}".strip())
    return _meeting(row)


def listed(connection: Connection, limit: int = SHOWN) -> list[Meeting]:
    """Meetings, the newest first."""
    rows = connection.execute(select(Row.__table__).order_by(Row.id.desc()).limit(limit)).mappings()
    return [_meeting(row) for row in rows]


def find(scope: Scope, written: str) -> Meeting:
    """The meeting of a code, once the figures are seen to be those of that day.

    Raises:
        NotACode: there is a slip in the code.
        FiguresGone: the database does not hold these figures: restored from before they were loaded, another
            one, or demonstration data removed since.
    """
    code = meeting_codes.read(written)
    if figures_of(scope, code.version) != code.figures:
        raise FiguresGone(str(code))
    if code.edition not in queries.snapshot(scope, code.version).editions:
        raise FiguresGone(str(code))
    known = select(Row.__table__).where(Row.code == str(code)).order_by(Row.id.desc()).limit(1)
    with opened().connect() as connection:
        row = connection.execute(known).mappings().first()
    if row is not None:
        return _meeting(row)
    return Meeting(str(code), code.edition, code.version, Restriction())


def has_lost_its_filters(meeting: Meeting) -> bool:
    """Whether some of the data was left out that day, and nothing says any more which."""
    return meeting.created_at is None and meeting_codes.read(meeting.code).filters != UNFILTERED


def figures_of(scope: Scope, version: int) -> str:
    """Two characters that the figures of a version give; none when the database has no such version.

    By audience, sector and action, not by place: a new municipal map must leave codes as they were.
    """
    if version > queries.newest_version(scope):
        return ""
    versions, url = queries.snapshot(scope, version).versions, queries.database_url()
    by = ("edition", "audience", "sector", "action")
    people = metrics.reach_by(queries.cube(versions, scope, url), Restriction(), by)
    counts = metrics.activity_by(queries.presence(versions, scope, url), Restriction(), ("edition",))
    told = [sorted(_told(row) for row in table.itertuples(index=False)) for table in (people, counts)]
    return meeting_codes.drawn_from(told, 2)


def _told(row: tuple[object, ...]) -> tuple[str, ...]:
    """The cells of a row as the same text whatever the database gave: 5, 5.0; missing."""
    return tuple(
        cell if isinstance(cell, str) else "" if pd.isna(cell) else str(int(cell))  # type: ignore[call-overload]
        for cell in row
    )


def _version_of(connection: Connection, view: View) -> int:
    """The number under which the very versions of a view are shown again."""
    seen = view.snapshot
    newest = connection.scalar(select(func.max(EditionVersion.id)))
    for number in (seen.as_of, newest, seen.number):
        if number and queries.snapshot(view.scope, number).versions == seen.versions:
            return int(number)
    raise Moved


def _free(connection: Connection, edition: int, version: int, figures: str, restriction: Restriction) -> Code:
    """The code of these figures and filters, which no other filters have."""
    first = 0 if restriction == Restriction() else _place(restriction)
    turns = [0] if first == 0 else [1 + (first - 1 + step) % (len(ALPHABET) - 1) for step in range(30)]
    for place in turns:
        code = Code(edition, version, figures, ALPHABET[place])
        held = connection.scalars(select(Row.filters).where(Row.code == str(code))).all()
        if all(_restriction(filters) == restriction for filters in held):
            return code
    raise Moved


def _place(restriction: Restriction) -> int:
    """A character of the alphabet for some filters, never the one that says that there are none."""
    drawn = meeting_codes.drawn_from(restriction, 2)
    return 1 + (ALPHABET.index(drawn[0]) * len(ALPHABET) + ALPHABET.index(drawn[1])) % (len(ALPHABET) - 1)


def _restriction(filters: dict[str, Any]) -> Restriction:
    return Restriction(**{name: tuple(codes) for name, codes in filters.items()})


def _meeting(row: Mapping[str, Any] | RowMapping) -> Meeting:
    return Meeting(
        code=row["code"],
        edition=row["edition"],
        version=row["version_id"],
        restriction=_restriction(row["filters"]),
        title=row["title"],
        author=row["author"],
        created_at=row["created_at"],
    )
