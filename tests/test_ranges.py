"""Beside contacts, the people they may be: on the overview, for a municipality, in words and never alone."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.test_pages import ONE_ROW, load_text, opened, words

pytestmark = pytest.mark.usefixtures("fresh_caches")


def test_one_activity_is_as_many_people_as_contacts(empty: Engine, tmp_path: Path) -> None:
    load_text(ONE_ROW, tmp_path)
    assert "120 contacts\u00a0: 120 personnes différentes." in words(opened("overview"))


def test_two_activities_are_a_range_and_one_touch_tells_how(empty: Engine, tmp_path: Path) -> None:
    load_text(ONE_ROW + ONE_ROW.splitlines()[1].replace("A-1", "A-2").replace("120", "80") + "\n", tmp_path)
    said = words(opened("overview"))
    assert "200 contacts\u00a0: entre 120 et 200 personnes différentes." in said
    assert "à ne jamais citer seule\u00a0: 200" in said
    assert "recensement de 2021" in said
    assert "143" not in said


def test_a_municipality_met_more_often_than_it_has_inhabitants_says_several_contacts(
    empty: Engine, tmp_path: Path
) -> None:
    header, line = ONE_ROW.splitlines()
    small = line.replace("Alma", "Rivière-Éternité").replace(";120", ";300")
    load_text("\n".join([header, small, small.replace("A-1", "A-2")]) + "\n", tmp_path)
    app = opened("municipalities")
    app = app.selectbox(key="lieu").set_value("2494215").run()
    assert not app.exception, app.exception
    assert "plusieurs contacts par personne, au moins 1,4 en moyenne" in words(app)


def test_the_demonstration_tells_what_no_population_bounds(demonstration: Engine) -> None:
    said = words(opened("overview"))
    assert "aucune population ne borne" in said
