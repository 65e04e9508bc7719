"""The same change of edition with ten thousand, a million and ten million participations behind the cube."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks import registrations_file
from benchmarks.filter_change import BLOCK, EDITIONS, chromium
from benchmarks.gesture import Timing, go_back_and_forth, open_page
from benchmarks.report import Promise, Section, median, number, percentile95
from tests.served_app import ROOT, run_etl, served

PARTICIPATIONS = (10_000, 1_000_000, 10_000_000)
BLOCKS = 3


def run() -> Section:
    timings = time_all()
    settled = {size: median([timing.settled for timing in found]) for size, found in timings.items()}
    smallest, largest = settled[PARTICIPATIONS[0]], settled[PARTICIPATIONS[-1]]
    return Section(
        title="Plus d'inscriptions derrière le cube",
        method=(
            "*Vue d'ensemble*, le même geste, avec des bases de plus en plus grandes : "
            f"{registrations_file.PARTICIPATIONS_EACH} participations par inscription, sur huit éditions. "
            f"{BLOCK * BLOCKS} gestes par base, en blocs alternés, après un premier tour."
        ),
        header=("participations", "chiffres, médiane", "posé, médiane", "posé, p95"),
        rows=[described(size, found) for size, found in timings.items()],
        promises=[Promise("De la plus petite à la plus grande base", largest / smallest, 1.2, "×")],
    )


def time_all() -> dict[int, list[Timing]]:
    """The bases take turns, to share the machine's moods."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        databases = {size: filled(Path(name), size) for size in PARTICIPATIONS}
        browser = stack.enter_context(chromium())
        subjects = {
            size: open_page(
                browser,
                stack.enter_context(
                    served(ROOT / "streamlit_app.py", Path(name) / f"{size}.log", {"DATABASE_URL": database})
                ),
            )
            for size, database in databases.items()
        }
        for subject in subjects.values():
            go_back_and_forth(subject, EDITIONS, BLOCK)
        timings: dict[int, list[Timing]] = {size: [] for size in subjects}
        for _ in range(BLOCKS):
            for size, subject in subjects.items():
                subject.page.bring_to_front()
                timings[size] += go_back_and_forth(subject, EDITIONS, BLOCK)
        return timings


def filled(folder: Path, participations: int) -> str:
    """Address of a database with that many participations."""
    file = folder / "registrations.csv"
    registrations_file.write(file, participations // registrations_file.PARTICIPATIONS_EACH)
    database = f"sqlite:///{folder / f'{participations}.sqlite3'}"
    run_etl(database, "load", str(file), "--json")
    file.unlink()
    return database


def described(participations: int, timings: list[Timing]) -> tuple[str, ...]:
    settled = [timing.settled for timing in timings]
    return (
        number(participations, "", 0).strip(),
        number(median([timing.text for timing in timings]), "ms", 0),
        number(median(settled), "ms", 0),
        number(percentile95(settled), "ms", 0),
    )
