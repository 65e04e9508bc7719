"""What is held on a person, by their address: shown, and erased. Not here: partners, who are organisations.

Figures stay: a load keeps its rows and its time, and loses the name of who made it.
"""

from typing import Any, Final

from sqlalchemy import Connection, Table, delete, func, select, update

from etl.schema import AuditEvent, Base, Member

NAMED: Final = {
    "load": ("author", "undone_by"),
    "header_decision": ("author",),
    "partner_alias": ("decided_by",),
    "partner_proposal": ("decided_by",),
    "partner_decision": ("decided_by", "taken_back_by"),
    "partner_link": ("made_by", "revoked_by"),
    "member": ("email", "added_by"),
    "audit_event": ("who",),
    "setting": ("set_by",),
    "meeting": ("author",),
    "exposure": ("entered_by", "removed_by"),
}
"""Every column that holds who did something."""
ERASED: Final = "personne effacée"


def held(connection: Connection, email: str) -> dict[str, int]:
    """How many times a person is named, by place ``table.column``; those where they are not are left out."""
    found = {
        f"{table.name}.{column}": connection.scalar(
            select(func.count()).select_from(table).where(table.c[column] == email)
        )
        for table, column in _places()
    }
    told = select(func.count()).select_from(AuditEvent).where(_is_object(email))
    found["audit_event.what"] = connection.scalar(told)
    return {place: int(count) for place, count in found.items() if count}


def erase(connection: Connection, email: str) -> dict[str, int]:
    """Take a person's name out of everything; where it was, as ``held`` tells it."""
    found = held(connection, email)
    connection.execute(delete(Member).where(Member.email == email))
    connection.execute(update(AuditEvent).where(_is_object(email)).values(what=ERASED))
    for table, column in _places():
        if (table.name, column) != ("member", "email"):
            connection.execute(update(table).where(table.c[column] == email).values({column: ERASED}))
    return found


def _places() -> list[tuple[Table, str]]:
    return [(Base.metadata.tables[name], column) for name, columns in NAMED.items() for column in columns]


def _is_object(email: str) -> Any:
    """Events about the person: « adresse » or « adresse (rôle) »."""
    return (AuditEvent.what == email) | AuditEvent.what.startswith(f"{email} (", autoescape=True)
