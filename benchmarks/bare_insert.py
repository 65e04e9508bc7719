"""The reference of the load: the rows of a CSV put in one SQLite table, and nothing else.

Run as a process of its own, ``python -m benchmarks.bare_insert FILE DATABASE``, so that it pays for
its start as the load does. Imports nothing that the load would not.
"""

import csv
import sqlite3
import sys
from pathlib import Path


def insert(file: Path, database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    with file.open(encoding="utf-8", newline="") as text, connection:
        rows = csv.reader(text)
        width = len(next(rows))
        connection.execute(f"CREATE TABLE row ({', '.join(f'c{index}' for index in range(width))})")
        connection.executemany(f"INSERT INTO row VALUES ({', '.join('?' * width)})", rows)
    connection.close()


if __name__ == "__main__":
    insert(Path(sys.argv[1]), Path(sys.argv[2]))
