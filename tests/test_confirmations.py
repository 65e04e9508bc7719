"""People really reached, told by who leads the activities: a load like any other, of their own rows only."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, text

from etl import confirmations
from etl.confirmations import NotLoadable, NotTheirs, Told
from etl.demonstrate import take_out
from etl.history import history
from etl.load import Report, load
from etl.schema import Load, Partner
from etl.undo import undo
from tests.files import row, write
from tests.test_undo import cells, facts

AUTHOR = "partenaire : Organisme fictif A"


@pytest.fixture
def two(empty: Engine, tmp_path: Path) -> Engine:
    """A1 (10 youth, 4 parents) and A2 (20 youth) are led by A; B1 by B."""
    table = [
        row("A1", Jeunes=10, Parents=4),
        row("A2", Partenaire="Organisme fictif A", Jeunes=20),
        row("B1", Partenaire="Organisme fictif B", Jeunes=300),
    ]
    load(empty, write(tmp_path / "a.csv", table))
    return empty


def partner(engine: Engine, name: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(select(Partner.id).where(Partner.name == name)).scalar_one())


def confirmed(engine: Engine, told: Told, name: str = "Organisme fictif A") -> Report:
    return confirmations.confirm(engine, partner(engine, name), 2024, told, "Ma contribution 2024", AUTHOR)


def figures(engine: Engine) -> dict[tuple[str, str], int | None]:
    query = "SELECT number, audience, confirmed FROM participation JOIN registration ON id = registration_id"
    with engine.connect() as connection:
        return {(number, audience): people for number, audience, people in connection.execute(text(query))}


def loads(engine: Engine) -> list[tuple[str, str, str]]:
    with engine.connect() as connection:
        found = connection.execute(select(Load.template, Load.file_name, Load.author).order_by(Load.id))
        return [(row.template, row.file_name, row.author) for row in found]


def contents(engine: Engine) -> tuple[Any, ...]:
    """The facts and the cube, exactly."""
    return facts(engine), cells(engine)


def test_a_confirmation_is_a_load_with_its_author_and_counts_where_it_is_told(two: Engine) -> None:
    report = confirmed(two, {"A1": {"youth": 12}})
    assert report.rows["accepted"] == 1
    assert figures(two) == {
        ("A1", "youth"): 12,
        ("A1", "parents"): None,
        ("A2", "youth"): None,
        ("B1", "youth"): None,
    }
    assert loads(two)[-1] == ("confirmed", "Ma contribution 2024", AUTHOR)


def test_a_note_is_kept_with_the_load_without_contacts_and_no_longer_than_a_page(two: Engine) -> None:
    note = "Salle pleine! Écrivez à a.b@exemple.ca ou 418 555-0123. " + "x" * 5_000
    who = partner(two, "Organisme fictif A")
    for told in ({"A1": {"youth": 12}}, {}):  # beside figures, or alone
        confirmations.confirm(two, who, 2024, told, "Ma contribution 2024", AUTHOR, note)
    with two.connect() as connection:
        *others, first, second = history(connection)[::-1]
    assert [one.note for one in others] == [None]
    assert first.note == second.note
    assert first.note is not None and len(first.note) == confirmations.LONGEST_NOTE
    assert first.note.startswith("Salle pleine! Écrivez à … ou …. x")
    assert figures(two)["A1", "youth"] == 12


def test_zero_is_zero_and_an_audience_that_was_not_announced_can_be_told(two: Engine) -> None:
    confirmed(two, {"A2": {"youth": 0, "teachers": 3}})
    assert (figures(two)["A2", "youth"], figures(two)["A2", "teachers"]) == (0, 3)


def test_a_figure_that_is_not_known_any_more_gives_way_to_the_announced_one(two: Engine) -> None:
    confirmed(two, {"A1": {"youth": 12, "parents": 5}})
    confirmed(two, {"A1": {"youth": None}})
    assert (figures(two)["A1", "youth"], figures(two)["A1", "parents"]) == (None, 5)


def test_what_a_partner_tells_of_anothers_registration_writes_nothing_at_all(two: Engine) -> None:
    before = contents(two)
    for told in ({"B1": {"youth": 1}}, {"A1": {"youth": 1}, "B1": {"youth": 1}}, {"Z9": {"youth": 1}}):
        with pytest.raises(NotTheirs):
            confirmed(two, told)
    with pytest.raises(NotTheirs):
        confirmed(two, {"A1": {"youth": 1}}, "Organisme fictif B")
    assert (contents(two), len(loads(two))) == (before, 1)


@pytest.mark.parametrize("people", [-1, 10**9])
def test_a_figure_that_is_no_number_of_people_is_refused_and_waits_nowhere(two: Engine, people: int) -> None:
    before = contents(two)
    with pytest.raises(NotLoadable):
        confirmed(two, {"A1": {"youth": 3}, "A2": {"youth": people}})
    assert (contents(two), len(loads(two))) == (before, 1)


def test_confirmations_are_taken_back_exactly_one_after_the_other(two: Engine) -> None:
    states = [contents(two)]
    for told in ({"A1": {"youth": 12}}, {"A1": {"youth": 0, "parents": 0}}, {"A1": {"youth": None}}):
        confirmed(two, told)
        states.append(contents(two))
    for load_id, state in zip((4, 3, 2), states[-2::-1], strict=True):
        undo(two, load_id, "directrice")
        assert contents(two) == state


def test_the_same_answer_again_changes_nothing(two: Engine) -> None:
    confirmed(two, {"A1": {"youth": 12}})
    assert confirmed(two, {"A1": {"youth": 12}}).rows["unchanged"] == 1


def test_the_demonstration_goes_with_what_was_confirmed_of_it(demonstration: Engine) -> None:
    led = "SELECT partner_id, edition, number FROM registration ORDER BY id DESC LIMIT 1"
    with demonstration.connect() as connection:
        who, edition, number = connection.execute(text(led)).one()
    confirmations.confirm(demonstration, who, edition, {number: {"youth": 7}}, "essai", AUTHOR)
    take_out(demonstration)
    assert figures(demonstration) == {}
