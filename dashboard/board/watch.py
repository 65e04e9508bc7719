"""What is new, told to every open screen: one question a second for the whole server, while somebody listens.

Not here: what the news is (asked by whoever makes a ``Watcher``), how it is sent (``screen``).
"""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final, Generic, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

T = TypeVar("T")

EVERY: Final = 1.0
"""Seconds between two questions."""
_log = logging.getLogger(__name__)


class Watcher(Generic[T]):
    """Asks again and again, whoever many they are who wait for the answer to change. In one event loop.

    Args:
        ask: the question, put in a thread; a database that does not answer leaves the last answer as it is.
    """

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask
        self._listeners = 0
        self._asking: asyncio.Task[None] | None = None
        self._news = asyncio.Event()
        self.answer: T | None = None
        self.is_ending = False

    @contextmanager
    def listened(self) -> Iterator[None]:
        """Keep the question being asked meanwhile."""
        self._listeners += 1
        if self._asking is None or self._asking.done():
            self._end_with_the_server()
            self._asking = asyncio.create_task(self._keep_asking())
        try:
            yield
        finally:
            self._listeners -= 1

    async def changed(self, known: T | None, seconds: float) -> T | None:
        """Wait for another answer than the one known, that long at most; the answer as it is then."""
        news = self._news
        if self.answer == known and not self.is_ending:
            with suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), seconds)
        return self.answer

    async def _keep_asking(self) -> None:
        while self._listeners and not self.is_ending:
            try:
                answer = await run_in_threadpool(self._ask)
            except SQLAlchemyError as unanswered:
                _log.warning("the database does not answer: %s", unanswered)
            else:
                if answer != self.answer:
                    self.answer = answer
                    self._wake()
            await asyncio.sleep(EVERY)

    def _wake(self) -> None:
        waited, self._news = self._news, asyncio.Event()
        waited.set()

    def _end_with_the_server(self) -> None:
        """Let go of whoever listens once the server is told to stop: it waits for every answer to end."""
        if threading.current_thread() is not threading.main_thread():
            return
        loop = asyncio.get_running_loop()

        def end() -> None:
            self.is_ending = True
            self._wake()

        for number in (signal.SIGTERM, signal.SIGINT):
            before = signal.getsignal(number)
            if getattr(before, "watched", False) or not callable(before):
                continue

            def handle(number: int, frame: FrameType | None, before: Callable[..., object] = before) -> None:
                loop.call_soon_threadsafe(end)
                before(number, frame)

            handle.watched = True  # type: ignore[attr-defined]
            signal.signal(number, handle)
