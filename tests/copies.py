"""A database for each example of a property, copied from the one of ``conftest.blank``."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from etl import database


@contextmanager
def fresh(blank: Path) -> Iterator[tuple[Engine, Path]]:
    """The database, and the folder that it is in."""
    with TemporaryDirectory() as folder:
        shutil.copyfile(blank, Path(folder) / "portee.sqlite3")
        engine = database.engine(f"sqlite:///{folder}/portee.sqlite3")
        yield engine, Path(folder)
        engine.dispose()
