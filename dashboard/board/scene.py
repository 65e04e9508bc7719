"""One scene, and what all the scenes of a view rest on: totals, what is compared, how people are worded.

Not here: what each scene says.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import pandas as pd

from dashboard import formats, metrics, overview, pace, tables
from dashboard.drawing import Chart
from dashboard.messages import text
from dashboard.metrics import Totals
from dashboard.question import Filters, Restriction
from dashboard.view import View

Name = Literal["reach", "audiences", "map", "trend", "missing", "moved", "sectors", "pace"]
How = Literal["whole", "same_day"]
Basis = Literal["expected", "mixed", "confirmed"]


@dataclass(frozen=True, eq=False)
class Scene:
    """One finding: a sentence, a large figure, a chart, and what its presenter should know.

    Attributes:
        name: which scene it is.
        title: the finding, one sentence.
        figure: the large figure as it is written.
        value: the same, where it is a whole number that may be counted up to; None for a change.
        label: what the figure counts.
        change: since the edition before, as it is written; None across a break of the series.
        chart: what is drawn.
        table: the figures of the chart, as numbers, columns named as people read them.
        note: for the presenter: how to say it, the method, the source.
    """

    name: Name
    title: str
    figure: str
    value: float | None
    label: str
    change: str | None
    chart: Chart
    table: pd.DataFrame
    note: str


@dataclass(frozen=True)
class Ground:
    """What the scenes of one view rest on."""

    view: View

    @cached_property
    def now(self) -> Totals:
        return overview.totals(self.view, self.view.edition)

    @cached_property
    def breaks(self) -> list[int]:
        """Editions that count other audiences than the one before, whatever the filters keep.

        An edition under way has not met all its audiences yet: only the others say what was counted.
        """
        whole = replace(self.view, filters=Filters(self.view.edition, Restriction()))
        breaks = metrics.series_breaks(whole.reach("edition", "audience"))
        return [edition for edition in breaks if not (self.is_under_way and edition == self.view.edition)]

    @cached_property
    def beside(self) -> View:
        """What is compared with: on the same day before the opening while registrations come in."""
        return pace.beside(self.view)

    @property
    def is_under_way(self) -> bool:
        """Whether registrations still come in, so that no total of the edition compares with another."""
        return self.beside is not self.view

    @property
    def previous(self) -> int | None:
        """The edition before, where it counts the same audiences: nothing is compared across a break."""
        return None if self.view.edition in self.breaks else self.beside.previous

    @property
    def called_before(self) -> str:
        """« 2023 », or « 2023 à pareille date »."""
        return str(self.beside.named_previous)

    @property
    def how(self) -> How:
        """Whether what is compared with is whole, or read as it was on the same day."""
        return "same_day" if self.beside.until else "whole"

    @cached_property
    def before(self) -> Totals | None:
        return None if self.previous is None else overview.totals(self.beside, self.previous)

    @property
    def basis(self) -> Basis:
        """How people are worded: with nothing confirmed they are expected, and never said to be reached."""
        return basis(self.now)

    @property
    def people(self) -> str:
        """« Personnes rejointes », or attendues."""
        return text("board-people", basis=self.basis)

    @property
    def edition_before(self) -> str:
        return "" if self.previous is None else text("edition-name", edition=self.called_before)

    def since(self, change: str) -> str | None:
        """« +8 % depuis 2023 », or nothing where nothing is compared."""
        if self.previous is None or change == formats.MISSING:
            return None
        return since(change, self.called_before, self.how)

    def compared(self, dimension: str) -> pd.DataFrame:
        """People by a dimension, the most first; those without it have a row, so that all adds up.

        Returns:
            As ``overview.comparison``, with nothing before where nothing is compared.
        """
        people = self.beside.reach("edition", dimension).fillna({dimension: ""})
        rows = metrics.compare(people, dimension, self.view.edition, self.previous)
        named = tables.labelled(rows, dimension, self.view.names_of(dimension))
        return named.sort_values(["value", "label"], ascending=[False, True], ignore_index=True)

    def table(self, compared: pd.DataFrame) -> pd.DataFrame:
        """A comparison as people read it, under the words of this view."""
        if self.previous is None:
            return tables.readable(compared, "label", "value", value=self.people)
        return tables.readable(
            compared,
            "label",
            "value",
            "previous",
            "change",
            "change_ratio",
            value=self.people,
            previous=self.edition_before,
        )

    def note(self, key: str, **values: object) -> str:
        """How to say a scene, then the method and the source that all share."""
        snapshot = self.view.snapshot
        told = [text(f"board-say-{key}", **values), text("board-method")]
        if snapshot.latest:
            told.append(
                text("board-source", version=str(snapshot.number), moment=formats.moment(snapshot.latest))
            )
        if snapshot.has_demonstration:
            told.append(text("demonstration"))
        return "\n".join(told)


def since(change: str, edition: str, how: How = "whole") -> str:
    """« +8 % depuis 2023 », or « autant qu'en 2023 » where the change as it is written is none."""
    is_same = not any(digit in change for digit in "123456789")
    return text("board-since", same="yes" if is_same else "no", change=change, edition=edition, how=how)


def basis(totals: Totals) -> Basis:
    """Whether nothing, a part or all of some people is confirmed."""
    share = totals.confirmed_share
    return "confirmed" if share == 1 else "mixed" if share > 0 else "expected"
