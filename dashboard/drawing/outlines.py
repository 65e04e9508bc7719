"""The inhabited territory as shapes on a plane: simplified, cut to its frame, no gap between neighbours.

The plane is the plate carrée narrowed by the cosine of the middle latitude, true enough over three degrees.
Neighbours share each simplified border (Visvalingam's algorithm over the whole coverage). Not here: colours.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dashboard import region

FINENESS: Final = 0.011
"""Degrees: triangles of a border flatter than this square are left out. A pixel at 1200 across is 0.0026."""


@dataclass(frozen=True)
class Outlines:
    """Shapes in a frame of width 1: rings of points, from the top left.

    Attributes:
        height: of the frame.
        places: rings by code of the municipality.
        mrcs: the same by MRC, made of their municipalities, so that no border doubles.
        water: rings of the lakes and rivers.
        inside: a point within what is shown of each municipality.
    """

    height: float
    places: dict[str, list[list[tuple[float, float]]]]
    mrcs: dict[str, list[list[tuple[float, float]]]]
    water: list[list[tuple[float, float]]]
    inside: dict[str, tuple[float, float]]


@cache
def outlines(window: str = "inhabited") -> Outlines:
    """Return the shapes of the most recent municipal map, in a frame of ``region.window``."""
    import shapely

    west, east, south, north = region.window(window)
    narrow = math.cos(math.radians((south + north) / 2))
    frame = shapely.box(west, south, east, north)
    features = region.features(region.layer("municipality"))
    codes = [str(feature["id"]) for feature in features]
    shapes = shapely.coverage_simplify([_shape(feature) for feature in features], FINENESS)
    cut = {
        code: kept
        for code, shape in zip(codes, shapes, strict=True)
        if not (kept := shapely.intersection(shape, frame)).is_empty
    }
    mrcs: dict[str, list[Any]] = {}
    for feature, code in zip(features, codes, strict=True):
        if code in cut:
            mrcs.setdefault(str(feature["properties"]["mrc"]), []).append(cut[code])
    water = [
        shapely.intersection(shapely.simplify(_shape(feature), FINENESS / 4), frame)
        for feature in region.water()
    ]

    def flat(points: Any) -> list[tuple[float, float]]:
        wide = (east - west) * narrow
        return [((x - west) * narrow / wide, (north - y) / wide) for x, y in points]

    def rings(shape: Any) -> list[list[tuple[float, float]]]:
        parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
        return [flat(ring.coords[:-1]) for part in parts for ring in (part.exterior, *part.interiors)]

    return Outlines(
        height=(north - south) / ((east - west) * narrow),
        places={code: rings(shape) for code, shape in cut.items()},
        mrcs={code: rings(shapely.union_all(shapes)) for code, shapes in mrcs.items()},
        water=[ring for shape in water for ring in rings(shape)],
        inside={code: flat(shapely.point_on_surface(shape).coords)[0] for code, shape in cut.items()},
    )


def _shape(feature: dict[str, Any]) -> Any:
    import shapely

    return shapely.geometry.shape(feature["geometry"])
