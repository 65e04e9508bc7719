"""A number of people as people write it: the cautious value, the text kept, or the reason why not."""

import csv
import re
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.clean import MAXIMUM, Problem
from etl.counts import Count, count
from etl.data_files import DATA

SPACES = (" ", "\u00a0", "\u202f", "\u2009")
MEANINGS = {
    *("about", "at_least", "at_most", "dash", "range", "and", "between"),
    *("number", "people", "link", "doubt", "missing"),
}
CODES = {"negative", "not_whole", "too_large", "not_a_number", "cell_error", "ambiguous_count"}

wordlist = st.sampled_from(
    [
        *"0123456789",
        "12",
        "1 200",
        "250",
        "-",
        "–",
        "à",
        "et",
        "entre",
        "plus de",
        "environ",
        "élèves",
        "?",
        "moins de",
        "n/d",
        "une trentaine",
        "groupes",
        "de",
        " ",
        ",",
        ".",
        "(",
        ")",
        "+",
        "²",
        "½",
        "\n",
        "'",
    ]
)
like_counts = st.one_of(
    st.text(), st.lists(wordlist, max_size=8).map(" ".join), st.lists(wordlist).map("".join)
)


@pytest.mark.parametrize("written", [12, 12.0, "12", "12,0", "12.0", "12,00", " 12 ", "\u200e12", "\ufeff12"])
def test_a_plain_number_is_exact(written: Any) -> None:
    assert count(written) == (12, None)


@pytest.mark.parametrize("mark", [*SPACES, ",", ".", "'", "’"])
def test_thousands_are_read_whatever_sets_them_apart(mark: str) -> None:
    assert count(f"1{mark}200") == (1200, None)
    assert count(f"1{mark}234{mark}567") == (1234567, None)


@pytest.mark.parametrize("written", ["1 200,0", "1,200.00", "1.200,0", "1'200.0"])
def test_decimals_follow_thousands_with_another_mark(written: str) -> None:
    assert count(written) == (1200, None)


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("12 élèves", 12),
        ("1 200 élèves", 1200),
        ("12 ELEVES", 12),
        ("Élèves : 12", 12),
        ("25 pers.", 25),
        ("environ 300", 300),
        ("env. 300", 300),
        ("≈ 300", 300),
        ("~300", 300),
        ("autour de 300", 300),
        ("300 (environ)", 300),
        ("about 300", 300),
        ("plus de 100", 100),
        ("+ de 100", 100),
        ("100+", 100),
        ("100 et plus", 100),
        ("au moins 40", 40),
        ("at least 40", 40),
        ("200-250", 200),
        ("200 – 250", 200),
        ("200 à 250", 200),
        ("de 200 à 250 élèves", 200),
        ("200 to 250", 200),
        ("entre 200 et 250", 200),
        ("between 200 and 250", 200),
        ("plus de 200-250", 200),
        ("1 200 – 1 500", 1200),
        ("une trentaine", 30),
        ("une trentaine d’élèves", 30),
        ("une 30aine", 30),
        ("une centaine", 100),
        ("une douzaine", 12),
        ("a dozen", 12),
        ("aucun", 0),
        ("300 (à confirmer)", 300),
        ("toute l’école (300)", 300),
        ("12 ?", 12),
    ],
)
def test_an_approximate_number_is_its_lower_bound_and_keeps_its_text(written: str, people: int) -> None:
    assert count(written) == (people, written)


@pytest.mark.parametrize(
    "written",
    ["moins de 50", "jusqu’à 50", "maximum 50", "50 max.", "up to 50", "≤ 50", "maximum 40-50"],
)
def test_a_number_without_lower_bound_is_missing(written: str) -> None:
    assert count(written) == (None, written)


@pytest.mark.parametrize(
    "written",
    [
        "toute l’école",
        "Toute l'école",
        "n/d",
        "N/D",
        "N.D.",
        "N/A",
        "?",
        "??",
        "à venir",
        "À CONFIRMER",
        "-",
        "—",
        "s.o.",
        "inconnu",
        "unknown",
        "tous les élèves",
        "n/d (à confirmer)",
    ],
)
def test_a_text_that_tells_no_number_is_missing_and_never_zero(written: str) -> None:
    assert count(written) == (None, written)


@pytest.mark.parametrize("blank", [None, "", " ", "\u00a0", "\u200b"])
def test_a_blank_is_missing_and_has_no_text(blank: Any) -> None:
    assert count(blank) == (None, None)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (-3, "negative"),
        ("-3", "negative"),
        ("−3", "negative"),
        ("- 3", "negative"),
        ("environ -3", "negative"),
        (12.5, "not_whole"),
        ("12,5", "not_whole"),
        ("12,5 élèves", "not_whole"),
        ("0,500", "not_whole"),
        (".5", "not_whole"),
        ("#REF!", "cell_error"),
        ("#N/A", "cell_error"),
        ("#valeur!", "cell_error"),
        (MAXIMUM + 1, "too_large"),
        ("99999999999", "too_large"),
        ("9" * 150, "too_large"),
        (float("inf"), "too_large"),
        (float("nan"), "not_a_number"),
        (True, "not_a_number"),
        (date(2024, 12, 10), "not_a_number"),
        (datetime(2024, 12, 10), "not_a_number"),
        (time(10, 12), "not_a_number"),
        ("beaucoup", "not_a_number"),
        ("environ", "not_a_number"),
        ("élèves", "not_a_number"),
        ("une école", "not_a_number"),
        ("½", "not_a_number"),
        ("élèves " * 100 + "12", "not_a_number"),
        ("3 groupes", "ambiguous_count"),
        ("3 groupes de 25", "ambiguous_count"),
        ("3 x 25", "ambiguous_count"),
        ("12 25", "ambiguous_count"),
        ("12\n300", "ambiguous_count"),
        ("12\t300", "ambiguous_count"),
        ("1,200,30", "ambiguous_count"),
        ("14.02.2024", "ambiguous_count"),
        ("dudes 12", "ambiguous_count"),
        ("25 jeunes et 10 parents", "ambiguous_count"),
        ("250-200", "ambiguous_count"),
        ("20-25-30", "ambiguous_count"),
        ("jeunes 12-17", "ambiguous_count"),
        ("12 à 17 ans", "ambiguous_count"),
        ("20 et 30", "ambiguous_count"),
        ("entre 20", "ambiguous_count"),
        ("200-", "ambiguous_count"),
        ("(12)", "ambiguous_count"),
        ("n/d 12", "ambiguous_count"),
        ("50 %", "ambiguous_count"),
        ("5²", "ambiguous_count"),
        ("12½", "ambiguous_count"),
        ("\u202e12", "ambiguous_count"),
        ("418 555-0199", "ambiguous_count"),
        ("2024-02-14", "ambiguous_count"),
        ("au moins 40 maximum", "ambiguous_count"),
    ],
)
def test_what_is_no_number_or_several_waits_with_its_reason(cell: Any, code: str) -> None:
    with pytest.raises(Problem) as problem:
        count(cell)
    assert problem.value.code == code
    assert problem.value.value


def test_the_dust_of_a_formula_is_not_a_part_of_a_person() -> None:
    assert count(0.1 * 3 * 10) == (3, None)


@given(people=st.integers(0, MAXIMUM), mark=st.sampled_from([*SPACES, ",", ".", "'", "’", ""]))
def test_a_whole_number_reads_back_as_itself_in_every_format(people: int, mark: str) -> None:
    grouped = f"{people:,}".replace(",", mark)
    for written in (people, float(people), grouped, f" {grouped} ", f"{people},0", f"{people}.00"):
        assert count(written) == Count(people, None)
    assert count(f"environ {grouped} élèves") == Count(people, f"environ {grouped} élèves")


@given(cell=st.one_of(like_counts, st.integers(), st.floats(), st.booleans(), st.datetimes()))
@example("9" * 5000)
@example("1" * 100 + "x")
def test_any_cell_gives_a_count_or_a_problem(cell: Any) -> None:
    try:
        found = count(cell)
    except Problem as problem:
        assert problem.code in CODES
        return
    assert found.people is None or 0 <= found.people <= MAXIMUM
    assert found.written is None or found.written == str(cell).strip()


@given(written=like_counts)
def test_the_cautious_value_is_never_above_a_number_of_the_text(written: str) -> None:
    try:
        people = count(written).people
    except Problem:
        return
    if people is not None and re.search("[0-9]", written):
        glued = re.sub(r"[^0-9]", "", written)
        assert people <= int(glued), "no reading may exceed all the digits in a row"
        separate = re.findall(r"[0-9]{4,}|(?<![0-9.,'’ \u00a0])[0-9]+(?![0-9.,'’ \u00a0])", written)
        assert all(people <= int(number) for number in separate)


@given(low=st.integers(0, 9999), more=st.integers(0, 9999))
def test_of_a_range_the_lower_bound_is_kept(low: int, more: int) -> None:
    for written in (f"{low}-{low + more}", f"{low} à {low + more}", f"entre {low} et {low + more} élèves"):
        assert count(written) == Count(low, written)


def test_every_word_of_the_list_is_read_as_it_says() -> None:
    with (DATA / "count_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["words"] for row in rows}) == len(rows)
    for row in rows:
        words = row["words"]
        assert row["meaning"] in MEANINGS and row["reason"], words
        if row["meaning"] == "missing":
            assert count(words) == (None, words)
        elif row["meaning"] in ("about", "at_least", "people", "doubt", "link"):
            assert count(f"{words} 12" if words[0] != "a" or " " in words else f"12{words}").people == 12
        elif row["meaning"] == "at_most":
            assert count(f"{words} 12") == (None, f"{words} 12")
        elif row["meaning"] == "number":
            assert count(words) == (int(row["value"]), words)
