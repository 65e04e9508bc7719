"""The board's meeting: what an address prepares, the way in, and the big screen in a real browser.

Not here: what a scene says (``test_scenes``), who may look (``test_attacks``).
"""

import gzip
import json
import re
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Request, expect
from sqlalchemy import Engine

from dashboard import meetings, queries
from dashboard.board import calendar, content, entrance, preparation
from dashboard.board.content import Shape
from dashboard.board.entrance import Holder, Tickets
from dashboard.board.preparation import PACES, Preparation
from dashboard.question import Restriction
from dashboard.scope import BOARD, DIRECTOR
from etl import database
from tests.served_app import ROOT, App, free_port, run_etl, served

PEOPLE = 4_321
LARGEST, LEAST_CONTRAST = 44, 7
"""Pixels at 1920 × 1080 of the smallest words that must be read, and their contrast."""
SCREENS = ((1920, 1080), (1280, 720))


# --- The address -----------------------------------------------------------------------------

codes = st.lists(st.from_regex("[a-z0-9:]{1,12}", fullmatch=True), max_size=4, unique=True).map(
    lambda found: tuple(sorted(found))
)
preparations = st.builds(
    Preparation,
    edition=st.none() | st.integers(1, 9999),
    scenes=st.lists(st.from_regex("[a-z_]{1,24}", fullmatch=True), max_size=8, unique=True).map(tuple),
    pace=st.sampled_from(PACES),
    as_of=st.none() | st.integers(1, 999_999_999),
    code=st.none() | st.from_regex("[0-9A-Z-]{1,16}", fullmatch=True),
    restriction=st.builds(Restriction, codes, codes, codes, codes),
    language=st.sampled_from(["fr", "en"]),
)


@given(preparations)
def test_a_preparation_is_the_same_once_its_address_is_read_back(prepared: Preparation) -> None:
    assert preparation.read(dict(parse_qsl(prepared.query()))) == prepared


@given(
    st.dictionaries(
        st.sampled_from(["edition", "scenes", "rythme", "version", "seance", "langue"]), st.text()
    )
)
def test_whatever_is_written_in_the_address_prepares_something(query: dict[str, str]) -> None:
    found = preparation.read(query)
    assert found.pace in PACES and found.language in ("fr", "en")
    assert len(found.scenes) == len(set(found.scenes)) <= preparation.MOST_SCENES


# --- The ticket ------------------------------------------------------------------------------

SOMEONE = Holder("conseil@exemple.ca", "https://exemple.ca 1")


def test_a_ticket_opens_once() -> None:
    tickets = Tickets()
    ticket = tickets.make(SOMEONE)
    assert (tickets.use(ticket), tickets.use(ticket), tickets.use("another")) == (SOMEONE, None, None)


def test_a_ticket_ends_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    tickets = Tickets()
    early, late = tickets.make(SOMEONE), tickets.make(SOMEONE)
    now = time.monotonic()
    monkeypatch.setattr(entrance.time, "monotonic", lambda: now + entrance.TICKET_SECONDS - 1)
    assert tickets.use(early) == SOMEONE
    monkeypatch.setattr(entrance.time, "monotonic", lambda: now + entrance.TICKET_SECONDS + 1)
    assert tickets.use(late) is None


# --- What a screen receives --------------------------------------------------------------------


def received(prepared: Preparation, shape: Shape = "wide") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        gzip.decompress(content.made(content.asked(prepared, shape, BOARD, None)))
    )
    return found


@pytest.mark.usefixtures("fresh_caches")
def test_the_code_of_a_meeting_shows_its_figures_whatever_is_loaded_since(
    demonstration: Engine, database_url: str, tmp_path: Path
) -> None:
    snapshot = queries.snapshot(DIRECTOR)
    with database.writer(demonstration) as connection:
        view = content.view(snapshot, Preparation(edition=2025), DIRECTOR)
        code = meetings.freeze(connection, view, "", "directrice@exemple.ca").code
    said = received(Preparation(edition=2025))
    load(App("", database_url), tmp_path, "SEANCE-1", edition=2025)
    frozen, live = received(Preparation(code=code)), received(Preparation(edition=2025))
    assert frozen["past"] == f"Séance {code}" and live["past"] is None
    assert [one["figure"] for one in frozen["scenes"]] == [one["figure"] for one in said["scenes"]]
    assert frozen["scenes"][0]["value"] + PEOPLE == live["scenes"][0]["value"]
    assert "20" in received(Preparation(code=code.lower()))["context"]


@pytest.mark.usefixtures("fresh_caches")
def test_a_code_with_a_slip_shows_no_figure_at_all(demonstration: Engine) -> None:
    found = received(Preparation(code="2025-1-XXXX"))
    assert found["scenes"] == [] and "2025-1-XXXX" in found["empty"]


@pytest.mark.usefixtures("fresh_caches")
def test_with_no_data_the_screen_says_what_to_do(empty: Engine) -> None:
    found = received(Preparation())
    assert found["scenes"] == [] and "Données" in found["empty"]


@pytest.mark.usefixtures("fresh_caches")
def test_an_edition_or_a_code_that_nothing_bears_is_as_if_it_were_not_asked(demonstration: Engine) -> None:
    asked = Preparation(edition=1800, scenes=("nothing",), restriction=Restriction(("nowhere",)))
    found, whole = received(asked, "narrow"), received(Preparation(), "narrow")
    assert found["context"] == whole["context"] and len(found["scenes"]) == len(whole["scenes"])


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2024, 2, 1), "La semaine s’ouvre dans 11 jours"),
        (date(2024, 2, 11), "La semaine s’ouvre demain"),
        (date(2024, 2, 12), "Jour 1 sur 5 de la semaine"),
        (date(2024, 2, 16), "Jour 5 sur 5 de la semaine"),
        (date(2024, 2, 17), "Du 12 au 16 février 2024"),
    ],
)
def test_a_screen_says_where_the_edition_is_in_time(today: date, told: str) -> None:
    assert calendar.moment(date(2024, 2, 12), date(2024, 2, 16), today) == told


def test_an_edition_without_dates_says_nothing_of_them() -> None:
    assert calendar.moment(None, None, date(2024, 2, 1)) is None


# --- The screen ------------------------------------------------------------------------------


@dataclass
class Board:
    """A served application of its own, that can stop and come back at the same address."""

    app: App
    log: Path
    stack: ExitStack
    port: int

    def start(self) -> None:
        self.stack.enter_context(
            served(
                ROOT / "streamlit_app.py",
                self.log,
                {"DATABASE_URL": self.app.database},
                port=self.port,
            )
        )

    def stop(self) -> None:
        self.stack.close()


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    folder = tmp_path_factory.mktemp("board")
    database = f"sqlite:///{folder / 'jps.sqlite3'}"
    run_etl(database, "demo")
    port = free_port()
    with ExitStack() as stack:
        served_here = Board(App(f"http://localhost:{port}", database), folder / "server.log", stack, port)
        served_here.start()
        yield served_here


@pytest.fixture
def screen(board: Board, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="fr-CA", viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    open_screen(page, board)
    yield page
    context.close()


def open_screen(page: Page, board: Board, query: str = "") -> None:
    page.goto(f"{board.app.url}/ecran{query}")
    page.locator("#chart svg").wait_for(timeout=30_000)


def load(app: App, folder: Path, number: str, edition: int = 2026) -> None:
    """Load a registration, as somebody would on another machine."""
    file = folder / f"{number}.csv"
    file.write_text(
        "Édition,Numéro d'inscription,Partenaire,Milieu,Municipalité,Type d'action,Titre,Jeunes\n"
        f"{edition},{number},Organisme fictif de l'essai,scolaire,Saguenay,activité,Essai,{PEOPLE}\n",
        encoding="utf-8",
    )
    app.etl("load", str(file))


def figure(page: Page) -> int:
    return int(re.sub(r"\D", "", page.locator("#figure").inner_text()))


def written(people: int) -> str:
    return f"{people:,}".replace(",", "\u00a0")


def scene(page: Page) -> str:
    return str(page.locator("body").get_attribute("data-scene"))


def test_a_director_opens_the_screen_from_its_page(board: Board, chromium: Browser) -> None:
    context = chromium.new_context(locale="fr-CA", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{board.app.url}/conseil?edition=2024&scenes=trend,reach&rythme=30")
    present = page.get_by_role("link", name="Présenter")
    present.wait_for(timeout=30_000)
    with context.expect_page() as waiting:
        present.click()
    opened = waiting.value
    opened.locator("#chart svg").wait_for(timeout=30_000)
    parts = urlsplit(opened.url)
    assert parts.path == "/ecran"
    assert dict(parse_qsl(parts.query)) == {"edition": "2024", "scenes": "trend,reach", "rythme": "30"}
    assert scene(opened) == "trend"
    assert opened.locator("#dots li").count() == 2
    assert "Édition 2024" in opened.locator("#context").inner_text()
    context.close()


def test_the_page_gives_the_link_of_what_is_prepared(board: Board, chromium: Browser) -> None:
    page = chromium.new_context(locale="fr-CA", viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{board.app.url}/conseil?edition=2024")
    link = page.get_by_test_id("stCode")
    page.get_by_role("button", name="Descendre").first.click()
    expect(link).to_contain_text("scenes=audiences,reach,", timeout=30_000)
    page.get_by_role("radio", name="toutes les 30 s").click()
    expect(link).to_contain_text("rythme=30", timeout=30_000)
    address = link.inner_text().strip()
    assert "edition=2024" in address and "scenes=audiences,reach," in address
    page.goto(board.app.url + address[address.index("/conseil") :])
    expect(page.get_by_test_id("stCode")).to_have_text(address, timeout=30_000)
    page.context.close()


def test_the_keyboard_goes_through_the_scenes(screen: Page) -> None:
    names = [scene(screen)]
    for _ in range(screen.locator("#dots li").count() - 1):
        screen.keyboard.press("ArrowRight")
        names.append(scene(screen))
    assert len(set(names)) == len(names) >= 6
    screen.keyboard.press(" ")
    assert scene(screen) == names[0]
    screen.keyboard.press("ArrowLeft")
    assert scene(screen) == names[-1]
    screen.locator("#scene").click()
    assert scene(screen) == names[0]


def test_notes_and_help_are_behind_their_keys(screen: Page) -> None:
    assert not screen.locator("#note").is_visible() and not screen.locator("#help").is_visible()
    screen.keyboard.press("n")
    expect(screen.locator("#note")).to_contain_text("Méthode")
    screen.keyboard.press("Escape")
    expect(screen.locator("#note")).to_be_hidden()
    screen.keyboard.press("?")
    expect(screen.locator("#help")).to_contain_text("Figer les chiffres")
    screen.keyboard.press("Escape")
    expect(screen.locator("#help")).to_be_hidden()
    screen.keyboard.press("Escape")
    screen.wait_for_url(re.compile("/conseil"))


def test_a_scene_gives_way_to_the_next_at_the_pace_that_was_chosen(board: Board, chromium: Browser) -> None:
    page = chromium.new_context(locale="fr-CA").new_page()
    page.clock.install()
    open_screen(page, board, "?scenes=reach,map&rythme=15")
    assert scene(page) == "reach"
    page.clock.run_for(16_000)
    expect(page.locator("body")).to_have_attribute("data-scene", "map")
    page.keyboard.press("p")
    page.clock.run_for(60_000)
    assert scene(page) == "map"
    page.context.close()


def test_a_load_made_elsewhere_shows_without_anyone_touching_anything(
    board: Board, screen: Page, tmp_path: Path
) -> None:
    screen.keyboard.press("ArrowRight")
    screen.keyboard.press("ArrowLeft")
    screen.keyboard.press("ArrowRight")
    before, shown = figure(screen), scene(screen)
    screen.evaluate("() => { window.stayed = true }")
    load(board.app, tmp_path, "ECRAN-1")
    expect(screen.locator("#figure")).to_have_text(written(before + PEOPLE), timeout=10_000)
    assert re.fullmatch(r"mis à jour à \d\d\u00a0h\u00a0\d\d", screen.locator("#mark").inner_text())
    assert screen.evaluate("() => window.stayed") and scene(screen) == shown
    assert "mis à jour" in screen.locator("#told").inner_text()


def test_a_frozen_screen_keeps_its_figures_and_says_so(board: Board, screen: Page, tmp_path: Path) -> None:
    before = figure(screen)
    screen.keyboard.press("g")
    expect(screen.locator("#mark")).to_have_text("figé")
    load(board.app, tmp_path, "ECRAN-2")
    expect(screen.locator("#mark")).to_have_text("figé; de nouvelles données attendent", timeout=10_000)
    screen.keyboard.press("ArrowRight")
    screen.keyboard.press("ArrowLeft")
    assert figure(screen) == before
    screen.keyboard.press("g")
    expect(screen.locator("#figure")).to_have_text(written(before + PEOPLE), timeout=10_000)


def test_a_screen_of_an_earlier_version_shows_its_figures_whatever_is_loaded(
    board: Board, screen: Page, chromium: Browser, tmp_path: Path
) -> None:
    before = figure(screen)
    version = re.search(r"version (\d+)", screen.locator("#note p").text_content() or "")
    assert version
    load(board.app, tmp_path, "ECRAN-3")
    expect(screen.locator("#figure")).to_have_text(written(before + PEOPLE), timeout=10_000)
    past = chromium.new_context(locale="fr-CA").new_page()
    open_screen(past, board, f"?version={version[1]}")
    assert figure(past) == before
    assert past.locator("#mark").inner_text() == f"Version {version[1]}, figée"
    past.context.close()


def test_nothing_scrolls_and_all_is_read_from_afar(board: Board, chromium: Browser) -> None:
    for width, height in SCREENS:
        page = chromium.new_context(locale="fr-CA", viewport={"width": width, "height": height}).new_page()
        open_screen(page, board)
        page.evaluate("() => document.fonts.ready")
        for theme in ("light", "dark"):
            for _ in range(page.locator("#dots li").count()):
                name = f"{scene(page)}, {theme}, {height}"
                assert page.evaluate(OVERFLOWS) == [], name
                small = [
                    word
                    for word in page.evaluate(WORDS)
                    if word["size"] * 1080 / height < LARGEST - 0.1 or word["contrast"] < LEAST_CONTRAST
                ]
                assert small == [], name
                page.keyboard.press("ArrowRight")
            page.keyboard.press("t")
        page.context.close()


OVERFLOWS = """() => {
  const root = document.documentElement
  const found = [...document.querySelectorAll('header p, main p, main h1, footer p, #chart svg text')]
    .filter(element => element.textContent && element.getClientRects().length)
    .filter(element => {
      const box = element.getBoundingClientRect()
      return box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1
        || (element.clientWidth && element.scrollWidth > element.clientWidth + 1)
    }).map(element => element.textContent)
  return root.scrollHeight > innerHeight || root.scrollWidth > innerWidth ? ['the page', ...found] : found
}"""
"""What leaves the screen; in a page that fits, nothing does."""

WORDS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const light = colour => {
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255)
    const [r, g, b] = parts.map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b
  }
  const paper = light(getComputedStyle(document.body).backgroundColor)
  const texts = [...document.querySelectorAll('header p:not(#mark), main p, main h1, footer p, #chart text')]
  return texts.filter(element => element.textContent && element.getClientRects().length).map(element => {
    const style = getComputedStyle(element)
    const isDrawn = element instanceof SVGElement
    const ink = light(isDrawn ? style.fill : style.color)
    const scale = isDrawn ? element.getScreenCTM().a : 1
    return {
      words: element.textContent,
      size: parseFloat(style.fontSize) * scale,
      contrast: (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05),
    }
  })
}"""
"""Each text that must be read, the size of its letters on the screen and their contrast with the paper."""


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (820, 1180), (390, 844)])
def test_the_screen_has_no_serious_obstacle_to_access_and_asks_nothing_of_another_host(
    board: Board, chromium: Browser, width: int, height: int
) -> None:
    page = chromium.new_context(locale="fr-CA", viewport={"width": width, "height": height}).new_page()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    open_screen(page, board)
    page.keyboard.press("n")
    hosts = {urlsplit(request.url).netloc for request in asked if not request.url.startswith("data:")}
    assert hosts == {urlsplit(board.app.url).netloc}
    assert serious_obstacles(page) == {}
    page.keyboard.press("?")
    assert serious_obstacles(page) == {}
    assert refused == []
    assert page.locator("html").get_attribute("lang") == "fr-CA"
    assert page.title().endswith("Portée JPS") and "Données de démonstration, fictives" in page.inner_text(
        "header"
    )
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def serious_obstacles(page: Page) -> dict[str, Any]:
    return {
        violation["id"]: [node["html"][:200] for node in violation["nodes"]]
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
    }


def test_in_english_the_screen_says_everything_in_english(board: Board, chromium: Browser) -> None:
    page = chromium.new_context(locale="en-CA", viewport={"width": 1920, "height": 1080}).new_page()
    open_screen(page, board, "?langue=en")
    assert page.locator("html").get_attribute("lang") == "en-CA"
    assert "2026 edition" in page.locator("#context").inner_text()
    assert "," in page.locator("#figure").inner_text()
    page.context.close()


def test_when_the_server_goes_the_figures_stay_and_when_it_is_back_all_follows(
    board: Board, screen: Page, tmp_path: Path
) -> None:
    before = screen.locator("#figure").inner_text()
    board.stop()
    expect(screen.locator("#mark")).to_have_text("connexion perdue, derniers chiffres reçus", timeout=15_000)
    assert screen.locator("#figure").inner_text() == before and screen.locator("#chart svg").count() == 1
    load(board.app, tmp_path, "ECRAN-4")
    board.start()
    people = int(re.sub(r"\D", "", before)) + PEOPLE
    expect(screen.locator("#figure")).to_have_text(written(people), timeout=30_000)
    expect(screen.locator("#mark")).not_to_have_text(re.compile("perdue"))
