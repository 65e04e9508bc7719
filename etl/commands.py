"""How the command line tells of loads already made, of the rows behind a registration, of exposure taken in.

Not here: the commands themselves (``__main__``), sentences that the pages say too (``sentences``).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from etl import database, exposure_file, sentences
from etl.exposure import Added
from etl.history import LoadTold
from etl.load import Report
from etl.messages import Catalogue
from etl.read import UnreadableFile


@dataclass(frozen=True)
class ExposureTold:
    """What became of a file of exposure: for JSON, in a sentence, what is wrong in it, and the exit code."""

    told: dict[str, Any]
    sentence: str
    complaints: list[str]
    exit_code: int


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
        "note": one.note,
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


def print_history(loads: list[LoadTold], say: Catalogue) -> None:
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


def print_rows(sources: list[dict[str, Any]], say: Catalogue) -> None:
    """Where each row is, then its cells, one a line."""
    for source in sources:
        where = {name: str(source[name]) for name in ("file", "sheet", "row", "load")}
        print(say.text(f"original-{source['template']}", **where))
        if source["cells"] is None:
            print(f"  {say.text('original-not_kept')}")
        for header, cell in (source["cells"] or {}).items():
            print(f"  {header} | {cell}")


def take_exposure_in(
    engine: Engine, path: Path, edition: int | None, author: str, say: Catalogue, *, check: bool
) -> ExposureTold:
    """Add the rows of a file, or say every cell that keeps it from being taken in; it is all or nothing."""
    try:
        found = exposure_file.read(path, edition)
    except UnreadableFile as error:
        sentence = sentences.unreadable(path.name, error, say)
        return ExposureTold(_exposure_as_json(path, Added(0, 0), [sentence]), "", [sentence], 2)
    if found.refused:
        report = Report(path.name, "")
        complaints = [sentences.refusal(report, one, say) for one in found.refused]
        told = _exposure_as_json(path, Added(0, 0), complaints)
        return ExposureTold(told, say.text("exposure-refused", file=path.name), complaints, 1)
    if check:
        told = _exposure_as_json(path, Added(0, 0), [])
        return ExposureTold(told, say.text("exposure-checked", file=path.name, rows=len(found.rows)), [], 0)
    with database.writer(engine) as connection:
        added = exposure_file.take_in(connection, found, author) or Added(0, 0)
    sentence = say.text("exposure-added", file=path.name, added=added.added, unchanged=added.unchanged)
    return ExposureTold(_exposure_as_json(path, added, []), sentence, [], 0)


def _exposure_as_json(path: Path, added: Added, complaints: list[str]) -> dict[str, Any]:
    return {"file": path.name, "added": added.added, "unchanged": added.unchanged, "problems": complaints}
