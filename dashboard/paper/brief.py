"""*JPS en bref*: one edition on one page, for the minutes and for the press.

Composes what the board's scenes rest on, so that the page says what the screen said. Not here: drawing
(``typesetting``, ``drawing``), the words of a partner (``keepsake``).
"""

from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import pandas as pd

from dashboard import findings, formats, messages, overview, region, signin, versions
from dashboard.board import history, territory
from dashboard.board.scene import Ground, Scene
from dashboard.board.scenes import context
from dashboard.drawing import PAPER, draw
from dashboard.meetings import Meeting
from dashboard.messages import text
from dashboard.paper import edition, typesetting
from dashboard.reports.origin import origin
from dashboard.view import View

COUNTED: Final = ("partners", "registrations", "municipalities")
WIDE: Final = 337
"""Points of a drawing: two of the page's three columns."""
MAP_HEIGHT: Final = 158
TREND_HEIGHT: Final = 110
ROWS: Final = 9
"""Rows that a list of the page has room for: what remains is gathered in the last one."""


def brief(view: View, meeting: Meeting | None = None) -> bytes:
    """Draw the page as a PDF (letter, portrait), in the view's language.

    Args:
        view: whose figures, of which edition and version, under which filters.
        meeting: the one that froze them, if one did.
    """
    moment = view.snapshot.latest or datetime(view.edition, 1, 1)
    return typesetting.pdf("brief", told(view, meeting), moment)


def told(view: View, meeting: Meeting | None = None) -> dict[str, Any]:
    """Everything the page says, by its place in the template."""
    with messages.speaking(view.language):
        ground = Ground(view)
        title = text("brief-title", campaign=region.short_name())
        return {
            "language": view.language,
            "document": text("brief-document", title=title, edition=str(view.edition)),
            "title": title,
            "campaign": region.campaign(view.language),
            "edition": edition.name(view),
            "days": edition.days(view),
            "theme": edition.theme(view),
            "context": context(view),
            "fictional": origin(view).demonstration,
            "finding": findings.overview(
                ground.now, ground.before, view.edition, ground.called_before if ground.before else None
            ),
            "figures": _figures(ground),
            "people": ground.people,
            "empty": text("brief-empty"),
            "mark": text("brief-mark", edition=ground.called_before) if ground.previous else None,
            "lists": [_list(ground, dimension) for dimension in ("audience", "mrc", "sector")],
            "map": _drawn("place", territory.mapped(ground), MAP_HEIGHT),
            "moved": _moved(ground),
            "trend": _drawn("edition", history.trend(ground), TREND_HEIGHT),
            "published": _published(view),
            "foot": _foot(view, meeting),
        }


def _figures(ground: Ground) -> list[dict[str, Any]]:
    """The five headline figures; the first is the one written large."""
    tiles = overview.tiles(ground.now, ground.before)
    labels = [
        text("board-people-label", basis=ground.basis, count=ground.now.reach),
        *(text(f"brief-{name}", count=getattr(ground.now, name)) for name in COUNTED),
        text("brief-confirmed"),
    ]
    return [
        {"value": tile.value, "label": label, "change": _change(ground, tile.change)}
        for tile, label in zip(tiles, labels, strict=True)
    ]


def _change(ground: Ground, change: str | None) -> str | None:
    return None if change is None or change.startswith(formats.MISSING) else ground.since(change)


def _list(ground: Ground, dimension: str) -> dict[str, Any]:
    """People by a dimension, the most first, each with its part of the longest bar."""
    compared = ground.compared(dimension)
    rows = compared[["label", "value", "previous"]].head(ROWS if len(compared) <= ROWS else ROWS - 1)
    left = compared.iloc[len(rows) :]
    if len(left):
        name = text("board-others", count=formats.number(len(left)))
        sums = left[["value", "previous"]].sum(min_count=1)
        rows = pd.concat([rows, pd.DataFrame([{"label": name, **sums}])], ignore_index=True)
    longest = max(rows[["value", "previous"]].max().max(), 1) if len(rows) else 1
    return {
        "title": text(f"brief-by-{dimension}"),
        "rows": [
            {
                "name": row.label,
                "value": formats.number(row.value),
                "part": float(row.value) / longest,
                "before": None if pd.isna(row.previous) else float(row.previous) / longest,
            }
            for row in rows.itertuples()
        ],
    }


def _drawn(by: str, scene: Scene | None, height: int) -> dict[str, str] | None:
    if scene is None:
        return None
    return {
        "title": text(f"brief-by-{by}"),
        "alt": scene.title,
        "drawing": draw(scene.chart, WIDE, height, PAPER),
    }


def _moved(ground: Ground) -> dict[str, Any]:
    """What changed most since the edition before, or why nothing is compared."""
    if ground.previous is None:
        why = "break" if ground.view.previous else "first"
        return {"title": text("brief-moved"), "groups": [], "none": text(f"brief-moved-{why}")}
    moved = overview.moved_most(ground.beside)
    return {
        "title": text("chart-moved", edition=ground.called_before),
        "groups": [
            {
                "name": name,
                "rows": [
                    {"name": row.label, "change": formats.signed(row.change), "is_loss": bool(row.change < 0)}
                    for row in rows.itertuples()
                ],
            }
            for name, rows in moved.groupby("group", sort=False)
        ],
        "none": text("brief-moved-none") if moved.empty else None,
    }


def _published(view: View) -> dict[str, Any]:
    """Totals made public until then, each with its qualifier; none under a filter, which they ignore."""
    people = overview.published_people(view)
    people = people[people["edition"] <= view.edition]
    bases = overview.basis_names()
    none = "filtered" if view.is_filtered else "none"
    return {
        "title": text("brief-published"),
        "rows": [
            {"edition": str(row.edition), "figure": row.qualifier_text, "basis": bases[row.basis]}
            for row in people.itertuples()
        ],
        "none": text(f"brief-published-{none}") if people.empty else None,
    }


def _foot(view: View, meeting: Meeting | None) -> dict[str, Any]:
    told = origin(view, meeting)
    return {
        "sources": " ".join([text("brief-method"), *told.sources]),
        "organiser": region.organiser(),
        "version": formats.capitalised(told.version),
        "meeting": told.meeting,
        "address": _address(view, meeting),
    }


def _address(view: View, meeting: Meeting | None) -> str | None:
    """Where these figures are found again, if the site has an address that others can reach."""
    site = signin.public_address()
    if signin.is_loopback(urlsplit(site).hostname or ""):
        return None
    as_of = {"edition": str(view.edition), versions.KEY: str(view.snapshot.number)}
    asked = {versions.MEETING: meeting.code} if meeting else as_of
    return f"{site.rstrip('/')}/?{urlencode(asked)}"
