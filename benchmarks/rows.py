"""The same change of edition with ten thousand, a million and ten million participations behind the cube."""

import tempfile
from pathlib import Path

from benchmarks import registrations_file
from benchmarks.filter_change import BLOCK, EDITIONS, chromium
from benchmarks.gesture import Timing, go_back_and_forth, open_page
from benchmarks.report import Promise, Section, median, number, percentile95
from tests.served_app import ROOT, run_etl, served

PARTICIPATIONS = (10_000, 1_000_000, 10_000_000)
BLOCKS = 2


def run() -> Section:
    timings = {size: time_with(size) for size in PARTICIPATIONS}
    settled = {size: median([timing.settled for timing in found]) for size, found in timings.items()}
    smallest, largest = settled[PARTICIPATIONS[0]], settled[PARTICIPATIONS[-1]]
    return Section(
        title="Plus d'inscriptions derrière le cube",
        method=(
            "*Vue d'ensemble*, le même geste, avec des bases de plus en plus grandes : "
            f"{registrations_file.PARTICIPATIONS_EACH} participations par inscription, sur huit éditions."
        ),
        header=("participations", "chiffres, médiane", "posé, médiane", "posé, p95"),
        rows=[described(size, found) for size, found in timings.items()],
        promises=[Promise("De la plus petite à la plus grande base", largest / smallest, 1.2, "×")],
    )


def time_with(participations: int) -> list[Timing]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "registrations.csv"
        registrations_file.write(file, participations // registrations_file.PARTICIPATIONS_EACH)
        database = f"sqlite:///{folder / 'jps.sqlite3'}"
        run_etl(database, "load", str(file), "--json")
        file.unlink()
        with (
            chromium() as browser,
            served(ROOT / "streamlit_app.py", folder / "app.log", {"DATABASE_URL": database}) as address,
        ):
            subject = open_page(browser, address)
            go_back_and_forth(subject, EDITIONS, BLOCK)
            return go_back_and_forth(subject, EDITIONS, BLOCK * BLOCKS)


def described(participations: int, timings: list[Timing]) -> tuple[str, ...]:
    settled = [timing.settled for timing in timings]
    return (
        number(participations, "", 0).strip(),
        number(median([timing.text for timing in timings]), "ms", 0),
        number(median(settled), "ms", 0),
        number(percentile95(settled), "ms", 0),
    )
