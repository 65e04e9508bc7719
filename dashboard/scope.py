"""What one person may see. A value, and part of the key of every cached read; every query takes one.

Not here: who the person is (``access``), and reading within a scope (``queries``).
"""

from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["director", "board", "partner"]


@dataclass(frozen=True)
class Scope:
    """The rights of one person.

    A director sees and does everything. The board sees every figure. A partner sees the rows that they lead
    or take part in, and what is released of the rest (``disclosure``).

    Attributes:
        role: which of the three.
        partner: identifier of the partner, of a partner only.
    """

    role: Role
    partner: int | None = None

    def __post_init__(self) -> None:
        if (self.role == "partner") != (self.partner is not None):
            raise ValueError("a partner's scope has a partner, and no other one has")

    @property
    def sees_sources(self) -> bool:
        """Whether files, their rows and what waits may be seen, besides figures."""
        return self.role == "director"

    @property
    def sees_past(self) -> bool:
        """Whether the data may be seen as they were at an earlier version."""
        return self.partner is None


DIRECTOR: Final = Scope("director")
BOARD: Final = Scope("board")


def of_partner(partner: int) -> Scope:
    """The scope of one partner."""
    return Scope("partner", partner)
