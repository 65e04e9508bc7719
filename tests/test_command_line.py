"""The command line as a script or a person meets it: its JSON, its words, its exit codes."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from etl import geography
from etl.__main__ import main
from etl.database import ROOT
from etl.schema import AUDIENCES
from tests.files import confirmed, row, write

COUNTS = ["registrations", "partners", "expected", "confirmed", "reach"]
DIMENSIONS = ["edition", "audience", "municipality", "mrc", "sector", "action"]


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(database_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "200")

    def command(*arguments: object) -> Said:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Said(int(stop.value.code or 0), out, err)

    return command


def process(*arguments: object, url: str) -> Said:
    """Run as another program would: no terminal, nothing to answer with."""
    done = subprocess.run(
        [sys.executable, "-m", "etl", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write(tmp_path / "good.xlsx", [row(), row("A2", Édition=2023, Parents=0)])


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return write(tmp_path / "bad.csv", [row("B1", Municipalité="Atlantide")])


def test_the_json_of_a_load_is_the_contract(run: Run, good: Path, bad: Path) -> None:
    said = run("load", good, bad, "--json")
    one, other = json.loads(said.out)
    assert list(one) == ["file", "sha256", "load", "editions", "rows", "quarantine", "warnings", "tables"]
    assert list(one["rows"]) == ["read", "accepted", "updated", "unchanged", "quarantined", "ignored"]
    assert (one["file"], len(one["sha256"]), one["load"], one["editions"]) == (
        "good.xlsx",
        64,
        1,
        [2023, 2024],
    )
    assert list(one["rows"].values()) == [2, 2, 0, 0, 0, 0]
    (refusal,) = other["quarantine"]
    assert list(refusal) == ["sheet", "row", "column", "value", "code", "message"]
    assert list(refusal.values())[:5] == ["bad.csv", 2, "Municipalité", "Atlantide", "unknown_place"]
    assert said.err == ""


def test_a_check_has_the_same_json_without_a_load(run: Run, good: Path) -> None:
    (checked,) = json.loads(run("check", good, "--json").out)
    (loaded,) = json.loads(run("load", good, "--json").out)
    assert (checked["load"], loaded["load"]) == (None, 1)
    assert checked | {"load": 1} == loaded


def test_the_exit_code_tells_loaded_from_nothing_from_wrong(run: Run, good: Path, bad: Path) -> None:
    codes = [run("load", *files).code for files in ([good], [bad], [good, bad], [good, "absent.csv"])]
    assert codes == [0, 1, 0, 2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["charger"],
        ["load"],
        ["load", "--edition", "douze", "a.csv"],
        ["load", "--edition", "1990", "a.csv"],
        ["summary", "--by", "village"],
        ["summary", "--format", "xml"],
        ["status", "--lang", "de"],
    ],
)
def test_a_wrong_command_exits_with_2_and_no_traceback(run: Run, arguments: list[str]) -> None:
    said = run(*arguments)
    assert said.code == 2
    assert said.out == "" and said.err and "Traceback" not in said.err


def test_status_is_json_on_request(run: Run, good: Path) -> None:
    run("load", good, "--author", "Direction")
    told = json.loads(run("status", "--json").out)
    assert [(one["file_name"], one["author"], one["rows_read"]) for one in told["loads"]] == [
        ("good.xlsx", "Direction", 2)
    ]
    assert [version["edition"] for version in told["versions"]] == [2023, 2024]


def test_reference_is_json_on_request(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    elsewhere = partial(geography.build_layers, static_folder=tmp_path / "static")
    monkeypatch.setattr(geography, "build_layers", elsewhere)
    told = json.loads(run("reference", "--json").out)
    assert list(told) == ["places", "editions", "layers"]
    assert {path.name for path in (tmp_path / "static").rglob("*.*json")} >= set(told["layers"]) != set()
    assert told["places"] > 50 and told["editions"] >= 19


def test_the_demonstration_is_loaded_and_removed_in_json(run: Run, tmp_path: Path) -> None:
    reports = json.loads(run("demo", "--folder", tmp_path / "demo", "--json").out)
    assert len(reports) == 16 and all(report["rows"]["quarantined"] == 0 for report in reports)
    assert json.loads(run("demo", "--remove", "--json").out) == {"removed": list(range(2019, 2027))}
    assert json.loads(run("demo", "--remove", "--json").out) == {"removed": []}


@pytest.mark.parametrize("by", [*([name] for name in DIMENSIONS), DIMENSIONS, ["mrc", "edition"]])
def test_a_summary_has_the_same_columns_and_figures_in_json_and_csv(
    run: Run, good: Path, by: list[str]
) -> None:
    run("load", good)
    rows = json.loads(run("summary", "--by", ",".join(by), "--format", "json").out)
    assert all(list(line) == [*by, *COUNTS] for line in rows)
    table = csv.DictReader(io.StringIO(run("summary", "--by", ",".join(by), "--format", "csv").out))
    assert list(table.fieldnames or []) == [*by, *COUNTS]
    as_text = [{name: "" if cell is None else str(cell) for name, cell in line.items()} for line in rows]
    assert list(table) == as_text
    assert rows == json.loads(run("summary", "--by", ",".join(by), "--json").out)


def test_a_summary_gives_the_figures_of_the_file(run: Run, good: Path) -> None:
    run("load", good)
    (line,) = json.loads(run("summary", "--by", "edition,municipality", "--edition", "2023", "--json").out)
    expected = dict(registrations=1, partners=1, expected=10, confirmed=None, reach=10)
    assert line == {"edition": 2023, "municipality": "2493042"} | expected


def test_a_summary_by_audience_names_only_those_with_a_figure(run: Run, good: Path) -> None:
    run("load", good)
    rows = json.loads(run("summary", "--by", "audience", "--json").out)
    assert {line["audience"]: line["registrations"] for line in rows} == {"youth": 2, "parents": 1}
    assert {line["audience"] for line in rows} <= set(AUDIENCES)


def test_a_summary_as_a_table_names_its_columns(run: Run, good: Path) -> None:
    run("load", good)
    out = run("summary", "--by", "edition,mrc").out
    assert all(name in out for name in ["edition", "mrc", *COUNTS])
    assert "2024" in out and "93" in out


def test_a_summary_of_an_empty_database_is_an_empty_array(run: Run) -> None:
    assert json.loads(run("summary", "--by", "audience", "--json").out) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "1 lignes lues = 0 ajoutées + 0 modifiées"), ("en", "1 rows read = 0 added + 0 changed")],
)
def test_the_balance_of_rows_is_printed_in_either_language(
    run: Run, bad: Path, language: str, words: str
) -> None:
    assert words in run("load", bad, "--lang", language).out


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "bad.csv, feuille « bad.csv », ligne 2, colonne « Municipalité » : aucun territoire"),
        ("en", "bad.csv, sheet “bad.csv”, row 2, column “Municipalité”: no known territory"),
    ],
)
def test_a_refusal_names_file_sheet_row_column_value_and_remedy(
    run: Run, bad: Path, language: str, words: str
) -> None:
    said = run("load", bad, "--lang", language)
    plain = said.out.replace("\u00a0", " ").replace("\u202f", " ")
    assert words in plain and "Atlantide" in plain and "Hors région" in plain


def test_the_edition_option_names_the_edition_the_file_lacks(run: Run, tmp_path: Path) -> None:
    cells = {name: cell for name, cell in row().items() if name != "Édition"}
    path = write(tmp_path / "sans.csv", [cells])
    assert run("load", path).code == 2
    assert json.loads(run("load", path, "--edition", 2022, "--json").out)[0]["editions"] == [2022]


@pytest.mark.parametrize(
    "url",
    [
        "n’importe quoi",
        "foo://nulle.part/base",
        "mysql://nulle.part/base",
        "postgresql://127.0.0.1:1/base",
        "sqlite:////proc/interdit/base.sqlite3",
        "sqlite:///{folder}/text.sqlite3",
    ],
)
def test_a_bad_database_gives_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str
) -> None:
    (tmp_path / "text.sqlite3").write_text("Ceci n’est pas une base de données. " * 99, encoding="utf-8")
    monkeypatch.setenv("DATABASE_URL", url.format(folder=tmp_path))
    said = run("status")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "DATABASE_URL" in said.err and "Traceback" not in said.err


def test_another_program_runs_it_without_a_terminal(database_url: str, good: Path) -> None:
    said = process("load", good, "--json", url=database_url)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)[0]["rows"]["accepted"] == 2
    shown = process("summary", "--format", "csv", url=database_url)
    assert shown.out.splitlines()[0] == ",".join(["edition", *COUNTS])


def test_the_help_names_every_command(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    assert all(name in said.out for name in ("load", "check", "demo", "summary", "status", "reference"))


def test_a_load_is_undone_once_and_the_history_tells_it(run: Run, good: Path) -> None:
    assert run("undo", 1, "--lang", "en").err == (
        "There is no load 1. Their numbers are given by: python -m etl history\n"
    )
    run("load", good, "--author", "adjointe")
    done = json.loads(run("undo", 1, "--author", "directrice", "--json").out)
    assert done == {"load": 1, "editions": [2023, 2024]}
    again = run("undo", 1)
    assert again.code == 1 and again.err.startswith("Le chargement 1 est déjà annulé")
    (told,) = json.loads(run("history", "--json").out)
    assert (told["load"], told["author"], told["undone_by"]) == (1, "adjointe", "directrice")
    nothing = {"registrations": 0, "partners": 0, "reach": 0}
    assert told["editions"][1]["before"] == nothing
    assert told["editions"][1]["after"] == {"registrations": 1, "partners": 1, "reach": 10}
    assert "inscriptions 0 → 1, partenaires 0 → 1, personnes rejointes 0 → 10" in run("history").out


def test_undo_names_the_loads_that_depend_on_it(run: Run, good: Path, tmp_path: Path) -> None:
    run("load", good)
    run("load", write(tmp_path / "later.csv", [row(Jeunes=11)]))
    refused = run("undo", 1, "--json")
    assert (refused.code, json.loads(refused.out)["depend"]) == (1, [2])
    assert "2 (later.csv" in refused.err


def test_the_row_behind_a_registration_is_shown(run: Run, good: Path, tmp_path: Path) -> None:
    run("load", good)
    run("load", write(tmp_path / "told.csv", [confirmed(Jeunes=7)]))
    registered, told = json.loads(run("original", 2024, "A1", "--json").out)
    assert (registered["file"], registered["sheet"], registered["row"]) == ("good.xlsx", "Inscriptions", 2)
    assert registered["cells"]["Partenaire"] == "Organisme fictif A"
    assert (told["template"], told["file"], told["cells"]["Jeunes"]) == ("confirmed", "told.csv", "7")
    assert (
        "Inscrite\u00a0: good.xlsx, feuille «\u00a0Inscriptions\u00a0», ligne 2"
        in run("original", 2024, "A1").out
    )
    assert run("original", 2024, "Z9").code == 1
