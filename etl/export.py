"""Write the whole database out as a data package, in a folder or as a zip.

Belongs here: one state of the database, read a few rows at a time, in a folder that is whole or absent. Not
here: what a package holds and says of itself (``package``), and reading one back (``package.take_in``).
"""

import csv
import hashlib
import io
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, exists, func, select, text

from etl import stamp
from etl.data_files import DATA
from etl.package import cells, describe
from etl.package.contacts import Contacts
from etl.package.tables import rows, tables
from etl.schema import EditionVersion, Load, PublishedFigure

AT_ONCE: Final = 2_000
"""Rows in memory at a time."""

Progress = Callable[[str, int], None]
"""Called with the name of a table and the number of its rows so far."""


class FolderInUse(Exception):
    """The folder holds something else than a package written before; nothing was written."""


@dataclass(frozen=True)
class Written:
    """A package: its descriptor, when it was made, and the rows of each table."""

    descriptor: Path
    version: str
    moment: datetime
    is_demonstration: bool
    rows: dict[str, int]


def _silent(table: str, count: int) -> None:
    pass


def write_package(engine: Engine, folder: Path, progress: Progress = _silent) -> Written:
    """Write the database in a folder; a package written there before is replaced.

    Raises:
        FolderInUse: the folder holds something else.
        OSError: the folder cannot be written; it is as it was.
    """
    target = folder.absolute()
    if not _is_free(target):
        raise FolderInUse
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as beside:
        made = Path(beside) / "new"
        made.mkdir()
        written = _write(engine, made, progress)
        _put(made, target, Path(beside) / "old")
    return Written(folder / describe.DESCRIPTOR, *written)


def zipped(engine: Engine, progress: Progress = _silent) -> bytes:
    """The same package, as the content of a ``.zip``."""
    with tempfile.TemporaryDirectory() as folder:
        _write(engine, Path(folder), progress)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(Path(folder).rglob("*")):
                archive.write(path, path.relative_to(folder))
    return packed.getvalue()


def _write(engine: Engine, folder: Path, progress: Progress) -> tuple[str, datetime, bool, dict[str, int]]:
    contacts = Contacts()
    with _snapshot(engine) as connection:
        state = _state(connection)
        files = [_table(connection, table, folder, contacts, progress) for table in tables()]
        published = _published(connection)
    for name in describe.stated_in():
        copy = folder / describe.SOURCES / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DATA / name, copy)
    said = describe.descriptor(files, state, published)
    words = json.dumps(said, ensure_ascii=False, indent=2)
    (folder / describe.DESCRIPTOR).write_text(f"{words}\n", encoding="utf-8")
    counts = {file.table.name: file.rows for file in files}
    return said["version"], state.moment, state.is_demonstration, counts


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    """See one state of the database however long the reading, as SQLite does by itself."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with engine.connect() as connection:
        yield connection


def _state(connection: Connection) -> describe.State:
    fictional = exists().where(Load.is_demonstration, Load.undone_at.is_(None))
    return describe.State(
        revision=str(connection.scalar(text("SELECT version_num FROM alembic_version"))),
        version=connection.scalar(select(func.max(EditionVersion.id))) or 0,
        moment=stamp.now(),
        is_demonstration=bool(connection.scalar(select(fictional))),
    )


def _published(connection: Connection) -> list[dict[str, Any]]:
    columns = (PublishedFigure.source_title, PublishedFigure.source_url)
    found = connection.execute(select(*columns).distinct().order_by(*columns)).all()
    return [{"title": title} | ({"path": url} if url else {}) for title, url in found]


def _table(
    connection: Connection, table: Table, folder: Path, contacts: Contacts, progress: Progress
) -> describe.File:
    path = folder / f"{table.name}.csv"
    writers = [cells.writer(column) for column in table.columns]
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(table.columns.keys())
        found = connection.execute(rows(table).execution_options(yield_per=AT_ONCE))
        for block in found.partitions():
            clean = (contacts.remove(table, tuple(row)) for row in block)
            lines.writerows(
                [write(value) for write, value in zip(writers, row, strict=True)] for row in clean
            )
            count += len(block)
            progress(table.name, count)
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return describe.File(table, count, path.stat().st_size, digest)


def _is_free(target: Path) -> bool:
    """Whether a folder is absent, empty, or holds a package of ours and nothing else."""
    if not target.exists():
        return True
    if not target.is_dir():
        return False
    names = {path.name for path in target.iterdir()}
    if not names:
        return True
    try:
        said = json.loads((target / describe.DESCRIPTOR).read_text(encoding="utf-8"))
        ours = {describe.DESCRIPTOR, describe.SOURCES, *(one["path"] for one in said["resources"])}
        return said["name"] == describe.NAME and names <= ours
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _put(made: Path, target: Path, aside: Path) -> None:
    if target.exists():
        os.replace(target, aside)
    try:
        os.replace(made, target)
    except OSError:
        if aside.exists():
            os.replace(aside, target)
        raise
