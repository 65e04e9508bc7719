"""A name taken for another's by likeness, and said not to be: from then on two partners, exactly."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from etl import database, stamp, summarise
from etl.load import load
from etl.partners.apart import NotMatched, matches, set_apart
from etl.partners.decisions import DependsOnIt, decide, take_back, waiting
from etl.undo import undo
from tests.copies import fresh
from tests.files import row, write
from tests.test_undo import cells, facts, files, registered

NAME, SLIP = "Centre Grandmarelle", "Centre Grandmarele"
BOTH = f"{NAME} / {SLIP}"
NAMES = (NAME, SLIP, f"{SLIP} ; Café", "Café", BOTH)

LED = (
    """SELECT r.number, p.name FROM registration r JOIN partner p ON p.id = r.partner_id ORDER BY r.number"""
)
TAKING_PART = """SELECT r.number, p.name FROM registration_partner t JOIN partner p ON p.id = t.partner_id
JOIN registration r ON r.id = t.registration_id ORDER BY 1, 2"""


def ask(engine: Engine, sql: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(found) for found in connection.execute(text(sql))]


def take(engine: Engine, folder: Path, *rows: dict[str, Any]) -> int:
    number = len(list(folder.glob("*.csv")))
    loaded = load(engine, write(folder / f"{number}.csv", rows)).load
    assert loaded is not None
    return loaded


def part(engine: Engine, at: int = 0) -> int:
    """Say that a match is wrong, as the page does."""
    with database.writer(engine) as connection:
        moment = stamp.now()
        match = matches(connection)[at]
        decided = set_apart(connection, match.key, match.place_code, "directrice", moment)
        summarise.make_versions(connection, decided.editions, None, moment)
    return decided.decision


def join(engine: Engine, decision: int) -> None:
    with database.writer(engine) as connection:
        moment = stamp.now()
        editions = take_back(connection, decision, "directrice", moment)
        summarise.make_versions(connection, editions, None, moment)


def matched(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(matches(connection))


def test_the_registrations_written_under_the_name_become_its_own(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME), row("A2", Partenaire=SLIP))
    take(empty, tmp_path, row("A3", Partenaire=SLIP, Édition=2025), row("A4", Partenaire=NAME))
    assert {name for _, name in ask(empty, LED)} == {NAME}
    part(empty)
    assert ask(empty, LED) == [("A1", NAME), ("A2", SLIP), ("A3", SLIP), ("A4", NAME)]
    assert matched(empty) == 0


def test_the_name_is_never_matched_with_it_again(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME))
    load_id = take(empty, tmp_path, row("A2", Partenaire=SLIP))
    part(empty)
    take(empty, tmp_path, row("A3", Partenaire=SLIP))
    undo(empty, 3, "directrice")
    undo(empty, load_id, "directrice")
    take(empty, tmp_path, row("A2", Partenaire=SLIP))
    assert ask(empty, LED) == [("A1", NAME), ("A2", SLIP)]
    assert matched(empty) == 0
    with empty.connect() as connection:
        assert waiting(connection) == []


def test_the_cube_of_a_new_version_counts_two_partners_and_that_of_the_old_one_counts_one(
    empty: Engine, tmp_path: Path
) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME), row("A2", Partenaire=SLIP))
    part(empty)
    counts = "SELECT version_id, COUNT(DISTINCT partner_id) FROM partner_summary GROUP BY 1 ORDER BY 1"
    assert ask(empty, counts) == [(1, 1), (2, 2)]


def test_of_two_names_in_one_cell_each_takes_its_part(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME), row("A2", Partenaire=SLIP))
    take(empty, tmp_path, row("A3", Partenaire=BOTH), row("A4", Partenaire=f"Café / {SLIP}"))
    before = facts(empty)
    decision = part(empty)
    assert ask(empty, LED)[2:] == [("A3", NAME), ("A4", "Café")]
    assert ask(empty, TAKING_PART) == [("A3", SLIP), ("A4", SLIP)]
    join(empty, decision)
    assert facts(empty) == before


def test_what_was_loaded_since_goes_back_with_the_rest(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME), row("A2", Partenaire=SLIP))
    decision = part(empty)
    take(empty, tmp_path, row("A3", Partenaire=SLIP))
    join(empty, decision)
    assert {name for _, name in ask(empty, LED)} == {NAME}
    assert matched(empty) == 1


def test_a_load_that_changed_the_registration_is_undone_to_the_right_partner(
    empty: Engine, tmp_path: Path
) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME), row("A2", Partenaire=SLIP))
    later = take(empty, tmp_path, row("A2", Partenaire="Café"))
    decision = part(empty)
    undo(empty, later, "directrice")
    assert ask(empty, LED) == [("A1", NAME), ("A2", SLIP)]
    join(empty, decision)
    assert {name for _, name in ask(empty, LED)} == {NAME}


def test_a_separation_whose_partner_went_with_its_load_is_asked_about_when_taken_back(
    empty: Engine, tmp_path: Path
) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME))
    load_id = take(empty, tmp_path, row("A2", Partenaire=SLIP))
    decision = part(empty)
    undo(empty, load_id, "directrice")
    take(empty, tmp_path, row("A2", Partenaire=SLIP))
    join(empty, decision)
    with empty.connect() as connection:
        assert [row.status for row in waiting(connection)] == ["open"]


def test_a_separation_on_which_an_answer_rests_is_not_taken_back_first(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row("A1", Partenaire="Maison Grandmare"), row("A2", Partenaire="Maison Aurèle"))
    take(empty, tmp_path, row("A3", Partenaire=NAME), row("A4", Partenaire=SLIP))
    decision = part(empty)
    with database.writer(empty) as connection:
        connection.execute(
            text("""INSERT INTO partner_proposal SELECT 99, a.key, a.place_code, a.name, b.key, b.place_code,
            b.name, 80, NULL, 'open', NULL, NULL FROM partner_alias a, partner_alias b
            WHERE a.name = :slip AND b.name = 'Maison Aurèle'"""),
            {"slip": SLIP},
        )
        decide(connection, 99, "yes", "directrice")
    with pytest.raises(DependsOnIt):
        join(empty, decision)


def test_only_a_name_matched_by_likeness_is_set_apart(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME))
    with database.writer(empty) as connection, pytest.raises(NotMatched):
        set_apart(connection, "centregrandmarelle", "unspecified", "directrice")


def test_a_row_of_the_long_form_that_leaves_the_name_blank_goes_with_the_one_above(
    empty: Engine, tmp_path: Path
) -> None:
    take(empty, tmp_path, row("A1", Partenaire=NAME))
    path = tmp_path / "long.csv"
    lines = ["Édition;Partenaire;Titre;Public;Nombre", f"2024;{SLIP};Un;Jeunes;5", "2024;;Deux;Parents;6"]
    path.write_text("\n".join(lines), encoding="utf-8")
    load(empty, path)
    part(empty)
    assert sorted(name for _, name in ask(empty, LED)) == [SLIP, SLIP, NAME]


@settings(max_examples=25, deadline=None)
@given(
    data=st.data(),
    tables=st.lists(st.lists(registered(NAMES), min_size=1, max_size=4), min_size=1, max_size=4),
)
def test_separations_and_undone_loads_taken_back_in_any_order_restore_every_table(
    blank: Path, data: st.DataObject, tables: list[list[dict[str, Any]]]
) -> None:
    """Load, set apart before or after the last load, undo it, take the separations back: nothing remains."""
    with fresh(blank) as (engine, folder):
        *before, last = files(folder, tables)
        for path in before:
            load(engine, path)
        stored, cube = facts(engine), cells(engine)
        decisions = apart_all(engine) if data.draw(st.booleans()) else []
        number = load(engine, last).load
        assert number is not None
        decisions += apart_all(engine)
        first_undone = data.draw(st.booleans())
        if first_undone:
            undo(engine, number, "directrice")
        for decision in reversed(decisions):
            join(engine, decision)
        if not first_undone:
            undo(engine, number, "directrice")
        after = facts(engine)
        after["quarantine"] = [one for one in after["quarantine"] if one[1] != number]
        assert after == stored
        assert cells(engine) == cube


@settings(max_examples=25, deadline=None)
@given(tables=st.lists(st.lists(registered(NAMES), min_size=1, max_size=4), min_size=2, max_size=4))
def test_an_undone_load_leaves_what_the_separation_gives_without_it(
    blank: Path, tables: list[list[dict[str, Any]]]
) -> None:
    """Set apart, load, undo is set apart."""
    with fresh(blank) as (engine, folder):
        *before, last = files(folder, tables)
        for path in before:
            load(engine, path)
        apart_all(engine)
        stored, cube = facts(engine), cells(engine)
        number = load(engine, last).load
        assert number is not None
        undo(engine, number, "directrice")
        after = facts(engine)
        after["quarantine"] = [one for one in after["quarantine"] if one[1] != number]
        assert after == stored
        assert cells(engine) == cube


def apart_all(engine: Engine) -> Sequence[int]:
    decisions = []
    while matched(engine):
        decisions.append(part(engine))
    return decisions
