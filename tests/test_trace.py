"""Behind any figure are the rows that it is the sum of, with where each was read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard import formats, metrics, queries
from dashboard.question import Restriction
from dashboard.scope import BOARD, DIRECTOR
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
