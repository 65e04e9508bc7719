"""The personal links of partners: made, found, revoked. A link is a key; only its hash is stored.

Not here: the web address that it opens (``door``), words, who may make one (``access``).
"""

import hashlib
import secrets
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final

from sqlalchemy import Connection, and_, insert, select, update

from dashboard import audit
from dashboard.formats import CLOCK
from etl import database, stamp
from etl.schema import Partner, PartnerLink, Registration, RegistrationPartner

PATH: Final = "/p"
"""Where links lead: ``/p/<token>``."""
BYTES: Final = 32
"""Of a token: 256 bits that nobody guesses, so a plain hash is enough to keep them."""

EACH_TOLD: Final = 20
"""Links that the trace names one by one: more would fill it, and each has its own maker and time."""


@dataclass(frozen=True)
class Made:
    """A link just made: the only moment when its token is known."""

    partner: int
    name: str
    token: str


@dataclass(frozen=True)
class Opened:
    """What a link opens."""

    partner: int
    name: str
    edition: int


def digest(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def last_day(edition: int, today: date) -> date:
    """The day when a link ends unless told otherwise: the 30 June that follows the edition, and today."""
    year = max(edition, today.year + (today > date(today.year, 6, 30)))
    return date(year, 6, 30)


def end_of(day: date) -> datetime:
    """The last moment of a day on the region's clocks, as moments are stored."""
    return datetime.combine(day, time(23, 59, 59), CLOCK).astimezone(UTC).replace(tzinfo=None)


def partners_of(connection: Connection, edition: int) -> list[int]:
    """The partners that lead or take part in a registration of an edition, by name."""
    leads = select(Registration.partner_id).where(Registration.edition == edition)
    takes_part = (
        select(RegistrationPartner.partner_id)
        .join(Registration, Registration.id == RegistrationPartner.registration_id)
        .where(Registration.edition == edition)
    )
    there = leads.union(takes_part)
    return list(connection.scalars(select(Partner.id).where(Partner.id.in_(there)).order_by(Partner.name)))


def partners_without(connection: Connection, edition: int) -> list[int]:
    """Those of them who have no link in force for this edition."""
    alive = select(PartnerLink.partner_id).where(
        PartnerLink.edition == edition,
        PartnerLink.revoked_at.is_(None),
        PartnerLink.expires_at > stamp.now(),
    )
    served = set(connection.scalars(alive))
    return [partner for partner in partners_of(connection, edition) if partner not in served]


def make(
    connection: Connection, edition: int, partners: Collection[int], expires_at: datetime, by: str
) -> list[Made]:
    """Make a link for each partner, in the place of those that they have for this edition."""
    wanted = set(partners)
    names = {
        number: name
        for number, name in connection.execute(select(Partner.id, Partner.name))
        if number in wanted
    }
    made = [
        Made(number, names[number], secrets.token_urlsafe(BYTES)) for number in partners if number in names
    ]
    moment = stamp.now()
    alive = and_(PartnerLink.edition == edition, PartnerLink.revoked_at.is_(None))
    replaced = [
        number
        for number, partner in connection.execute(select(PartnerLink.id, PartnerLink.partner_id).where(alive))
        if partner in names
    ]
    _end(connection, replaced, by)
    first = database.next_id(connection, PartnerLink.__table__)  # type: ignore[arg-type]
    rows = [
        {
            "id": number,
            "partner_id": link.partner,
            "edition": edition,
            "token_hash": digest(link.token),
            "made_by": by,
            "made_at": moment,
            "expires_at": expires_at,
        }
        for number, link in enumerate(made, first)
    ]
    if rows:
        connection.execute(insert(PartnerLink), rows)
    audit.record(connection, "link_made", by, _all_told([(link.name, edition) for link in made]))
    return made


def addressed(made: Sequence[Made], site: str) -> list[tuple[str, str]]:
    """Partner and address of each link, on the site that people type."""
    return [(link.name, f"{site}{PATH}/{link.token}") for link in made]


def partner_of(connection: Connection, number: int) -> int:
    """The partner whose link it is."""
    return int(
        connection.execute(select(PartnerLink.partner_id).where(PartnerLink.id == number)).scalar_one()
    )


def find(connection: Connection, token_hash: str) -> Opened | None:
    """What a link opens now; nothing if it is wrong, ended or revoked, and these are not told apart."""
    found = connection.execute(
        select(PartnerLink.partner_id, Partner.name, PartnerLink.edition)
        .join(Partner, Partner.id == PartnerLink.partner_id)
        .where(
            PartnerLink.token_hash == token_hash,
            PartnerLink.revoked_at.is_(None),
            PartnerLink.expires_at > stamp.now(),
        )
    ).first()
    return Opened(found.partner_id, found.name, found.edition) if found else None


def used(connection: Connection, token_hash: str, origin: str | None) -> None:
    """Write that a link was used, and when."""
    opened = find(connection, token_hash)
    if opened is None:
        return
    connection.execute(
        update(PartnerLink).where(PartnerLink.token_hash == token_hash).values(used_at=stamp.now())
    )
    audit.record(connection, "link_used", opened.name, _told(opened.name, opened.edition), origin)


def listed(connection: Connection, edition: int) -> list[Any]:
    """The links of an edition: of each, its partner, when it was made, ends, was used and was revoked."""
    return list(
        connection.execute(
            select(
                PartnerLink.id,
                Partner.name.label("partner"),
                PartnerLink.made_by,
                PartnerLink.made_at,
                PartnerLink.expires_at,
                PartnerLink.used_at,
                PartnerLink.revoked_at,
            )
            .join(Partner, Partner.id == PartnerLink.partner_id)
            .where(PartnerLink.edition == edition)
            .order_by(Partner.name, PartnerLink.id.desc())
        )
    )


def revoke(connection: Connection, numbers: Collection[int], by: str) -> int:
    """End some links now; how many were alive."""
    found = connection.execute(
        select(PartnerLink.id, Partner.name, PartnerLink.edition)
        .join(Partner, Partner.id == PartnerLink.partner_id)
        .where(PartnerLink.id.in_(list(numbers)), PartnerLink.revoked_at.is_(None))
    ).all()
    _end(connection, [row.id for row in found], by)
    audit.record(connection, "link_revoked", by, _all_told([(row.name, row.edition) for row in found]))
    return len(found)


def _end(connection: Connection, numbers: list[int], by: str) -> None:
    moment = stamp.now()
    for start in range(0, len(numbers), database.TOGETHER):
        connection.execute(
            update(PartnerLink)
            .where(PartnerLink.id.in_(numbers[start : start + database.TOGETHER]))
            .values(revoked_at=moment, revoked_by=by)
        )


def _all_told(links: Sequence[tuple[str, int]]) -> list[str]:
    """What the trace says of several links: each of a few, how many by edition of more."""
    if len(links) <= EACH_TOLD:
        return [_told(name, edition) for name, edition in links]
    counts = Counter(edition for _, edition in links)
    return [_told(f"× {count}", edition) for edition, count in sorted(counts.items())]


def _told(name: str, edition: int) -> str:
    return f"{name} ({edition})"
