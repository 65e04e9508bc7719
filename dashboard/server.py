"""What the web server adds around Streamlit: ASGI middleware and socket options, no page content."""

import asyncio.base_events
import base64
import hashlib
import re
import socket
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from dashboard import signin


def send_small_messages_at_once() -> None:
    """Let the figures of a page leave the server without waiting for the browser's acknowledgement.

    asyncio turns off Nagle's algorithm on sockets made with the protocol number of TCP; Streamlit makes its
    own with number 0, which is TCP too, so each gesture waited 40 ms for a delayed acknowledgement.
    """

    def set_nodelay(connection: socket.socket) -> None:
        if connection.family in (socket.AF_INET, socket.AF_INET6) and connection.type == socket.SOCK_STREAM:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    asyncio.base_events._set_nodelay = set_nodelay  # type: ignore[attr-defined]


def answer_its_own_name_only() -> None:
    """Once people sign in, refuse what is asked under another host name, unless told which names are good."""
    if signin.state() == "ready" and not config.get_option("server.allowedHosts"):
        host = urlsplit(signin.public_address()).hostname
        config.set_option("server.allowedHosts", [host])


def allowed(inline: str) -> str:
    """How a content policy lets one inline script or style through: by what it says, to the letter."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


def content_policy() -> str:
    """What a page may load and run: what this server sends, and the one inline script of Streamlit's page.

    Its styles are written by its scripts, and Plotly draws its maps and charts with styles too.
    """
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *map(allowed, inline)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


LOOK: Final = Path(__file__).parent / "look"
SAME_FOR_ALL: Final = ("/static/", "/app/static/", "/look/")
"""Addresses whose content says nothing of anybody, and may be kept by browsers."""


class SecurityHeaders:
    """Keep the app out of frames, search engines, caches and referrers, with its own scripts only.

    Cookies stay on https where people come by it: Streamlit's own are written without saying so.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.policy = content_policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_secure = scope["scheme"] == "https" or signin.public_address().startswith("https:")
        is_personal = not any(part in scope["path"] for part in SAME_FOR_ALL)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Referrer-Policy"] = "no-referrer"
                headers["X-Content-Type-Options"] = "nosniff"
                headers["X-Frame-Options"] = "DENY"
                headers["X-Robots-Tag"] = "noindex, nofollow"
                headers.setdefault("Content-Security-Policy", self.policy)
                if is_personal:
                    headers["Cache-Control"] = "no-store"
                if is_secure:
                    message["headers"] = [_kept_on_https(*header) for header in message["headers"]]
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _kept_on_https(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header; if it sets a cookie, one that browsers send over https only."""
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value


def look() -> Mount:
    """The route of our stylesheet and scripts, which say nothing of the data."""
    return Mount("/look", StaticFiles(directory=LOOK))


class PageHead:
    """Declare the language of the page, which Streamlit writes as English, and give it our look and words.

    Streamlit is asked for plain text, which can be rewritten: compression belongs outside this layer.

    Args:
        app: what is inside.
        language: of the page, as HTML writes it.
        but: addresses, with all that is under them, whose pages are ours and left as they are.
    """

    def __init__(self, app: ASGIApp, language: str, but: tuple[str, ...] = ()) -> None:
        self.app = app
        base = config.get_option("server.baseUrlPath").strip("/")
        self.but = tuple(f"/{base}{path}" if base else path for path in but)
        self.html = f'<html lang="{language}"'.encode()
        scripts = ("reach.js", f"words.{language.partition('-')[0]}.js")
        ours = [f'<script src="./look/{name}"></script>' for name in scripts if (LOOK / name).exists()]
        self.head = "".join(['<link rel="stylesheet" href="./look/portee.css">', *ours, "</head>"]).encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_ours = scope["type"] == "http" and any(
            scope["path"] == path or scope["path"].startswith(f"{path}/") for path in self.but
        )
        if scope["type"] != "http" or is_ours:
            await self.app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name.lower() != b"accept-encoding"]
        start: Message | None = None
        body = b""

        async def rewrite(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                is_page = Headers(scope=message).get("content-type", "").startswith("text/html")
                if is_page:
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                body = body.replace(b'<html lang="en"', self.html, 1).replace(b"</head>", self.head, 1)
                headers = MutableHeaders(scope=start)
                headers["content-length"] = str(len(body))
                for stale in ("etag", "last-modified"):
                    del headers[stale]
                await send(start)
                await send({"type": "http.response.body", "body": body})
                start = None
                return
            await send(message)

        await self.app({**scope, "headers": plain}, receive, rewrite)
