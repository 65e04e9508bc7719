"""What only a real browser can tell: the requests that leave, the language, access, and one whole path.

Not here: what a page shows (``test_pages``), how fast (``benchmarks``).
"""

import re
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from tests.served_app import App

PATHS = (
    "/",
    "/publics",
    "/municipalites",
    "/a-rejoindre",
    "/annees",
    "/ma-contribution",
    "/donnees",
    "/acces",
)
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
TILES = '[data-testid="stMetricValue"]'
FIGURES = f'{TILES}, [data-testid="stHeading"] h2'
STILL = """() => Promise.allSettled(document.getAnimations()
    .filter(one => one.effect.getComputedTiming().endTime < 10_000).map(one => one.finished))"""
PEOPLE = 123_456
STREAMLITS_OWN = {"presentation-role-conflict"}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="fr-CA", viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def visit(page: Page, address: str) -> None:
    """Open a page and wait for its last element: the version of the data it shows."""
    page.goto(address)
    wait_for_the_foot(page)


def wait_for_the_foot(page: Page) -> None:
    page.wait_for_selector(SETTLED, timeout=30_000)
    page.get_by_text(re.compile("version .*des données", re.IGNORECASE)).last.wait_for(timeout=30_000)
    page.wait_for_selector(SETTLED, timeout=30_000)
    page.wait_for_load_state("networkidle")


def figures(page: Page) -> list[str]:
    """The page's finding, then its headline figures, once a figure is drawn."""
    page.locator(TILES).first.wait_for()
    return page.locator(FIGURES).all_inner_texts()


def same_figures(copy: Page, original: list[str]) -> None:
    """Wait for the copy to show them: Streamlit fetches what draws a figure after the page is there."""
    expect(copy.locator(FIGURES)).to_have_text(original, timeout=15_000, use_inner_text=True)


def headline(page: Page) -> str:
    """The first tile: people reached."""
    tile = page.get_by_test_id("stMetric").filter(has_text="Personnes rejointes").locator(TILES)
    return tile.inner_text()


def number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


@dataclass(frozen=True)
class Visit:
    """What one look at a page left behind."""

    sent: str
    hosts: frozenset[str]
    language: str | None
    title: str
    words: str
    errors: int
    toolbar_buttons: int
    obstacles: dict[str, list[str]]


@pytest.fixture(scope="session", params=["light", "dark"])
def visits(request: pytest.FixtureRequest, app: App, chromium: Browser) -> dict[str, Visit]:
    """Each page, looked at once in each colour scheme."""
    context = chromium.new_context(
        locale="fr-CA", color_scheme=request.param, viewport={"width": 1440, "height": 900}
    )
    try:
        return {path: look_at(context.new_page(), app.url + path) for path in PATHS}
    finally:
        context.close()


def look_at(page: Page, address: str) -> Visit:
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    visit(page, address)
    asked = [urlsplit(request.url) for request in requests]
    found = Visit(
        sent=urllib.request.urlopen(address).read().decode(),
        hosts=frozenset(parts.netloc for parts in asked if parts.scheme not in ("data", "blob")),
        language=page.locator("html").get_attribute("lang"),
        title=page.title(),
        words=page.locator('[data-testid="stMain"]').inner_text(),
        errors=page.locator('[data-testid="stException"]').count(),
        toolbar_buttons=page.locator(".modebar-btn").count(),
        obstacles=serious_obstacles(page),
    )
    page.close()
    return found


def serious_obstacles(page: Page) -> dict[str, list[str]]:
    """What axe-core finds once nothing moves: a button that takes its colour is too pale meanwhile."""
    page.evaluate(STILL)
    return {
        violation["id"]: [node["html"][:200] for node in violation["nodes"]]
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical") and violation["id"] not in STREAMLITS_OWN
    }


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_nothing_of_any_other_host(app: App, visits: dict[str, Visit], path: str) -> None:
    assert visits[path].hosts == {urlsplit(app.url).netloc}


@pytest.mark.parametrize("path", PATHS)
def test_a_page_declares_its_language_and_has_a_title_of_its_own(visits: dict[str, Visit], path: str) -> None:
    assert '<html lang="fr-CA"' in visits[path].sent
    assert visits[path].language == "fr-CA"
    assert visits[path].title not in ("", "Streamlit", "streamlit_app")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_serious_obstacle_to_access(visits: dict[str, Visit], path: str) -> None:
    assert visits[path].obstacles == {}


@pytest.mark.parametrize("path", PATHS)
def test_a_page_shows_no_error_and_no_english_default(visits: dict[str, Visit], path: str) -> None:
    assert visits[path].errors == 0
    assert visits[path].toolbar_buttons == 0


@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_that_its_data_is_fictional(visits: dict[str, Visit], path: str) -> None:
    assert "Données de démonstration, fictives" in visits[path].words


def test_an_address_opens_the_same_figures_in_another_window(app: App, page: Page, chromium: Browser) -> None:
    visit(page, app.url + "/?edition=2023")
    elsewhere = chromium.new_context(locale="fr-CA")
    try:
        copy = elsewhere.new_page()
        visit(copy, page.url)
        assert "edition=2023" in copy.url
        same_figures(copy, figures(page))
    finally:
        elsewhere.close()


def test_the_filters_of_an_address_follow_from_page_to_page(app: App, page: Page) -> None:
    """The first change of page is the one that Streamlit drops them at."""
    visit(page, app.url + "/publics?edition=2023&public=Parents")
    for name in ("Municipalités", "Années", "Vue d’ensemble"):
        page.get_by_role("link", name=name, exact=True).first.click()
        expect(page.locator("h1")).to_have_text(name)
        expect(page.get_by_text("Filtres\u00a0: Parents", exact=True)).to_be_visible()
        expect(page).to_have_url(re.compile(r"\?edition=2023&public=Parents$"))


def test_the_way_back_shows_the_figures_of_its_address(app: App, page: Page) -> None:
    visit(page, app.url + "/publics?edition=2023&public=Parents")
    page.get_by_role("link", name="Municipalités", exact=True).first.click()
    expect(page.get_by_text("Filtres\u00a0: Parents", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/municipalites\?edition=2023&public=Parents$"))
    for _ in range(page.evaluate("history.length")):
        page.go_back()
        wait_for_the_foot(page)
        if "/publics?" in page.url:
            break
    expect(page.locator("h1")).to_have_text("Publics")
    expect(page.get_by_text("Filtres\u00a0: Parents", exact=True)).to_be_visible()
    expect(page.locator('[data-testid="stHeading"] h2').first).to_contain_text("2023")
    expect(page).to_have_url(re.compile(r"/publics\?edition=2023&public=Parents$"))


def test_a_loaded_file_changes_the_figures_of_its_edition(app: App, page: Page, tmp_path: Path) -> None:
    visit(page, app.url + "/?edition=2024")
    before = headline(page)
    file = tmp_path / "inscriptions.csv"
    file.write_text(
        "Édition,Numéro d'inscription,Partenaire,Milieu,Municipalité,Type d'action,Titre,Jeunes\n"
        f"2024,ESSAI-1,Organisme fictif de l'essai,scolaire,Saguenay,activité,Essai,{PEOPLE}\n",
        encoding="utf-8",
    )
    app.etl("load", str(file))
    page.reload()
    wait_for_the_foot(page)
    after = headline(page)
    assert number(after) == number(before) + PEOPLE


def test_a_dropped_file_is_previewed_then_loaded_and_its_waiting_row_corrected(
    app: App, page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(
        "Liste fictive;;;;\n;;;;\nNo;Nom de l'organisme;Ville;Date;Nb de jeunes rejoints\n"
        "NAV-1;Organisme fictif 901;Chicoutimi;14 février;environ 300\n"
        "NAV-2;Organisme fictif 902;Atlantide;toute la semaine;20\n"
        "Total;;;;320\n",
        encoding="cp1252",
    )
    visit(page, app.url + "/donnees")
    page.locator("input[type=file]").set_input_files(file)
    page.locator("input[type=number]").fill("2023")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Lignes qui attendraient")).to_be_visible(timeout=30_000)
    wait_for_the_foot(page)
    expect(page.locator(TILES)).to_have_text(["1", "0", "0", "1", "3"], timeout=30_000)
    page.get_by_role("button", name="Charger ce fichier").click()
    expect(page.get_by_text("1 ajoutées")).to_be_visible(timeout=30_000)
    page.get_by_text("Lignes en attente", exact=True).click()
    expect(page.get_by_role("heading", name="Une ligne à corriger")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Écarter ces lignes").click()
    expect(page.get_by_text("Aucune ligne n’attend.")).to_be_visible(timeout=30_000)


def test_a_click_on_a_municipality_opens_its_panel_and_its_address(
    app: App, page: Page, chromium: Browser
) -> None:
    visit(page, app.url + "/municipalites?edition=2024")
    assert page.locator(TILES).count() == 0
    page.wait_for_selector("path.choroplethlocation", timeout=30_000)
    page.wait_for_timeout(500)  # the map goes on moving its layers after it first draws them
    click_the_largest_shape(page)
    page.wait_for_function("() => location.search.includes('lieu=')", timeout=15_000)
    wait_for_the_foot(page)
    opened = figures(page)
    elsewhere = chromium.new_context(locale="fr-CA")
    try:
        copy = elsewhere.new_page()
        visit(copy, page.url)
        same_figures(copy, opened)
    finally:
        elsewhere.close()


def click_the_largest_shape(page: Page) -> None:
    """Click inside the widest municipality that holds the centre of its box."""
    spot = page.evaluate(
        """() => {
            const shapes = [...document.querySelectorAll('path.choroplethlocation')]
            const boxes = shapes.map(shape => [shape, shape.getBoundingClientRect()])
            boxes.sort((a, b) => b[1].width * b[1].height - a[1].width * a[1].height)
            boxes[0][0].scrollIntoView({block: 'center'})
            for (const [shape] of boxes) {
                const box = shape.getBoundingClientRect()
                const x = box.x + box.width / 2, y = box.y + box.height / 2
                const inside = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse())
                if (shape.isPointInFill(inside) && y > 80 && y < innerHeight) return {x, y}
            }
            return null
        }"""
    )
    assert spot is not None, "no shape of the map can be reached"
    page.mouse.move(spot["x"], spot["y"])
    page.wait_for_timeout(300)
    page.mouse.click(spot["x"], spot["y"])
