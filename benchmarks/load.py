"""Loading a file of a million registrations, against putting the same rows bare into SQLite.

The load reads, validates, matches names to places, writes facts and builds the cube of each edition.
"""

import tempfile
from pathlib import Path

from benchmarks import process, registrations_file
from benchmarks.process import Run
from benchmarks.report import Promise, Section, median, number

SMALL, LARGE = 100_000, 1_000_000
REPEATS = 1


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "small.csv", folder / "large.csv"
        registrations_file.write(small, SMALL)
        registrations_file.write(large, LARGE)
        bare: list[Run] = []
        loaded: list[Run] = []
        for turn in range(REPEATS):
            bare.append(bare_insert(large, folder / f"bare-{turn}.sqlite3"))
            loaded.append(load(large, folder / f"load-{turn}.sqlite3"))
            for database in folder.glob("*.sqlite3*"):
                database.unlink()
        memory_small = load(small, folder / "small.sqlite3").peak_mib
    reference = median([run.seconds for run in bare])
    seconds = median([run.seconds for run in loaded])
    memory = max(run.peak_mib for run in loaded)
    return Section(
        title="Charger un million d'inscriptions",
        method=(
            f"Un CSV de {number(LARGE, 'inscriptions', 0)} et trois publics par inscription, chargé dans une "
            "base neuve par `python -m etl load` : lu, validé, apparié et cube compris. La référence met "
            f"les mêmes lignes dans une table SQLite par `executemany`. Médiane, exécutions : {REPEATS}."
        ),
        header=("", "durée", "lignes/s", "mémoire maximale"),
        rows=[
            described("`executemany` seul", LARGE, reference, max(run.peak_mib for run in bare)),
            described("chargement", LARGE, seconds, memory),
        ],
        promises=[
            Promise("Durée, par rapport à la référence", seconds / reference, 4.0, "×"),
            Promise("Mémoire maximale", memory, 512, "Mio"),
            Promise("Mémoire, de 100 000 à 1 000 000 d'inscriptions", memory / memory_small, 1.25, "×"),
        ],
    )


def bare_insert(file: Path, database: Path) -> Run:
    arguments = ["-m", "benchmarks.bare_insert", str(file), str(database)]
    return process.measure(arguments, {}, database.with_suffix(".log"))


def load(file: Path, database: Path) -> Run:
    """Load into a database that exists and holds the reference data, as it does for anyone's file."""
    environment = {"DATABASE_URL": f"sqlite:///{database}"}
    log = database.with_suffix(".log")
    process.measure(["-m", "etl", "reference"], environment, log)
    return process.measure(["-m", "etl", "load", str(file), "--json"], environment, log)


def described(name: str, rows: int, seconds: float, peak_mib: float) -> tuple[str, str, str, str]:
    return (
        name,
        number(seconds, "s", 1),
        number(rows / seconds, "", 0).strip(),
        number(peak_mib, "Mio", 0),
    )
