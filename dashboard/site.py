"""Which pages there are, at which address, and for whom. Not here: what a page shows (``pages``)."""

from dataclasses import dataclass
from typing import Final

from dashboard.scope import Role, Scope


@dataclass(frozen=True)
class Entry:
    """A page: its script and key in the catalogue, its address, its roles, its group in the menu.

    One that is not listed is reached from the others.
    """

    name: str
    address: str
    roles: frozenset[Role]
    group: str = ""
    is_listed: bool = True


FIGURES: Final[frozenset[Role]] = frozenset({"director", "board"})
WORK: Final[frozenset[Role]] = frozenset({"director"})
EVERYONE: Final[frozenset[Role]] = FIGURES | {"partner"}

SAY, TRUST, MANAGE = "say", "trust", "manage"
"""Groups of the menu, for who has several of their pages."""

PAGES: Final = (
    Entry("overview", "vue-densemble", FIGURES),
    Entry("audiences", "publics", FIGURES),
    Entry("municipalities", "municipalites", FIGURES),
    Entry("unreached", "a-rejoindre", FIGURES),
    Entry("years", "annees", FIGURES),
    Entry("week", "semaine", FIGURES),
    Entry("partners", "partenaires", FIGURES),
    Entry("board", "conseil", FIGURES, SAY),
    Entry("spoken", "a-dire", FIGURES, SAY),
    Entry("contribution", "ma-contribution", frozenset({"director", "partner"}), SAY),
    Entry("quality", "qualite", FIGURES, TRUST),
    Entry("method", "methode", EVERYONE, TRUST),
    Entry("trace", "provenance", EVERYONE, TRUST, is_listed=False),
    Entry("data", "donnees", WORK, MANAGE),
    Entry("access", "acces", WORK, MANAGE),
)
"""In the order of the menu; the first that a role has is at the address of the site itself."""

HOME: Final = "accueil"
"""Name that Streamlit asks for the page at the address of the site, whose own address then leads to it."""


def pages_of(scope: Scope | None) -> list[Entry]:
    """The pages of whoever has this scope; none without one."""
    return [page for page in PAGES if scope is not None and scope.role in page.roles]


def group_of(page: Entry, theirs: list[Entry]) -> str:
    """The group under which a page stands in somebody's menu; none where it would stand there alone."""
    listed = [one for one in theirs if one.group == page.group and one.is_listed]
    return page.group if len(listed) > 1 else ""


def address_of(name: str) -> str:
    """The address of a page, relative to any other."""
    return next(page.address for page in PAGES if page.name == name)
