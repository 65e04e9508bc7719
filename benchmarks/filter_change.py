"""A change of edition on each page of figures in a real browser, against a stock page with one widget."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.gesture import FINDING, TILES, Timing, go_back_and_forth, open_page
from benchmarks.report import Promise, Section, median, number, percentile95
from tests.served_app import ROOT, run_etl, served

EDITIONS = 4
BLOCK = 6  # down four editions and up again
BLOCKS = 2
FLOOR = "page vide, une liste, Streamlit d'origine"
LOADED = f"{FLOOR}, pandas et Plotly importés"
PAGES = {
    "Vue d'ensemble": ("/", TILES),
    "Publics": ("/publics", FINDING),
    "Municipalités": ("/municipalites", FINDING),
    "À rejoindre": ("/a-rejoindre", FINDING),
    "Années": ("/annees", FINDING),
    "Semaine": ("/semaine", FINDING),
    "Partenaires": ("/partenaires", TILES),
    "Qualité": ("/qualite", FINDING),
}
ABOUT_EVERY_EDITION = {"Années"}
"""Pages whose first figures are of all editions: none changes with the one chosen."""
STOCK = ("--browser.gatherUsageStats=false", "--browser.serverAddress=localhost")


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = f"sqlite:///{folder / 'jps.sqlite3'}"
        run_etl(database, "demo")
        first, timings = time_pages(folder, database)
    floor = median([timing.text for timing in timings[LOADED]])
    bare = median([timing.text for timing in timings[FLOOR]])
    rows = [described(page, found) for page, found in timings.items()]
    rows += [described(f"{page}, première fois", found) for page, found in first.items() if page in PAGES]
    promises: list[Promise] = []
    for page in PAGES:
        text = [timing.text for timing in timings[page]]
        settled = [timing.settled for timing in timings[page]]
        if page not in ABOUT_EVERY_EDITION:
            promises.append(Promise(f"{page} : chiffres à l'écran, médiane", median(text) / floor, 1.0, "×"))
        promises += [
            Promise(f"{page} : tout est posé, médiane", median(settled) / floor, 2.5, "×"),
            Promise(f"{page} : tout est posé, p95", percentile95(settled), 600, "ms"),
        ]
    return Section(
        title="Changer d'édition",
        method=(
            "Le même geste au clavier dans Chromium, de l'appui sur Entrée au premier chiffre changé "
            "(celui de la phrase, là où la page n'a pas de grands chiffres), puis au dernier changement "
            "visible. La référence est une page d'une seule liste dans un Streamlit sans configuration, qui "
            "importe pandas et Plotly comme le fait tout tableau de bord : après chaque geste, Streamlit "
            "parcourt tout ce qui est chargé. "
            "Sans ces importations, elle prend "
            f"{number(bare / floor, '×')} ce temps. {BLOCK * BLOCKS} gestes par page, en blocs alternés, "
            "après un premier tour."
        ),
        header=("page", "chiffres, médiane", "p95", "posé, médiane", "p95"),
        rows=rows,
        promises=promises,
    )


def time_pages(folder: Path, database: str) -> tuple[dict[str, list[Timing]], dict[str, list[Timing]]]:
    """First passages and the ones after, by page; the pages take turns to share the machine's moods."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        stock = stock_page(folder)
        floor = stack.enter_context(served(stock, folder / "floor.log", {}, *STOCK))
        loaded = stack.enter_context(served(stock, folder / "loaded.log", {"LOADED": "1"}, *STOCK))
        app = stack.enter_context(
            served(ROOT / "streamlit_app.py", folder / "app.log", {"DATABASE_URL": database})
        )
        pages = {FLOOR: open_page(browser, floor), LOADED: open_page(browser, loaded)}
        pages |= {title: open_page(browser, app + path, figure) for title, (path, figure) in PAGES.items()}
        first = {title: go_back_and_forth(subject, EDITIONS, BLOCK) for title, subject in pages.items()}
        timings: dict[str, list[Timing]] = {title: [] for title in pages}
        for _ in range(BLOCKS):
            for title, subject in pages.items():
                subject.page.bring_to_front()
                timings[title] += go_back_and_forth(subject, EDITIONS, BLOCK)
    return {title: found[: EDITIONS - 1] for title, found in first.items()}, timings


def stock_page(folder: Path) -> Path:
    """A copy of the floor's page away from our settings."""
    target = folder / "stock" / "floor_page.py"
    target.parent.mkdir()
    shutil.copy(Path(__file__).parent / target.name, target)
    return target


@contextmanager
def chromium() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        raise RuntimeError("Chromium is needed (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


def described(page: str, timings: list[Timing]) -> tuple[str, ...]:
    text = [timing.text for timing in timings]
    settled = [timing.settled for timing in timings]
    figures = (median(text), percentile95(text), median(settled), percentile95(settled))
    return (page, *(number(value, "ms", 0) for value in figures))
