"""One number everywhere: the sheets, the slides, the paper, the page and the command say the same figures.

Each is read back out of the file itself. Not here: how the files are made (``test_reports``).
"""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
import pdfplumber
import pytest
import streamlit as st
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as any_of
from pptx import Presentation
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

import dashboard.__main__ as dashboard_line
from dashboard import meetings, overview
from dashboard.meetings import Meeting
from dashboard.paper.brief import brief
from dashboard.reports.deck import deck
from dashboard.reports.origin import origin, view_at, view_of
from dashboard.reports.workbook import workbook
from dashboard.scope import BOARD, DIRECTOR
from dashboard.view import View
from etl import __main__ as etl_line
from etl import database
from etl.load import load
from tests.copies import fresh
from tests.files import row, write

ROOT = Path(__file__).parent.parent
DIMENSIONS = ("audience", "mrc", "sector")
SHEETS = {"audience": "Publics", "mrc": "MRC", "sector": "Milieux"}
CHARTS = {"audience": "public", "mrc": "MRC", "sector": "milieu"}
Figures = dict[str, dict[str, int]]
"""People by the name of an audience, an MRC or a sector, zeros left out; the total has no name."""

counts = any_of.one_of(any_of.none(), any_of.integers(0, 20_000))
rows = any_of.lists(
    any_of.fixed_dictionaries(
        {
            "Édition": any_of.sampled_from([2023, 2024]),
            "Partenaire": any_of.sampled_from(["Organisme fictif A", "Café", "Cégep"]),
            "Milieu": any_of.sampled_from([None, "scolaire", "affaires"]),
            "Municipalité": any_of.sampled_from([None, "Alma", "Roberval", "Saguenay", "En ligne"]),
            "Type d'action": any_of.sampled_from([None, "atelier"]),
            "Jeunes": counts,
            "Parents": counts,
            "Élus": counts,
        }
    ),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate]
)
@given(rows, any_of.booleans())
def test_whatever_is_loaded_everything_says_the_same(
    blank: Path, table: list[dict[str, Any]], is_confirmed: bool
) -> None:
    numbered = [one | {"Numéro d'inscription": str(number)} for number, one in enumerate(table)]
    with fresh(blank) as (engine, folder), read_by_the_pages(folder):
        load(engine, write(folder / "registrations.csv", numbered))
        if is_confirmed:
            told = [
                {"Édition": one["Édition"], "Numéro d'inscription": one["Numéro d'inscription"], "Jeunes": 7}
                for one in numbered
            ]
            load(engine, write(folder / "confirmed.csv", told))
        for edition in sorted({one["Édition"] for one in numbered}):
            view = view_at(BOARD, edition, "fr")
            assert everything(view) == {"the command": command(view)}


@pytest.mark.usefixtures("fresh_caches")
@pytest.mark.parametrize("edition", [2019, 2024])
def test_everything_says_the_same_of_the_demonstration(edition: int, demonstration: Engine) -> None:
    view = view_at(BOARD, edition, "fr")
    assert everything(view) == {"the command": command(view)}


@pytest.mark.usefixtures("fresh_caches")
def test_what_is_made_for_a_meeting_keeps_its_figures_after_more_loads(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "first.csv", [row("A1", Jeunes=1_204), row("A2", Parents=35)]))
    before = command(view_at(BOARD, 2024, "fr"))
    meeting = frozen(empty)
    load(empty, write(tmp_path / "more.csv", [row("A3", Jeunes=9_000)]))
    assert command(view_at(BOARD, 2024, "fr")) != before
    view = view_of(BOARD, meeting, "fr")
    assert everything(view, meeting) == {"the command": before}
    for file in (
        sheets_text(workbook(view, meeting)),
        slides_text(deck(view, meeting)),
        paper_text(brief(view, meeting)),
    ):
        told = file.replace("\u00a0", " ").lower()
        assert meeting.code.lower() in told
        assert origin(view).version.replace("\u00a0", " ") in told


@pytest.mark.usefixtures("fresh_caches")
@pytest.mark.parametrize("form", ["xlsx", "pptx", "pdf"])
def test_the_command_makes_the_file_of_a_meeting(form: str, empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "first.csv", [row("A1", Jeunes=1_204)]))
    code = frozen(empty).code
    load(empty, write(tmp_path / "more.csv", [row("A2", Jeunes=9_000)]))
    out = tmp_path / f"report.{form}"
    told = ran("report", "--seance", code, "--format", form, "--out", str(out), "--json")
    assert json.loads(told)["meeting"] == code
    content = out.read_bytes()
    read = (
        from_paper(content, {})
        if form == "pdf"
        else (from_sheets if form == "xlsx" else from_slides)(content, 2024)
    )
    assert read["total"] == {"": 1_204}


@pytest.mark.usefixtures("fresh_caches")
@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["--edition", "2024"], 1),
        ([], 2),
        (["--seance", "2024-1-AAAA"], 2),
        (["--edition", "2024", "--out", "nowhere/report.xlsx"], 2),
    ],
)
def test_the_command_says_why_it_writes_nothing(
    asked: list[str], code: int, empty: Engine, tmp_path: Path
) -> None:
    out = tmp_path / "report.xlsx"
    result = CliRunner().invoke(dashboard_line.app, ["report", "--format", "xlsx", "--out", str(out), *asked])
    assert result.exit_code == code, result.output
    assert not out.exists() and result.stderr.strip().endswith(".")


def everything(view: View, meeting: Meeting | None = None) -> dict[str, Figures]:
    """Who says what, those who say the same as the command left out: it should be alone."""
    sheets, slides = workbook(view, meeting), deck(view, meeting)
    said = {
        "the command": from_sheets(sheets, view.edition) if meeting else command(view),
        "the sheets": from_sheets(sheets, view.edition),
        "the slides": from_slides(slides, view.edition),
        "the tables of the slides": from_tables(slides, view.edition),
    }
    said["the paper"] = from_paper(brief(view, meeting), said["the command"])
    said["the page"] = from_page(view, meeting, said["the command"])
    first = said["the command"]
    return {who: figures for who, figures in said.items() if who == "the command" or figures != first}


def command(view: View) -> Figures:
    """What ``python -m etl summary`` writes."""
    names = {dimension: view.names_of(dimension) | {"": "Sans MRC"} for dimension in DIMENSIONS}
    told: Figures = {}
    for dimension in DIMENSIONS:
        table = json.loads(etl_said("summary", "--by", dimension, "--edition", str(view.edition)))
        by_name: dict[str, int] = {}
        for one in table:
            name = names[dimension][one[dimension] or ""]
            by_name[name] = by_name.get(name, 0) + (one["reach"] or 0)
        told[dimension] = {name: people for name, people in by_name.items() if people}
    [whole] = json.loads(etl_said("summary", "--edition", str(view.edition)))
    return {"total": {"": whole["reach"] or 0}, **told}


def from_sheets(content: bytes, edition: int) -> Figures:
    """What the workbook holds."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    told: Figures = {}
    for dimension, name in SHEETS.items():
        lines = book.get_sheet_by_name(name).to_python() if name in book.sheet_names else [["", ""]]
        assert lines[0][1] == "Personnes rejointes" or len(lines) == 1
        told[dimension] = {line[0]: int(line[1]) for line in lines[1:] if line[1]}
    lines = book.get_sheet_by_name("Éditions").to_python()
    [whole] = [line[1] for line in lines[1:] if line[0] == edition]
    return {"total": {"": int(whole)}, **told}


def from_slides(content: bytes, edition: int) -> Figures:
    """What the native charts of the deck hold, drawn and in the workbook behind, and its largest figure."""
    told: Figures = {dimension: {} for dimension in DIMENSIONS}
    total = None
    for slide in Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            if not shape.has_chart:
                continue
            chart = shape.chart
            title = chart.chart_title.text_frame.text
            drawn = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
            behind = CalamineWorkbook.from_filelike(
                io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)
            ).get_sheet_by_index(0)
            assert {str(line[0]): line[1] for line in behind.to_python()[1:]} == {
                name: "" if value is None else value for name, value in drawn.items()
            }
            for dimension, word in CHARTS.items():
                if title.endswith(f" par {word}, {edition}"):
                    told[dimension] = {str(name): int(people) for name, people in drawn.items() if people}
                    if dimension == "mrc":
                        total = number(slide.placeholders[1].text_frame.paragraphs[0].text)
    return {"total": {"": total or 0}, **told}


def from_tables(content: bytes, edition: int) -> Figures:
    """What the native tables of the deck say."""
    told: Figures = {dimension: {} for dimension in DIMENSIONS}
    for slide in Presentation(io.BytesIO(content)).slides:
        title = slide.shapes.title.text
        for shape in slide.shapes:
            for dimension, word in CHARTS.items():
                if shape.has_table and title.endswith(f" par {word}, {edition}"):
                    lines = [[cell.text for cell in line.cells] for line in shape.table.rows]
                    told[dimension] |= {line[0]: people for line in lines[1:] if (people := number(line[1]))}
    return {"total": {"": sum(told["mrc"].values())}, **told}


def from_paper(content: bytes, expected: Figures) -> Figures:
    """What the page to print says; of its sectors, the last ones are gathered."""
    with pdfplumber.open(io.BytesIO(content)) as paper:
        [page] = paper.pages
        largest = max(char["size"] for char in page.chars)
        total = number("".join(char["text"] for char in page.chars if char["size"] > largest - 0.5))
        if not page.search("Par public"):
            return expected | {"total": {"": total or 0}, "audience": {}, "mrc": {}}
        heads = [page.search(f"Par {word}")[0] for word in ("public", "MRC", "milieu")]
        ends = [found["top"] for found in page.search("Par (municipalité|édition)|Méthode")]
        bottom = min(end for end in ends if end > heads[0]["bottom"])
        told = {}
        for dimension, head, other in zip(("audience", "mrc"), heads[:2], heads[1:], strict=True):
            box = (head["x0"] - 2, head["bottom"], other["x0"] - 2, bottom)
            lines = page.crop(box).extract_text().replace("\u00a0", " ").splitlines()
            found = [re.fullmatch(r"(\D+?) ([0-9 ]+)", line) for line in lines]
            told[dimension] = {
                one.group(1): people for one in found if one and (people := number(one.group(2)))
            }
    return expected | {"total": {"": total or 0}, **told}


def from_page(view: View, meeting: Meeting | None, expected: Figures) -> Figures:
    """What the first page shows, and the figures behind its charts."""
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=60)
    app.query_params["edition"] = str(view.edition)
    if meeting:
        app.query_params["seance"] = meeting.code
    page = app.run()
    assert not page.exception, page.exception
    shown = number(page.metric[0].value)
    compared = overview.comparison(view, "audience")
    by_audience = {
        one.label: int(one.value) for one in compared.itertuples() if one.value and not pd.isna(one.value)
    }
    return expected | {"total": {"": shown or 0}, "audience": by_audience}


def sheets_text(content: bytes) -> str:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return "\n".join(
        str(cell)
        for name in book.sheet_names
        for line in book.get_sheet_by_name(name).to_python()
        for cell in line
    )


def slides_text(content: bytes) -> str:
    return "\n".join(
        shape.text_frame.text
        for slide in Presentation(io.BytesIO(content)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )


def paper_text(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as paper:
        return "\n".join(page.extract_text() for page in paper.pages)


def number(written: str) -> int | None:
    """« 38 750 » as a number; None for what is none."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", written)
    return int(bare) if re.fullmatch("[0-9]+", bare) else None


def frozen(engine: Engine) -> Meeting:
    view = view_at(DIRECTOR, 2024, "fr")
    with database.writer(engine) as connection:
        return meetings.freeze(connection, view, "Conseil", "directrice@exemple.ca")


def etl_said(*arguments: str) -> str:
    result = CliRunner().invoke(etl_line.app, [*arguments, "--json"])
    assert result.exit_code == 0, result.output
    return result.stdout


def ran(*arguments: str) -> str:
    result = CliRunner().invoke(dashboard_line.app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


@contextmanager
def read_by_the_pages(folder: Path) -> Iterator[None]:
    """The database of a folder is the one that pages and commands open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"sqlite:///{folder / 'portee.sqlite3'}")
        st.cache_resource.clear()
        yield
        st.cache_resource.clear()
