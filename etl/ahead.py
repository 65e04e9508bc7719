"""Making the next of something in another process while this one uses the present one.

Two processors share a long load: one reads and understands, the other writes. Threads would not do: each
holds up the other, since both are mostly Python.
"""

import multiprocessing
import os
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, Final, TypeVar

Item = TypeVar("Item")

WAITING: Final = 16
"""Items made that the other process has not taken: the first blocks of a file are the longest to write."""


def ahead(items: Iterator[Item], many_follow: Callable[[Item], bool]) -> Iterator[Item]:
    """The items; from the first that says that many follow, another process makes the next ones.

    That process is a copy of this one: it must not use what both hold, a database for one, and what it makes
    must be picklable. Where there is no way to copy a process, or other threads that a copy would lack (those
    of a server), all is made here.

    Raises:
        Whatever making one raises, when its turn comes.
        ChildProcessError: the other process was ended from outside, by the system for want of memory perhaps.
    """
    for item in items:
        if many_follow(item) and _can_copy():
            with _made_elsewhere(items) as following:  # from now on, while this process uses ``item``
                yield item
                yield from following
            return
        yield item


def _can_copy() -> bool:
    return hasattr(os, "fork") and threading.active_count() == 1


@contextmanager
def _made_elsewhere(items: Iterator[Item]) -> Iterator[Iterator[Item]]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    maker = context.Process(target=_send_all, args=(items, receiver, sender), daemon=True)
    maker.start()
    sender.close()
    try:
        yield _received(receiver)
    finally:
        receiver.close()  # which ends a maker that still sends
        maker.join()


def _received(receiver: Connection) -> Iterator[Any]:
    while True:
        try:
            item, error, is_last = receiver.recv()
        except EOFError:
            raise ChildProcessError("the process that reads ahead was ended") from None
        if error is not None:
            raise error
        if is_last:
            return
        yield item


def _send_all(items: Iterator[Item], receiver: Connection, sender: Connection) -> None:
    receiver.close()
    waiting: queue.Queue[memoryview | None] = queue.Queue(WAITING)
    threading.Thread(target=_send_each, args=(waiting, sender), daemon=True).start()
    try:
        for item in items:
            waiting.put(ForkingPickler.dumps((item, None, False)))
        waiting.put(ForkingPickler.dumps((None, None, True)))
    except KeyboardInterrupt:
        return
    except Exception as error:
        waiting.put(ForkingPickler.dumps((None, error, True)))
    waiting.put(None)
    waiting.join()


def _send_each(waiting: "queue.Queue[memoryview | None]", sender: Connection) -> None:
    """Send what is made, in a thread, so that making goes on while the other process is busy."""
    try:
        while (item := waiting.get()) is not None:
            sender.send_bytes(item)
            waiting.task_done()
        waiting.task_done()
    except OSError:
        os._exit(0)  # nobody wants more: this process is a copy, and has nothing of its own to close
