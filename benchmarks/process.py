"""A command's duration and the most memory that it held, seen from outside. Not on Windows."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


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
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(output.read_text(encoding="utf-8", errors="replace"))
    bytes_each = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * bytes_each / 2**20)
