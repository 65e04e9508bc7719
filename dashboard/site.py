"""Which pages there are, at which address, and for whom. Not here: what a page shows (``pages``)."""

from dataclasses import dataclass
from typing import Final

from dashboard.scope import Role, Scope


@dataclass(frozen=True)
class Entry:
    """A page: its script and key in the catalogue, its address, the roles that have it.

    One that is not listed is reached from the others.
    """

    name: str
    address: str
    roles: frozenset[Role]
    is_listed: bool = True


FIGURES: Final[frozenset[Role]] = frozenset({"director", "board"})
WORK: Final[frozenset[Role]] = frozenset({"director"})
EVERYONE: Final[frozenset[Role]] = FIGURES | {"partner"}

PAGES: Final = (
    Entry("overview", "vue-densemble", FIGURES),
    Entry("audiences", "publics", FIGURES),
    Entry("municipalities", "municipalites", FIGURES),
    Entry("years", "annees", FIGURES),
    Entry("partners", "partenaires", FIGURES),
    Entry("board", "conseil", FIGURES),
    Entry("contribution", "ma-contribution", frozenset({"director", "partner"})),
    Entry("spoken", "a-dire", FIGURES),
    Entry("quality", "qualite", FIGURES),
    Entry("trace", "provenance", FIGURES, is_listed=False),
    Entry("method", "methode", EVERYONE),
    Entry("data", "donnees", WORK),
    Entry("access", "acces", WORK),
)
"""In the order of the menu; the first that a role has is at the address of the site itself."""

HOME: Final = "accueil"
"""Name that Streamlit asks for the page at the address of the site, whose own address then leads to it."""


def pages_of(scope: Scope | None) -> list[Entry]:
    """The pages of whoever has this scope; none without one."""
    return [page for page in PAGES if scope is not None and scope.role in page.roles]
