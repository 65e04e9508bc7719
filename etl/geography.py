"""Build the map's layers from ``data/geography``: what a browser fetches once, as static files.

Belongs here: shapes, their borders and the order of their rings. Not here: populations and names of
places (``reference``), colours and figures (``dashboard``). geopandas is imported on the first call, so
that reading this module costs nothing.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from etl.data_files import DATA
from etl.reference import layers

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

STATIC: Final = DATA.parent / "static"
DECIMALS: Final = 5
"""Of a degree: about a metre, and what the sources are rounded to."""

WORLD_LAYERS: Final = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


def build_layers(data_folder: Path = DATA, static_folder: Path = STATIC) -> list[Path]:
    """Write every layer of the map and return their paths.

    The municipalities of each map (one file a year), the MRC outlines, the water, and the empty world.
    """
    import geopandas

    geography = data_folder / "geography"
    maps = {path.name: geopandas.read_file(path) for path in layers(geography)}
    water = geopandas.read_file(geography / "water.geojson")
    water = water.assign(code=[f"water-{number}" for number in range(1, len(water) + 1)], name=water["label"])
    written = [
        _write(
            frame.assign(mrc=frame["mrc_code"]).sort_values("code"),
            ("code", "name", "mrc"),
            static_folder / name,
        )
        for name, frame in maps.items()
    ]
    newest = list(maps.values())[-1]
    return [
        *written,
        _write(_mrc_outlines(newest), ("code", "name"), static_folder / "mrc.geojson"),
        _write(water, ("code", "name"), static_folder / "water.geojson"),
        _write_empty_world(static_folder / "topo" / "world_110m.json"),
    ]


def _mrc_outlines(municipalities: "GeoDataFrame") -> "GeoDataFrame":
    """Join the municipalities of each MRC: every vertex kept is one of theirs, so no border doubles."""
    kept = municipalities[["mrc_code", "mrc", "geometry"]]
    joined = kept.dissolve(by="mrc_code", method="coverage", as_index=False)
    return joined.rename(columns={"mrc_code": "code", "mrc": "name"}).sort_values("code")


def _write(frame: "GeoDataFrame", properties: tuple[str, ...], path: Path) -> Path:
    """Write a layer compactly, exterior rings clockwise: d3-geo fills the globe with any other.

    ``inside`` is a longitude and a latitude within the shape, where a mark may stand.
    """
    import shapely

    shapes = shapely.orient_polygons(frame.geometry.normalize().to_numpy(), exterior_cw=True)
    records = frame[list(properties)].to_dict("records")
    inside = shapely.get_coordinates(shapely.point_on_surface(shapes)).round(DECIMALS).tolist()
    features = [
        {
            "type": "Feature",
            "id": record["code"],
            "properties": {**record, "inside": point},
            "geometry": {"type": shape.geom_type, "coordinates": _rounded(shapely.geometry.mapping(shape))},
        }
        for record, shape, point in zip(records, shapes, inside, strict=True)
    ]
    return _write_json({"type": "FeatureCollection", "features": features}, path)


def _rounded(mapping: dict[str, Any]) -> Any:
    def nested(value: Any) -> Any:
        return round(value, DECIMALS) if isinstance(value, float) else [nested(each) for each in value]

    return nested(mapping["coordinates"])


def _write_empty_world(path: Path) -> Path:
    """Write the world outline that Plotly insists on fetching, with nothing in it.

    Without a file of its own to read, Plotly asks an outside host and draws nothing until it answers.
    """
    empty = {layer: {"type": "GeometryCollection", "geometries": []} for layer in WORLD_LAYERS}
    return _write_json({"type": "Topology", "arcs": [], "objects": empty}, path)


def _write_json(content: dict[str, Any], path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return path
