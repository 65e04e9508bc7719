"""What holds for any table: no row is lost, repetition changes nothing, order does not matter."""

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select, text

from etl import database, stamp, summarise
from etl.load import OUTCOMES, load
from etl.schema import EditionVersion
from tests.copies import fresh
from tests.files import ROW, write

EXAMPLES = settings(max_examples=30, deadline=None)
CUBE = (
    """SELECT version.edition, cube.place_code, cube.audience, cube.sector, cube.action, cube.expected,
        cube.confirmed, cube.reach, cube.expected_where_confirmed, cube.confirmed_where_expected
    FROM reach_summary AS cube JOIN edition_version AS version ON version.id = cube.version_id
    WHERE version.id IN (SELECT MAX(id) FROM edition_version GROUP BY edition)""",
    """SELECT version.edition, partner.key, cube.place_code, cube.sector, cube.action, cube.audiences,
        cube.registrations, cube.people
    FROM partner_summary AS cube JOIN edition_version AS version ON version.id = cube.version_id
    JOIN partner ON partner.id = cube.partner_id
    WHERE version.id IN (SELECT MAX(id) FROM edition_version GROUP BY edition)""",
    """SELECT version.edition, partner.key, cube.place_code, cube.people
    FROM joined_summary AS cube JOIN edition_version AS version ON version.id = cube.version_id
    JOIN partner ON partner.id = cube.partner_id
    WHERE version.id IN (SELECT MAX(id) FROM edition_version GROUP BY edition)""",
    """SELECT version.edition, cube.day, CAST(cube.registered_on AS TEXT), cube.registrations, cube.partners,
        cube.expected, cube.reach
    FROM pace_summary AS cube JOIN edition_version AS version ON version.id = cube.version_id
    WHERE version.id IN (SELECT MAX(id) FROM edition_version GROUP BY edition)""",
    """SELECT version.edition, cube.position, CAST(cube.held_on AS TEXT), cube.action,
        CASE WHEN cube.is_online THEN 1 ELSE 0 END, cube.registrations, cube.expected, cube.confirmed,
        cube.reach
    FROM calendar_summary AS cube JOIN edition_version AS version ON version.id = cube.version_id
    WHERE version.id IN (SELECT MAX(id) FROM edition_version GROUP BY edition)""",
)

counts = st.one_of(
    st.none(), st.integers(-2, 500), st.sampled_from(["0", "1 200", "12,5", "beaucoup", "#REF!"])
)
good_counts = st.one_of(st.none(), st.integers(0, 500))
any_row = st.fixed_dictionaries(
    {
        "Édition": st.sampled_from([2024, "2025", None, 1812, "l’an dernier"]),
        "Numéro d'inscription": st.sampled_from([None, "1", "2", "3", "a", "b", "c"]),
        "Partenaire": st.sampled_from([None, "Organisme fictif A", "ORGANISME FICTIF A", "Café", "?"]),
        "Milieu": st.sampled_from([None, "scolaire", "Affaires", "spatial"]),
        "Municipalité": st.sampled_from([None, "Alma", "Alma ; Roberval", " ; ", "Atlantide", "En ligne"]),
        "Type d'action": st.sampled_from([None, "atelier", "défilé"]),
        "Titre": st.one_of(st.none(), st.text("aé ;,\"'\n0@", max_size=8)),
        "Date": st.sampled_from([None, "2024-02-14", "14/02/2024", "hier"]),
        "Jeunes": counts,
        "Parents": counts,
    }
)
blank_row = st.just(dict.fromkeys(ROW))
any_table = st.lists(st.one_of(any_row, any_row, blank_row), max_size=12)
good_row = st.fixed_dictionaries(
    {
        "Édition": st.sampled_from([2024, 2025]),
        "Partenaire": st.sampled_from(
            ["Organisme fictif A", "Café", "Cégep", "Caisse", "Café ; Organisme fictif B"]
        ),
        "Milieu": st.sampled_from([None, "scolaire", "affaires"]),
        "Municipalité": st.sampled_from([None, "Alma", "Roberval", "Alma ; Roberval"]),
        "Type d'action": st.sampled_from([None, "atelier"]),
        "Date": st.sampled_from([None, "14 février"]),
        "Date d'inscription": st.sampled_from([None, "2024-01-14", "2024-01-20"]),
        "Jeunes": good_counts,
        "Parents": good_counts,
    }
)
good_table = st.lists(good_row, min_size=1, max_size=8)


def table_file(path: Path, rows: list[dict[str, Any]]) -> Path:
    return write(path, rows, [*ROW, "Parents"])


def numbered(rows: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    return [row | {"Numéro d'inscription": f"{prefix}{index}"} for index, row in enumerate(rows)]


def cube(engine: Engine) -> list[list[tuple[Any, ...]]]:
    with engine.connect() as connection:
        return [sorted(map(tuple, connection.execute(text(sql))), key=str) for sql in CUBE]


def contents(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("load", "quarantine", "edition", "edition_version", "partner", "registration", "participation")
    with engine.connect() as connection:
        return {
            name: [tuple(r) for r in connection.execute(text(f"SELECT * FROM {name}"))] for name in tables
        }


@EXAMPLES
@given(rows=any_table)
def test_every_row_read_has_one_outcome(blank: Path, rows: list[dict[str, Any]]) -> None:
    with fresh(blank) as (engine, folder):
        report = load(engine, table_file(folder / "a.csv", rows))
        assert report.rows["read"] == len(rows) == sum(report.rows[name] for name in OUTCOMES)
        assert len(report.quarantine) == report.rows["quarantined"]
        assert len(contents(engine)["registration"]) == report.rows["accepted"]


@EXAMPLES
@given(rows=any_table)
def test_the_same_file_twice_changes_nothing(blank: Path, rows: list[dict[str, Any]]) -> None:
    with fresh(blank) as (engine, folder):
        path = table_file(folder / "a.csv", rows)
        first = load(engine, path)
        before, stored = cube(engine), contents(engine)
        again = load(engine, path)
        assert cube(engine) == before
        assert contents(engine) | {"load": []} == stored | {"load": []}
        assert again.rows["unchanged"] == first.rows["accepted"]
        assert again.quarantine == first.quarantine


@EXAMPLES
@given(one=good_table, other=good_table)
def test_two_files_of_different_registrations_give_the_same_cube_in_either_order(
    blank: Path, one: list[dict[str, Any]], other: list[dict[str, Any]]
) -> None:
    cubes = []
    for order in ((0, 1), (1, 0)):
        with fresh(blank) as (engine, folder):
            paths = [
                table_file(folder / "one.csv", numbered(one, "A")),
                table_file(folder / "other.csv", numbered(other, "B")),
            ]
            assert [load(engine, paths[index]).rows["quarantined"] for index in order] == [0, 0]
            cubes.append(cube(engine))
    assert cubes[0] == cubes[1]


@EXAMPLES
@given(first=good_table, later=good_table)
def test_what_is_summed_while_rows_are_written_is_what_the_facts_sum_to(
    blank: Path, first: list[dict[str, Any]], later: list[dict[str, Any]]
) -> None:
    with fresh(blank) as (engine, folder):
        load(engine, table_file(folder / "first.csv", numbered(first, "A")))
        load(engine, table_file(folder / "later.csv", numbered(later, "A")))  # changes the first ones
        summed = cube(engine)
        with database.writer(engine) as connection:
            editions = connection.scalars(select(EditionVersion.edition).distinct()).all()
            summarise.make_versions(connection, editions, None, stamp.now())
        assert cube(engine) == summed


@EXAMPLES
@given(rows=any_table)
def test_a_check_writes_nothing_and_foretells_the_load(blank: Path, rows: list[dict[str, Any]]) -> None:
    with fresh(blank) as (engine, folder):
        path = table_file(folder / "a.csv", rows)
        before = contents(engine)
        checked = load(engine, path, check=True)
        assert contents(engine) == before
        loaded = load(engine, path)
        assert (checked.load, checked.rows, checked.quarantine) == (None, loaded.rows, loaded.quarantine)
