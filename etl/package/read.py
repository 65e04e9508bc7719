"""Read a package from its folder: its descriptor, and the rows of each table as their columns take them.

Belongs here: what can be told of one file at a time. Not here: keys between tables, and writing
(``take_in``).
"""

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table

from etl.package import cells
from etl.package.describe import DESCRIPTOR, NAME
from etl.package.tables import tables
from etl.read import UnreadableFile

SHOWN: Final = 60
"""Characters of a wrong cell that a sentence quotes."""
LONGEST_CELL: Final = 2**24

Row = tuple[Any, ...]
"""The number of its line in the file, then its values in the order of the table's columns."""


@dataclass(frozen=True)
class Package:
    """A descriptor that was read: the file of each table, and what it should be."""

    path: Path
    sha256: str
    revision: str
    files: dict[str, Path]
    hashes: dict[str, str]
    is_demonstration: bool


def is_package(path: Path) -> bool:
    """Whether a path is that of a package: its folder, or its descriptor."""
    return path.is_dir() or path.name == DESCRIPTOR


def refuse(code: str, **details: object) -> UnreadableFile:
    """Why a package cannot be taken in; the sentence is in the catalogue."""
    return UnreadableFile(f"package_{code}", tuple((name, str(value)) for name, value in details.items()))


def read_descriptor(path: Path) -> Package:
    """Read ``datapackage.json``, given itself or its folder.

    Raises:
        UnreadableFile: it is absent, is not one of ours, or a file that it names is absent.
    """
    descriptor = path / DESCRIPTOR if path.is_dir() else path
    if not descriptor.is_file():
        raise refuse("absent")
    content = descriptor.read_bytes()
    try:
        said = json.loads(content)
        ours, revision = said["name"] == NAME, said["schema_revision"]
        resources = {one["name"]: one for one in said["resources"]}
        paths = {name: str(one["path"]) for name, one in resources.items()}
        hashes = {name: str(one.get("hash", "")) for name, one in resources.items()}
        is_demonstration = bool(said.get("demonstration"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise refuse("descriptor") from None
    if not ours:
        raise refuse("descriptor")
    known = {table.name for table in tables()}
    for name in sorted(known ^ paths.keys()):
        raise refuse("table_missing" if name in known else "table_unknown", table=name)
    files = {}
    for name, relative in paths.items():
        if Path(relative).name != relative or not (descriptor.parent / relative).is_file():
            raise refuse("file_missing", csv=relative)
        files[name] = descriptor.parent / relative
    digest = hashlib.sha256(content).hexdigest()
    return Package(descriptor, digest, str(revision), files, hashes, is_demonstration)


def read_rows(path: Path, table: Table) -> Iterator[Row]:
    """Read the rows of a table, in the order of the file.

    Raises:
        UnreadableFile: a column is unknown or absent, a cell does not hold what its column takes, or the
            file is not a table.
    """
    csv.field_size_limit(LONGEST_CELL)
    names = list(table.columns.keys())
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file, strict=True)
            order = _order(path, next(lines, []), names)
            readers = [(table.columns[name], cells.reader(table.columns[name])) for name in order]
            places = [order.index(name) for name in names]
            for number, line in enumerate(lines, 2):
                if len(line) != len(order):
                    raise refuse("row", csv=path.name, row=number, count=len(line), expected=len(order))
                values = []
                for cell, (column, read) in zip(line, readers, strict=True):
                    try:
                        values.append(read(cell))
                    except cells.NotThatType:
                        shown = cell if len(cell) <= SHOWN else f"{cell[:SHOWN]}…"
                        kind = cells.type_of(column)
                        where = {"csv": path.name, "row": number, "column": column.name}
                        raise refuse("cell", **where, value=shown, type=kind) from None
                yield (number, *(values[place] for place in places))
    except (csv.Error, UnicodeDecodeError):
        raise refuse("file_damaged", csv=path.name) from None


def check_hash(package: Package, table: Table) -> None:
    """Check that a file is the one that was written.

    Raises:
        UnreadableFile: it has changed since.
    """
    path, said = package.files[table.name], package.hashes[table.name]
    if not said:
        return
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if said != f"sha256:{found}":
        raise refuse("file_changed", csv=path.name)


def _order(path: Path, header: list[str], known: list[str]) -> list[str]:
    for name in header:
        if name not in known:
            raise refuse("column_unknown", csv=path.name, column=name[:SHOWN])
    for name in known:
        if header.count(name) != 1:
            raise refuse("column_missing", csv=path.name, column=name)
    return header
