"""Figures add up: whatever the registrations, whatever is asked."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard import metrics
from dashboard.question import Restriction
from etl.schema import AUDIENCES

ANYTHING = Restriction()
cells = st.lists(
    st.tuples(
        st.integers(2022, 2024),
        st.sampled_from(["2491005", "2494068", "online"]),
        st.sampled_from(AUDIENCES),
        st.sampled_from(["school", "business"]),
        st.integers(0, 5000),
    ),
    min_size=1,
    unique_by=lambda cell: cell[:4],
)


def cube(rows: list[tuple[int, str, str, str, int]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["edition", "place", "audience", "sector", "reach"])
    mrcs = {"2491005": "91", "2494068": "941", "online": None}
    people = {name: frame["reach"] for name in metrics.PEOPLE}
    return frame.assign(mrc=frame["place"].map(mrcs), action="activity", **people)


@given(cells)
def test_every_breakdown_sums_to_the_same_total(rows: list[tuple[int, str, str, str, int]]) -> None:
    table = cube(rows)
    total = table["reach"].sum()
    for dimension in ("edition", "place", "mrc", "audience", "sector", "action"):
        assert metrics.reach_by(table, ANYTHING, [dimension])["reach"].sum() == total


@given(cells)
def test_the_changes_between_two_editions_sum_to_the_change_of_the_total(
    rows: list[tuple[int, str, str, str, int]],
) -> None:
    table = metrics.reach_by(cube(rows), ANYTHING, ["edition", "audience"])
    by_edition = table.groupby("edition")["reach"].sum()
    compared = metrics.compare(table, "audience", 2024, 2023)
    assert compared["change"].sum() == by_edition.get(2024, 0) - by_edition.get(2023, 0)


@given(cells, st.sampled_from(AUDIENCES))
def test_a_filter_keeps_what_it_names_and_its_complement_the_rest(
    rows: list[tuple[int, str, str, str, int]], audience: str
) -> None:
    table = cube(rows)
    others = tuple(code for code in AUDIENCES if code != audience)
    kept = metrics.reach_by(table, Restriction(audiences=(audience,)), ["edition"])["reach"].sum()
    rest = metrics.reach_by(table, Restriction(audiences=others), ["edition"])["reach"].sum()
    assert kept + rest == table["reach"].sum()


def test_a_partner_met_in_two_places_counts_once() -> None:
    presence = pd.DataFrame(
        {
            "edition": [2024, 2024],
            "partner": [7, 7],
            "place": ["2491005", "online"],
            "mrc": ["91", None],
            "sector": ["school", "school"],
            "action": ["activity", "webinar"],
            "audiences": [0b1, 0b11],
            "registrations": [2, 1],
        }
    )
    counted = metrics.activity_by(presence, ANYTHING, ["edition"])
    assert counted[["registrations", "partners"]].values.tolist() == [[3, 1]]
    reaching_toddlers = metrics.activity_by(presence, Restriction(audiences=("toddlers",)), ["edition"])
    assert reaching_toddlers["registrations"].tolist() == [1]


def test_a_rate_is_missing_where_the_population_is_unknown_or_zero() -> None:
    rates = metrics.rate_per_thousand(
        pd.Series({"a": 50, "b": 3, "c": 3}), pd.Series({"a": 200, "b": 0, "c": None})
    )
    assert rates["a"] == 250
    assert rates[["b", "c"]].isna().all()


def test_a_series_breaks_where_the_audiences_counted_change() -> None:
    table = pd.DataFrame(
        {
            "edition": [2022, 2023, 2023, 2024, 2024],
            "audience": ["youth", "youth", "parents", "youth", "parents"],
        }
    )
    assert metrics.series_breaks(table) == [2023]
