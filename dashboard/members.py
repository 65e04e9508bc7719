"""Who may sign in, and as what. Reads and writes ``member``; each change leaves a trace.

Not here: signing in itself (``access``), the links of partners (``links``).
"""

import re
from typing import Any, Final, Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from dashboard import audit
from etl import stamp
from etl.schema import Member

MemberRole = Literal["director", "board"]
ROLES: Final[tuple[MemberRole, ...]] = ("director", "board")
ADDRESS: Final = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")


class NotAnAddress(ValueError):
    """What was given is not an e-mail address."""


class LastDirector(ValueError):
    """Without this person, nobody could manage who comes in."""


def normalised(email: str) -> str:
    """An address as it is stored; domains and, in practice, mailboxes ignore case."""
    found = email.strip().lower()
    if not ADDRESS.fullmatch(found) or len(found) > 254:
        raise NotAnAddress(email)
    return found


def listed(connection: Connection) -> list[Any]:
    """Every member, directors first."""
    return list(connection.execute(select(Member.__table__).order_by(Member.role.desc(), Member.email)))


def role_of(connection: Connection, email: str, subject: str) -> MemberRole | None:
    """The role of who signed in, if they are a member and the account is the one that first was."""
    found = connection.execute(
        select(Member.role, Member.subject).where(Member.email == email.strip().lower())
    ).first()
    if found is None or found.subject not in (None, subject):
        return None
    role: MemberRole = found.role
    return role


def seen(connection: Connection, email: str, subject: str) -> None:
    """Write that a member signed in, and from the first time on which account is theirs."""
    connection.execute(
        update(Member)
        .where(Member.email == email.strip().lower())
        .values(seen_at=stamp.now(), subject=func.coalesce(Member.subject, subject))
    )


def add(connection: Connection, email: str, role: MemberRole, by: str) -> str:
    """Let someone in, or change their role; the address as it is stored.

    Raises:
        NotAnAddress: the address is not one.
        LastDirector: they would be a director no more, and there is no other.
    """
    address = normalised(email)
    known = connection.scalar(select(Member.role).where(Member.email == address))
    if known == role:
        return address
    if known is None:
        connection.execute(
            insert(Member), {"email": address, "role": role, "added_by": by, "added_at": stamp.now()}
        )
        audit.record(connection, "member_added", by, f"{address} ({role})")
    else:
        _keep_a_director(connection, address)
        connection.execute(update(Member).where(Member.email == address).values(role=role))
        audit.record(connection, "role_changed", by, f"{address} ({role})")
    return address


def remove(connection: Connection, email: str, by: str) -> bool:
    """Let someone in no more; whether they were a member.

    Raises:
        LastDirector: there is no other director.
    """
    address = email.strip().lower()
    _keep_a_director(connection, address)
    if not connection.execute(delete(Member).where(Member.email == address)).rowcount:
        return False
    audit.record(connection, "member_removed", by, address)
    return True


def is_last_director(connection: Connection, email: str) -> bool:
    """Whether nobody else could manage who comes in."""
    return list(connection.scalars(select(Member.email).where(Member.role == "director"))) == [email]


def _keep_a_director(connection: Connection, leaving: str) -> None:
    if is_last_director(connection, leaving):
        raise LastDirector(leaving)
