"""*JPS en bref*, from the database to the PDF, against a blank page by the same typesetter."""

import logging
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import streamlit as st

from benchmarks.report import Promise, Section, median, number
from dashboard import queries
from dashboard.drawing import picture
from dashboard.paper.brief import brief
from dashboard.paper.files import LANGUAGES
from dashboard.question import Filters, Restriction
from dashboard.scope import BOARD
from dashboard.view import View
from tests.served_app import run_etl

ROUNDS = 3
BLANK = b'#set page(paper: "us-letter")\n#set document(title: sys.inputs.title)\n#sys.inputs.title'


@dataclass(frozen=True)
class Timing:
    """Milliseconds, on the clock and of the processor."""

    wall: float
    work: float


def run() -> Section:
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as name:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(name) / 'jps.sqlite3'}"
        run_etl(os.environ["DATABASE_URL"], "demo")
        timed(blank)  # the fonts are read once a process
        first, again, blanks, weights = [], [], [], []
        for _ in range(ROUNDS):
            for edition in queries.snapshot(BOARD).editions:
                for cache in (st.cache_data, st.cache_resource):
                    cache.clear()
                views = [view(edition, language) for language in LANGUAGES]
                first.append(timed(lambda one=views[0]: weights.append(len(brief(one)))))
                again.append(timed(lambda one=views[1]: weights.append(len(brief(one)))))
                blanks.append(timed(blank))
    reference = median([one.work for one in blanks])
    rows = {"chiffres pas encore lus": first, "chiffres déjà lus": again, "page blanche": blanks}
    return Section(
        title="JPS en bref",
        method=(
            "La page de chaque édition de démonstration, de la base au PDF, en français sans rien de lu "
            "d'avance puis en anglais ; à côté, une page blanche par le même compositeur. Les polices sont "
            "lues une fois par processus, avant. Le temps de processeur est celui d'une machine sans autre "
            f"travail. Le plus lourd pèse {max(weights) / 1000:.0f} ko."
        ),
        header=("page", "médiane", "la plus longue", "processeur, médiane", "× page blanche"),
        rows=[
            (
                name,
                number(median([one.wall for one in found]), "ms", 0),
                number(max(one.wall for one in found), "ms", 0),
                number(median([one.work for one in found]), "ms", 0),
                number(median([one.work for one in found]) / reference, "×"),
            )
            for name, found in rows.items()
        ],
        promises=[
            Promise("Temps de processeur, la plus longue", max(one.work for one in first), 1000, "ms"),
            Promise("Poids", max(weights) / 1000, 500, "ko"),
        ],
    )


def view(edition: int, language: str) -> View:
    snapshot = queries.snapshot(BOARD)
    reference = queries.reference(snapshot.versions, BOARD, queries.database_url())
    return View(BOARD, snapshot, reference, Filters(edition, Restriction()), language)  # type: ignore[arg-type]


def blank() -> None:
    import typst

    page = typst.Compiler(BLANK, font_paths=picture.fonts(), sys_inputs={"title": str(datetime.now())})
    page.compile(format="pdf", pdf_standards=["ua-1"])


def timed(make: Callable[[], object]) -> Timing:
    wall, work = time.perf_counter(), time.process_time()
    make()
    return Timing((time.perf_counter() - wall) * 1000, (time.process_time() - work) * 1000)
