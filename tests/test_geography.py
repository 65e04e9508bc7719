"""The map's layers: what the browser fetches is what the sources say, drawn so that it can be drawn."""

import json
import tomllib
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely

from etl.data_files import DATA
from etl.geography import STATIC, build_layers

LAYERS = ("municipalities_2021.geojson", "municipalities_2026.geojson", "mrc.geojson", "water.geojson")
PUBLIC_PROPERTIES = {"code", "name", "mrc", "inside"}


def layer(name: str, folder: Path = STATIC) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return content


def exterior_rings(name: str) -> list[Any]:
    shapes = geopandas.read_file(STATIC / name).explode().geometry
    return [shape.exterior for shape in shapes]


def vertices(name: str) -> set[tuple[float, float]]:
    shapes = geopandas.read_file(STATIC / name).geometry.to_numpy()
    return {(longitude, latitude) for longitude, latitude in shapely.get_coordinates(shapes)}


def source(name: str) -> geopandas.GeoDataFrame:
    return geopandas.read_file(DATA / "geography" / name)


def test_the_committed_layers_are_those_that_the_sources_give(tmp_path: Path) -> None:
    built = build_layers(static_folder=tmp_path)
    names = {path.relative_to(tmp_path).as_posix() for path in built}
    assert names == {*LAYERS, "topo/world_110m.json"}
    for name in names:
        assert layer(name, tmp_path) == layer(name), f"{name} is out of date: run python -m etl reference"


@pytest.mark.parametrize(("year", "count"), [(2021, 60), (2026, 58)])
def test_each_municipal_map_has_all_its_municipalities(year: int, count: int) -> None:
    features = layer(f"municipalities_{year}.geojson")["features"]
    codes = [feature["id"] for feature in features]
    assert len(set(codes)) == len(codes) == count
    assert codes == [feature["properties"]["code"] for feature in features]


@pytest.mark.parametrize("name", LAYERS)
def test_every_shape_is_valid(name: str) -> None:
    assert geopandas.read_file(STATIC / name).is_valid.all()


@pytest.mark.parametrize("name", LAYERS)
def test_exterior_rings_are_clockwise_or_d3_would_fill_the_globe(name: str) -> None:
    assert not any(ring.is_ccw for ring in exterior_rings(name))


@pytest.mark.parametrize("year", [2021, 2026])
def test_mrc_borders_share_every_vertex_with_the_municipalities(year: int) -> None:
    assert vertices("mrc.geojson") <= vertices(f"municipalities_{year}.geojson")


def test_an_mrc_covers_exactly_its_municipalities() -> None:
    municipalities = geopandas.read_file(STATIC / "municipalities_2026.geojson")
    outlines = geopandas.read_file(STATIC / "mrc.geojson").set_index("code").geometry
    joined = municipalities.dissolve(by="mrc").geometry
    assert sorted(joined.index) == sorted(outlines.index)
    assert joined.geom_equals(outlines, align=True).all()


def test_municipalities_neither_overlap_nor_leave_gaps_that_the_sources_do_not_have() -> None:
    shapes = geopandas.read_file(STATIC / "municipalities_2026.geojson").geometry.to_numpy()
    assert shapely.coverage_is_valid(shapes)


@pytest.mark.parametrize("name", LAYERS)
def test_files_that_anyone_can_fetch_hold_geography_only(name: str) -> None:
    for feature in layer(name)["features"]:
        assert feature.keys() == {"type", "id", "properties", "geometry"}
        assert feature["properties"].keys() <= PUBLIC_PROPERTIES


def test_nothing_else_is_served() -> None:
    served = {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file()}
    assert {name for name in served if name.endswith("json")} == {*LAYERS, "topo/world_110m.json"}
    assert not {name for name in served if name.endswith((".csv", ".xlsx", ".parquet", ".sqlite3", ".db"))}


def test_the_layers_stay_light() -> None:
    assert sum((STATIC / name).stat().st_size for name in LAYERS[1:]) < 250_000


def test_the_world_outline_is_there_and_empty() -> None:
    world = layer("topo/world_110m.json")
    assert world["type"] == "Topology"
    assert all(shapes["geometries"] == [] for shapes in world["objects"].values())


@pytest.mark.parametrize("window", ["inhabited", "whole"])
def test_a_frame_of_the_map_holds_what_its_name_says(window: str) -> None:
    frame = tomllib.loads((DATA / "region.toml").read_text(encoding="utf-8"))["windows"][window]
    places = source("municipalities_2026.geojson")
    if window == "inhabited":
        places = places[(places["population"] > 0) & (places["kind"] != "unorganized")]
    west, south, east, north = places.total_bounds
    assert frame["west"] < west and east < frame["east"]
    assert frame["south"] < south and north < frame["north"]


@pytest.mark.parametrize("name", LAYERS)
def test_a_mark_stands_inside_its_place(name: str) -> None:
    shapes = geopandas.read_file(STATIC / name).set_index("code").geometry
    for feature in layer(name)["features"]:
        point = shapely.Point(feature["properties"]["inside"])
        assert shapes[feature["id"]].buffer(1e-4).contains(point)
