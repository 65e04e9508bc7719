"""The region that this installation serves: its identity and its map, read from files."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
SERVED: Final = "app/static"
"""Where the browser finds the static files, relative to any page."""


def window(name: str) -> tuple[float, float, float, float]:
    """Frame of the map, ``inhabited`` or ``whole``: west, east, south, north in degrees."""
    frame = _region()["windows"][name]
    return frame["west"], frame["east"], frame["south"], frame["north"]


@cache
def layer(level: str) -> str:
    """Address of the polygons of a level, ``municipality`` (most recent map) or ``mrc``."""
    newest = max(path.name for path in (ROOT / "static").glob("municipalities_*.geojson"))
    return f"{SERVED}/{newest if level == 'municipality' else 'mrc.geojson'}"


@cache
def points(level: str) -> dict[str, tuple[float, float]]:
    """A longitude and a latitude inside each polygon of a level, by its code."""
    return {str(shape["id"]): tuple(shape["properties"]["inside"]) for shape in features(layer(level))}


@cache
def surroundings() -> dict[str, Any]:
    """What the map draws around the places: outlines of the MRCs and water, by address and shape."""
    return {
        f"{part}_{what}": value
        for part, name in (("outline", "mrc"), ("water", "water"))
        for what, value in zip(("url", "ids"), _shapes(name), strict=True)
    }


def _shapes(name: str) -> tuple[str, tuple[str, ...]]:
    address = f"{SERVED}/{name}.geojson"
    return address, tuple(str(shape["id"]) for shape in features(address))


def features(address: str) -> list[dict[str, Any]]:
    """Read the shapes of a layer, GeoJSON, by the address that ``layer`` gives."""
    path = ROOT / "static" / address.removeprefix(f"{SERVED}/")
    shapes: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return shapes


def water() -> list[dict[str, Any]]:
    """Read the shapes of the lakes and rivers, GeoJSON."""
    return features(f"{SERVED}/water.geojson")


def name(language: str) -> str:
    """Name of the region."""
    return str(_region()[f"name_{language}"])


def organiser() -> str:
    """Whom to write to, in a few words: the organisation and its site."""
    told = _region()["organiser"]
    return f"{told['name']}, {told['url']}"


def short_name() -> str:
    """What everyone calls the campaign."""
    return str(_region()["campaign"]["short_name"])


def campaign(language: str = "fr") -> str:
    """Name of the campaign."""
    return str(_region()["campaign"][f"name_{language}"])


def within(language: str = "fr") -> str:
    """Say « in the region » with the word that its name asks for: « au », « en », « dans les »."""
    return str(_region()[f"within_{language}"])


@cache
def _region() -> dict[str, Any]:
    return tomllib.loads((ROOT / "data" / "region.toml").read_text(encoding="utf-8"))
