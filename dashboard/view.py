"""What one page looks at: a question, a scope and the data version that answers it."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from dashboard import metrics, place_words, queries
from dashboard.filters import mrc_names, names, territory_names
from dashboard.messages import Language, text
from dashboard.palette import DARK, LIGHT, Palette
from dashboard.queries import Reference, Snapshot, database_url
from dashboard.question import Filters, Restriction
from dashboard.scope import Scope


@dataclass(frozen=True)
class View:
    """The frames a page composes, each cut to the scope and the filters of the person who asks.

    It is also the key of what is computed from them: scope, data version, question and language. Two
    readers share a result only where all four are the same.

    Attributes:
        until: editions that are read as they were known on a day (``pace.beside``).
    """

    scope: Scope
    snapshot: Snapshot
    reference: Reference
    filters: Filters
    language: Language
    until: tuple[tuple[int, date], ...] = ()

    @property
    def edition(self) -> int:
        return self.filters.edition

    @property
    def version(self) -> int:
        """Version of the chosen edition."""
        return dict(self.snapshot.versions)[self.edition]

    @property
    def previous(self) -> int | None:
        """The edition before the chosen one, if it has data."""
        earlier = [edition for edition in self.snapshot.editions if edition < self.edition]
        return earlier[-1] if earlier else None

    @property
    def named_previous(self) -> str | None:
        """What the edition before is called: its year, with « à pareille date » where it is read so."""
        if self.previous is None:
            return None
        is_cut = self.previous in dict(self.until)
        return text("pace-same-day", edition=str(self.previous)) if is_cut else str(self.previous)

    @property
    def theme(self) -> Palette:
        return DARK if st.context.theme.type == "dark" else LIGHT

    @property
    def audience_names(self) -> dict[str, str]:
        return names(self.reference, "audiences")

    @property
    def sector_names(self) -> dict[str, str]:
        return names(self.reference, "sectors")

    @property
    def action_names(self) -> dict[str, str]:
        return names(self.reference, "actions")

    @property
    def territory_names(self) -> dict[str, str]:
        return territory_names(self.reference)

    @property
    def is_filtered(self) -> bool:
        return self.filters.restriction != Restriction()

    def names_of(self, dimension: str) -> dict[str, str]:
        """Names by code of any dimension of the cube."""
        return {
            "audience": self.audience_names,
            "sector": self.sector_names,
            "action": self.action_names,
            "place": place_words.by_code(self.reference),
            "mrc": mrc_names(self.reference),
        }[dimension]

    def place_called(self, official: pd.Series) -> pd.Series:
        """The names of places that registrations are read with, as the reader's language has them."""
        return place_words.renamed(self.reference, official)

    def reach(self, *by: str) -> pd.DataFrame:
        """People by these dimensions, all editions, filtered: columns of ``by``, then measures.

        The frame is shared between readers with the same key: it is never changed in place.
        """
        return _reach(
            self.snapshot.versions, self.scope, self.filters.restriction, by, self.until, database_url()
        )

    def activity(self, *by: str) -> pd.DataFrame:
        """Distinct registrations and partners by these dimensions, all editions, filtered."""
        return _activity(
            self.snapshot.versions, self.scope, self.filters.restriction, by, self.until, database_url()
        )


Versions = tuple[tuple[int, int], ...]


@st.cache_resource(max_entries=512, show_spinner=False)
def _reach(
    versions: Versions,
    scope: Scope,
    restriction: Restriction,
    by: tuple[str, ...],
    until: tuple[tuple[int, date], ...],
    database_url: str | None,
) -> pd.DataFrame:
    read = (
        queries.cube_until(versions, scope, until, database_url)
        if until
        else queries.cube(versions, scope, database_url)
    )
    return metrics.reach_by(read, restriction, by)


@st.cache_resource(max_entries=512, show_spinner=False)
def _activity(
    versions: Versions,
    scope: Scope,
    restriction: Restriction,
    by: tuple[str, ...],
    until: tuple[tuple[int, date], ...],
    database_url: str | None,
) -> pd.DataFrame:
    read = (
        queries.presence_until(versions, scope, until, database_url)
        if until
        else queries.presence(versions, scope, database_url)
    )
    return metrics.activity_by(read, restriction, by)
