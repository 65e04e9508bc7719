"""*JPS en bref* holds on one page, says the figures of the pages, and can be read by anyone."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from dashboard import formats, messages, overview, signin
from dashboard.board.scene import Ground
from dashboard.meetings import Meeting
from dashboard.messages import Language
from dashboard.paper import brief, typesetting
from dashboard.paper.files import LANGUAGES
from dashboard.question import Restriction
from dashboard.scope import BOARD
from dashboard.view import View
from etl.load import load
from etl.schema import Audience, Edition, Mrc, Sector
from tests import under_way
from tests.files import row, write
from tests.paper import Read, letters, read, seen

HEAVIEST = 500_000
"""Bytes: what a page may weigh in an e-mail."""

COUNTED = "Personnes rejointes : le nombre confirmé"
"""How people are counted, whatever the edition has."""

pytestmark = pytest.mark.usefixtures("fresh_caches")


def shown(view: View, meeting: Meeting | None = None) -> Read:
    content = brief.brief(view, meeting)
    assert len(content) < HEAVIEST
    page = read(content)
    assert (page.pages, page.is_for_all, page.are_fonts_embedded) == (1, True, True)
    return page


def of_one(engine: Engine, folder: Path, *rows: dict[str, object]) -> View:
    load(engine, write(folder / "a.csv", list(rows)))
    return seen(BOARD, 2024)


def rows_of(page: Read) -> str:
    """The text with its numbers as they are written, whatever space is between their thousands."""
    return page.words.replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", range(2019, 2027))
def test_every_edition_holds_on_one_page_with_the_figures_of_the_pages(
    demonstration: Engine, edition: int, language: Language
) -> None:
    view = seen(BOARD, edition, language=language)
    page = shown(view)
    ground = Ground(view)
    with messages.speaking(language):
        now = overview.totals(view, edition)
        expected = [tile.value for tile in overview.tiles(now, overview.previous_totals(view))]
        expected += [messages.text("report-demonstration"), messages.text("report-source-counting")]
        for dimension in ("audience", "mrc"):
            rows = ground.compared(dimension)
            assert rows["value"].sum() == now.reach
            expected += [f"{each.label}{formats.number(each.value)}" for each in rows.itertuples()]
        published = overview.published_people(view)
        expected += list(published["qualifier_text"][published["edition"] <= edition])
        if ground.previous:
            moved = overview.moved_most(view)
            expected += [
                f"{row.label}{formats.signed(row.change)}"
                for row in moved.itertuples()
                if len(row.label) < 30
            ]
        expected += [f"ersion {view.snapshot.number}", str(edition)]
    found = page.letters
    assert [words for words in expected if letters(words) not in found] == []
    assert page.language.startswith(language) and str(edition) in page.title


def test_a_list_that_is_too_long_gathers_its_last_rows_and_still_adds_up(demonstration: Engine) -> None:
    view = seen(BOARD, 2024)
    sectors = brief.told(view)["lists"][2]["rows"]
    every = Ground(view).compared("sector")["value"]
    assert len(every) > len(sectors) == brief.ROWS
    assert sectors[-1]["name"] == f"{len(every) - brief.ROWS + 1} autres"
    written = [int(re.sub(r"\D", "", each["value"])) for each in sectors]
    assert sum(written) == every.sum() == overview.totals(view, 2024).reach


def test_the_first_edition_ever_compares_with_nothing(empty: Engine, tmp_path: Path) -> None:
    view = of_one(empty, tmp_path, row("A1", Jeunes=120))
    page = shown(view)
    assert "120" in page.words and "personnes attendues" in page.words
    assert "Première édition comptée ici" in page.words
    assert (
        "depuis" not in page.words and rows_of(page).count("rejointes") == rows_of(page).count(COUNTED) == 1
    )
    assert "fictives" not in page.words


@pytest.mark.parametrize("people", ["", 0])
def test_an_edition_with_nobody_is_written_as_it_is(empty: Engine, tmp_path: Path, people: object) -> None:
    page = shown(of_one(empty, tmp_path, row("A1", Jeunes=people)))
    assert "0 personne attendue" in rows_of(page)
    assert "1" in page.words and "Aucune personne comptée" in page.words


def test_across_a_change_of_audiences_nothing_is_compared(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "b.csv", [row("Z1", Édition=2023, Jeunes=50)]))
    page = shown(of_one(empty, tmp_path, row("A1", Jeunes=120, Parents=30)))
    assert "Les publics comptés ont changé" in page.words
    assert "de plus" not in page.words and "+" not in page.words


def test_a_filter_is_said_and_leaves_the_public_totals_out(demonstration: Engine) -> None:
    kept = Restriction(territories=("2493042",), audiences=("youth", "parents"))
    page = shown(seen(BOARD, 2024, kept))
    assert "Édition 2024 · Alma · " in page.words and "Jeunes" in page.words
    assert "comparent pas à ce choix" in page.words
    assert "38 750" not in rows_of(page)


def test_long_and_hostile_names_hold_where_they_are(demonstration: Engine) -> None:
    long = "#strong[Établissements] d’enseignement & de <i>recherche</i> de L’Ascension-de-Notre-Seigneur"
    with demonstration.begin() as connection:
        connection.execute(update(Mrc).values(name=Mrc.name + " et des Hauts-Plateaux-du-Grand-Lac"))
        connection.execute(update(Sector).where(Sector.code == "school").values(name_fr=long))
        connection.execute(update(Audience).where(Audience.code == "youth").values(name_fr=long))
    assert letters("<i>recherche</i>") in shown(seen(BOARD, 2024)).letters


def test_whatever_is_asked_and_however_long_its_words_the_page_is_one(demonstration: Engine) -> None:
    with demonstration.begin() as connection:
        connection.execute(update(Edition).values(theme="Persévérer, ensemble, " * 6))
    view = seen(BOARD, 2024)
    places = [code for code in view.territory_names if code.startswith("mrc:") or code.isdigit()]
    everything = Restriction(
        tuple(sorted(places)), tuple(sorted(view.audience_names)), tuple(view.sector_names)
    )
    title = "Conseil d’administration élargi aux " + "partenaires " * 7
    meeting = Meeting("K7QM-4F", 2024, view.version, everything, title, "d", datetime(2026, 11, 23, 20, 0))
    page = shown(seen(BOARD, 2024, everything), meeting)
    assert "Saint-Honoré, " in page.words and letters(title) in page.letters


def test_a_page_leads_back_to_its_figures_where_the_site_has_an_address(
    demonstration: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = seen(BOARD, 2024)
    assert "http://localhost" not in shown(view).words
    monkeypatch.setattr(signin, "public_address", lambda: "https://portee.exemple.ca")
    version = view.snapshot.number
    assert f"https://portee.exemple.ca/?edition=2024&version={version}" in shown(view).words
    meeting = Meeting("K7QM-4F", 2024, version, Restriction(), "Conseil", "d", datetime(2026, 11, 23, 20, 0))
    frozen = shown(view, meeting).words
    assert "23 novembre 2026" in frozen and "https://portee.exemple.ca/?seance=K7QM-4F" in frozen


def test_pictures_say_in_words_what_they_show_and_are_selectable_text(demonstration: Engine) -> None:
    view = seen(BOARD, 2024)
    told = brief.told(view)
    assert "municipalités touchées" in told["map"]["alt"] and "2024" in told["trend"]["alt"]
    page = shown(view)
    assert "Dolbeau-Mistassini" in page.words and "objectif annoncé" in page.words


def test_without_the_words_for_a_picture_no_page_is_made(demonstration: Engine) -> None:
    view = seen(BOARD, 2024)
    words = brief.told(view)
    words["map"]["alt"] = ""
    with pytest.raises(Exception, match="alt"):
        typesetting.pdf("brief", words, view.snapshot.latest)


def test_while_registrations_come_in_everything_compares_with_the_same_day(
    empty: Engine, tmp_path: Path
) -> None:
    under_way.fill(empty, tmp_path)
    view = seen(BOARD, 2026)
    page, ground = shown(view), Ground(view)
    assert ground.is_under_way and f"qu’en {ground.called_before}." in page.words
    assert "depuis 2025" not in page.words and "personnes attendues" in page.words
    moved = overview.moved_most(ground.beside).iloc[0]
    assert letters(f"{moved['label']}{formats.signed(moved['change'])}") in page.letters
