"""What ``python -m dashboard report`` does, in the language asked: which figures, which file, what to say.

Not here: options and exit codes (``dashboard.__main__``).
"""

from dataclasses import dataclass
from pathlib import Path

from dashboard import meetings, messages
from dashboard.meeting_codes import NotACode
from dashboard.meetings import Meeting
from dashboard.messages import Language, text
from dashboard.reports import files, origin
from dashboard.reports.files import Format
from dashboard.scope import BOARD
from dashboard.view import View


class NothingToSay(LookupError):
    """There are no such figures; the sentence says so."""


class NotAsked(ValueError):
    """The command does not say what it must, or where to write it; the sentence says which."""


@dataclass(frozen=True)
class Written:
    """The file just made: a sentence, and the same for programs."""

    sentence: str
    known: dict[str, object]


def write(out: Path, form: Format, language: Language, edition: int | None, code: str | None) -> Written:
    """Make one of the files and write it.

    Args:
        out: where; its folder exists.
        form: which file.
        language: of the file and of the sentences.
        edition: the year, which a meeting's code knows.
        code: of a meeting, if it is one's figures.

    Raises:
        NothingToSay: no data of that edition, or the database does not hold that meeting's figures.
        NotAsked: neither an edition nor a code, a slip in it, a folder that is not there.
    """
    with messages.speaking(language):
        if not out.parent.is_dir():
            raise NotAsked(text("report-folder-missing", file=str(out)))
        view, meeting = _asked(language, edition, code)
        told = origin.origin(view, meeting)
        try:
            out.write_bytes(files.made(view, form, meeting))
        except OSError as wrong:
            raise NotAsked(text("report-not-written", file=str(out), reason=str(wrong.strerror))) from wrong
        sentence = text("report-made", file=str(out), title=told.title, version=told.line())
    known = {
        "file": str(out),
        "format": form,
        "edition": view.edition,
        "version": view.snapshot.number,
        "meeting": meeting.code if meeting else None,
        "demonstration": view.snapshot.has_demonstration,
    }
    return Written(sentence, known)


def _asked(language: Language, edition: int | None, code: str | None) -> tuple[View, Meeting | None]:
    """The view of a report: that of a meeting, or of an edition as it is."""
    if code is None:
        if edition is None:
            raise NotAsked(text("report-edition-or-meeting"))
        try:
            return origin.view_at(BOARD, edition, language), None
        except origin.NothingToTell as empty:
            raise NothingToSay(text("report-edition-empty", edition=str(edition))) from empty
    try:
        found = meetings.find(BOARD, code)
    except NotACode as wrong:
        raise NotAsked(text("meeting-not-a-code", spoken=code)) from wrong
    except meetings.FiguresGone as gone:
        raise NothingToSay(text("meeting-figures-gone", spoken=str(gone))) from gone
    if edition not in (None, found.edition):
        raise NotAsked(text("report-other-edition", spoken=found.code, edition=str(found.edition)))
    return origin.view_of(BOARD, found, language), found
