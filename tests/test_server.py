"""What the web server promises whatever the page: the answer leaves at once."""

import asyncio
import socket
from asyncio.base_events import _set_nodelay  # type: ignore[attr-defined]
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.server import send_small_messages_at_once


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
