"""What an open screen receives: the scenes of a preparation, drawn for its shape, as JSON.

Belongs here: putting together scope, version, scenes and drawings. Not here: what a scene says (``scenes``),
how a chart is drawn (``dashboard.drawing``), who asks (``entrance``).
"""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal

from dashboard import formats, meetings, messages, queries
from dashboard.board import calendar
from dashboard.board.preparation import Preparation
from dashboard.board.scenes import Scene, context, scenes
from dashboard.drawing import SCREEN, SCREEN_DARK, Style, draw
from dashboard.filters import names, territory_names
from dashboard.meeting_codes import NotACode
from dashboard.meetings import FiguresGone, Meeting
from dashboard.messages import text
from dashboard.queries import Reference, Snapshot
from dashboard.question import Filters, Restriction
from dashboard.scope import BOARD, Scope
from dashboard.view import View
from etl import stamp

Shape = Literal["wide", "upright", "narrow"]


@dataclass(frozen=True)
class Sheet:
    """Room for a drawing, in its own units, and the letters that can be read in it."""

    width: int
    height: int
    size: float
    small: float


SHEETS: Final[dict[Shape, Sheet]] = {
    "wide": Sheet(1220, 686, 46, 44),
    "upright": Sheet(720, 740, 30, 27),
    "narrow": Sheet(720, 1040, 32, 29),
}
"""A screen of 1920 × 1080, in its pixels; a tablet and a phone held upright, about two units to a pixel."""
FAR: Final = {
    "light": replace(SCREEN.palette, accent="#08583D", muted="#46534C", decrease="#87390F"),
    "dark": replace(SCREEN_DARK.palette, accent="#5CD69B", muted="#B5C4BC", decrease="#F0A36B"),
}
"""The colours of the pages, but for words: across a room they must be 7 to 1 on their paper."""


@dataclass(frozen=True)
class State:
    """What a screen shows when it shows the newest: the newest version, and the day, for the countdown."""

    version: int
    day: str

    def written(self) -> str:
        return f"{self.version}.{self.day}"


@dataclass(frozen=True)
class Asked:
    """All that the content of a screen depends on, and so its key."""

    state: State
    snapshot: Snapshot
    scope: Scope
    preparation: Preparation
    shape: Shape
    database_url: str | None


def asked(preparation: Preparation, shape: Shape, scope: Scope, known: State | None) -> Asked:
    """Read which version a screen is to show now.

    Args:
        preparation: what is wanted.
        shape: of the screen.
        scope: of who asks.
        known: the last state that is known of, if any. It is older than what is read here: a load that falls
            between the two makes the screen ask once too often, never once too few.
    """
    now = known or state()
    snapshot = queries.snapshot(scope, preparation.as_of)
    return Asked(now, snapshot, scope, preparation, shape, queries.database_url())


def state() -> State:
    """What the newest is, for whoever waits for it to change: one question to the database."""
    return State(queries.newest_version(BOARD), today().isoformat())


def today() -> date:
    """The day on the region's clocks."""
    return formats.local(stamp.now()).date()


def made(asked: Asked) -> bytes:
    """The content, compressed once for all those who ask for the same."""
    with messages.speaking(asked.preparation.language):
        told = _told(asked)
    return gzip.compress(json.dumps(told, ensure_ascii=False).encode(), compresslevel=6, mtime=0)


def view(snapshot: Snapshot, preparation: Preparation, scope: Scope) -> View:
    """What a preparation looks at; an edition or a code that is not known is as if it were not asked."""
    reference = queries.reference(snapshot.versions, scope, queries.database_url())
    edition = preparation.edition if preparation.edition in snapshot.editions else snapshot.editions[-1]
    kept = known(preparation.restriction, reference)
    return View(scope, snapshot, reference, Filters(edition, kept), messages.language())


def of_meeting(wanted: Preparation, meeting: Meeting) -> Preparation:
    """A preparation of a meeting's figures: what it does not say itself is what was asked that day."""
    return replace(
        wanted,
        code=meeting.code,
        edition=wanted.edition or meeting.edition,
        restriction=meeting.restriction if wanted.restriction == Restriction() else wanted.restriction,
    )


def known(restriction: Restriction, reference: Reference) -> Restriction:
    """What is left of a restriction once the codes that nothing bears are taken out."""

    def among(codes: tuple[str, ...], choices: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(code for code in codes if code in choices)

    return Restriction(
        among(restriction.territories, territory_names(reference)),
        among(restriction.audiences, names(reference, "audiences")),
        among(restriction.sectors, names(reference, "sectors")),
        among(restriction.actions, names(reference, "actions")),
    )


def chosen(every: list[Scene], wanted: tuple[str, ...]) -> list[Scene]:
    """The scenes wanted, in that order; all of them where none of those wanted has anything to say."""
    by_name = {scene.name: scene for scene in every}
    return [by_name[name] for name in wanted if name in by_name] or every


def _told(asked: Asked) -> dict[str, Any]:
    wanted, snapshot = asked.preparation, asked.snapshot
    if wanted.code is not None:
        try:
            meeting = meetings.find(asked.scope, wanted.code)
        except NotACode:
            return _nothing(asked, text("meeting-not-a-code", spoken=wanted.code))
        except FiguresGone as gone:
            return _nothing(asked, text("meeting-figures-gone", spoken=str(gone)))
        wanted, snapshot = of_meeting(wanted, meeting), queries.snapshot(asked.scope, meeting.version)
    if not snapshot.versions:
        return _nothing(asked, text("screen-empty"))
    shown = view(snapshot, wanted, asked.scope)
    dates = shown.reference.editions.loc[shown.edition]
    latest = snapshot.latest
    return {
        "state": asked.state.written(),
        "version": snapshot.number,
        "context": context(shown),
        "demonstration": text("screen-demonstration") if snapshot.has_demonstration else None,
        "moment": calendar.moment(dates["starts_on"], dates["ends_on"], today()),
        "updated": text("screen-updated", clock=formats.clock(latest)) if latest else None,
        "past": _past(wanted, snapshot),
        "scenes": [_scene(scene, asked.shape) for scene in chosen(scenes(shown), wanted.scenes)],
    }


def _nothing(asked: Asked, words: str) -> dict[str, Any]:
    """What a screen says instead of figures."""
    return {"state": asked.state.written(), "version": 0, "empty": words, "scenes": []}


def _past(wanted: Preparation, snapshot: Snapshot) -> str | None:
    """The mark of figures that do not follow the loads; none where they do."""
    if wanted.code is not None:
        return text("screen-meeting", spoken=wanted.code)
    return text("screen-past", version=str(snapshot.as_of)) if snapshot.as_of else None


def _scene(scene: Scene, shape: Shape) -> dict[str, Any]:
    sheet = SHEETS[shape]
    return {
        "name": scene.name,
        "title": scene.title,
        "figure": scene.figure,
        "value": scene.value,
        "label": scene.label,
        "change": scene.change,
        "note": scene.note,
        "light": draw(scene.chart, sheet.width, sheet.height, _style(SCREEN, "light", sheet)),
        "dark": draw(scene.chart, sheet.width, sheet.height, _style(SCREEN_DARK, "dark", sheet)),
    }


def _style(style: Style, light: str, sheet: Sheet) -> Style:
    return replace(style, palette=FAR[light], size=sheet.size, small=sheet.small)
