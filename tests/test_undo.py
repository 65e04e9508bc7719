"""A load is taken back exactly, whatever came after it, unless something rests on it, which is said then."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from etl import database, demonstrate
from etl.load import load
from etl.originals import original
from etl.partners.decisions import decide, take_back, waiting
from etl.undo import AlreadyUndone, DependentDecisions, DependentLoads, NotUndoable, undo
from tests.copies import fresh
from tests.files import confirmed, row, write
from tests.test_invariants import CUBE

FACTS = (
    *("partner_alias", "partner_word", "partner_spelling", "partner_proposal", "registration"),
    *("registration_place", "registration_partner", "participation", "quarantine", "partner_decision"),
    *("registration_before", "registration_place_before", "registration_partner_before"),
    *("confirmation_before", "figure_before", "load_dependency"),
)
READABLE = (
    """SELECT r.edition, r.number, p.key, p.name, r.sector, r.action, r.place_code, r.borough, r.title,
        r.held_on, r.held_until, r.held_written, r.registered_on, l.sha256, r.sheet, r."row", c.sha256,
        r.confirmed_sheet, r.confirmed_row
    FROM registration r JOIN partner p ON p.id = r.partner_id JOIN load l ON l.id = r.load_id
    LEFT JOIN load c ON c.id = r.confirmed_load_id""",
    """SELECT r.edition, r.number, a.place_code FROM registration_place a
    JOIN registration r ON r.id = a.registration_id""",
    """SELECT r.edition, r.number, p.key FROM registration_partner a
    JOIN registration r ON r.id = a.registration_id JOIN partner p ON p.id = a.partner_id""",
    """SELECT r.edition, r.number, f.audience, f.expected, f.confirmed, f.expected_written,
        f.confirmed_written
    FROM participation f JOIN registration r ON r.id = f.registration_id""",
    "SELECT a.key, a.place_code, p.key, a.how FROM partner_alias a JOIN partner p ON p.id = a.partner_id",
    "SELECT word, key, place_code FROM partner_word",
    "SELECT word FROM partner_spelling",
    "SELECT key, place_code, other_key, other_place_code, score, status FROM partner_proposal",
    *CUBE,
)
"""The facts and the cube without the identifiers, which depend on what was loaded and taken back between."""


def rows(engine: Engine, queries: Sequence[str]) -> list[list[tuple[Any, ...]]]:
    with engine.connect() as connection:
        return [sorted((tuple(one) for one in connection.execute(text(sql))), key=repr) for sql in queries]


def facts(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of facts as it is, and the partners that a name leads to."""
    tables = dict(zip(FACTS, rows(engine, [f"SELECT * FROM {name}" for name in FACTS]), strict=True))
    known = "SELECT * FROM partner WHERE id IN (SELECT partner_id FROM partner_alias)"
    return tables | {"partner": rows(engine, [known])[0]}


def cells(engine: Engine) -> list[list[tuple[Any, ...]]]:
    return rows(engine, CUBE)


def registered(partners: Sequence[str | None]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "Édition": st.sampled_from([2024, 2025]),
            "Numéro d'inscription": st.sampled_from(["1", "2", "3", "4"]),
            "Partenaire": st.sampled_from(partners),
            "Municipalité": st.sampled_from(["Alma", "Roberval", "Alma ; Roberval", "Atlantide"]),
            "Date d'inscription": st.sampled_from([None, "2024-01-14", "2024-01-20"]),
            "Jeunes": st.sampled_from([None, 0, 5, "environ 300", "toute l'école"]),
            "Parents": st.sampled_from([None, 7]),
        }
    )


CONFIRMED = st.fixed_dictionaries(
    {
        "Édition": st.sampled_from([2024, 2025]),
        "Numéro d'inscription": st.sampled_from(["1", "2", "3", "4"]),
        "Jeunes": st.sampled_from([None, 0, 3, "≈ 12"]),
        "Parents": st.sampled_from([None, 9]),
    }
)
ALONE = ("Organisme fictif A", "Café", "Caisse", None)
TOGETHER = (*ALONE, "Café / Caisse")


def file(partners: Sequence[str | None]) -> st.SearchStrategy[list[dict[str, Any]]]:
    rows = st.lists(registered(partners), min_size=1, max_size=4)
    return st.one_of(rows, rows, st.lists(CONFIRMED, min_size=1, max_size=3))


FILE = file(TOGETHER)
UNRELATED = file(ALONE)
"""No name that is read as two partners or as one according to those that other files made known."""


def files(folder: Path, tables: Sequence[Sequence[dict[str, Any]]]) -> list[Path]:
    return [write(folder / f"{number}.csv", table) for number, table in enumerate(tables)]


@settings(max_examples=25, deadline=None)
@given(data=st.data(), tables=st.lists(UNRELATED, min_size=1, max_size=5))
def test_undoing_any_load_on_which_none_rests_leaves_what_the_others_give(
    blank: Path, data: st.DataObject, tables: list[list[dict[str, Any]]]
) -> None:
    gone = data.draw(st.integers(0, len(tables) - 1))
    with fresh(blank) as (engine, folder), fresh(blank) as (other, _):
        paths = files(folder, tables)
        loads = [load(engine, path).load for path in paths]
        undone = loads[gone]
        assert undone is not None
        try:
            undo(engine, undone, "directrice")
        except DependentLoads as error:
            assert {one.id for one in error.loads} <= set(loads[gone + 1 :])
            for one in error.loads:
                undo(engine, one.id, "directrice")
            undo(engine, undone, "directrice")
            left = [
                p
                for p, number in zip(paths, loads, strict=True)
                if number not in {undone, *(one.id for one in error.loads)}
            ]
        else:
            left = [path for index, path in enumerate(paths) if index != gone]
        for path in left:
            load(other, path)
        for query, kept, alone in zip(READABLE, rows(engine, READABLE), rows(other, READABLE), strict=True):
            assert kept == alone, query


@settings(max_examples=15, deadline=None)
@given(tables=st.lists(FILE, min_size=1, max_size=4))
def test_undoing_the_last_load_restores_every_table_exactly(
    blank: Path, tables: list[list[dict[str, Any]]]
) -> None:
    with fresh(blank) as (engine, folder):
        *before, last = files(folder, tables)
        for path in before:
            load(engine, path)
        stored, cube = facts(engine), cells(engine)
        number = load(engine, last).load
        assert number is not None
        undo(engine, number, "directrice")
        after = facts(engine)
        after["quarantine"] = [one for one in after["quarantine"] if one[1] != number]
        assert after == stored
        assert cells(engine) == cube


def loaded(engine: Engine, path: Path) -> int:
    number = load(engine, path).load
    assert number is not None
    return number


def test_what_rests_on_a_load_is_named_newest_first_and_nothing_is_done(
    empty: Engine, tmp_path: Path
) -> None:
    first = loaded(empty, write(tmp_path / "a.csv", [row()]))
    told = loaded(empty, write(tmp_path / "c.csv", [confirmed(Jeunes=7)]))
    later = loaded(empty, write(tmp_path / "b.csv", [row(Jeunes=11)]))
    other = loaded(empty, write(tmp_path / "d.csv", [row("B1")]))
    before = facts(empty)
    with pytest.raises(DependentLoads) as refused:
        undo(empty, first, "directrice")
    assert [(one.id, one.file) for one in refused.value.loads] == [(later, "b.csv"), (told, "c.csv")]
    assert facts(empty) == before
    assert undo(empty, told, "directrice").editions == (2024,)
    assert undo(empty, later, "directrice").editions == (2024,)
    undo(empty, first, "directrice")
    with empty.connect() as connection:
        assert connection.scalars(text("SELECT load_id FROM registration")).all() == [other]


def test_a_load_is_undone_once_and_only_if_it_exists(empty: Engine, tmp_path: Path) -> None:
    number = loaded(empty, write(tmp_path / "a.csv", [row()]))
    undo(empty, number, "directrice")
    with pytest.raises(AlreadyUndone) as refused:
        undo(empty, number, "adjointe")
    assert refused.value.author == "directrice"
    with pytest.raises(NotUndoable):
        undo(empty, 99, "directrice")


def test_older_versions_stay_readable_after_an_undo(empty: Engine, tmp_path: Path) -> None:
    number = loaded(empty, write(tmp_path / "a.csv", [row()]))
    query = "SELECT * FROM partner_summary WHERE version_id = 1"
    before = rows(empty, [query])
    undo(empty, number, "directrice")
    assert rows(empty, [query]) == before != [[]]
    again = load(empty, tmp_path / "a.csv")
    assert again.rows["accepted"] == 1


def test_a_row_that_waited_waits_no_more_unless_the_file_was_loaded_again(
    empty: Engine, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", [row(Municipalité="Atlantide")])
    waiting_rows = "SELECT load_id FROM quarantine WHERE resolved_at IS NULL"
    first, second = loaded(empty, path), loaded(empty, path)
    undo(empty, first, "directrice")
    assert rows(empty, [waiting_rows]) == [[(second,)]]
    undo(empty, second, "directrice")
    assert rows(empty, [waiting_rows]) == [[]]


def test_a_merge_outlives_the_load_that_made_its_registrations(empty: Engine, tmp_path: Path) -> None:
    loaded(empty, write(tmp_path / "a.csv", [row("A1", Partenaire="École Aurèle-Grandmare")]))
    second = loaded(empty, write(tmp_path / "b.csv", [row("A2", Partenaire="École Aurélie-Grandmare")]))
    with database.writer(empty) as connection:
        decision = decide(connection, waiting(connection)[0].id, "yes", "directrice").decision
    undo(empty, second, "directrice")
    loaded(empty, write(tmp_path / "c.csv", [row("A3", Partenaire="École Aurèle-Grandmare")]))
    with database.writer(empty) as connection:
        take_back(connection, decision, "directrice")
        assert connection.scalars(text("SELECT DISTINCT partner_id FROM registration")).all() == [1]


def test_a_merge_of_what_a_load_changed_is_taken_back_first(empty: Engine, tmp_path: Path) -> None:
    loaded(empty, write(tmp_path / "a.csv", [row("A1", Partenaire="École Aurèle-Grandmare")]))
    loaded(empty, write(tmp_path / "b.csv", [row("A2", Partenaire="École Aurélie-Grandmare")]))
    before = cells(empty)
    third = loaded(empty, write(tmp_path / "c.csv", [row("A2", Partenaire="Café")]))
    with database.writer(empty) as connection:
        decision = decide(connection, waiting(connection)[0].id, "yes", "directrice").decision
    with pytest.raises(DependentDecisions) as refused:
        undo(empty, third, "directrice")
    assert refused.value.decisions == (decision,)
    with database.writer(empty) as connection:
        take_back(connection, decision, "directrice")
    undo(empty, third, "directrice")
    assert cells(empty) == before


def test_the_row_behind_a_registration_is_shown_without_contacts(empty: Engine, tmp_path: Path) -> None:
    told = row(Titre="Écrire à a@b.ca\n418-555-1234", Courriel="c@d.ca", Jeunes=" environ 300 ")
    number = loaded(empty, write(tmp_path / "a.csv", [row("A0"), told]))
    undo(empty, number, "directrice")
    with empty.connect() as connection:
        found = original(connection, number, "a.csv", 3)
        assert found is not None and found["Jeunes"].strip() == "environ 300"
        assert found["Titre"] == "Écrire à …\n…" and "Courriel" not in found
        assert original(connection, number, "a.csv", 9) is None


def test_the_demonstration_goes_out_under_what_was_loaded_on_it(
    demonstration: Engine, tmp_path: Path
) -> None:
    number = loaded(demonstration, write(tmp_path / "a.csv", [row()]))
    demonstrate.take_out(demonstration)
    undo(demonstration, number, "directrice")
    assert rows(demonstration, ["SELECT id FROM registration"]) == [[]]
