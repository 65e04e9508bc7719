"""Where the rows behind a figure are: addresses of *D'où vient ce chiffre*, written, and read with suspicion.

A figure is an edition, what the filters of its page keep, what it keeps of that (``Narrowing``), and what it
counts. Making its address reads nothing. Not here: reading the rows (``queries.traced``), words (``trace``).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import Final, Literal, get_args
from urllib.parse import quote, urlencode

import pandas as pd

from dashboard.messages import text
from dashboard.question import NONE, RESTRICTED, Narrowing
from dashboard.site import address_of
from dashboard.view import View
from etl.schema import MUNICIPAL_KINDS

Count = Literal["reach", "expected", "confirmed", "registrations", "partners", "municipalities"]
COUNTS: Final[tuple[Count, ...]] = get_args(Count)
Links = dict[str, list[str | None]]
"""Addresses by the title of the column that leads to them, one a row of a table."""

Kept = Narrowing | int
"""What a row or a column of a grid keeps; of a column, it may be its edition."""
Cell = Callable[[str, str], str | None]
"""Gives the address of a cell of a grid, by the first cell of its row and the title of its column."""

ROWS: Final = "lignes"
COUNT: Final = "chiffre"
"""Names, in the address, of what one figure keeps and of what it counts."""
KEPT: Final = tuple(field.name for field in fields(Narrowing))
ALL: Final = Narrowing()
ELSEWHERE: Final = ("mrc", "region", "online", "outside", "unspecified")
"""Kinds of places that are no municipality nor territory of the map."""


def behind(
    view: View, kept: Narrowing = ALL, count: Count = "reach", edition: int | None = None
) -> str | None:
    """The address of the rows behind one figure of a view.

    Args:
        view: whose filters and scope the figure has.
        kept: what it keeps of what the filters do.
        count: what it counts.
        edition: its edition; by default, the view's.

    Returns:
        None where the rows are no longer there, at an earlier version; none either for an edition without
        data.
    """
    of = view.edition if edition is None else edition
    if view.snapshot.as_of or of not in view.snapshot.editions:
        return None
    if day := dict(view.until).get(of):
        kept = replace(kept, known=str(day))
    codes = {name: getattr(kept, name) for name in KEPT}
    return _address(view, of, count) + "".join(
        f"&{ROWS}={name}:{quote(code)}" for name, code in codes.items() if code is not None
    )


def only(dimension: str, code: object) -> Narrowing:
    """What a figure of one code of a dimension keeps; a missing code is of what has none."""
    return Narrowing(**{dimension: _code(code)})


def each(
    view: View,
    dimension: str,
    codes: Iterable[object],
    kept: Narrowing = ALL,
    count: Count = "reach",
    edition: int | None = None,
) -> list[str | None]:
    """The addresses of a table whose rows are codes of a dimension."""
    start = behind(view, kept, count, edition)
    return [start and f"{start}&{ROWS}={dimension}:{quote(_code(code))}" for code in codes]


def rows(
    view: View, dimension: str, codes: Iterable[object], kept: Narrowing = ALL, count: Count = "reach"
) -> Links:
    """One column of addresses, of the view's edition."""
    return {text("column-rows"): each(view, dimension, codes, kept, count)}


def compared(
    view: View,
    dimension: str,
    codes: Sequence[object],
    kept: Narrowing = ALL,
    count: Count = "reach",
    of: Sequence[int] | None = None,
) -> Links:
    """Columns of addresses, one an edition: by default the view's, and the one before if it can be read."""
    both = of or [edition for edition in (view.edition, view.previous) if edition is not None]
    return {
        text("column-rows-in", edition=str(edition)): each(view, dimension, codes, kept, count, edition)
        for edition in both
    }


def editions(view: View, years: Iterable[int], kept: Narrowing = ALL) -> Links:
    """One column of addresses of a table whose rows are editions."""
    return {text("column-rows"): [behind(view, kept, edition=int(year)) for year in years]}


def crossed(
    view: View, rows: Mapping[str, Narrowing], columns: Mapping[str, Kept], count: Count = "reach"
) -> Cell:
    """The addresses of a grid, by what its rows and columns keep; those of no other cell."""

    def address(row: str, column: str) -> str | None:
        if row not in rows or column not in columns:
            return None
        other = columns[column]
        if isinstance(other, int):
            return behind(view, rows[row], count, other)
        both = {name: getattr(rows[row], name) or getattr(other, name) for name in KEPT}
        return behind(view, Narrowing(**both), count)

    return address


def by_name(view: View, dimension: str) -> dict[str, Narrowing]:
    """What rows named by a dimension keep."""
    names = view.names_of(dimension)
    if dimension == "place":
        places = view.reference.places
        names = {code: names[code] for code in places.index[places.index == places["current_code"]]}
    kept = {name: only(dimension, code) for code, name in names.items()}
    return kept | ({text("no-territory"): only(dimension, NONE)} if dimension == "mrc" else {})


def by_edition(view: View) -> dict[str, Kept]:
    """What columns named by an edition keep."""
    return {str(edition): edition for edition in view.snapshot.editions}


def read(view: View, query: Iterable[str]) -> Narrowing:
    """Read what an address keeps; never fails: what is not known there is left out.

    A partner may not ask about another: which of the others takes part in what is not theirs to find.
    """
    written = dict(one.split(":", 1) for one in query if ":" in one)
    kept = {name: code for name, code in written.items() if name in KEPT and _is_known(view, name, code)}
    return Narrowing(**kept)


def read_count(written: str | None) -> Count:
    """Read what an address counts; people where it says nothing that is known."""
    return next((count for count in COUNTS if count == written), "reach")


@lru_cache(maxsize=512)
def _address(view: View, edition: int, count: Count) -> str:
    restriction = view.filters.restriction
    names = (view.territory_names, view.audience_names, view.sector_names, view.action_names)
    asked: dict[str, object] = {"edition": edition}
    for (kind, key), called in zip(RESTRICTED.items(), names, strict=True):
        if codes := getattr(restriction, kind):
            asked[key] = [called[code] for code in codes]
    if count != "reach":
        asked[COUNT] = count
    if view.scope.partner is not None:
        asked[ROWS] = f"within:{view.scope.partner}"
    return f"{address_of('trace')}?{urlencode(asked, doseq=True)}"


def _code(value: object) -> str:
    return NONE if value is None or value == "" or pd.isna(value) else str(value)


def _is_known(view: View, name: str, code: str) -> bool:
    if name in ("partner", "within"):
        is_number = re.fullmatch("[1-9][0-9]{0,8}", code) is not None
        return is_number and view.scope.partner in (None, int(code))
    if name == "held":
        days = code.removeprefix("!")
        return code == NONE or (days != "/" and "/" in days and all(map(_is_day, days.split("/", 1))))
    if name == "known":
        return bool(code) and _is_day(code)
    if name == "kinds":
        return set(code.split(",")) <= {*MUNICIPAL_KINDS, *ELSEWHERE}
    if name == "told":
        return code == "both"
    return code in view.names_of(name) or (name == "mrc" and code == NONE)


def _is_day(written: str) -> bool:
    if not re.fullmatch("([0-9]{4}-[0-9]{2}-[0-9]{2})?", written):
        return False
    try:
        return not written or bool(date.fromisoformat(written))
    except ValueError:
        return False
