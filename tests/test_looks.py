"""What is probably a slip is said before a file is loaded; what is ordinary is not."""

from pathlib import Path

from sqlalchemy import Engine

from etl.load import load
from tests.files import row, write


def looks(engine: Engine, path: Path) -> list[str]:
    report = load(engine, path, check=True)
    return [told.code for told in report.warnings if told.code in ("leap", "same_day", "published")]


def test_a_partner_that_announces_ten_times_last_years_number_deserves_a_look(
    empty: Engine, tmp_path: Path
) -> None:
    load(empty, write(tmp_path / "avant.csv", [row("A1", Édition=2018, Jeunes=120)]))
    assert looks(empty, write(tmp_path / "a.csv", [row("B1", Édition=2019, Jeunes=1_200)])) == ["leap"]
    assert looks(empty, write(tmp_path / "b.csv", [row("B1", Édition=2019, Jeunes=900)])) == []


def test_the_same_action_twice_on_a_day_deserves_a_look(empty: Engine, tmp_path: Path) -> None:
    twice = [row("A1", Édition=2019), row("A2", Édition=2019)]
    assert looks(empty, write(tmp_path / "a.csv", twice)) == ["same_day"]
    other = [row("A1", Édition=2019), row("A2", Édition=2019, Date="15 février")]
    assert looks(empty, write(tmp_path / "b.csv", other)) == []


def test_a_total_that_differs_from_the_published_one_is_said_once_most_of_it_is_there(
    empty: Engine, tmp_path: Path
) -> None:
    def total(people: int) -> list[str]:
        cells = row("A1", Édition=2024, Municipalité="Saguenay", Jeunes=people)
        return looks(empty, write(tmp_path / "a.csv", [cells]))

    assert total(50_000) == total(30_000) == ["published"]
    assert total(39_000) == total(1_000) == []
