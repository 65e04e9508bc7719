"""Something to show: what a partner brought to one edition, in the words of an attestation and of a picture.

Composes a View of one partner. Not here: drawing (``typesetting``), offering the files (``files``).
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Literal

import pandas as pd

from dashboard import contribution, formats, messages, overview, region
from dashboard.messages import Language, text
from dashboard.paper import edition, typesetting
from dashboard.view import View

Basis = Literal["none", "expected", "mixed", "confirmed"]
"""What a number of people stands on: nothing told, announced, some of both, confirmed after the week."""


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
    days: str | None
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


def told(view: View, partner: str, language: Language) -> Keepsake:
    """Put into words what a partner brought to the view's edition."""
    with messages.speaking(language):
        return _told(replace(view, language=language), partner)


def attestation(said: Keepsake) -> bytes:
    """Draw a letter-size PDF of one page."""
    return typesetting.pdf("attestation", _words(said), said.made_at)


def picture(said: Keepsake) -> bytes:
    """Draw a PNG of 1200 by 630 pixels, the size that social networks show whole."""
    return typesetting.png("picture", _words(said))


def _words(said: Keepsake) -> dict[str, Any]:
    return {name: value for name, value in asdict(said).items() if name != "made_at"}


def _told(view: View, partner: str) -> Keepsake:
    now = overview.totals(view, view.edition)
    activities = contribution.activities(view)
    basis = _basis(activities)
    moment = view.snapshot.latest or datetime(view.edition, 1, 1)
    return Keepsake(
        language=view.language,
        campaign=region.campaign(view.language),
        edition=edition.name(view),
        days=edition.days(view),
        theme=edition.theme(view),
        document=text("keepsake-document", partner=partner, edition=str(view.edition)),
        title=text("keepsake-title"),
        partner=partner,
        sentence=text(
            "keepsake-sentence",
            count=now.registrations,
            number=formats.number(now.registrations),
            campaign=region.campaign(view.language),
            edition=str(view.edition),
        ),
        figure=formats.number(now.registrations if basis == "none" else now.reach),
        label=_label(basis, now.registrations if basis == "none" else now.reach, activities),
        tables=tuple(table for table in (_audiences(view, basis), _actions(view)) if table.rows),
        notes=_notes(basis, activities),
        organiser=region.organiser(),
        foot=text("paper-foot", version=str(view.snapshot.number), day=formats.day(formats.local(moment))),
        fictional=text("report-demonstration") if view.snapshot.has_demonstration else None,
        made_at=moment,
    )


def _basis(activities: pd.DataFrame) -> Basis:
    """Confirmed only where nothing that counts is merely announced."""
    counted = activities[activities["reach"].notna()]
    if counted.empty:
        return "none"
    if counted["confirmed"].isna().all():
        return "expected"
    is_confirmed = counted["confirmed"].notna() & (counted["confirmed"] == counted["reach"])
    return "confirmed" if is_confirmed.all() else "mixed"


def _label(basis: Basis, figure: int, activities: pd.DataFrame) -> str:
    if basis == "none":
        return text("keepsake-registrations", count=figure)
    confirmed = int(activities["confirmed"].sum())
    return text(f"keepsake-{basis}", count=figure, confirmed=confirmed, number=formats.number(confirmed))


def _notes(basis: Basis, activities: pd.DataFrame) -> tuple[str, ...]:
    if basis == "none":
        return (text("keepsake-note-none"),)
    unknown = int(activities["reach"].isna().sum())
    left = [text("keepsake-unknown", count=unknown, number=formats.number(unknown))] if unknown else []
    return (text(f"keepsake-note-{basis}"), *left, text("keepsake-contacts"))


def _audiences(view: View, basis: Basis) -> Table:
    """People by audience: one column, or confirmed apart from what is still only announced."""
    reach = view.reach("edition", "audience")
    rows = reach[(reach["edition"] == view.edition) & reach["reach"].notna()].set_index("audience")
    named = [(name, rows.loc[code]) for code, name in view.audience_names.items() if code in rows.index]
    if basis == "mixed":
        return Table(
            (text("keepsake-audience"), text("column-confirmed"), text("keepsake-still-expected")),
            tuple(
                (name, formats.number(row["confirmed"]), formats.number(_announced(row)))
                for name, row in named
            ),
        )
    column = text("column-confirmed" if basis == "confirmed" else "column-expected")
    return Table(
        (text("keepsake-audience"), column),
        tuple((name, formats.number(row["reach"])) for name, row in named),
    )


def _announced(row: pd.Series) -> float:
    confirmed = 0 if pd.isna(row["confirmed"]) else row["confirmed"]
    return float(row["reach"] - confirmed)


def _actions(view: View) -> Table:
    activity = view.activity("edition", "action")
    counts = activity[activity["edition"] == view.edition].set_index("action")["registrations"]
    return Table(
        (text("column-action"), text("column-registrations")),
        tuple(
            (name, formats.number(counts[code])) for code, name in view.action_names.items() if code in counts
        ),
    )
