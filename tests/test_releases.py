"""When what is released to partners changes, and that nobody learns of another by answering to see.

Not here: which totals are hidden in one state (``test_disclosure``).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine, select

from dashboard import queries
from dashboard.disclosure import TOTAL
from dashboard.scope import DIRECTOR, Scope, of_partner
from etl import confirmations, stamp
from etl.load import load
from etl.schema import Partner
from etl.undo import undo
from tests.files import row, write

pytestmark = pytest.mark.usefixtures("fresh_caches")

MONDAY = datetime(2024, 3, 4, 14)
"""Nine in the morning there."""
LARGE, SMALL = 1_000, 60
Clock = Callable[[datetime], None]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the clock of everything."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(stamp, "now", lambda: moment)

    set_to(MONDAY)
    return set_to


@pytest.fixture
def town(empty: Engine, tmp_path: Path, at: Clock) -> Engine:
    """Nine partners of one sector at one place: a large one, and small ones; the last is the attacker."""
    rows = [registered(0, LARGE), *(registered(number, SMALL) for number in range(1, 9))]
    load(empty, write(tmp_path / "town.csv", rows))
    return empty


def registered(number: int, people: int) -> dict[str, Any]:
    return row(f"N{number}", Partenaire=f"Organisme fictif {number}", Jeunes=people)


def scope(engine: Engine, number: int) -> Scope:
    with engine.connect() as connection:
        found = connection.scalar(select(Partner.id).where(Partner.name == f"Organisme fictif {number}"))
    return of_partner(int(found or 0))


def answer(engine: Engine, number: int, people: int) -> int:
    partner = scope(engine, number).partner
    assert partner is not None
    told = {f"N{number}": {"youth": people}}
    report = confirmations.confirm(engine, partner, 2024, told, "Ma contribution 2024", "partenaire")
    assert report.load is not None
    return report.load


def seen(engine: Engine, number: int = 8) -> tuple[str, Any, str, Any]:
    """All that a partner may see of the others, as they see it now."""
    who = scope(engine, number)
    ((edition, version),) = queries.snapshot(who).versions
    release = queries.release(who, version, edition)
    standing = queries.standing(who, version, edition)
    return release.table.to_csv(), release.as_of, release.own.to_csv(), standing


def whole(engine: Engine) -> Any:
    ((edition, version),) = queries.snapshot(DIRECTOR).versions
    return queries.released(DIRECTOR, version, edition).set_index("cell").loc[TOTAL, "value"]


TOWN = LARGE + 8 * SMALL


def test_what_is_loaded_is_released_at_once(town: Engine) -> None:
    assert whole(town) == TOWN


def test_answering_to_see_what_hides_shows_nothing_that_week(town: Engine, at: Clock) -> None:
    before = seen(town)
    for step, people in enumerate((0, 10, 100, 1_000, 4_200, 4_800, 10_000, 100_000)):
        at(MONDAY + timedelta(hours=step))
        answer(town, 8, people)
        assert seen(town) == before
    st.cache_resource.clear()  # nor after the server starts again
    assert seen(town) == before


def test_answering_every_week_to_see_what_hides_pins_nobody(town: Engine, at: Clock) -> None:
    """The attack: find by halves from which own figure on the total hides, and from it the largest other."""
    before = seen(town)
    low, high = 1, 100_000
    for week in range(20):
        at(MONDAY + timedelta(weeks=week))
        tried = (low + high) // 2
        answer(town, 8, tried)
        at(MONDAY + timedelta(weeks=week + 1))
        is_hidden = "dominated" in seen(town)[0]
        low, high = (low, tried) if is_hidden else (tried, high)
    assert seen(town) == before  # not one observation, so all that bounds the largest is the first total
    assert TOWN - SMALL > 1.1 * LARGE


def test_answering_every_week_to_see_what_shows_pins_nobody(empty: Engine, at: Clock, tmp_path: Path) -> None:
    """The same attack on a total that hides at first: grow until it shows."""
    people = [10_000, 500, *([SMALL] * 7)]
    rows = [registered(number, count) for number, count in enumerate(people)]
    load(empty, write(tmp_path / "town.csv", rows))
    before = seen(empty)
    assert "dominated" in before[0]
    for week in range(1, 12):
        answer(empty, 8, 2**week)
        at(MONDAY + timedelta(weeks=week))
        assert (seen(empty)[0], seen(empty)[3]) == (before[0], before[3])


def test_what_enough_partners_answered_is_released_on_the_next_monday(town: Engine, at: Clock) -> None:
    for number in range(1, 7):
        answer(town, number, SMALL + 40)
    at(datetime(2024, 3, 11, 3, 59))  # Sunday, 23:59 there
    assert whole(town) == TOWN
    at(datetime(2024, 3, 11, 4))
    assert whole(town) == TOWN + 6 * 40
    assert seen(town)[1] == MONDAY


@pytest.mark.parametrize(
    "answers", [{0: 900}, {1: 70, 2: 70, 3: 70, 4: 70}, {0: 10, 1: 61, 2: 61, 3: 61, 4: 61}]
)
def test_a_change_that_would_tell_of_someone_is_not_released(
    town: Engine, at: Clock, answers: dict[int, int]
) -> None:
    """One alone; too few; one that is nearly all the change."""
    for number, people in answers.items():
        answer(town, number, people)
    at(MONDAY + timedelta(weeks=1))
    assert whole(town) == TOWN
    for number in range(1, 9):  # later, together with enough others'
        answer(town, number, SMALL + 200)
    at(MONDAY + timedelta(weeks=2))
    assert whole(town) != TOWN


def test_one_more_partner_does_not_show_in_a_total_and_five_do(
    town: Engine, at: Clock, tmp_path: Path
) -> None:
    load(town, write(tmp_path / "one.csv", [registered(9, 77)]))
    assert whole(town) == TOWN
    load(town, write(tmp_path / "more.csv", [registered(number, 77) for number in range(10, 15)]))
    assert whole(town) == TOWN + 6 * 77


def test_taking_an_answer_back_or_loading_a_file_shows_no_answer_of_that_week(
    town: Engine, at: Clock, tmp_path: Path
) -> None:
    before = seen(town)
    for number in range(1, 7):
        answer(town, number, SMALL + 40)
    load(town, write(tmp_path / "one.csv", [registered(9, 77)]))
    undo(town, answer(town, 8, 1_234), "directrice")
    assert seen(town) == before


def test_directors_see_what_is_answered_at_once(town: Engine) -> None:
    answer(town, 1, 5)
    versions = queries.snapshot(DIRECTOR).versions
    cube = queries.cube(versions, DIRECTOR, queries.database_url())
    assert cube["reach"].sum() == TOWN - SMALL + 5
