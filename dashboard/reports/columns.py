"""What the numbers of a readable table are, by column, so that a sheet and a slide write them alike."""

from typing import Literal

import pandas as pd

from dashboard import formats
from dashboard.messages import text

Kind = Literal["text", "year", "whole", "decimal", "change", "change with decimals"]


def kind(name: str, values: pd.Series) -> Kind:
    """What a column holds, from its title in the language spoken and its values."""
    if not pd.api.types.is_numeric_dtype(values):
        return "text"
    if name == text("column-edition"):
        return "year"
    is_whole = not (values.dropna() % 1).any() and not name.endswith("(%)")
    if name.startswith(text("column-change")):
        return "change" if is_whole else "change with decimals"
    return "whole" if is_whole else "decimal"


def written(value: object, of: Kind) -> str:
    """A cell as it is read; missing is a dash."""
    if pd.isna(value):
        return formats.MISSING
    if of == "text":
        return str(value)
    number = float(value)  # type: ignore[arg-type]
    if of == "year":
        return str(int(number))
    decimals = 1 if of in ("decimal", "change with decimals") else 0
    return formats.signed(number, decimals) if of.startswith("change") else formats.number(number, decimals)
