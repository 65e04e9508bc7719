"""The files that people leave with, by format: one name, one maker. Not here: what each one holds."""

from collections.abc import Iterator
from functools import partial
from typing import Final, Literal

from dashboard.meetings import Meeting
from dashboard.messages import text
from dashboard.paper.files import Offered
from dashboard.view import View

Format = Literal["pdf", "pptx", "xlsx"]
FORMATS: Final[tuple[Format, ...]] = ("pdf", "pptx", "xlsx")


def made(view: View, as_: Format, meeting: Meeting | None = None, kept: tuple[str, ...] = ()) -> bytes:
    """Return one of the files of a view, in its language; ``kept`` scenes of the deck, by default all."""
    if as_ == "xlsx":
        from dashboard.reports.workbook import workbook

        return workbook(view, meeting)
    if as_ == "pptx":
        from dashboard.reports.deck import deck

        return deck(view, meeting, kept)
    from dashboard.paper.brief import brief

    return brief(view, meeting)


def offered(view: View, meeting: Meeting | None = None, kept: tuple[str, ...] = ()) -> Iterator[Offered]:
    """The files of a view, in its language, none made yet: for who sees the figures of all."""
    mark = meeting.code if meeting else f"v{view.snapshot.number}"
    for form in FORMATS:
        yield Offered(
            name=f"{view.edition}-{mark}-{view.language}",
            kind=form,
            label=text(f"report-download-{form}"),
            make=partial(made, view, form, meeting, kept),
        )
