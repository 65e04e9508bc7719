"""The templates that partners fill in: what is committed is what the code writes."""

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from etl.headers import EXPLANATION_SHEET
from etl.schema import AUDIENCES
from etl.templates import (
    AUDIENCE_COLUMNS,
    COLUMNS,
    CONFIRMED_COLUMNS,
    DATA,
    FILE_NAMES,
    REGISTRATION_COLUMNS,
    SHEETS,
    Template,
    write_templates,
)

TEMPLATES: list[Template] = ["registrations", "confirmed", "exposure"]


def cells(path: Path) -> dict[str, list[list[object]]]:
    workbook = CalamineWorkbook.from_path(str(path))
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


def test_the_committed_templates_equal_a_fresh_write(tmp_path: Path) -> None:
    for path in write_templates(tmp_path):
        assert cells(path) == cells(DATA / "templates" / path.name)


def test_the_templates_are_written_with_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = write_templates(tmp_path / "first"), write_templates(tmp_path / "second")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_data_sheet_comes_first_and_holds_the_header_alone(template: Template) -> None:
    sheets = cells(DATA / "templates" / FILE_NAMES[template])
    assert list(sheets) == [SHEETS[template], EXPLANATION_SHEET]
    assert sheets[SHEETS[template]] == [list(COLUMNS[template])]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_column_is_explained_in_its_order(template: Template) -> None:
    rows = cells(DATA / "templates" / FILE_NAMES[template])[EXPLANATION_SHEET]
    explained = [row for row in rows if row[0] in COLUMNS[template]]
    assert [row[0] for row in explained] == list(COLUMNS[template])
    assert all(row[1] in ("oui", "non") and row[2] for row in explained)


def test_the_explanations_describe_no_column_that_is_gone() -> None:
    with (DATA / "templates" / "columns.csv").open(encoding="utf-8", newline="") as file:
        described = [(line["template"], line["header"]) for line in csv.DictReader(file)]
    assert described == [(template, header) for template in TEMPLATES for header in COLUMNS[template]]


def test_the_nine_audiences_have_a_column_in_both_templates_under_their_own_name() -> None:
    with (DATA / "audiences.csv").open(encoding="utf-8", newline="") as file:
        names = {line["code"]: line["name_fr"] for line in csv.DictReader(file)}
    assert tuple(AUDIENCE_COLUMNS) == AUDIENCES
    assert {code: header.casefold() for code, header in AUDIENCE_COLUMNS.items()} == names
    assert REGISTRATION_COLUMNS[-9:] == CONFIRMED_COLUMNS[-9:] == tuple(AUDIENCE_COLUMNS.values())


def test_the_confirmed_template_is_told_apart_by_having_no_partner() -> None:
    assert "Partenaire" in REGISTRATION_COLUMNS
    assert "Partenaire" not in CONFIRMED_COLUMNS
