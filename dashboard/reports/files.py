"""The files that people leave with, by format: one name, one maker. Not here: what each one holds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.meetings import Meeting
from dashboard.view import View

Format = Literal["pptx", "xlsx"]
FORMATS: Final[tuple[Format, ...]] = ("pptx", "xlsx")


@dataclass(frozen=True)
class File:
    """A file to download: its name, its type, and what makes it, called at the click."""

    name: str
    mime: str
    make: Callable[[], bytes]


MIMES: Final[dict[Format, str]] = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def made(view: View, as_: Format, meeting: Meeting | None = None, kept: tuple[str, ...] = ()) -> bytes:
    """Return one of the files of a view, in its language; ``kept`` scenes of the deck, by default all."""
    if as_ == "xlsx":
        from dashboard.reports.workbook import workbook

        return workbook(view, meeting)
    from dashboard.reports.deck import deck

    return deck(view, meeting, kept)


def file(view: View, as_: Format, meeting: Meeting | None = None, kept: tuple[str, ...] = ()) -> File:
    """One of the files of a view, not made yet."""
    mark = meeting.code if meeting else f"v{view.snapshot.number}"
    name = f"portee-jps-{view.edition}-{mark}-{view.language}.{as_}"
    return File(name, MIMES[as_], lambda: made(view, as_, meeting, kept))
