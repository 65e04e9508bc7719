"""The inhabited territory as shapes on a plane: simplified, cut to its frame, no gap between neighbours.

The plane is the plate carrée narrowed by the cosine of the middle latitude, true enough over three degrees.
Neighbours share each simplified border (Visvalingam's algorithm over the whole coverage). Not here: colours.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dashboard import region
from dashboard.drawing.kinds import Level

FINENESS: Final = 0.006
"""Degrees: triangles of a border smaller than this squared are left out. A pixel at 1200 across is 0.0026."""

Point = tuple[float, float]
Path = list[Point]


@dataclass(frozen=True)
class Outlines:
    """Shapes in a frame of width 1, from its top left.

    Attributes:
        height: of the frame.
        places: closed paths by code of the municipality, or of the MRC.
        borders: open paths, where two MRCs or the region and the outside meet.
        water: closed paths of the lakes and rivers.
        inside: a point within what is shown of each place.
    """

    height: float
    places: dict[str, list[Path]]
    borders: list[Path]
    water: list[Path]
    inside: dict[str, Point]


@cache
def outlines(level: Level = "municipality", window: str = "inhabited") -> Outlines:
    """Return the shapes of the most recent map of a level, in a frame of ``region.window``."""
    import shapely

    west, east, south, north = region.window(window)
    wide = (east - west) * math.cos(math.radians((south + north) / 2))
    frame = shapely.box(west, south, east, north)
    features = region.features(region.layer("municipality"))
    whole = shapely.coverage_simplify([_shape(feature) for feature in features], FINENESS)
    parts: dict[str, list[Any]] = {}
    for feature, shape in zip(features, whole, strict=True):
        parts.setdefault(str(feature["properties"]["mrc"]), []).append(shape)
    mrcs = {code: shapely.coverage_union_all(shapes) for code, shapes in parts.items()}
    municipalities = {str(feature["id"]): shape for feature, shape in zip(features, whole, strict=True)}
    shown = mrcs if level == "mrc" else municipalities
    cut = {code: shapely.intersection(shape, frame) for code, shape in shown.items()}
    cut = {code: shape for code, shape in cut.items() if not shape.is_empty}
    edges = shapely.union_all([shape.boundary for shape in mrcs.values()])
    borders = shapely.line_merge(shapely.intersection(edges, frame.buffer(-FINENESS)))
    lakes = [shapely.simplify(_shape(feature), FINENESS / 2) for feature in region.water()]
    water = [shapely.intersection(lake, frame) for lake in lakes]

    def flat(points: Any) -> Path:
        return [((x - west) / (east - west), (north - y) / wide) for x, y in points]

    def rings(shape: Any) -> list[Path]:
        parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
        return [flat(ring.coords[:-1]) for part in parts for ring in (part.exterior, *part.interiors)]

    return Outlines(
        height=(north - south) / wide,
        places={code: rings(shape) for code, shape in cut.items()},
        borders=[flat(part.coords) for part in shapely.get_parts(borders)],
        water=[ring for shape in water for ring in rings(shape)],
        inside={code: flat(shapely.point_on_surface(shape).coords)[0] for code, shape in cut.items()},
    )


def _shape(feature: dict[str, Any]) -> Any:
    import shapely

    return shapely.geometry.shape(feature["geometry"])
