"""What the page *Accès* shows and does: members, partners' links, the trace. Draws nothing.

Every read and every gesture asks again whether who acts is a director (``queries.engine``).
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import pandas as pd

from dashboard import access, audit, formats, links, members, queries, signin
from dashboard.formats import capitalised
from dashboard.messages import text
from etl import database, stamp

PANELS: Final = ("members", "links", "answers", "trace")


def panels() -> dict[str, str]:
    """The parts of the page, by name."""
    return {name: text(f"panel-{name}") for name in PANELS}


def roles() -> dict[str, str]:
    """What a member can be, by name."""
    return {role: capitalised(text(f"role-{role}")) for role in members.ROLES}


def known() -> list[Any]:
    """Every member."""
    with queries.engine().connect() as connection:
        return members.listed(connection)


def members_table(listed: Sequence[Any]) -> pd.DataFrame:
    """The members as people read them."""
    return pd.DataFrame(
        [
            (one.email, roles()[one.role], _moment(one.seen_at), _moment(one.added_at), one.added_by)
            for one in listed
        ],
        columns=[text(f"column-{name}") for name in ("email", "role", "seen", "added", "added-by")],
    )


def let_in(email: str, role: members.MemberRole) -> str:
    """Let someone in, or change their role; what came of it, in words."""
    with database.writer(queries.engine()) as connection:
        try:
            address = members.add(connection, email, role, access.author())
        except members.NotAnAddress:
            return text("not-an-address", email=email)
        except members.LastDirector:
            return text("last-director", email=email)
    return text("member-added", email=address, role=text(f"role-{role}"))


def let_go(email: str) -> str:
    """Let someone in no more; what came of it, in words."""
    with database.writer(queries.engine()) as connection:
        try:
            was = members.remove(connection, email, access.author())
        except members.LastDirector:
            return text("last-director", email=email)
    return text("member-removed" if was else "member-unknown", email=email)


def editions() -> list[int]:
    """Editions that have data, the newest first."""
    return list(queries.snapshot(access.current_scope()).editions[::-1])


def default_last_day(edition: int) -> date:
    """When links end unless told otherwise."""
    return links.last_day(edition, datetime.now(formats.CLOCK).date())


def alive_and_past(edition: int) -> list[Any]:
    """The links of an edition."""
    with queries.engine().connect() as connection:
        return links.listed(connection, edition)


def links_table(listed: Sequence[Any]) -> pd.DataFrame:
    """The links as people read them: whose, in force or not, last used when."""
    return pd.DataFrame(
        [
            (
                link.partner,
                text(f"link-{state(link)}"),
                _moment(link.used_at),
                formats.day(formats.local(link.expires_at).date()),
                _moment(link.made_at),
                link.made_by,
            )
            for link in listed
        ],
        columns=[text(f"column-{name}") for name in ("partner", "state", "used", "until", "made", "made-by")],
    )


def state(link: Any) -> str:
    """Whether a link is alive, ended or revoked."""
    if link.revoked_at is not None:
        return "revoked"
    return "alive" if link.expires_at > stamp.now() else "ended"


def without_link(edition: int) -> int:
    """Partners of an edition who have no link in force."""
    with queries.engine().connect() as connection:
        return len(links.partners_without(connection, edition))


def make_links(edition: int, last: date) -> pd.DataFrame:
    """Make a link for each partner of an edition who has none: the only moment when they can be read."""
    with database.writer(queries.engine()) as connection:
        partners = links.partners_without(connection, edition)
        made = links.make(connection, edition, partners, links.end_of(last), access.author())
    return addresses(made, last)


def replace_link(edition: int, partner_link: int) -> pd.DataFrame:
    """Make another link in the place of one."""
    with database.writer(queries.engine()) as connection:
        partner = links.partner_of(connection, partner_link)
        last = default_last_day(edition)
        made = links.make(connection, edition, [partner], links.end_of(last), access.author())
    return addresses(made, last)


def revoke(numbers: Sequence[int]) -> str:
    """End some links; what came of it, in words."""
    with database.writer(queries.engine()) as connection:
        count = links.revoke(connection, numbers, access.author())
    return text("links-revoked", count=count)


def addresses(made: Sequence[links.Made], last: date) -> pd.DataFrame:
    """Links just made, as a mail merge takes them."""
    rows = links.addressed(made, signin.public_address())
    return pd.DataFrame(
        [(name, link, last.isoformat()) for name, link in rows],
        columns=[text(f"column-{name}") for name in ("partner", "link", "until")],
    )


def trace(words: str) -> pd.DataFrame:
    """What was done, the newest first, as people read it."""
    with queries.engine().connect() as connection:
        events = audit.search(connection, words)
    return pd.DataFrame(
        [
            (_moment(one.at), text(f"event-{one.kind}"), one.who, one.what, one.origin or formats.MISSING)
            for one in events
        ],
        columns=[text(f"column-{name}") for name in ("when", "event", "who", "what", "origin")],
    )


def _moment(value: datetime | None) -> str:
    return formats.moment(value) if value else formats.MISSING
