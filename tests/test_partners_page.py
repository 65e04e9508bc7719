"""Partenaires: who brings half, whom to call and to welcome, and names only for who may see them."""

from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine, text
from streamlit.testing.v1 import AppTest

from dashboard import access, messages, queries, settings
from dashboard.access import Visitor
from dashboard.question import Restriction
from dashboard.scope import BOARD, DIRECTOR
from etl import database
from tests.test_pages import ONE_ROW, load_text, opened, words

pytestmark = pytest.mark.usefixtures("fresh_caches")
NAME = "Organisme fictif"
HISTORY = (
    # edition, number, partner, youth
    (2023, "1", "A", 100), (2024, "1", "A", 120), (2025, "1", "A", 140),
    (2023, "2", "B", 50), (2024, "2", "B", 60),
    (2024, "3", "C", 900),
    (2025, "4", "D", 30), (2025, "5", "E", ""),
)  # fmt: skip


@pytest.fixture
def told(empty: Engine, tmp_path: Path) -> Engine:
    header = ONE_ROW.splitlines()[0]
    lines = [
        f"{year};{number};{NAME} {who};Scolaire;Alma;Activité;Essai;{year}-02-14;{people}"
        for year, number, who, people in HISTORY
    ]
    load_text("\n".join([header, *lines]) + "\n", tmp_path)
    return empty


def on_panel(name: str) -> AppTest:
    app = opened("partners").button_group(key="liste").set_value(name).run()
    assert not app.exception, app.exception
    return app


def names(app: AppTest, column: str = "Partenaire") -> list[str]:
    table: pd.DataFrame = next(table.value for table in app.dataframe if column in table.value)
    return [str(name) for name in table[column]]


def test_the_page_says_how_few_partners_make_half(told: Engine) -> None:
    app = opened("partners")
    assert "Un des 3 partenaires réunit à lui seul la moitié" in app.header[0].value.replace("\\", "")
    assert {metric.label: metric.value for metric in app.metric} == {
        "Partenaires": "3",
        "Nouveaux": "2",
        "Fidélité": "33\u00a0%",
        "À appeler": "1",
    }
    assert names(app) == [f"{NAME} A", f"{NAME} D", f"{NAME} E"]


def test_who_came_twice_and_is_absent_is_to_call_with_what_they_last_did(told: Engine) -> None:
    [table] = [table.value for table in on_panel("call").dataframe if "Dernière édition" in table.value]
    assert table[["Partenaire", "Dernière édition", "Personnes rejointes"]].values.tolist() == [
        [f"{NAME} B", "2024", 60]
    ]
    assert table["Ce qu’ils ont fait"].tolist() == ["Activité"]


def test_newcomers_are_to_welcome_and_registrations_without_a_figure_are_listed(told: Engine) -> None:
    assert names(on_panel("welcome")) == [f"{NAME} D", f"{NAME} E"]
    assert names(on_panel("silent")) == [f"{NAME} E"]


def test_a_search_keeps_who_answers_to_all_its_words(told: Engine) -> None:
    app = opened("partners").text_input(key="partners-words-everyone").set_value("fictif d").run()
    assert names(app) == [f"{NAME} D"]


@pytest.mark.parametrize("panel", ["everyone", "call", "welcome", "silent", "cohorts"])
def test_every_list_opens_with_demonstration_data_and_with_a_filter(
    panel: str, demonstration: Engine
) -> None:
    app = on_panel(panel).multiselect(key="territoire").set_value(["online"]).run()
    assert not app.exception, app.exception
    assert "fictives" in words(app)


def test_the_figures_of_partners_sum_to_the_edition(demonstration: Engine) -> None:
    with demonstration.connect() as connection:
        reach = connection.execute(
            text(
                "SELECT SUM(COALESCE(confirmed, expected)) FROM participation "
                "JOIN registration ON registration.id = registration_id WHERE edition = 2026"
            )
        ).scalar_one()
    [table] = [table.value for table in opened("partners").dataframe if "De suite" in table.value]
    assert table["Personnes rejointes"].sum() == reach


def test_a_director_goes_from_a_partner_to_their_contribution(told: Engine) -> None:
    number = queries.partners(DIRECTOR, "fictif d", 1).popitem()[0]
    app = opened("contribution")
    app.session_state["partner-asked"] = app.session_state["partenaire"] = number
    app = app.run()
    assert f"{NAME} D" in app.header[0].value


def test_a_board_that_may_not_see_names_reads_the_same_figures_under_numbers(
    told: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.writer(told) as connection:
        settings.let_board_see_names(connection, False, "directrice@exemple.ca")
    monkeypatch.setattr(access, "visitor", lambda: Visitor(BOARD, "conseil@exemple.ca", how="member"))
    app = opened("partners")
    assert all(name.startswith("Partenaire no") for name in names(app))
    assert messages.text_in("fr", "partners-unnamed") in words(app)
    assert NAME not in words(app)
    places = ("2493042",)
    for scope, named in ((DIRECTOR, True), (BOARD, False)):
        version = queries.snapshot(scope).number
        read = (
            queries.registrations(scope, version, 2025, places, Restriction())["partner"],
            queries.traced(scope, version, 2025, Restriction(), None)["partner"],
            queries.figures(scope, version, 2025)["name"],
        )
        for found in read:
            assert len(found) >= 2
            assert found.str.startswith(NAME).all() == named
    with database.writer(told) as connection:
        settings.let_board_see_names(connection, True, "directrice@exemple.ca")
    assert names(opened("partners"))[0] == f"{NAME} A"
