"""A command's duration, and the most memory that it held with its children, seen from outside. On Linux.

Two runs: counting the memory of a process several times a second slows it by a twentieth.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
BETWEEN = 0.05
"""Seconds between two looks at the memory."""


def seconds(arguments: Sequence[str], environment: Mapping[str, str], output: Path) -> float:
    """How long ``python arguments`` takes; what it prints goes to ``output``.

    Raises:
        RuntimeError: the command failed.
    """
    start = time.perf_counter()
    _run(arguments, environment, output, lambda process: process.wait())
    return time.perf_counter() - start


def peak_mib(arguments: Sequence[str], environment: Mapping[str, str], output: Path) -> float:
    """The most memory that ``python arguments`` and its children hold together, in MiB.

    Raises:
        RuntimeError: the command failed.
    """
    seen = [0]

    def look(process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None:
            seen.append(_held(process.pid))
            time.sleep(BETWEEN)

    _run(arguments, environment, output, look)
    return max(seen) / 1024


def _run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    output: Path,
    until_it_ends: Callable[[subprocess.Popen[bytes]], object],
) -> None:
    with output.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        until_it_ends(process)
    if process.returncode:
        raise RuntimeError(output.read_text(encoding="utf-8", errors="replace"))


def _held(process: int) -> int:
    """KiB that a process and its children hold; what they share counts once."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    except (FileNotFoundError, ProcessLookupError):
        return 0  # it has just ended
    held = re.search(r"^Pss: +([0-9]+) kB", told, re.M)
    return (int(held[1]) if held else 0) + sum(_held(int(child)) for child in children)
