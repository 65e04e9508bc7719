"""Reading ahead of the database: the same rows, and the same end when reading fails far into a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from etl.ahead import ahead
from etl.load import BLOCK, load
from etl.read import UnreadableFile


def test_what_is_made_ahead_comes_in_order_and_whole() -> None:
    assert list(ahead(iter(range(1, 100)))) == list(range(1, 100))
    assert list(ahead(iter(()))) == []


def test_an_error_comes_at_its_turn() -> None:
    def failing() -> Iterator[int]:
        yield 1
        yield 2
        raise LookupError

    made = ahead(failing())
    assert [next(made), next(made)] == [1, 2]
    with pytest.raises(LookupError):
        next(made)


def test_a_file_unreadable_after_its_first_blocks_leaves_the_database_as_it_was(
    empty: Engine, tmp_path: Path
) -> None:
    rows = "".join(f"2024,A{number},Organisme fictif,3\n" for number in range(2 * BLOCK))
    file = tmp_path / "a.csv"
    marked = ("\ufeffÉdition,Numéro d'inscription,Partenaire,Jeunes\n" + rows).encode()
    file.write_bytes(marked + b"2024,Z,\xff\xfe,3\n")
    with pytest.raises(UnreadableFile):
        load(empty, file)
    with empty.connect() as connection:
        assert connection.execute(text("SELECT COUNT(*) FROM registration")).scalar() == 0
        assert connection.execute(text("SELECT COUNT(*) FROM load")).scalar() == 0
