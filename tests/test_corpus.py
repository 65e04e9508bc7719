"""Any file gives figures or one clear sentence, within bounds, and changes nothing by half."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from etl import database
from etl.load import OUTCOMES, Report, load
from etl.messages import Catalogue
from etl.read import UnreadableFile
from tests.corpus import HOSTILE, MESSY, Entry, Gives, Refused

GIBIBYTE = 1024**3
SECONDS = 10
"""Of processor, in which a file has its answer; on a busy machine a clock would measure the others."""
MEASURED = """
import resource, sys
from etl.__main__ import main
try:
    main(sys.argv[1:])
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_maxrss * 1024, used.ru_utime + used.ru_stime, file=sys.stderr)
"""
EACH_MEASURED = """
import json, resource, sys, time
from pathlib import Path
from etl import database
from etl.load import load
engine = database.engine()
database.prepare(engine)
seconds = {}
for path in map(Path, sys.argv[1:]):
    before = time.process_time()
    load(engine, path)
    seconds[path.parent.name] = time.process_time() - before
print(json.dumps([resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, seconds]))
"""


def people(engine: Engine) -> tuple[int, int, int]:
    with engine.connect() as connection:
        total = connection.execute(text("SELECT SUM(expected) FROM participation")).scalar()
        confirmed = connection.execute(text("SELECT SUM(confirmed) FROM participation")).scalar()
        count = connection.execute(text("SELECT COUNT(*) FROM registration")).scalar()
    return int(total or 0), int(confirmed or 0), int(count or 0)


def sentences(report: Report) -> list[str]:
    say = Catalogue(database.ROOT / "etl" / "catalogues", "fr")
    return [say.text(f"warning-{warning.code}", **warning.details) for warning in report.warnings]


def test_the_corpus_is_large_enough() -> None:
    assert len(MESSY) + len(HOSTILE) >= 60


@pytest.mark.parametrize("kind", MESSY)
def test_a_messy_file_gives_its_figures(empty: Engine, tmp_path: Path, kind: str) -> None:
    entry = MESSY[kind]
    (tmp_path / "files").mkdir()
    path = entry.build(tmp_path / "files")
    assert isinstance(entry.expected, Gives)
    report = load(empty, path)
    rows, expected = report.rows, entry.expected
    told = [(one.row, one.column, one.code) for one in report.quarantine]
    assert (people(empty), rows["quarantined"], rows["ignored"]) == (
        (expected.people, expected.confirmed, expected.registrations),
        expected.waiting,
        expected.ignored,
    ), (told, sentences(report))
    assert rows["read"] == sum(rows[name] for name in OUTCOMES)
    assert {*expected.warnings} <= {warning.code for warning in report.warnings}, sentences(report)
    assert all("{" not in sentence for sentence in sentences(report))


@pytest.mark.parametrize("kind", MESSY)
def test_a_messy_file_loaded_twice_changes_nothing(empty: Engine, tmp_path: Path, kind: str) -> None:
    (tmp_path / "files").mkdir()
    path = MESSY[kind].build(tmp_path / "files")
    first, before = load(empty, path), people(empty)
    again = load(empty, path)
    assert people(empty) == before
    assert again.rows["unchanged"] == first.rows["accepted"]
    assert again.rows["ignored"] == first.rows["ignored"]


def test_no_messy_file_takes_long_nor_much_memory(empty: Engine, tmp_path: Path) -> None:
    paths = []
    for kind, entry in MESSY.items():
        (tmp_path / kind.replace("/", "-")).mkdir()
        paths.append(entry.build(tmp_path / kind.replace("/", "-")))
    memory, seconds = json.loads(run(EACH_MEASURED, *paths).stdout)
    assert memory < GIBIBYTE
    assert {kind: used for kind, used in seconds.items() if used >= SECONDS} == {}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gives_one_sentence_or_its_figures_in_ten_seconds_and_a_gibibyte(
    empty: Engine, tmp_path: Path, kind: str
) -> None:
    entry = HOSTILE[kind]
    (tmp_path / "files").mkdir()
    path = entry.build(tmp_path / "files")
    before = dump(tmp_path)
    told, memory, seconds = load_elsewhere(path)
    shutil.rmtree(tmp_path / "files")
    assert memory < GIBIBYTE
    assert seconds < SECONDS
    check(entry, told, kind)
    if isinstance(entry.expected, Refused):
        assert dump(tmp_path) == before
    else:
        assert people(empty) == (
            entry.expected.people,
            entry.expected.confirmed,
            entry.expected.registrations,
        )


def check(entry: Entry, told: dict[str, Any], kind: str) -> None:
    if isinstance(entry.expected, Refused):
        assert told["code"] == entry.expected.code, told
        assert told["error"].count("\n") == 0 and told["file"] in told["error"]
    else:
        assert "error" not in told, told
        assert told["rows"]["quarantined"] == entry.expected.waiting
        assert told["rows"]["ignored"] == entry.expected.ignored


def load_elsewhere(path: Path) -> tuple[dict[str, Any], int, float]:
    """What the command line says of a file, and what its process took: bytes at most, and seconds."""
    done = run(MEASURED, "load", path, "--json")
    (told,) = json.loads(done.stdout)
    memory, seconds = done.stderr.split()[-2:]
    return told, int(memory), float(seconds)


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=database.ROOT,
        env=os.environ | {"PYTHONPATH": str(database.ROOT)},
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def dump(tmp_path: Path) -> list[str]:
    connection = sqlite3.connect(tmp_path / "portee.sqlite3")
    found = list(connection.iterdump())
    connection.close()
    return found


@pytest.mark.parametrize(
    "kind", [kind for kind, entry in HOSTILE.items() if isinstance(entry.expected, Refused)][:12]
)
def test_a_refusal_has_a_sentence_in_both_languages(empty: Engine, tmp_path: Path, kind: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        load(empty, HOSTILE[kind].build(tmp_path))
    for language in ("fr", "en"):
        say = Catalogue(database.ROOT / "etl" / "catalogues", language)
        assert "a.csv" in say.text(f"file-{refused.value.code}", file="a.csv", **dict(refused.value.details))
