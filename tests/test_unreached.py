"""Where nobody is: each audience of a place is reached, missed or unknown, and unknown is never zero."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard import absences, coverage, distances, missed, region, unreached
from dashboard.question import Restriction
from dashboard.reports.origin import view_at
from dashboard.scope import BOARD, DIRECTOR
from dashboard.view import View
from etl.schema import AUDIENCES
from tests.test_pages import ONE_ROW, load_text, opened, words

pytestmark = pytest.mark.usefixtures("fresh_caches")

PLACES = ("alma", "roberval", "albanel")
POINTS = {place: (longitude, 48.5) for place, longitude in zip(PLACES, (-71.6, -72.2, -72.4), strict=True)}
place = st.sampled_from((*PLACES, "mrc:91"))
audience = st.sampled_from(AUDIENCES[:3])
point = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
people = st.dictionaries(st.tuples(place, audience), st.one_of(st.none(), st.integers(0, 900)), max_size=12)
silences = st.lists(st.tuples(place, st.one_of(st.none(), audience)), max_size=5)


def cells(people: dict[tuple[str, str], int | None], silent: list[tuple[str, str | None]]) -> pd.DataFrame:
    reach = pd.DataFrame(
        [(*pair, count) for pair, count in people.items()], columns=["place", "audience", "reach"]
    )
    quiet = pd.DataFrame([(*pair, 1) for pair in silent], columns=["place", "audience", "registrations"])
    return absences.cells(reach, quiet, PLACES, AUDIENCES[:3])


@given(people, silences)
def test_each_audience_of_each_place_is_reached_missed_or_unknown(
    people: dict[tuple[str, str], int | None], silent: list[tuple[str, str | None]]
) -> None:
    table = cells(people, silent).set_index(["place", "audience"])
    assert len(table) == len(PLACES) * 3 and table.index.is_unique
    assert set(table["status"]) <= {"reached", "nobody", "unknown"}
    for (place, audience), row in table.iterrows():
        is_silent = (place, audience) in silent or (place, None) in silent
        if people.get((place, audience)):
            assert row["status"] == "reached"
        else:
            assert row["status"] == ("unknown" if is_silent else "nobody")


@given(point, point, point)
def test_a_distance_is_the_same_both_ways_and_no_detour_is_shorter(
    one: distances.Point, other: distances.Point, third: distances.Point
) -> None:
    away = distances.kilometres(one, other)
    assert away == pytest.approx(distances.kilometres(other, one), abs=1e-6)
    assert 0 <= away <= 20_016
    assert distances.kilometres(one, one) == 0
    assert away <= distances.kilometres(one, third) + distances.kilometres(third, other) + 1e-6


def test_a_degree_of_latitude_is_as_long_as_on_any_map() -> None:
    assert distances.kilometres((-72, 48), (-72, 49)) == pytest.approx(111.2, abs=0.1)


def test_the_nearest_place_is_never_the_place_itself_and_one_nowhere_has_none() -> None:
    assert distances.nearest("alma", PLACES, POINTS) == ("roberval", pytest.approx(44.2, abs=0.1))
    assert distances.nearest("alma", ["alma"], POINTS) is None
    assert distances.nearest("elsewhere", PLACES, POINTS) is None


def test_places_alike_are_those_of_the_nearest_population() -> None:
    population = pd.Series({"a": 500, "b": 520, "c": 900, "d": 490, "e": None})
    assert absences.alike(population, "a", 2) == ["d", "b"]
    assert absences.alike(population, "e") == []


@pytest.mark.parametrize("edition", [2019, 2024, 2026])
@pytest.mark.parametrize(
    "restriction",
    [
        Restriction(),
        Restriction(audiences=("parents", "youth")),
        Restriction(territories=("mrc:92", "2494068")),
        Restriction(sectors=("school",)),
    ],
)
def test_who_has_reach_is_never_listed_and_who_is_listed_has_none(
    restriction: Restriction, edition: int, demonstration: Engine
) -> None:
    view = view_at(BOARD, edition, "fr", restriction=restriction)
    people = view.reach("edition", "place", "audience")
    people = people[(people["edition"] == edition) & (people["reach"] > 0)]
    reached = set(zip(people["place"], people["audience"], strict=True))
    listed = [
        set(zip(rows["place"], rows["audience"], strict=True))
        for rows in (unreached.rows(view, name) for name in unreached.lists())
    ]
    assert not listed[0] & reached and not listed[1] & reached and not listed[0] & listed[1]
    asked = set(coverage.governed(view).index)
    pairs = {(place, audience) for place in asked for audience in restriction.audiences or AUDIENCES}
    assert listed[0] | listed[1] | (reached & pairs) == pairs


def test_a_neighbour_reaches_the_audience_elsewhere_and_none_that_does_is_nearer(
    demonstration: Engine,
) -> None:
    view = view_at(DIRECTOR, 2026, "fr")
    people = view.reach("edition", "place", "audience")
    people = people[(people["edition"] == 2026) & (people["reach"] > 0)]
    points = region.points("municipality")
    for (place, audience), near in missed.neighbours(view).items():
        where = {code for code in people.loc[people["audience"] == audience, "place"] if code in points}
        assert near.place in where and near.place != place
        assert near.kilometres == min(distances.kilometres(points[place], points[code]) for code in where)


def test_what_became_of_each_municipality_is_one_thing_and_counts_agree(demonstration: Engine) -> None:
    view = view_at(BOARD, 2026, "fr")
    governed = coverage.governed(view).index
    states = {edition: coverage.states(view, edition).reindex(governed) for edition in (2022, 2026)}
    covered = {
        edition: set(found[found.isin(["covered", "resolution"])].index) for edition, found in states.items()
    }
    change = coverage.changed(view, 2022).set_index("place")["status"]
    by_status = {status: set(change[change == status].index) for status in ("new", "still", "lost")}
    assert by_status["new"] == covered[2026] - covered[2022]
    assert by_status["lost"] == covered[2022] - covered[2026]
    assert by_status["still"] == covered[2022] & covered[2026]
    assert by_status["new"] and by_status["lost"]


ROWS = (
    # municipality, youth, parents
    ("Alma", "120", "30"), ("Roberval", "à venir", "12"), ("Albanel", "", ""),
    ("MRC de Maria-Chapdelaine", "", "80"),
)  # fmt: skip


@pytest.fixture
def told(empty: Engine, tmp_path: Path) -> View:
    header = ONE_ROW.splitlines()[0] + ";Parents"
    lines = [
        f"2024;A-{number};Organisme fictif 00{number};Scolaire;{place};Activité;Essai;;{youth};{parents}"
        for number, (place, youth, parents) in enumerate(ROWS)
    ]
    load_text("\n".join([header, *lines]) + "\n", tmp_path)
    return view_at(DIRECTOR, 2024, "fr")


def test_a_registration_that_keeps_its_figures_to_itself_leaves_them_unknown(told: View) -> None:
    found = missed.cells(told).set_index(["place", "audience"])["status"]
    alma, roberval, albanel = "2493042", "2491025", "2492030"
    assert found[alma, "youth"] == "reached" and found[alma, "teachers"] == "nobody"
    assert found[roberval, "youth"] == "unknown" and found[roberval, "teachers"] == "nobody"
    assert set(found[albanel]) == {"unknown"}


def test_a_place_that_only_a_whole_mrc_reaches_says_so_and_whom_to_ask(told: View) -> None:
    rows = unreached.rows(told, "nobody")
    table = unreached.table(told, "nobody", rows)
    parents = table[(table["Public"] == "Parents") & (table["Municipalité"] == "Normandin")].iloc[0]
    assert parents["Compté seulement pour"] == "toute la MRC (80)"
    assert parents["Ce qu’on sait"] == "Aucune inscription"
    assert (parents["Partenaire le plus proche"], parents["Actif à"]) == ("Organisme fictif 001", "Roberval")


def listed(app: AppTest) -> pd.DataFrame:
    return next(table.value for table in app.dataframe if "Public" in table.value)


def test_the_page_says_who_is_missing_and_lists_the_most_populous_first(demonstration: Engine) -> None:
    app = opened("unreached")
    assert (
        app.header[0]
        .value.replace("\\", "")
        .startswith("6 des 48 municipalités n’ont aucune inscription en 2026 (3\u00a0456 habitants)")
    )
    shown = {metric.label: metric.value for metric in app.metric}
    assert shown["Couvertes"] == "42 sur 48"
    population = listed(app)["Population (2021)"]
    assert population.is_monotonic_decreasing and len(population) == int(shown["Publics sans personne"])
    app = app.button_group(key="absences").set_value("unknown").run()
    assert len(listed(app)) == int(shown["Publics inconnus"])


def test_the_page_follows_filters_and_leads_to_the_panel_of_a_municipality(demonstration: Engine) -> None:
    app = opened("unreached")
    app = app.multiselect(key="public").set_value(["parents"]).run()
    app = app.selectbox(key="lieu").set_value("2491030").run()
    assert not app.exception
    assert listed(app)[["Municipalité", "Public"]].values.tolist() == [["Sainte-Hedwidge", "Parents"]]
    assert any(
        "municipalites?" in link.value and "lieu=Sainte-Hedwidge" in link.value for link in app.markdown
    )
    app = app.button_group(key="carte").set_value("change").run()
    app = app.selectbox(key="avant").set_value("2022").run()
    assert not app.exception
    assert "de 2022 à 2026" in words(app)
