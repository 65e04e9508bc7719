"""The same database on a real PostgreSQL as on SQLite, figure by figure."""

import os
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, delete, func, inspect, select, text

from dashboard import audit, links, members, privacy, queries
from dashboard.connection import opened
from dashboard.scope import DIRECTOR, of_partner
from etl import confirmations, database, demonstrate, export, summarise
from etl.load import load
from etl.package.take_in import load_package
from etl.partners.apart import matches, set_apart
from etl.partners.decisions import decide, forget_unused, take_back, waiting
from etl.read import UnreadableFile
from etl.schema import Base, Load, Partner, PartnerSummary, Registration, RegistrationPartner
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
                sorted(queries.partner_names(DIRECTOR, version).values()),
            )
        )
        opened().dispose()
    assert read[0] == read[1]


def contributed(version: int, edition: int) -> list[list[str]]:
    """What partners bring, by anything that numbers given by a database do not change."""
    found = queries.contributions(DIRECTOR, version, edition)
    assert found is not None
    assert queries.contributions(DIRECTOR, version - 1, edition) is None
    by = ["place", "sector", "action", "audience"]
    sums = found.groupby(by, observed=True)[["expected", "confirmed", "reach"]].sum()
    return [list(map(str, line)) for line in sums.reset_index().to_numpy().tolist()]


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
