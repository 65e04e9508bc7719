"""Making the next of something while the present one is used.

Two processors share a load: one reads and understands, in Python; the other waits for the database, which
lets Python go meanwhile.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

Item = TypeVar("Item")

TURN: Final = 0.000_5
"""Seconds for which a thread may keep the other waiting: a block is written in many short statements."""


def ahead(items: Iterator[Item]) -> Iterator[Item]:
    """The items, none of which is None, each while a thread makes the next one.

    Raises:
        Whatever making one raises, when its turn comes.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        with ThreadPoolExecutor(1) as thread:
            following = thread.submit(next, items, None)
            while (item := following.result()) is not None:
                following = thread.submit(next, items, None)
                yield item
    finally:
        sys.setswitchinterval(usual)
