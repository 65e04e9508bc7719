"""Who is looking, and what they may see. Every query takes a Scope; none can omit it.

Roles beyond the director's, sign-in and partner links will decide the scope here, and only here.
"""

from dataclasses import dataclass
from typing import Literal

from etl import stamp


@dataclass(frozen=True)
class Scope:
    """The rights of one person; part of the key of every cached read."""

    role: Literal["director"]


def current_scope() -> Scope:
    """Scope of the person of this session: on one's own machine, a director."""
    return Scope(role="director")


def author() -> str:
    """Who is written beside what a person of this session loads or decides: the user of this machine."""
    return stamp.user()
