"""Loading a file of a million registrations, against putting the same rows bare into SQLite.

The load reads, validates, matches names to places, writes facts and builds the cube of each edition.
"""

import tempfile
from pathlib import Path

from benchmarks import process, registrations_file
from benchmarks.process import Run
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
        runs: dict[str, list[Run]] = {"bare": [], "clean": [], "messy": []}
        for turn in range(REPEATS):
            runs["bare"].append(bare_insert(large, folder / f"bare-{turn}.sqlite3"))
            runs["clean"].append(load(large, folder / f"clean-{turn}.sqlite3"))
            runs["messy"].append(load(messy, folder / f"messy-{turn}.sqlite3"))
            for database in folder.glob("*.sqlite3*"):
                database.unlink()
        memory_small = load(small, folder / "small.sqlite3").peak_mib
    seconds = {kind: median([run.seconds for run in found]) for kind, found in runs.items()}
    memory = {kind: max(run.peak_mib for run in found) for kind, found in runs.items()}
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
            "une table SQLite par `executemany`. La mémoire est celle des deux processus du chargement. "
            f"Médianes, exécutions : {REPEATS}."
        ),
        header=("", "durée", "lignes/s", "mémoire maximale"),
        rows=[described(named[kind], LARGE, seconds[kind], memory[kind]) for kind in runs],
        promises=[
            Promise("Gabarit, par rapport à la référence", seconds["clean"] / seconds["bare"], 4.0, "×"),
            Promise("Tel que tapé, par rapport à la référence", seconds["messy"] / seconds["bare"], 6.0, "×"),
            Promise("Mémoire maximale", max(memory["clean"], memory["messy"]), 512, "Mio"),
            Promise(
                "Mémoire, de 100 000 à 1 000 000 d'inscriptions", memory["clean"] / memory_small, 1.25, "×"
            ),
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
