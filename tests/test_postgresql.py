"""The same database on a real PostgreSQL as on SQLite, figure by figure."""

import os
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, delete, func, insert, inspect, literal, select, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from dashboard import audit, links, meetings, members, privacy, queries
from dashboard.connection import opened, reading
from dashboard.question import Narrowing, Restriction
from dashboard.reports.origin import view_at, view_of
from dashboard.scope import BOARD, DIRECTOR, Scope, of_partner
from etl import confirmations, database, demonstrate, export, row_security, summarise
from etl.load import load
from etl.package.take_in import load_package
from etl.partners.apart import matches, set_apart
from etl.partners.decisions import decide, forget_unused, take_back, waiting
from etl.read import UnreadableFile
from etl.schema import (
    Base,
    CalendarSummary,
    EditionVersion,
    Load,
    PaceSummary,
    Partner,
    PartnerSummary,
    Registration,
    RegistrationPartner,
)
from etl.undo import undo
from tests.files import confirmed, row, write
from tests.partners import ALMA, SAGUENAY, Written, register
from tests.postgresql import binaries, server
from tests.test_package import DAMAGE, with_everything
from tests.test_partner_decisions import answer_everything_and_take_it_back
from tests.test_undo import FILE, cells, facts, files


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """URL of a running server; without its programs, a failure where nothing may be skipped."""
    programs = binaries()
    if programs is None:
        reason = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with server(programs) as url:
        yield url


@pytest.fixture
def postgresql(cluster: str, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A prepared database of the test's own."""
    name = f"portee_{abs(hash(request.node.name))}"
    maintenance = create_engine(
        cluster.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with maintenance.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    opened = database.engine(f"{cluster.rsplit('/', 1)[0]}/{name}")
    database.prepare(opened)
    yield opened
    opened.dispose()
    with maintenance.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name}"))
    maintenance.dispose()


def summary(engine: Engine, *by: str) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return summarise.summary(connection, by)


def by_day(engine: Engine, table: type[Base]) -> list[tuple[Any, ...]]:
    current = select(func.max(EditionVersion.id)).group_by(EditionVersion.edition)
    columns = [column for column in table.__table__.columns if column.name != "version_id"]
    rows = select(EditionVersion.edition, *columns).join_from(table, EditionVersion)
    with engine.connect() as connection:
        found = connection.execute(rows.where(EditionVersion.id.in_(current)))
        return sorted((tuple(one) for one in found), key=repr)


def count(engine: Engine, table: type[Base]) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_the_migrations_make_the_tables_of_the_schema(postgresql: Engine) -> None:
    made = set(inspect(postgresql).get_table_names())
    assert made == set(Base.metadata.tables) | {"alembic_version"}
    database.prepare(postgresql)
    assert set(inspect(postgresql).get_table_names()) == made


def test_a_load_a_confirmation_an_update_and_a_reload(postgresql: Engine, tmp_path: Path) -> None:
    bad = row("A3", Municipalité="Atlantide")
    first = write(tmp_path / "a.xlsx", [row(), row("A2", Municipalité="Alma ; Roberval", Parents=0), bad])
    told = write(tmp_path / "c.csv", [confirmed(Jeunes=7)])
    reports = [load(postgresql, path) for path in (first, told, first)]
    kinds = ("accepted", "updated", "unchanged", "quarantined")
    outcomes = [tuple(report.rows[kind] for kind in kinds) for report in reports]
    assert outcomes == [(2, 0, 0, 1), (1, 0, 0, 0), (0, 0, 2, 1)]
    later = write(tmp_path / "b.csv", [row(Jeunes=11)])
    assert load(postgresql, later).rows["updated"] == 1
    assert summary(postgresql) == [dict(registrations=2, partners=1, expected=21, confirmed=7, reach=17)]


def test_a_check_writes_nothing(postgresql: Engine, tmp_path: Path) -> None:
    assert load(postgresql, write(tmp_path / "a.csv", [row()]), check=True).rows["accepted"] == 1
    assert (count(postgresql, Load), count(postgresql, Registration)) == (0, 0)


def test_the_demonstration_has_the_figures_of_sqlite_and_goes_out_exactly(
    postgresql: Engine, demonstration: Engine, tmp_path: Path
) -> None:
    load(postgresql, write(tmp_path / "real.csv", [row()]))
    load(demonstration, tmp_path / "real.csv")
    before = len(list(demonstrate.put_in(postgresql, tmp_path / "files")))
    assert before == 16
    names = tuple(summarise.DIMENSIONS)
    for by in [(), *((name,) for name in names), *combinations(names, 2), names]:
        assert summary(postgresql, *by) == summary(demonstration, *by), by
    for table in (PaceSummary, CalendarSummary):
        assert by_day(postgresql, table) == by_day(demonstration, table)
    assert demonstrate.take_out(postgresql) == demonstrate.take_out(demonstration)
    assert count(postgresql, Registration) == 1
    assert summary(postgresql, *names) == summary(demonstration, *names)


def test_partners_are_matched_merged_and_parted_as_on_sqlite(postgresql: Engine, empty: Engine) -> None:
    files: list[list[Written]] = [
        [("Cégep de Jonquière", SAGUENAY), ("CEGEP JONQUIERE", SAGUENAY), ("École Aurèle-Grandmare", ALMA)],
        [("École Aurélie-Grandmare", ALMA), ("École Aurélie-Grandmare / Cégep Jonquière", ALMA)],
    ]
    found = []
    for engine in (postgresql, empty):
        with database.writer(engine) as connection:
            answer_everything_and_take_it_back(connection, files, yes=True)
            identities = register(connection, files[1], 2025)
            decided = decide(connection, waiting(connection)[0].id, "yes", "directrice")
            table = Registration.__table__
            owners = connection.scalars(select(table.c.partner_id).order_by(table.c.id))
            found.append((identities, decided, list(owners)))
            for emptied in (RegistrationPartner, Registration, PartnerSummary):
                connection.execute(delete(emptied))
            forget_unused(connection)
            assert connection.scalar(select(func.count()).select_from(Partner)) == 0
    assert found[0] == found[1]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), tables=st.lists(FILE, min_size=1, max_size=3))
def test_undoing_the_last_loads_restores_every_table_as_on_sqlite(
    postgresql: Engine, tmp_path: Path, data: st.DataObject, tables: list[list[dict[str, Any]]]
) -> None:
    kept = data.draw(st.integers(0, len(tables) - 1))
    loads, states = [], []
    for path in files(tmp_path, tables):
        states.append((facts(postgresql) | {"quarantine": []}, cells(postgresql)))
        loads.append(load(postgresql, path).load)
    for number in reversed(loads[kept:]):
        assert number is not None
        undo(postgresql, number, "directrice")
    assert (facts(postgresql) | {"quarantine": []}, cells(postgresql)) == states[kept]
    for number in reversed(loads[:kept]):
        assert number is not None
        undo(postgresql, number, "directrice")
    assert count(postgresql, Registration) == 0


def test_a_package_goes_from_sqlite_to_postgresql_and_back(
    empty: Engine, postgresql: Engine, tmp_path: Path
) -> None:
    with_everything(empty, tmp_path)
    export.write_package(empty, tmp_path / "out")
    checked = load_package(postgresql, tmp_path / "out", check=True)
    assert (checked.load, count(postgresql, Registration)) == (None, 0)
    load_package(postgresql, tmp_path / "out")
    names = tuple(summarise.DIMENSIONS)
    assert summary(postgresql, *names) == summary(empty, *names)
    export.write_package(postgresql, tmp_path / "again")
    for path in (tmp_path / "out").glob("*.csv"):
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name
    with pytest.raises(UnreadableFile, match="package_not_empty"):
        load_package(postgresql, tmp_path / "out")


@pytest.mark.parametrize("name", ["a wrong type", "no partner", "rows that do not add up", "another cube"])
def test_a_damaged_package_is_refused_as_on_sqlite(
    empty: Engine, postgresql: Engine, tmp_path: Path, name: str
) -> None:
    with_everything(empty, tmp_path)
    export.write_package(empty, tmp_path / "out")
    damage, code, _ = DAMAGE[name]
    damage(tmp_path / "out")
    with pytest.raises(UnreadableFile, match=code):
        load_package(postgresql, tmp_path / "out")
    assert (count(postgresql, Load), count(postgresql, Registration)) == (0, 0)


def test_an_export_shows_one_state_while_others_write(postgresql: Engine, tmp_path: Path) -> None:
    load(postgresql, write(tmp_path / "a.csv", [row()]))

    def write_meanwhile(table: str, rows: int) -> None:
        if table == "action":
            load(postgresql, write(tmp_path / "b.csv", [row("B1", Partenaire="Organisme fictif B")]))

    written = export.write_package(postgresql, tmp_path / "out", write_meanwhile)
    assert count(postgresql, Registration) == 2
    assert [written.rows[name] for name in ("load", "partner", "registration")] == [1, 1, 1]


def test_people_links_and_their_trace_are_as_on_sqlite(postgresql: Engine, tmp_path: Path) -> None:
    load(postgresql, write(tmp_path / "a.csv", [row(), row("A2", Partenaire="Organisme fictif B")]))
    with database.writer(postgresql) as connection:
        members.add(connection, "directrice@exemple.ca", "director", "moi")
        members.seen(connection, "directrice@exemple.ca", "issuer 1")
        assert members.role_of(connection, "directrice@exemple.ca", "issuer 2") is None
        partners = links.partners_of(connection, 2024)
        made = links.make(connection, 2024, partners, datetime(2099, 1, 1), "moi")
        assert [links.find(connection, links.digest(one.token)) is not None for one in made] == [True, True]
        assert links.revoke(connection, [1], "moi") == 1
        found = [event.kind for event in audit.search(connection, "organisme")]
        assert sorted(found) == ["link_made", "link_made", "link_revoked"]
        assert {event.kind for event in audit.search(connection)} >= {"loaded", "member_added"}
        assert privacy.held(connection, "directrice@exemple.ca") == {"member.email": 1, "audit_event.what": 1}


def rows_of(table: pd.DataFrame) -> list[str]:
    return sorted(map(str, table.astype(object).fillna("").astype(str).to_numpy().tolist()))


@pytest.mark.usefixtures("fresh_caches")
def test_a_meeting_has_the_code_that_it_has_on_sqlite_and_shows_its_figures_again(
    postgresql: Engine, empty: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = []
    for engine in (empty, postgresql):
        monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
        load(engine, write(tmp_path / "a.csv", [row("A1", Jeunes=10, Parents=None)]))
        view = view_at(DIRECTOR, 2024, "fr", restriction=Restriction(audiences=("youth",)))
        with database.writer(engine) as connection:
            codes.append(meetings.freeze(connection, view, "Conseil", "directrice@exemple.ca").code)
        load(engine, write(tmp_path / "b.csv", [row("A2", Jeunes=300)]))
        again = view_of(BOARD, meetings.find(BOARD, codes[-1]), "fr")
        assert again.reach("edition")["reach"].tolist() == [10]
        opened().dispose()
    assert codes[0] == codes[1]


def test_what_a_partner_confirms_is_loaded_and_taken_back_as_on_sqlite(
    postgresql: Engine, empty: Engine, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", [row("A1", Jeunes=10, Parents=4)])
    read = []
    for engine in (postgresql, empty):
        load(engine, path)
        with engine.connect() as connection:
            partner = connection.execute(select(Partner.id)).scalar_one()
        before = cells(engine)
        for told in ({"A1": {"youth": 12, "parents": 0}}, {"A1": {"youth": None}}):
            confirmations.confirm(engine, partner, 2024, told, "Ma contribution 2024", "partenaire")
        with pytest.raises(confirmations.NotTheirs):
            confirmations.confirm(engine, partner, 2024, {"B1": {"youth": 1}}, "essai", "partenaire")
        read.append(cells(engine))
        for load_id in (3, 2):
            undo(engine, load_id, "directrice")
        assert cells(engine) == before
    assert read[0] == read[1]


def by_cell(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """What a cube cut at a day holds of its last edition, whatever the order and the kind of numbers."""
    last = frame[frame["edition"] == frame["edition"].max()].astype(object)
    measure = "reach" if "reach" in last else "registrations"
    kept = ["place", "sector", "action", *(["audience"] if "audience" in last else ["audiences"]), measure]
    return sorted(tuple(map(str, one)) for one in last[kept].itertuples(index=False))


def test_each_scope_reads_what_it_reads_on_sqlite(
    postgresql: Engine, demonstration: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(demonstrate.put_in(postgresql, tmp_path / "files"))
    read = []
    for engine in (postgresql, demonstration):
        url = engine.url.render_as_string(hide_password=False)
        monkeypatch.setenv("DATABASE_URL", url)
        versions = queries.snapshot(DIRECTOR).versions
        edition, version = versions[-1]
        partner = min(queries.partners(DIRECTOR, "", 10))
        scope = of_partner(partner)
        own = queries.cube(versions, scope, url).astype({"mrc": object, "place": object})
        read.append(
            (
                versions,
                queries.partners(DIRECTOR, "fictive 0", 10),
                sorted(map(str, own.fillna(-1).to_numpy().tolist())),
                queries.presence(versions, scope, url)["registrations"].sum(),
                queries.released(scope, version, edition).astype(str).to_numpy().tolist(),
                queries.standing(scope, version, edition),
                rows_of(queries.to_confirm(scope, version, edition).drop(columns="confirmed_at")),
                rows_of(queries.answers(DIRECTOR, version, edition)),
                contributed(version, edition),
                sorted(queries.partner_names(BOARD, version).values()),
                rows_of(queries.arrivals(versions, DIRECTOR, url)),
                rows_of(queries.calendar(versions, DIRECTOR, url)),
                rows_of(queries.exposure(BOARD).astype(str)),
                rows_of(queries.held_on(DIRECTOR, version, edition).groupby("is_online").count()),
                *(followed(one, version, edition, partner) for one in (DIRECTOR, BOARD, scope)),
                *(
                    by_cell(read_until(versions, DIRECTOR, ((edition, date(edition, 1, 20)),), url))
                    for read_until in (queries.cube_until, queries.presence_until)
                ),
            )
        )
        opened().dispose()
    assert read[0] == read[1]


def followed(scope: Scope, version: int, edition: int, partner: int) -> list[Any]:
    """What the rows behind some figures add up to, and the largest of them."""
    asked = (
        Narrowing(),
        Narrowing(audience="youth", sector="school"),
        Narrowing(kinds="region,online", told="both"),
        Narrowing(mrc="none"),
        Narrowing(within=str(partner)),
        Narrowing(held=f"!{edition}-02-16/{edition}-02-20", action="activity"),
        Narrowing(held="none"),
        Narrowing(known=f"{edition}-01-20"),
    )
    said: list[Any] = []
    for kept in asked:
        rows = queries.traced(scope, version, edition, Restriction(), 20, kept)
        said += [queries.counted(scope, version, edition, Restriction(), kept)]
        said += [rows_of(rows[["number", "partner", "audience", "reach"]].astype(str))]
    for until in (None, date(edition, 1, 20)):
        summed = queries.by_partner(scope, version, edition, Restriction(), ("youth", "parents"), until)
        assert summed is not None
        said += [len(summed), *summed[["expected", "reach"]].sum().astype(int)]
    assert queries.by_partner(scope, version - 1, edition, Restriction(), ()) is None
    return said


def contributed(version: int, edition: int) -> list[list[str]]:
    """What partners bring, by anything that numbers given by a database do not change."""
    found = queries.contributions(DIRECTOR, version, edition)
    assert found is not None
    assert queries.contributions(DIRECTOR, version - 1, edition) is None
    by = ["place", "sector", "action", "audience"]
    sums = found.groupby(by, observed=True)[["expected", "confirmed", "reach"]].sum()
    return [list(map(str, line)) for line in sums.reset_index().to_numpy().tolist()]


def found_by(scope: Scope, statement: str) -> list[Any]:
    """What a question without any WHERE finds on the connection that the app reads by."""
    with reading(scope) as connection:
        return sorted(connection.scalars(text(statement)))


@pytest.fixture
def three(postgresql: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Scope]]:
    """Scopes: A leads A1 and takes part in B1, which B leads; C leads C1, beside a row that waits."""
    first, second, third = (
        row(f"{name}1", Partenaire=f"Organisme fictif {name}", Municipalité="Alma ; Roberval")
        for name in "ABC"
    )
    load(postgresql, write(tmp_path / "a.csv", [first, second]))
    bad = row("C2", Partenaire="Organisme fictif C", Municipalité="Atlantide")
    load(postgresql, write(tmp_path / "c.csv", [third, bad]))
    with database.writer(postgresql) as connection:
        known = {name[-1]: number for number, name in connection.execute(select(Partner.id, Partner.name))}
        joined = connection.scalar(select(Registration.id).where(Registration.number == "B1"))
        connection.execute(insert(RegistrationPartner), {"registration_id": joined, "partner_id": known["A"]})
    monkeypatch.setenv("DATABASE_URL", postgresql.url.render_as_string(hide_password=False))
    yield {name: of_partner(number) for name, number in known.items()}
    opened().dispose()


READ = {
    "director": {"A1", "B1", "C1"},
    "board": {"A1", "B1", "C1"},
    "A": {"A1", "B1"},
    "B": {"B1"},
    "C": {"C1"},
}
"""Registrations that each may read."""


@pytest.mark.parametrize("who", READ)
def test_the_database_gives_each_their_rows_whatever_is_asked(who: str, three: dict[str, Scope]) -> None:
    scope = {"director": DIRECTOR, "board": BOARD, **three}[who]
    with opened().connect() as connection:
        names = {one.id: one.number for one in connection.execute(select(Registration.__table__))}
    assert set(found_by(scope, "SELECT number FROM registration")) == READ[who]
    for table in ("participation", "registration_place"):
        found = found_by(scope, f"SELECT registration_id FROM {table}")
        assert {names[one] for one in found} == READ[who], table
    led = {f"Organisme fictif {number[0]}" for number in READ[who]}
    assert set(found_by(scope, "SELECT name FROM partner")) == led
    assert bool(found_by(scope, "SELECT partner_id FROM registration_partner")) == (who not in "BC")


def test_the_database_keeps_files_and_people_for_directors(three: dict[str, Scope]) -> None:
    for table in (*row_security.SOURCES, "reach_summary", "partner_summary", "exposure"):
        assert isinstance(found_by(DIRECTOR, f"SELECT COUNT(*) FROM {table}"), list)
        is_figure = table in row_security.FIGURES
        for scope in (three["A"],) if is_figure else (three["A"], BOARD):
            with pytest.raises(ProgrammingError, match="permission denied"):
                found_by(scope, f"SELECT * FROM {table}")
    assert len(found_by(three["A"], "SELECT id FROM load")) == 1  # C's is not theirs to know of


def test_a_partners_role_without_a_partner_reads_nothing(three: dict[str, Scope]) -> None:
    for table in row_security.OWN:
        with opened().connect() as connection:
            connection.execute(text("SET LOCAL ROLE portee_partner"))
            assert connection.execute(text(f"SELECT COUNT(*) FROM (SELECT 1 FROM {table}) t")).scalar() == 0


def test_a_question_that_forgets_whose_rows_it_reads_finds_no_other_partners(
    three: dict[str, Scope], monkeypatch: pytest.MonkeyPatch
) -> None:
    versions, url = queries.snapshot(DIRECTOR).versions, queries.database_url()
    places = tuple(found_by(DIRECTOR, "SELECT code FROM place"))
    before = {}
    for forgets in (False, True):
        if forgets:
            for module in ("cube", "registrations", "partners", "trace"):
                found = import_module(f"dashboard.queries.{module}")
                monkeypatch.setattr(found, "is_visible", lambda _: literal(True))
            opened().dispose()
            streamlit.cache_data.clear()
            streamlit.cache_resource.clear()
        for name, scope in three.items():
            read = (
                rows_of(queries.cube(versions, scope, url).astype(str)),
                queries.presence(versions, scope, url)["registrations"].sum(),
                rows_of(queries.registrations(scope, 1, 2024, places, Restriction()).astype(str)),
                rows_of(queries.answers(scope, 1, 2024)),
                rows_of(queries.traced(scope, 1, 2024, Restriction(), None).astype(str)),
                queries.counted(scope, 1, 2024, Restriction()),
            )
            assert before.setdefault(name, read) == read
    assert len({repr(one) for one in before.values()}) == 3


def test_reading_writes_nothing_and_leaves_the_owner_as_it_was(three: dict[str, Scope]) -> None:
    with pytest.raises(DBAPIError, match="read-only transaction"):
        found_by(DIRECTOR, "UPDATE registration SET title = 'x' RETURNING id")
    for _ in range(8):  # as many as the pool may hand out
        found_by(three["C"], "SELECT id FROM registration")
        with opened().connect() as connection:
            assert connection.scalar(select(func.count()).select_from(Registration)) == 3


def test_an_owner_that_may_not_create_roles_is_told_what_to_ask_for(postgresql: Engine) -> None:
    with database.writer(postgresql) as connection:
        connection.execute(text("CREATE ROLE modest"))
        connection.execute(text("SET LOCAL ROLE modest"))
        with pytest.raises(row_security.CannotSecure, match='GRANT portee_director TO "modest"'):
            row_security.put_in_place(connection)
        connection.rollback()


def test_people_announced_and_reported_and_a_name_set_apart_are_loaded_undone_and_taken_back(
    postgresql: Engine, tmp_path: Path
) -> None:
    names = ("Centre Grandmarelle", "Centre Grandmarele")
    first, last = (
        [row(f"A{at}", **{"Partenaire": name, "Jeunes réels": people}) for at, name in enumerate(names)]
        for people in (7, 8)
    )
    paths = files(tmp_path, [first, last])
    assert load(postgresql, paths[0]).rows["accepted"] == 2
    assert load(postgresql, paths[0]).rows["unchanged"] == 2
    before = facts(postgresql)
    number = load(postgresql, paths[1]).load
    assert number is not None
    with database.writer(postgresql) as connection:
        (match,) = matches(connection)
        decision = set_apart(connection, match.key, match.place_code, "directrice").decision
        leaders = select(func.count(func.distinct(Registration.partner_id)))
        assert connection.scalar(leaders) == 2
    undo(postgresql, number, "directrice")
    with database.writer(postgresql) as connection:
        take_back(connection, decision, "directrice")
    assert facts(postgresql) == before
