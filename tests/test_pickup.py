"""Projections from the pace of registrations: within what editions did, and judged on those left out."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import pickup
from dashboard.pickup import FIRST, LAST, Projection

METHODS = ("additive", "multiplicative")
DAYS = LAST - FIRST + 1
daily = st.lists(st.integers(0, 50), min_size=DAYS, max_size=DAYS)
days = st.integers(FIRST, LAST)
methods = st.sampled_from(METHODS)


@st.composite
def editions(draw: st.DrawFn, fewest: int = 2) -> pd.DataFrame:
    """Curves of two to five editions that all have something from the first day on."""
    courses = draw(st.lists(daily, min_size=fewest, max_size=5))
    index = pd.RangeIndex(FIRST, LAST + 1, name="day")
    return pd.DataFrame(
        {2020 + number: np.cumsum(course) + 1.0 for number, course in enumerate(courses)}, index=index
    )


def projected(
    booked: float, day: int, references: pd.DataFrame, method: pickup.Method = "multiplicative"
) -> Projection:
    found = pickup.project(booked, day, references, method)
    assert isinstance(found, Projection)
    return found


@given(editions(), days, methods, st.floats(1, 1e6))
def test_a_projection_lies_within_the_courses_of_the_editions_it_follows(
    references: pd.DataFrame, day: int, method: pickup.Method, booked: float
) -> None:
    found = projected(booked, day, references, method)
    assert found.low <= found.middle * (1 + 1e-9)
    assert found.middle <= found.high * (1 + 1e-9)
    assert found.low >= booked * (1 - 1e-9)
    assert list(found.by_edition.index) == list(references.columns)


@given(editions(), methods, st.floats(1, 1e6))
def test_on_the_last_day_it_is_the_total(
    references: pd.DataFrame, method: pickup.Method, booked: float
) -> None:
    found = projected(booked, LAST, references, method)
    assert found.low == found.high == pytest.approx(booked)


@given(editions(), days, methods)
def test_an_edition_that_follows_another_exactly_ends_as_it_did(
    references: pd.DataFrame, day: int, method: pickup.Method
) -> None:
    same = references[2020]
    found = projected(float(same[day]), day, references, method)
    assert found.by_edition[2020] == pytest.approx(same[LAST])


@given(editions(), days, methods, st.integers(2, 1000))
def test_it_does_not_depend_on_the_unit(
    references: pd.DataFrame, day: int, method: pickup.Method, times: int
) -> None:
    found = projected(100, day, references, method)
    scaled = projected(100 * times, day, references * times, method)
    assert scaled.by_edition.to_numpy() == pytest.approx(found.by_edition.to_numpy() * times)


@given(editions(), days, st.integers(2, 1000))
def test_the_size_of_earlier_editions_does_not_matter_where_it_is_multiplied(
    references: pd.DataFrame, day: int, times: int
) -> None:
    found, larger = projected(100, day, references), projected(100, day, references * times)
    assert larger.by_edition.to_numpy() == pytest.approx(found.by_edition.to_numpy())


@given(editions(fewest=3), days, methods)
def test_the_error_of_an_edition_never_uses_its_own_pace(
    references: pd.DataFrame, day: int, method: pickup.Method
) -> None:
    found = pickup.past_error(day, references, method)
    assert found is not None
    each = {}
    for left in references.columns:
        others = references.drop(columns=left)
        forecast = projected(float(references.loc[day, left]), day, others, method).middle
        each[left] = abs(forecast - references.loc[LAST, left]) / references.loc[LAST, left]
    assert found.worst == pytest.approx(max(each.values()))
    assert found.median == pytest.approx(float(np.median(list(each.values()))))
    assert found.editions == tuple(references.columns)


def test_it_refuses_with_fewer_than_two_editions_or_nothing_to_start_from() -> None:
    index = pd.RangeIndex(FIRST, LAST + 1, name="day")
    late = np.where(index >= 0, 5.0, 0.0)
    references = pd.DataFrame({2023: np.arange(1.0, DAYS + 1), 2024: late}, index=index)
    assert pickup.project(10, -14, references) == "too_few"
    assert pickup.project(10, -14, references[[]]) == "too_few"
    assert pickup.project(0, 2, references) == "nothing_yet"
    assert isinstance(pickup.project(10, 2, references), Projection)
    assert pickup.past_error(-14, references) is None


def test_a_curve_cumulates_by_day_about_the_opening_and_ends_at_the_total() -> None:
    opening = date(2024, 2, 12)
    arrivals = pd.DataFrame(
        {
            "edition": [2024] * 5 + [2023],
            "registered_on": [
                *(opening + timedelta(days=day) for day in (-400, -14, 0, 40)),
                None,
                date(2023, 1, 1),
            ],
            "registrations": [1, 2, 4, 8, 16, 99],
        }
    )
    curve = pickup.curves(arrivals, "registrations", {2024: opening})
    assert list(curve.columns) == [2024]
    assert curve[2024].loc[[FIRST, -15, -14, -1, 0, 3, LAST]].tolist() == [1, 1, 3, 3, 7, 7, 31]


def test_what_is_counted_changed_for_editions_before_a_break() -> None:
    assert pickup.since_break([2021, 2022, 2023], [2022], 2024) == [2022, 2023]
    assert pickup.since_break([2021, 2022, 2023], [2025], 2024) == [2021, 2022, 2023]
    assert pickup.since_break([2021, 2022, 2023], [2024], 2024) == []
