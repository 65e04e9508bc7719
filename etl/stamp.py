"""When and by whom: what is written beside everything that people load, answer or take back."""

import getpass
from datetime import UTC, datetime


def now() -> datetime:
    """This moment as it is stored: UTC, without a zone, to the second."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def user() -> str:
    """Who uses this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
