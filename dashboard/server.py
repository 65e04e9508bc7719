"""What the web server adds around Streamlit: ASGI middleware and socket options, no page content."""

import asyncio.base_events
import socket

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def send_small_messages_at_once() -> None:
    """Let the figures of a page leave the server without waiting for the browser's acknowledgement.

    asyncio turns off Nagle's algorithm on sockets made with the protocol number of TCP; Streamlit makes its
    own with number 0, which is TCP too, so each gesture waited 40 ms for a delayed acknowledgement.
    """

    def set_nodelay(connection: socket.socket) -> None:
        if connection.family in (socket.AF_INET, socket.AF_INET6) and connection.type == socket.SOCK_STREAM:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    asyncio.base_events._set_nodelay = set_nodelay  # type: ignore[attr-defined]


class SecurityHeaders:
    """Keep the app in its own frame, its own origin, and out of other sites' referrers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Referrer-Policy"] = "no-referrer"
                headers["X-Content-Type-Options"] = "nosniff"
                headers["X-Frame-Options"] = "SAMEORIGIN"
            await send(message)

        await self.app(scope, receive, send_with_headers)


class PageLanguage:
    """Declare the language of the page, which Streamlit writes as English whatever it shows.

    Streamlit is asked for plain text, which can be rewritten: compression belongs outside this layer.
    """

    def __init__(self, app: ASGIApp, language: str) -> None:
        self.app = app
        self.language = language.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
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
                body = body.replace(b'<html lang="en"', b'<html lang="' + self.language + b'"', 1)
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
