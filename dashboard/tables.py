"""Tables as people read them: codes become names, columns take their titles.

Pure. Not here: arithmetic (``metrics``) and drawing (``charts``).
"""

from collections.abc import Mapping

import pandas as pd

from dashboard.messages import text


def labelled(table: pd.DataFrame, column: str, names: Mapping[str, str]) -> pd.DataFrame:
    """Add ``label`` (name in the reader's language) and ``key`` (code) for a column of codes."""
    return table.assign(label=table[column].map(names).fillna(text("no-territory")), key=table[column])


def readable(table: pd.DataFrame, *kept: str, **titles: str) -> pd.DataFrame:
    """Keep some columns and give each its title, from ``titles`` or the catalogue's ``column-…``.

    Ratios (columns named ``…ratio`` or ``…share``) become percentages with one decimal.
    """
    out = table[list(kept)].copy()
    for column in kept:
        if column.endswith(("ratio", "share")):
            out[column] = (out[column] * 100).round(1)
    out = out.apply(_whole_numbers)
    return out.rename(
        columns={name: titles.get(name) or text(f"column-{name.replace('_', '-')}") for name in kept}
    )


def wide(table: pd.DataFrame, rows: str, columns: str, value: str, title: str) -> pd.DataFrame:
    """Turn a long table into one row per ``rows`` and one column per ``columns``, as a grid reads."""
    grid = table.pivot_table(index=rows, columns=columns, values=value, aggfunc="sum", sort=False)
    grid.columns = [str(name) for name in grid.columns]
    return grid.apply(_whole_numbers).reset_index(names=title)


def _whole_numbers(column: pd.Series) -> pd.Series:
    if not pd.api.types.is_float_dtype(column) or (column.dropna() % 1 != 0).any():
        return column
    return column.astype("Int64")
