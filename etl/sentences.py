"""What a load says to people: a refusal, a warning, a file that cannot be read. Shared by the command line
and the pages.

Not here: the words (``catalogues``), and what deserves to be said (``load``, ``notices``).
"""

from functools import cache
from pathlib import Path

from etl.load import Refusal, Report, Warning
from etl.messages import Catalogue
from etl.read import UnreadableFile


@cache
def catalogue(language: str) -> Catalogue:
    """The messages of a language, ``fr`` or ``en``."""
    return Catalogue(Path(__file__).parent / "catalogues", language)


def problem(refusal: Refusal, say: Catalogue) -> str:
    """What is wrong with a cell, and what to do."""
    return say.text(f"problem-{refusal.code}", value=refusal.value, **refusal.details)


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
