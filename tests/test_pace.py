"""While registrations come in, everything compares on the same day before the opening, and says so."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import plotly.graph_objects as go
import pytest
from sqlalchemy import Engine, text
from streamlit.testing.v1 import AppTest

from dashboard import formats, messages, overview, pace, pace_chart, pace_words, queries
from dashboard.palette import LIGHT
from dashboard.pickup import Projection
from dashboard.question import Filters, Restriction
from dashboard.scope import BOARD, of_partner
from dashboard.view import View
from etl import database
from etl.load import load
from etl.undo import undo
from tests import under_way
from tests.files import row, write
from tests.test_pages import opened, words
from tests.under_way import DAYS_BEFORE, KNOWN_ON

pytestmark = pytest.mark.usefixtures("fresh_caches")
SAME_DAY = date(2024, 2, 12) - timedelta(days=DAYS_BEFORE)
"""As many days before the opening of 2024; that of 2025 is not known."""
KNOWN = """SELECT SUM(p.expected) AS expected, COUNT(DISTINCT r.id) AS registrations,
    COUNT(DISTINCT r.partner_id) AS partners
FROM registration r LEFT JOIN participation p ON p.registration_id = r.id
WHERE r.edition = :edition AND r.registered_on <= :day"""


@pytest.fixture(scope="module")
def under_way_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("under-way")
    engine = database.engine(f"sqlite:///{folder / 'portee.sqlite3'}")
    database.prepare(engine)
    under_way.fill(engine, folder)
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    return folder / "portee.sqlite3"


@pytest.fixture
def coming_in(under_way_file: Path, tmp_path: Path, database_url: str) -> Iterator[Engine]:
    """Four editions that are over, and 2026 three weeks before it opens."""
    shutil.copyfile(under_way_file, tmp_path / "portee.sqlite3")
    engine = database.engine(database_url)
    yield engine
    engine.dispose()


def view(edition: int = 2026, restriction: Restriction | None = None) -> View:
    snapshot = queries.snapshot(BOARD)
    reference = queries.reference(snapshot.versions, BOARD, queries.database_url())
    return View(BOARD, snapshot, reference, Filters(edition, restriction or Restriction()), "fr")


def known(engine: Engine, edition: int, day: date) -> dict[str, int]:
    with engine.connect() as connection:
        return dict(connection.execute(text(KNOWN), {"edition": edition, "day": str(day)}).one()._mapping)


def test_the_edition_before_is_read_as_it_was_known_that_day(coming_in: Engine) -> None:
    other = pace.beside(view())
    assert other.until == ((2024, SAME_DAY),)
    before = overview.totals(other, 2024)
    then = known(coming_in, 2024, SAME_DAY)
    assert (before.reach, before.partners, before.registrations) == (
        then["expected"],
        then["partners"],
        then["registrations"],
    )
    assert overview.totals(other, 2026) == overview.totals(view(), 2026)
    assert overview.totals(other, 2023) == overview.totals(view(), 2023)


def test_the_parts_of_that_day_add_up_under_any_filter(coming_in: Engine) -> None:
    youth = pace.beside(view(restriction=Restriction(audiences=("youth",))))
    parts = youth.reach("edition", "place")
    whole = pace.beside(view()).reach("edition", "audience").set_index(["edition", "audience"])
    assert parts.loc[parts["edition"] == 2024, "reach"].sum() == whole.loc[(2024, "youth"), "reach"]


def test_the_curves_pass_where_the_edition_was_that_day(coming_in: Engine) -> None:
    where = pace.stage(view())
    assert where == pace.Stage(-DAYS_BEFORE, True)
    for measure in pace.MEASURES:
        found = pace.rhythm(view(), measure, where)
        for edition, day in ((2024, SAME_DAY), (2026, KNOWN_ON)):
            assert found.curves.loc[-DAYS_BEFORE, edition] == known(coming_in, edition, day)[measure]


def test_a_projection_follows_the_dated_editions_and_says_who_is_left_out(coming_in: Engine) -> None:
    found = pace.rhythm(view(), "expected", pace.stage(view()))
    assert isinstance(found.projection, Projection)
    assert (found.followed, found.undated, found.apart) == ((2022, 2023, 2024), (2025,), ())
    band = found.band
    assert band.iloc[0].tolist() == [found.booked] * 2
    assert band.iloc[-1].tolist() == pytest.approx([found.projection.low, found.projection.high])
    said = pace_words.finding(found)
    assert formats.number(found.projection.low) in said
    assert formats.number(found.projection.high) in said
    assert "2022, 2023 et 2024" in said
    assert found.error is not None
    notes = " ".join(pace_words.notes(view(), found))
    assert formats.percent(found.error.worst, 1) in pace_words.past_error(found)
    assert "2025" in notes


def test_the_table_has_the_curve_no_further_than_it_is_known(coming_in: Engine) -> None:
    found = pace.rhythm(view(), "registrations", pace.stage(view()))
    table = pace_words.table(found).set_index("Jour")
    assert table["2026"].last_valid_index() == f"J\u2212{DAYS_BEFORE}"
    assert table["Projection, au plus bas"].first_valid_index() == f"J\u2212{DAYS_BEFORE}"
    assert table.loc["J+4", "2024"] == overview.totals(view(), 2024).registrations


@pytest.mark.parametrize("edition", [2026, 2024, 2022])
def test_the_chart_is_one_that_plotly_takes(coming_in: Engine, edition: int) -> None:
    found = pace.rhythm(view(edition), "registrations", pace.stage(view(edition)))
    figure = pace_chart.pace(found, LIGHT, value_name="Inscriptions")
    names = {note["text"].replace("<b>", "").replace("</b>", "") for note in figure.layout.annotations}
    assert names == {str(one) for one in (*found.followed, edition)}
    assert go.Figure(figure.to_dict()).data


def test_a_line_over_editions_stops_before_the_one_under_way(coming_in: Engine) -> None:
    assert pace.cuts(view(2024), [2023]) == [2023, 2026]
    said = opened("years").header[0].value
    assert "2022 à 2025" in said.replace("\\", "")


def test_the_overview_compares_on_the_same_day_and_says_so(coming_in: Engine) -> None:
    app = opened("overview")
    said = words(app)
    assert "qu’en 2024 à pareille date" in app.header[0].value.replace("\\", "")
    assert f"{DAYS_BEFORE}\u00a0jours avant l’ouverture de l’édition 2024 (23 janvier 2024)" in said
    assert "L’édition 2025 ne peut pas être lue à pareille date" in said
    assert "Ce qui a le plus changé depuis 2024 à pareille date" in said
    now, then = known(coming_in, 2026, KNOWN_ON), known(coming_in, 2024, SAME_DAY)
    changes = {metric.label: metric.delta for metric in app.metric}
    assert changes["Inscriptions"] == formats.signed(now["registrations"] - then["registrations"])
    assert "pareille date" in app.metric[1].help


@pytest.mark.parametrize("page", ["audiences", "municipalities", "week"])
def test_the_other_pages_compare_on_the_same_day_too(page: str, coming_in: Engine) -> None:
    app = opened(page)
    assert "avant l’ouverture de l’édition 2024" in words(app)
    if page == "municipalities":
        app = app.selectbox(key="lieu").set_value("2493042").run()
        assert not app.exception
    assert {metric.delta is not None for metric in app.metric} >= {True}


def test_the_years_show_the_projection_and_its_error(coming_in: Engine) -> None:
    said = words(opened("years"))
    assert "si le rythme suit celui de 2022, 2023 et 2024" in said
    assert "cette méthode s’est trompée de" in said


def test_once_the_week_is_over_everything_compares_with_totals_again(demonstration: Engine) -> None:
    assert pace.beside(view()) == view()
    app = opened("overview")
    assert "pareille date" not in words(app)
    said = words(opened("years"))
    assert "14 jours avant l’ouverture de l’édition 2026" in said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("today", "comes_in"),
    [(date(2026, 2, 16), True), (date(2026, 2, 20), True), (date(2026, 2, 21), False)],
)
def test_registrations_come_in_until_the_friday_of_the_week(
    demonstration: Engine, monkeypatch: pytest.MonkeyPatch, today: date, comes_in: bool
) -> None:
    monkeypatch.setattr(pace, "today", lambda: today)
    with demonstration.begin() as connection:
        connection.execute(text("UPDATE load SET loaded_at = '2026-02-18 15:00:00.000000'"))
    where = pace.stage(view())
    assert where is not None
    assert where.comes_in == comes_in


def test_an_edition_without_an_opening_has_no_pace_and_says_why(demonstration: Engine) -> None:
    assert pace.stage(view(2025)) is None
    found = pace.rhythm(view(2025), "expected", None)
    assert found.projection == "opening"
    assert pace_words.finding(found) == (
        "Pas de rythme\u00a0: la date d’ouverture de l’édition 2025 n’est pas connue."
    )


@pytest.mark.parametrize(("edition", "followed"), [(2022, ()), (2023, (2022,))])
def test_it_refuses_with_fewer_than_two_dated_editions(
    demonstration: Engine, edition: int, followed: tuple[int, ...]
) -> None:
    found = pace.rhythm(view(edition), "expected", pace.stage(view(edition)))
    assert found.followed == followed
    assert found.projection == "too_few"
    assert found.band.empty
    assert "il en faut deux" in pace_words.finding(found)


def test_nothing_is_compared_across_a_break(coming_in: Engine, tmp_path: Path) -> None:
    with coming_in.begin() as connection:
        connection.execute(text("DELETE FROM reach_summary WHERE version_id <= 4 AND audience = 'parents'"))
    found = pace.rhythm(view(), "expected", pace.stage(view()))
    assert (found.followed, found.apart, found.projection) == ((2024,), (2022, 2023), "too_few")
    assert pace.rhythm(view(), "partners", pace.stage(view())).followed == (2022, 2023, 2024)


def test_an_edition_whose_rows_changed_since_is_not_compared_at_that_version(
    coming_in: Engine, tmp_path: Path
) -> None:
    snapshot = queries.snapshot(BOARD)
    made = load(coming_in, write(tmp_path / "x.csv", [row("NEUF", **{"Date d'inscription": "2024-01-03"})]))
    earlier = replace(view(), snapshot=snapshot)
    assert pace.beside(earlier).until[0][0] == 2023
    assert pace.beside(view()).until == ((2024, SAME_DAY),)
    assert made.load is not None
    undo(coming_in, made.load, "directrice")


def test_a_partner_is_told_nothing_of_the_pace_of_the_region(coming_in: Engine) -> None:
    versions, url = queries.snapshot(BOARD).versions, queries.database_url()
    assert len(queries.arrivals(versions, BOARD, url))
    assert queries.arrivals(versions, of_partner(1), url).empty
    assert queries.calendar(versions, of_partner(1), url).empty
    assert queries.known_at(of_partner(1), 2026, versions[-1][1], url) is None
    until = ((2024, SAME_DAY),)
    own = queries.presence_until(versions, of_partner(1), until, url)
    assert set(own["partner"]) <= {1}


def test_both_languages_say_the_pace(coming_in: Engine) -> None:
    with messages.speaking("en"):
        found = pace.rhythm(view(), "partners", pace.stage(view()))
        said = pace_words.finding(found)
        other = pace_words.compared_how(view(), pace.beside(view()))
    assert "20 days before the opening; at the pace of 2022, 2023 and 2024" in said
    assert "20 days before the opening of the 2024 edition (January 23, 2024)" in other


def test_a_filter_does_not_change_the_pace_and_the_page_says_so(coming_in: Engine) -> None:
    app = AppTest.from_file(str(Path(__file__).parent.parent / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/years.py").run()
    app = app.multiselect(key="territoire").set_value(["mrc:93"]).run()
    assert not app.exception
    assert "les filtres n’y changent rien" in words(app)
