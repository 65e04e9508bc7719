"""Reading ahead of the database: the same rows in another process as here, and the same end when it fails."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from etl import database
from etl.ahead import ahead
from etl.reading import BLOCK

ROOT = Path(__file__).resolve().parent.parent
HEADER = "Édition,Numéro d'inscription,Partenaire,Municipalité,Jeunes\n"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the command line is: a process whose threads a copy does not lack."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


def makers(count: int) -> Iterator[tuple[int, int]]:
    """Numbers, each with the process that made it."""
    for number in range(count):
        yield number, os.getpid()


def test_what_follows_comes_in_order_and_whole_from_another_process() -> None:
    made = list(ahead(makers(100), lambda item: item[0] == 2))
    assert [number for number, _ in made] == list(range(100))
    here = [process == os.getpid() for _, process in made]
    assert here == [True] * 3 + [False] * 97


def test_a_short_source_is_made_here() -> None:
    assert {process for _, process in ahead(makers(5), lambda item: False)} == {os.getpid()}


def test_a_server_makes_all_here_since_a_copy_would_lack_its_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert {process for _, process in ahead(makers(5), lambda item: True)} == {os.getpid()}


def test_an_error_comes_at_its_turn() -> None:
    def failing() -> Iterator[int]:
        yield from (1, 2, 3)
        raise LookupError("three")

    made = ahead(failing(), lambda item: True)
    assert [next(made), next(made), next(made)] == [1, 2, 3]
    with pytest.raises(LookupError, match="three"):
        next(made)


def test_whoever_wants_no_more_ends_the_other_process() -> None:
    made = ahead(makers(10**9), lambda item: True)
    _, other = [next(made), next(made)][1]
    made.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(other, 0)


def test_a_process_that_is_killed_ends_the_load_rather_than_the_file() -> None:
    made = ahead(makers(10**9), lambda item: True)
    _, other = [next(made), next(made)][1]
    os.kill(other, signal.SIGKILL)
    with pytest.raises(ChildProcessError):
        list(made)


@pytest.mark.parametrize(
    "ending", ["", "2024,Z,\udcff\udcfe,Alma,3\n"], ids=["whole", "unreadable at its end"]
)
def test_a_long_file_loads_whole_or_not_at_all_by_the_command(ending: str, tmp_path: Path) -> None:
    rows = "".join(
        f"2024,A{number},Organisme fictif {number % 50},Alma,{number % 90}\n"
        for number in range(2 * BLOCK + 5)
    )
    wrong = "2024,B,Organisme fictif,Nulle-Part,3\n2024,A7,Organisme fictif 7,Alma,7\n"
    file = tmp_path / "a.csv"
    file.write_bytes(("\ufeff" + HEADER + rows + wrong + ending).encode("utf-8", "surrogateescape"))
    url = f"sqlite:///{tmp_path / 'a.sqlite3'}"
    done = subprocess.run(
        [sys.executable, "-m", "etl", "load", str(file), "--json"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    with database.engine(url).connect() as connection:
        loaded = connection.execute(text("SELECT COUNT(*) FROM registration")).scalar()
        people = connection.execute(text("SELECT SUM(reach) FROM reach_summary")).scalar()
        kept = connection.execute(text("SELECT SUM(last_row - first_row + 1) FROM source_block")).scalar()
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        indexes = connection.execute(
            text("SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = 'registration'")
        ).scalar()
    assert indexes == 3
    if ending:
        assert (done.returncode, loaded, kept) == (2, 0, None)
        return
    [report] = json.loads(done.stdout)
    counted = report["rows"]
    assert (counted["read"], counted["accepted"], counted["quarantined"]) == (2 * BLOCK + 7, 2 * BLOCK + 5, 2)
    assert [(row["row"], row["code"], row["value"]) for row in report["quarantine"]] == [
        (2 * BLOCK + 7, "unknown_place", "Nulle-Part"),
        (2 * BLOCK + 8, "duplicate_number", "A7"),
    ]
    assert loaded == 2 * BLOCK + 5
    assert people == sum(number % 90 for number in range(2 * BLOCK + 5))
    assert kept == 2 * BLOCK + 7
