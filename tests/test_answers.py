"""What a director sees of who confirmed: a rate by sector and MRC, and the list of those who are awaited."""

from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine, select, text
from streamlit.testing.v1 import AppTest

from dashboard import answers, metrics, queries
from dashboard.scope import DIRECTOR, of_partner
from etl.load import load
from etl.schema import Partner
from tests.files import confirmed, row, write

ROOT = Path(__file__).parent.parent


pytestmark = pytest.mark.usefixtures("fresh_caches")


@pytest.fixture
def three(empty: Engine, tmp_path: Path) -> Engine:
    """A confirmed one of two activities, B a zero in its only one, C nothing."""
    table = [
        row("A1"),
        row("A2", Milieu="municipal", Municipalité="Roberval"),
        row("B1", Partenaire="Organisme fictif B"),
        row("C1", Partenaire="Organisme fictif C", Municipalité="En ligne"),
    ]
    load(empty, write(tmp_path / "a.csv", table))
    load(empty, write(tmp_path / "b.csv", [confirmed("A1", Jeunes=9), confirmed("B1", Jeunes=0)]))
    return empty


def given() -> pd.DataFrame:
    return answers.read(queries.snapshot(DIRECTOR), 2024)


def test_who_is_awaited_is_who_has_an_activity_not_confirmed(three: Engine) -> None:
    assert answers.awaited(given()).to_numpy().tolist() == [
        ["Organisme fictif A", 1, 1, 2],
        ["Organisme fictif C", 1, 0, 1],
    ]
    assert "Un des 3 partenaires de 2024 a tout confirmé (33\u00a0%)." in answers.finding(given(), 2024)


def test_a_partner_counts_in_each_sector_and_mrc_where_they_lead_something(three: Engine) -> None:
    snapshot = queries.snapshot(DIRECTOR)
    sectors = {name: counts for name, *counts in answers.by_sector(snapshot, given()).to_numpy().tolist()}
    assert sectors == {"Scolaire": [66.7, 2, 3], "Municipal": [0.0, 0, 1]}
    mrcs = {name: counts for name, *counts in answers.by_mrc(snapshot, given()).to_numpy().tolist()}
    assert mrcs["Sans MRC"] == [0.0, 0, 1]
    assert mrcs["Lac-Saint-Jean-Est"] == [100.0, 2, 2]


def test_the_rates_are_a_straight_count_over_the_facts(demonstration: Engine) -> None:
    query = (
        "SELECT COUNT(*), SUM(said = total) FROM (SELECT COUNT(*) AS total, SUM(EXISTS (SELECT 1 FROM "
        "participation p WHERE p.registration_id = r.id AND p.confirmed IS NOT NULL)) AS said "
        "FROM registration r WHERE edition = 2026 GROUP BY partner_id)"
    )
    with demonstration.connect() as connection:
        partners, all_said = connection.execute(text(query)).one()
    found = answers.read(queries.snapshot(DIRECTOR), 2026)
    rate = metrics.answer_rate(found.assign(everyone=0), "everyone").iloc[0]
    assert (rate["partners"], rate["answered"]) == (partners, all_said)
    assert len(answers.awaited(found)) == partners - all_said


def test_a_partner_reads_the_answers_of_nobody_else(three: Engine) -> None:
    with three.connect() as connection:
        number = connection.execute(
            select(Partner.id).where(Partner.name == "Organisme fictif B")
        ).scalar_one()
    scope = of_partner(number)
    snapshot = queries.snapshot(scope)
    answers.read(queries.snapshot(DIRECTOR), 2024)  # the caches are warm
    found = queries.answers(scope, dict(snapshot.versions)[2024], 2024)
    assert set(found["name"]) == {"Organisme fictif B"}


def test_the_page_of_a_director_shows_the_rate_and_offers_the_list(three: Engine) -> None:
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/access.py").run()
    app = app.button_group(key="acces").set_value("answers").run()
    assert not app.exception, app.exception
    assert "2 partenaires attendus" in [heading.value for heading in app.subheader]
    assert len(app.dataframe) == 3


def test_the_panel_opens_with_no_data(empty: Engine) -> None:
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/access.py").run()
    app = app.button_group(key="acces").set_value("answers").run()
    assert not app.exception, app.exception
