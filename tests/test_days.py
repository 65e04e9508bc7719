"""The cube by day says when registrations came in and when things are held, at each version."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from etl import demonstrate
from etl.load import load
from tests.files import row, write

PACE = """SELECT registered_on, registrations, partners, expected, reach FROM pace_summary
WHERE version_id = :version ORDER BY day"""
CALENDAR = """SELECT held_on, action, is_online, registrations, expected, reach FROM calendar_summary
WHERE version_id = :version ORDER BY position"""


def told(engine: Engine, query: str, version: int = 1) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(one) for one in connection.execute(text(query), {"version": version})]


def test_each_day_counts_what_came_in_and_a_partner_on_their_first(empty: Engine, tmp_path: Path) -> None:
    rows = [
        row("A1"),
        row("A2", **{"Date d'inscription": "2024-01-12", "Jeunes": 5, "Parents": 2}),
        row("A3", Partenaire="Café", **{"Date d'inscription": "2024-01-12", "Jeunes": None}),
        row("A4", Partenaire="Caisse", **{"Date d'inscription": None, "Jeunes": 0}),
        row("A5", Partenaire="Café", **{"Date d'inscription": "2024-01-20", "Jeunes": 1}),
    ]
    load(empty, write(tmp_path / "a.csv", rows))
    assert told(empty, PACE) == [
        ("2024-01-10", 1, 1, 10, 10),
        ("2024-01-12", 2, 1, 7, 7),
        ("2024-01-20", 1, 0, 1, 1),
        (None, 1, 1, 0, 0),
    ]


def test_the_calendar_tells_days_actions_and_what_is_online(empty: Engine, tmp_path: Path) -> None:
    rows = [
        row("A1"),
        row("A2", Municipalité="En ligne", Jeunes=5),
        row("A3", Date=None, Jeunes=None),
        row("A4", Date="15 février", **{"Type d'action": "Résolution"}),
    ]
    load(empty, write(tmp_path / "a.csv", rows))
    assert told(empty, CALENDAR) == [
        ("2024-02-14", "workshop", 0, 1, 10, 10),
        ("2024-02-14", "workshop", 1, 1, 5, 5),
        ("2024-02-15", "resolution", 0, 1, 10, 10),
        (None, "workshop", 0, 1, None, 0),
    ]


def test_an_earlier_version_keeps_its_days(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1")]))
    load(empty, write(tmp_path / "b.csv", [row("A1", **{"Date d'inscription": "2024-01-12"})]))
    assert [told(empty, PACE, version)[0][0] for version in (1, 2)] == ["2024-01-10", "2024-01-12"]


def test_the_days_add_up_to_the_cube(demonstration: Engine) -> None:
    with demonstration.connect() as connection:
        sums = {
            name: connection.execute(
                text(f"SELECT version_id, SUM(reach) FROM {name} GROUP BY version_id ORDER BY version_id")
            ).all()
            for name in ("reach_summary", "pace_summary", "calendar_summary")
        }
        partners = "SELECT version_id, {} FROM {} GROUP BY version_id ORDER BY version_id"
        counted = [
            connection.execute(text(partners.format(*how))).all()
            for how in (
                ("SUM(registrations), COUNT(DISTINCT partner_id)", "partner_summary"),
                ("SUM(registrations), SUM(partners)", "pace_summary"),
            )
        ]
    assert sums["reach_summary"] == sums["pace_summary"] == sums["calendar_summary"]
    assert counted[0] == counted[1]


def test_demonstration_days_go_out_with_the_rest(demonstration: Engine) -> None:
    demonstrate.take_out(demonstration)
    assert told(demonstration, "SELECT COUNT(*) FROM pace_summary WHERE :version = :version") == [(0,)]
    assert told(demonstration, "SELECT COUNT(*) FROM calendar_summary WHERE :version = :version") == [(0,)]
