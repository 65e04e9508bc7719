"""A place is called as the reader's language types it, wherever it shows; what is stored keeps its name."""

import io

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine, text

from dashboard import messages, place_words, territories, trace, unreached
from dashboard.behind import ALL
from dashboard.grids import csv
from dashboard.question import Restriction
from dashboard.reports.origin import view_at
from dashboard.reports.workbook import workbook
from dashboard.scope import BOARD, DIRECTOR
from dashboard.trace import Figure
from tests.test_pages import opened, words

pytestmark = pytest.mark.usefixtures("fresh_caches")
FRENCH_ONLY = ("En ligne", "Hors région", "Région", "Lieu non précisé", "MRC du", "MRC de", "Sans ", "Toute ")


def every_word(content: bytes) -> set[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    lines = [line for name in book.sheet_names for line in book.get_sheet_by_name(name).to_python()]
    return {cell for line in lines for cell in line if isinstance(cell, str)}


def test_an_english_file_has_no_french_name_of_what_is_no_municipality(demonstration: Engine) -> None:
    told = every_word(workbook(view_at(BOARD, 2026, "en")))
    assert [word for word in told if word.startswith(FRENCH_ONLY)] == []
    assert {"Online", "Outside the region", "Whole region", "Place not told", "No MRC"} <= told
    assert {"Le Domaine-du-Roy (whole MRC)", "L'Anse-Saint-Jean"} <= told


def test_french_types_the_apostrophe_of_a_name_wherever_it_shows(demonstration: Engine) -> None:
    view = view_at(DIRECTOR, 2026, "fr")
    told = every_word(workbook(view))
    assert "L\u2019Anse-Saint-Jean" in told and not [word for word in told if "L'" in word or "d'A" in word]
    asked = view_at(DIRECTOR, 2026, "fr", restriction=Restriction(territories=("2494210",)))
    for table in (
        trace.rows(Figure(asked, ALL, "reach")),
        territories.registrations(asked, "municipality", "2494210"),
        unreached.table(asked, "nobody", unreached.rows(asked, "nobody")),
    ):
        shown = csv(table).decode("utf-8-sig")
        assert "L\u2019Anse-Saint-Jean" in shown and "L'Anse" not in shown


def test_what_is_stored_keeps_the_official_name(demonstration: Engine) -> None:
    with demonstration.connect() as connection:
        names = set(connection.scalars(text("SELECT name FROM place")))
    assert "L'Anse-Saint-Jean" in names and not [name for name in names if "\u2019" in name]


def test_a_filter_on_what_has_no_municipality_is_named_in_the_language_of_the_file(
    demonstration: Engine,
) -> None:
    for language, name in (("fr", "En ligne"), ("en", "Online")):
        view = view_at(BOARD, 2026, language, restriction=Restriction(territories=("online",)))
        with messages.speaking(language):
            assert view.territory_names["online"] == name


def test_a_former_municipality_is_called_by_its_own_name(demonstration: Engine) -> None:
    reference = view_at(BOARD, 2026, "fr").reference
    official = pd.Series(["Saint-Bruno", "L'Ascension-de-Notre-Seigneur", "Ailleurs"])
    called = place_words.renamed(reference, official).tolist()
    assert called == ["Saint-Bruno", "L\u2019Ascension-de-Notre-Seigneur", "Ailleurs"]


def test_a_partner_is_found_by_a_place_typed_with_either_apostrophe(demonstration: Engine) -> None:
    for typed in ("l'anse", "l\u2019anse"):
        app = opened("partners").text_input(key="partners-words-everyone").set_value(typed).run()
        assert not app.exception
        table = next(table.value for table in app.dataframe if "Partenaire" in table.value)
        assert len(table) and "L'" not in words(app)
