"""A hundred big screens on one process: what they cost between two loads, and when a load is on the last one.

The screens are connections that do what the page does: listen, and ask for the scenes when there is news.
"""

import asyncio
import os
import tempfile
import time
from pathlib import Path

import httpx

from benchmarks.report import Promise, Section, number
from benchmarks.streamlit_session import StreamlitSession
from tests.served_app import ROOT, run_etl, served

BOARDS = 100
SECONDS = 60.0
GESTURES = 12
LOAD = (
    "Édition,Numéro d'inscription,Partenaire,Milieu,Municipalité,Type d'action,Titre,Jeunes\n"
    "2026,ECRANS-1,Organisme fictif de l'essai,scolaire,Saguenay,activité,Essai,1234\n"
)


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {"DATABASE_URL": f"sqlite:///{folder / 'jps.sqlite3'}"}
        run_etl(environment["DATABASE_URL"], "demo")
        with served(ROOT / "streamlit_app.py", folder / "app.log", environment) as address:
            alone, crowded, delays, gesture = asyncio.run(measure(address, environment, folder))
    more = max(0.0, crowded - alone)
    return Section(
        title=f"{BOARDS} grands écrans ouverts",
        method=(
            f"Processeur pris par le serveur pendant {SECONDS:.0f} s sans chargement, sans écran puis avec "
            f"{BOARDS} écrans qui écoutent. La référence est un changement d'édition sur *Vue d'ensemble*, "
            "chronométré de même. Puis un fichier est chargé en ligne de commande : du "
            "retour de la commande aux nouveaux chiffres reçus par chaque écran."
        ),
        header=("sans écran", f"{BOARDS} écrans", "un changement d'édition", "dernier écran à jour"),
        rows=[
            (
                number(alone * 1000, "ms/min", 0),
                number(crowded * 1000, "ms/min", 0),
                number(gesture * 1000, "ms", 0),
                number(max(delays), "s", 1),
            )
        ],
        promises=[
            Promise(f"{BOARDS} écrans pendant une minute, en changements d'édition", more / gesture, 20, "×"),
            Promise(f"Part d'un cœur prise par {BOARDS} écrans", 100 * more / SECONDS, 3, "%"),
            Promise("Un chargement est sur le dernier écran", max(delays), 3, "s"),
        ],
    )


async def measure(
    address: str, environment: dict[str, str], folder: Path
) -> tuple[float, float, list[float], float]:
    """Processor seconds of the server without and with the boards, delays of a load, and of one gesture."""
    server = process_of(address)
    gesture = await cost_of_a_gesture(address, server)
    await asyncio.sleep(5)
    alone = await cost(server)
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=120) as client:
        boards = [Board(client) for _ in range(BOARDS)]
        listening = [asyncio.create_task(board.listen()) for board in boards]
        await asyncio.gather(*(board.is_up.wait() for board in boards))
        await asyncio.sleep(2)
        crowded = await cost(server)
        known = [board.changed for board in boards]
        file = folder / "inscriptions.csv"
        file.write_text(LOAD, encoding="utf-8")
        await asyncio.to_thread(run_etl, environment["DATABASE_URL"], "load", str(file))
        loaded = time.perf_counter()
        await asyncio.gather(*(changed.wait() for changed in known))
        delays = [max(0.0, board.moment - loaded) for board in boards]
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    return alone, crowded, delays, gesture


class Board:
    """One open screen: listens, and asks for the scenes when the state is not the one that it shows."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self.is_up = asyncio.Event()
        self.changed = asyncio.Event()
        self.moment = 0.0

    async def listen(self) -> None:
        shown = ""
        async with self._client.stream("GET", "/ecran/vivant") as answer:
            async for line in answer.aiter_lines():
                state = line.removeprefix("data: ")
                if line.startswith("data: ") and state not in ("", shown):
                    content = (await self._client.get("/ecran/scenes")).json()
                    shown, self.moment = content["state"], time.perf_counter()
                    (self.changed if self.is_up.is_set() else self.is_up).set()


async def cost(server: int) -> float:
    """Processor seconds that the server takes in the time of the measure."""
    before = processor_seconds(server)
    await asyncio.sleep(SECONDS)
    return processor_seconds(server) - before


async def cost_of_a_gesture(address: str, server: int) -> float:
    async with StreamlitSession(address) as session:
        for choice in session.choices:
            await session.choose(choice)
        before = processor_seconds(server)
        for place in range(GESTURES):
            await session.choose(session.choices[place % len(session.choices)])
        return (processor_seconds(server) - before) / GESTURES


def process_of(address: str) -> int:
    """The process, child of this one, that serves an address."""
    option = f"--server.port={address.rpartition(':')[2]}"
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="utf-8").split()
    for child in children:
        if option in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8").split("\0"):
            return int(child)
    raise RuntimeError(f"nothing of ours serves {address}")


def processor_seconds(process: int) -> float:
    """Processor seconds that a process has taken so far, its threads included. On Linux."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
