"""Days as people write them: understood, missing with their text, or asked about."""

import csv
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from etl.clean import Problem
from etl.data_files import DATA
from etl.dates import day, span

WEEK = (date(2024, 2, 12), date(2024, 2, 16))
VALENTINE = date(2024, 2, 14)
CODES = {"not_a_date", "month_first_date", "weekday_mismatch", "date_outside_edition"}

days = st.dates(date(2024, 1, 1), date(2024, 12, 31))
pieces = st.sampled_from(
    [
        "12",
        "14",
        "16",
        "30",
        "2024",
        "2023",
        "février",
        "fév.",
        "mars",
        "mardi",
        "mercredi",
        "du",
        "au",
        "et",
        "-",
        "/",
        "12-16",
        "14/02/2024",
        "2024-02-14",
        "02/14/2024",
        "semaine",
        "?",
        "à confirmer",
        "début",
        "10 h",
        ",",
        "jps",
        "x",
        "45336",
        "semaine du",
        "1er",
    ]
)
like_dates = st.one_of(st.text(), st.lists(pieces, max_size=7).map(" ".join))


def february(first: int, last: int) -> tuple[date, date]:
    return date(2024, 2, first), date(2024, 2, last)


@pytest.mark.parametrize(
    "cell",
    [
        VALENTINE,
        datetime(2024, 2, 14, 10, 30),
        45336,
        45336.75,
        "45336",
        20240214,
        "20240214",
        "2024-02-14",
        "2024/02/14",
        "2024.02.14",
        "2024-2-14",
        "2024-02-14 10:30:00",
        "2024-02-14T00:00:00",
        "14/02/2024",
        "14-02-2024",
        "14.02.2024",
        "14/2/24",
        "14 février 2024",
        "14 FÉVRIER 2024",
        "14 fevr. 2024",
        "le mercredi 14 février 2024",
        "Mercredi, 14 février 2024",
        "14 février 2024 à 10 h 30",
        "14 février 2024, de 9h à 12h",
        "February 14, 2024",
        "Wed. Feb 14th, 2024",
        "mer. 14 fév. 2024",
    ],
)
def test_a_day_is_read_in_every_form(cell: Any) -> None:
    assert span(cell, 2024, WEEK) == (VALENTINE, VALENTINE, None)
    assert day(cell) == VALENTINE


@pytest.mark.parametrize(
    "written",
    ["14 février", "14 fév.", "14 févr", "mercredi 14 février", "14-02", "14/02", "14/2", "Feb 14", "14 feb"],
)
def test_a_day_without_its_year_is_of_the_edition(written: str) -> None:
    assert span(written, 2024, WEEK) == (VALENTINE, VALENTINE, None)
    with pytest.raises(Problem) as problem:
        day(written)
    assert problem.value.code == "not_a_date"


def test_the_first_of_a_month_has_its_own_word() -> None:
    assert span("1er mars", 2024) == (date(2024, 3, 1), date(2024, 3, 1), None)


@pytest.mark.parametrize(
    "written",
    [
        "du 12 au 16 février",
        "12-16 février",
        "12 – 16 février",
        "12 au 16 février 2024",
        "12 à 16 fév.",
        "du lundi 12 au vendredi 16 février",
        "12 février au 16 février",
        "12/02 au 16/02",
        "February 12-16",
        "2024-02-12 au 2024-02-16",
        "12 to 16 February",
        "semaine du 12 au 16 février",
        "12 février - 16 février",
    ],
)
def test_an_interval_has_two_ends(written: str) -> None:
    assert span(written, 2024, WEEK) == (*february(12, 16), None)


def test_an_interval_may_end_another_month() -> None:
    assert span("du 30 janvier au 2 février", 2024) == (date(2024, 1, 30), date(2024, 2, 2), None)


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("12 et 14 février", (12, 14)),
        ("12, 13 et 16 février", (12, 16)),
        ("14 et 12 février", (12, 14)),
        ("14 février et 15 février", (14, 15)),
        ("12/13 février", (12, 13)),
        ("12 au 14 et 16 février", (12, 16)),
        ("mardi 13, jeudi 15 février", (13, 15)),
    ],
)
def test_several_days_keep_their_text(written: str, ends: tuple[int, int]) -> None:
    assert span(written, 2024, WEEK) == (*february(*ends), written)


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("toute la semaine", (12, 16)),
        ("Semaine des JPS", (12, 16)),
        ("pendant les JPS", (12, 16)),
        ("semaine du 12 février", (12, 16)),
        ("mardi", (13, 13)),
        ("mardi et jeudi", (13, 15)),
        ("du lundi au vendredi", (12, 16)),
        ("mardi de la semaine des JPS", (13, 13)),
        ("mardi 10 h", (13, 13)),
    ],
)
def test_a_part_of_the_week_needs_the_week_of_the_edition(written: str, ends: tuple[int, int]) -> None:
    assert span(written, 2024, WEEK) == (*february(*ends), written)
    assert span(written, 2024) == (None, None, written)


def test_a_weekday_is_that_of_the_week_whatever_the_day_on_which_the_edition_opens() -> None:
    assert span("lundi", 2024, (VALENTINE, WEEK[1])) == (*february(12, 12), "lundi")


@pytest.mark.parametrize(
    "written",
    [
        "février",
        "février 2024",
        "fin février",
        "mi-février",
        "début de février",
        "à déterminer",
        "à venir",
        "?",
        "n/d",
        "-",
        "avant le 14 février",
        "semaine du 4 mars",
        "plusieurs dates",
        "TBD",
    ],
)
def test_what_tells_no_day_is_missing_with_its_text(written: str) -> None:
    assert span(written, 2024, WEEK) == (None, None, written)


def test_a_doubt_beside_a_date_keeps_both() -> None:
    assert span("14 février (à confirmer)", 2024) == (*february(14, 14), "14 février (à confirmer)")


@pytest.mark.parametrize("blank", [None, "", " ", "\u00a0"])
def test_a_blank_tells_nothing(blank: Any) -> None:
    assert span(blank, 2024, WEEK) is None
    assert day(blank) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("hier", "not_a_date"),
        ("30 février", "not_a_date"),
        ("14", "not_a_date"),
        (14, "not_a_date"),
        (14.02, "not_a_date"),
        ("12 au 16", "not_a_date"),
        ("16 au 12 février", "not_a_date"),
        ("14 14 février", "not_a_date"),
        ("14 février école", "not_a_date"),
        ("14 jui", "not_a_date"),
        ("2024", "not_a_date"),
        ("2024-14-02", "not_a_date"),
        ("99/99/2024", "not_a_date"),
        ("99999", "not_a_date"),
        (99999, "not_a_date"),
        (20240230, "not_a_date"),
        ("10 h 30", "not_a_date"),
        (time(10, 30), "not_a_date"),
        (True, "not_a_date"),
        (float("nan"), "not_a_date"),
        ("14 février " * 30, "not_a_date"),
        ("02/14/2024", "month_first_date"),
        ("02-14", "month_first_date"),
        ("mardi 14 février 2024", "weekday_mismatch"),
        ("mardi 14 février", "weekday_mismatch"),
        ("14 février 2023", "date_outside_edition"),
        ("2023-02-14", "date_outside_edition"),
        ("14/02/23", "date_outside_edition"),
        (date(2025, 2, 14), "date_outside_edition"),
        (45336 - 1462, "date_outside_edition"),
        ("du 28 décembre 2023 au 2 janvier 2024", "date_outside_edition"),
        ("fin février 2023", "date_outside_edition"),
        ("12/02 au 16/02/2023", "date_outside_edition"),
        ("février 2023", "date_outside_edition"),
    ],
)
def test_what_cannot_be_taken_as_it_is_waits_with_its_reason(cell: Any, code: str) -> None:
    with pytest.raises(Problem) as problem:
        span(cell, 2024, WEEK)
    assert problem.value.code == code
    assert problem.value.value


def test_a_date_of_another_year_is_told_as_a_date_even_when_the_cell_is_a_number() -> None:
    with pytest.raises(Problem) as problem:
        span(45336, 2025)
    assert (problem.value.value, problem.value.details) == ("2024-02-14", {"edition": "2025"})


def test_the_day_of_a_registration_may_be_of_the_year_before() -> None:
    assert day("12 décembre 2023") == date(2023, 12, 12)
    assert day("à venir") is None
    with pytest.raises(Problem):
        day("du 12 au 16 février 2024")


@given(held=days, locale=st.sampled_from(["fr", "fr_CA", "en", "en_CA"]))
def test_a_date_written_by_a_library_in_words_reads_back(held: date, locale: str) -> None:
    for style in ("long", "full"):
        assert span(format_date(held, style, locale=locale), 2024) == (held, held, None)


@given(held=days)
def test_a_date_in_digits_reads_back(held: date) -> None:
    serial = (held - date(1899, 12, 30)).days
    forms: list[Any] = [held, serial, float(serial), str(serial), held.isoformat()]
    forms += [
        held.strftime(form) for form in ("%d/%m/%Y", "%d-%m-%Y", "%Y%m%d", "%d-%m", "%d/%m", "%d/%m/%y")
    ]
    for form in forms:
        assert span(form, 2024) == (held, held, None)


@given(first=days, more=st.integers(1, 60))
def test_the_ends_of_an_interval_read_back(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    if last.year == 2024:
        written = (
            f"du {format_date(first, 'd MMMM', locale='fr')} au {format_date(last, 'd MMMM', locale='fr')}"
        )
        assert span(written, 2024) == (first, last, None)


@given(
    cell=st.one_of(
        like_dates, st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()
    ),
    edition=st.integers(2008, 2030),
    week=st.sampled_from([None, WEEK]),
)
@example(cell="0/0", edition=2024, week=None)
@example(cell="0000-00-00", edition=2024, week=None)
def test_any_cell_gives_days_or_a_problem(cell: Any, edition: int, week: Any) -> None:
    try:
        found = span(cell, edition, week)
    except Problem as problem:
        assert problem.code in CODES
    else:
        if found is not None:
            assert (found.first is None) == (found.last is None)
            assert found.first is None or found.first <= found.last
            assert found.first is not None or found.written == str(cell).strip()
    try:
        day(cell)
    except Problem as problem:
        assert problem.code in CODES


def test_every_word_of_the_list_is_read_as_it_says() -> None:
    with (DATA / "date_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["words"] for row in rows}) == len(rows)
    tells_nothing = {"missing": (None, None), "doubt": (None, None), "week": WEEK}
    for row in rows:
        words, meaning = row["words"], row["meaning"]
        assert row["reason"], words
        if meaning in tells_nothing:
            assert span(words, 2024, WEEK) == (*tells_nothing[meaning], words)
        elif meaning == "link":
            assert span(f"{words} 14 février", 2024, WEEK) == (VALENTINE, VALENTINE, None)
        elif meaning in ("range", "and", "dash"):
            assert span(f"12 {words} 16 février", 2024, WEEK)[:2] == WEEK  # type: ignore[index]
        else:
            assert meaning in ("weekday", "week_of")
