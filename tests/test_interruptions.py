"""Whatever interrupts a load, the database holds the state before it or after it, never between."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from etl import database
from etl.database import ROOT
from etl.load import load
from tests.files import row, write

KILLS = 15
STATE = "SELECT (SELECT COUNT(*) FROM load), (SELECT COUNT(*) FROM registration), " + ", ".join(
    f"(SELECT COUNT(*) FROM {table})"
    for table in ("participation", "partner", "reach_summary", "edition_version", "source_block")
)


def start(*arguments: object, url: str, before: str = "") -> subprocess.Popen[str]:
    code = f"{before}\nfrom etl.__main__ import main\nimport sys\nmain(sys.argv[1:])"
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def state(url: str) -> tuple[Any, ...]:
    engine = database.engine(url)
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        found = tuple(connection.execute(text(STATE)).one())
    engine.dispose()
    return found


def many(count: int, prefix: str = "A") -> list[dict[str, Any]]:
    return [row(f"{prefix}{index}", Partenaire=f"Organisme fictif {index:03}") for index in range(count)]


def test_a_load_killed_at_any_moment_leaves_the_state_before_or_after(
    empty: Engine, database_url: str, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", many(1_500))
    empty.dispose()
    before = state(database_url)
    draw = random.Random(4)
    longest, after = 4.0, None
    for _ in range(KILLS):
        process = start("load", path, url=database_url)
        try:
            process.wait(draw.uniform(0.3, longest))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.communicate()
        found = state(database_url)
        if found != before:
            assert found[:2] == (before[0] + 1, 1_500)
            after = found
            break
    if after is None:
        assert start("load", path, url=database_url).wait() == 0
        assert state(database_url)[:2] == (before[0] + 1, 1_500)


def test_two_loads_at_once_are_both_whole(empty: Engine, database_url: str, tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.csv", many(400, name)) for name in ("A", "B")]
    processes = [start("load", path, url=database_url) for path in paths]
    assert [process.communicate() and process.returncode for process in processes] == [0, 0]
    assert state(database_url)[:2] == (2, 800)


def test_a_reader_sees_a_load_whole_or_not_at_all(empty: Engine, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", many(600))
    seen: set[int] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            with empty.connect() as connection:
                seen.add(connection.execute(text("SELECT COUNT(*) FROM registration")).scalar_one())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        load(empty, path)
    finally:
        done.set()
        reader.join()
    assert seen <= {0, 600}


def test_a_full_disk_is_said_and_nothing_is_lost(empty: Engine, database_url: str, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", many(3)))
    empty.dispose()
    before = state(database_url)
    size = sum(file.stat().st_size for file in tmp_path.glob("portee.sqlite3*"))
    limit = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    process = start("load", write(tmp_path / "b.csv", many(9_000, "B")), url=database_url, before=limit)
    out, err = process.communicate()
    assert (process.returncode, out) == (2, "")
    assert err.startswith("La base de données n’a plus de place") and err.count("\n") == 1
    assert state(database_url) == before
