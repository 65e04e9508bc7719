"""The address of a partner's link, ``/p/<token>``: a page with *Continuer*, whose POST lets the partner in.

The first request only shows the page, the same whatever the token, so that a mail scanner that follows links
burns nothing. The POST puts a signed ticket in a cookie and leads elsewhere: the token leaves the address bar
and the history. Not here: making links (``links``), what the ticket opens afterwards (``access``).
"""

import asyncio
import html
import time
from collections import OrderedDict, deque
from string import Template
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard import access, audit, links, region, signin
from dashboard.connection import opened
from dashboard.messages import text_in
from dashboard.server import allowed
from etl import database

LEAVE: Final = f"{links.PATH}/quitter"
"""Address that takes the cookie back."""
LOOK: Final = """
:root { color-scheme: light dark; --paper: #fff; --ink: #0d1812; --green: #0b6b4b; --on-green: #fff }
@media (prefers-color-scheme: dark) {
  :root { --paper: #0f1714; --ink: #e8f0eb; --green: #4cc38a; --on-green: #0f1714 }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper);
  color: var(--ink); font: 1.125rem/1.6 system-ui, sans-serif }
main { max-width: 34rem; padding: 2rem 1.5rem; border-top: .375rem solid var(--green) }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.25 }
button, a { display: inline-block; min-height: 3rem; padding: 0 1.75rem; border: 0; border-radius: .5rem;
  font: inherit; font-weight: 600; line-height: 3rem; text-decoration: none; cursor: pointer;
  background: var(--green); color: var(--on-green) }
:focus-visible { outline: .1875rem solid var(--ink); outline-offset: .1875rem }
[lang=en] { margin-top: 2.5rem; font-size: 1rem; opacity: .85 }
"""
FORGET: Final = """
const form = document.querySelector("form")
form?.addEventListener("submit", () => {
  form.action = location.href
  history.replaceState(null, "", "../")
})
"""
"""Writes over the entry of the history that holds the token; without scripts the link works all the same."""
PAGE: Final = Template("""<!DOCTYPE html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>$title</title>
<style>$look</style>
</head>
<body>
<main>
<h1>$title</h1>
<p>$words</p>
$action
<div lang="en"><p>$words_en</p></div>
</main>
<script>$forget</script>
</body>
</html>
""")
POLICY: Final = "; ".join(
    (
        *("default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"),
        *(f"{kind}-src {allowed(content)}" for kind, content in (("style", LOOK), ("script", FORGET))),
    )
)


class Tries:
    """Failed tries by address over the last minutes, which make the next ones wait; kept in memory."""

    WITHIN: Final = 600
    FREE: Final = 3
    LONGEST_WAIT: Final = 8.0
    ADDRESSES: Final = 10_000

    def __init__(self) -> None:
        self._failed: OrderedDict[str, deque[float]] = OrderedDict()

    def failed(self, address: str) -> int:
        """Count one more; how many there are now."""
        times = self._failed.setdefault(address, deque(maxlen=32))
        self._failed.move_to_end(address)
        times.append(time.monotonic())
        while len(self._failed) > self.ADDRESSES:
            self._failed.popitem(last=False)
        return self._recent(address)

    def wait(self, address: str) -> float:
        """Seconds that the next try from an address waits: none at first, then twice as long each time."""
        more = self._recent(address) - self.FREE
        return 0.0 if more < 0 else min(self.LONGEST_WAIT, 0.5 * 2**more)

    def _recent(self, address: str) -> int:
        since = time.monotonic() - self.WITHIN
        return sum(moment > since for moment in self._failed.get(address, ()))


def routes() -> list[Route]:
    """The routes that the server adds to Streamlit's."""
    tries = Tries()

    async def show(_request: Request) -> Response:
        button = f'<form method="post"><button>{_words("door-continue")}</button></form>'
        return _page("door-title", "door-words", button, campaign=region.campaign())

    async def enter(request: Request) -> Response:
        address = request.client.host if request.client else ""
        await asyncio.sleep(tries.wait(address))
        token_hash = links.digest(request.path_params["token"])
        if _is_from_here(request) and await run_in_threadpool(_use, token_hash, address):
            response = RedirectResponse("../", status_code=303)
            response.set_cookie(
                access.COOKIE,
                access.ticket(token_hash),
                max_age=access.SESSION_HOURS * 3600,
                httponly=True,
                samesite="strict",
                secure=request.url.scheme == "https" or signin.public_address().startswith("https:"),
            )
            return response
        count = tries.failed(address)
        if count <= Tries.FREE:
            await run_in_threadpool(_refuse, address)
        return _page("door-ended", "door-ended-words", status=404, contact=signin.contact())

    async def leave(_request: Request) -> Response:
        response = RedirectResponse("../", status_code=303)
        response.delete_cookie(access.COOKIE, httponly=True, samesite="strict")
        return response

    return [
        Route(LEAVE, leave, methods=["GET"]),
        Route(links.PATH + "/{token}", show, methods=["GET"]),
        Route(links.PATH + "/{token}", enter, methods=["POST"]),
    ]


def _use(token_hash: str, address: str) -> bool:
    """Whether the link opens something; its use is written."""
    state = signin.state()
    if state == "broken" or (state == "none" and not signin.is_on_this_machine_only()):
        return False
    with opened().connect() as connection:
        if links.find(connection, token_hash) is None:
            return False
    with database.writer(opened()) as connection:
        links.used(connection, token_hash, address)
    return True


def _refuse(address: str) -> None:
    with database.writer(opened()) as connection:
        audit.record(connection, "link_refused", "?", "", address)


def _is_from_here(request: Request) -> bool:
    """Whether the form was sent by our own page: another site lets nobody in behind their back."""
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _page(title: str, words: str, action: str = "", status: int = 200, **values: str) -> Response:
    content = PAGE.substitute(
        look=LOOK,
        forget=FORGET,
        title=_words(title),
        words=_words(words, **values),
        words_en=html.escape(text_in("en", words, **values)),
        action=action,
    )
    return HTMLResponse(content, status, {"Content-Security-Policy": POLICY})


def _words(key: str, **values: str) -> str:
    return html.escape(text_in("fr", key, **values))
