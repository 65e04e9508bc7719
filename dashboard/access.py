"""Who is looking, and what they may see: the scope that every query takes is decided here, and only here."""

from dashboard.scope import DIRECTOR, Scope
from etl import stamp


def current_scope() -> Scope:
    """Scope of the person of this session: on one's own machine, a director."""
    return DIRECTOR


def author() -> str:
    """Who is written beside what a person of this session loads or decides: the user of this machine."""
    return stamp.user()
