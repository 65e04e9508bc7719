"""Coming back: a package gives an empty database the same figures; a damaged one gives a sentence."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from sqlalchemy import Engine, func, select

from etl import database, decisions, demonstrate, export, exposure, exposure_file
from etl.__main__ import main
from etl.data_files import DATA
from etl.load import load
from etl.messages import Catalogue
from etl.package.tables import CUBE, rows, tables
from etl.package.take_in import load_package
from etl.partners.decisions import decide, take_back, waiting
from etl.read import UnreadableFile
from etl.schema import Base, Registration
from tests.copies import fresh
from tests.files import confirmed, row, write
from tests.partners import ALMA, SAGUENAY, register
from tests.test_invariants import EXAMPLES, any_table, cube, table_file

CODES = sorted(
    {
        f"package_{code}"
        for name in ("read", "take_in")
        for code in re.findall(
            r"refuse\(\s*\"(\w+)\"", (database.ROOT / f"etl/package/{name}.py").read_text(encoding="utf-8")
        )
    }
    | {"package_table_missing", "package_table_unknown"}
)


def exported(engine: Engine) -> dict[str, list[Any]]:
    """What a package has of each table, and what finds the partners again."""
    with engine.connect() as connection:
        found = {table.name: list(map(tuple, connection.execute(rows(table)))) for table in tables()}
        for name in ("partner_word", "partner_spelling"):
            found[name] = sorted(map(tuple, connection.execute(select(Base.metadata.tables[name]))))
    return found


def new_database(path: Path) -> Engine:
    engine = database.engine(f"sqlite:///{path}")
    database.prepare(engine)
    return engine


def with_everything(engine: Engine, folder: Path) -> None:
    """Several loads, rows that wait, and every kind of decision."""
    first = [
        row("A1", Jeunes="environ 300", Parents="toute l’école", Titre='a, "b"\nc'),
        row("A2", Municipalité="Alma ; Roberval", Parents=0),
        row("A3", Municipalité="Atlantide"),
        row("A5", Municipalité="Alma ; Roberval"),
        row("A4", Partenaire="Cégep de Jonquière / École fictive", Date="toute la semaine"),
    ]
    load(engine, write(folder / "a.xlsx", first))
    load(engine, write(folder / "c.csv", [confirmed("A1", Jeunes=7, Parents=3)]))
    load(engine, write(folder / "b.csv", [row("A2", Jeunes=11, Édition=2024), row("A2", Édition=2025)]))
    with database.writer(engine) as connection:
        register(connection, [("École Aurèle-Grandmare", ALMA), ("CEGEP JONQUIERE", SAGUENAY)], 2025)
        register(connection, [("École Aurélie-Grandmare", ALMA), ("Club fictif Alpha", ALMA)], 2025)
        register(connection, [("Club fictif Alphe", ALMA)], 2025)
        for answer, proposal in zip(("yes", "no"), waiting(connection), strict=False):
            decided = decide(connection, proposal.id, answer, "directrice")  # type: ignore[arg-type]
        take_back(connection, decided.decision, "directrice")
        decisions.remember(connection, "abcd", "Nb élèves", None, "directrice")
        decisions.remember(connection, "abcd", "Ville", "place", "directrice")
    both = row("D2", Édition=2025, Partenaire="École Aurélie-Grandmare / CEGEP JONQUIERE")
    load(engine, write(folder / "d.csv", [row("D1", Édition=2025), both]))
    beside = exposure_file.read(DATA / "demonstration" / "exposure.csv").rows
    with database.writer(engine) as connection:
        exposure.add(connection, beside, "directrice")
        exposure.remove(connection, [2], "directrice")


@pytest.fixture
def package(empty: Engine, tmp_path: Path) -> Path:
    with_everything(empty, tmp_path)
    export.write_package(empty, tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def other(tmp_path: Path) -> Engine:
    return new_database(tmp_path / "other.sqlite3")


def test_everything_comes_back(empty: Engine, package: Path, other: Engine) -> None:
    said = exported(empty)
    assert [name for name, lines in said.items() if not lines] == []
    report = load_package(other, package)
    assert exported(other) == said
    assert cube(other) == cube(empty)
    count = len(said["registration"])
    assert (report.rows["read"], report.rows["accepted"], report.loaded) == (count, count, count)
    assert (report.file, report.editions) == ("datapackage.json", [2024, 2025])
    assert report.load == max(line[0] for line in said["load"])


def test_the_package_of_what_came_back_is_the_same(package: Path, other: Engine, tmp_path: Path) -> None:
    load_package(other, package / "datapackage.json")
    export.write_package(other, tmp_path / "again")
    for path in package.glob("*.csv"):
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


@settings(EXAMPLES, max_examples=12)
@given(first=any_table, second=any_table)
def test_any_table_comes_back(blank: Path, first: list[dict[str, Any]], second: list[dict[str, Any]]) -> None:
    with fresh(blank) as (engine, folder), fresh(blank) as (other, _):
        for name, lines in (("a.csv", first), ("b.csv", second)):
            load(engine, table_file(folder / name, lines))
        export.write_package(engine, folder / "out")
        load_package(other, folder / "out")
        assert exported(other) == exported(engine)
        assert cube(other) == cube(engine)


def test_the_demonstration_comes_back_cell_for_cell(
    demonstration: Engine, other: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    export.write_package(demonstration, tmp_path / "out")
    report = load_package(other, tmp_path / "out")
    assert cube(other) == cube(demonstration)
    assert exported(other) == exported(demonstration)
    assert [warning.code for warning in report.warnings] == ["demonstration_present"]
    said = []
    for engine in (demonstration, other):
        monkeypatch.setenv("DATABASE_URL", str(engine.url))
        for by in ("edition,audience", "municipality,sector", "mrc,action"):
            with pytest.raises(SystemExit):
                main(["summary", "--by", by])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] != ""


def test_a_demonstration_that_came_back_can_be_taken_out(
    demonstration: Engine, other: Engine, tmp_path: Path
) -> None:
    export.write_package(demonstration, tmp_path / "out")
    load_package(other, tmp_path / "out")
    assert demonstrate.take_out(other) == list(range(2019, 2027))


def test_later_files_find_what_came_back(package: Path, other: Engine, empty: Engine, tmp_path: Path) -> None:
    load_package(other, package)
    later = write(
        tmp_path / "later.csv",
        [row("Z1", Partenaire="CEGEP JONQUIERE"), row("Z2", Partenaire="Club fictif Alphe"), row("A1")],
    )
    reports = [load(engine, later) for engine in (empty, other)]
    assert reports[0].rows == reports[1].rows
    assert cube(other) == cube(empty)


def test_a_check_says_the_same_and_writes_nothing(package: Path, other: Engine) -> None:
    before = exported(other)
    checked = load_package(other, package, check=True)
    assert exported(other) == before
    loaded = load_package(other, package)
    assert (checked.load, checked.rows) == (None, loaded.rows)


def test_reference_data_are_those_of_the_package(empty: Engine, other: Engine, tmp_path: Path) -> None:
    with database.writer(empty) as connection:
        place = Base.metadata.tables["place"]
        connection.execute(
            place.update().where(place.c.code == ALMA).values(population=5, name="Alma la vraie")
        )
    load(empty, write(tmp_path / "a.csv", [row(Jeunes=4)]))
    export.write_package(empty, tmp_path / "out")
    load_package(other, tmp_path / "out")
    assert exported(other) == exported(empty)


def test_a_database_with_registrations_refuses_a_package(package: Path, empty: Engine) -> None:
    before = exported(empty)
    assert refusal(empty, package).code == "package_not_empty"
    assert exported(empty) == before


def refusal(engine: Engine, package: Path) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as refused:
        load_package(engine, package)
    return refused.value


def edit(path: Path, old: str, new: str) -> None:
    content = path.read_bytes().decode("utf-8")
    assert old in content
    path.write_bytes(content.replace(old, new, 1).encode("utf-8"))


def rename_in_descriptor(folder: Path) -> None:
    said = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    said["schema_revision"] = "0000"
    (folder / "datapackage.json").write_text(json.dumps(said), encoding="utf-8")


def without_a_table(folder: Path) -> None:
    said = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    said["resources"] = [one for one in said["resources"] if one["name"] != "participation"]
    (folder / "datapackage.json").write_text(json.dumps(said), encoding="utf-8")


def outside_the_folder(folder: Path) -> None:
    edit(folder / "datapackage.json", '"path": "mrc.csv"', '"path": "../mrc.csv"')
    shutil.move(folder / "mrc.csv", folder.parent / "mrc.csv")


def truncated(folder: Path) -> None:
    path = folder / "registration.csv"
    path.write_bytes(path.read_bytes()[:-40])


def one_line_twice(folder: Path) -> None:
    path = folder / "partner.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines, lines[1]]))


def one_line_less(name: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        path = folder / name
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))

    return damage


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: edit(folder / name, old, new)


DAMAGE: dict[str, tuple[Callable[[Path], object], str, list[str]]] = {
    "no descriptor": (
        lambda folder: (folder / "datapackage.json").unlink(),
        *("package_absent", ["datapackage.json"]),
    ),
    "not JSON": (
        lambda folder: (folder / "datapackage.json").write_bytes(b"\xff{"),
        *("package_descriptor", []),
    ),
    "another's": (replaced("datapackage.json", '"portee-jps"', '"autre"'), "package_descriptor", []),
    "another version": (rename_in_descriptor, "package_revision", ["0000", database._newest_revision()]),
    "a table less": (without_a_table, "package_table_missing", ["participation"]),
    "a file less": (
        lambda folder: (folder / "participation.csv").unlink(),
        *("package_file_missing", ["participation.csv"]),
    ),
    "a file elsewhere": (outside_the_folder, "package_file_missing", ["../mrc.csv"]),
    "an unknown column": (
        replaced("registration.csv", "title", "courriel"),
        *("package_column_unknown", ["registration.csv", "courriel"]),
    ),
    "a column twice": (
        replaced("registration.csv", "title", "number"),
        *("package_column_missing", ["registration.csv", "number"]),
    ),
    "a wrong type": (
        replaced("participation.csv", ",300,", ",trois cents,"),
        *("package_cell", ["participation.csv", "3", "expected", "trois cents"]),
    ),
    "a negative figure": (
        replaced("participation.csv", ",300,", ",-300,"),
        *("package_cell", ["participation.csv", "expected", "-300"]),
    ),
    "a figure too large": (
        replaced("participation.csv", ",300,", ",99999999999,"),
        *("package_cell", ["participation.csv", "expected"]),
    ),
    "a word not allowed": (
        replaced("partner_alias.csv", ",exact,", ",peut-être,"),
        *("package_cell", ["partner_alias.csv", "how", "peut-être"]),
    ),
    "no partner": (
        replaced("registration.csv", "2024,A1,1,", "2024,A1,999,"),
        *("package_key", ["registration.csv", "2", "partner_id", "999", "partner.csv"]),
    ),
    "an unknown place": (
        replaced("place.csv", f"Alma,93,{ALMA}", "Alma,93,1"),
        *("package_key", ["place.csv", "current_code", "place.csv"]),
    ),
    "a line twice": (one_line_twice, "package_twice", ["partner.csv", "id"]),
    "a number twice": (
        replaced("registration.csv", "2024,A2,", "2024,A1,"),
        *("package_twice", ["registration.csv", "3", "edition, number"]),
    ),
    "rows that do not add up": (replaced("load.csv", ",5,4,", ",6,4,"), "package_rule", ["load.csv", "2"]),
    "a cell too many": (replaced("mrc.csv", "\r\n91,", "\r\n91,x,"), "package_row", ["mrc.csv", "2", "3"]),
    "another encoding": (
        lambda folder: (folder / "place.csv").write_bytes(
            (folder / "place.csv").read_bytes().decode("utf-8").encode("utf-16")
        ),
        *("package_file_damaged", ["place.csv"]),
    ),
    "an open quote": (
        replaced("partner.csv", "\r\n1,", '\r\n1,"'),
        *("package_file_damaged", ["partner.csv"]),
    ),
    "a truncated file": (truncated, "package_row", ["registration.csv"]),
    "a line less": (
        one_line_less("registration_place.csv"),
        *("package_file_changed", ["registration_place.csv"]),
    ),
    "other figures": (
        replaced("participation.csv", ",300,", ",301,"),
        *("package_file_changed", ["participation.csv"]),
    ),
    "another cube": (
        replaced("partner_summary.csv", ",2,21\r\n", ",2,22\r\n"),
        *("package_figures", ["partner_summary.csv"]),
    ),
    "a cube cut short": (
        one_line_less("reach_summary.csv"),
        *("package_figures_missing", ["reach_summary.csv"]),
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_package_gives_one_sentence_and_nothing_is_written(
    package: Path, other: Engine, name: str
) -> None:
    damage, code, told = DAMAGE[name]
    before = exported(other)
    damage(package)
    error = refusal(other, package)
    assert error.code == code
    for language in ("fr", "en"):
        say = Catalogue(database.ROOT / "etl" / "catalogues", language)
        sentence = say.text(f"file-{error.code}", file=package.name, **dict(error.details))
        assert [word for word in told if word not in sentence] == []
    assert exported(other) == before


def test_figures_that_are_not_those_of_the_registrations_are_refused_without_a_hash(
    package: Path, other: Engine
) -> None:
    edit(package / "participation.csv", ",300,", ",301,")
    said = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for one in said["resources"]:
        del one["hash"], one["bytes"]
    (package / "datapackage.json").write_text(json.dumps(said), encoding="utf-8")
    assert refusal(other, package).code in ("package_figures", "package_figures_missing")
    edit(package / "participation.csv", ",301,", ",300,")
    assert load_package(other, package).loaded > 0


@pytest.mark.parametrize("code", CODES)
def test_each_refusal_has_its_sentence_in_both_languages(code: str) -> None:
    for language in ("fr", "en"):
        text = (database.ROOT / "etl" / "catalogues" / f"{language}.ftl").read_text(encoding="utf-8")
        found = re.search(rf"^file-{code} = (.*)$", text, re.M)
        assert found, code
        assert language == "en" or not re.search(r"« | »|\w :|\u202f| [;!?]", found[1])


def test_the_command_line_loads_a_package_and_says_the_same_contract(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'third.sqlite3'}")
    said = []
    for command in ("check", "load", "load"):
        with pytest.raises(SystemExit) as stop:
            main([command, str(package), "--json"])
        (report,) = json.loads(capsys.readouterr().out)
        said.append((stop.value.code, report["load"], report["rows"]["accepted"], report.get("code")))
    count = said[0][2]
    assert said == [(0, None, count, None), (0, 7, count, None), (2, None, 0, "package_not_empty")]
    assert list(report)[:7] == ["file", "sha256", "load", "editions", "rows", "quarantine", "warnings"]


def test_the_command_line_exports(empty: Engine, tmp_path: Path, capsys: Any) -> None:
    load(empty, write(tmp_path / "a.csv", [row()]))
    for arguments in ([], ["--lang", "en"], ["--json"]):
        with pytest.raises(SystemExit) as stop:
            main(["export", str(tmp_path / "out"), *arguments])
        assert not stop.value.code
    out = capsys.readouterr().out
    assert "Paquet de données écrit" in out and "Data package written" in out
    told = json.loads(out[out.index("{") :])
    assert list(told) == ["datapackage", "version", "created", "demonstration", "rows"]
    assert told["rows"]["registration"] == 1 and Path(told["datapackage"]).is_file()


def test_the_command_line_refuses_a_folder_in_one_sentence(
    empty: Engine, tmp_path: Path, capsys: Any
) -> None:
    for folder in (tmp_path, Path("/proc/interdit/out")):
        with pytest.raises(SystemExit) as stop:
            main(["export", str(folder)])
        said = capsys.readouterr()
        assert (stop.value.code, said.out, said.err.count("\n")) == (2, "", 1)
        assert str(folder) in said.err


def test_progress_is_told_while_a_package_is_read(
    demonstration: Engine, other: Engine, tmp_path: Path
) -> None:
    export.write_package(demonstration, tmp_path / "out")
    told: list[int] = []
    load_package(other, tmp_path / "out", progress=told.append)
    assert len(told) > 5 and told == sorted(told)


def test_the_cube_is_compared_and_never_taken_as_it_is() -> None:
    assert set(CUBE) == {name for name in Base.metadata.tables if name.endswith("_summary")}


def test_nothing_is_left_of_the_reading(package: Path, other: Engine) -> None:
    load_package(other, package)
    with other.connect() as connection:
        count = connection.scalar(select(func.count()).select_from(Registration))
        left = connection.exec_driver_sql("SELECT name FROM sqlite_temp_master").all()
    assert count and left == []
