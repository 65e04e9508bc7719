"""Why it changed: whatever the two editions hold, the parts make the whole change, and nothing else."""

from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import change
from dashboard.change import Counted
from etl.schema import AUDIENCES

EXAMPLES = settings(max_examples=60, deadline=None)
PLACES = {"2491005": "91", "2494068": "941", "online": None}
people = st.one_of(st.none(), st.integers(0, 900))
contribution = st.fixed_dictionaries(
    {
        "partner": st.integers(1, 6),
        "place": st.sampled_from(list(PLACES)),
        "sector": st.sampled_from(["school", "business"]),
        "audience": st.sampled_from([None, *AUDIENCES[:3]]),
        "expected": people,
        "confirmed": people,
    }
)
edition = st.lists(contribution, max_size=12)
counted = st.builds(Counted, st.frozensets(st.sampled_from(AUDIENCES[:3])), st.booleans())
known = st.frozensets(st.integers(1, 6))
EVERYTHING = Counted(frozenset(AUDIENCES), True)


def frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = ["partner", "place", "sector", "audience", "expected", "confirmed"]
    table = pd.DataFrame(rows, columns=columns).astype({"expected": float, "confirmed": float})
    told = table.mask(table["audience"].isna(), None) if len(table) else table
    table[["expected", "confirmed"]] = told[["expected", "confirmed"]].astype(float)
    return table.assign(mrc=table["place"].map(PLACES), reach=table["confirmed"].fillna(table["expected"]))


@EXAMPLES
@given(edition, edition, counted, counted, known)
def test_the_parts_sum_exactly_to_the_change_whatever_they_are_split_by(
    before: list[dict[str, Any]],
    now: list[dict[str, Any]],
    one: Counted,
    other: Counted,
    known: frozenset[int],
) -> None:
    then, today = frame(before), frame(now)
    found = change.split(then, today, (one, other), known)
    difference = int(today["reach"].sum() - then["reach"].sum())
    assert found.now - found.before == difference
    assert change.by_part(found)["change"].sum() == difference
    for dimension in change.DIMENSIONS:
        assert change.by_dimension(found, dimension)["change"].sum() == difference
    assert change.behind(found.moves)["change"].sum() == difference
    assert sum(found.heads.values()) == today["partner"].nunique() - then["partner"].nunique()


@EXAMPLES
@given(edition, known)
def test_an_edition_against_itself_changes_nothing(rows: list[dict[str, Any]], known: frozenset[int]) -> None:
    same = change.split(frame(rows), frame(rows), (EVERYTHING, EVERYTHING), known)
    assert set(same.heads.values()) == {0}
    assert change.by_part(same).empty
    for dimension in change.DIMENSIONS:
        assert change.by_dimension(same, dimension).empty


@EXAMPLES
@given(edition, edition, counted, counted)
def test_the_other_way_round_every_part_is_the_opposite(
    before: list[dict[str, Any]], now: list[dict[str, Any]], one: Counted, other: Counted
) -> None:
    there = change.split(frame(before), frame(now), (one, other), ())
    back = change.split(frame(now), frame(before), (other, one), ())
    opposite = {"new": "lost", "lost": "new", "more": "less", "less": "more"}
    parts = change.by_part(there).set_index("key")["change"]
    turned = change.by_part(back).set_index("key")["change"].rename(lambda key: opposite.get(key, key))
    assert parts.to_dict() == (-turned).to_dict()
    heads = {opposite.get(part, part): -count for part, count in back.heads.items()}
    assert heads == there.heads


def row(partner: int, audience: str | None = "youth", **figures: float) -> dict[str, Any]:
    told = {"expected": None, "confirmed": None} | figures
    return {"partner": partner, "place": "online", "sector": "school", "audience": audience, **told}


def parts(found: change.Change) -> dict[str, int]:
    return change.by_part(found).set_index("key")["change"].to_dict()


def test_each_partner_is_in_the_part_that_tells_what_they_did() -> None:
    before = frame([row(1, expected=100), row(2, expected=40), row(3, expected=10)])
    now = frame([row(1, expected=70), row(2, expected=90), row(4, expected=5), row(5, expected=8)])
    found = change.split(before, now, (EVERYTHING, EVERYTHING), known={5})
    assert parts(found) == {"new": 5, "returning": 8, "more": 50, "less": -30, "lost": -10}
    assert found.heads == {"new": 1, "returning": 1, "lost": -1, "audiences": 0}


def test_an_audience_newly_counted_is_a_bar_of_its_own_and_nobodys_gain() -> None:
    before = frame([row(1, expected=100)])
    now = frame([row(1, expected=100), row(1, "parents", expected=60), row(2, "parents", expected=7)])
    only_youth = Counted(frozenset({"youth"}), False)
    found = change.split(before, now, (only_youth, Counted(frozenset({"youth", "parents"}), False)), ())
    assert parts(found) == {"audiences": 67}
    assert found.heads["audiences"] == 1


def test_what_confirming_changed_is_a_bar_of_its_own_while_nothing_is_confirmed_yet() -> None:
    before = frame([row(1, expected=100, confirmed=80)])
    now = frame([row(1, expected=110)])
    bases = (Counted(frozenset({"youth"}), True), Counted(frozenset({"youth"}), False))
    assert parts(change.split(before, now, bases, ())) == {"more": 10, "basis": 20}


def test_partners_who_come_without_a_figure_are_counted_and_named() -> None:
    now = frame([row(1, None), row(2, expected=30)])
    found = change.split(frame([]), now, (EVERYTHING, EVERYTHING), ())
    assert change.by_part(found)[["key", "change", "partners"]].values.tolist() == [["new", 30, 2]]
    assert change.who(found, "new")["partner"].tolist() == [2, 1]
