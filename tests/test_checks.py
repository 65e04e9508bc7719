"""What contradicts itself in one row: a total and its parts, people and those who live there."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from etl.checks import above_population, bound, population_by_code, sum_mismatch
from etl.counts import Count
from etl.schema import Place

EXACT = [Count(10, None), Count(20, None)]
MISSING = Count(None, None)
ABOUT = Count(20, "environ 20")


def place(code: str, population: int | None, mrc: str = "1", **other: Any) -> Place:
    fields = {"kind": "municipality", "current_code": code} | other
    return Place(code=code, name=code, mrc_code=mrc, population=population, **fields)


@pytest.mark.parametrize(
    ("total", "parts", "is_told"),
    [
        (Count(30, None), EXACT, False),
        (Count(31, None), EXACT, True),
        (Count(29, None), EXACT, True),
        (MISSING, EXACT, False),
        (Count(31, "environ 31"), EXACT, False),
        (Count(31, None), [*EXACT, ABOUT], False),
        (Count(31, None), [*EXACT, MISSING], False),
        (Count(29, None), [*EXACT, MISSING], True),
        (Count(31, None), [*EXACT, Count(None, "n/d")], False),
        (Count(31, None), [], False),
        (Count(31, None), [MISSING, MISSING], False),
    ],
)
def test_a_total_that_contradicts_its_parts_is_told(total: Count, parts: list[Count], is_told: bool) -> None:
    problem = sum_mismatch(total, parts)
    assert (problem is not None) == is_told
    if problem:
        told = (problem.code, problem.value, problem.details, problem.column)
        assert told == ("sum_mismatch", str(total.people), {"sum": 30}, "total")


@given(parts=st.lists(st.integers(0, 1000), min_size=1))
def test_the_sum_of_the_parts_is_never_told(parts: list[int]) -> None:
    assert sum_mismatch(Count(sum(parts), None), [Count(part, None) for part in parts]) is None


def test_more_people_than_live_there_are_told_with_the_audience() -> None:
    problem = above_population({"youth": 5, "parents": None, "teachers": 101}, 100)
    assert problem is not None
    assert (problem.code, problem.value, problem.column) == ("above_population", "101", "teachers")
    assert problem.details == {"population": 100}


@pytest.mark.parametrize("limit", [100, None])
def test_as_many_people_as_live_there_are_not_told(limit: int | None) -> None:
    assert above_population({"youth": 100, "parents": 100}, limit) is None


def test_an_mrc_and_the_region_hold_the_municipalities_of_today() -> None:
    places = [
        place("a", 100),
        place("b", 20, current_code="c"),
        place("c", 50),
        place("d", 7, mrc="2"),
        place("e", 3, mrc="2", kind="reserve"),
        place("mrc:1", None, kind="mrc"),
        place("online", None, kind="online"),
    ]
    known = population_by_code(places)
    assert known == {"a": 100, "b": 20, "c": 50, "d": 7, "e": 3, "mrc:1": 150, "mrc:2": 10, "region": 160}


def test_what_holds_an_unknown_population_has_none() -> None:
    known = population_by_code([place("a", 100), place("b", None), place("c", 7, mrc="2")])
    assert known == {"a": 100, "c": 7, "mrc:2": 7}


def test_places_together_are_bound_by_their_sum_where_all_are_known() -> None:
    known = {"a": 100, "b": 20}
    assert [bound(codes, known) for codes in (["a"], ["a", "b"], ["a", "online"], [])] == [
        100,
        120,
        None,
        None,
    ]


def test_the_reference_bounds_every_territory_and_nothing_else(empty: Engine) -> None:
    with empty.connect() as connection:
        places = connection.execute(select(Place.__table__)).all()
    known = population_by_code(places)
    assert known["region"] == 275_552
    assert {row.code for row in places} - set(known) == {"online", "outside", "unspecified"}
    assert (
        known["mrc:93"]
        == sum(row.population or 0 for row in places if row.mrc_code == "93") - known["2493022"]
    )
