"""Every chart of the pages can be kept as a drawing and a picture, with where its figures come from."""

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser
from sqlalchemy import Engine

from dashboard import (
    audiences,
    coverage,
    formats,
    loyalty,
    messages,
    metrics,
    overview,
    partners,
    pictures,
    territories,
    years,
)
from dashboard.drawing.sheet import Kept
from dashboard.reports.origin import view_at
from dashboard.scope import BOARD
from dashboard.view import View
from tests.served_app import ROOT, App

SVG = "{http://www.w3.org/2000/svg}"


def crossed(view: View) -> Kept:
    table = audiences.crossed(view, "mrc")
    rows, columns = list(view.audience_names.values()), audiences.columns_present(view, "mrc", table)
    return pictures.grid(view, "Publics et MRC", table, rows, columns)


def by_place(view: View) -> Kept:
    table = years.places(view, view.snapshot.editions)
    columns = [str(edition) for edition in view.snapshot.editions]
    return pictures.grid(view, "Municipalités", table, list(dict.fromkeys(table["row"])), columns)


def mapped(view: View) -> Kept:
    return pictures.of_map(view, territories.measured(view, "municipality", "rate"), "municipality", "rate")


def mapped_by_mrc(view: View) -> Kept:
    return pictures.of_map(view, territories.measured(view, "mrc", "change"), "mrc", "change", "2023")


def covered(view: View) -> Kept:
    return pictures.states(view, coverage.title(view, 2022), coverage.changed(view, 2022))


def concentration(view: View) -> Kept:
    table = partners.concentration(view)
    return pictures.concentration(view, "Concentration", table, loyalty.half(table))


def with_published(view: View) -> Kept:
    breaks = metrics.series_breaks(view.reach("edition", "audience"))
    published = overview.published_people(view)
    return pictures.trend(view, "Personnes rejointes", view.reach("edition"), published, breaks)


MAKERS: dict[str, tuple[Callable[[View], Kept], str]] = {
    "ranked": (lambda view: pictures.ranked(view, "Publics", overview.comparison(view, "audience")), "22206"),
    "moved": (lambda view: pictures.moved(view, "Ce qui a changé", overview.moved_most(view)), "+4977"),
    "trend": (with_published, "38910"),
    "panels": (lambda view: pictures.panels(view, "Publics", audiences.over_years(view)), "23479"),
    "shares": (lambda view: pictures.shares(view, "Parts", audiences.mix(view)), "57%"),
    "crossed": (crossed, "10925"),
    "places": (by_place, "18593"),
    "pairs": (
        lambda view: pictures.pairs(view, "Prévu", audiences.expected_and_confirmed(view)),
        "14849→14165",
    ),
    "map": (mapped, "Saguenay"),
    "map by mrc": (mapped_by_mrc, "Variationdespersonnesrejointesdepuis2023"),
    "coverage": (covered, "Perdue"),
    "concentration": (concentration, "partenaires:lamoitié"),
}


@pytest.mark.usefixtures("fresh_caches")
@pytest.mark.parametrize("name", MAKERS)
def test_a_kept_chart_says_its_figures_and_where_they_come_from(name: str, demonstration: Engine) -> None:
    make, figure = MAKERS[name]
    kept = make(view_at(BOARD, 2024, "fr"))
    drawing = etree.fromstring(kept.svg())
    words = [re.sub(r"\s", "", text.xpath("string()")) for text in drawing.iter(f"{SVG}text")]
    assert any(figure in word for word in words)
    told = "".join(words)
    assert "Version16desdonnées" in told and "fictives" in told and "Toutelarégion" in told
    assert drawing.find(f"{SVG}title").text == kept.chart.title
    assert {etree.QName(one).localname for one in drawing.iter()} & {"script", "style", "image", "a"} == set()
    picture = kept.png()
    assert picture.startswith(b"\x89PNG") and int.from_bytes(picture[16:20]) == 2400


@pytest.mark.usefixtures("fresh_caches")
def test_a_kept_chart_speaks_the_language_of_its_view(demonstration: Engine) -> None:
    view = view_at(BOARD, 2024, "en")
    with messages.speaking("en"):
        kept = MAKERS["pairs"][0](view)
    assert "Demonstration data, fictional" in kept.svg().decode()
    assert "14,849" in kept.svg().decode()


def test_every_chart_of_the_pages_can_be_kept() -> None:
    calls = [
        call
        for path in [*(ROOT / "pages").glob("*.py"), *(ROOT / "dashboard").glob("*.py")]
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "ui.chart"
    ]
    assert len(calls) >= 12
    left_out = [ast.unparse(call) for call in calls if "kept" not in {one.arg for one in call.keywords}]
    assert left_out == []


def test_a_chart_is_downloaded_as_a_drawing(app: App, chromium: Browser, tmp_path: Path) -> None:
    page = chromium.new_page(locale="fr-CA")
    page.goto(f"{app.url}/vue-densemble?edition=2024")
    panel = page.locator(".st-key-table-trend")
    panel.get_by_text("Voir le tableau").click(timeout=60_000)
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name="Télécharger (SVG)").first.click(timeout=60_000)
    assert waiting.value.suggested_filename == "portee-jps-trend.svg"
    drawing = etree.parse(waiting.value.path())
    summed = json.loads(app.etl("summary", "--by", "edition", "--edition", "2024", "--format", "json"))
    assert formats.number(summed[0]["reach"]) in drawing.xpath("string()")  # other tests load files here
    page.close()
