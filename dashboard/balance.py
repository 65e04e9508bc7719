"""What a map leaves out, so that what it shows plus the rest is the total: a last row, and a sentence.

Not here: the territories themselves (``territories``).
"""

import math
from functools import lru_cache

import pandas as pd

from dashboard import contributed, coverage, formats, metrics, territories
from dashboard.behind import ELSEWHERE, Links, behind, each
from dashboard.messages import text
from dashboard.question import NONE, Narrowing
from dashboard.view import View
from etl.schema import MUNICIPAL_KINDS


def with_rest(view: View, table: pd.DataFrame, level: str) -> pd.DataFrame:
    """Add a last row for what has no territory of a level, where anything has none.

    An amount of a whole MRC has no municipality, and belongs to its MRC.
    """
    rest = _row(view, level)
    if rest is None:
        return table
    both = pd.concat([table, pd.DataFrame([rest])], ignore_index=True)
    return both.astype(dict.fromkeys(("reach", "previous", "change", "rate", "population"), float))


def listed(view: View, table: pd.DataFrame, level: str) -> pd.DataFrame:
    """All the territories and the rest as the list beside the map reads: its people make the total."""
    return territories.ranking(with_rest(view, table, level), view.named_previous)


def rows(view: View, table: pd.DataFrame, level: str) -> Links:
    """The addresses of the rows behind ``listed``, in its order."""
    is_mrc = level == "mrc"
    rest = Narrowing(mrc=NONE) if is_mrc else Narrowing(kinds=",".join(ELSEWHERE))
    addresses = each(view, "mrc" if is_mrc else "place", table["place"])
    if _row(view, level) is not None:
        addresses.append(behind(view, rest))
    return {text("column-rows"): addresses}


def note(view: View, table: pd.DataFrame, level: str, measure: str) -> str:
    """Say what the map leaves out and what it holds that no municipality does, then how to read it."""
    total = int(view.reach("edition").set_index("edition")["reach"].get(view.edition, 0))
    shown = int(table["reach"].fillna(0).sum())
    sentences = [
        text(
            "map-balance",
            shown=formats.number(shown),
            rest=formats.number(total - shown),
            total=formats.number(total),
        ),
        *_rest(view, level),
    ]
    if measure == "rate":
        sentences.append(text("rate-note"))
    if level == "municipality":
        sentences += coverage.apart_note(view)
    return " ".join([*sentences, text("geography-note")])


def _rest(view: View, level: str) -> list[str]:
    """What has no territory of a level, place by place; of MRCs, also what is counted for a whole one."""
    people = metrics.elsewhere(view.reach("edition", "place"), view.reference.places)
    people = people[(people["edition"] == view.edition) & (people["reach"] > 0)]
    has_mrc = people["place"].map(view.reference.places["mrc"]).notna()
    said = []
    outside = people[~has_mrc] if level == "mrc" else people
    if len(outside):
        said.append(text(f"elsewhere-{level}", parts=_parts(view, outside)))
    whole = people[has_mrc]
    if level == "mrc" and len(whole):
        number = formats.number(whole["reach"].sum())
        said.append(text("whole-mrc", number=number, parts=_parts(view, whole)))
    return said


def _parts(view: View, people: pd.DataFrame) -> str:
    names = view.names_of("place")
    return ", ".join(
        text("elsewhere-part", place=names[row.place], number=formats.number(row.reach))
        for row in people.itertuples()
    )


@lru_cache(maxsize=256)
def _row(view: View, level: str) -> dict[str, object] | None:
    """What has no territory of a level in the chosen edition, as ``territories.measured`` counts."""
    present, elsewhere = contributed.present(view), _elsewhere(view, level)
    counted = present[(present["edition"] == view.edition) & present["place"].isin(elsewhere)]
    if counted.empty:
        return None
    now, before = _people(view, elsewhere, view.edition), float("nan")
    if view.previous is not None:
        before = _or_zero(_people(view, elsewhere, view.previous))
    return {
        "label": text("no-territory" if level == "mrc" else "no-municipality"),
        "reach": now,
        "registrations": int(counted["registrations"].sum()),
        "partners": int(counted["partner"].nunique()),
        "previous": before,
        "change": _or_zero(now) - before,
    }


def _people(view: View, places: set[str], edition: int) -> float:
    """People of an edition in some places; missing where no figure is known."""
    people = view.reach("edition", "place")
    there = people[(people["edition"] == edition) & people["place"].isin(places)]
    return float(there["reach"].sum(min_count=1))


def _elsewhere(view: View, level: str) -> set[str]:
    """Codes of the places that no territory of a level holds."""
    places = view.reference.places
    is_held = places["mrc"].notna() if level == "mrc" else places["kind"].isin(MUNICIPAL_KINDS)
    return set(places.index[~is_held])


def _or_zero(people: float) -> float:
    return 0.0 if math.isnan(people) else people
