"""Each page opens with data, with no data and with one row, and says what the database says."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from streamlit.testing.v1 import AppTest

from dashboard import formats
from etl.__main__ import main

ROOT = Path(__file__).parent.parent
FOR_ONE_PARTNER = "contribution"
PAGES = ("overview", "audiences", "municipalities", "unreached", "years", "board")
ONE_ROW = (
    "Édition;Numéro d'inscription;Partenaire;Milieu;Municipalité;Type d'action;Titre;Date;Jeunes\n"
    "2024;A-1;Organisme fictif 001;Scolaire;Alma;Activité;Essai;2024-02-14;120\n"
)


pytestmark = pytest.mark.usefixtures("fresh_caches")


def opened(page: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30).run()
    if page != "overview":
        app = app.switch_page(f"pages/{page}.py").run()
    assert not app.exception, app.exception
    return app


def words(app: AppTest) -> str:
    shown = [*app.markdown, *app.caption, *app.warning, *app.info, *app.title, *app.header, *app.subheader]
    return "\n".join(element.value for element in shown).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_no_data_says_what_to_do(page: str, empty: Engine) -> None:
    assert "python -m etl load" in words(opened(page))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_one_registration(page: str, empty: Engine, tmp_path: Path) -> None:
    load_text(ONE_ROW, tmp_path)
    app = opened(page)
    assert "2024" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_demonstration_data_says_so(page: str, demonstration: Engine) -> None:
    assert "fictives" in words(opened(page))


def test_the_headline_is_a_straight_count_over_the_facts(demonstration: Engine) -> None:
    with demonstration.connect() as connection:
        reach = connection.execute(
            text(
                "SELECT SUM(COALESCE(confirmed, expected)) FROM participation "
                "JOIN registration ON registration.id = registration_id WHERE edition = 2026"
            )
        ).scalar_one()
        counts = connection.execute(
            text("SELECT COUNT(*), COUNT(DISTINCT partner_id) FROM registration WHERE edition = 2026")
        ).one()
    shown = {metric.label: metric.value for metric in opened("overview").metric}
    assert shown["Personnes rejointes"] == formats.number(reach)
    assert shown["Inscriptions"] == formats.number(counts[0])
    assert shown["Partenaires"] == formats.number(counts[1])


def test_the_map_and_what_is_beside_it_make_the_total(demonstration: Engine) -> None:
    with demonstration.connect() as connection:
        total = connection.execute(
            text(
                "SELECT SUM(reach) FROM reach_summary JOIN edition_version ON id = version_id "
                "WHERE edition = 2026 AND id = (SELECT MAX(id) FROM edition_version WHERE edition = 2026)"
            )
        ).scalar_one()
    assert f"total\u00a0: {formats.number(total)} personnes" in words(opened("municipalities"))


def test_an_earlier_version_is_shown_as_it_was_and_marked_as_such(empty: Engine, tmp_path: Path) -> None:
    load_text(ONE_ROW, tmp_path)
    load_text(ONE_ROW.replace("120", "900"), tmp_path)
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30)
    app.query_params["version"] = "1"
    app = app.run()
    assert app.metric[0].value == "120"
    assert "Vous regardez la version 1" in words(app)
    app = app.switch_page("pages/years.py").run()
    assert "Vous regardez la version 1" in words(app)
    app = app.switch_page("pages/overview.py").run()
    app = app.button[0].click().run()
    assert app.metric[0].value == "900"
    assert "Vous regardez" not in words(app)


@pytest.mark.parametrize("version", ["0", "-3", "abc", "99"])
def test_a_version_that_never_was_shows_the_current_one_or_nothing(
    version: str, empty: Engine, tmp_path: Path
) -> None:
    load_text(ONE_ROW, tmp_path)
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30)
    app.query_params["version"] = version
    app = app.run()
    assert not app.exception
    assert app.metric[0].value == "120"


def test_demonstration_data_once_removed_is_not_shown_even_in_the_past(demonstration: Engine) -> None:
    with pytest.raises(SystemExit):
        main(["demo", "--remove"])
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30)
    app.query_params["version"] = "1"
    assert not app.run().metric


def load_text(content: str, folder: Path) -> None:
    path = folder / "inscriptions.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["load", str(path)])
    assert ended.value.code == 0


@pytest.mark.parametrize("page", PAGES)
def test_a_page_filtered_to_what_has_no_municipality_still_opens(page: str, demonstration: Engine) -> None:
    app = opened(page)
    app = app.multiselect(key="territoire").set_value(["online"]).run()
    assert not app.exception
    assert all("—" not in header.value for header in app.header)


def test_the_page_of_a_partner_opens_with_no_data(empty: Engine) -> None:
    assert "Aucune inscription n’est encore liée" in words(opened(FOR_ONE_PARTNER))


def test_a_partner_alone_in_the_region_is_thanked_and_every_total_is_hidden(
    empty: Engine, tmp_path: Path
) -> None:
    load_text(ONE_ROW, tmp_path)
    app = opened(FOR_ONE_PARTNER)
    said = words(app)
    assert "Organisme fictif 001 compte 120 personnes rejointes ou attendues par une activité" in said
    assert "Votre activité attend sa confirmation" in said
    assert "Un total est masqué quand moins de cinq partenaires le composent" in said
    assert "trop peu d’organismes de votre milieu" in said
    whole = "Toutes les personnes rejointes"
    [parts] = [table.value for table in app.dataframe if whole in table.value]
    assert set(parts[whole]) == {"masqué"}


def test_a_director_finds_any_partner_by_a_word_of_their_name(demonstration: Engine) -> None:
    app = opened(FOR_ONE_PARTNER)
    app = app.text_input(key="partner-words").set_value("fictive 04").run()
    assert not app.exception
    assert "fictive 04" in app.header[0].value


def test_the_overview_offers_its_page_in_both_languages(demonstration: Engine) -> None:
    offered = [button.label for button in opened("overview").get("download_button")]
    assert [label for label in offered if "PDF" in label] == ["JPS en bref (PDF)", "En anglais (PDF)"]
