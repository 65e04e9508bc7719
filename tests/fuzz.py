"""Readers and cells fuzzed with atheris, for as long as one likes; no part of the test suite.

``python -m tests.fuzz counts -max_total_time=300``, in an environment that has atheris besides what runs the
tests. Targets: those of TARGETS. What it finds is kept as a test: a cell in the tests of its parser, a file
in ``tests/corpus.py``, under a name.
"""

import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import atheris

with atheris.instrument_imports(include=["etl"]):
    from sqlalchemy import create_engine

    from etl import dates
    from etl.clean import MAXIMUM, Problem
    from etl.counts import count
    from etl.places import Places
    from etl.read import UnreadableFile, sheets
    from etl.reference import load_reference
    from etl.schema import Base
    from tests.corpus import MESSY, TABLE, workbook

FOLDER: Final = Path(tempfile.mkdtemp(prefix="fuzz"))
EDITION: Final = 2024


def words(data: bytes) -> str:
    """A cell: text as a reader gives it, which holds no lone surrogate."""
    return data.decode("utf-8", errors="replace")


def counts(data: bytes) -> None:
    with suppress(Problem):
        found = count(words(data))
        assert found.people is None or 0 <= found.people <= MAXIMUM


def days(data: bytes) -> None:
    with suppress(Problem):
        found = dates.span(words(data), EDITION, None)
        assert found is None or found.first is None or found.last is None or found.first <= found.last


def places() -> Callable[[bytes], None]:
    with create_engine("sqlite://").begin() as connection:
        Base.metadata.create_all(connection)
        load_reference(connection)
        known = Places.read(connection)

    def place(data: bytes) -> None:
        with suppress(Problem):
            assert known.where(words(data), EDITION).code

    return place


def text_file(data: bytes) -> None:
    read(FOLDER / "a.csv", data)


def web_page(data: bytes) -> None:
    read(FOLDER / "a.xls", b"<table>" + data)


def sheet_of_a_workbook() -> Callable[[bytes], None]:
    """A workbook whose only sheet is any bytes: what is around them is right, so that they are read."""
    with zipfile.ZipFile(workbook(TABLE)(FOLDER)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def read_with(data: bytes) -> None:
        path = FOLDER / "a.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, data if name == "xl/worksheets/sheet1.xml" else content)
        read(path)

    return read_with


def read(path: Path, data: bytes | None = None) -> None:
    if data is not None:
        path.write_bytes(data)
    with suppress(UnreadableFile):
        for sheet in sheets(path):
            for _ in sheet.rows:
                pass


TARGETS: Final[dict[str, Callable[[], Callable[[bytes], None]]]] = {
    "counts": lambda: counts,
    "dates": lambda: days,
    "places": places,
    "csv": lambda: text_file,
    "html": lambda: web_page,
    "xlsx": sheet_of_a_workbook,
}


def seeds(target: str) -> Path:
    """A folder of inputs to begin with: files of the corpus for the readers, words of ``data`` for cells."""
    folder = FOLDER / "seeds"
    folder.mkdir()
    if target in ("csv", "html", "xlsx"):
        for number, entry in enumerate(MESSY.values()):
            path = entry.build(FOLDER)
            if path.suffix == ".xlsx" and target == "xlsx" and zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    (folder / str(number)).write_bytes(archive.read("xl/worksheets/sheet1.xml"))
            elif path.suffix == ".csv" and target == "csv":
                (folder / str(number)).write_bytes(path.read_bytes())
        return folder
    for number, cell in enumerate(CELLS):
        (folder / str(number)).write_text(cell, encoding="utf-8")
    return folder


CELLS: Final[Sequence[str]] = (
    *("environ 300", "entre deux cents et 250 élèves", "1 200,0", "une trentaine", "n/d", "#REF!"),
    *("du 12 au 16 février", "14/02/2024", "mardi 13 févr.", "45000", "toute la semaine", "2024-02-14T10:00"),
    *("Chicoutimi et La Baie", "123, rue X, Alma (Québec) G8B 5V2", "MRC du Domaine-du-Roy", "St-Félicien"),
)


def main(arguments: Sequence[str]) -> None:
    target, *options = arguments
    run: Any = TARGETS[target]()
    atheris.Setup([sys.argv[0], *options, str(seeds(target))], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
