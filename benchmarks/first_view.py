"""The first view of a page by a browser that has never been there, on a server already warm."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.filter_change import chromium
from benchmarks.gesture import TILES
from benchmarks.report import Promise, Section, median, number
from tests.served_app import ROOT, run_etl, served

VIEWS = 5
CHART = ".js-plotly-plot .main-svg"


@dataclass(frozen=True)
class View:
    figures: float
    charts: float
    megabytes: float


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {"DATABASE_URL": f"sqlite:///{folder / 'jps.sqlite3'}"}
        run_etl(environment["DATABASE_URL"], "demo")
        with (
            chromium() as browser,
            served(ROOT / "streamlit_app.py", folder / "app.log", environment) as address,
        ):
            visit(browser, address)
            views = [visit(browser, address) for _ in range(VIEWS)]
    figures = median([view.figures for view in views])
    charts = median([view.charts for view in views])
    megabytes = max(view.megabytes for view in views)
    return Section(
        title="Première vue",
        method=(
            "*Vue d'ensemble* dans un profil neuf de Chromium, sur un serveur déjà visité ; médiane de "
            f"{VIEWS} visites. Les graphiques sont là quand chaque figure de la page a son dessin."
        ),
        header=("chiffres à l'écran", "graphiques dessinés", "reçu par le réseau"),
        rows=[(number(figures, "s", 1), number(charts, "s", 1), number(megabytes, "Mo", 1))],
        promises=[
            Promise("Chiffres à l'écran", figures, 3, "s"),
            Promise("Graphiques dessinés", charts, 5, "s"),
            Promise("Reçu par le réseau", megabytes, 3, "Mo"),
        ],
    )


def visit(browser: Browser, address: str) -> View:
    """Open the page in a new profile; bytes are counted as they cross the network, compressed."""
    context = browser.new_context(locale="fr-CA", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    received = 0

    def count(event: dict[str, float]) -> None:
        nonlocal received
        received += int(event["encodedDataLength"])

    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", count)
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(TILES)
    figures = time.perf_counter() - start
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_function(
        """chart => {
            const figures = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
            return figures.length > 0 && figures.every(figure => figure.querySelector(chart))
        }""",
        arg=CHART,
    )
    charts = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    context.close()
    return View(figures, charts, received / 1e6)
