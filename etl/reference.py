"""Fill the reference tables from ``data/``: places, names, audiences, editions, published figures.

Belongs here: reading the reviewed files and bringing the tables to what they say. Not here: the shapes
drawn on the map (``geography``), files that partners send (``load``), and any name of a region, which is
data.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, exists, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from etl.clean import key
from etl.data_files import DATA, read_rows
from etl.partners.index import reindex
from etl.partners.places import Places
from etl.partners.rules import read_rules
from etl.schema import (
    Action,
    Audience,
    Base,
    Edition,
    Mrc,
    Place,
    PlaceAlias,
    PublishedFigure,
    Sector,
)

MEASURES: Final = {
    "people": "people_reached",
    "partners": "partners",
    "registrations": "registrations",
    "activities": "activities",
    "milieux": "milieux",
}
"""Column of ``editions.csv`` for each measure that is published."""

Row = dict[str, Any]


def load_reference(connection: Connection, folder: Path = DATA) -> None:
    """Bring every reference table to what the files of ``folder`` say; twice is the same as once.

    Names of partners are filed again, under the words that ``partner_words.csv`` gives now.
    Rows that a file no longer has go away where nothing can point to them (names of places, published
    figures); a place, an audience, a sector or an action that facts may use stays.
    """
    geography = folder / "geography"
    municipalities = read_rows(geography / "municipalities.csv")
    audiences = _listed(folder / "audiences.csv")
    editions = read_rows(folder / "published" / "editions.csv")
    _upsert(connection, Mrc, _mrcs(municipalities))
    _upsert(connection, Place, _places(municipalities, geography, read_rows(folder / "places.csv")))
    _upsert(connection, Audience, audiences)
    _upsert(connection, Sector, _listed(folder / "sectors.csv"))
    _upsert(connection, Action, _listed(folder / "actions.csv"))
    _upsert(connection, Edition, [_edition(row) for row in editions])
    _replace(
        connection,
        PlaceAlias,
        _aliases(
            [*read_rows(geography / "municipality_aliases.csv"), *read_rows(folder / "place_aliases.csv")]
        ),
    )
    codes = {row["name_fr"]: row["code"] for row in audiences}
    _replace(connection, PublishedFigure, [figure for row in editions for figure in _figures(row, codes)])
    reindex(connection, read_rules(folder), Places.read(connection))


def is_loaded(connection: Connection) -> bool:
    """Say whether the reference tables have been filled."""
    tables = (Place, PlaceAlias, Audience, Sector, Action, Edition, PublishedFigure)
    return all(connection.scalar(select(exists().select_from(table))) for table in tables)


def layers(geography: Path) -> list[Path]:
    """Municipal maps of a folder, oldest first: ``municipalities_<year>.geojson``."""
    return sorted(geography.glob("municipalities_[0-9][0-9][0-9][0-9].geojson"))


def _listed(path: Path) -> list[Row]:
    return [{**row, "position": position} for position, row in enumerate(read_rows(path))]


def _mrcs(municipalities: Iterable[Mapping[str, str]]) -> list[Row]:
    names = {row["mrc_code"]: row["mrc"] for row in municipalities}
    return [{"code": code, "name": name} for code, name in sorted(names.items())]


def _places(
    municipalities: Sequence[Mapping[str, Any]], geography: Path, others: Iterable[Mapping[str, str]]
) -> list[Row]:
    changes = {row["old_code"]: row for row in read_rows(geography / "municipality_changes.csv")}
    begins = {row["new_code"]: date.fromisoformat(row["effective_date"]) for row in changes.values()}
    known = {row["code"] for row in municipalities}
    current = json.loads(layers(geography)[-1].read_text(encoding="utf-8"))["features"]
    created = [each["properties"] for each in current if each["properties"]["code"] not in known]
    places = [
        _municipality(row, changes.get(row["code"]), begins.get(row["code"]))
        for row in (*municipalities, *created)
    ]
    places += [_other_place(row) for row in others]
    return sorted(places, key=lambda place: (place["current_code"] != place["code"], place["code"]))


def _municipality(row: Mapping[str, Any], change: Mapping[str, str] | None, begins: date | None) -> Row:
    ends = date.fromisoformat(change["effective_date"]) - timedelta(days=1) if change else None
    area = row.get("land_area_km2")
    return {
        "code": row["code"],
        "kind": row["kind"].replace("unorganized", "unorganised"),
        "name": row["name"],
        "mrc_code": row["mrc_code"],
        "current_code": change["new_code"] if change else row["code"],
        "valid_from": begins,
        "valid_until": ends,
        "population": _whole(row["population"]),
        "population_year": _whole(row["population_year"]),
        "land_area_km2": float(area) if area else None,
    }


def _other_place(row: Mapping[str, str]) -> Row:
    place = dict.fromkeys(("valid_from", "valid_until", "population", "population_year", "land_area_km2"))
    mrc = row["code"].partition(":")[2] or None
    return {**place, **row, "mrc_code": mrc, "current_code": row["code"]}


def _aliases(rows: Iterable[Mapping[str, str]]) -> list[Row]:
    """One row per key and place: spellings that share a key are one name, the first one read."""
    aliases: dict[tuple[str, str], Row] = {}
    for row in rows:
        name = key(row["alias"])
        alias = {
            "key": name,
            "place_code": row["code"],
            "alias": row["alias"],
            "kind": row.get("kind", "name"),
            "ambiguous": row["ambiguous"] == "True",
            "source": row["source"],
        }
        aliases.setdefault((name, row["code"]), alias)
    return list(aliases.values())


def _edition(row: Mapping[str, str]) -> Row:
    return {
        "year": int(row["year"]),
        "number": _whole(row["edition_number"]),
        "starts_on": _day(row["starts_on"]),
        "ends_on": _day(row["ends_on"]),
        "theme": row["theme"] or None,
    }


def _figures(row: Mapping[str, str], codes: Mapping[str, str]) -> list[Row]:
    """What one edition's source says, a row per measure; only people have a basis and audiences."""
    return [
        {
            "edition": int(row["year"]),
            "measure": measure,
            "value": int(row[column]),
            "qualifier": row.get(f"{column}_qualifier") or "exact",
            "basis": (row["people_reached_basis"] or None) if measure == "people" else None,
            "audiences": _audiences(row["audiences_counted"], codes) if measure == "people" else [],
            "source_title": row["source_title"],
            "source_url": row["source_url"] or None,
            "source_date": row["source_date"] or None,
            "note": row["note"] or None,
        }
        for measure, column in MEASURES.items()
        if row[column]
    ]


def _audiences(names: str, codes: Mapping[str, str]) -> list[str]:
    counted = {codes[name.strip()] for name in names.split(";") if name.strip()}
    return [code for code in codes.values() if code in counted]


def _whole(value: Any) -> int | None:
    return None if value in ("", None) else int(value)


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _replace(connection: Connection, entity: type[Base], rows: Sequence[Row]) -> None:
    """Upsert, and remove what the files no longer have."""
    table = _table(entity)
    kept = [tuple(row[column.name] for column in table.primary_key) for row in rows]
    connection.execute(delete(table).where(tuple_(*table.primary_key).not_in(kept)))
    _upsert(connection, entity, rows)


def _upsert(connection: Connection, entity: type[Base], rows: Sequence[Row]) -> None:
    table = _table(entity)
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    keys = list(table.primary_key)
    changed = {column.name: statement.excluded[column.name] for column in table.columns if column not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed), list(rows))


def _table(entity: type[Base]) -> Table:
    table = entity.__table__
    assert isinstance(table, Table)
    return table
