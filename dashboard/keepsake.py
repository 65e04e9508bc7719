"""Something to show: what a partner brought to one edition, as a one-page attestation and a picture.

``told`` puts into words what a view of one partner says; ``attestation`` and ``picture`` draw it, pure: the
same words give the same bytes. Words enter the drawings as data, never as their source, and the fonts are those
that the typesetter carries. Not here: handing the files over (``components``, ``access``).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

import pandas as pd
from babel import Locale

from dashboard import formats, messages, region
from dashboard.messages import Language, text
from dashboard.palette import LIGHT
from dashboard.view import View

FOLDER: Final = Path(__file__).parent / "keepsakes"
COLOURS: Final = {
    "accent": LIGHT.accent,
    "text": LIGHT.text,
    "muted": LIGHT.muted,
    "grid": LIGHT.grid,
    "pale": LIGHT.map_classes[0],
}

LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")

Basis = Literal["none", "expected", "mixed", "confirmed"]


@dataclass(frozen=True)
class Table:
    """Figures in rows, as they are read: the head names the columns."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Keepsake:
    """What the attestation and the picture say, in one language; ``figure`` is the one written large."""

    language: Language
    campaign: str
    edition: str
    theme: str | None
    document: str
    title: str
    partner: str
    sentence: str
    figure: str
    label: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    organiser: str
    foot: str
    fictional: str | None
    made_at: datetime


@dataclass(frozen=True)
class Offered:
    """A file that a partner may take away; ``make`` makes it."""

    name: str
    kind: str
    label: str
    make: Callable[[], bytes]


def told(view: View, partner: str, language: Language) -> Keepsake:
    """Put into words what a partner brought to the view's edition."""
    with messages.speaking(language):
        return _told(replace(view, language=language), partner)


def offered(view: View, partner: str) -> Iterator[Offered]:
    """Give the files of a partner and an edition, in each language; nothing is made before one is asked for."""
    for language in LANGUAGES:
        for thing, (kind, draw) in DRAWINGS.items():
            yield Offered(
                name=f"{thing}-{view.edition}-{language}",
                kind=kind,
                label=text(f"keepsake-{thing}-{language}"),
                make=partial(_made, draw, view, partner, language),
            )


def attestation(said: Keepsake) -> bytes:
    """Draw a letter-size PDF of one page, tagged for screen readers (PDF/UA-1).

    A name with a letter that the font lacks is written all the same, in a PDF that does not claim the standard.
    """
    import typst

    drawing = _drawing("attestation", said)
    try:
        content: bytes = typst.compile(format="pdf", pdf_standards=["ua-1"], **drawing)
    except typst.TypstError:
        content = typst.compile(format="pdf", **drawing)
    return content


def picture(said: Keepsake) -> bytes:
    """Draw a PNG of 1200 by 630 pixels, the size that social networks show whole."""
    import typst

    content: bytes = typst.compile(format="png", ppi=72, **_drawing("picture", said))
    return content


DRAWINGS: Final[dict[str, tuple[str, Callable[[Keepsake], bytes]]]] = {
    "attestation": ("pdf", attestation),
    "picture": ("png", picture),
}


def _made(draw: Callable[[Keepsake], bytes], view: View, partner: str, language: Language) -> bytes:
    return draw(told(view, partner, language))


def _drawing(template: str, said: Keepsake) -> dict[str, Any]:
    words = {name: value for name, value in asdict(said).items() if name != "made_at"}
    return {
        "input": str(FOLDER / f"{template}.typ"),
        "root": str(FOLDER),
        "sys_inputs": {"told": json.dumps(words | {"colours": COLOURS})},
        "ignore_system_fonts": True,
        "timestamp": int(said.made_at.replace(tzinfo=UTC).timestamp()),
    }


def _told(view: View, partner: str) -> Keepsake:
    people = _people(view.reach("edition"), view.edition)
    activity = view.activity("edition")
    registrations = int(activity.loc[activity["edition"] == view.edition, "registrations"].sum())
    basis = _basis(people)
    edition = view.reference.editions.loc[view.edition]
    moment = view.snapshot.latest or datetime(view.edition, 1, 1)
    label = "keepsake-registrations" if basis == "none" else f"keepsake-{basis}"
    figure = registrations if basis == "none" else int(people["reach"])
    confirmed = 0 if pd.isna(people["confirmed"]) else int(people["confirmed"])
    return Keepsake(
        language=view.language,
        campaign=region.campaign(view.language),
        edition=_edition(view.edition, edition["number"]),
        theme=text("keepsake-theme", theme=edition["theme"]) if edition["theme"] else None,
        document=text("keepsake-document", partner=partner, edition=str(view.edition)),
        title=text("keepsake-title"),
        partner=partner,
        sentence=text(
            "keepsake-sentence",
            count=registrations,
            number=formats.number(registrations),
            campaign=region.campaign(view.language),
            edition=str(view.edition),
        ),
        figure=formats.number(figure),
        label=text(label, count=figure, confirmed=confirmed, number=formats.number(confirmed)),
        tables=tuple(table for table in (_audiences(view, basis), _actions(view)) if table.rows),
        notes=(text(f"keepsake-note-{basis}"), *([] if basis == "none" else [text("keepsake-contacts")])),
        organiser=region.organiser(),
        foot=text("keepsake-foot", version=str(view.snapshot.number), day=formats.day(formats.local(moment))),
        fictional=text("keepsake-fictional") if view.snapshot.has_demonstration else None,
        made_at=moment,
    )


def _people(reach: pd.DataFrame, edition: int) -> pd.Series:
    """People of one edition; missing where nobody gave a figure, which is not zero."""
    rows = reach[reach["edition"] == edition]
    return rows[["reach", "confirmed"]].sum(min_count=1)


def _basis(people: pd.Series) -> Basis:
    if pd.isna(people["reach"]):
        return "none"
    if pd.isna(people["confirmed"]) or (people["confirmed"] == 0 and people["reach"] > 0):
        return "expected"
    return "confirmed" if people["confirmed"] == people["reach"] else "mixed"


def _edition(year: int, number: float | None) -> str:
    if number is None or pd.isna(number):
        return text("edition-name", edition=str(year))
    form = Locale.parse(messages.babel_locale()).ordinal_form(int(number))
    return text("keepsake-edition", number=str(int(number)), form=form, edition=str(year))


def _audiences(view: View, basis: Basis) -> Table:
    """People by audience: one column, or confirmed apart from what is still only announced."""
    reach = view.reach("edition", "audience")
    rows = reach[(reach["edition"] == view.edition) & reach["reach"].notna()].set_index("audience")
    named = [(name, rows.loc[code]) for code, name in view.audience_names.items() if code in rows.index]
    if basis == "mixed":
        head = (text("keepsake-audience"), text("column-confirmed"), text("keepsake-still-expected"))
        cells = tuple(
            (name, formats.number(row["confirmed"]), formats.number(_announced(row))) for name, row in named
        )
        return Table(head, cells)
    column = text("column-confirmed" if basis == "confirmed" else "column-expected")
    head = (text("keepsake-audience"), column)
    return Table(head, tuple((name, formats.number(row["reach"])) for name, row in named))


def _announced(row: pd.Series) -> float:
    confirmed = 0 if pd.isna(row["confirmed"]) else row["confirmed"]
    return float(row["reach"] - confirmed)


def _actions(view: View) -> Table:
    activity = view.activity("edition", "action")
    counts = activity[activity["edition"] == view.edition].set_index("action")["registrations"]
    head = (text("column-action"), text("column-registrations"))
    names = view.action_names.items()
    return Table(head, tuple((name, formats.number(counts[code])) for code, name in names if code in counts))
