"""Rows that wait, corrected by a person and loaded again: a correction is a load too, with its author.

Not here: the page on which they are corrected, and why a row waits (``parse``, ``facts``).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Engine, select, update

from etl import database, stamp
from etl.load import Report, load_sheets
from etl.read import Row, Sheet
from etl.schema import Load, Quarantine

VOUCHABLE: Final = ("above_population", "sum_mismatch")
"""Reasons that a person may overrule: the figures are unlikely, and true all the same."""


@dataclass(frozen=True)
class Waiting:
    """A row in quarantine: the cells as they were, by header, and why it waits."""

    id: int
    load: int
    file: str
    sheet: str
    row: int
    column: str
    value: str
    code: str
    details: dict[str, Any]
    cells: dict[str, str]


def waiting(connection: Connection) -> list[Waiting]:
    """Every row that waits, the newest load first, in the order of its sheet."""
    statement = (
        select(Quarantine.__table__, Load.file_name)
        .join(Load, Load.id == Quarantine.load_id)
        .where(Quarantine.resolved_at.is_(None), Load.undone_at.is_(None))
        .order_by(Quarantine.load_id.desc(), Quarantine.id)
    )
    return [
        Waiting(
            row.id,
            row.load_id,
            row.file_name,
            row.sheet,
            row.row,
            row.column,
            row.value,
            row.code,
            row.details,
            row.raw,
        )
        for row in connection.execute(statement)
    ]


def correct(
    engine: Engine,
    rows: Sequence[Waiting],
    edits: Mapping[int, Mapping[str, str]],
    author: str,
    vouched: bool = False,
) -> list[Report]:
    """Load waiting rows again, with what a person changed in them; one report a file.

    A row that is refused again waits again, with its new reason. The others take the place they had in
    their file. A row leaves the waiting list in the transaction of its load.

    Args:
        engine: a prepared database.
        rows: those to load, as ``waiting`` gave them.
        edits: new cells by header, by identifier of the row.
        author: who corrects.
        vouched: the person says that unlikely figures are true.
    """
    by_load: dict[int, list[Waiting]] = defaultdict(list)
    for row in rows:
        by_load[row.load].append(row)
    reports = []
    for of_load in by_load.values():
        corrected = [(row, row.cells | dict(edits.get(row.id, {}))) for row in of_load]
        report = Report(of_load[0].file, _identity(corrected))
        reports.append(
            load_sheets(
                engine,
                report,
                lambda corrected=corrected: _sheets(corrected),  # type: ignore[misc]
                author=author,
                vouched=vouched,
                along=partial(_resolve, rows=of_load, report=report),
            )
        )
    return reports


def set_aside(engine: Engine, rows: Sequence[Waiting]) -> None:
    """Let rows wait no more without loading them: a person decided that they are no registrations."""
    with database.writer(engine) as connection:
        _resolve(connection, rows)


def _sheets(corrected: Sequence[tuple[Waiting, dict[str, str]]]) -> Iterator[Sheet]:
    by_headers: dict[tuple[str, tuple[str, ...]], list[tuple[int, dict[str, str]]]] = defaultdict(list)
    for row, cells in corrected:
        by_headers[row.sheet, tuple(cells)].append((row.row, cells))
    for (sheet, headers), rows in by_headers.items():
        yield Sheet(sheet, _rows(headers, rows))


def _rows(headers: Sequence[str], rows: Sequence[tuple[int, dict[str, str]]]) -> Iterator[Row]:
    yield 0, list(headers)
    for number, cells in rows:
        yield number, [cells[header] for header in headers]


def _identity(corrected: Sequence[tuple[Waiting, dict[str, str]]]) -> str:
    content = [(row.id, cells) for row, cells in corrected]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _resolve(connection: Connection, rows: Sequence[Waiting], report: Report | None = None) -> None:
    """Let rows wait no more; with the load that brought them, which takes them back if it is taken back."""
    resolved = {"resolved_at": stamp.now(), "resolved_load_id": report.load if report else None}
    for start in range(0, len(rows), database.LOOKUP):
        identifiers = [row.id for row in rows[start : start + database.LOOKUP]]
        connection.execute(update(Quarantine).where(Quarantine.id.in_(identifiers)).values(resolved))
