"""The two axes that lines share: round marks of a quantity, and marks along time that do not touch.

Not here: what is drawn between them.
"""

import math
from collections.abc import Sequence

from dashboard import formats
from dashboard.drawing import svg
from dashboard.drawing.letters import width
from dashboard.drawing.style import Style


def marks(highest: float, most: int = 4) -> list[float]:
    """Return zero and round values up to ``highest``, at most ``most`` above zero."""
    if highest <= 0:
        return [0.0]
    step = 10.0 ** math.floor(math.log10(highest))
    step = next(
        (
            size
            for size in (step / 10, step / 5, step / 2, step, 2 * step, 5 * step)
            if highest / size <= most
        ),
        step,
    )
    step = max(step, 1.0)
    return [index * step for index in range(int(highest / step) + 1)]


def grid(
    values: Sequence[float], left: float, right: float, zero: float, scale: float, style: Style
) -> list[str]:
    """Draw a line across for each value, its figure before it; zero is darker."""
    parts = []
    for value in values:
        y = zero - value * scale
        colour = style.palette.grid if value else style.palette.text
        parts += [
            svg.line(left, y, right, y, colour, style.small / 22),
            svg.text(
                left - style.small * 0.4,
                y + style.small * 0.35,
                formats.number(value),
                style,
                size=style.small,
                anchor="end",
            ),
        ]
    return parts


def room(values: Sequence[float], style: Style) -> float:
    """Return the width that the figures of ``grid`` take."""
    return max((width(formats.number(value), style.small) for value in values), default=0) + style.small * 0.4


def apart(
    places: Sequence[float], words: Sequence[str], style: Style, first: Sequence[int] = ()
) -> list[int]:
    """Choose which words along a line can be written without touching, ``first`` before the others."""
    order = [*dict.fromkeys([*first, len(places) - 1, *range(len(places) - 1, -1, -1)])] if places else []
    kept: list[int] = []
    for index in order:
        half = width(words[index], style.small) / 2
        if all(
            abs(places[index] - places[other])
            >= half + width(words[other], style.small) / 2 + style.small * 0.35
            for other in kept
        ):
            kept.append(index)
    return sorted(kept)


def legend(
    entries: Sequence[tuple[str, str]], across: float, style: Style
) -> list[list[tuple[float, str, str]]]:
    """Lay out a legend in lines: each entry is a mark's name and its words; gives x, mark and words."""
    widths = [style.small * 1.5 + width(words, style.small) for _, words in entries]
    return [[(x, *entries[index]) for x, index in line] for line in flowed(widths, across, style.small * 0.9)]


def flowed(widths: Sequence[float], across: float, gap: float) -> list[list[tuple[float, int]]]:
    """Lay out what has these widths in lines, as words in a paragraph; gives where each one starts."""
    lines: list[list[tuple[float, int]]] = []
    x = 0.0
    for index, wide in enumerate(widths):
        if not lines or x + wide > across:
            lines.append([])
            x = 0.0
        lines[-1].append((x, index))
        x += wide + gap
    return lines
