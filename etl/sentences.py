"""What a load says to people: a refusal, a warning, a file that cannot be read. Shared by the command line
and the pages.

Not here: the words (``catalogues``), and what deserves to be said (``load``, ``notices``).
"""

from functools import cache
from pathlib import Path
from typing import Final

from etl import undo
from etl.corrections import Waiting
from etl.load import Refusal, Report, Warning
from etl.messages import Catalogue
from etl.read import UnreadableFile

LONGEST: Final = 200
"""Characters of a cell shown in the sentence about it, which must keep its end: what to do."""


@cache
def catalogue(language: str) -> Catalogue:
    """The messages of a language, ``fr`` or ``en``."""
    return Catalogue(Path(__file__).parent / "catalogues", language)


def problem(refusal: Refusal | Waiting, say: Catalogue) -> str:
    """What is wrong with a cell, and what to do."""
    value = refusal.value if len(refusal.value) <= LONGEST else f"{refusal.value[:LONGEST]}…"
    return say.text(f"problem-{refusal.code}", value=value, **refusal.details)


def refusal(report: Report, refused: Refusal, say: Catalogue) -> str:
    """Why a row waits: its file, sheet, row and column, what is wrong, and what to do."""
    return say.text(
        "place",
        file=report.file,
        sheet=refused.sheet,
        row=str(refused.row),
        column=refused.column,
        problem=problem(refused, say),
    )


def unreadable(file: str, error: UnreadableFile, say: Catalogue) -> str:
    """Why a file cannot be read, and what to do."""
    return say.text(f"file-{error.code}", file=file, **dict(error.details))


def warning(told: Warning, say: Catalogue) -> str:
    """What deserves a look though nothing is lost."""
    return say.text(f"warning-{told.code}", **told.details)


def undo_refused(error: Exception, load_id: int, say: Catalogue) -> str:
    """Why a load cannot be taken back, in a sentence."""
    load = str(load_id)
    if isinstance(error, undo.AlreadyUndone):
        return say.text("undo-already", load=load, when=error.when.isoformat(" "), author=error.author or "—")
    if isinstance(error, undo.DependentLoads):
        named = "; ".join(
            say.text("undo-load", load=str(one.id), file=one.file, when=one.loaded_at.date().isoformat())
            for one in error.loads
        )
        return say.text("undo-dependent", load=load, loads=named)
    if isinstance(error, undo.DependentDecisions):
        return say.text("undo-merged", load=load, decisions=", ".join(map(str, error.decisions)))
    if isinstance(error, undo.FromAPackage):
        return say.text("undo-package", load=load)
    return say.text("undo-unknown", load=load)
