"""The value of a question: what is asked, apart from the widgets that ask it."""

from dataclasses import dataclass


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
