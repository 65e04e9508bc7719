"""Behind any figure are the rows that it is the sum of, with where each was read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard import access, formats, metrics, queries
from dashboard.access import Visitor
from dashboard.question import Restriction
from dashboard.scope import BOARD, DIRECTOR, of_partner
from etl import database
from etl.load import load
from etl.schema import AUDIENCES
from tests.files import confirmed, row, write

pytestmark = pytest.mark.usefixtures("fresh_caches")

RESTRICTIONS = st.builds(
    Restriction,
    st.sampled_from([(), ("2494068",), ("2493042", "mrc:942"), ("mrc:91",), ("online", "region")]),
    st.sampled_from([(), *[(code,) for code in AUDIENCES], ("youth", "parents")]),
    st.sampled_from([(), ("school",), ("municipal", "business")]),
    st.just(()),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(restriction=RESTRICTIONS, edition=st.sampled_from([2019, 2021, 2024, 2026]))
def test_the_rows_behind_a_figure_add_up_to_it(
    demonstration: Engine, restriction: Restriction, edition: int
) -> None:
    snapshot = queries.snapshot(DIRECTOR)
    version = dict(snapshot.versions)[edition]
    cube = queries.cube(snapshot.versions, DIRECTOR, queries.database_url())
    people = metrics.reach_by(cube, restriction, ("edition",)).set_index("edition")
    rows = queries.traced(DIRECTOR, version, edition, restriction, None)
    counted = queries.counted(DIRECTOR, version, edition, restriction)
    shown = int(people["reach"].get(edition, 0))
    assert shown == int(rows["reach"].sum()) == counted.reach
    assert (counted.rows, counted.registrations) == (len(rows), rows["number"].nunique())
    assert counted.figures == rows["reach"].notna().sum()


def test_a_row_names_the_file_that_the_figure_that_counts_was_read_in(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "announced.csv", [row("A1"), row("A2")]))
    load(empty, write(tmp_path / "reported.csv", [confirmed("A2", Jeunes=7)]))
    version = dict(queries.snapshot(DIRECTOR).versions)[2024]
    rows = queries.traced(DIRECTOR, version, 2024, Restriction(), None).set_index("number")
    assert rows.loc["A1", ["file", "row", "reach"]].tolist() == ["announced.csv", 2, 10]
    assert rows.loc["A2", ["file", "row", "reach"]].tolist() == ["reported.csv", 2, 7]


def test_the_board_sees_the_rows_without_their_files(demonstration: Engine) -> None:
    version = dict(queries.snapshot(BOARD).versions)[2026]
    rows = queries.traced(BOARD, version, 2026, Restriction(), 10)
    assert len(rows) == 10 and not {"file", "author", "load"} & set(rows)


def test_the_page_opens_under_its_filters(demonstration: Engine) -> None:
    app = AppTest.from_file(str(database.ROOT / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/trace.py").run()
    app.multiselect(key="public").set_value(["youth"])
    app.selectbox(key="edition").set_value(2024).run()
    assert not app.exception
    (rows,) = (one.value for one in app.dataframe)
    assert set(rows["Public"]) == {"Jeunes"}
    assert formats.number(rows["Personnes rejointes"].sum()) in app.header[0].value


SAID = {
    ("audience:youth", "reach"): ("Jeunes", "personnes rejointes en 2026"),
    ("mrc:none", "registrations"): ("Sans MRC", "inscriptions en 2026, de"),
    ("kinds:mrc,region,online,outside,unspecified", "partners"): ("Sans municipalité", "partenaires en 2026"),
    ("held:/2026-02-15", "registrations"): ("jusqu’au 15 février 2026", "inscriptions en 2026"),
    ("held:!2026-02-16/2026-02-20", "reach"): ("avant le 16 février 2026 ou après le 20", "personnes"),
    ("held:none", "expected"): ("à une date inconnue", "personnes attendues en 2026"),
    ("action:resolution", "municipalities"): ("Résolution", "municipalités en 2026"),
    ("known:2026-01-20", "reach"): ("tel que connu le 20 janvier 2026", "personnes attendues en 2026"),
    ("told:both", "confirmed"): ("prévu et confirmé", "confirmées en 2026, sur"),
}  # fmt: skip


@pytest.mark.parametrize("asked", SAID, ids=" ".join)
def test_the_page_says_what_one_figure_keeps_and_counts(
    demonstration: Engine, asked: tuple[str, str]
) -> None:
    app = at_the_page(lignes=asked[0], chiffre=asked[1])
    kept, counted = SAID[asked]
    assert counted in app.header[0].value.replace("\\", "").replace("\u00a0", " ")
    said = "\n".join(caption.value for caption in app.caption).replace("\\", "").replace("\u00a0", " ")
    assert "Ce chiffre seulement" in said and kept in said
    assert len(app.dataframe[0].value)


def test_a_partner_opens_the_rows_behind_their_own_figures(
    demonstration: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = min(queries.partners(DIRECTOR, "", 1))
    monkeypatch.setattr(access, "visitor", lambda: Visitor(of_partner(partner), "eux", how="link"))
    app = at_the_page(lignes=f"within:{partner}")
    (rows,) = (one.value for one in app.dataframe)
    assert not {"Fichier", "Par"} & set(rows)
    assert formats.number(rows["Personnes rejointes"].sum()) in app.header[0].value


def at_the_page(**asked: str) -> AppTest:
    app = AppTest.from_file(str(database.ROOT / "navigation.py"), default_timeout=30).run()
    for name, value in asked.items():
        app.query_params[name] = value
    app = app.switch_page("pages/trace.py").run()
    assert not app.exception, app.exception
    return app
