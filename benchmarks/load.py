"""Loading a file of a million registrations, against putting the same rows bare into SQLite.

The load reads, validates, matches names to places, writes facts and builds the cube of each edition.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import process, registrations_file
from benchmarks.report import Promise, Section, median, number

SMALL, LARGE = 100_000, 1_000_000
REPEATS = 3


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large, messy = (folder / f"{kind}.csv" for kind in ("small", "large", "messy"))
        registrations_file.write(small, SMALL)
        registrations_file.write(large, LARGE)
        registrations_file.write_messy(messy, LARGE)
        runs: dict[str, list[float]] = {"bare": [], "clean": [], "messy": []}
        for _ in range(REPEATS):
            runs["bare"].append(bare_insert(large, folder))
            runs["clean"].append(load(large, folder))
            runs["messy"].append(load(messy, folder))
        memory = {
            kind: memory_of_load(file, folder)
            for kind, file in (("small", small), ("clean", large), ("messy", messy))
        }
    seconds = {kind: median(found) for kind, found in runs.items()}
    named = {
        "bare": "`executemany` seul",
        "clean": "chargement du gabarit",
        "messy": "chargement du tableau tel que tapé",
    }
    return Section(
        title="Charger un million d'inscriptions",
        method=(
            f"Un CSV de {number(LARGE, 'inscriptions', 0)} et trois publics par inscription, chargé dans "
            "une base neuve par `python -m etl load` : lu, validé, apparié et cube compris. Puis les mêmes "
            "lignes comme on les tape : titre, sous-totaux, cp1252, noms en capitales, « environ 300 », "
            "« du 12 au 14 février », un lieu inconnu sur 200. La référence met les lignes du gabarit dans "
            "une table SQLite par `executemany`. La mémoire est celle des deux processus du chargement, "
            f"comptée à part : la compter le ralentit. Médianes, exécutions : {REPEATS}."
        ),
        header=("", "durée", "lignes/s", "mémoire maximale"),
        rows=[described(named[kind], LARGE, seconds[kind], memory.get(kind)) for kind in runs],
        promises=[
            Promise("Gabarit, par rapport à la référence", seconds["clean"] / seconds["bare"], 4.0, "×"),
            Promise("Tel que tapé, par rapport à la référence", seconds["messy"] / seconds["bare"], 6.0, "×"),
            Promise("Mémoire maximale", max(memory["clean"], memory["messy"]), 512, "Mio"),
            Promise(
                "Mémoire, de 100 000 à 1 000 000 d'inscriptions", memory["clean"] / memory["small"], 1.25, "×"
            ),
        ],
    )


def bare_insert(file: Path, folder: Path) -> float:
    with new_database(folder) as database:
        arguments = ["-m", "benchmarks.bare_insert", str(file), str(database)]
        return process.seconds(arguments, {}, folder / "log")


def load(file: Path, folder: Path) -> float:
    with new_database(folder) as database:
        return process.seconds(*loading(file, database))


def memory_of_load(file: Path, folder: Path) -> float:
    with new_database(folder) as database:
        return process.peak_mib(*loading(file, database))


@contextmanager
def new_database(folder: Path) -> Iterator[Path]:
    """Where a database may be made; what an earlier one left for the disk to write is written before."""
    os.sync()
    yield folder / "new.sqlite3"
    for file in folder.glob("new.sqlite3*"):
        file.unlink()


def loading(file: Path, database: Path) -> tuple[list[str], dict[str, str], Path]:
    """To load into a database that exists and holds the reference data, as it does for anyone's file."""
    environment = {"DATABASE_URL": f"sqlite:///{database}"}
    log = database.parent / "log"
    process.seconds(["-m", "etl", "reference"], environment, log)
    return ["-m", "etl", "load", str(file), "--json"], environment, log


def described(name: str, rows: int, seconds: float, peak_mib: float | None) -> tuple[str, str, str, str]:
    return (
        name,
        number(seconds, "s", 1),
        number(rows / seconds, "", 0).strip(),
        "" if peak_mib is None else number(peak_mib, "Mio", 0),
    )
