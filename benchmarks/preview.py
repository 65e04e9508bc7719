"""What a dropped workbook would change, from the drop to the preview on the page *Données*."""

import csv
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import registrations_file
from benchmarks.filter_change import chromium
from benchmarks.gesture import SETTLED
from benchmarks.report import Promise, Section, median, number
from tests.files import write_cells
from tests.served_app import ROOT, run_etl, served

ROWS = 1_500
DROPS = 5


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {"DATABASE_URL": f"sqlite:///{folder / 'jps.sqlite3'}"}
        run_etl(environment["DATABASE_URL"], "demo")
        file = workbook(folder)
        with (
            chromium() as browser,
            served(ROOT / "streamlit_app.py", folder / "app.log", environment) as address,
        ):
            drop(browser, address, file)
            seconds = [drop(browser, address, file) for _ in range(DROPS)]
    return Section(
        title="Aperçu d'un classeur déposé",
        method=(
            f"Un classeur de {number(ROWS, 'lignes', 0)} du gabarit, toutes nouvelles, déposé sur *Données* "
            "à côté des données de démonstration : du dépôt au bouton qui le charge, tout ce qu'il "
            f"changerait étant montré. Un profil neuf à chaque fois ; {DROPS} dépôts, après un premier."
        ),
        header=("médiane", "le plus long"),
        rows=[(number(median(seconds), "s", 1), number(max(seconds), "s", 1))],
        promises=[Promise("Du dépôt à l'aperçu, médiane", median(seconds), 2.0, "s")],
    )


def workbook(folder: Path) -> Path:
    """The rows that the load is timed with, as a workbook."""
    text, file = folder / "registrations.csv", folder / "registrations.xlsx"
    registrations_file.write(text, ROWS)
    with text.open(encoding="utf-8", newline="") as rows:
        table = [[int(cell) if cell.isdigit() else cell for cell in row] for row in csv.reader(rows)]
    return write_cells(file, table)


def drop(browser: Browser, address: str, file: Path) -> float:
    """Seconds from the drop until the preview is all there."""
    context = browser.new_context(locale="fr-CA", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/donnees")
    page.wait_for_selector(SETTLED)
    page.wait_for_load_state("networkidle")
    start = time.perf_counter()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Charger ce fichier").wait_for()
    seconds = time.perf_counter() - start
    context.close()
    return seconds
