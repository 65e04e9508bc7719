"""The tables and sentences of the page *Ma contribution*. Composes a View of one partner; draws nothing.

What concerns the others comes only from what is released (``queries.released``, ``queries.standing``).
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pandas as pd

from dashboard import formats, overview, queries, tables
from dashboard.components import Tile
from dashboard.disclosure import TOTAL
from dashboard.messages import text
from dashboard.view import View

SMALLEST: Final = 0.001
"""Part under which the figure would be written as zero."""


@dataclass(frozen=True)
class Part:
    """One partner's part of what a territory reaches; ``whole`` is missing where it is hidden."""

    territory: str
    people: float
    whole: float

    @property
    def ratio(self) -> float:
        """Part of the whole; missing where the whole is hidden or zero."""
        return self.people / self.whole if self.whole else float("nan")


def thanks(view: View, name: str) -> str:
    """« Merci! En 2024, Organisme fictif A a rejoint 330 personnes par 3 inscriptions. »"""
    now = overview.totals(view, view.edition)
    basis = "none" if not now.reach else "confirmed" if now.confirmed_share == 1 else "expected"
    return text(
        "finding-thanks",
        partner=name,
        edition=str(view.edition),
        basis=basis,
        people=formats.number(now.reach),
        reach=now.reach,
        count=now.registrations,
        number=formats.number(now.registrations),
    )


def tiles(view: View) -> list[Tile]:
    """The headline figures, and the part of the region's total where it can be shown."""
    now, before = overview.totals(view, view.edition), overview.previous_totals(view)
    region = parts(view)[-1]
    reach, _, *counts = overview.tiles(now, before, view)
    return [reach, *counts, _part_tile(region)]


def parts(view: View) -> list[Part]:
    """The partner's part of each MRC where they were when totals were released, then of the region."""
    release = _release(view)
    released, mine = release.table.set_index("cell")["value"], release.own
    if release.as_of is None:
        own = view.reach("edition", "mrc")
        mine = own[own["edition"] == view.edition].fillna({"mrc": queries.NO_MRC}).set_index("mrc")["reach"]
    names = view.names_of("mrc") | {queries.NO_MRC: text("no-territory")}
    found = [Part(names[code], float(people), _whole(released, code)) for code, people in mine.items()]
    found.sort(key=lambda part: part.people, reverse=True)
    return [*found, Part(text("region-total"), float(mine.sum()), _whole(released, TOTAL))]


def parts_table(shown: list[Part]) -> pd.DataFrame:
    """Parts as people read them; what is hidden says so."""
    hidden = text("hidden")
    return pd.DataFrame(
        [
            (
                part.territory,
                formats.number(part.people),
                hidden if math.isnan(part.whole) else formats.number(part.whole),
                hidden if math.isnan(part.whole) else _percent(part.ratio),
            )
            for part in shown
        ],
        columns=[text(f"column-{name}") for name in ("territory", "mine", "whole", "part")],
    )


def parts_note(view: View, shown: list[Part]) -> str:
    """When the totals were what they are, and why some are hidden, where some are."""
    why = text("parts-hidden") if any(math.isnan(part.whole) for part in shown) else text("parts-note")
    return f"{as_of(view)} {why}"


def as_of(view: View) -> str:
    """« Totaux au 12 février 2026… », with when they are released again."""
    moment = _release(view).as_of
    return (
        text("released-not-yet")
        if moment is None
        else text("released-as-of", day=formats.day(formats.local(moment)))
    )


def standing(view: View) -> str:
    """Where the partner stands among those of their sector: a quarter, never a rank nor a name."""
    found = queries.standing(view.scope, view.version, view.edition)
    if found is None:
        return text("standing-hidden")
    return text(
        f"standing-{found.quarter}",
        sector=view.sector_names[found.sector].lower(),
        others=formats.number(found.others),
    )


@lru_cache(maxsize=256)
def activities(view: View) -> pd.DataFrame:
    """The partner's registrations in the chosen edition, as they are stored."""
    places = tuple(sorted(view.reference.places["current_code"].unique()))
    return queries.registrations(view.scope, view.version, view.edition, places, view.filters.restriction)


def activities_table(view: View) -> pd.DataFrame:
    """The partner's registrations as people read them."""
    rows = activities(view)
    named = rows.assign(action=rows["action"].map(view.action_names), place=view.place_called(rows["place"]))
    return tables.readable(
        named, *("number", "action", "title", "place", "held_on", "expected", "confirmed", "partner")
    )


def missing(view: View) -> list[str]:
    """What is missing in the partner's figures besides their confirmation (``confirmation``)."""
    rows = activities(view)
    unknown = int((rows["expected"].isna() & rows["confirmed"].isna()).sum())
    return [text("missing-figures", count=unknown)] if unknown else []


def years_table(trend: pd.DataFrame) -> pd.DataFrame:
    """The partner's editions as people read them."""
    return tables.readable(trend, "edition", "reach", "expected", "confirmed")


def _release(view: View) -> queries.Released:
    return queries.release(view.scope, view.version, view.edition)


def _whole(released: pd.Series, cell: str) -> float:
    value = released.get(cell)
    return float("nan") if value is None or pd.isna(value) else float(value)


def _part_tile(region: Part) -> Tile:
    help_ = text("parts-hidden" if math.isnan(region.whole) else "help-part")
    return Tile(text("tile-part"), _percent(region.ratio), help=help_)


def _percent(ratio: float) -> str:
    """A part with one decimal; one too small to be seen is said to be, never zero."""
    if 0 < ratio < SMALLEST:
        return text("less-than", part=formats.percent(SMALLEST, 1))
    return formats.percent(ratio, 1)
