"""A real PostgreSQL for the tests: a cluster of its own, in a folder of its own, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BINARIES = Path("/usr/lib/postgresql")


def binaries() -> Path | None:
    """Folder of the newest server installed, if any: Debian keeps it out of the PATH."""
    found = sorted(BINARIES.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).resolve().parent if elsewhere else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Start a cluster on a free local port; yield the URL of its database, and stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="portee-postgresql-"))
    data, port = folder / "data", _free_port()
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        _run(
            [programs / "initdb", "-D", data, "-U", "portee", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        )
        options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off"
        _run([programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start"])
        try:
            yield f"postgresql://portee@127.0.0.1:{port}/postgres"
        finally:
            _run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[Path | str]) -> None:
    """Run as ``postgres`` when root, which the server refuses to be."""
    before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*before, *map(str, command)],
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # a pipe would be inherited by the server, and never close
        timeout=60,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
