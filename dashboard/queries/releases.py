"""What all partners together reach, as it is released to each of them, and where each stands in it.

What a partner answers changes nothing here before the next Monday, so that nobody sees, by changing their own
figures in turn, which totals show and hide. Not here: the rule (``disclosure``), a partner's own rows.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import pandas as pd
import streamlit as st
from sqlalchemy import func, select

from dashboard import disclosure
from dashboard.connection import database_url, reading_for_all
from dashboard.disclosure import Release, Version
from dashboard.formats import CLOCK
from dashboard.scope import Scope
from etl import stamp
from etl.schema import EditionVersion, JoinedSummary, Load, Mrc, PartnerSummary, Place

NO_MRC = ""
"""Cell of what is released that holds what no single MRC does: online, region-wide, outside."""


@dataclass(frozen=True)
class Released:
    """What one partner may know of all partners together, in one edition.

    Attributes:
        table: as ``disclosure.release`` returns it; cells are MRC codes and ``NO_MRC``.
        as_of: when the data were what is released of them, UTC; None where nothing was released yet.
        own: people that the partner leads or takes part in, then, by cell where there are any.
    """

    table: pd.DataFrame
    as_of: datetime | None
    own: pd.Series


@dataclass(frozen=True)
class Standing:
    """Where a partner stands among those of their sector: in which quarter, of how many others."""

    sector: str
    others: int
    quarter: int


@dataclass(frozen=True)
class _State:
    """What is released of an edition, and the version that it comes from with who made it up."""

    release: Release
    as_of: datetime
    led: pd.DataFrame


def release(scope: Scope, version: int, edition: int) -> Released:
    """Read what a partner may know of all partners together, by MRC, in one edition.

    Args:
        scope: who asks; all but ``own`` is the same for everyone.
        version: current version of the edition, part of the key of what is cached.
        edition: year.
    """
    state = _state(version, edition, _monday(stamp.now()), database_url())
    if state is None:
        nothing = pd.DataFrame(columns=["cell", "partner", "value", "known"])
        hidden = disclosure.release(nothing, []).assign(value=pd.NA, partners=pd.NA, status="few")
        return Released(hidden, None, pd.Series(dtype=float))
    told = state.release.contributions
    mine = told[told["partner"] == scope.partner].set_index("cell")["known"]
    return Released(state.release.table, state.as_of, mine)


def released(scope: Scope, version: int, edition: int) -> pd.DataFrame:
    """Read the table of ``release``, for who has no figures of their own in it."""
    return release(scope, version, edition).table


def standing(scope: Scope, version: int, edition: int) -> Standing | None:
    """Read where a partner stands among those of the sector in which they registered most.

    Args:
        scope: of the partner.
        version: current version of the edition, part of the key of what is cached.
        edition: year.

    Returns:
        None when they registered nothing, when too few others make up the distribution, or when the region's
        total is hidden: then they could change their own figures alone to see which others they pass.
    """
    state = _state(version, edition, _monday(stamp.now()), database_url())
    if scope.partner is None or state is None or not state.release.has_total:
        return None
    people = state.led
    sectors = people[people["partner"] == scope.partner].groupby("sector", sort=True)["registrations"].sum()
    if sectors.empty:
        return None
    sector = str(sectors.idxmax())
    of_sector = people[people["sector"] == sector].groupby("partner")["people"].sum()
    others = of_sector.drop(scope.partner)
    found = disclosure.quarter(others, of_sector[scope.partner])
    return None if found is None else Standing(sector, len(others), found)


@st.cache_resource(max_entries=16)
def _state(version: int, edition: int, monday: datetime, database_url: str | None) -> _State | None:
    """What is released of an edition at a version of it, in the week that begins on this Monday."""
    made = (
        select(EditionVersion.id, EditionVersion.created_at, func.coalesce(Load.is_answer, False))
        .outerjoin(Load, Load.id == EditionVersion.load_id)
        .where(EditionVersion.edition == edition, EditionVersion.id <= version)
        .order_by(EditionVersion.id)
    )
    with reading_for_all() as connection:
        versions = [
            Version(number, at, _monday(at), bool(is_answer))
            for number, at, is_answer in connection.execute(made)
        ]
    return _released_of(tuple(disclosure.published(versions, monday)), database_url)


@st.cache_resource(max_entries=16)
def _released_of(versions: tuple[Version, ...], database_url: str | None) -> _State | None:
    """Go through what was released, from the first version on: each says what the next may tell."""
    state: _State | None = None
    for version in versions:
        contributions, led, cells = _figures(version.number)
        found = disclosure.following(
            state.release if state else None, contributions, cells, version.is_answer
        )
        if found is not None:
            state = _State(found, version.made_at, led)
    return state


def _figures(version: int) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """What each partner brings to a version and knows of it, by cell; what they lead by sector; the cells."""
    mrc = func.coalesce(Place.mrc_code, NO_MRC).label("cell")
    led = (
        select(
            mrc,
            PartnerSummary.partner_id.label("partner"),
            PartnerSummary.sector,
            func.sum(PartnerSummary.registrations).label("registrations"),
            func.sum(PartnerSummary.people).label("people"),
        )
        .join(Place, Place.code == PartnerSummary.place_code)
        .where(PartnerSummary.version_id == version)
        .group_by(mrc, PartnerSummary.partner_id, PartnerSummary.sector)
    )
    joined = (
        select(mrc, JoinedSummary.partner_id.label("partner"), func.sum(JoinedSummary.people).label("known"))
        .join(Place, Place.code == JoinedSummary.place_code)
        .where(JoinedSummary.version_id == version)
        .group_by(mrc, JoinedSummary.partner_id)
    )
    with reading_for_all() as connection:
        people = pd.read_sql(led, connection)
        others = pd.read_sql(joined, connection).assign(value=0)
        cells = list(connection.scalars(select(Mrc.code).order_by(Mrc.code)))
    people = people.assign(people=people["people"].fillna(0).astype(float))
    own = people[["cell", "partner"]].assign(value=people["people"], known=people["people"])
    both = pd.concat([own, others[own.columns].astype({"known": float})], ignore_index=True)
    return both.groupby(["cell", "partner"], as_index=False).sum(), people, [*cells, NO_MRC]


def _monday(moment: datetime) -> datetime:
    """Midnight of the Monday of a moment's week on the region's clocks; both in UTC, without a zone."""
    there = moment.replace(tzinfo=UTC).astimezone(CLOCK).date()
    first = datetime.combine(there - timedelta(days=there.weekday()), time(), CLOCK)
    return first.astimezone(UTC).replace(tzinfo=None)
