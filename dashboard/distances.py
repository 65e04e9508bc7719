"""How far places are from each other, as the crow flies. Pure.

Not here: where places are (``region.points``), roads and ferries: nothing here says how long a drive takes.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Final

Point = tuple[float, float]
"""A longitude and a latitude, in degrees."""

EARTH: Final = 6_371.0088
"""Mean radius of the Earth (IUGG), in kilometres."""


def kilometres(one: Point, other: Point) -> float:
    """The length of the great circle between two points, on a sphere (haversine formula; R. W. Sinnott,
    « Virtues of the haversine », *Sky and Telescope*, 1984): within 0.5 % of the truth.
    """
    (west, south), (east, north) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    across, along = math.sin((east - west) / 2), math.sin((north - south) / 2)
    chord = along * along + math.cos(south) * math.cos(north) * across * across
    return 2 * EARTH * math.asin(math.sqrt(min(chord, 1.0)))


def nearest(place: str, others: Iterable[str], points: Mapping[str, Point]) -> tuple[str, float] | None:
    """The nearest of other places, and its distance in kilometres; None where nothing tells.

    A place is not its own neighbour, and one without a point is nowhere. Of two as near, the first by code.
    """
    if place not in points:
        return None
    away = [
        (kilometres(points[place], points[other]), other)
        for other in others
        if other != place and other in points
    ]
    if not away:
        return None
    far, found = min(away)
    return found, far
