"""A change of edition on *Ma contribution* among a hundred thousand partners, and the links to it."""

import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser
from sqlalchemy import Connection, func, select

from benchmarks import registrations_file
from benchmarks.filter_change import BLOCK, BLOCKS, STOCK, chromium, described, stock_page
from benchmarks.gesture import Subject, Timing, go_back_and_forth, open_page, wait_until_quiet
from benchmarks.report import Promise, Section, median, number, percentile95
from dashboard import links
from etl import database
from etl.schema import Registration
from tests.served_app import ROOT, run_etl, served

PARTNERS, REGISTRATIONS = 100_000, 400_000
LINKS = 5_000
EDITION = 2026
CHOICES = 4
PAGE, FLOOR = "Ma contribution", "page vide, une liste, Streamlit d'origine, pandas et Plotly importés"


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address, links_seconds, link = filled(folder)
        timings = time_page(folder, address, link)
    text = [timing.text for timing in timings[PAGE]]
    settled = [timing.settled for timing in timings[PAGE]]
    floor = median([timing.text for timing in timings[FLOOR]])
    return Section(
        title="Ma contribution, parmi cent mille partenaires",
        method=(
            f"{number(REGISTRATIONS, 'inscriptions', 0)} de {number(PARTNERS, 'partenaires', 0)}. Un "
            "partenaire présent à plusieurs éditions entre par son lien et change d'édition, le même geste "
            f"que plus haut contre la même référence ; {BLOCK * BLOCKS} gestes, en blocs alternés, après un "
            "premier tour. "
            f"Puis {number(LINKS, 'liens', 0)} faits d'un coup."
        ),
        header=("page", "chiffres, médiane", "p95", "posé, médiane", "p95"),
        rows=[described(page, found) for page, found in timings.items()],
        promises=[
            Promise("Chiffres à l'écran, médiane", median(text) / floor, 1.0, "×"),
            Promise("Tout est posé, médiane", median(settled) / floor, 2.5, "×"),
            Promise("Tout est posé, p95", percentile95(settled), 600, "ms"),
            Promise(f"{number(LINKS, 'liens', 0)}", links_seconds, 10.0, "s"),
        ],
    )


def filled(folder: Path) -> tuple[str, float, str]:
    """A database of that many partners, the seconds that links took, and the link of a faithful one."""
    file = folder / "registrations.csv"
    registrations_file.write(file, REGISTRATIONS, PARTNERS)
    address = f"sqlite:///{folder / 'jps.sqlite3'}"
    run_etl(address, "load", str(file), "--json")
    engine = database.engine(address)
    with database.writer(engine) as connection:
        wanted = faithful(connection)
        began = time.perf_counter()
        made = links.make(connection, EDITION, wanted, links.end_of(date.max.replace(year=2100)), "bench")
        seconds = time.perf_counter() - began
    engine.dispose()
    return address, seconds, links.addressed(made, "")[0][1]


def faithful(connection: Connection) -> Sequence[int]:
    """Partners of the edition, those of most editions first."""
    here = select(Registration.partner_id).where(Registration.edition == EDITION)
    statement = (
        select(Registration.partner_id)
        .where(Registration.partner_id.in_(here))
        .group_by(Registration.partner_id)
        .order_by(func.count(Registration.edition.distinct()).desc(), Registration.partner_id)
        .limit(LINKS)
    )
    return connection.scalars(statement).all()


def time_page(folder: Path, address: str, link: str) -> dict[str, list[Timing]]:
    """The page and the floor take turns, after a first round of each."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        stock = stock_page(folder)
        floor = stack.enter_context(served(stock, folder / "floor.log", {"LOADED": "1"}, *STOCK))
        app = stack.enter_context(
            served(ROOT / "streamlit_app.py", folder / "app.log", {"DATABASE_URL": address})
        )
        pages = {FLOOR: open_page(browser, floor), PAGE: come_in(browser, app, link)}
        timings: dict[str, list[Timing]] = {title: [] for title in pages}
        for block in range(BLOCKS + 1):
            for title, subject in pages.items():
                subject.page.bring_to_front()
                found = go_back_and_forth(subject, CHOICES, BLOCK)
                timings[title] += found if block else []
    return timings


def come_in(browser: Browser, app: str, link: str) -> Subject:
    """Open the page as the partner does: by the link, then *Continuer*."""
    page = browser.new_context(locale="fr-CA", viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(60_000)
    page.goto(app + link)
    page.get_by_role("button", name="Continuer").click()
    return wait_until_quiet(page)
