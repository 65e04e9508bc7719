"""The reference tables: they say what ``data/`` says, once, and every public number has its source."""

import csv
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, func, select, text, update

from etl.clean import key as alias_key
from etl.data_files import DATA
from etl.reference import is_loaded, load_reference
from etl.schema import (
    AUDIENCES,
    UNSPECIFIED,
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

TABLES = (Mrc, Place, PlaceAlias, Audience, Sector, Action, Edition, PublishedFigure)


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.execute(text("PRAGMA foreign_keys = ON"))
        Base.metadata.create_all(connection)
        yield connection
    engine.dispose()


@pytest.fixture
def loaded(connection: Connection) -> Connection:
    load_reference(connection)
    return connection


def rows(connection: Connection) -> dict[str, list[Any]]:
    return {
        table.__tablename__: sorted(connection.execute(select(table.__table__)).all(), key=str)
        for table in TABLES
    }


def place(connection: Connection, code: str) -> Any:
    return connection.execute(select(Place.__table__).where(Place.code == code)).one()


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_empty_database_says_that_the_reference_is_missing(connection: Connection) -> None:
    assert not is_loaded(connection)
    load_reference(connection)
    assert is_loaded(connection)


def test_the_reference_loaded_twice_gives_the_same_rows(loaded: Connection) -> None:
    once = rows(loaded)
    load_reference(loaded)
    assert rows(loaded) == once


def test_a_row_that_drifted_is_corrected(loaded: Connection) -> None:
    expected = rows(loaded)
    loaded.execute(update(Place).values(name="?", population=1))
    loaded.execute(update(PublishedFigure).values(value=1))
    loaded.execute(update(Audience).values(name_fr="?"))
    load_reference(loaded)
    assert rows(loaded) == expected


def test_a_figure_withdrawn_from_the_file_leaves_the_table(loaded: Connection, tmp_path: Path) -> None:
    folder = shutil.copytree(DATA, tmp_path / "data")
    editions = folder / "published" / "editions.csv"
    lines = editions.read_text(encoding="utf-8").splitlines()
    editions.write_text("\n".join(line for line in lines if not line.startswith("2026")), encoding="utf-8")
    load_reference(loaded, folder)
    assert loaded.scalar(select(func.max(PublishedFigure.edition))) == 2024
    assert loaded.scalar(select(func.max(Edition.year))) == 2026


@pytest.mark.parametrize("current", [True, False])
def test_the_population_is_that_of_the_census_on_both_maps(loaded: Connection, current: bool) -> None:
    on_the_map = Place.current_code == Place.code if current else Place.valid_from.is_(None)
    assert loaded.scalar(select(func.sum(Place.population)).where(on_the_map)) == 275_552


def test_municipalities_that_merged_point_to_what_they_became(loaded: Connection) -> None:
    merged = loaded.execute(
        select(Place.__table__).where(Place.current_code == "2493022", Place.code != "2493022")
    ).all()
    new = place(loaded, "2493022")
    assert [old.code for old in merged] == ["2493020", "2493025", "2493030"]
    assert {old.valid_until for old in merged} == {date(2025, 12, 31)}
    assert new.valid_from == date(2026, 1, 1)
    assert new.population == sum(old.population for old in merged)


def test_places_that_are_not_municipalities_hold_no_inhabitants(loaded: Connection) -> None:
    names = {"region": "Région", "online": "En ligne", "outside": "Hors région"}
    for code, name in {**names, UNSPECIFIED: "Lieu non précisé"}.items():
        found = place(loaded, code)
        assert (found.name, found.kind, found.mrc_code, found.population) == (name, code, None, None)
    codes = set(loaded.scalars(select(Mrc.code)))
    assert set(loaded.scalars(select(Place.mrc_code).where(Place.kind == "mrc"))) == codes
    assert set(loaded.scalars(select(Place.code).where(Place.kind == "mrc"))) == {f"mrc:{c}" for c in codes}


def test_the_reserve_and_the_unorganised_territories_are_told_apart(loaded: Connection) -> None:
    kinds = Counter(loaded.scalars(select(Place.kind)))
    assert place(loaded, "2491802").kind == "reserve"
    assert (kinds["municipality"], kinds["reserve"], kinds["unorganised"]) == (50, 1, 10)


def test_keys_are_those_that_the_reviewed_file_has() -> None:
    aliases = read("geography/municipality_aliases.csv")
    assert [alias_key(row["alias"]) for row in aliases] == [row["alias_key"] for row in aliases]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ST-COEUR DE MARIE", "2493042"),
        ("St-Cœur-de-Marie", "2493042"),
        ("mrc de maria chapdelaine", "mrc:92"),
        ("MRC du Domaine-du-Roy", "mrc:91"),
        ("toute la region", "region"),
        ("virtuel", "online"),
        ("Webinaire", "online"),
        ("hors-région", "outside"),
    ],
)
def test_a_place_is_found_however_it_is_written(loaded: Connection, written: str, code: str) -> None:
    found = select(PlaceAlias.place_code).where(PlaceAlias.key == alias_key(written))
    assert loaded.scalars(found).all() == [code]


def test_a_name_that_fits_several_places_is_marked_ambiguous(loaded: Connection) -> None:
    places: dict[str, set[str]] = defaultdict(set)
    ambiguous = set()
    for alias in loaded.execute(select(PlaceAlias.__table__)):
        places[alias.key].add(alias.place_code)
        if alias.ambiguous:
            ambiguous.add(alias.key)
    assert {key for key, codes in places.items() if len(codes) > 1} == ambiguous
    assert {"cantontremblay", "lesaguenay", "lacsaintjean"} <= ambiguous


def test_no_alias_hides_the_official_name_of_another_place(loaded: Connection) -> None:
    official = {alias_key(name): code for code, name in loaded.execute(select(Place.code, Place.name))}
    for alias in loaded.execute(select(PlaceAlias.__table__)):
        assert official.get(alias.key, alias.place_code) == alias.place_code, alias.alias


def test_audiences_come_in_the_order_in_which_they_are_shown(loaded: Connection) -> None:
    assert tuple(loaded.scalars(select(Audience.code).order_by(Audience.position))) == AUDIENCES


@pytest.mark.parametrize("table", [Sector, Action])
def test_a_blank_cell_has_a_code_of_its_own(loaded: Connection, table: type[Sector] | type[Action]) -> None:
    assert UNSPECIFIED in loaded.scalars(select(table.code)).all()


def test_every_edition_since_the_first_is_there(loaded: Connection) -> None:
    assert loaded.scalars(select(Edition.year).order_by(Edition.year)).all() == list(range(2008, 2027))
    assert loaded.scalars(select(Edition.number).order_by(Edition.year)).all() == list(range(1, 20))


def test_every_published_number_names_its_source(loaded: Connection) -> None:
    figures = loaded.execute(select(PublishedFigure.__table__)).all()
    assert len(figures) == 13
    for figure in figures:
        assert figure.source_title and figure.source_url and figure.source_date


def test_published_people_say_how_and_whom_they_count(loaded: Connection) -> None:
    figures = loaded.execute(
        select(PublishedFigure.__table__).where(PublishedFigure.measure == "people").order_by("edition")
    ).all()
    assert [(each.edition, each.value, each.qualifier, each.basis) for each in figures] == [
        (2014, 37_000, "at_least", "registered"),
        (2022, 30_000, "about", "target"),
        (2023, 30_000, "at_least", "target"),
        (2024, 38_750, "at_least", "registered"),
        (2026, 40_150, "at_least", "target"),
    ]
    assert figures[0].audiences == ["youth"]
    assert tuple(figures[3].audiences) == AUDIENCES
    assert "elected_officials" not in figures[4].audiences


def test_the_code_knows_no_region() -> None:
    region = [row["mrc"] for row in read("geography/municipalities.csv")]
    for path in sorted((DATA.parent / "etl").rglob("*.py")) + sorted(
        (DATA.parent / "dashboard").rglob("*.py")
    ):
        written = path.read_text(encoding="utf-8")
        assert not [name for name in {*region, "Saguenay–Lac-Saint-Jean", "CRÉPAS"} if name in written], path
