"""What can be drawn: a table, the words beside it, the language in which its figures are written.

Belongs here: values only, so that a screen, a slide with native charts and a sheet read the same ones. Not
here: how each is drawn, and how the words and figures are chosen (``dashboard.board``).
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

import pandas as pd

from dashboard.map_classes import Kind as Measure
from dashboard.messages import Language

Kind = Literal["bars", "trend", "map", "list", "range"]
Level = Literal["municipality", "mrc"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Words:
    """What every chart has: its language, a title and a description for those who do not see it."""

    language: Language
    title: str
    description: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Bars(Words):
    """One bar a row, in the order of the table.

    Attributes:
        table: ``label``, ``value`` (people; missing is a dash) and ``previous`` (missing: no mark).
        value_name: what the bars count.
        previous_name: what the thin mark is, « Édition 2023 »; empty where nothing is compared.
        others_name: what stands for the rows that find no room, « {count} autres ».
        is_change: the values are changes, written with their sign; then ``group`` may head the rows.
    """

    kind: ClassVar[Kind] = "bars"
    table: pd.DataFrame
    value_name: str
    previous_name: str = ""
    others_name: str = "+ {count}"
    is_change: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Trend(Words):
    """People by edition, with published totals as hollow marks beside the line.

    Attributes:
        table: ``edition``, ``value`` (people; missing is a gap).
        published: ``edition``, ``value``, ``basis`` (registered or target), ``written`` (with its qualifier).
        value_name: what the line counts; ``basis_names``, what each kind of mark is.
        breaks: editions before which the line stops; ``break_name`` says why.
        selected: the edition spoken of.
        under_way: the edition that is not over: its dot is hollow, and no line leads to it.
    """

    kind: ClassVar[Kind] = "trend"
    table: pd.DataFrame
    published: pd.DataFrame
    value_name: str
    basis_names: dict[str, str]
    breaks: tuple[int, ...]
    break_name: str
    selected: int
    under_way: int | None = None

    @property
    def cuts(self) -> list[int]:
        """Editions that no line leads to."""
        return sorted({*self.breaks, *([] if self.under_way is None else [self.under_way])})


@dataclass(frozen=True, eq=False, kw_only=True)
class Map(Words):
    """The municipalities of the inhabited territory, or its MRCs, coloured by class.

    Attributes:
        table: ``place`` (code), ``label``, ``value``, ``status`` (value, zero, nothing, no_data).
        measure: what the values are.
        value_name: what they are called, above the legend.
        status_names: what ``zero``, ``nothing`` and ``no_data`` are called, or each state.
        range_pattern: how two bounds, ``{low}`` and ``{high}``, make a legend entry.
        level: what the places are.
    """

    kind: ClassVar[Kind] = "map"
    table: pd.DataFrame
    measure: Measure
    value_name: str
    status_names: dict[str, str]
    range_pattern: str
    level: Level = "municipality"


@dataclass(frozen=True, eq=False, kw_only=True)
class Names(Words):
    """Names in columns.

    Attributes:
        table: ``label``, ``group`` (MRC) and ``marked`` (whether the name stands out), in reading order.
        marked_name: what a marked name is; empty where none is.
        others_name: what stands for the names that find no room, « et {count} autres ».
    """

    kind: ClassVar[Kind] = "list"
    table: pd.DataFrame
    marked_name: str
    others_name: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Range(Words):
    """One edition against the earlier ones by days to the opening, and where it may end.

    Attributes:
        table: ``edition``, ``day`` (days from the opening, negative before it), ``value`` (people); one line
            an edition.
        selected: the edition spoken of.
        band: ``day``, ``low``, ``high`` (people): the courses it may take; empty where nothing is projected.
        value_name: what the lines count; ``projection_name``, what the range is; ``day_name``, the axis.
        day_pattern: how a day is written, « J{day} ».
    """

    kind: ClassVar[Kind] = "range"
    table: pd.DataFrame
    selected: int
    band: pd.DataFrame
    value_name: str
    projection_name: str
    day_name: str
    day_pattern: str = "J{day}"


Chart = Bars | Trend | Map | Names | Range
