"""Who may look at the big screen: a ticket that opens it once, a cookie that keeps it, the right behind both.

A ticket is made for someone of the page *Conseil*, whose scope was decided as ever; it is kept in memory, for
a minute. The cookie says who opened the screen and gives no right by itself: that is decided at each request.
Not here: deciding (``access``), answering requests (``screen``).
"""

import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import asdict, dataclass
from typing import Final

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import HTTPConnection
from streamlit.web.server.server_util import get_cookie_secret

from dashboard import access, signin
from dashboard.scope import DIRECTOR, Scope

COOKIE: Final = "portee_screen"
"""Holds, signed and dated, who opened the screen. Only the screen's own addresses receive it."""
TICKET_SECONDS: Final = 60
MOST_TICKETS: Final = 2_000
BYTES: Final = 32
"""Of a ticket: 256 bits that nobody guesses."""


@dataclass(frozen=True)
class Holder:
    """Who opened a screen: their name, and the account that they signed in with."""

    name: str
    subject: str


class Tickets:
    """Tickets that were made and not used yet, in memory: a restart ends them all."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, tuple[float, Holder]] = OrderedDict()
        self._lock = threading.Lock()

    def make(self, holder: Holder) -> str:
        """A new ticket, good once and for a minute."""
        ticket = secrets.token_urlsafe(BYTES)
        with self._lock:
            self._made[ticket] = (time.monotonic() + TICKET_SECONDS, holder)
            while len(self._made) > MOST_TICKETS:
                self._made.popitem(last=False)
        return ticket

    def use(self, ticket: str) -> Holder | None:
        """Who a ticket was made for, the first time and in time; unknown, used and ended are one."""
        with self._lock:
            until, holder = self._made.pop(ticket, (0.0, None))
        return holder if time.monotonic() < until else None


_tickets: Final = Tickets()
make_for: Final = _tickets.make
use: Final = _tickets.use


def ticket() -> str:
    """A ticket for the person of this session, a director or of the board; for others nothing more runs."""
    return make_for(Holder(*access.who_opens_a_screen()))


def cookie(holder: Holder) -> str:
    """What the screen's cookie holds."""
    return str(_signer().dumps(asdict(holder)))


def scope_of(request: HTTPConnection) -> Scope | None:
    """What whoever asks may see now, decided again from the database; None for a stranger and for a partner.

    A partner's cookie narrows what is seen, here as on the pages: it closes the screen. Where nobody signs
    in, this machine alone has every right, as on the pages, whatever became of a cookie.
    """
    state = signin.state()
    if state == "broken" or access.COOKIE in request.cookies:
        return None
    if state == "none":
        address = request.client.host if request.client else ""
        return DIRECTOR if access.is_this_machine(request.headers, address) else None
    holder = _held(request.cookies.get(COOKIE, ""))
    return access.member_scope(holder.name, holder.subject) if holder else None


def _held(written: str) -> Holder | None:
    try:
        return Holder(**_signer().loads(written, max_age=access.SESSION_HOURS * 3600))
    except (BadData, TypeError):
        return None


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(get_cookie_secret(), salt=COOKIE)
