"""The reviewed files of ``data/``: where they are, their rows, and the thresholds that one of them holds.

Not here: what the rows mean (each module that reads them).
"""

import csv
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).resolve().parent.parent / "data"


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, by header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def thresholds(prefix: str, folder: Path = DATA) -> dict[str, float]:
    """Thresholds of ``matching.csv`` whose name begins so, by the rest of their name."""
    return {
        row["name"].removeprefix(prefix): float(row["value"])
        for row in read_rows(folder / "matching.csv")
        if row["name"].startswith(prefix)
    }
