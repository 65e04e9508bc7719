"""How many different people: bounds that hold whatever the activities, and an estimate that stays within."""

import math

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import unique
from etl.schema import AUDIENCES

EXAMPLES = settings(max_examples=150, deadline=None)
PLACES = ("alma", "roberval", "mont-apica", "online")
POPULATION = pd.Series({"alma": 30_000, "roberval": 400, "mont-apica": 0})
activity = st.tuples(
    st.sampled_from(PLACES), st.sampled_from(AUDIENCES[:3]), st.one_of(st.none(), st.integers(0, 900))
)
activities = st.lists(activity, max_size=15)
Activities = list[tuple[str, str, int | None]]


def found(rows: Activities) -> unique.Range:
    table = pd.DataFrame(rows, columns=["place", "audience", "reach"]).astype({"reach": float})
    return unique.together(unique.by_place(table, POPULATION))


@EXAMPLES
@given(activities)
def test_the_estimate_stays_between_its_bounds_and_none_is_above_the_contacts(rows: Activities) -> None:
    range_ = found(rows)
    assert 0 <= range_.lower <= range_.estimate <= range_.upper <= range_.contacts
    assert range_.contacts == sum(people or 0 for *_, people in rows)


@EXAMPLES
@given(activity)
def test_one_activity_makes_all_three_equal(one: tuple[str, str, int | None]) -> None:
    range_ = found([one])
    assert range_.lower == range_.estimate == range_.upper == range_.contacts == (one[2] or 0)


@EXAMPLES
@given(activities, activity)
def test_an_activity_more_never_lowers_anything(rows: Activities, one: tuple[str, str, int | None]) -> None:
    before, after = found(rows), found([*rows, one])
    assert after.lower >= before.lower
    assert after.estimate >= before.estimate
    assert after.upper >= before.upper


@EXAMPLES
@given(activities)
def test_places_add_since_they_hold_different_people(rows: Activities) -> None:
    parts = [found([row for row in rows if row[0] == place]) for place in PLACES]
    whole = found(rows)
    assert whole.lower == sum(part.lower for part in parts)
    assert whole.upper == sum(part.upper for part in parts)
    assert abs(whole.estimate - sum(part.estimate for part in parts)) <= len(PLACES) / 2  # each is rounded


def test_random_duplication_is_what_its_formula_says() -> None:
    range_ = found([("roberval", "youth", 200), ("roberval", "youth", 100)])
    assert (range_.lower, range_.upper) == (200, 300)
    assert range_.estimate == 400 * (1 - (1 - 200 / 400) * (1 - 100 / 400))


def test_no_more_people_than_live_there_and_several_contacts_each() -> None:
    rows = [("roberval", audience, 350) for audience in AUDIENCES[:1]] * 2
    table = pd.DataFrame(rows, columns=["place", "audience", "reach"])
    places = unique.by_place(table, POPULATION)
    assert unique.together(places).upper == 400
    assert unique.contacts_per_person(places) == 700 / 400
    assert math.isnan(unique.contacts_per_person(unique.by_place(table.head(1), POPULATION)))


def test_a_place_without_a_population_bounds_nothing_and_says_so() -> None:
    range_ = found([("online", "youth", 900), ("online", "youth", 300), ("alma", "youth", 50)])
    assert (range_.lower, range_.upper, range_.unbounded) == (950, 1250, 1200)


def test_an_activity_larger_than_the_place_comes_from_elsewhere_and_bounds_nothing() -> None:
    range_ = found([("roberval", "youth", 500), ("roberval", "youth", 100)])
    assert (range_.lower, range_.upper, range_.unbounded) == (500, 600, 600)
