"""What can be said aloud: a paragraph for the press about what a page looks at, and a note for each figure.

``facts`` reads the figures through a View; ``paragraph`` puts them into words, pure. What is only announced
is worded so, « plus de » stands only before a smaller number, and no sentence compares across a break.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from dashboard import filters, formats, messages, metrics, overview, region, tables
from dashboard.behind import Links, behind, only
from dashboard.messages import Language, text
from dashboard.metrics import Totals
from dashboard.view import View

SAID_EXACTLY: Final = 1_000
"""People below which the number itself is said."""
ROUND: Final = 50
"""Above, the number said is the multiple of this just below: « plus de 38 750 »."""
NAMED_AUDIENCES: Final = 3


@dataclass(frozen=True)
class Facts:
    """What is said about one question: whole numbers, and names in the language of the paragraph.

    Attributes:
        partner: whose contribution it is; everyone's without one.
        where: what the question is restricted to, in words; empty for the whole region.
        edition_number: of the campaign in the region, where it is known.
        audiences: name and people of the audiences reached most, the most first.
        municipalities: touched; missing where the question is of some territories only.
        previous: the edition before and its people, where the two compare.
    """

    edition: int
    edition_number: int | None
    starts_on: date | None
    ends_on: date | None
    partner: str | None
    where: tuple[str, ...]
    totals: Totals
    audiences: tuple[tuple[str, int], ...]
    municipalities: int | None
    previous: tuple[int, int] | None
    version: int
    is_fictional: bool


@dataclass(frozen=True)
class Said:
    """A paragraph, and its note: each figure as it is said, with what it counts and where it comes from."""

    words: str
    figures: pd.DataFrame


def about(view: View, code: Language, partner: str | None = None) -> Said:
    """Say what a view looks at, in one language; of one partner, by their name."""
    with messages.speaking(code):
        found = facts(view, partner)
        return Said(paragraph(found), note(found))


@lru_cache(maxsize=64)
def _breaks(view: View) -> frozenset[int]:
    return frozenset(metrics.series_breaks(view.reach("edition", "audience")))


def facts(view: View, partner: str | None = None) -> Facts:
    """Gather what is said about the view's edition and filters, names in the language spoken."""
    totals = overview.totals(view, view.edition)
    before = overview.previous_totals(view)
    compares = before is not None and before.reach and view.edition not in _breaks(view)
    told = view.reference.editions.loc[view.edition]
    reach = view.reach("edition", "audience")
    now = reach[(reach["edition"] == view.edition) & (reach["reach"] > 0)].nlargest(NAMED_AUDIENCES, "reach")
    names = view.reference.audiences[f"name_{messages.language()}"]
    return Facts(
        edition=view.edition,
        edition_number=None if pd.isna(told["number"]) else int(told["number"]),
        starts_on=None if pd.isna(told["starts_on"]) else told["starts_on"],
        ends_on=None if pd.isna(told["ends_on"]) else told["ends_on"],
        partner=partner,
        where=filters.named(view.filters.restriction, view.reference),
        totals=totals,
        audiences=tuple((names[row.audience], int(row.reach)) for row in now.itertuples()),
        municipalities=None if partner or view.filters.restriction.territories else totals.municipalities,
        previous=(view.previous, before.reach) if compares and before and view.previous else None,
        version=view.version,
        is_fictional=view.snapshot.has_demonstration,
    )


def paragraph(said: Facts) -> str:
    """Put the facts into a paragraph, in the language spoken. Pure."""
    sentences = [_contributed(said)] if said.partner else [_opening(said), _partners(said)]
    if len(said.audiences) > 1 and said.totals.reach:
        sentences.append(
            text("said-audiences", audiences=formats.enumeration([_audience(one) for one in said.audiences]))
        )
    if said.municipalities:
        sentences.append(
            text("said-municipalities", count=said.municipalities, number=formats.number(said.municipalities))
        )
    if 0 < said.totals.confirmed_share < 1:
        sentences.append(text("said-confirmed", share=formats.percent(said.totals.confirmed_share)))
    if said.previous:
        sentences.append(_compared(said.totals.reach, *said.previous))
    if said.is_fictional:
        sentences.append(text("said-fictional"))
    return " ".join(sentences)


def note(said: Facts) -> pd.DataFrame:
    """Each figure of the paragraph as people read it: as it is said, exactly, what it counts, the version."""
    counted = [
        (people(said.totals.reach), said.totals.reach, text("column-reach")),
        *((formats.number(count), count, text("column-partners")) for count in _partners_told(said)),
        (formats.number(said.totals.registrations), said.totals.registrations, text("column-registrations")),
        *((formats.number(count), count, formats.capitalised(name)) for name, count in said.audiences),
    ]
    if said.municipalities:
        municipalities = said.municipalities
        counted.append((formats.number(municipalities), municipalities, text("column-municipalities")))
    if said.previous:
        edition, before = said.previous
        counted.append((formats.number(before), before, text("said-before", edition=str(edition))))
    rows = pd.DataFrame(counted, columns=["said", "exactly", "meaning"]).assign(version=said.version)
    return tables.readable(rows, "said", "exactly", "meaning", "version")


def rows(view: View) -> Links:
    """The addresses of the rows behind the figures of ``note``, in its order."""
    said = facts(view)
    codes = {name: code for code, name in view.reference.audiences[f"name_{messages.language()}"].items()}
    audiences = [only("audience", codes[name]) for name, _ in said.audiences]
    found = [
        behind(view),
        *(behind(view, count="partners") for _ in _partners_told(said)),
        behind(view, count="registrations"),
        *(behind(view, kept) for kept in audiences),
    ]
    if said.municipalities:
        found.append(behind(view, count="municipalities"))
    if said.previous:
        found.append(behind(view, edition=said.previous[0]))
    return {text("column-rows"): found}


def people(count: int) -> str:
    """Write a number of people to say aloud: « 640 », « plus de 38 750 », never more than there are."""
    if count < SAID_EXACTLY or count % ROUND == 0:
        return formats.number(count)
    return text("qualifier-at-least", number=formats.number(count // ROUND * ROUND))


def _opening(said: Facts) -> str:
    sentence = text(
        "said-opening",
        edition=_edition(said),
        basis=_basis(said),
        count=said.totals.reach,
        people=people(said.totals.reach),
        region="" if said.where else f" {region.within(messages.language())}",
    )
    if said.where:
        return text("said-where", where=" · ".join(said.where), sentence=sentence)
    return formats.capitalised(sentence)


def _contributed(said: Facts) -> str:
    return text(
        "said-contributed",
        partner=said.partner,
        edition=_edition(said).removesuffix(","),
        basis=_basis(said),
        count=said.totals.reach,
        people=people(said.totals.reach),
        registrations=said.totals.registrations,
        registrations_number=formats.number(said.totals.registrations),
    )


def _basis(said: Facts) -> str:
    if not said.totals.reach:
        return "none"
    share = said.totals.confirmed_share
    return "done" if share == 1 else "mixed" if share > 0 else "expected"


def _edition(said: Facts) -> str:
    named = text(
        "said-edition",
        ordinal=said.edition_number or 0,
        number=str(said.edition_number),
        edition=str(said.edition),
        campaign=region.campaign(messages.language()),
    )
    if not (said.starts_on and said.ends_on):
        return named
    is_one_month = said.starts_on.month == said.ends_on.month
    return text(
        "said-dated",
        edition=named,
        first=str(said.starts_on.day) if is_one_month else formats.day(said.starts_on),
        last=formats.day(said.ends_on),
        month=formats.month(said.ends_on),
        last_day=str(said.ends_on.day),
        year=str(said.ends_on.year),
        is_one_month="yes" if is_one_month else "no",
    )


def _partners_told(said: Facts) -> tuple[int, ...]:
    return () if said.partner else (said.totals.partners,)


def _partners(said: Facts) -> str:
    return text(
        "said-partners",
        partners=said.totals.partners,
        partners_number=formats.number(said.totals.partners),
        registrations=said.totals.registrations,
        registrations_number=formats.number(said.totals.registrations),
    )


def _audience(one: tuple[str, int]) -> str:
    name, count = one
    return text("said-audience", name=name.lower(), number=formats.number(count))


def _compared(now: int, edition: int, before: int) -> str:
    change = metrics.relative_change(now, before)
    return text(
        "said-compared",
        direction="more" if now > before else "less" if now < before else "same",
        change=formats.percent(abs(change), 1 if abs(change) < 0.1 else 0),
        edition=str(edition),
    )
