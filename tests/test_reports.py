"""The sheets and the slides are those that people expect: real numbers, real titles, nothing that runs.

Not here: that all say the same figures (``test_one_number``).
"""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Emu
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine, text, update

from dashboard.messages import Language
from dashboard.question import Restriction
from dashboard.reports.deck import deck
from dashboard.reports.origin import view_at
from dashboard.reports.workbook import workbook
from dashboard.scope import BOARD
from etl.load import load
from etl.schema import Sector
from tests.files import row, write

pytestmark = pytest.mark.usefixtures("fresh_caches")

CASES: dict[str, tuple[int, Language, Restriction]] = {
    "the newest edition": (2026, "fr", Restriction()),
    "in English": (2024, "en", Restriction()),
    "a year of losses": (2021, "fr", Restriction()),
    "the first edition": (2019, "fr", Restriction()),
    "one municipality": (2024, "fr", Restriction(territories=("2493042",))),
    "one audience": (2024, "fr", Restriction(audiences=("employers",))),
}


def sheets(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def slides(content: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(content)).slides)


def parts(content: bytes, pattern: str) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            etree.fromstring(archive.read(name)) for name in archive.namelist() if re.match(pattern, name)
        ]


def test_the_first_sheet_says_where_the_others_come_from(demonstration: Engine) -> None:
    book = sheets(workbook(view_at(BOARD, 2024, "fr")))
    told = "\n".join(" ".join(map(str, line)) for line in book.get_sheet_by_index(0).to_python())
    for words in (
        "édition 2024",
        "Version 16 des données",
        "Toute la région",
        "fictives",
        "Statistique Canada",
    ):
        assert words in told
    assert all(name in told for name in book.sheet_names[1:])


def test_numbers_are_numbers_under_frozen_headers_in_columns_wide_enough(demonstration: Engine) -> None:
    content = workbook(view_at(BOARD, 2024, "fr"))
    book = sheets(content)
    for name in book.sheet_names[1:]:
        header, *lines = book.get_sheet_by_name(name).to_python()
        assert lines, name
        for column in range(1, len(header)):
            kinds = {type(line[column]) for line in lines if line[column] != ""}
            assert len(kinds) == 1, (name, header[column])
    pages = parts(content, r"xl/worksheets/sheet\d+\.xml")[1:]
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert all(page.find(f".//{name}pane[@state='frozen']") is not None for page in pages)
    assert all(float(one.get("width")) >= 9 for page in pages for one in page.iter(f"{name}col"))


def test_no_cell_runs(empty: Engine, tmp_path: Path) -> None:
    with empty.begin() as connection:
        connection.execute(update(Sector).where(Sector.code == "school").values(name_fr="=1+1"))
        assert connection.scalar(text("SELECT COUNT(*) FROM sector WHERE name_fr = '=1+1'"))
    load(empty, write(tmp_path / "rows.csv", [row(Milieu="school")]))
    content = workbook(view_at(BOARD, 2024, "fr"))
    cells = [cell for line in sheets(content).get_sheet_by_name("Milieux").to_python() for cell in line]
    assert "'=1+1" in cells
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f"
    assert [one for page in parts(content, r"xl/worksheets/") for one in page.iter(name)] == []


def test_an_edition_after_one_of_nobody_has_no_relative_change(empty: Engine, tmp_path: Path) -> None:
    rows = [row("A1", Édition=2023, Jeunes=None, Parents=None), row("A2", Édition=2024, Jeunes=30)]
    load(empty, write(tmp_path / "a.csv", rows))
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(view_at(BOARD, 2024, "fr"))))
    head, first, last = book.get_sheet_by_name("Éditions").to_python()
    assert (first[0], last[0]) == (2023, 2024)
    assert first[head.index("Variation (%)")] == last[head.index("Variation (%)")] == ""


@pytest.mark.parametrize("case", CASES)
def test_every_slide_has_a_title_read_first_and_a_foot_read_last(case: str, demonstration: Engine) -> None:
    edition, language, restriction = CASES[case]
    made = slides(deck(view_at(BOARD, edition, language, restriction=restriction)))
    assert len(made) >= 5
    for slide in made:
        shapes = list(slide.shapes)
        assert shapes[0] == slide.shapes.title and slide.shapes.title.text.strip()
        assert [shape.placeholder_format.type.name for shape in shapes[-2:]] == ["FOOTER", "SLIDE_NUMBER"]
        foot = shapes[-2].text_frame.text
        assert "version 16" in foot
        assert ("fictives" if language == "fr" else "fictional") in foot
        assert slide.notes_slide.notes_text_frame.text.strip()
        numbers = [shape.shape_id for shape in shapes]
        assert len(set(numbers)) == len(numbers)
        for shape in shapes:
            if shape.has_chart or shape.has_table or shape.shape_type.name == "PICTURE":
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")
            assert shape.left >= 0 and shape.left + shape.width <= Emu(12_192_001)
            assert shape.top >= 0 and shape.top + shape.height <= Emu(6_858_001)
        empty_places = [
            place for place in slide.placeholders if place.has_text_frame and not place.text_frame.text
        ]
        assert empty_places == []


def test_the_charts_of_the_slides_are_native_and_the_map_has_its_table(demonstration: Engine) -> None:
    made = slides(deck(view_at(BOARD, 2024, "fr")))
    assert sum(shape.has_chart for slide in made for shape in slide.shapes) >= 5
    [mapped] = [slide for slide in made if any(shape.shape_type.name == "PICTURE" for shape in slide.shapes)]
    [table] = [shape.table for shape in mapped.shapes if shape.has_table]
    people = [int(re.sub(r"\D", "", line.cells[1].text)) for line in list(table.rows)[1:]]
    assert sum(people) == 35_931


def test_the_scenes_of_the_deck_are_those_asked_for_in_their_order(demonstration: Engine) -> None:
    view = view_at(BOARD, 2024, "fr")
    titles = [slide.shapes.title.text for slide in slides(deck(view, kept=("trend", "reach")))]
    assert len(titles) == 1 + 2 + 2 + 1
    assert titles[1].startswith("L’édition 2024") and titles[2].startswith("38\u00a0910")


def test_the_theme_is_ours(demonstration: Engine) -> None:
    [theme] = parts(deck(view_at(BOARD, 2024, "fr")), r"ppt/theme/theme1\.xml")
    written = etree.tostring(theme).decode()
    assert 'name="Port' in written and "0B6B4B" in written and "Calibri" not in written


def test_expected_people_are_never_worded_as_reached(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "rows.csv", [row(Jeunes=40)]))
    made = slides(deck(view_at(BOARD, 2024, "fr")))
    told = [slide.shapes.title.text for slide in made if "chiffres" not in slide.shapes.title.text]
    assert len(told) >= 3 and not any("rejoint" in title for title in told)


@pytest.fixture(scope="module")
def office() -> str:
    """LibreOffice, which opens slides as people's programs do."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed (Debian: apt install libreoffice-impress)")
    return found


@pytest.mark.parametrize("case", ["the newest edition", "one municipality"])
def test_the_deck_opens_and_each_slide_shows_its_title(
    case: str, office: str, demonstration: Engine, tmp_path: Path
) -> None:
    edition, language, restriction = CASES[case]
    content = deck(view_at(BOARD, edition, language, restriction=restriction))
    (tmp_path / "deck.pptx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "deck.pptx")], check=True, capture_output=True, timeout=180)
    titles = [slide.shapes.title.text for slide in slides(content)]
    with pdfplumber.open(tmp_path / "deck.pdf") as shown:
        pages = [re.sub(r"\s+", "", page.extract_text()) for page in shown.pages]
    assert len(pages) == len(titles)
    for title, page in zip(titles, pages, strict=True):
        assert re.sub(r"\s+", "", title) in page
