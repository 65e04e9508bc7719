"""Exposure stands beside people: no figure of theirs moves, no two units add, nothing is lost on the way."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from streamlit.testing.v1 import AppTest

from dashboard import audit, exposure, messages, overview, queries
from dashboard.reports.origin import view_at
from dashboard.scope import BOARD, of_partner
from etl import database, demonstrate, exposure_file
from etl import exposure as stored
from etl.__main__ import main
from etl.data_files import DATA
from etl.exposure import Row
from etl.load import load
from etl.templates import EXPOSURE_COLUMNS
from tests.copies import fresh
from tests.files import row, write, write_cells
from tests.test_invariants import CUBE
from tests.test_pages import ONE_ROW, load_text, opened, words

pytestmark = pytest.mark.usefixtures("fresh_caches")
RIBBONS = Row(2024, "Rubans fictifs", "tools", date(2024, 2, 1), None, 500, "ribbons", "Fictif")
VIEWS = Row(2024, "Capsules fictives", "social", date(2024, 2, 5), date(2024, 2, 16), 900, "views", "Fictif")
GOOD = [2024, "Rubans fictifs", "Rubans", "2024-02-01", None, "12 500", "ruban", "Fictif"]

rows_of_exposure = st.builds(
    Row,
    edition=st.sampled_from([2023, 2024, 2025]),
    what=st.text("abé ", min_size=1, max_size=5),
    channel=st.sampled_from(sorted(stored.words("channel"))),
    starts_on=st.none(),
    ends_on=st.none(),
    number=st.integers(0, stored.LARGEST),
    unit=st.sampled_from(["views", "ribbons", "articles"]),
    source=st.just("Fictif"),
)


def add(engine: Engine, *rows: Row, by: str = "directrice") -> None:
    with database.writer(engine) as connection:
        stored.add(connection, rows, by)


def contents(engine: Engine) -> list[Row]:
    with engine.connect() as connection:
        return [stored.content(one) for one in stored.present(connection)]


def cube(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        versions = connection.execute(text("SELECT id, edition FROM edition_version")).all()
        return [versions, *(sorted(map(tuple, connection.execute(text(sql))), key=str) for sql in CUBE)]


def command(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["exposure", *arguments])
    return int(ended.value.code or 0)


@given(rows=st.lists(rows_of_exposure, max_size=6))
def test_exposure_changes_no_figure_of_the_cube(blank: Path, rows: list[Row]) -> None:
    with fresh(blank) as (engine, folder):
        load(engine, write(folder / "a.csv", [row("A1"), row("A2", Jeunes=40)]))
        before = cube(engine)
        add(engine, *rows)
        assert cube(engine) == before
        with database.writer(engine) as connection:
            stored.remove(connection, [one.id for one in stored.present(connection)][:2], "directrice")
        assert cube(engine) == before


def test_exposure_changes_no_figure_of_the_pages(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1"), row("A2", Jeunes=40)]))
    before = overview.totals(view_at(BOARD, 2024, "fr"), 2024)
    add(empty, RIBBONS, VIEWS)
    assert overview.totals(view_at(BOARD, 2024, "fr"), 2024) == before


@given(rows=st.lists(rows_of_exposure, max_size=8, unique=True))
def test_numbers_of_a_unit_add_up_and_never_with_those_of_another(rows: list[Row]) -> None:
    listed = pd.DataFrame([vars(one) for one in rows], columns=list(stored.FIELDS))

    class Shown:
        edition = 2024

    table = exposure.by_unit(Shown(), listed).set_index("unit")["value"]  # type: ignore[arg-type]
    for unit in ("views", "ribbons", "articles"):
        mine = [one.number for one in rows if one.edition == 2024 and one.unit == unit]
        assert table.get(unit, float("nan")) == sum(mine) if mine else pd.isna(table.get(unit))


def test_a_file_is_taken_in_once_however_its_cells_are_written(empty: Engine, tmp_path: Path) -> None:
    same = [2024, "Rubans fictifs", "outils", date(2024, 2, 1), None, 12500, "Rubans remis", "Fictif"]
    first = write_cells(tmp_path / "a.xlsx", [["Campagne fictive"], list(EXPOSURE_COLUMNS), GOOD])
    again = write_cells(
        tmp_path / "b.csv", [list(EXPOSURE_COLUMNS), [str(cell or "") for cell in same], [""] * 8]
    )
    assert command(str(first)) == 0
    assert command(str(again)) == 0
    assert contents(empty) == [
        Row(2024, "Rubans fictifs", "tools", date(2024, 2, 1), None, 12500, "ribbons", "Fictif")
    ]


def test_a_bad_row_keeps_its_file_out_and_is_named_with_its_remedy(
    empty: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = [2024, "", "Facebook", "2024-02-16", "2024-02-10", "douze", "bracelets", "Fictif"]
    reversed_ = [2024, "Vidéo fictive", "Facebook", "2024-02-16", "2024-02-10", "12", "vues", "Fictif"]
    path = write_cells(tmp_path / "a.xlsx", [list(EXPOSURE_COLUMNS), GOOD, bad, reversed_])
    assert command(str(path)) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line.split("\u00a0:")[0] for line in said] == [
        "a.xlsx, feuille «\u00a0Inscriptions\u00a0», ligne 3, colonne «\u00a0Quoi\u00a0»",
        "a.xlsx, feuille «\u00a0Inscriptions\u00a0», ligne 3, colonne «\u00a0Nombre\u00a0»",
        "a.xlsx, feuille «\u00a0Inscriptions\u00a0», ligne 3, colonne «\u00a0Unité\u00a0»",
        "a.xlsx, feuille «\u00a0Inscriptions\u00a0», ligne 4, colonne «\u00a0Au\u00a0»",
    ]
    assert "Remplissez-la" in said[0] and "Écrivez un nombre entier" in said[1]
    assert "rubans remis" in said[2] and "Corrigez les deux dates" in said[3]
    assert contents(empty) == []


@pytest.mark.parametrize("cell", [True, "nan", "inf", "1e400", "-3", "2,5", "3000000000", float("nan")])
def test_what_is_no_count_is_refused(cell: Any) -> None:
    given_ = dict(zip(stored.FIELDS, GOOD, strict=True)) | {"number": cell}
    found, problems = stored.understood(given_)
    assert found is None
    assert [one.column for one in problems] == ["number"]


def test_a_table_of_something_else_is_told_which_columns_it_lacks(
    empty: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "a.csv", [row("A1")])
    assert command(str(path), "--json") == 2
    captured = capsys.readouterr()
    assert "Canal, Nombre, Unité, Source" in captured.err
    assert json.loads(captured.out)[0]["added"] == 0


def test_a_check_writes_nothing_and_the_empty_template_adds_nothing(empty: Engine, tmp_path: Path) -> None:
    path = write_cells(tmp_path / "a.csv", [list(EXPOSURE_COLUMNS)[1:], GOOD[1:]])
    assert command(str(path), "--edition", "2024", "--check") == 0
    assert command(str(DATA / "templates" / "gabarit-exposition.xlsx")) == 0
    assert contents(empty) == []


def test_contacts_are_never_kept(empty: Engine) -> None:
    given_ = dict(zip(stored.FIELDS, GOOD, strict=True))
    told = {"what": "Rubans, a@b.ca", "source": "418 555-0100"}
    found, _ = stored.understood(given_ | told)
    assert found is not None
    assert "@" not in found.what and "555" not in found.source


def test_what_is_taken_out_comes_back_and_leaves_a_trace(empty: Engine) -> None:
    add(empty, RIBBONS, VIEWS)
    with database.writer(empty) as connection:
        stored.remove(connection, [1], "directrice", "192.0.2.7")
    assert contents(empty) == [VIEWS]
    with database.writer(empty) as connection:
        stored.restore(connection, [1], "directrice")
    assert contents(empty) == [RIBBONS, VIEWS]
    with empty.connect() as connection:
        kinds = [event.kind for event in audit.search(connection, "rubans")]
    assert sorted(kinds) == ["exposure_added", "exposure_removed", "exposure_restored"]


def test_filling_the_table_corrects_takes_out_and_adds(empty: Engine) -> None:
    add(empty, RIBBONS, VIEWS)
    listed = exposure.present()
    edited = exposure.editable(listed)
    edited.loc[0, "Nombre"] = 650
    edited = edited.drop(index=1)
    edited.loc[2] = [2024, "Affiches fictives", "affichage", pd.NaT, pd.NaT, 40, "exemplaires", "Fictif"]
    edited.loc[3] = [None] * 8
    assert exposure.save(listed, edited) == ["2 lignes ajoutées, 2 retirées."]
    assert [(one.what, one.number) for one in contents(empty)] == [
        ("Affiches fictives", 40),
        ("Rubans fictifs", 650),
    ]
    assert len(exposure.removed()) == 2
    assert "remise" in exposure.restore(2)


def test_a_table_with_a_bad_cell_is_not_saved_and_says_which(empty: Engine) -> None:
    add(empty, RIBBONS)
    listed = exposure.present()
    edited = exposure.editable(listed)
    edited.loc[0, "Source"] = ""
    wrong, unsaved = exposure.save(listed, edited)
    assert wrong.startswith("Ligne 1, colonne «\u00a0Source\u00a0»") and "obligatoire" in wrong
    assert unsaved == "Rien n’a été enregistré."
    assert contents(empty) == [RIBBONS]


def test_the_board_reads_exposure_and_partners_do_not(empty: Engine) -> None:
    add(empty, RIBBONS)
    assert len(queries.exposure(BOARD)) == 1
    assert queries.exposure(of_partner(1)).empty


def test_an_earlier_version_shows_what_was_there_then(empty: Engine, tmp_path: Path) -> None:
    load_text(ONE_ROW, tmp_path)
    add(empty, RIBBONS, VIEWS)
    load_text(ONE_ROW.replace("120", "900"), tmp_path)
    with database.writer(empty) as connection:
        connection.execute(text("UPDATE edition_version SET created_at = '2024-03-01' WHERE id = 1"))
        connection.execute(
            text(
                "UPDATE exposure SET entered_at = '2024-02-01', removed_at = '2024-04-01', removed_by = 'x' "
                "WHERE id = 1"
            )
        )
    assert list(exposure.rows(view_at(BOARD, 2024, "fr", version=1))["what"]) == ["Rubans fictifs"]
    assert list(exposure.rows(view_at(BOARD, 2024, "fr"))["what"]) == ["Capsules fictives"]


def test_the_demonstration_is_marked_and_goes_out_whole(demonstration: Engine) -> None:
    add(demonstration, RIBBONS)
    table = exposure.listed_table(queries.exposure(BOARD))
    assert list(table["Données"].dropna().unique()) == ["Démonstration, fictive"]
    assert len(table) == table["Données"].notna().sum() + 1
    demonstrate.take_out(demonstration)
    assert contents(demonstration) == [RIBBONS]


def test_every_fictional_row_of_the_demonstration_can_be_read() -> None:
    found = exposure_file.read(DATA / "demonstration" / "exposure.csv")
    assert found.refused == []
    assert all("fictive" in one.source for one in found.rows)


def week(edition: int | None = None) -> AppTest:
    app = opened("week")
    app.session_state["unfold-exposure"] = True
    app = app.run()
    assert not app.exception, app.exception
    return app


def test_the_page_shows_exposure_beside_people(demonstration: Engine) -> None:
    said = words(week())
    assert "À côté de 40\u00a0260 personnes rejointes en 2026, sans s’y additionner" in said
    assert "118\u00a0000\u00a0impressions" in said and "37\u00a0articles et reportages" in said


def test_the_page_says_when_there_is_none(empty: Engine, tmp_path: Path) -> None:
    load_text(ONE_ROW, tmp_path)
    assert "Aucune exposition n’est inscrite pour 2024" in words(week())


def test_one_row_is_worded_as_one(empty: Engine, tmp_path: Path) -> None:
    load_text(ONE_ROW, tmp_path)
    add(empty, Row(2024, "Reportage fictif", "press", None, None, 1, "articles", "Fictif"))
    assert "1\u00a0article ou reportage." in words(week())
    with messages.speaking("en"):
        assert exposure.counted("views", 0) == "0\u00a0views"
    assert exposure.counted("views", 0) == "0\u00a0vue"


@pytest.mark.parametrize("is_filled", [True, False])
def test_directors_find_the_table_to_fill(empty: Engine, is_filled: bool) -> None:
    if is_filled:
        add(empty, RIBBONS, VIEWS)
        with database.writer(empty) as connection:
            stored.remove(connection, [1], "directrice")
    app = opened("data")
    app = app.segmented_control(key="volet").set_value("exposure").run()
    assert not app.exception, app.exception
    assert "Rien ici n’est additionné aux personnes rejointes" in words(app)
    assert [len(table.value) for table in app.dataframe] == [1 if is_filled else 0]
    if is_filled:
        app = app.selectbox(key="exposition").select(1).run()
        app = next(one for one in app.button if one.label == "Remettre cette ligne").click().run()
        assert len(contents(empty)) == 2
