"""The addresses of the big screen, ``/ecran``: the page, its scenes, and what tells it that there is news.

The page is ours alone, static but for its words; it holds no figure. Not here: who may look (``entrance``),
what the scenes hold (``content``), what the page does in the browser (``dashboard/look/screen``).
"""

import asyncio
import gzip
from collections import OrderedDict
from collections.abc import AsyncIterator
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from dashboard import access, signin
from dashboard.board import content, entrance, preparation
from dashboard.board.content import Asked, Shape
from dashboard.board.document import POLICY, closed, document
from dashboard.board.watch import Watcher

PATH: Final = "/ecran"
PULSE_SECONDS: Final = 20.0
"""Between two signs of life where nothing is new; the right to look is asked again at each."""
SHAPES: Final[dict[str, Shape]] = {"large": "wide", "haute": "upright", "etroite": "narrow"}
"""What a screen says of its own shape."""
KEPT: Final = 32
"""Contents kept: those of the last version, in each shape and preparation that is looked at."""


class Contents:
    """Makes each content once, however many ask for it at the same moment, and keeps the last ones."""

    def __init__(self) -> None:
        self._made: OrderedDict[Asked, asyncio.Task[bytes]] = OrderedDict()

    async def of(self, asked: Asked) -> bytes:
        task = self._made.get(asked)
        if task is None or (task.done() and task.exception() is not None):
            task = self._made[asked] = asyncio.create_task(run_in_threadpool(content.made, asked))
        self._made.move_to_end(asked)
        while len(self._made) > KEPT:
            self._made.popitem(last=False)
        return await asyncio.shield(task)


def routes() -> list[Route]:
    """The routes that the server adds to Streamlit's."""
    contents = Contents()
    watcher = Watcher(content.state)

    async def show(request: Request) -> Response:
        wanted = preparation.read(request.query_params)
        if await run_in_threadpool(entrance.scope_of, request) is None:
            return _page(closed(wanted), 403)
        return _page(document(wanted))

    async def enter(request: Request) -> Response:
        wanted = preparation.read(request.query_params)
        holder = entrance.use(request.path_params["ticket"])
        if holder is None and await run_in_threadpool(entrance.scope_of, request) is None:
            return _page(closed(wanted, "../"), 404)
        query = wanted.query()
        response = RedirectResponse(f"..{PATH}{'?' if query else ''}{query}", status_code=303)
        if holder is not None:
            response.set_cookie(
                entrance.COOKIE,
                entrance.cookie(holder),
                max_age=access.SESSION_HOURS * 3600,
                path=request.url.path.rpartition("/")[0],
                httponly=True,
                samesite="lax",
                secure=request.url.scheme == "https" or signin.public_address().startswith("https:"),
            )
        return response

    async def scenes(request: Request) -> Response:
        asked = await run_in_threadpool(_asked, request, watcher.answer)
        if asked is None:
            return PlainTextResponse("", 403)
        found = await contents.of(asked)
        headers = {"Content-Encoding": "gzip"}
        if "gzip" not in request.headers.get("accept-encoding", ""):
            found, headers = gzip.decompress(found), {}
        return Response(found, media_type="application/json", headers=headers)

    async def live(request: Request) -> Response:
        if await run_in_threadpool(entrance.scope_of, request) is None:
            return PlainTextResponse("", 403)
        unheld = {"X-Accel-Buffering": "no"}  # nginx would keep the news until it has enough of them
        return StreamingResponse(_news(request, watcher), media_type="text/event-stream", headers=unheld)

    return [
        Route(PATH, show, methods=["GET"]),
        Route(f"{PATH}/scenes", scenes, methods=["GET"]),
        Route(f"{PATH}/vivant", live, methods=["GET"]),
        Route(PATH + "/{ticket}", enter, methods=["GET"]),
    ]


def _asked(request: Request, known: content.State | None) -> Asked | None:
    """What a screen asks for, or None for whoever has no right to it."""
    scope = entrance.scope_of(request)
    if scope is None:
        return None
    shape = SHAPES.get(request.query_params.get("forme", ""), "wide")
    return content.asked(preparation.read(request.query_params), shape, scope, known)


async def _news(request: Request, watcher: Watcher[content.State]) -> AsyncIterator[str]:
    """Server-sent events: the state at once and when it changes, a pulse otherwise, the end of a right.

    A state says nothing of the figures: the right is asked at each pulse, and when the scenes are asked for.
    """
    known = None
    with watcher.listened():
        while not watcher.is_ending:
            found = await watcher.changed(known, PULSE_SECONDS)
            if found is not None and found != known:
                known = found
                yield f"event: state\ndata: {found.written()}\n\n"
            elif await run_in_threadpool(entrance.scope_of, request) is None:
                yield "event: closed\ndata:\n\n"
                return
            else:
                yield "event: pulse\ndata:\n\n"


def _page(words: str, status: int = 200) -> Response:
    return HTMLResponse(words, status, {"Content-Security-Policy": POLICY})
