"""A row that waits is corrected, loaded in its place and waits no more; or waits with its new reason."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from etl import corrections
from etl.corrections import Waiting
from etl.load import load
from etl.schema import Load, Participation, Registration
from etl.undo import undo
from tests.files import row, write


def waiting(engine: Engine) -> list[Waiting]:
    with engine.connect() as connection:
        return corrections.waiting(connection)


def test_a_corrected_row_is_loaded_where_it_was_and_waits_no_more(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1"), row("A2", Municipalité="Atlantide")]))
    (held,) = waiting(empty)
    assert (held.file, held.row, held.code) == ("a.csv", 3, "unknown_place")
    (report,) = corrections.correct(empty, [held], {held.id: {"Municipalité": "Roberval"}}, "directrice")
    assert report.rows["accepted"] == 1
    assert waiting(empty) == []
    with empty.connect() as connection:
        where = select(Registration.sheet, Registration.row, Load.author, Load.file_name)
        where = where.join(Load, Load.id == Registration.load_id).where(Registration.number == "A2")
        assert connection.execute(where).one() == ("a.csv", 3, "directrice", "a.csv")


def test_a_correction_taken_back_leaves_its_row_waiting_as_it_did(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1"), row("A2", Municipalité="Atlantide")]))
    held = waiting(empty)
    (report,) = corrections.correct(empty, held, {held[0].id: {"Municipalité": "Roberval"}}, "directrice")
    assert report.load is not None
    undo(empty, report.load, "directrice")
    assert waiting(empty) == held
    corrections.set_aside(empty, held)
    assert waiting(empty) == []


def test_a_row_still_wrong_waits_again_with_its_new_reason(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A2", Municipalité="Atlantide", Milieu="lunaire")]))
    (held,) = waiting(empty)
    corrections.correct(empty, [held], {held.id: {"Milieu": "scolaire"}}, "directrice")
    (again,) = waiting(empty)
    assert (again.row, again.code, again.cells["Milieu"]) == (2, "unknown_place", "scolaire")


def test_a_correction_and_the_end_of_the_wait_happen_together_or_not_at_all(
    empty: Engine, tmp_path: Path
) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1", Municipalité="Atlantide")]))
    (held,) = waiting(empty)
    with empty.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER no BEFORE UPDATE ON quarantine BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(IntegrityError):
        corrections.correct(empty, [held], {held.id: {"Municipalité": "Alma"}}, "directrice")
    assert waiting(empty) == [held]
    with empty.connect() as connection:
        assert connection.scalars(select(Registration.id)).all() == []
        assert connection.scalars(select(Load.id)).all() == [held.load]


def test_what_a_person_vouches_for_is_loaded_though_unlikely(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1", Municipalité="Desbiens", Jeunes=5_000)]))
    (held,) = waiting(empty)
    assert held.code == "above_population"
    corrections.correct(empty, [held], {}, "directrice", vouched=True)
    assert waiting(empty) == []
    with empty.connect() as connection:
        assert connection.scalars(select(Participation.expected)).all() == [5_000]


def test_the_edition_given_for_a_file_goes_with_its_waiting_rows(empty: Engine, tmp_path: Path) -> None:
    cells = {name: cell for name, cell in row(Municipalité="Atlantide").items() if name != "Édition"}
    load(empty, write(tmp_path / "a.csv", [cells]), edition=2022)
    (held,) = waiting(empty)
    (report,) = corrections.correct(empty, [held], {held.id: {"Municipalité": "Alma"}}, "directrice")
    assert (report.editions, report.rows["accepted"]) == ([2022], 1)


def test_a_row_set_aside_waits_no_more_and_is_not_loaded(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1", Municipalité="Atlantide")]))
    corrections.set_aside(empty, waiting(empty))
    assert waiting(empty) == []
    with empty.connect() as connection:
        assert connection.scalars(select(Registration.id)).all() == []
