"""Files made for one person are handed over to that person only, whoever has their address.

Streamlit serves ``/media/…`` to anyone, without asking who they are. What was made, and for the holder of
which cookies, is remembered by its content; anything else there is not found. Not here: making files.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

REMEMBERED: Final = 2_000
"""Files whose owner is known, the last ones made: older ones are offered again by the page."""

_owners: OrderedDict[str, set[str]] = OrderedDict()
_lock = threading.Lock()


def holder(cookies: Mapping[str, str]) -> str:
    """Who holds these cookies, as one value: all that says who someone is here is in cookies."""
    told = sorted(
        (name, value) for name, value in cookies.items() if name.startswith(("portee_", "_streamlit_user"))
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()


def remember(content: bytes, owner: str) -> None:
    """Say for whom a file was made."""
    digest = hashlib.sha256(content).hexdigest()
    with _lock:
        _owners.setdefault(digest, set()).add(owner)
        _owners.move_to_end(digest)
        while len(_owners) > REMEMBERED:
            _owners.popitem(last=False)


class OnlyToItsOwner:
    """Give a file of ``/media/`` to who holds the cookies that it was made for; to others it is not there."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        base = config.get_option("server.baseUrlPath").strip("/")
        self.prefix = f"/{base}/media/" if base else "/media/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(self.prefix):
            await self.app(scope, receive, send)
            return
        whole = [(name, value) for name, value in scope["headers"] if name.lower() != b"range"]
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self.app({**scope, "headers": whole}, receive, hold)
        content = b"".join(message.get("body", b"") for message in held)
        with _lock:
            owners = _owners.get(hashlib.sha256(content).hexdigest(), set())
        if holder(Request(scope).cookies) not in owners:
            await PlainTextResponse("", 404)(scope, receive, send)
            return
        for message in held:
            await send(message)
