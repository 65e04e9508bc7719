"""What becomes of a file: each row is loaded, or waits with its reason."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from etl import database, demonstrate, summarise
from etl.load import Report, load
from tests.files import ROW, SHEET, confirmed, row, write

BY = ("edition", "audience", "municipality", "mrc", "sector", "action")


def ask(engine: Engine, sql: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(found) for found in connection.execute(text(sql))]


def summary(engine: Engine, *by: str) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return summarise.summary(connection, by)


def figures(engine: Engine) -> list[tuple[Any, ...]]:
    """Return (number, audience, expected, confirmed) of all participations."""
    return ask(
        engine,
        "SELECT number, audience, expected, confirmed FROM registration "
        "JOIN participation ON registration_id = id ORDER BY 1, 2",
    )


def versions(engine: Engine) -> int:
    return len(ask(engine, "SELECT id FROM edition_version"))


def take(engine: Engine, folder: Path, *rows: dict[str, Any], name: str = "a.csv", **options: Any) -> Report:
    return load(engine, write(folder / name, rows), **options)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "xls", "ods"])
def test_each_format_gives_the_same_figures(empty: Engine, tmp_path: Path, suffix: str) -> None:
    report = take(empty, tmp_path, row(), row("A2", Jeunes=0), name=f"a.{suffix}")
    assert report.rows["accepted"] == 2
    assert figures(empty) == [("A1", "youth", 10, None), ("A2", "youth", 0, None)]
    assert ask(empty, "SELECT DISTINCT held_on FROM registration") == [("2024-02-14",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_text_file_is_read_whatever_its_encoding_and_separator(
    empty: Engine, tmp_path: Path, encoding: str, separator: str
) -> None:
    lines = [map(str, ROW), map(str, row(Partenaire="École Été").values())]
    content = "\r\n".join(separator.join(cells) for cells in lines)
    (tmp_path / "a.csv").write_bytes(content.encode(encoding))
    assert load(empty, tmp_path / "a.csv").rows["accepted"] == 1
    assert ask(empty, "SELECT name FROM partner") == [("École Été",)]


def test_headers_are_known_in_any_case_accents_spaces_and_order(empty: Engine, tmp_path: Path) -> None:
    written = list(ROW.items())
    random.Random(3).shuffle(written)
    odd = {
        f" {name.upper().replace('É', 'E').replace(' ', '  ')} " if n % 2 else name.lower(): cell
        for n, (name, cell) in enumerate(written)
    }
    assert take(empty, tmp_path, odd).rows["accepted"] == 1
    assert ask(empty, "SELECT edition, number, sector, action FROM registration") == [
        (2024, "A1", "school", "workshop")
    ]


def test_the_committed_template_is_read_with_its_explanations(empty: Engine) -> None:
    report = load(empty, database.ROOT / "data" / "templates" / "gabarit-inscriptions.xlsx")
    assert (report.rows["read"], report.loaded) == (0, 0)


def test_the_same_file_again_changes_nothing(empty: Engine, tmp_path: Path) -> None:
    first = take(empty, tmp_path, row(), row("A2", Municipalité="Alma ; Roberval"))
    before = versions(empty)
    again = take(empty, tmp_path, row(), row("A2", Municipalité="Alma ; Roberval"))
    assert (first.rows["accepted"], again.rows["unchanged"]) == (2, 2)
    assert versions(empty) == before


def test_a_later_file_with_the_same_number_updates_it_and_says_so(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row())
    report = take(empty, tmp_path, row(Jeunes=25, Municipalité="Roberval"), name="b.csv")
    assert (report.rows["updated"], report.rows["accepted"], versions(empty)) == (1, 0, 2)
    assert [(line["municipality"], line["reach"]) for line in summary(empty, "municipality")] == [
        ("2491025", 25)
    ]


def test_the_same_number_in_another_edition_is_another_registration(empty: Engine, tmp_path: Path) -> None:
    assert take(empty, tmp_path, row(), row(Édition=2025)).rows["accepted"] == 2


def test_confirmed_figures_come_by_number_and_replace_expected_in_reach(
    empty: Engine, tmp_path: Path
) -> None:
    take(empty, tmp_path, row(Parents=5))
    report = take(empty, tmp_path, confirmed(Jeunes=7), name="c.csv")
    assert report.rows["accepted"] == 1
    assert figures(empty) == [("A1", "parents", 5, None), ("A1", "youth", 10, 7)]
    assert summary(empty)[0] == {
        "registrations": 1,
        "partners": 1,
        "expected": 15,
        "confirmed": 7,
        "reach": 12,
    }


def test_confirmed_zero_is_a_figure(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row())
    take(empty, tmp_path, confirmed(Jeunes=0), name="c.csv")
    assert summary(empty)[0]["reach"] == 0


def test_loading_expected_figures_again_keeps_the_confirmed_ones(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row())
    take(empty, tmp_path, confirmed(Jeunes=7), name="c.csv")
    assert take(empty, tmp_path, row()).rows["unchanged"] == 1
    assert take(empty, tmp_path, row(Jeunes=12), name="b.csv").rows["updated"] == 1
    assert figures(empty) == [("A1", "youth", 12, 7)]


def test_a_blank_cell_is_unknown_and_zero_is_zero(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row(Jeunes="", Parents=0))
    assert figures(empty) == [("A1", "parents", 0, None)]


def test_a_registration_without_any_figure_still_counts(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row(Jeunes=""))
    line = summary(empty)[0]
    assert (line["registrations"], line["expected"], line["reach"]) == (1, None, 0)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Alma ; Hébertville", "mrc:93"),
        ("Alma ; Roberval", "region"),
        ("MRC de Maria-Chapdelaine", "mrc:92"),
        ("Région", "region"),
        ("En ligne", "online"),
        ("Hors région", "outside"),
        ("", "unspecified"),
        (" ; ", "unspecified"),
        ("alma", "2493042"),
    ],
)
def test_people_count_once_at_what_holds_all_the_places(
    empty: Engine, tmp_path: Path, cell: str, code: str
) -> None:
    take(empty, tmp_path, row(Municipalité=cell))
    assert [(line["municipality"], line["reach"]) for line in summary(empty, "municipality")] == [(code, 10)]


def test_each_of_several_places_is_kept(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row(Municipalité="Alma ; Roberval"))
    kept = ask(empty, "SELECT place_code FROM registration_place ORDER BY 1")
    assert kept == [("2491025",), ("2493042",)]


@pytest.mark.parametrize(("edition", "code"), [(2025, "2493020"), (2026, "2493022")])
def test_hebertville_is_the_municipality_of_its_edition(
    empty: Engine, tmp_path: Path, edition: int, code: str
) -> None:
    take(empty, tmp_path, row(Édition=edition, Municipalité="Hébertville"))
    assert ask(empty, "SELECT place_code FROM registration") == [(code,)]


@pytest.mark.parametrize(
    ("cells", "column", "value", "code"),
    [
        ({"Municipalité": "Atlantide"}, "Municipalité", "Atlantide", "unknown_place"),
        ({"Milieu": "spatial"}, "Milieu", "spatial", "unknown_sector"),
        ({"Type_d'action": "défilé"}, "Type d'action", "défilé", "unknown_action"),
        ({"Jeunes": -3}, "Jeunes", "-3", "negative"),
        ({"Jeunes": "12,5"}, "Jeunes", "12,5", "not_whole"),
        ({"Jeunes": "beaucoup"}, "Jeunes", "beaucoup", "not_a_number"),
        ({"Jeunes": 10**9}, "Jeunes", "1000000000", "too_large"),
        ({"Jeunes": "#REF!"}, "Jeunes", "#REF!", "cell_error"),
        ({"Date": "hier"}, "Date", "hier", "not_a_date"),
        ({"Édition": "1812"}, "Édition", "1812", "unknown_edition"),
        ({"Édition": ""}, "Édition", "", "missing"),
        ({"Partenaire": ""}, "Partenaire", "", "missing"),
        ({"Numéro_d'inscription": ""}, "Numéro d'inscription", "", "missing"),
        ({"Numéro_d'inscription": "A1"}, "Numéro d'inscription", "A1", "duplicate_number"),
    ],
)
def test_a_row_that_cannot_be_loaded_waits_with_its_reason_and_the_others_load(
    empty: Engine, tmp_path: Path, cells: dict[str, Any], column: str, value: str, code: str
) -> None:
    report = take(empty, tmp_path, row(), {"Édition": None}, row("A2", **cells), row("A3"), name="a.xlsx")
    told = [(one.sheet, one.row, one.column, one.value, one.code) for one in report.quarantine]
    assert told == [(SHEET, 4, column, value, code)]
    assert ask(empty, 'SELECT sheet, "row", "column", value, code FROM quarantine') == told
    assert report.rows == dict(read=4, accepted=2, updated=0, unchanged=0, quarantined=1, ignored=1)


def test_a_partner_whose_only_row_waits_is_not_kept(empty: Engine, tmp_path: Path) -> None:
    report = take(empty, tmp_path, row("A1"), row("A1", Partenaire="Café ; Grandmarelle"))
    assert report.rows["quarantined"] == 1
    assert ask(empty, "SELECT name FROM partner") == [(ROW["Partenaire"],)]


def test_a_confirmation_without_its_registration_waits(empty: Engine, tmp_path: Path) -> None:
    report = take(empty, tmp_path, confirmed("Z9", Jeunes=3))
    assert [(one.row, one.value, one.code) for one in report.quarantine] == [
        (2, "Z9", "unknown_registration")
    ]


def test_the_edition_option_fills_blank_editions_only(empty: Engine, tmp_path: Path) -> None:
    take(empty, tmp_path, row(Édition=""), row("A2", Édition=2023), edition=2022)
    assert ask(empty, "SELECT number, edition FROM registration ORDER BY 1") == [("A1", 2022), ("A2", 2023)]


def test_a_postal_code_never_stands_for_a_place(empty: Engine, tmp_path: Path) -> None:
    report = take(
        empty,
        tmp_path,
        row(Municipalité="Alma (Québec) G8B 5V2") | {"Code postal": "G8B 5V2"},
        row("A2", Municipalité="") | {"Code postal": "G8B 5V2"},
        row("A3", Municipalité="G8B 5V2") | {"Code postal": "G8B 5V2"},
    )
    assert [warning.code for warning in report.warnings] == ["postal_code"]
    assert [(one.row, one.code) for one in report.quarantine] == [(4, "postal_code_alone")]
    places = ask(empty, "SELECT number, place_code FROM registration ORDER BY number")
    assert places == [("A1", "2493042"), ("A2", "unspecified")]


def test_contact_columns_are_nowhere_in_the_database_nor_in_the_report(empty: Engine, tmp_path: Path) -> None:
    secrets = {"Nom": "Zénobie Quidam", "Courriel": "zenobie@exemple.ca", "Téléphone": "418 555-0199"}
    bad = row("A2", Municipalité="Atlantide zenobie@exemple.ca") | secrets
    report = take(empty, tmp_path, row(Titre="Écrire à zenobie@exemple.ca") | secrets, bad)
    assert [warning.code for warning in report.warnings] == ["contact_columns"]
    with empty.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    content = b"".join(path.read_bytes() for path in tmp_path.glob("portee.sqlite3*"))
    told = json.dumps([vars(one) for one in report.quarantine], ensure_ascii=False)
    for secret in ("Zénobie", "Z\\u00e9nobie", "zenobie@", "555-0199"):
        assert secret.encode() not in content
        assert secret not in told


def test_removing_the_demonstration_leaves_what_a_database_of_real_rows_has(
    demonstration: Engine, tmp_path: Path
) -> None:
    real = write(tmp_path / "real.csv", [row(), row("A2", Municipalité="Région", Parents=3)])
    told = write(tmp_path / "told.csv", [confirmed(Jeunes=4)])
    other = database.engine(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    database.prepare(other)
    reports = [load(engine, path) for engine in (demonstration, other) for path in (real, told)]
    warned = [[one.code for one in report.warnings] for report in reports]
    assert warned == [["demonstration_present"], ["demonstration_present"], [], []]
    assert demonstrate.take_out(demonstration) == list(range(2019, 2027))
    assert summary(demonstration, *BY) == summary(other, *BY)
    for table in ("registration", "participation", "partner", "registration_place", "quarantine"):
        count = f"SELECT COUNT(*) FROM {table}"
        assert ask(demonstration, count) == ask(other, count)
    assert demonstrate.take_out(demonstration) == []
    other.dispose()


def test_the_demonstration_loads_whole_and_a_second_time_changes_nothing(
    demonstration: Engine, tmp_path: Path
) -> None:
    before = versions(demonstration)
    reports = list(demonstrate.put_in(demonstration, tmp_path / "files"))
    assert {report.rows["read"] - report.rows["unchanged"] for report in reports} == {0}
    assert versions(demonstration) == before


def test_the_cube_of_the_demonstration_equals_a_straight_count_of_the_facts(demonstration: Engine) -> None:
    straight = ask(
        demonstration,
        """SELECT r.edition, p.audience, r.place_code, COALESCE(place.mrc_code, ''), r.sector, r.action,
            COUNT(DISTINCT r.id), COUNT(DISTINCT r.partner_id), SUM(p.expected), SUM(p.confirmed),
            SUM(COALESCE(p.confirmed, p.expected))
        FROM participation p JOIN registration r ON r.id = p.registration_id
        JOIN place ON place.code = r.place_code
        GROUP BY 1, 2, 3, 4, 5, 6""",
    )
    assert sorted(tuple(line.values()) for line in summary(demonstration, *BY)) == sorted(straight)
    counted = ask(
        demonstration,
        "SELECT edition, COUNT(*), COUNT(DISTINCT partner_id) FROM registration GROUP BY 1 ORDER BY 1",
    )
    lines = summary(demonstration, "edition")
    assert [(line["edition"], line["registrations"], line["partners"]) for line in lines] == counted


@pytest.mark.parametrize("by", [(), *((name,) for name in BY)])
def test_a_summary_of_nothing_has_no_line(empty: Engine, by: tuple[str, ...]) -> None:
    assert summary(empty, *by) == []


def test_a_failure_in_the_middle_leaves_the_database_as_it_was(
    empty: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(summarise, "make_versions", fail)
    shutil.copy(write(tmp_path / "a.csv", [row()]), tmp_path / "b.csv")
    with pytest.raises(RuntimeError):
        load(empty, tmp_path / "b.csv")
    assert ask(empty, "SELECT * FROM load") == ask(empty, "SELECT * FROM partner") == []
