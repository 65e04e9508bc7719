"""The value of a question: what is asked, apart from the widgets that ask it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

RESTRICTED: Final = {
    "territories": "territoire",
    "audiences": "public",
    "sectors": "milieu",
    "actions": "action",
}
"""The name in the address of each part of a ``Restriction``, which is also the key of its widget."""

NONE: Final = "none"
"""What stands, in a narrowing, for what has no code."""


@dataclass(frozen=True)
class Restriction:
    """What is kept of every edition. Empty tuples keep all; territories are place or ``mrc:`` codes."""

    territories: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()

    @property
    def mrcs(self) -> tuple[str, ...]:
        """Codes of the MRCs among the territories."""
        return tuple(code.removeprefix("mrc:") for code in self.territories if code.startswith("mrc:"))


@dataclass(frozen=True)
class Filters:
    """One question: the edition that the page speaks of, and what is kept of all editions."""

    edition: int
    restriction: Restriction


@dataclass(frozen=True)
class Narrowing:
    """What one figure keeps of what the filters keep; what is missing keeps all. Each is a code or a number.

    Attributes:
        place: on the most recent geography, as everywhere; ``kinds`` of such places, joined by commas.
        mrc: or ``NONE``, for places that have none.
        partner: who leads; ``within``: who leads or takes part.
        held: first day: ``from/to``, either of which may be missing; out of these after ``!``; ``NONE``
            where it is not known.
        known: a day, to have what was registered by then, as it was announced (as ``cube_until``).
        told: ``both`` keeps the people who are expected and confirmed both.
    """

    audience: str | None = None
    sector: str | None = None
    action: str | None = None
    place: str | None = None
    kinds: str | None = None
    mrc: str | None = None
    partner: str | None = None
    within: str | None = None
    held: str | None = None
    known: str | None = None
    told: str | None = None

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day of ``held``."""
        first, _, last = (self.held or "").removeprefix("!").partition("/")
        return _day(first), _day(last)


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written and written != NONE else None
