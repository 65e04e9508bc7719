"""Why figures changed, as pages tell it: bars that make the change, and the partners behind each."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from streamlit.testing.v1 import AppTest

from dashboard import explained, formats, queries
from dashboard.question import Restriction
from dashboard.reports.origin import view_at
from dashboard.scope import DIRECTOR
from tests.test_pages import ONE_ROW, ROOT, load_text, opened, words

pytestmark = pytest.mark.usefixtures("fresh_caches")
WAYS = ("part", "mrc", "place", "audience", "sector")


def reach_of(engine: Engine, edition: int) -> int:
    sql = (
        "SELECT SUM(COALESCE(confirmed, expected)) FROM participation "
        f"JOIN registration ON registration.id = registration_id WHERE edition = {edition}"
    )
    with engine.connect() as connection:
        return int(connection.execute(text(sql)).scalar_one())


@pytest.mark.parametrize("way", WAYS)
def test_the_bars_and_the_partners_behind_them_make_the_change_of_the_facts(
    way: str, demonstration: Engine
) -> None:
    change = reach_of(demonstration, 2026) - reach_of(demonstration, 2025)
    app = opened("years")
    app = app.button_group(key="decoupe").set_value(way).run()
    assert not app.exception, app.exception
    bars = app.selectbox(key=f"barre-{way}").options
    told = [int("".join(c for c in bar.rpartition("(")[2] if c in "0123456789")) for bar in bars]
    signs = [-1 if "\u2212" in bar.rpartition("(")[2] else 1 for bar in bars]
    assert sum(sign * people for sign, people in zip(signs, told, strict=True)) == change
    app = app.selectbox(key=f"barre-{way}").select_index(1).run()
    behind = next(table.value for table in app.dataframe if {"2025", "2026"} <= set(table.value.columns))
    assert behind["Variation"].sum() == signs[1] * told[1]
    sizes = behind["Variation"].abs().dropna().tolist()
    assert sizes == sorted(sizes, reverse=True)
    assert behind["Partenaire"].str.contains("ficti").all()


def test_the_overview_says_what_weighed_most_in_one_sentence(demonstration: Engine) -> None:
    change = reach_of(demonstration, 2026) - reach_of(demonstration, 2025)
    said = words(opened("overview"))
    assert f"De 2025 à 2026, {formats.number(change)} personnes rejointes de plus. Surtout" in said


@pytest.mark.parametrize("edition", [2020, 2021, 2024, 2026])
@pytest.mark.parametrize(
    "asked",
    [
        Restriction(),
        Restriction(audiences=("youth", "toddlers")),
        Restriction(territories=("mrc:942", "online"), sectors=("school", "municipal")),
    ],
)
def test_what_is_said_in_short_is_what_the_bars_say(
    edition: int, asked: Restriction, demonstration: Engine
) -> None:
    view = view_at(DIRECTOR, edition, "fr", restriction=asked)
    for until in ((), ((edition - 1, date(edition - 1, 1, 20)),)):
        compared = replace(view, until=until)
        short = explained.in_short(compared, edition - 1, edition)
        whole = explained.explained(compared, edition - 1, edition)
        assert short is not None and whole is not None
        said = [explained.sentence(one, edition - 1, edition) for one in (short, whole)]
        assert said[0] == said[1]
        assert (short.heads, short.partners_now) == (whole.heads, whole.partners_now)


def test_an_earlier_version_says_that_its_partners_are_not_kept(empty: Engine, tmp_path: Path) -> None:
    for edition, people in ((2024, 120), (2025, 80), (2025, 90)):
        load_text(ONE_ROW.replace("2024", str(edition)).replace(";120", f";{people}"), tmp_path)
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30)
    app.query_params["version"] = "2"
    app = app.run().switch_page("pages/years.py").run()
    assert not app.exception
    assert "cette version antérieure ne les a pas" in words(app)
    assert "30 personnes rejointes de moins" in words(opened("years"))


def test_partners_are_read_on_a_day_as_the_figures_of_that_day(demonstration: Engine) -> None:
    versions, url = queries.snapshot(DIRECTOR).versions, queries.database_url()
    day = date(2025, 1, 20)
    found = queries.contributions(DIRECTOR, dict(versions)[2025], 2025, day)
    whole = queries.cube_until(versions, DIRECTOR, ((2025, day),), url)
    assert found is not None
    assert 0 < found["reach"].sum() == whole.loc[whole["edition"] == 2025, "reach"].sum()
    assert found["confirmed"].isna().all()


def test_one_edition_alone_has_nothing_to_explain(empty: Engine, tmp_path: Path) -> None:
    load_text(ONE_ROW, tmp_path)
    assert "Pourquoi ça a changé" not in words(opened("years"))
