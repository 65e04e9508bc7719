"""Tables drawn as grids, and the file of each: numbers and days as they are written here, links to rows.

Not here: what stands around a table (``components``), what is in it (``tables``).
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from dashboard import formats
from dashboard.behind import Links
from dashboard.messages import text

ROW_HEIGHT: Final = 35
"""Pixels of a row of a table, its header included."""
RANKING_HEIGHT: Final = 560
"""Pixels of a ranking at most: beside a map, it ends where the map does."""
SENTENCE_WIDTH: Final = 900
"""Pixels of a column that holds sentences: the others share what remains."""
LINK_WIDTH: Final = 76
"""Pixels of a column of links to rows: its figures keep the room."""
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\0")
"""First characters that make a spreadsheet run a text cell."""


def grid(
    table: pd.DataFrame,
    name: str,
    *,
    widest: str | None = None,
    rows: Callable[[], Links] | None = None,
    picks: Literal["single-row", "single-cell"] | None = None,
    height: int | Literal["auto"] = "auto",
    special: dict[str, Any] | None = None,
) -> Any:
    """Draw a table; what is picked in it.

    Args:
        table: columns already named for people.
        name: its key.
        widest: a column of sentences.
        rows: makes the addresses of the rows behind its figures, in its order; they are in no file.
        picks: what may be picked, as Streamlit has it.
        height: pixels.
        special: settings of columns that are not as the others.
    """
    edition = text("column-edition")
    shown = table.assign(**{edition: table[edition].astype(str)}) if edition in table else table
    settings = columns(shown)
    address = text("column-source-url")
    if address in shown:
        settings[address] = st.column_config.LinkColumn(display_text=text("open-source"))
    if widest is not None:
        settings[widest] = st.column_config.TextColumn(width=SENTENCE_WIDTH)
    settings |= special or {}
    links = {title: found for title, found in (rows() if rows else {}).items() if any(found)}
    settings |= {
        title: st.column_config.LinkColumn(
            display_text=text("rows-link"), width=LINK_WIDTH, help=text("rows-link-help")
        )
        for title in links
    }
    return st.dataframe(
        with_signs(shown.assign(**links)),
        hide_index=True,
        placeholder=formats.MISSING,
        column_config=settings,
        key=f"rows-{name}",
        on_select="rerun" if picks else "ignore",
        selection_mode=picks or "single-row",
        height=height,
    )


def ranking(table: pd.DataFrame, name: str, rows: Callable[[], Links] | None = None) -> None:
    """Draw a sortable list with a bar for its first measure, of which one row may be picked."""
    first = table.columns[1]
    grid(
        table,
        name,
        rows=rows,
        picks="single-row",
        height=min(ROW_HEIGHT * (len(table) + 1) + 2, RANKING_HEIGHT),
        special={
            table.columns[0]: st.column_config.TextColumn(width=190),
            first: st.column_config.ProgressColumn(
                format="localized", min_value=0, max_value=_largest(table[first]), width=120
            ),
        },
    )


def columns(table: pd.DataFrame) -> dict[str, Any]:
    """Column settings that write numbers and days as the reader's language does; they sort as such."""
    return {
        name: st.column_config.NumberColumn(format="localized")
        for name in table.columns
        if pd.api.types.is_numeric_dtype(table[name]) and not _is_change(name)
    } | {
        name: st.column_config.DateColumn(format="localized")
        for name in table.columns
        if _tells_days(table[name])
    }


def csv(table: pd.DataFrame) -> bytes:
    """Write a table as the CSV that spreadsheets in Québec open: semicolons, UTF-8 with a mark.

    Text cells that a spreadsheet would run as a formula are made inert with an apostrophe.
    """
    inert = table.copy()
    for name in inert.select_dtypes(exclude="number").columns:
        inert[name] = inert[name].map(
            lambda cell: f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
        )
    return inert.to_csv(index=False, sep=";", decimal=",").encode("utf-8-sig")


def with_signs(table: pd.DataFrame) -> pd.DataFrame | Styler:
    """The table, its changes written as everywhere else, « −448 » and « +12 »; they sort as numbers."""
    changes = [name for name in table if _is_change(name)]
    if not changes:
        return table
    ratio = text("column-change-ratio")
    return table.style.format(
        {name: partial(formats.signed, decimals=1 if name == ratio else 0) for name in changes},
        na_rep=formats.MISSING,
    )


def _is_change(name: str) -> bool:
    since = text("column-change-since", edition="")
    return name in (text("column-change"), text("column-change-ratio")) or name.startswith(since)


def _largest(column: pd.Series) -> int:
    return int(max(column.fillna(0).max(), 1))


def _tells_days(column: pd.Series) -> bool:
    return column.dtype == object and pd.api.types.infer_dtype(column, skipna=True) == "date"
