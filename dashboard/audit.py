"""The trace: who did what that concerns access, when, from where; searched by directors, kept for a time.

Loads and undos are read from where ``etl`` writes them, with their author; from where, if a page made them.
Not here: writing it (``etl.trace``).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Connection, Engine, String, cast, delete, func, literal, or_, select, union_all

from etl import database
from etl.schema import AuditEvent, Load
from etl.trace import record

__all__ = ["KEPT_MONTHS", "SHOWN", "forget", "from_where", "record", "search"]

KEPT_MONTHS: Final = 24
"""How long an event is kept unless someone decides otherwise."""
OF_LOADS: Final = ("loaded", "undone")
"""Events of which only the origin is kept here."""
SHOWN: Final = 500
"""Events given at once, the newest."""


def from_where(
    engine: Engine, kind: Literal["loaded", "undone"], loads: Sequence[int | None], origin: str
) -> None:
    """Write from where some loads were made or taken back; who and when are written with them."""
    told = [str(load) for load in loads if load is not None]
    with database.writer(engine) as connection:
        record(connection, kind, "", told, origin)


def search(connection: Connection, words: str = "", limit: int = SHOWN) -> list[Any]:
    """Events whose author, object or origin holds these words, the newest first.

    Returns:
        Rows ``at, kind, who, what, origin``; ``kind`` is also ``loaded`` or ``undone``.
    """
    parts = union_all(
        select(AuditEvent.at, AuditEvent.kind, AuditEvent.who, AuditEvent.what, AuditEvent.origin).where(
            AuditEvent.kind.not_in(OF_LOADS)
        ),
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
    origin = (
        select(func.max(AuditEvent.origin))
        .where(AuditEvent.kind == kind, AuditEvent.what == cast(Load.id, String))
        .scalar_subquery()
    )
    return select(moment.label("at"), literal(kind).label("kind"), who.label("who"), Load.file_name, origin)
