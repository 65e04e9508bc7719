"""The commands about loads already made: the history, taking one back, the row behind a registration.

Not here: loading and summing (``__main__``).
"""

from typing import Any

from sqlalchemy import Connection, select

from etl import history, originals
from etl.history import LoadTold
from etl.messages import Catalogue
from etl.schema import Load, Registration


def told(one: LoadTold) -> dict[str, Any]:
    """A load of the history for JSON."""
    return {
        "load": one.id,
        "file": one.file,
        "sha256": one.sha256,
        "template": one.template,
        "author": one.author,
        "loaded_at": one.loaded_at.isoformat(),
        "demonstration": one.is_demonstration,
        "rows": one.rows,
        "undone_at": one.undone_at and one.undone_at.isoformat(),
        "undone_by": one.undone_by,
        "editions": [
            {
                "edition": change.edition,
                "version": change.version,
                "before": change.before._asdict(),
                "after": change.after._asdict(),
            }
            for change in one.changes
        ],
    }


def print_history(loads: list[history.LoadTold], say: Catalogue) -> None:
    """A sentence for each load, and one for each edition that it changed."""
    for one in loads:
        counts = {name: str(count) for name, count in one.rows.items()}
        when = one.loaded_at.isoformat(" ")
        print(say.text("history-load", load=str(one.id), when=when, author=one.author, file=one.file))
        print(f"  {say.text('report-rows', **counts)}")
        for change in one.changes:
            figures = {
                f"{name}_{side}": str(value)
                for side, size in (("before", change.before), ("after", change.after))
                for name, value in size._asdict().items()
            }
            print(f"  {say.text('history-edition', edition=str(change.edition), **figures)}")
        if one.undone_at is not None:
            undone = one.undone_at.isoformat(" ")
            print(f"  {say.text('history-undone', when=undone, author=one.undone_by or '—')}")


def rows_behind(connection: Connection, edition: int, number: str) -> list[dict[str, Any]]:
    """The rows that a registration comes from, its content first; none if there is no such registration."""
    registration = connection.execute(
        select(Registration.__table__).where(Registration.edition == edition, Registration.number == number)
    ).first()
    if registration is None:
        return []
    sources = [("registrations", registration.load_id, registration.sheet, registration.row)]
    if registration.confirmed_load_id is not None:
        confirmed = (registration.confirmed_load_id, registration.confirmed_sheet, registration.confirmed_row)
        sources.append(("confirmed", *confirmed))
    return [
        {
            "template": template,
            "load": load_id,
            "file": connection.scalar(select(Load.file_name).where(Load.id == load_id)),
            "sheet": sheet,
            "row": row,
            "cells": originals.original(connection, load_id, sheet, row),
        }
        for template, load_id, sheet, row in sources
    ]


def print_rows(sources: list[dict[str, Any]], say: Catalogue) -> None:
    """Where each row is, then its cells, one a line."""
    for source in sources:
        where = {name: str(source[name]) for name in ("file", "sheet", "row", "load")}
        print(say.text(f"original-{source['template']}", **where))
        if source["cells"] is None:
            print(f"  {say.text('original-not_kept')}")
        for header, cell in (source["cells"] or {}).items():
            print(f"  {header} | {cell}")
