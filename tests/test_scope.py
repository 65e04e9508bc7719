"""What each scope reads: one place decides, nothing can be asked without it, and no cache tells another's.

Not here: who has which scope (``test_access``), what is released of all partners (``test_disclosure``).
"""

import inspect
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from sqlalchemy import Engine, select, text, update

from dashboard import metrics, queries
from dashboard.disclosure import TOTAL
from dashboard.paper import files
from dashboard.queries import Snapshot
from dashboard.question import Filters, Restriction
from dashboard.scope import BOARD, DIRECTOR, Scope, of_partner
from dashboard.view import View
from etl import database
from etl.load import load
from etl.schema import Participation, Partner, Registration, RegistrationPartner
from tests.files import row, write

EVERYWHERE = Restriction()


pytestmark = pytest.mark.usefixtures("fresh_caches")


def asked() -> list[str]:
    """Every function by which a page reads the database."""
    return [
        name
        for name, function in inspect.getmembers(queries, inspect.isfunction)
        if function.__module__.startswith("dashboard.queries.")
        and not name.startswith("_")
        and name != "engine"
    ] + ["reference"]


@pytest.mark.parametrize("name", asked())
def test_no_question_can_be_asked_without_a_scope(name: str) -> None:
    scopes = [
        parameter
        for parameter in inspect.signature(getattr(queries, name)).parameters.values()
        if parameter.annotation is Scope
    ]
    assert len(scopes) == 1
    assert scopes[0].default is inspect.Parameter.empty


@pytest.mark.parametrize("role", ["director", "board"])
def test_only_a_partner_scope_names_a_partner(role: str) -> None:
    with pytest.raises(ValueError):
        Scope(role, 3)  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        Scope("partner")


def partners(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {name: number for number, name in connection.execute(select(Partner.id, Partner.name))}


def frames(scope: Scope) -> tuple[Snapshot, pd.DataFrame, pd.DataFrame]:
    snapshot, url = queries.snapshot(scope), queries.database_url()
    return (
        snapshot,
        queries.cube(snapshot.versions, scope, url),
        queries.presence(snapshot.versions, scope, url),
    )


def two_partners(engine: Engine, folder: Path) -> dict[str, int]:
    cells = [
        row("A1", Partenaire="Organisme fictif A", Jeunes=10),
        row("A2", Partenaire="Organisme fictif A", Jeunes=20),
        row("B1", Partenaire="Organisme fictif B", Jeunes=300),
        row("B2", Partenaire="Organisme fictif B", Jeunes=4000),
    ]
    load(engine, write(folder / "a.csv", cells))
    known = partners(engine)
    with database.writer(engine) as connection:
        together = connection.scalar(select(Registration.id).where(Registration.number == "B1"))
        connection.execute(
            RegistrationPartner.__table__.insert(),  # type: ignore[attr-defined]
            {"registration_id": together, "partner_id": known["Organisme fictif A"]},
        )
    return known


def test_a_partner_reads_what_they_lead_and_what_they_take_part_in_and_nothing_else(
    empty: Engine, tmp_path: Path
) -> None:
    known = two_partners(empty, tmp_path)
    for name, people, count in (("Organisme fictif A", 330, 3), ("Organisme fictif B", 4300, 2)):
        scope = of_partner(known[name])
        _, cube, presence = frames(scope)
        youth = metrics.reach_by(cube, EVERYWHERE, ["audience"]).set_index("audience")
        assert youth.loc["youth", "reach"] == people
        assert presence["registrations"].sum() == count
        assert set(presence["partner"]) == {known[name]}


def test_a_partners_own_figures_are_those_that_a_director_reads_of_them(demonstration: Engine) -> None:
    with demonstration.connect() as connection:
        partner = connection.scalar(text("SELECT partner_id FROM registration ORDER BY id LIMIT 1"))
        facts = connection.execute(
            text(
                "SELECT edition, SUM(COALESCE(confirmed, expected)) FROM registration "
                "JOIN participation ON registration_id = id WHERE partner_id = :partner "
                "AND id NOT IN (SELECT registration_id FROM registration_partner) GROUP BY edition"
            ),
            {"partner": partner},
        ).all()
    _, cube, _ = frames(of_partner(int(partner or 0)))
    read = metrics.reach_by(cube, EVERYWHERE, ["edition"]).set_index("edition")["reach"]
    assert {edition: people for edition, people in facts}.items() <= read.to_dict().items()


def test_the_board_reads_every_figure(demonstration: Engine) -> None:
    for board, director in zip(frames(BOARD), frames(DIRECTOR), strict=True):
        assert board == director if isinstance(board, Snapshot) else board.equals(director)


def test_registrations_behind_a_figure_tell_their_file_to_a_director_only(
    empty: Engine, tmp_path: Path
) -> None:
    known = two_partners(empty, tmp_path)
    with empty.connect() as connection:
        places = tuple(connection.scalars(select(Registration.place_code).distinct()))
    seen = {
        scope: queries.registrations(scope, 1, 2024, places, EVERYWHERE)
        for scope in (DIRECTOR, BOARD, of_partner(known["Organisme fictif A"]))
    }
    assert {scope.role: set(table["number"]) for scope, table in seen.items()} == {
        "director": {"A1", "A2", "B1", "B2"},
        "board": {"A1", "A2", "B1", "B2"},
        "partner": {"A1", "A2", "B1"},
    }
    assert [scope.role for scope, table in seen.items() if "file" in table] == ["director"]
    rows = {scope.role: queries.original_rows(scope, 2024, "A1") for scope in seen}
    assert [role for role, found in rows.items() if found] == ["director"]


def test_a_partner_does_not_see_the_data_as_they_were(empty: Engine, tmp_path: Path) -> None:
    for people in (10, 20):
        load(empty, write(tmp_path / f"{people}.csv", [row("A1", Jeunes=people)]))
    assert queries.snapshot(DIRECTOR, as_of=1).as_of == 1
    assert queries.snapshot(of_partner(1), as_of=1) == queries.snapshot(of_partner(1))


def test_a_partners_figures_and_files_do_not_move_when_all_others_change_even_with_warm_caches(
    demonstration: Engine,
) -> None:
    with demonstration.connect() as connection:
        partner = int(connection.scalar(text("SELECT MIN(partner_id) FROM registration")) or 0)
    scope = of_partner(partner)
    frames(DIRECTOR)
    before, kept = frames(scope), files_of(scope)
    assert len(kept) == 4
    with database.writer(demonstration) as connection:
        others = select(Registration.id).where(
            Registration.partner_id != partner,
            Registration.id.not_in(
                select(RegistrationPartner.registration_id).where(RegistrationPartner.partner_id == partner)
            ),
        )
        changed = connection.execute(
            update(Participation)
            .where(Participation.registration_id.in_(others))
            .values(expected=Participation.expected * 7 + 3)
        )
        assert changed.rowcount > 100
    st.cache_data.clear()
    st.cache_resource.clear()
    frames(DIRECTOR)
    for old, new in zip(before, frames(scope), strict=True):
        assert old == new if isinstance(old, Snapshot) else old.equals(new)
    assert files_of(scope) == kept


def files_of(scope: Scope) -> dict[str, bytes]:
    """What a partner may take away, made."""
    snapshot = queries.snapshot(scope)
    reference = queries.reference(snapshot.versions, scope, queries.database_url())
    present = queries.presence(snapshot.versions, scope, queries.database_url())
    edition = int(present["edition"].max())
    own = replace(snapshot, versions=tuple(one for one in snapshot.versions if one[0] == edition))
    view = View(scope, own, reference, Filters(edition, Restriction()), "fr")
    return {offered.name: offered.make() for offered in files.keepsakes(view, "Organisme fictif A")}


def reached_by_version(engine: Engine, edition: int) -> list[int]:
    statement = text(
        "SELECT SUM(reach) FROM reach_summary JOIN edition_version ON id = version_id "
        "WHERE edition = :edition GROUP BY id"
    )
    with engine.connect() as connection:
        return list(connection.scalars(statement, {"edition": edition}))


def test_what_is_released_adds_up_to_the_regions_total(demonstration: Engine) -> None:
    snapshot, _, _ = frames(DIRECTOR)
    for edition, version in snapshot.versions:
        release = queries.release(of_partner(1), version, edition)
        released = release.table.set_index("cell")
        if released.loc[TOTAL, "status"] == "shown":
            assert released.loc[TOTAL, "value"] in reached_by_version(demonstration, edition)
        shown = released.drop(TOTAL)["value"].sum()
        hidden = (released["status"] != "shown").sum()
        assert hidden != 1
        assert (shown == released.loc[TOTAL, "value"]) == (hidden == 0)
