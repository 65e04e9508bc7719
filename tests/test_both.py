"""Announced and reported people side by side in one file: one row tells both, and is counted once."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from etl import corrections
from etl.load import OUTCOMES, Report, load
from etl.originals import rows_behind
from etl.undo import DependentLoads, undo
from tests.copies import fresh
from tests.corpus import LONG, LONG_HEADERS
from tests.files import confirmed, row, write, write_cells
from tests.test_undo import CONFIRMED, READABLE, cells, facts, files, registered, rows

BOTH = "Jeunes réels"


def take(engine: Engine, folder: Path, *told: dict[str, Any]) -> Report:
    return load(engine, write(folder / f"{len(list(folder.glob('*.csv')))}.csv", told))


def figures(engine: Engine) -> list[tuple[Any, ...]]:
    query = """SELECT r.number, p.expected, p.confirmed, r.confirmed_load_id, r.confirmed_row
    FROM registration r JOIN participation p ON p.registration_id = r.id ORDER BY 1, p.audience"""
    with engine.connect() as connection:
        return [tuple(found) for found in connection.execute(text(query))]


def outcome(report: Report) -> dict[str, int]:
    return {name: report.rows[name] for name in OUTCOMES if report.rows[name]}


def test_one_row_gives_both_and_is_counted_once(empty: Engine, tmp_path: Path) -> None:
    report = take(empty, tmp_path, row("A1", **{BOTH: 7}), row("A2", **{BOTH: None}))
    assert outcome(report) == {"accepted": 2}
    assert figures(empty) == [("A1", 10, 7, 1, 2), ("A2", 10, None, None, None)]
    with empty.connect() as connection:
        assert connection.execute(text("SELECT SUM(reach) FROM reach_summary")).scalar() == 17


def test_the_same_file_again_changes_nothing(empty: Engine, tmp_path: Path) -> None:
    told = [row("A1", **{BOTH: 7}), row("A2", **{BOTH: "environ 5"}), row("A3", **{BOTH: None})]
    take(empty, tmp_path, *told)
    before = figures(empty)
    assert outcome(take(empty, tmp_path, *told)) == {"unchanged": 3}
    assert figures(empty) == before


@pytest.mark.parametrize("change", [{BOTH: 8}, {"Jeunes": 11}, {BOTH: 8, "Jeunes": 11}])
def test_a_row_is_updated_where_either_changes(empty: Engine, tmp_path: Path, change: dict[str, int]) -> None:
    take(empty, tmp_path, row("A1", **{BOTH: 7}), row("A2", **{BOTH: 7}))
    again = take(empty, tmp_path, row("A1", **{BOTH: 7} | change), row("A2", **{BOTH: 7}))
    assert outcome(again) == {"updated": 1, "unchanged": 1}
    assert figures(empty)[0][1:3] == (change.get("Jeunes", 10), change.get(BOTH, 7))


def test_a_blank_says_nothing_and_keeps_what_was_reported(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row("A1", **{BOTH: 7}))
    assert outcome(take(empty, tmp_path, row("A1", **{BOTH: None}))) == {"unchanged": 1}
    assert figures(empty) == [("A1", 10, 7, 1, 2)]


def test_what_was_announced_alone_before_is_confirmed_by_a_file_of_both(
    empty: Engine, tmp_path: Path
) -> None:
    take(empty, tmp_path, row("A1"))
    assert outcome(take(empty, tmp_path, row("A1", **{BOTH: 7}))) == {"updated": 1}
    with empty.connect() as connection:
        sources = rows_behind(connection, 2024, "A1")
    assert [(one["template"], one["load"], one["row"]) for one in sources] == [
        ("registrations", 1, 2),
        ("confirmed", 2, 2),
    ]


def test_a_number_told_twice_waits_whole(empty: Engine, tmp_path: Path) -> None:
    report = take(empty, tmp_path, row("A1", **{BOTH: 7}), row("A1", **{BOTH: 9}))
    assert outcome(report) == {"accepted": 1, "quarantined": 1}
    assert figures(empty) == [("A1", 10, 7, 1, 2)]


def test_a_reported_figure_that_is_none_waits_with_its_own_header_and_is_corrected(
    empty: Engine, tmp_path: Path
) -> None:
    report = take(empty, tmp_path, row("A1", **{BOTH: -7}))
    assert [(one.column, one.code) for one in report.quarantine] == [(BOTH, "negative")]
    with empty.connect() as connection:
        (held,) = corrections.waiting(connection)
    corrections.correct(empty, [held], {held.id: {BOTH: "6"}}, "directrice")
    assert figures(empty)[0][1:3] == (10, 6)


def test_a_row_under_two_titles_keeps_both_figures_when_it_is_corrected(
    empty: Engine, tmp_path: Path
) -> None:
    headers = list(row())
    told = row(Municipalité="Atlantide")
    path = write_cells(
        tmp_path / "a.xlsx",
        [[*[None] * (len(headers) - 1), "Prévu", "Réel"], [*headers, "Jeunes"], [*told.values(), 6]],
    )
    load(empty, path)
    with empty.connect() as connection:
        (held,) = corrections.waiting(connection)
    assert (held.cells["Jeunes"], held.cells["Jeunes (confirmés)"]) == ("10", "6")
    corrections.correct(empty, [held], {held.id: {"Municipalité": "Alma"}}, "directrice")
    assert figures(empty)[0][1:3] == (10, 6)


def test_a_reported_total_that_contradicts_its_parts_waits(empty: Engine, tmp_path: Path) -> None:
    report = take(empty, tmp_path, row("A1", **{BOTH: 7, "Total confirmé": 5}))
    assert [(one.column, one.code) for one in report.quarantine] == [("Total confirmé", "sum_mismatch")]


def test_reported_people_above_the_population_wait(empty: Engine, tmp_path: Path) -> None:
    report = take(empty, tmp_path, row("A1", Municipalité="Desbiens", **{BOTH: 50_000}))
    assert [(one.column, one.code) for one in report.quarantine] == [(BOTH, "above_population")]


def test_a_row_by_audience_gives_both(empty: Engine, tmp_path: Path) -> None:
    table = [[*LONG_HEADERS[:-1], "Nombre prévu", "Nombre réel"], *([*cells, 3] for cells in LONG[1:])]
    path = write_cells(tmp_path / "a.xlsx", table)
    assert load(empty, path).rows["accepted"] == 4
    assert [found[:3] for found in figures(empty)] == [
        *(("A1", 5, 3), ("A1", 10, 3), ("A2", 20, 3), ("A3", 30, 3))
    ]
    assert outcome(load(empty, path)) == {"unchanged": 4}


def test_a_table_of_confirmations_and_one_of_both_in_one_file_are_both_read(
    empty: Engine, tmp_path: Path
) -> None:
    take(empty, tmp_path, row("A1"))
    path = tmp_path / "deux.csv"
    first, second = (
        write(tmp_path / name, [told]).read_text("utf-8")
        for name, told in (("x.csv", confirmed(Jeunes=4)), ("y.csv", row("A1", **{BOTH: 7})))
    )
    path.write_text(f"{first}\n\n{second}", encoding="utf-8")
    report = load(empty, path)
    assert outcome(report) == {"accepted": 1, "quarantined": 1, "ignored": 2}
    assert [(one.row, one.code) for one in report.quarantine] == [(6, "duplicate_number")]
    assert figures(empty)[0][1:3] == (10, 4)


REPORTED = registered(["Organisme fictif A", "Café", None]).flatmap(
    lambda told: st.sampled_from([None, 0, 3, "≈ 12", -1]).map(lambda people: told | {BOTH: people})
)
TABLE = st.one_of(
    st.lists(REPORTED, min_size=1, max_size=4),
    st.lists(registered(["Organisme fictif A", "Café"]), min_size=1, max_size=4),
    st.lists(CONFIRMED, min_size=1, max_size=3),
)


@settings(max_examples=25, deadline=None)
@given(tables=st.lists(TABLE, min_size=1, max_size=4))
def test_undoing_the_last_load_restores_every_table_exactly(
    blank: Path, tables: list[list[dict[str, Any]]]
) -> None:
    with fresh(blank) as (engine, folder):
        *before, last = files(folder, tables)
        for path in before:
            load(engine, path)
        stored, cube = facts(engine), cells(engine)
        report = load(engine, last)
        assert report.rows["read"] == sum(report.rows[name] for name in OUTCOMES)
        assert report.load is not None
        undo(engine, report.load, "directrice")
        after = facts(engine)
        after["quarantine"] = [one for one in after["quarantine"] if one[1] != report.load]
        assert after == stored
        assert cells(engine) == cube


@settings(max_examples=25, deadline=None)
@given(data=st.data(), tables=st.lists(TABLE, min_size=1, max_size=5))
def test_undoing_any_load_on_which_none_rests_leaves_what_the_others_give(
    blank: Path, data: st.DataObject, tables: list[list[dict[str, Any]]]
) -> None:
    with fresh(blank) as (engine, folder), fresh(blank) as (other, _):
        paths = files(folder, tables)
        loads = [load(engine, path).load for path in paths]
        number = loads[data.draw(st.integers(0, len(loads) - 1))]
        assert number is not None
        gone = {number}
        try:
            undo(engine, number, "directrice")
        except DependentLoads as error:
            for one in error.loads:
                undo(engine, one.id, "directrice")
            undo(engine, number, "directrice")
            gone |= {one.id for one in error.loads}
        for path, made in zip(paths, loads, strict=True):
            if made not in gone:
                load(other, path)
        for query, kept, alone in zip(READABLE, rows(engine, READABLE), rows(other, READABLE), strict=True):
            assert kept == alone, query
