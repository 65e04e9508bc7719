"""What is held each day: the days and what has no date make the total, under any filter, at any version."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from sqlalchemy import Engine, text
from streamlit.testing.v1 import AppTest

from dashboard import days, days_chart, days_words, formats, messages, moments, overview, pictures, queries
from dashboard.palette import LIGHT
from dashboard.question import Filters, Restriction
from dashboard.reports.origin import view_at
from dashboard.scope import BOARD, of_partner
from dashboard.view import View
from dashboard.week import AFTER, BEFORE, UNDATED, Week, by_moment, moment, week
from etl.load import load
from tests.files import row, write
from tests.test_pages import ONE_ROW, load_text, opened, words

pytestmark = pytest.mark.usefixtures("fresh_caches")
OPENING = date(2026, 2, 16)
WEEK = Week(OPENING, OPENING + timedelta(days=4))
FOLDS = ("days-editions", "days-wave", "days-actions", "days-places", "days-dates")

held = st.lists(
    st.tuples(
        st.sampled_from([2024, 2026]),
        st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2026, 12, 31))),
        st.sampled_from(["activity", "green_thursday", "resolution"]),
        st.booleans(),
        st.integers(0, 40),
        st.integers(0, 9000),
    )
)


def frame(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    columns = ["edition", "held_on", "action", "is_online", "registrations", "reach"]
    return pd.DataFrame(rows, columns=columns)


@given(rows=held, first=st.dates(date(2024, 1, 1), date(2026, 12, 31)), length=st.integers(-3, 20))
def test_the_days_and_what_has_no_date_make_the_total(
    rows: list[tuple[Any, ...]], first: date, length: int
) -> None:
    weeks = {2024: week(first, None), 2026: week(first, first + timedelta(days=length))}
    summed = by_moment(frame(rows), weeks).groupby("edition").sum(numeric_only=True)
    for edition in weeks:
        mine = [one for one in rows if one[0] == edition]
        green = [one for one in mine if one[2] == "green_thursday"]
        assert summed.loc[edition, "registrations"] == sum(one[4] for one in mine)
        assert summed.loc[edition, "reach"] == sum(one[5] for one in mine)
        assert summed.loc[edition, "wave_reach"] == sum(one[5] for one in green)
        assert summed.loc[edition, "online_registrations"] == sum(one[4] for one in mine if one[3])


@given(held_on=st.dates(date(2025, 1, 1), date(2027, 1, 1)))
def test_a_day_of_the_week_keeps_its_name_and_any_other_is_before_or_after(held_on: date) -> None:
    found = moment(held_on, WEEK)
    if WEEK.first <= held_on <= WEEK.last:
        assert WEEK.day(int(found)) == held_on
    else:
        assert found == (BEFORE if held_on < OPENING else AFTER)


@pytest.mark.parametrize("nothing", [None, pd.NaT, float("nan")])
def test_what_has_no_date_is_said_to_have_none(nothing: Any) -> None:
    assert moment(nothing, WEEK) == UNDATED


def test_a_week_that_does_not_end_ends_on_friday_and_a_long_one_on_sunday() -> None:
    assert week(OPENING, None).weekdays == (0, 1, 2, 3, 4)
    assert week(OPENING, OPENING + timedelta(days=12)).weekdays == (0, 1, 2, 3, 4, 5, 6)
    assert week(OPENING + timedelta(days=1), OPENING).weekdays == (1, 2, 3, 4)


RESTRICTIONS = [
    Restriction(),
    Restriction(audiences=("youth",)),
    Restriction(territories=("mrc:93", "online")),
    Restriction(sectors=("school",), actions=("green_thursday", "activity")),
]


@pytest.mark.parametrize("restriction", RESTRICTIONS)
def test_days_make_the_figure_of_the_other_pages_under_any_filter(
    demonstration: Engine, restriction: Restriction
) -> None:
    view = view_at(BOARD, 2026, "fr", restriction=restriction)
    now, then = overview.totals(view, 2026), overview.totals(view, 2024)
    people, counted = days.found(view, "reach"), days.found(view, "registrations")
    assert people is not None and counted is not None
    assert (people.table["value"].sum(), counted.table["value"].sum()) == (now.reach, now.registrations)
    assert people.compared == counted.compared == "2024"
    assert (people.table["previous"].sum(), counted.table["previous"].sum()) == (
        then.reach,
        then.registrations,
    )
    places = moments.meeting_places(view)
    assert places.loc[places["edition"] == 2026, "value"].sum() == now.reach


def test_days_read_from_the_facts_are_those_of_the_summary(demonstration: Engine) -> None:
    view = view_at(BOARD, 2024, "fr")
    every = replace(view, filters=Filters(2024, Restriction(actions=tuple(view.reference.actions.index))))
    known = days.weeks(view)
    both = [by_moment(days.calendar(one, 2024), {2024: known[2024]}) for one in (view, every)]
    pd.testing.assert_frame_equal(*both)


def test_weeks_are_aligned_on_their_days_and_not_on_their_dates(demonstration: Engine) -> None:
    found = days.found(view_at(BOARD, 2026, "fr"), "reach")
    assert found is not None
    [thursday] = found.table[found.table["key"] == "3"].itertuples()
    with demonstration.connect() as connection:
        same = connection.execute(
            text(
                "SELECT SUM(COALESCE(confirmed, expected)) FROM participation JOIN registration r "
                "ON r.id = registration_id WHERE r.held_on = '2024-02-15'"
            )
        ).scalar_one()
    assert thursday.day == date(2026, 2, 19)
    assert thursday.previous == same
    assert found.passed_over == (2025,)


def test_the_wave_is_told_apart_and_stays_in_the_total(demonstration: Engine) -> None:
    view = view_at(BOARD, 2026, "fr")
    found, alone = days.found(view, "reach"), moments.wave(view)
    assert found is not None and alone is not None
    wave = overview.totals(alone, 2026).reach
    assert found.table["wave"].sum() == wave > 0
    assert formats.number(wave) in moments.wave_finding(view, alone)
    left_out = view_at(BOARD, 2026, "fr", restriction=Restriction(actions=("workshop",)))
    assert moments.wave(left_out) is None


def test_a_partner_is_told_nothing_of_the_days_of_others(demonstration: Engine) -> None:
    versions = dict(queries.snapshot(BOARD).versions)
    own = queries.held_on(of_partner(1), versions[2026], 2026)
    every = queries.held_on(BOARD, versions[2026], 2026)
    assert len(own) < len(every)
    with demonstration.connect() as connection:
        mine = connection.execute(
            text(
                "SELECT id FROM registration WHERE edition = 2026 AND (partner_id = 1 OR id IN "
                "(SELECT registration_id FROM registration_partner WHERE partner_id = 1))"
            )
        ).scalars()
        assert set(own["registration"]) == set(mine)


def test_an_edition_whose_week_is_unknown_says_so_and_still_shows_the_rest(demonstration: Engine) -> None:
    view = view_at(BOARD, 2025, "fr")
    assert days.found(view, "reach") is None
    assert "ne sont pas connues" in days_words.finding(view, None)
    assert len(days_words.dates(view)) > 5


def test_a_filtered_view_of_an_earlier_version_says_that_it_has_no_days(
    empty: Engine, tmp_path: Path
) -> None:
    for people in (10, 20):
        load(empty, write(tmp_path / "a.csv", [row(Jeunes=people)]))
    youth = Restriction(audiences=("youth",))
    earlier = view_at(BOARD, 2024, "fr", version=1, restriction=youth)
    assert days.found(earlier, "reach") is None
    assert "Cette version des données" in days_words.finding(earlier, None)
    whole = days.found(view_at(BOARD, 2024, "fr", version=1), "reach")
    assert whole is not None and whole.table["value"].sum() == 10


def opened_folds() -> AppTest:
    app = AppTest.from_file(str(Path(__file__).parent.parent / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/week.py").run()
    for name in FOLDS:
        app.session_state[f"unfold-{name}"] = True
    app = app.run()
    assert not app.exception, app.exception
    return app


def test_the_page_opens_with_no_data(empty: Engine) -> None:
    assert "python -m etl load" in words(opened("week"))


def test_the_page_opens_with_one_registration_and_so_does_all_that_unfolds(
    empty: Engine, tmp_path: Path
) -> None:
    load_text(ONE_ROW, tmp_path)
    app = opened_folds()
    assert "Mercredi 14 février, le jour le plus fort de 2024" in words(app)
    assert "Aucun Jeudi PerséVERT n’est inscrit" in words(app)
    assert [metric.value for metric in app.metric] == ["120", "0", "0"]


def test_the_page_of_demonstration_data_unfolds_whole(demonstration: Engine) -> None:
    app = opened_folds()
    assert "dont 4\u00a0980 par le Jeudi PerséVERT" in words(app)
    assert len(app.get("plotly_chart")) == 6
    app = app.segmented_control(key="compte").set_value("registrations").run()
    assert not app.exception
    assert "157 inscriptions" in words(app)


@pytest.fixture
def found(demonstration: Engine) -> Iterator[tuple[View, days.Days]]:
    view = view_at(BOARD, 2026, "fr")
    told = days.found(view, "reach")
    assert told is not None
    yield view, told


def test_the_chart_is_one_that_plotly_takes(found: tuple[View, days.Days]) -> None:
    figure = days_chart.columns(
        found[1], LIGHT, value_name="a", previous_name="b", wave_name="c", labels=["x"] * len(found[1].table)
    )
    assert go.Figure(figure.to_dict()).data


def test_the_kept_chart_says_the_same_figures(found: tuple[View, days.Days]) -> None:
    view, told = found
    drawing = etree.fromstring(pictures.columns(view, told).svg())
    said = drawing.xpath("string()")
    assert all(formats.number(value) in said for value in told.table["value"])
    assert "fictives" in said and "Jeudi PerséVERT" in said


def test_the_table_ends_with_the_total(found: tuple[View, days.Days]) -> None:
    view, told = found
    table = days_words.table(told)
    assert table.iloc[-1]["Jour"] == "Total"
    assert table.iloc[-1]["Personnes rejointes"] == overview.totals(view, 2026).reach
    assert table["Variation"].sum() == 2 * table["Variation"].iloc[-1]


def test_both_languages_say_the_days(demonstration: Engine) -> None:
    with messages.speaking("en"):
        view = view_at(BOARD, 2026, "en")
        assert days_words.finding(view, days.found(view, "reach")).startswith("Thursday, February 19, the")
