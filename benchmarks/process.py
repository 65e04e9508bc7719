"""A command's duration and the most memory that it held with its children, seen from outside. On Linux."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BETWEEN = 0.05
"""Seconds between two looks at the memory, and the precision of a duration."""


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_mib: float


def measure(arguments: Sequence[str], environment: Mapping[str, str], output: Path) -> Run:
    """Run ``python arguments`` to its end; what it prints goes to ``output``.

    Raises:
        RuntimeError: the command failed.
    """
    with output.open("wb") as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        peak = 0
        while process.poll() is None:
            peak = max(peak, _held(process.pid))
            time.sleep(BETWEEN)
        seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(output.read_text(encoding="utf-8", errors="replace"))
    return Run(seconds, peak / 1024)


def _held(process: int) -> int:
    """KiB that a process and its children hold; what they share counts once."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    except (FileNotFoundError, ProcessLookupError):
        return 0  # it has just ended
    held = re.search(r"^Pss: +([0-9]+) kB", told, re.M)
    return (int(held[1]) if held else 0) + sum(_held(int(child)) for child in children)
