"""Fifty readers at once on one process, five seconds between their gestures."""

import asyncio
import random
import tempfile
from pathlib import Path

from benchmarks.report import Promise, Section, median, number, percentile95
from benchmarks.streamlit_session import StreamlitSession
from tests.served_app import ROOT, run_etl, served

READERS = 50
THINK_SECONDS = 5.0
SECONDS = 60.0


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {"DATABASE_URL": f"sqlite:///{folder / 'jps.sqlite3'}"}
        run_etl(environment["DATABASE_URL"], "demo")
        with served(ROOT / "streamlit_app.py", folder / "app.log", environment) as address:
            durations, errors = asyncio.run(crowd(address))
    return Section(
        title=f"{READERS} personnes à la fois",
        method=(
            f"{READERS} sessions parlent le protocole de Streamlit à un seul processus, pendant "
            f"{SECONDS:.0f} s, {THINK_SECONDS:.0f} s en moyenne entre deux choix d'édition sur "
            "*Vue d'ensemble*. Les clients tournent sur la même machine."
        ),
        header=("gestes", "médiane", "p95", "erreurs"),
        rows=[
            (
                str(len(durations)),
                number(median(durations), "ms", 0),
                number(percentile95(durations), "ms", 0),
                str(errors),
            )
        ],
        promises=[
            Promise("Réponse du serveur, p95", percentile95(durations), 500, "ms"),
            Promise("Erreurs", errors, 0, ""),
        ],
    )


async def crowd(address: str) -> tuple[list[float], int]:
    """Milliseconds of every gesture, and the number of readers who met an error."""
    async with StreamlitSession(address) as first:
        for choice in first.choices:
            await first.choose(choice)
    outcomes = await asyncio.gather(
        *(reader(address, seed) for seed in range(READERS)), return_exceptions=True
    )
    durations = [duration for outcome in outcomes if isinstance(outcome, list) for duration in outcome]
    return durations, sum(isinstance(outcome, BaseException) for outcome in outcomes)


async def reader(address: str, seed: int) -> list[float]:
    draw = random.Random(seed)
    loop = asyncio.get_running_loop()
    await asyncio.sleep(draw.uniform(0, THINK_SECONDS))
    durations: list[float] = []
    async with StreamlitSession(address) as session:
        end = loop.time() + SECONDS
        while loop.time() < end:
            await asyncio.sleep(draw.uniform(0.5, 1.5) * THINK_SECONDS)
            durations.append(await session.choose(draw.choice(session.choices)))
    return durations
