"""Since when each session has done nothing, so that one that is left open ends by itself.

Kept in memory, by what the person holds: after a restart, a session counts from when it was opened.
Not here: how long a session may last whatever is done in it (``access``).
"""

import os
import threading
from collections import OrderedDict
from typing import Final

SETTING: Final = "PORTEE_IDLE_MINUTES"
"""Minutes without a gesture after which whoever came in comes in again."""
USUAL: Final = 12 * 60
REMEMBERED: Final = 20_000
"""Sessions whose last gesture is known, the last ones: an older one counts from when it was opened."""

_last: OrderedDict[str, float] = OrderedDict()
_lock = threading.Lock()


def longest() -> float:
    """Seconds that a session lasts without a gesture; a setting that is no number of minutes is not used."""
    given = os.environ.get(SETTING, "")
    return 60.0 * (int(given) if given.isdecimal() and int(given) else USUAL)


def is_awake(session: str, opened_at: float, now: float) -> bool:
    """Whether a session did something lately; if so, this gesture counts too. Times are in seconds."""
    with _lock:
        if now - max(_last.get(session, opened_at), opened_at) > longest():
            return False
        _last[session] = now
        _last.move_to_end(session)
        while len(_last) > REMEMBERED:
            _last.popitem(last=False)
        return True
