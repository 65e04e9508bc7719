"""The demonstration data: fictional, the same each time, and with the texture of real life."""

import csv
import re
import unicodedata
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from etl.data_files import DATA
from etl.demonstration import draw, write_files
from etl.demonstration.figures import apportion
from etl.demonstration.parameters import Parameters, read_parameters
from etl.demonstration.registrations import Registration
from etl.headers import EXPLANATION_SHEET
from etl.schema import AUDIENCES
from etl.templates import CONFIRMED_COLUMNS, REGISTRATION_COLUMNS

EDITIONS = list(range(2019, 2027))
Drawn = dict[int, list[Registration]]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return draw()


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    return read_parameters()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_files(tmp_path_factory.mktemp("demonstration"))


def reach(registration: Registration) -> int:
    return sum((registration.expected | registration.confirmed).values())


def partners(registrations: list[Registration]) -> set[str]:
    return {registration.partner.name for registration in registrations}


def places(registrations: list[Registration]) -> set[str]:
    return {code for registration in registrations for code in registration.place_codes}


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.casefold())
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


def published(measure: str) -> dict[int, int]:
    with (DATA / "published" / "editions.csv").open(encoding="utf-8", newline="") as file:
        return {
            int(line["year"]): int(line[measure])
            for line in csv.DictReader(file)
            if line[measure] and int(line["year"]) in EDITIONS
        }


def test_the_files_are_the_same_bytes_each_time(files: list[Path], tmp_path: Path) -> None:
    again = write_files(tmp_path)
    assert [(path.name, path.read_bytes()) for path in files] == [(p.name, p.read_bytes()) for p in again]


def test_each_edition_has_its_registrations_then_its_confirmations(files: list[Path]) -> None:
    assert [path.name for path in files] == [
        f"demonstration-{year}-{what}.xlsx" for year in EDITIONS for what in ("inscriptions", "confirmations")
    ]


def test_the_files_hold_what_was_drawn_under_the_templates_headers(files: list[Path], drawn: Drawn) -> None:
    for path in files:
        year = int(path.name.split("-")[1])
        header, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        if "inscriptions" in path.name:
            assert tuple(header) == REGISTRATION_COLUMNS
            counts = {row[1]: row[9:] for row in rows}
            assert counts == {
                r.number: ["" if r.expected.get(a) is None else r.expected[a] for a in AUDIENCES]
                for r in drawn[year]
            }
        else:
            assert tuple(header) == CONFIRMED_COLUMNS
            assert [row[1] for row in rows] == [r.number for r in drawn[year] if r.confirmed]
            assert sum(int(n) for row in rows for n in row[2:] if n != "") == sum(
                sum(r.confirmed.values()) for r in drawn[year]
            )


def test_every_file_says_in_capitals_that_it_is_fictional(files: list[Path]) -> None:
    for path in files:
        explanations = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(EXPLANATION_SHEET)
        notice = str(explanations.to_python()[0][0])
        assert "FICTIVES" in notice
        assert notice == notice.upper()


def test_every_partner_and_every_title_says_that_it_is_fictional(drawn: Drawn) -> None:
    for registration in (r for registrations in drawn.values() for r in registrations):
        assert re.search(r"\bficti(f|ve)\b", registration.partner.name)
        assert re.search(r"\bficti(f|ve)\b", registration.title)


def test_no_partner_bears_the_name_of_a_municipality(drawn: Drawn, parameters: Parameters) -> None:
    municipalities = {plain(m.name) for m in parameters.municipalities.values()}
    names = {plain(name) for registrations in drawn.values() for name in partners(registrations)}
    assert not [(n, m) for n in names for m in municipalities if re.search(rf"\b{m}\b", n)]


def test_numbers_are_unique_and_say_that_they_are_of_the_demonstration(drawn: Drawn) -> None:
    for year, registrations in drawn.items():
        expected = [f"DEMO-{year}-{position:04d}" for position in range(1, len(registrations) + 1)]
        assert [r.number for r in registrations] == expected


def test_the_people_reached_land_just_above_the_published_figure(drawn: Drawn) -> None:
    figures = published("people_reached")
    assert set(figures) == {2022, 2023, 2024, 2026}
    for year, figure in figures.items():
        assert figure < sum(map(reach, drawn[year])) <= figure * 1.01


def test_the_partners_land_near_the_published_number(drawn: Drawn) -> None:
    for year, figure in published("partners").items():
        assert abs(len(partners(drawn[year])) - figure) <= figure * 0.04


def test_an_edition_has_600_to_750_partners_and_1000_to_1500_registrations(drawn: Drawn) -> None:
    for year, registrations in drawn.items():
        assert (500 if year == 2021 else 600) <= len(partners(registrations)) <= 750
        assert 1000 <= len(registrations) <= 1500


def test_partners_come_go_and_return(drawn: Drawn) -> None:
    for year in EDITIONS[2:]:
        before, now, earlier = partners(drawn[year - 1]), partners(drawn[year]), partners(drawn[year - 2])
        assert len(before & now) > len(now) / 2
        assert before - now
        assert now - before - earlier
        assert (now & earlier) - before


def test_2021_dips_in_people_and_partners(drawn: Drawn) -> None:
    people = {year: sum(map(reach, registrations)) for year, registrations in drawn.items()}
    assert people[2021] < 0.7 * min(people[2020], people[2022])
    assert len(partners(drawn[2021])) < 0.85 * len(partners(drawn[2020]))


def test_every_audience_is_counted_in_every_edition(drawn: Drawn) -> None:
    for registrations in drawn.values():
        counted = Counter(a for r in registrations for a, people in r.expected.items() if people)
        assert set(counted) == set(AUDIENCES)


def test_about_six_registrations_in_ten_are_confirmed_near_what_was_expected(drawn: Drawn) -> None:
    for registrations in drawn.values():
        reported = [r for r in registrations if r.confirmed]
        assert 0.55 <= len(reported) / len(registrations) <= 0.65
        both = [(r.expected[a], n) for r in reported for a, n in r.confirmed.items() if r.expected.get(a)]
        assert 0.85 <= sum(n for _, n in both) / sum(e for e, _ in both) <= 1
        assert any(n == 0 for _, n in both)
        assert any(n > e for e, n in both)


def test_zero_and_unknown_are_both_there(drawn: Drawn) -> None:
    for registrations in drawn.values():
        assert any(0 in r.expected.values() for r in registrations)
        assert any(not r.expected for r in registrations)


def test_some_municipalities_are_absent_always_and_others_at_times(
    drawn: Drawn, parameters: Parameters
) -> None:
    present = [places(registrations) for registrations in drawn.values()]
    always_absent = set(parameters.municipalities) - set().union(*present)
    assert 2 <= len(always_absent) <= 6
    assert len(set().union(*present) - set.intersection(*present)) >= 5
    for code, years in parameters.quiet.items():
        assert not [year for year in years if code in places(drawn.get(year, []))]


def test_a_school_dominates_its_village_in_every_edition(drawn: Drawn, parameters: Parameters) -> None:
    for code in parameters.dominant:
        for registrations in drawn.values():
            here = [r for r in registrations if r.place_codes == (code,)]
            by_school = sum(reach(r) for r in here if r.partner.dominates)
            assert by_school > 0.6 * sum(map(reach, here)) > 0


def test_no_municipality_reaches_much_more_than_its_population(drawn: Drawn, parameters: Parameters) -> None:
    for registrations in drawn.values():
        people: Counter[str] = Counter()
        for registration in registrations:
            for code in registration.place_codes[:1]:
                people[code] += reach(registration)
        assert all(n <= 1.2 * parameters.municipalities[code].population for code, n in people.items())


def test_the_merger_of_2026_is_followed(drawn: Drawn) -> None:
    names = {year: {r.municipality for r in registrations} for year, registrations in drawn.items()}
    assert {"Hébertville", "Saint-Bruno"} <= names[2025]
    assert "Hébertville" in names[2026]
    assert not {"Hébertville-Station", "Saint-Bruno"} & names[2026]


def test_registrations_come_from_45_days_before_to_the_wednesday(
    drawn: Drawn, parameters: Parameters
) -> None:
    for edition in parameters.editions:
        days = [r.registered_on for r in drawn[edition.year] if r.registered_on]
        assert min(days) >= edition.opens_on - timedelta(days=45)
        assert max(days) == edition.opens_on + timedelta(days=2)
        assert edition.opens_on.weekday() == 0


def test_editions_do_not_all_fill_at_the_same_pace(drawn: Drawn, parameters: Parameters) -> None:
    two_weeks_before = []
    for edition in parameters.editions:
        days = [r.registered_on for r in drawn[edition.year] if r.registered_on]
        assert days == sorted(days)
        early = sum(day <= edition.opens_on - timedelta(days=14) for day in days)
        two_weeks_before.append(early / len(days))
    assert min(two_weeks_before) < 0.5 < max(two_weeks_before) - 0.05


def test_green_thursday_is_a_thursday(drawn: Drawn) -> None:
    for registrations in drawn.values():
        days = [r.held_on for r in registrations if r.action_code == "green_thursday"]
        assert days
        assert all(day and day.weekday() == 3 for day in days)


def test_every_kind_of_place_is_written(drawn: Drawn) -> None:
    for year, registrations in drawn.items():
        cells = Counter(r.municipality for r in registrations)
        assert all(cells[label] for label in ("En ligne", "Région", ""))
        assert any(cell.startswith("MRC ") for cell in cells)
        assert year == 2021 or any(" ; " in cell for cell in cells)
    assert any(r.municipality == "Hors région" for registrations in drawn.values() for r in registrations)


def test_resolutions_are_passed_by_municipal_teams_before_the_week(
    drawn: Drawn, parameters: Parameters
) -> None:
    for edition in parameters.editions:
        resolutions = [r for r in drawn[edition.year] if r.action_code == "resolution"]
        assert len(resolutions) >= 20
        assert {r.partner.kind for r in resolutions} == {"Équipe municipale fictive"}
        assert all(r.held_on is None or r.held_on < edition.opens_on for r in resolutions)


@pytest.mark.parametrize("total", [0, 1, 7, 1000])
def test_apportioning_keeps_the_total_and_leaves_zero_at_zero(total: int) -> None:
    counts = apportion([0.0, 1.5, 2.25, 0.1], total)
    assert sum(counts) == total
    assert counts[0] == 0
