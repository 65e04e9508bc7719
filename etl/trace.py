"""Writing what was done, and from where, in the transaction of what happened. Never a token, nor its hash.

Not here: reading and forgetting it (``dashboard.audit``).
"""

from collections.abc import Sequence
from typing import Final, Literal

from sqlalchemy import Connection, insert

from etl import database, stamp
from etl.schema import AuditEvent

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
    "loaded",
    "undone",
    "meeting_frozen",
    "setting_changed",
    "exposure_added",
    "exposure_removed",
    "exposure_restored",
]
LONGEST: Final = 300
"""Characters kept of what a visitor can write, so that nobody fills the trace."""


def record(
    connection: Connection, kind: Kind, who: str, what: str | Sequence[str] = "", origin: str | None = None
) -> None:
    """Write one event by thing in ``what``, inside the transaction of what happened.

    Of a load or an undo, ``what`` is the number of the load: the rest is written with it.
    """
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
