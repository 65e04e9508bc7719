"""What the page *À rejoindre* says: where nobody is, whom to ask, what nobody can tell.

Not here: what is known of each pair (``missed``), the maps (``coverage``), drawing.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd

from dashboard import contributed, coverage, formats, missed, tables
from dashboard.absences import RESOLUTION
from dashboard.behind import behind
from dashboard.components import Tile
from dashboard.messages import text
from dashboard.question import Narrowing
from dashboard.view import View

COUNTED: Final = {"covered": ("covered", "resolution"), "resolution": ("resolution",)}
"""The headline figures, and the states that each counts."""
KEPT: Final = {"covered": Narrowing(), "resolution": Narrowing(action=RESOLUTION)}
"""What the rows of each are of."""


def lists() -> dict[str, str]:
    """The two lists of the page, by name."""
    return {name: text(f"unreached-{name}") for name in ("nobody", "unknown")}


def choices(view: View) -> dict[str, str]:
    """The municipalities that the lists may be of, by name."""
    names, codes = view.names_of("place"), coverage.governed(view)["name"].sort_values().index
    return {str(code): names[code] for code in codes}


def finding(view: View) -> str:
    """« 6 des 48 municipalités n’ont aucune inscription en 2026… », and which audience is missed most."""
    everywhere = coverage.governed(view)
    if everywhere.empty:
        return text("unreached-no-municipality")
    now = coverage.states(view, view.edition).reindex(everywhere.index)
    nowhere = everywhere[now == "absent"]
    found = missed.pairs(view, "nobody")
    elsewhere = found[~found["place"].isin(nowhere.index)].groupby("audience", sort=False).size()
    most = int(elsewhere.max()) if len(elsewhere) else 0
    return text(
        "unreached-finding",
        count=len(nowhere),
        number=formats.number(len(nowhere)),
        everywhere=len(everywhere),
        total=formats.number(len(everywhere)),
        edition=str(view.edition),
        people=nowhere["population"].sum(),
        people_number=formats.number(nowhere["population"].sum()),
        told="yes" if len(nowhere) and nowhere["population"].notna().all() else "no",
        filtered="yes" if view.is_filtered else "no",
        most=most,
        most_number=formats.number(most),
        audience=view.audience_names[str(elsewhere.idxmax())].lower() if most else "",
    )


def tiles(view: View, beside: View) -> list[Tile]:
    """Municipalities covered and with a resolution, their change; pairs missed and unknown."""
    total = len(coverage.governed(view))
    found = missed.cells(view)["status"].value_counts()
    figures = [
        Tile(
            text(f"unreached-tile-{name}"),
            text("unreached-of", number=formats.number(count), total=formats.number(total)),
            change,
            text(f"unreached-tile-{name}-help"),
            "absences",
            behind(view, KEPT[name], "municipalities"),
        )
        for name, states in COUNTED.items()
        for count, change in [_counted(view, beside, states)]
    ]
    return figures + [
        Tile(
            text(f"unreached-tile-{name}"),
            formats.number(found.get(name, 0)),
            help=text(f"unreached-tile-{name}-help", total=formats.number(found.sum())),
            method="absences",
        )
        for name in ("nobody", "unknown")
    ]


def note(view: View, name: str) -> str:
    """How to read a list: its order, what its columns are, what they leave open."""
    years = view.reference.places["population_year"].dropna()
    told = text(f"unreached-{name}-note", year=str(int(years.max())) if len(years) else formats.MISSING)
    return f"{told} {text('unreached-past')}" if view.snapshot.as_of else told


def title(view: View, name: str, count: int) -> str:
    """The title of a list, with how many pairs it holds."""
    return text(
        f"unreached-{name}-title", count=count, number=formats.number(count), edition=str(view.edition)
    )


def rows(view: View, name: str, place: str = "") -> pd.DataFrame:
    """The pairs of a list, one municipality's or all: ``missed.pairs``, and what is told of each."""
    found = _nobody(view) if name == "nobody" else missed.pairs(view, "unknown")
    return found[found["place"] == place].reset_index(drop=True) if place else found


def table(view: View, name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """A list as people read it."""
    named = rows.assign(
        municipality=rows["place"].map(view.names_of("place")),
        audience=rows["audience"].map(view.audience_names),
        mrc_name=rows["mrc"].map(view.names_of("mrc")),
    )
    told = (
        ("partner", "where", "distance", "known", "alike", "wider", "last")
        if name == "nobody"
        else ("silent",)
    )
    titles = {column: text(f"unreached-column-{column}") for column in told}
    return tables.readable(
        named,
        *("municipality", "audience", *told[:3], "population", *told[3:], "mrc_name"),
        municipality=text("column-place"),
        **titles,
    )


def _nobody(view: View) -> pd.DataFrame:
    found = missed.pairs(view, "nobody")
    keys = list(zip(found["place"], found["audience"], strict=True))
    near, likes = missed.neighbours(view), missed.likes(view)
    wider, last = missed.wider(view), missed.last_reached(view)
    names, called = view.names_of("place"), _called(view, near.values())
    here = missed.with_registrations(view)
    told = found.assign(
        known=[
            text(f"unreached-known-{_why(place in here, people)}")
            for place, people in zip(found["place"], found["reach"], strict=True)
        ],
        wider=[_wider(wider[key]) for key in keys],
        last=[str(last[key]) if key in last else None for key in keys],
        partner=[called[near[key].partner] if key in near else None for key in keys],
        where=[names[near[key].place] if key in near else None for key in keys],
        distance=[round(near[key].kilometres) if key in near else float("nan") for key in keys],
        alike=[" · ".join(_did(names[one.place], one) for one in likes[key]) or None for key in keys],
        best=[max((one.people for one in likes[key] if one.status == "reached"), default=0) for key in keys],
    )
    return told.sort_values(
        ["population", "place", "best"], ascending=[False, True, False], kind="stable", ignore_index=True
    )


def _called(view: View, near: Iterable[missed.Neighbour]) -> pd.Series:
    partners = sorted({one.partner for one in near})
    return contributed.called(view, pd.Series(partners, index=partners, dtype=object))


def _wider(people: dict[str, float]) -> str | None:
    said = [text(f"unreached-wider-{of}", number=formats.number(count)) for of, count in people.items()]
    return " · ".join(said) or None


def _counted(view: View, beside: View, states: Sequence[str]) -> tuple[int, str | None]:
    """How many municipalities are in some states, and the change where there is an edition before."""
    governed = coverage.governed(view).index
    now = int(coverage.states(view, view.edition).reindex(governed).isin(states).sum())
    if beside.previous is None:
        return now, None
    before = int(coverage.states(beside, beside.previous).reindex(governed).isin(states).sum())
    return now, formats.signed(now - before)


def _why(is_covered: bool, people: float) -> str:
    return "zero" if people == 0 else "others" if is_covered else "none"


def _did(place: str, one: missed.Like) -> str:
    return text("unreached-did", place=place, status=one.status, number=formats.number(one.people))
