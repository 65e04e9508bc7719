"""Who is looking, and what they may see: the scope that every query takes is decided here, and only here.

It is decided again at each gesture, from the database, so that whoever is let in no more sees nothing more.
Not here: what a scope reads (``queries``), the settings (``signin``), what a stranger is told (``gate``).
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal

import streamlit as st
from itsdangerous import BadData, TimestampSigner
from streamlit.runtime.scriptrunner import StopException
from streamlit.runtime.scriptrunner_utils.script_run_context import (
    ScriptRunContext,
    add_script_run_ctx,
    get_script_run_ctx,
)
from streamlit.web.server.server_util import get_cookie_secret

from dashboard import audit, handover, idleness, links, members, signin
from dashboard.connection import opened
from dashboard.messages import text_in
from dashboard.scope import Scope, of_partner
from etl import database, stamp

COOKIE: Final = "portee_partner"
"""Holds, signed, the hash of the link by which a partner came in."""
SESSION_HOURS: Final = 12
"""After that, whoever came in comes in again."""
PROXIES: Final = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")
"""Headers of a server that stands in front: then this machine is not alone, whatever the bind address."""

How = Literal["local", "member", "link"]
Why = Literal["closed", "broken", "stranger", "unknown", "expired", "link_ended"]


@dataclass(frozen=True)
class Visitor:
    """Who is looking: someone with a scope and how they came in, or someone without, and why.

    ``name`` is written beside what they do: an address, a partner's name, the user of this machine.
    """

    scope: Scope | None
    name: str
    how: How | None = None
    why: Why | None = None


def visitor() -> Visitor:
    """Who is looking now. A partner's link narrows what is seen, whoever opens it, until they leave."""
    state = signin.state()
    if state == "broken":
        return Visitor(None, "", why="broken")
    if state == "none" and not _is_this_machine():
        return Visitor(None, "", why="closed")
    if ticket := dict(st.context.cookies).get(COOKIE):
        return _by_link(ticket)
    if state == "none":
        return Visitor(Scope("director"), stamp.user(), how="local")
    return _by_account()


def current_scope() -> Scope:
    """Scope of the person of this session; for who has none, nothing more runs."""
    scope = visitor().scope
    if scope is None:
        raise StopException  # st.stop() lets a thread without a session go on
    return scope


def author() -> str:
    """Who is written beside what a person of this session loads or decides: a director, or nothing runs."""
    who = visitor()
    if who.scope is None or not who.scope.sees_sources:
        raise StopException
    return who.name


def author_for(partner: int) -> str:
    """Who is written beside what is confirmed for a partner: that partner, or a director; or nothing runs."""
    who = visitor()
    if who.scope == of_partner(partner):
        return text_in("fr", "author-partner", partner=who.name)
    return author()


def who_opens_a_screen() -> tuple[str, str]:
    """Name and account of a director or of someone of the board; for anyone else nothing more runs."""
    who = visitor()
    if who.scope is None or who.scope.partner is not None:
        raise StopException
    return who.name, _subject() if who.how == "member" else ""


def member_scope(email: str, subject: str) -> Scope | None:
    """What someone who signed in may see now; None once they are a member no more."""
    with opened().connect() as connection:
        role = members.role_of(connection, email, subject)
    return Scope(role) if role else None


def is_this_machine(headers: Mapping[str, str], address: str) -> bool:
    """Whether a request comes from this machine, to this machine, with no other server in between."""
    if not signin.is_on_this_machine_only():
        return False
    host = str(headers.get("Host") or "")
    if any(name in headers for name in PROXIES) or not signin.is_loopback(host.rsplit(":", 1)[0]):
        return False
    return signin.is_loopback(address)


def greet(who: Visitor) -> None:
    """Write, once a session, that someone came in or was turned away."""
    key = (who.how or who.why, who.name)
    if who.how in ("local", "link") or who.why in ("closed", "broken", "stranger"):
        return
    if st.session_state.get("greeted") == key:
        return
    st.session_state["greeted"] = key
    with database.writer(opened()) as connection:
        if who.how == "member":
            members.seen(connection, who.name, _subject())
            audit.record(connection, "signed_in", who.name, who.scope.role if who.scope else "", origin())
        else:
            audit.record(connection, "refused", who.name or "?", who.why or "", origin())


def delivered(name: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """A file made at the click, under the rights that whoever was offered it still has, which leaves a trace.

    Streamlit calls it in a thread that knows no session: it is lent the one where the file was offered.
    """
    session, offered = get_script_run_ctx(), current_scope()

    def made() -> bytes:
        with _lent(session):
            try:
                who = visitor()
                if who.scope != offered:
                    raise PermissionError(name)
                content = make()
            except StopException as stopped:  # not an Exception: it would end more than this download
                raise PermissionError(name) from stopped
            handover.remember(content, handover.holder(dict(st.context.cookies)))
            with database.writer(opened()) as connection:
                audit.record(connection, "exported", who.name, name, origin())
            return content

    return made


def origin() -> str:
    """The address that the person of this session comes from."""
    return (st.context.ip_address if st.context.headers else None) or "localhost"


def ticket(token_hash: str) -> str:
    """What a partner's cookie holds: the hash of their link, signed and dated by this server."""
    return _signer().sign(token_hash).decode()


@contextmanager
def _lent(session: ScriptRunContext | None) -> Iterator[None]:
    thread = threading.current_thread()
    if session is None or get_script_run_ctx(suppress_warning=True) is not None:
        yield
        return
    add_script_run_ctx(thread, session)
    try:
        yield
    finally:
        del thread.streamlit_script_run_ctx  # type: ignore[attr-defined]


def _by_link(ticket: str) -> Visitor:
    try:
        signed, at = _signer().unsign(ticket, max_age=SESSION_HOURS * 3600, return_timestamp=True)
    except BadData:
        return Visitor(None, "", why="link_ended")
    token_hash = signed.decode()
    if not idleness.is_awake(ticket, at.timestamp(), time.time()):
        return Visitor(None, "", why="link_ended")
    with opened().connect() as connection:
        link = links.find(connection, token_hash)
    if link is None:
        return Visitor(None, "", why="link_ended")
    return Visitor(of_partner(link.partner), link.name, how="link")


def _by_account() -> Visitor:
    account = _account()
    if not account.get("is_logged_in"):
        return Visitor(None, "", why="stranger")
    email = str(account.get("email") or "")
    if not _is_recent(account) or not _is_awake(account):
        return Visitor(None, email, why="expired")
    if not email or account.get("email_verified") is False:
        return Visitor(None, email, why="unknown")
    scope = member_scope(email, _subject())
    if scope is None:
        return Visitor(None, email, why="unknown")
    return Visitor(scope, email.strip().lower(), how="member")


def _is_recent(account: dict[str, Any]) -> bool:
    """Whether someone signed in less than a session ago; an account that does not say when did not."""
    issued = account.get("iat")
    return isinstance(issued, int | float) and time.time() - issued < SESSION_HOURS * 3600


def _is_awake(account: dict[str, Any]) -> bool:
    return idleness.is_awake(f"{_subject()} {account['iat']}", float(account["iat"]), time.time())


def _account() -> dict[str, Any]:
    return dict(st.user.to_dict())


def _subject() -> str:
    account = _account()
    return f"{account.get('iss', '')} {account.get('sub', '')}"


def _is_this_machine() -> bool:
    """Whether this session is of this machine; so is a script that runs without any request, as in a test."""
    headers = st.context.headers
    return is_this_machine(headers, origin()) if headers else signin.is_on_this_machine_only()


def _signer() -> TimestampSigner:
    return TimestampSigner(get_cookie_secret(), salt=COOKIE)
