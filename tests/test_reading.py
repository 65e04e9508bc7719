"""Text as people save it: encoding and separator are found, rows are numbered as a person sees them."""

import csv
from pathlib import Path

import pytest

from etl.read import UnreadableFile, sheets
from etl.read import text as text_file
from tests.corpus import LONG, TABLE, lines, workbook

DATA = Path(__file__).parent.parent / "data"
SENTENCES = [
    *("À venir", "Çà et là", "Noël", "l’été", "Où ?", "ÉCOLE SAINT-ÉDOUARD", "ÊTRE PRÊT", "Maïs", "naïf"),
    *("garçon", "forêt", "hôpital", "dîner", "août", "PERSÉVÉRANCE", "Île-à-la-Crosse", "deux œuvres"),
    "Journées de la persévérance scolaire – 2024",
]
AMBIGUOUS_ON_A_MAC = {"À venir", "À confirmer", "À distance", "Nº d'inscription"}
"""A capital or a mark alone before spaces: in both encodings, a letter of French."""


def french() -> list[str]:
    """Every header, place, sector and action of the data that has a letter beyond ASCII."""
    found = set(SENTENCES)
    for file, column in (
        ("geography/municipalities.csv", "name"),
        ("place_aliases.csv", "alias"),
        ("headers.csv", "header"),
        ("sectors.csv", "name_fr"),
        ("actions.csv", "name_fr"),
    ):
        with (DATA / file).open(encoding="utf-8", newline="") as content:
            found |= {row[column] for row in csv.DictReader(content)}
    return sorted(word for word in found if not word.isascii())


def decoded(path: Path, words: str, encoding: str) -> str:
    path.write_bytes(words.encode(encoding))
    return words.encode(encoding).decode(text_file.encoding(path))


def test_one_name_alone_tells_that_it_is_in_cp1252(tmp_path: Path) -> None:
    words = french()
    assert [decoded(tmp_path / "a.csv", word, "cp1252") for word in words] == words


def test_one_name_alone_tells_that_it_comes_from_an_old_mac(tmp_path: Path) -> None:
    words = [word for word in french() if word not in AMBIGUOUS_ON_A_MAC]
    assert [decoded(tmp_path / "a.csv", word, "mac_roman") for word in words] == words


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_found_with_or_without_its_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(lines(TABLE).encode(encoding))
    ((_, cells), *_) = next(sheets(path)).rows
    assert cells == TABLE[0]


def test_a_letter_cut_at_the_end_of_a_block_is_still_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\n" * (512 * 1024 - 1) + b"b" + "é\n".encode())
    assert text_file.encoding(path) == "utf-8"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("top", [[], [["Liste des inscriptions, 2024"]], [[], ["Titre"], []]])
def test_the_separator_is_the_one_that_cuts_most_lines_alike(
    tmp_path: Path, separator: str, top: list[list[str]]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(lines([*top, *LONG], separator, "\n"), encoding="utf-8", newline="")
    rows = [cells for _, cells in next(sheets(path)).rows]
    assert {len(cells) for cells in rows[len(top) :]} == {len(LONG[0])}


def test_rows_of_text_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a;b\n"c\nc";d\n\ne;f\n', encoding="utf-8")
    assert list(next(sheets(path)).rows) == [(1, ["a", "b"]), (2, ["c\nc", "d"]), (3, []), (4, ["e", "f"])]


def test_a_quote_that_swallows_rows_is_told_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "".join(f"{number};x;y;z\n" for number in range(2000))
    path.write_text("a;b;c;d\n" + rows.replace("1500;x", '1500;"x'), encoding="utf-8")
    with pytest.raises(UnreadableFile) as refused:
        list(next(sheets(path)).rows)
    assert (refused.value.code, refused.value.details) == ("quote", (("row", "1502"),))


def test_rows_of_a_workbook_are_numbered_from_its_first_line(tmp_path: Path) -> None:
    path = workbook([[], [None, "a"], [], ["b"]])(tmp_path)
    told = [(number, cells) for number, cells in next(sheets(path)).rows if any(cells)]
    assert told == [(2, ["", "a"]), (4, ["b", ""])]
