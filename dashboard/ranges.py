"""The honest range, as pages tell it. Composes a View with ``unique``; draws nothing."""

import math
from functools import lru_cache

import pandas as pd

from dashboard import contributed, formats, unique
from dashboard.messages import text
from dashboard.unique import Range
from dashboard.view import View


@lru_cache(maxsize=64)
def by_place(view: View) -> pd.DataFrame | None:
    """The range of each place in the chosen edition; None where contributions are no longer those shown."""
    rows = contributed.contributed(view, view.edition)
    return None if rows is None else unique.by_place(rows, view.reference.places["population"])


@lru_cache(maxsize=256)
def told(view: View, places: tuple[str, ...] | None = None) -> tuple[str, list[str]] | None:
    """The range in one sentence, and how it was made in a few.

    Args:
        view: whose edition and filters.
        places: codes of the places of a territory; all by default.

    Returns:
        None where there is nothing to bound, or where it cannot be known.
    """
    table = by_place(view)
    if table is None:
        return None
    kept = table if places is None else table[table.index.isin(places)]
    found = unique.together(kept)
    if not found.contacts:
        return None
    return _sentence(found, unique.contacts_per_person(kept)), _how(view, found)


def _sentence(found: Range, each: float) -> str:
    said = text(
        "range-people",
        how="exact" if found.lower == found.upper else "between",
        count=found.contacts,
        contacts=formats.number(found.contacts),
        lower=formats.number(found.lower),
        upper=formats.number(found.upper),
    )
    if math.isnan(each):
        return said
    return f"{said} {text('range-several', each=formats.number(math.floor(each * 10) / 10, 1))}"


def _how(view: View, found: Range) -> list[str]:
    years = view.reference.places["population_year"].dropna()
    sentences = [
        text("range-how-lower", number=formats.number(found.lower)),
        text("range-how-upper", number=formats.number(found.upper), year=str(int(years.max()))),
        text("range-how-estimate", number=formats.number(found.estimate)),
    ]
    if found.unbounded:
        sentences.append(text("range-how-unbounded", number=formats.number(found.unbounded)))
    return [*sentences, text("range-how-unknown"), text("range-how-suppose")]
