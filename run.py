#!/usr/bin/env python3
"""Set up Portée JPS and start it, with nothing but Python 3.11 or later.

Belongs here: making ``.venv``, installing into it, and starting the commands that live there.
Not here: anything that needs an installed library, or that knows what the data looks like. Runs
before the catalogues exist, so its few sentences are written here, in French.

    python3 run.py open     the app, with demonstration data when the database is empty
    python3 run.py test     every test (what follows is given to pytest)
    python3 run.py check    lint, format and types
    python3 run.py bench    the measurements, written to docs/performance.md

On Windows: ``py run.py open``.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
OLDEST_PYTHON = (3, 11)
VERBS = ("open", "test", "check", "bench")


def main(arguments: Sequence[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        return explain(f"Il faut Python 3.11 ou plus récent ; celui-ci est {sys.version.split()[0]}.")
    if not arguments or arguments[0] not in VERBS:
        print(__doc__)
        return 0 if arguments and arguments[0] in ("-h", "--help", "help") else 2
    verb, rest = arguments[0], list(arguments[1:])
    os.chdir(ROOT)
    try:
        install(RUNTIME if verb == "open" else DEVELOPMENT)
        return {"open": open_app, "test": run_tests, "check": run_checks, "bench": run_benchmarks}[verb](rest)
    except SetupError as error:
        return explain(str(error))
    except KeyboardInterrupt:
        return 130


class SetupError(Exception):
    """The environment could not be made; the message says what to do."""


def explain(message: str) -> int:
    print(f"\n{message}", file=sys.stderr)
    return 2


def environment_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(requirements: Path) -> None:
    """Make the environment match ``requirements``, doing nothing when it already does.

    The marker is written last, so an installation that was interrupted starts again. What the
    tests need includes what the app needs, so an environment made for the tests serves the app.
    """
    if environment_python().exists() and any(
        read(marker(path)) == fingerprint(path) for path in (requirements, DEVELOPMENT)
    ):
        return
    print("Installation de Portée JPS (une minute ou deux la première fois)…", flush=True)
    found = shutil.which("uv")
    uv = found if found and works(found, "--version") else None
    if not environment_python().exists():
        make_environment(uv)
    python = str(environment_python())
    for path in (RUNTIME, DEVELOPMENT):
        marker(path).unlink(missing_ok=True)
    installer = (
        [uv, "pip", "install", "--python", python]
        if uv
        else [python, "-m", "pip", "install", "--disable-pip-version-check"]
    )
    if subprocess.run([*installer, "--quiet", "-r", str(requirements)]).returncode:
        raise SetupError("L'installation a échoué. Vérifiez l'accès au réseau, puis relancez la commande.")
    marker(requirements).write_text(fingerprint(requirements), encoding="utf-8")


def make_environment(uv: str | None) -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    seeded = "--seed"  # with pip, so that the environment outlives uv
    if uv and works(uv, "venv", "--quiet", seeded, "--python", sys.executable, str(VENV)):
        return
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(
            "Python ne peut pas créer d'environnement : il manque le module venv.\n"
            "Debian ou Ubuntu : sudo apt install python3-venv ; puis relancez la commande."
        )


def marker(requirements: Path) -> Path:
    return VENV / f".{requirements.stem}.installed"


def works(*command: str) -> bool:
    """Whether the program really runs: a shim on the PATH may stand for nothing."""
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def fingerprint(requirements: Path) -> str:
    """What is asked for, and of which Python (the second file includes the first)."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (RUNTIME, requirements):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def open_app(rest: Sequence[str]) -> int:
    python = str(environment_python())
    if not has_loads(python) and subprocess.run([python, "-m", "etl", "demo"]).returncode:
        raise SetupError("Les données de démonstration n'ont pas pu être chargées.")
    print("Ouverture de Portée JPS. Pour arrêter : Ctrl+C.", flush=True)
    return subprocess.run([python, "-m", "streamlit", "run", "streamlit_app.py", *rest]).returncode


def has_loads(python: str) -> bool:
    status = subprocess.run([python, "-m", "etl", "status", "--json"], capture_output=True, encoding="utf-8")
    if status.returncode:
        raise SetupError(f"La base de données ne répond pas.\n{status.stderr.strip()}")
    return bool(json.loads(status.stdout)["loads"])


def run_tests(rest: Sequence[str]) -> int:
    return subprocess.run([str(environment_python()), "-m", "pytest", *rest]).returncode


def run_checks(rest: Sequence[str]) -> int:
    python = str(environment_python())
    for command in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        finished = subprocess.run([python, "-m", *command, *rest])
        if finished.returncode:
            return finished.returncode
    return 0


def run_benchmarks(rest: Sequence[str]) -> int:
    return subprocess.run([str(environment_python()), "-m", "benchmarks", *rest]).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
