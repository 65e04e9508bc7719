"""The rows behind a figure, among a million participations, against a bare sum over all of them."""

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from sqlalchemy import func, select

from benchmarks.report import Promise, Section, median, number, percentile95
from benchmarks.rows import filled
from dashboard import trace
from dashboard.behind import ALL, Count
from dashboard.connection import opened
from dashboard.question import Narrowing, Restriction
from dashboard.reports.origin import view_at
from dashboard.scope import DIRECTOR
from dashboard.trace import Figure
from etl.schema import Participation

PARTICIPATIONS = 1_000_000
EDITION = 2026
TURNS = 8
FLOOR = "somme des participations, sans cache"

QUESTIONS: dict[str, tuple[Restriction, Narrowing, Count]] = {
    "personnes de l'édition": (Restriction(), ALL, "reach"),
    "partenaires de l'édition": (Restriction(), ALL, "partners"),
    "un public": (Restriction(), Narrowing(audience="youth"), "reach"),
    "une municipalité": (Restriction(), Narrowing(place="2494068"), "registrations"),
    "une MRC, deux publics filtrés": (
        Restriction(audiences=("youth", "parents")),
        Narrowing(mrc="942"),
        "reach",
    ),
    "un partenaire": (Restriction(), Narrowing(partner="12"), "reach"),
    "un jour": (Restriction(), Narrowing(held=f"{EDITION}-02-16/{EDITION}-02-16"), "reach"),
}


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        os.environ["DATABASE_URL"] = filled(Path(name), PARTICIPATIONS)
        timings = time_all()
    floor = median(timings[FLOOR])
    every = [seconds for question in QUESTIONS for seconds in timings[question]]
    slowest = max(median(timings[question]) for question in QUESTIONS)
    return Section(
        title="D'où vient un chiffre",
        method=(
            f"{number(PARTICIPATIONS, 'participations', 0)} sur huit éditions. Ce que la page *D'où vient ce "
            "chiffre* lit et dit d'une question : le compte, la somme et les "
            f"{number(trace.SHOWN, 'lignes', 0)} les plus grandes, sans rien en mémoire. La référence "
            f"additionne toutes les participations en une requête. {TURNS} tours, en alternance."
        ),
        header=("question", "médiane", "p95"),
        rows=[
            (title, number(median(found) * 1_000, "ms", 0), number(percentile95(found) * 1_000, "ms", 0))
            for title, found in timings.items()
        ],
        promises=[
            Promise("Les lignes derrière un chiffre, p95", percentile95(every) * 1_000, 1_000, "ms"),
            Promise("La question la plus lente, contre une somme de tout", slowest / floor, 10.0, "×"),
        ],
    )


def time_all() -> dict[str, list[float]]:
    """The questions take turns, to share the machine's moods; the first turn is not counted."""
    asked: dict[str, Callable[[], object]] = {FLOOR: _sum_of_everything}
    for title, (restriction, kept, count) in QUESTIONS.items():
        view = view_at(DIRECTOR, EDITION, "fr", restriction=restriction)
        asked[title] = partial(told, Figure(view, kept, count))
    timings: dict[str, list[float]] = {title: [] for title in asked}
    for turn in range(TURNS + 1):
        for title, ask in asked.items():
            st.cache_data.clear()
            start = time.perf_counter()
            ask()
            if turn:
                timings[title].append(time.perf_counter() - start)
    return timings


def told(figure: Figure) -> None:
    """All that the page says of a figure."""
    trace.finding(figure)
    trace.note(figure)
    trace.rows(figure)


def _sum_of_everything() -> None:
    with opened().connect() as connection:
        connection.execute(select(func.sum(Participation.expected), func.sum(Participation.confirmed))).one()
