"""What a map leaves out, so that what it shows plus the rest is the total: a last row, and a sentence.

Not here: the territories themselves (``territories``).
"""

import math

import pandas as pd

from dashboard import contributed, coverage, formats, metrics, territories
from dashboard.messages import text
from dashboard.view import View
from etl.schema import MUNICIPAL_KINDS


def with_rest(view: View, table: pd.DataFrame, level: str) -> pd.DataFrame:
    """Add a last row for what has no territory of a level, where anything has none.

    An amount of a whole MRC has no municipality, and belongs to its MRC.
    """
    activity = contributed.present(view)
    counted = activity[(activity["edition"] == view.edition) & _is_rest(view, activity, level)]
    if counted.empty:
        return table
    now, before = _people(view, level, view.edition), float("nan")
    if view.previous is not None:
        before = _or_zero(_people(view, level, view.previous))
    rest = {
        "label": text("no-territory" if level == "mrc" else "no-municipality"),
        "reach": now,
        "registrations": int(counted["registrations"].sum()),
        "partners": int(counted["partner"].nunique()),
        "previous": before,
        "change": _or_zero(now) - before,
    }
    both = pd.concat([table, pd.DataFrame([rest])], ignore_index=True)
    return both.astype(dict.fromkeys(("reach", "previous", "change", "rate", "population"), float))


def listed(view: View, table: pd.DataFrame, level: str) -> pd.DataFrame:
    """All the territories and the rest as the list beside the map reads: its people make the total."""
    return territories.ranking(with_rest(view, table, level), view.named_previous)


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


def _people(view: View, level: str, edition: int) -> float:
    """People of an edition that no territory of a level holds; missing where no figure is known."""
    people = view.reach("edition", "place")
    rest = people[(people["edition"] == edition) & _is_rest(view, people, level)]
    return float(rest["reach"].sum(min_count=1))


def _or_zero(people: float) -> float:
    return 0.0 if math.isnan(people) else people


def _is_rest(view: View, rows: pd.DataFrame, level: str) -> pd.Series:
    """Which rows are of a place that no territory of a level holds."""
    places = view.reference.places
    codes = rows["place"].astype(object)
    if level == "mrc":
        return codes.map(places["mrc"]).isna()
    return ~codes.map(places["kind"]).isin(MUNICIPAL_KINDS)
