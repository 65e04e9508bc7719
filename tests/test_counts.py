"""A number of people as people write it: the cautious value, the text kept, or the reason why not."""

import csv
import re
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from etl.clean import MAXIMUM, Problem
from etl.counts import Count, count
from etl.data_files import DATA, read_rows

SPACES = (" ", "\u00a0", "\u202f", "\u2009")
MEANINGS = {
    *("about", "at_least", "at_most", "dash", "range", "and", "between"),
    *("number", "one", "people", "link", "doubt", "missing", "unknown"),
}
CODES = {"negative", "not_whole", "too_large", "not_a_number", "cell_error", "ambiguous_count"}

NUMBER_WORDS = sorted(
    word
    for row in read_rows(DATA / "number_words.csv")
    if row["role"] != "idiom"
    for word in re.findall(r"\w+", row["words"])
)

FRENCH = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
FRENCH_TENS = [
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    *["quatre-vingt"] * 2,
]
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = ["", "", *["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]]


def in_french(number: int) -> str:
    """Words of a number below a million, written here from the grammar and not from the reader's list."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        before = [] if thousands == 1 else [re.sub(r"(cent|vingt)s$", r"\1", in_french(thousands))]
        return " ".join([*before, "mille", *([in_french(rest)] if rest else [])])
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        before = [] if hundreds == 1 else [FRENCH[hundreds]]
        return " ".join(
            [*before, "cents" if before and not rest else "cent", *([in_french(rest)] if rest else [])]
        )
    if number < 20:
        return FRENCH[number]
    tens, unit = divmod(number, 10)
    if tens in (7, 9):
        unit += 10
    if unit == 0:
        return "quatre-vingts" if tens == 8 else FRENCH_TENS[tens]
    return f"{FRENCH_TENS[tens]}{' et ' if unit in (1, 11) and tens < 8 else '-'}{FRENCH[unit]}"


def in_english(number: int) -> str:
    """As ``in_french``."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return " ".join([in_english(thousands), "thousand", *([in_english(rest)] if rest else [])])
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return " ".join([ENGLISH[hundreds], "hundred", *(["and", in_english(rest)] if rest else [])])
    tens, unit = divmod(number, 10)
    if number < 20:
        return ENGLISH[number]
    return f"{ENGLISH_TENS[tens]}{f'-{ENGLISH[unit]}' if unit else ''}"


def as_heard(words: str) -> str:
    """Without what is often left out or is not heard, and « douze cents » begins as « mille deux cents »."""
    plain = re.sub(r"\b(cent|vingt)s\b", r"\1", words.replace("-", " ").replace("une", "un"))
    return re.sub(r"\b(et|and|zéro|zero)\b ?|\b(un|one|a) (?=cent|hundred|thousand|mille)", "", plain).strip()


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
        "un",
        "deux",
        "vingt",
        "cents",
        "mille",
        "hundred",
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
        ("deux cents", 200),
        ("Deux-Cents", 200),
        ("cent cinquante élèves", 150),
        ("mille deux cents", 1200),
        ("douze cents personnes", 1200),
        ("environ quatre-vingt-dix-sept", 97),
        ("soixante et onze", 71),
        ("vingt et une", 21),
        ("trois cent vingt mille quatre cent un", 320_401),
        ("two hundred", 200),
        ("two hundred and fifty students", 250),
        ("a thousand and five", 1005),
        ("plus de deux cents", 200),
        ("vingt à trente", 20),
        ("vingt-trente", 20),
        ("entre cent et deux cents", 100),
        ("between one hundred and two hundred", 100),
        ("un élève", 1),
        ("une élue", 1),
        ("un total de deux cents élèves", 200),
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
        ("cents", "not_a_number"),
        ("les deux", "not_a_number"),
        ("deux trois cents", "ambiguous_count"),
        ("deux à trois cents", "ambiguous_count"),
        ("vingt à trente mille", "ambiguous_count"),
        ("3 cents", "ambiguous_count"),
        ("3-cent", "ambiguous_count"),
        ("deux 300", "ambiguous_count"),
        ("cent 50", "ambiguous_count"),
        ("deux groupes", "ambiguous_count"),
        ("deux groupes de vingt", "ambiguous_count"),
        ("vingt parents et dix jeunes", "ambiguous_count"),
        ("un élève, 20 parents", "ambiguous_count"),
        ("un deux", "ambiguous_count"),
        ("un ou deux", "ambiguous_count"),
        ("deux millions", "ambiguous_count"),
        ("vingt, trente", "ambiguous_count"),
        ("vingt\ncinq", "ambiguous_count"),
        ("deux et demi", "ambiguous_count"),
        ("cent pour cent", "ambiguous_count"),
        ("two cents", "not_a_number"),
        ("cinq à sept", "ambiguous_count"),
        ("- dix", "negative"),
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


@given(number=st.integers(2, 999_999), joined=st.sampled_from(["-", " "]))
@example(number=71, joined=" ").via("« et » joins it")
@example(number=80_080, joined="-").via("« quatre-vingts » and « quatre-vingt mille »")
def test_a_number_in_words_reads_back_as_itself_in_french_and_in_english(number: int, joined: str) -> None:
    for words in (in_french(number), in_english(number)):
        written = words.replace("-", joined)
        assert count(written) == Count(number, written)
        assert count(f"environ {written} élèves").people == number


@given(words=st.lists(st.sampled_from(NUMBER_WORDS), min_size=1, max_size=6).map(" ".join))
@example(words="un un cent").via("only one « un » is an article")
@example(words="mille quinze cent").via("« quinze cents » only stand alone")
def test_words_are_a_number_only_in_the_order_in_which_it_is_said(words: str) -> None:
    assume("a" not in words.split()[1:])  # « cent à cent » is a range
    try:
        people = count(words).people
    except Problem:
        return
    assert people is not None
    by_hundreds = [
        f"{say(people // 100)} {hundred} {say(people % 100)}"
        for say, hundred in ((in_french, "cent"), (in_english, "hundred"))
    ]
    assert as_heard(words) in map(as_heard, [in_french(people), in_english(people), *by_hundreds])


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
