"""What can be said aloud is true, worded as it is known, and agrees in number, in both languages."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard import messages, spoken
from dashboard.metrics import Totals
from dashboard.spoken import Facts
from etl import database
from etl.load import load
from tests.files import row, write

NOBODY = float("nan")
REGION = Facts(
    edition=2026,
    edition_number=19,
    starts_on=date(2026, 2, 16),
    ends_on=date(2026, 2, 20),
    partner=None,
    where=(),
    totals=Totals(40_260, 750, 1_450, 42, 0.64),
    audiences=(("jeunes", 23_479), ("parents", 4_142), ("tout-petits", 3_632)),
    municipalities=42,
    previous=(2025, 39_400),
    version=16,
    is_fictional=False,
)
FEW = replace(REGION, audiences=(), municipalities=None, previous=None)
SAID = {
    "a whole edition": (
        REGION,
        "La 19e édition régionale des Journées de la persévérance scolaire, du 16 au 20 février 2026,"
        " a rejoint ou attend plus de 40 250 personnes au Saguenay–Lac-Saint-Jean. 750 partenaires ont "
        "inscrit "
        "1 450 activités ou gestes. Ce sont surtout des jeunes (23 479), des parents (4 142) et des "
        "tout-petits (3 632). 42 municipalités sont touchées. Le nombre est confirmé pour 64 % de ces"
        " personnes, et annoncé à l’inscription pour les autres. C’est 2,2 % de plus qu’en 2025.",
        "Regional edition 19 of Hooked on School Days, February 16 to 20, 2026, has reached or "
        "expects more than 40,250 people in Saguenay–Lac-Saint-Jean. 750 partners registered 1,450 "
        "activities or gestures. They are mostly jeunes (23,479), parents (4,142) and tout-petits (3,632). "
        "42 municipalities take part. The number is confirmed for 64% of these people, and announced at "
        "registration for the others. That is 2.2% more than in 2025.",
    ),
    "nobody yet": (
        replace(FEW, totals=Totals(0, 2, 2, 0, NOBODY)),
        "La 19e édition régionale des Journées de la persévérance scolaire, du 16 au 20 février 2026,"
        " ne compte encore personne au Saguenay–Lac-Saint-Jean. 2 partenaires ont inscrit 2 activités"
        " ou gestes.",
        "Regional edition 19 of Hooked on School Days, February 16 to 20, 2026, counts nobody yet in "
        "Saguenay–Lac-Saint-Jean. 2 partners registered 2 activities or gestures.",
    ),
    "one person": (
        replace(FEW, totals=Totals(1, 1, 1, 1, 1.0)),
        "La 19e édition régionale des Journées de la persévérance scolaire, du 16 au 20 février 2026,"
        " a rejoint 1 personne au Saguenay–Lac-Saint-Jean. 1 partenaire a inscrit 1 activité ou "
        "geste.",
        "Regional edition 19 of Hooked on School Days, February 16 to 20, 2026, reached 1 person in "
        "Saguenay–Lac-Saint-Jean. 1 partner registered 1 activity or gesture.",
    ),
    "a million announced in one town, without dates": (
        replace(
            FEW,
            edition_number=None,
            starts_on=None,
            where=("Alma", "Jeunes"),
            totals=Totals(1_000_000, 2, 2, 1, 0.0),
        ),
        "Alma · Jeunes : l’édition 2026 des Journées de la persévérance scolaire devrait rejoindre 1 "
        "000 000 personnes, selon les inscriptions. 2 partenaires ont inscrit 2 activités ou gestes.",
        "Alma · Jeunes: the 2026 edition of Hooked on School Days should reach 1,000,000 people, "
        "according to registrations. 2 partners registered 2 activities or gestures.",
    ),
    "one partner": (
        replace(FEW, partner="École fictive 1", totals=Totals(640, 1, 2, 1, 1.0)),
        "École fictive 1 a rejoint 640 personnes par 2 activités ou gestes inscrits à la 19e édition "
        "régionale des Journées de la persévérance scolaire, du 16 au 20 février 2026.",
        "École fictive 1 reached 640 people through 2 activities or gestures registered in regional "
        "edition 19 of Hooked on School Days, February 16 to 20, 2026.",
    ),
    "one partner without a figure": (
        replace(FEW, partner="École fictive 1", totals=Totals(0, 1, 1, 1, NOBODY)),
        "École fictive 1 a inscrit 1 activité ou geste à la 19e édition régionale des Journées de la "
        "persévérance scolaire, du 16 au 20 février 2026; le nombre de personnes n’est pas connu.",
        "École fictive 1 registered 1 activity or gesture in regional edition 19 of Hooked on School "
        "Days, February 16 to 20, 2026; the number of people is not known.",
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_a_paragraph_says_what_is_known_and_no_more(case: str) -> None:
    facts, *expected = SAID[case]
    for code, words in zip(messages.LOCALES, expected, strict=True):
        with messages.speaking(code):
            assert spoken.paragraph(facts).replace("\u00a0", " ") == words


@pytest.mark.parametrize("case", SAID)
def test_the_french_follows_quebec_typography(case: str) -> None:
    said = spoken.paragraph(SAID[case][0])
    assert re.findall(r"[^\u00a0]:(?=\s)| [;!?%»]|« |\d \d{3}|'", said) == []


@given(st.integers(0, 2_000_000))
def test_more_than_is_only_said_before_a_smaller_number(count: int) -> None:
    said = spoken.people(count)
    number = int(re.sub(r"\D", "", said))
    assert number < count if said.startswith("plus de") else number == count
    assert count - number < spoken.ROUND


@pytest.mark.usefixtures("fresh_caches")
def test_no_sentence_compares_across_a_break(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1", Édition=2023), row("A2", Parents=4)]))
    app = AppTest.from_file(str(database.ROOT / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/spoken.py").run()
    assert not app.exception
    french, english = (block.value for block in app.code)
    assert "14\u00a0" not in french and "14 personnes" in french.replace("\u00a0", " ")
    assert "2023" not in french and "2023" not in english
