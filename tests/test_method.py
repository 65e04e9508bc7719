"""How figures are counted is written once, in both languages, and the page shows it with its sources."""

import re

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard import method
from etl import database

MISPLACED_SPACE = r"[^\u00a0]:(?=\s)| [;!?%»]|« |'"


def test_every_paragraph_of_the_documents_is_shown_in_both_languages() -> None:
    french, english = method.paragraphs_in("fr"), method.paragraphs_in("en")
    assert list(french) == list(english)
    for language, shown in (("fr", french), ("en", english)):
        written = (database.ROOT / "docs" / method.FILES[language]).read_text(encoding="utf-8")
        assert [one.title for one in shown.values()] == re.findall(r"^## (.+)$", written, re.M)


def test_the_french_follows_quebec_typography() -> None:
    paragraphs = method.paragraphs_in("fr").values()
    assert [one.name for one in paragraphs if re.search(MISPLACED_SPACE, f"{one.title} {one.words}")] == []


def test_a_summary_is_the_first_sentence() -> None:
    assert method.paragraphs_in("en")["counted"].summary == (
        "A registration is one partner's activity or gesture in one edition, with the number of people of "
        "each audience that it reaches."
    )


@pytest.mark.usefixtures("fresh_caches")
def test_each_headline_figure_leads_to_the_paragraph_that_says_how_it_is_counted(
    demonstration: Engine,
) -> None:
    app = AppTest.from_file(str(database.ROOT / "navigation.py"), default_timeout=30).run()
    led = [re.findall(r"\]\(methode#([a-z]+)\)", tile.help) for tile in app.metric]
    assert led == [["contacts"], ["counted"], ["counted"], ["places"], ["expected"]]
    assert {name for names in led for name in names} <= set(method.paragraphs_in("fr"))


@pytest.mark.usefixtures("fresh_caches")
def test_the_page_explains_even_without_data_and_names_the_source_of_each_published_figure(
    empty: Engine,
) -> None:
    app = AppTest.from_file(str(database.ROOT / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/method.py").run()
    assert not app.exception
    titles = [one.title for one in method.paragraphs_in("fr").values()]
    assert [heading.value for heading in app.subheader][: len(titles)] == titles
    (published,) = app.dataframe
    assert len(published.value) == 13
    assert published.value["Source"].notna().all()
    assert published.value["Adresse"].str.startswith("http").all()
