"""A script served by Streamlit on a free port, as a person would start it.

Shared by the browser tests and the benchmarks. Not here: what is then looked at or timed.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class App:
    """A served application and the database behind it."""

    url: str
    database: str

    def etl(self, *arguments: str) -> str:
        return run_etl(self.database, *arguments)


@contextmanager
def served(
    script: Path, log: Path, environment: Mapping[str, str], *options: str, port: int | None = None
) -> Iterator[str]:
    """Start ``streamlit run script``, give its address once it answers, stop it at the end.

    The settings are those of the folder that holds the script; the port is a free one unless told.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", script.name, f"--server.port={port}"]
    command += ["--server.headless=true", "--server.fileWatcherType=none", *options]
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=script.parent,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_it_answers(server, f"http://localhost:{port}", log)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_answers(server: subprocess.Popen[bytes], url: str, log: Path, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=2).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"no answer from {url}\n{log.read_text(errors='replace')}")


def run_etl(database: str, *arguments: str) -> str:
    """Run ``python -m etl`` on a database and return what it printed."""
    return _run("etl", database, *arguments)


def run_dashboard(database: str, *arguments: str) -> str:
    """Run ``python -m dashboard`` on a database and return what it printed."""
    return _run("dashboard", database, *arguments)


def _run(package: str, database: str, *arguments: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-m", package, *arguments],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": database},
        capture_output=True,
        encoding="utf-8",
    )
    if finished.returncode:
        raise RuntimeError(f"{package} {' '.join(arguments)}: {finished.stderr or finished.stdout}")
    return finished.stdout
