"""The trace: who did what that concerns access, when, from where; searched by directors, kept for a time.

Loads and undos are read from where ``etl`` writes them, with their author. Never a token, nor its hash.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Connection, delete, func, insert, literal, null, or_, select, union_all

from etl import database, stamp
from etl.schema import AuditEvent, Load

Kind = Literal[
    "signed_in",
    "refused",
    "link_made",
    "link_used",
    "link_refused",
    "link_revoked",
    "member_added",
    "member_removed",
    "role_changed",
    "exported",
    "setting_changed",
    "meeting_frozen",
]
KEPT_MONTHS: Final = 24
"""How long an event is kept unless someone decides otherwise."""
SHOWN: Final = 500
"""Events given at once, the newest."""
LONGEST: Final = 300
"""Characters kept of what a visitor can write, so that nobody fills the trace."""


def record(
    connection: Connection, kind: Kind, who: str, what: str | Sequence[str] = "", origin: str | None = None
) -> None:
    """Write one event by thing in ``what``, inside the transaction of what happened."""
    things = [what] if isinstance(what, str) else what
    moment = stamp.now()
    first = database.next_id(connection, AuditEvent.__table__)  # type: ignore[arg-type]
    rows = [
        {
            "id": number,
            "at": moment,
            "kind": kind,
            "who": who[:LONGEST],
            "what": thing[:LONGEST],
            "origin": origin,
        }
        for number, thing in enumerate(things, first)
    ]
    if rows:
        connection.execute(insert(AuditEvent), rows)


def search(connection: Connection, words: str = "", limit: int = SHOWN) -> list[Any]:
    """Events whose author, object or origin holds these words, the newest first.

    Returns:
        Rows ``at, kind, who, what, origin``; ``kind`` is also ``loaded`` or ``undone``.
    """
    parts = union_all(
        select(AuditEvent.at, AuditEvent.kind, AuditEvent.who, AuditEvent.what, AuditEvent.origin),
        _of_loads("loaded", Load.loaded_at, Load.author),
        _of_loads("undone", Load.undone_at, Load.undone_by).where(Load.undone_at.is_not(None)),
    ).subquery()
    statement = select(parts).order_by(parts.c.at.desc()).limit(limit)
    for word in words.lower().split():
        held = [func.lower(column).contains(word, autoescape=True) for column in (parts.c.who, parts.c.what)]
        statement = statement.where(or_(*held, parts.c.kind == word, parts.c.origin.contains(word)))
    return list(connection.execute(statement))


def forget(connection: Connection, before: datetime) -> int:
    """Remove the events before a moment; how many there were."""
    return int(connection.execute(delete(AuditEvent).where(AuditEvent.at < before)).rowcount)


def _of_loads(kind: str, moment: Any, who: Any) -> Any:
    return select(moment.label("at"), literal(kind).label("kind"), who.label("who"), Load.file_name, null())
