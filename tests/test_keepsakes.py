"""What a partner shows says what the page says, on one page, whatever they are called."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import Engine, select

from dashboard import contribution, formats, messages, overview
from dashboard.drawing import svg
from dashboard.messages import Language, text
from dashboard.paper import files, keepsake
from dashboard.paper.keepsake import Keepsake
from dashboard.scope import of_partner
from dashboard.view import View
from etl import confirmations
from etl.load import load
from etl.schema import Partner
from tests.files import row, write
from tests.paper import Read, letters, read, seen

NAME = "Organisme fictif A"
LONGEST = (
    "Regroupement fictif d’établissements de L’Ascension-de-Notre-Seigneur, "
    "Saint-Cœur-de-Marie et du Grand Nord, à Métabetch"
)
HOSTILE = (
    '#text(red)[A] *gras* _i_ $x^2$ `code` // fin /* */ \\ "',
    '#panic("x") #sys.inputs.told #read("/etc/passwd") #import "parts.typ": *',
    "<b>A</b> &amp; {{ a }} { $edition } %s ${HOME}",
    "- liste = titre @renvoi <étiquette> ~ --- ... 'a' \"b\"",
)

pytestmark = pytest.mark.usefixtures("fresh_caches")


@pytest.fixture
def engine(empty: Engine, tmp_path: Path) -> Engine:
    """A announced 10 youth and 4 parents, then 20 youth; an activity of theirs has no figure."""
    rows = [
        row("A1", Partenaire=NAME, Jeunes=10, Parents=4),
        row("A2", Partenaire=NAME, Jeunes=20),
        row("A3", Partenaire=NAME, Jeunes=""),
        row("B1", Partenaire="Organisme fictif B", Jeunes=300),
    ]
    load(empty, write(tmp_path / "a.csv", rows))
    return empty


def confirm(engine: Engine, told: confirmations.Told) -> None:
    confirmations.confirm(engine, number_of(engine, NAME), 2024, told, "Ma contribution 2024", NAME)


def number_of(engine: Engine, name: str) -> int:
    with engine.connect() as connection:
        return int(connection.scalars(select(Partner.id).where(Partner.name == name)).one())


def view_of(engine: Engine, name: str = NAME, edition: int = 2024) -> View:
    return seen(of_partner(number_of(engine, name)), edition)


def shown(said: Keepsake) -> Read:
    return read(keepsake.attestation(said))


@pytest.mark.parametrize("language", files.LANGUAGES)
def test_the_attestation_says_what_the_page_says(demonstration: Engine, language: Language) -> None:
    name = "École fictive 079"
    view = view_of(demonstration, name)
    said = shown(keepsake.told(view, name, language))
    now = overview.totals(view, 2024)
    reach = overview.comparison(view, "audience").set_index("audience")["value"]
    assert contribution.activities(view)["reach"].sum() == now.reach == reach.sum()
    with messages.speaking(language):
        names = replace(view, language=language).audience_names
        expected = [
            formats.number(now.reach),
            formats.number(now.registrations),
            text("report-demonstration"),
        ]
        expected += [names[code] for code in reach.index[reach > 0]]
    expected += [name, "17", "Pour leur futur, persévérer se conjugue toujours au présent"]
    expected += [f"ersion {view.snapshot.number}"]
    assert [words for words in expected if letters(words) not in said.letters] == []
    assert (said.pages, said.is_for_all, said.are_fonts_embedded) == (1, True, True)
    assert said.language.startswith(language) and name in said.title


def test_the_rows_of_the_attestation_add_up_to_its_figure(engine: Engine) -> None:
    confirm(engine, {"A1": {"youth": 12}})
    said = keepsake.told(view_of(engine), NAME, "fr")
    assert said.tables[0].rows == (("Jeunes", "12", "20"), ("Parents", "—", "4"))
    assert (said.figure, said.tables[1].rows) == ("36", (("Atelier", "3"),))
    assert [line for line in shown(said).words.splitlines() if line.startswith("Jeunes 12 20")]


def test_people_are_confirmed_only_where_they_were(engine: Engine) -> None:
    announced = keepsake.told(view_of(engine), NAME, "fr")
    assert (announced.figure, announced.label) == ("34", "personnes attendues")
    assert "pas encore confirmés" in announced.notes[0]
    assert "d’une activité reste à venir" in announced.notes[1]
    confirm(engine, {"A1": {"youth": 12}})
    partly = keepsake.told(view_of(engine), NAME, "fr")
    assert (partly.figure, partly.label) == ("36", "personnes rejointes ou attendues, dont 12 confirmées")
    confirm(engine, {"A1": {"parents": 1}, "A2": {"youth": 0}, "A3": {"youth": 0}})
    wholly = keepsake.told(view_of(engine), NAME, "fr")
    assert (wholly.figure, wholly.label) == ("13", "personnes rejointes")
    assert wholly.notes[0] == "Nombres confirmés après la semaine."
    confirm(engine, {"A1": {"youth": 0, "parents": 0}})
    nobody = keepsake.told(view_of(engine), NAME, "fr")
    assert (nobody.figure, nobody.label) == ("0", "personne rejointe")
    assert shown(nobody).pages == 1


def test_without_any_number_of_people_the_activities_are_what_is_shown(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1", Jeunes=""), row("A2", Jeunes="")]))
    said = keepsake.told(view_of(empty), NAME, "fr")
    assert (said.figure, said.label) == ("2", "activités inscrites")
    assert said.notes == ("Le nombre de personnes reste à venir.",)
    read_back = shown(said).words
    assert "rejoint" not in read_back and "fictives" not in read_back


@pytest.mark.parametrize("name", [*HOSTILE, LONGEST, "W" * 120, "Œuvre « Noël », Ÿ æ ç", "Ёлка Ελλάδα"])
def test_any_name_is_written_as_it_is_on_one_page(engine: Engine, name: str) -> None:
    said = replace(keepsake.told(view_of(engine), NAME, "fr"), partner=name, document=name)
    attestation = shown(said)
    assert letters(name) in attestation.letters
    assert (attestation.pages, attestation.is_for_all, attestation.title) == (1, True, name)
    assert Image.open(io.BytesIO(keepsake.picture(said))).size == (1200, 630)


def test_a_name_cannot_turn_around_or_break_what_follows() -> None:
    assert svg.plain("A\u202egro\u2066\x00\nB\ud800") == "Agro B"


def test_a_letter_that_no_font_has_leaves_one_page_that_does_not_claim_the_standard(engine: Engine) -> None:
    said = keepsake.told(view_of(engine), NAME, "fr")
    attestation = shown(replace(said, partner="École 𒀭"))
    assert attestation.pages == 1 and "École" in attestation.words and "34" in attestation.words
    assert not attestation.is_for_all


def test_the_same_words_give_the_same_file_with_no_clock_of_its_own(engine: Engine) -> None:
    said = keepsake.told(view_of(engine), NAME, "en")
    assert keepsake.attestation(said) == keepsake.attestation(said)
    assert keepsake.picture(said) == keepsake.picture(said)


def test_each_language_has_its_files_and_none_bears_a_name(engine: Engine) -> None:
    offered = list(files.keepsakes(view_of(engine), NAME))
    assert [(each.name, each.kind) for each in offered] == [
        ("attestation-2024-fr", "pdf"),
        ("picture-2024-fr", "png"),
        ("attestation-2024-en", "pdf"),
        ("picture-2024-en", "png"),
    ]
    assert [each.make()[:4] for each in offered] == [b"%PDF", b"\x89PNG"] * 2
