"""Where the figures of a report come from: what every sheet, slide and page of paper carries.

Also the view that a report is made of, without a page. Not here: how a report shows it.
"""

from dataclasses import dataclass

from dashboard import filters, formats, messages, queries, region
from dashboard.meetings import Meeting
from dashboard.messages import Language, text
from dashboard.question import Filters, Restriction
from dashboard.scope import Scope
from dashboard.versions import name_of
from dashboard.view import View


class NothingToTell(LookupError):
    """The edition has no data at that version."""


@dataclass(frozen=True)
class Origin:
    """In the words of the view's language.

    Attributes:
        title: what the report speaks of, « Journées de la persévérance scolaire, édition 2024 ».
        version: the version of the data, « version 37 des données, 23 novembre 2026, 14 h 05 ».
        filters: what is kept of them.
        demonstration: the mark of fictional data; nothing otherwise.
        meeting: the meeting and its code; nothing outside one.
        sources: one sentence each.
    """

    title: str
    version: str
    filters: str
    demonstration: str | None
    meeting: str | None
    sources: tuple[str, ...]

    def line(self) -> str:
        """Version, meeting and demonstration mark in a line, for the foot of a slide."""
        told = (self.meeting, self.version, self.demonstration)
        return " · ".join(part for part in told if part)


def view_at(
    scope: Scope,
    edition: int,
    language: Language,
    version: int | None = None,
    restriction: Restriction | None = None,
) -> View:
    """The view of one edition as a page would have it.

    Args:
        scope: who asks.
        edition: its year.
        language: of what is made of it.
        version: as of which version; by default, now.
        restriction: what is kept; by default, everything.

    Raises:
        NothingToTell: there is no data of that edition then.
    """
    snapshot = queries.snapshot(scope, version)
    if edition not in snapshot.editions:
        raise NothingToTell(edition)
    reference = queries.reference(snapshot.versions, scope, queries.database_url())
    return View(scope, snapshot, reference, Filters(edition, restriction or Restriction()), language)


def view_of(scope: Scope, meeting: Meeting, language: Language) -> View:
    """The view that was frozen for a meeting.

    Raises:
        NothingToTell: as above.
    """
    return view_at(scope, meeting.edition, language, meeting.version, meeting.restriction)


def origin(view: View, meeting: Meeting | None = None) -> Origin:
    """Where the figures of a view come from, in its language."""
    with messages.speaking(view.language):
        return _origin(view, meeting)


def _origin(view: View, meeting: Meeting | None) -> Origin:
    latest = view.snapshot.latest
    return Origin(
        title=text("report-title", edition=str(view.edition), campaign=region.campaign(view.language)),
        version=text(
            "report-version",
            version=str(view.snapshot.number),
            moment=formats.moment(latest) if latest else formats.MISSING,
        ),
        filters=filters.describe(view.filters.restriction, view.reference, view.scope),
        demonstration=text("report-demonstration") if view.snapshot.has_demonstration else None,
        meeting=text("report-meeting", meeting=name_of(meeting), spoken=meeting.code) if meeting else None,
        sources=_sources(view),
    )


def _sources(view: View) -> tuple[str, ...]:
    published = view.reference.published
    people = published[(published["measure"] == "people") & published["source_title"].notna()]
    told = [f"{row.source_title} ({row.edition})" for row in people.itertuples()]
    return (
        text("report-source-registrations"),
        text("report-source-counting"),
        text("report-source-places"),
        *((text("report-source-published", sources="; ".join(told)),) if told else ()),
    )
