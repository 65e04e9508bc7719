"""The identity of the region that this installation serves, read from ``data/region.toml``."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

PATH: Final = Path(__file__).parent.parent / "data" / "region.toml"


def window(name: str) -> tuple[float, float, float, float]:
    """Frame of the map, ``inhabited`` or ``whole``: west, east, south, north in degrees."""
    frame = _region()["windows"][name]
    return frame["west"], frame["east"], frame["south"], frame["north"]


@cache
def _region() -> dict[str, Any]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))
