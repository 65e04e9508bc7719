"""What ``datapackage.json`` says: schemas from the tables, titles in two languages, sources and licences.

Belongs here: the descriptor. Not here: the rows (``tables``, ``cells``), writing files (``etl.export``).
Titles and descriptions are in French; ``title_en`` and ``description_en`` beside them are in English, since
the specification has no place of its own for a second language.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column, Table

from etl.data_files import DATA, read_rows
from etl.messages import Catalogue
from etl.package.cells import is_blank_kept, type_of
from etl.package.tables import references, unique_keys

NAME: Final = "portee-jps"
DESCRIPTOR: Final = "datapackage.json"
SOURCES: Final = "sources"
"""Folder of a package that holds what ``data/`` says of its sources, word for word."""
FOLDER: Final = Path(__file__).parent / "catalogues"

Said = dict[str, Any]


@dataclass(frozen=True)
class File:
    """A file of the package: its table, its rows, its bytes and the SHA-256 of these."""

    table: Table
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class State:
    """What the database was when it was read: schema, newest version, and whether it holds fiction."""

    revision: str
    version: int
    moment: datetime
    is_demonstration: bool


def descriptor(files: Sequence[File], state: State, published: Iterable[Said]) -> Said:
    """The whole of ``datapackage.json``.

    Args:
        files: in the order of ``tables.tables``.
        state: what the database was.
        published: title and, where there is one, address of each source of the published figures.
    """
    words = _Words()
    region = tomllib.loads((DATA / "region.toml").read_text(encoding="utf-8"))
    names = {
        "campaign_fr": region["campaign"]["name_fr"],
        "campaign_en": region["campaign"]["name_en"],
        "region_fr": region["name_fr"],
        "region_en": region["name_en"],
    }
    kind = "fictional" if state.is_demonstration else "whole"
    sources = _sources()
    resources = [_resource(file, words, sources, list(published)) for file in files]
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        **words.of(f"package-{kind}", **names),
        "version": f"{int(state.revision)}.{state.version}.0",
        "created": f"{state.moment.isoformat()}Z",
        "demonstration": state.is_demonstration,
        "schema_revision": state.revision,
        "sources": _once(source for resource in resources for source in resource.get("sources", [])),
        "resources": resources,
    }


def stated_in() -> list[str]:
    """The files of ``data/`` that say where reference data come from, once each."""
    return list(dict.fromkeys(row["stated_in"] for row in _sources()))


def _resource(file: File, words: "_Words", sources: Sequence[Said], published: list[Said]) -> Said:
    table = file.table
    said: Said = {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        **words.of(f"table-{table.name}"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "schema": schema(table, words),
    }
    mine = [row for row in sources if table.name in row["tables"].split()]
    found = [{"title": row["title"], "path": f"{SOURCES}/{row['stated_in']}"} for row in mine]
    if table.name == "published_figure":
        found += published
    licences = _once(_licence(row) for row in mine if row["licence"])
    return said | ({"sources": found} if found else {}) | ({"licenses": licences} if licences else {})


def schema(table: Table, words: "_Words | None" = None) -> Said:
    """The Table Schema of a table: fields, keys, constraints."""
    said = words or _Words()
    primary, *others = unique_keys(table)
    keys = [
        {
            "fields": [column],
            "reference": {"resource": "" if parent is table else parent.name, "fields": [there]},
        }
        for column, parent, there in references(table)
    ]
    return {
        "fields": [_field(table, column, said) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(primary),
        **({"uniqueKeys": [list(key) for key in others]} if others else {}),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(table: Table, column: Column[Any], words: "_Words") -> Said:
    found: Said = {"name": column.name, "type": type_of(column)}
    found |= words.of(f"field-{table.name}-{column.name}", f"field-{column.name}")
    if is_blank_kept(column):
        found["missingValues"] = []
    constraints: Said = {"required": True} if not column.nullable else {}
    if (column.name,) in unique_keys(table):
        constraints["unique"] = True
    if "enum" in column.info:
        constraints["enum"] = list(column.info["enum"])
    if "minimum" in column.info:
        constraints["minimum"] = column.info["minimum"]
    return found | ({"constraints": constraints} if constraints else {})


def _sources() -> list[dict[str, str]]:
    return read_rows(DATA / "sources.csv")


def _licence(row: dict[str, str]) -> Said:
    name = {"name": row["licence_name"]} if row["licence_name"] else {}
    return name | {
        "title": row["licence"],
        "path": row["licence_path"],
        "attribution": row["attribution"],
    }


def _once(found: Iterable[Said]) -> list[Said]:
    return list({str(one): one for one in found}.values())


class _Words:
    """Titles and descriptions in both languages."""

    def __init__(self) -> None:
        self._french, self._english = (Catalogue(FOLDER, language) for language in ("fr", "en"))

    def of(self, *keys: str, **values: object) -> Said:
        """What is said under the first of ``keys`` that is known; a description is there or not."""
        for key in keys:
            try:
                title = self._french.text(key, **values)
            except KeyError:
                continue
            said = {"title": title, "title_en": self._english.text(key, **values)}
            try:
                about = self._french.text(f"{key}-about", **values)
            except KeyError:
                return said
            return said | {
                "description": about,
                "description_en": self._english.text(f"{key}-about", **values),
            }
        raise KeyError(keys[-1])
