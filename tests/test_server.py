"""What the web server promises whatever the page: the answer leaves at once."""

import asyncio
import socket
from asyncio.base_events import _set_nodelay  # type: ignore[attr-defined]
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.server import SecurityHeaders, send_small_messages_at_once


@pytest.fixture(autouse=True)
def asyncio_as_it_comes() -> Iterator[None]:
    yield
    asyncio.base_events._set_nodelay = _set_nodelay  # type: ignore[attr-defined]


def waits_for_acknowledgements() -> bool:
    """Whether a server that makes its own socket, as Streamlit's does, delays its small messages."""

    async def accept_one() -> bool:
        accepted: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def met(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            accepted.set_result(not connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listening = socket.socket(family=socket.AF_INET)
        listening.bind(("127.0.0.1", 0))
        async with await asyncio.start_server(met, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            found = await accepted
            writer.close()
            return found

    with ThreadPoolExecutor(1) as apart:  # the browser tests leave a loop running in this thread
        return apart.submit(asyncio.run, accept_one()).result()


def test_a_small_message_leaves_without_waiting_for_the_browser() -> None:
    send_small_messages_at_once()
    assert not waits_for_acknowledgements()


def test_asyncio_alone_would_make_it_wait() -> None:
    """Where this fails, the work-around has become useless: remove it."""
    assert waits_for_acknowledgements()


@pytest.mark.parametrize(("address", "is_secure"), [("https://portee", True), ("http://localhost", False)])
def test_every_cookie_stays_on_https_where_people_come_by_it(address: str, is_secure: bool) -> None:
    def give(_request: Request) -> Response:
        answer = PlainTextResponse("")
        answer.set_cookie("_streamlit_user", "x")
        answer.set_cookie("ours", "x", secure=is_secure)
        return answer

    app = Starlette(routes=[Route("/", give)], middleware=[Middleware(SecurityHeaders)])
    given = TestClient(app, base_url=address).get("/").headers.get_list("set-cookie")
    assert [cookie.count("; Secure") for cookie in given] == [int(is_secure)] * 2
