"""What deserves a second look is found, and shown with the rows behind; nothing else is."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from streamlit.testing.v1 import AppTest

from dashboard import doubts, queries
from dashboard.scope import BOARD, DIRECTOR
from etl import database
from etl.load import load
from tests.files import confirmed, row, write

pytestmark = pytest.mark.usefixtures("fresh_caches")

PEERS = [row(f"P{n}", Partenaire=f"Organisme fictif P{n}", Jeunes=8 + n % 5, Date=None) for n in range(14)]


def doubted(engine: Engine, folder: Path, *rows: dict[str, Any]) -> dict[str, list[str]]:
    """Load these rows among ordinary ones, and tell which are in each check."""
    load(engine, write(folder / "a.csv", [*PEERS, *rows]))
    snapshot = queries.snapshot(DIRECTOR)
    figures = queries.figures(DIRECTOR, dict(snapshot.versions)[2024], 2024)
    people = queries.people_by_edition(DIRECTOR, snapshot.versions)
    found = {
        "without figure": doubts.without_figure(figures),
        "approximate": doubts.approximate(figures),
        "far": doubts.far_from_others(figures),
        "jump": doubts.jumps(figures, people, 2024),
        "double": doubts.doubles(figures),
        "unplaced": doubts.unplaced(figures),
    }
    return {check: sorted(set(rows["number"])) for check, rows in found.items()}


def test_each_doubt_finds_its_rows_and_no_other(empty: Engine, tmp_path: Path) -> None:
    past = [row("B1", Édition=2023, Partenaire="Organisme fictif B", Jeunes=20)]
    load(empty, write(tmp_path / "2023.csv", past))
    twice = {"Partenaire": "Organisme fictif D", "Municipalité": "Roberval", "Parents": 3}
    assert doubted(
        empty,
        tmp_path,
        row("A1", Jeunes="toute l'école"),
        row("A2", Jeunes="environ 10", Date=None),
        row("B1", Partenaire="Organisme fictif B", Jeunes=900),
        row("D1", **twice),
        row("D2", **twice),
        row("D3", **twice | {"Parents": 4}),
        row("E1", Partenaire="Organisme fictif E", Municipalité=None),
    ) == {
        "without figure": ["A1"],
        "approximate": ["A2"],
        "far": ["B1"],
        "jump": ["B1"],
        "double": ["D1", "D2"],
        "unplaced": ["E1"],
    }


def test_a_confirmed_number_is_no_longer_approximate(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1", Jeunes="environ 300")]))
    load(empty, write(tmp_path / "b.csv", [confirmed("A1", Jeunes=250)]))
    (version,) = queries.snapshot(DIRECTOR).versions
    figures = queries.figures(DIRECTOR, version[1], 2024)
    assert doubts.approximate(figures).empty and doubts.unconfirmed(figures).empty


@given(st.lists(st.integers(0, 5_000), min_size=1, max_size=40))
def test_what_is_alike_is_never_far(values: list[int]) -> None:
    scores = doubts.modified_z_score(pd.Series(values, dtype=float))
    assert len(scores) == len(values) and scores.notna().all()
    assert (scores.abs()[pd.Series(values) == pd.Series(values).median()] == 0).all()


def test_the_page_shows_each_check_with_its_rows(demonstration: Engine) -> None:
    app = AppTest.from_file(str(database.ROOT / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/quality.py").run()
    assert not app.exception
    with demonstration.connect() as connection:
        silent, whole = connection.execute(
            text(
                "SELECT SUM(NOT EXISTS (SELECT 1 FROM participation p WHERE p.registration_id = r.id "
                "AND COALESCE(confirmed, expected) IS NOT NULL)), COUNT(*) FROM registration r "
                "WHERE edition = 2026"
            )
        ).one()
    assert f"{round(100 * (1 - silent / whole))}\u00a0%" in app.header[0].value.replace("\\", "")
    checks, rows = (one.value for one in app.dataframe)
    assert checks.iloc[0]["Inscriptions"] == silent == len(rows)
    assert {"Fichier", "Feuille", "Ligne"} <= set(rows.columns)


def test_the_board_sees_the_doubts_and_not_the_files(demonstration: Engine) -> None:
    version = dict(queries.snapshot(BOARD).versions)[2026]
    assert "file" not in queries.figures(BOARD, version, 2026)
    assert queries.rows_that_wait(BOARD) == {}
