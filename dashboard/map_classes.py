"""Which class of values, or which absence, each place of a map is, and how both are named and coloured.

Shared by the map of the pages (``regional_map``) and the one that is drawn for the board and for paper
(``drawing``). Not here: shapes, and drawing them.
"""

import math
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from dashboard import formats
from dashboard.palette import Palette

Kind = Literal["count", "rate", "change", "state"]
Range = tuple[float, float]

NICE: Final = (1, 2, 3, 5)
MARKS: Final = {"zero": "0", "no_data": "×"}
"""What stands on a place that has no class, besides its colour."""
STATES: Final = ("resolution", "new", "covered", "still", "lost", "absent", "never", "apart", "no_data")
"""What a place may be where the map shows states and no quantity, in the order of the legend."""


@dataclass(frozen=True)
class Look:
    """How the places of one class, or of one kind of absence, are named and drawn.

    ``mark`` stands on the place and in the legend, in ``ink``, where a colour alone would not be enough.
    """

    name: str
    fill: str
    line: str
    mark: str = ""
    ink: str = ""


def classify(values: pd.Series, kind: Kind, classes: int = 5) -> tuple[pd.Series, list[Range]]:
    """Sort values into at most five classes with round bounds.

    Bounds follow the quantiles, rounded to 1, 2, 3 or 5 and zeros, so that a city of 145 000 and villages
    of 200 share one map. Counts and rates leave zero out (it has its own mark); ``change`` has a neutral
    middle. Missing values and zeros left out have no class (``<NA>``). Both bounds belong to their class.
    """
    numbers = pd.to_numeric(values, errors="coerce").astype(float)
    step = _step(numbers, kind)
    shown = (numbers / step).round() * step
    if kind != "change":
        positive = shown.where(numbers > 0).clip(lower=step)
        ranges = _ranges(positive.dropna(), min(classes, 5), step)
        return _indexes(positive, ranges), ranges
    sizes = shown.abs()
    bounds = _bounds(sizes[sizes > 0], max(1, (min(classes, 5) - 1) // 2) + 1, step)
    bounds = bounds or [step]
    found = shown.dropna()
    if found.empty:
        return _indexes(shown, []), []
    outward = [(low, _before(high, step)) for low, high in zip(bounds, [*bounds[1:], math.inf], strict=True)]
    ends = float(found.min()), float(found.max())
    gains = [(low, max(ends[1], low) if math.isinf(high) else high) for low, high in outward]
    losses = [(min(ends[0], -low) if math.isinf(high) else -high, -low) for low, high in reversed(outward)]
    inner = _before(bounds[0], step)
    ranges = [*losses, (-inner, inner), *gains]
    return _indexes(shown, ranges), ranges


def looks(
    table: pd.DataFrame, theme: Palette, kind: Kind, status_names: dict[str, str], range_pattern: str
) -> tuple[list[Look], list[Look], pd.Series]:
    """Say how each place of a map is drawn, and what the legend holds.

    Args:
        table: ``value`` and ``status`` by place.
        theme: colours.
        kind: what the values are; « state », where statuses are all there is, each among ``STATES``.
        status_names: what ``zero``, ``nothing`` and ``no_data`` are called, or each state.
        range_pattern: how two bounds, ``{low}`` and ``{high}``, make a legend entry.

    Returns:
        The legend, classes from few to many then the absences that occur; the look of each row; and the
        status of each row, where a zero and a missing value are told apart from values.
    """
    if kind == "state":
        return _states(table["status"], theme, status_names)
    valued = table["status"] == "value"
    indexes, ranges = classify(table["value"].where(valued), kind)
    zeros = valued & table["value"].eq(0) & indexes.isna()
    status = table["status"].mask(zeros, "zero").mask(valued & table["value"].isna(), "no_data")
    legend = [
        Look(_range_name(bounds, kind, range_pattern), colour, theme.paper)
        for bounds, colour in zip(ranges, _class_colours(theme, kind, len(ranges)), strict=True)
    ]
    absences = {
        "zero": Look(status_names["zero"], theme.paper, theme.muted, MARKS["zero"], theme.text),
        "nothing": Look(status_names["nothing"], theme.nothing, theme.paper),
        "no_data": Look(status_names["no_data"], theme.surface, theme.grid, MARKS["no_data"], theme.text),
    }
    drawn = [
        legend[index] if pd.notna(index) else absences[code]
        for index, code in zip(indexes, status, strict=True)
    ]
    legend += [look for code, look in absences.items() if (status == code).any()]
    return legend, drawn, status


def _states(
    status: pd.Series, theme: Palette, names: dict[str, str]
) -> tuple[list[Look], list[Look], pd.Series]:
    most, usual, none = theme.map_classes[-1], theme.map_classes[1], theme.nothing
    drawn_as = {
        "resolution": (most, theme.paper, "R", theme.paper),
        "new": (most, theme.paper, "+", theme.paper),
        "covered": (usual, theme.paper, "", ""),
        "still": (usual, theme.paper, "", ""),
        "lost": (theme.decrease, theme.paper, "\u2212", theme.paper),
        "absent": (none, theme.paper, "\u25cb", theme.text),
        "never": (none, theme.paper, "\u25cb", theme.text),
        "apart": (theme.surface, theme.grid, "", ""),
        "no_data": (theme.surface, theme.grid, MARKS["no_data"], theme.text),
    }
    present = set(status)
    found = {code: Look(names[code], *drawn_as[code]) for code in STATES if code in present}
    return list(found.values()), [found[code] for code in status], status


def polygon(place: str) -> str:
    """Return the code that a place's polygon bears: ``mrc:91`` is ``91``."""
    return place.rpartition(":")[2]


def written(value: float, kind: Kind, decimals: int) -> str:
    """Write a value as the map's legend and labels do."""
    return formats.signed(value, decimals) if kind == "change" else formats.number(value, decimals)


def _step(numbers: pd.Series, kind: Kind) -> float:
    """Return the fineness of the bounds: tenths for rates that are mostly under ten."""
    sizes = numbers.abs()
    sizes = sizes[sizes > 0]
    return 0.1 if kind == "rate" and len(sizes) and float(sizes.median()) < 10 else 1.0


def _bounds(positive: pd.Series, classes: int, step: float) -> list[float]:
    """Return rounded lower bounds of the classes above the first, few to many."""
    if positive.empty:
        return []
    quantiles = [positive.quantile(index / classes) for index in range(1, classes)]
    rounded = {_nice(float(quantile), step) for quantile in quantiles}
    return sorted(bound for bound in rounded if bound <= float(positive.max()))


def _ranges(positive: pd.Series, classes: int, step: float) -> list[Range]:
    if positive.empty:
        return []
    bounds = [bound for bound in _bounds(positive, classes, step) if bound > float(positive.min())]
    lows = [step, *(bound for bound in bounds if bound > step)]
    highs = [*(_before(bound, step) for bound in lows[1:]), float(positive.max())]
    return list(zip(lows, highs, strict=True))


def _nice(value: float, step: float) -> float:
    """Return the nearest of 1, 2, 3, 5 and their tenfolds, by ratio."""
    if value <= step:
        return step
    power = math.floor(math.log10(value))
    near = [digit * 10.0**exponent for exponent in (power, power + 1) for digit in NICE]
    return max(step, min(near, key=lambda bound: abs(math.log(bound / value))))


def _before(bound: float, step: float) -> float:
    return round(bound - step, 1)


def _indexes(values: pd.Series, ranges: list[Range]) -> pd.Series:
    lows = [low for low, _ in ranges]
    found = pd.Series(pd.NA, index=values.index, dtype="Int64")
    for index, low in enumerate(lows):
        found = found.mask(values >= low - 1e-9, index)
    return found


def _class_colours(theme: Palette, kind: Kind, count: int) -> tuple[str, ...]:
    if kind == "change":
        middle = len(theme.diverging_classes) // 2
        reach = count // 2
        shades = theme.diverging_classes
        return shades if reach >= middle else (shades[0], shades[middle], shades[-1])[: max(count, 0)]
    return theme.map_classes[-count:] if count > 1 else theme.map_classes[2 : 2 + count]


def _range_name(bounds: Range, kind: Kind, pattern: str) -> str:
    low, high = bounds
    decimals = 0 if low == round(low) and high == round(high) else 1
    if low == high:
        return written(low, kind, decimals)
    return pattern.format(low=written(low, kind, decimals), high=written(high, kind, decimals))
