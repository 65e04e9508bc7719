"""How the command line tells of loads already made: the history, and the rows behind a registration.

Not here: the commands themselves (``__main__``), sentences that the pages say too (``sentences``).
"""

from typing import Any

from etl.history import LoadTold
from etl.messages import Catalogue


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
