"""The pieces every page shares: the finding, the figures, a chart with its table and download.

Streamlit's own components only; text from data is escaped, never raw HTML.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Final, TypeVar

import pandas as pd
import streamlit as st
from plotly.graph_objects import Figure
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.metric import DeltaArrow, DeltaColor

from dashboard import access, grids, messages
from dashboard.behind import Cell, Links
from dashboard.clicks import Click, fresh
from dashboard.drawing.sheet import Kept
from dashboard.grids import csv
from dashboard.messages import text
from dashboard.method import Paragraph
from dashboard.scope import Scope
from dashboard.site import address_of, pages_of

T = TypeVar("T")

MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:])")
DRAWING_SECONDS: Final = 0.02
"""Twice what a browser gathers messages for before it draws them: less, and the charts catch up."""
READING_WIDTH: Final = 760
"""Pixels of a column of text: about ninety characters a line."""
TILE_WIDTH: Final = 168
"""Pixels: two headline figures side by side on a phone."""
FIELD_WIDTH: Final = 420
PLOTLY: Final = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "topojsonURL": "app/static/topo/",
}
"""Plotly's options. Without an address of ours, its maps ask an outside host for the outline of the world."""
MIME: Final = {
    "csv": "text/csv",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Tile:
    """A headline figure: its label, its text, and its change against the edition before.

    ``method`` is the paragraph of the page *Méthode* that says how it is counted; ``rows``, the address of
    the rows that it counts (``behind``). A change that ``is_neutral`` is neither good nor bad news.
    """

    label: str
    value: str
    change: str | None = None
    help: str | None = None
    method: str | None = None
    rows: str | None = None
    is_neutral: bool = False


def finding(sentence: str) -> None:
    """Draw the page's first line, what was found in one sentence."""
    st.header(escaped(sentence), anchor=False)


def let_draw() -> None:
    """Let the browser draw what was said so far: what reaches it together with charts waits for them."""
    time.sleep(DRAWING_SECONDS)


def tiles(figures: Sequence[Tile], against: int | str | None) -> None:
    """Draw headline figures, each with its change since the edition ``against``, or since what it says."""
    since = text("since-edition", edition=str(against)) if isinstance(against, int) else against
    with st.container(horizontal=True):
        for figure in figures:
            colour, arrow = _direction(None if figure.is_neutral else figure.change)
            st.metric(
                figure.label,
                figure.value,
                delta=figure.change,
                delta_color=colour,
                delta_arrow=arrow,
                delta_description=since if figure.change else None,
                help=_how(figure),
                width=TILE_WIDTH,
            )


def edition_name(edition: int | str | None) -> str:
    """Name an edition in a legend; nothing when there is none."""
    return text("edition-name", edition=str(edition)) if edition else ""


def before_note(edition: int | str | None) -> str | None:
    """Say what the thin mark of ranked bars is; nothing without an edition before."""
    return text("chart-audiences-note", edition=str(edition)) if edition else None


def section(title: str, note: str | None = None) -> None:
    """Draw the title of a group of charts."""
    st.header(escaped(title), anchor=False)
    if note:
        st.caption(escaped(note))


def heading(title: str, note: str | None = None) -> None:
    """Draw the title of a chart or a table, and one line that says how to read it."""
    st.subheader(escaped(title), anchor=False)
    if note:
        st.caption(escaped(note))


def chart(
    title: str,
    figure: Figure,
    table: Callable[[], pd.DataFrame],
    *,
    name: str,
    alt: str,
    note: str | None = None,
    selectable: bool = False,
    wide: bool = False,
    kept: Callable[[], Kept] | None = None,
    rows: Callable[[], Links] | None = None,
    cells: Cell | None = None,
) -> None:
    """Draw a chart under its title, with the same figures as a table and a download.

    Args:
        title: what the chart shows, with its unit.
        figure: the drawing.
        table: makes the same figures, columns already named for people; called once it is opened.
        name: key of the chart, and name of the downloaded file.
        alt: accessible name, what the chart says in one sentence.
        note: how to read it.
        selectable: whether a click on a mark selects it; ``clicked_mark`` tells which.
        wide: whether a narrow screen moves it sideways rather than narrow it.
        kept: makes the same chart as a file to keep, SVG or PNG; called at the click.
        rows: makes the addresses of the rows behind the figures of the table.
        cells: in a grid, gives that of one cell, by the first cell of its row and the title of its column.
    """
    heading(title, note)
    with st.container(key=f"wide-{name}") if wide else nullcontext():
        st.plotly_chart(
            figure,
            theme=None,
            key=f"chart-{name}",
            config=PLOTLY,
            on_select="rerun" if selectable else "ignore",
            selection_mode=("points",),
            alt=alt,
        )
    table_behind(table, name, kept, rows, cells)


def paragraph(words: str) -> None:
    """Draw a sentence or two under a heading."""
    st.markdown(escaped(words))


def remark(words: str) -> None:
    """Draw a quiet sentence under figures: how to take them."""
    st.caption(escaped(words))


def articles(paragraphs: Iterable[Paragraph]) -> None:
    """Draw titled paragraphs in a column that reads well, each at an address of its own."""
    with st.container(width=READING_WIDTH):
        for paragraph in paragraphs:
            st.subheader(escaped(paragraph.title), anchor=paragraph.name)
            st.markdown(escaped(paragraph.words))


def listed(title: str, sentences: Iterable[str]) -> None:
    """Draw sentences one a line under a title, in a column that reads well."""
    with st.container(width=READING_WIDTH):
        heading(title)
        _bullets(sentences)


def to_copy(title: str, words: str) -> None:
    """Draw a paragraph that one click copies, in a column that reads well."""
    with st.container(width=READING_WIDTH):
        heading(title)
        st.code(words, language=None, wrap_lines=True)


def reminders(sentences: Sequence[str]) -> None:
    """Draw what is still awaited, calmly; nothing when nothing is."""
    if sentences:
        st.info(escaped(" ".join(sentences)), icon=":material/pending_actions:")


def notes(title: str, sentences: Sequence[str]) -> None:
    """Offer notes under a chart, one a line; nothing when there are none."""
    if sentences:
        with st.expander(title, type="compact"):
            _bullets(sentences)


def side_by_side(*things: T) -> Iterator[tuple[DeltaGenerator, T]]:
    """Give each thing its column; on a phone they follow each other."""
    yield from zip(st.columns(len(things), gap="large"), things, strict=True)


def two_columns(left: int, right: int) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two columns of these relative widths; on a phone one follows the other."""
    first, second = st.columns((left, right), gap="large")
    return first, second


def row() -> DeltaGenerator:
    """A line of small controls that wraps on a phone."""
    return st.container(horizontal=True)


def switch(label: str, options: dict[str, str], key: str, default: str | None = None) -> str:
    """Choose one of a few, kept in the address; the first unless there is a default."""
    usual = default or next(iter(options))
    chosen = st.segmented_control(
        label,
        list(options),
        default=usual,
        format_func=lambda code: options[code],
        key=key,
        bind="query-params",
        required=True,
        wrap=True,
    )
    return chosen or usual


def choose(
    label: str, options: dict[str, str], key: str, clicks: Sequence[Click] = (), optional: bool = False
) -> str:
    """Choose one thing in a list, or by a click on a chart or a row; kept in the address.

    A click acts once: after it, the list decides until the next click.
    """
    clicked = fresh(key, clicks)
    if clicked in options:
        st.session_state[key] = clicked
    st.session_state[f"{key}-clicks"] = [click.mark for click in clicks]
    chosen = st.selectbox(
        label,
        list(options),
        index=None if optional else 0,
        format_func=lambda code: options[code],
        placeholder=text("choose-placeholder"),
        key=key,
        bind="query-params",
        width=FIELD_WIDTH,
    )
    return chosen or ""


def chosen(key: str, clicks: Sequence[Click] = ()) -> str | None:
    """What a list further down the page has chosen, or is about to after a click."""
    return fresh(key, clicks) or st.session_state.get(key)


def choose_several(label: str, options: Sequence[int], key: str) -> list[int]:
    """Choose editions to set side by side, all by default, kept in the address; oldest first."""
    kept = st.pills(
        label, options, selection_mode="multi", default=list(options), key=key, bind="query-params"
    )
    return sorted(kept or options)


def ranking(title: str, table: pd.DataFrame, name: str, rows: Callable[[], Links] | None = None) -> None:
    """Draw a sortable list with a bar for its first measure; ``clicked_row`` tells the row picked."""
    heading(title)
    grids.ranking(table, name, rows)
    download(lambda: csv(table), name)


def table(
    title: str,
    table: pd.DataFrame,
    name: str,
    note: str | None = None,
    widest: str | None = None,
    rows: Callable[[], Links] | None = None,
    every_row: Callable[[], pd.DataFrame] | None = None,
) -> None:
    """Draw a table that stands on its own, with its download.

    ``widest`` is a column of sentences. Where too many rows are there to be shown, ``every_row`` makes all
    those of the download.
    """
    heading(title, note)
    grids.grid(table, name, widest=widest, rows=rows)
    download(lambda: csv(every_row() if every_row else table), name)


def pick_row(
    title: str,
    table: pd.DataFrame,
    name: str,
    note: str | None = None,
    every_row: Callable[[], pd.DataFrame] | None = None,
    rows: Callable[[], Links] | None = None,
) -> int | None:
    """Draw a table of which one row may be picked, with its download; the position of that row.

    Where too many are there to be shown, ``every_row`` makes all those of the download.
    """
    heading(title, note)
    picked = grids.grid(table, name, picks="single-row", rows=rows)
    download(lambda: csv(every_row() if every_row else table), name)
    chosen = picked["selection"]["rows"]
    return chosen[0] if chosen and chosen[0] < len(table) else None


def way_to(scope: Scope, page: str, words: str) -> None:
    """Offer the way to another page, for who has it."""
    if any(entry.name == page for entry in pages_of(scope)):
        st.page_link(
            f"pages/{page}.py", label=escaped(words), icon=":material/arrow_forward:", width="content"
        )


@contextmanager
def unfold(title: str, name: str) -> Iterator[bool]:
    """Hold what is drawn only once somebody opens it; tells whether somebody did."""
    with st.expander(title, key=f"unfold-{name}", on_change="rerun", type="compact") as panel:
        yield bool(panel.open)


def table_behind(
    make: Callable[[], pd.DataFrame],
    name: str,
    kept: Callable[[], Kept] | None = None,
    rows: Callable[[], Links] | None = None,
    cells: Cell | None = None,
) -> None:
    """Offer the figures of a chart as a table and a file, and the chart as files; built once it is opened."""
    with st.expander(text("table-behind"), key=f"table-{name}", on_change="rerun", type="compact") as panel:
        if panel.open:
            table = make()
            picked = grids.grid(table, name, rows=rows, picks="single-cell" if cells else None)
            if cells:
                _way_to_cell(table, picked["selection"]["cells"], cells)
            with st.container(horizontal=True):
                download(lambda: csv(table), name)
                if kept is not None:
                    _download_chart(kept, name)


def narrowed(kept: str, everything: str | None) -> None:
    """Say what one figure keeps of what the filters do, with the way to all that they keep; or nothing."""
    if kept:
        way = f" [{text('trace-everything')}]({everything})" if everything else ""
        st.caption(escaped(text("trace-only", kept=kept)) + way)


def way_at(words: str, address: str, icon: str) -> None:
    """Offer the way to an address of ours that asks for something; the menu's links drop what they ask."""
    st.markdown(f":material/{icon}: [{escaped(words)}]({address})")


def download(content: Callable[[], bytes], name: str, kind: str = "csv", label: str | None = None) -> None:
    """Offer a file of one ``kind``, a CSV file by default, made at the click, which leaves a trace."""
    st.download_button(
        label or text("download-csv"),
        access.delivered(f"{name}.{kind}", content),
        file_name=f"portee-jps-{name}.{kind}",
        mime=MIME[kind],
        icon=":material/download:",
        key=f"download-{name}" if kind == "csv" else f"download-{kind}-{name}",
        on_click="ignore",
    )


def _download_chart(kept: Callable[[], Kept], name: str) -> None:
    """Offer a chart as SVG and PNG, in the language of the page."""
    spoken = messages.language()

    def drawn(form: Callable[[Kept], bytes]) -> bytes:
        with messages.speaking(spoken):
            return form(kept())

    download(lambda: drawn(lambda chart: chart.svg()), name, "svg", text("download-svg"))
    download(lambda: drawn(lambda chart: chart.png()), name, "png", text("download-png"))


def escaped(words: str) -> str:
    """Make a text safe as Markdown: it shows as it is written."""
    return MARKDOWN.sub(r"\\\1", words)


def _how(figure: Tile) -> str | None:
    """What a figure counts, with the way to the paragraph that says it at length and to its rows."""
    ways = []
    if figure.method is not None:
        ways.append(f"[{text('method-link')}]({address_of('method')}#{figure.method})")
    if figure.rows is not None:
        ways.append(f"[{text('rows-link')}]({figure.rows})")
    return " ".join(part for part in (figure.help, " · ".join(ways)) if part) or None


def _way_to_cell(table: pd.DataFrame, picked: Sequence[tuple[int, str]], cells: Cell) -> None:
    """Offer the way to the rows of the cell picked, or say how to pick one."""
    for row, column in picked[:1]:
        named = str(table.iat[row, 0]) if row < len(table) else ""
        if address := cells(named, column):
            way_at(text("rows-of-cell", row=named, column=column), address, "table_rows")
            return
    if any(cells(str(named), str(column)) for named in table.iloc[:, 0] for column in table.columns):
        st.caption(text("rows-pick-cell"))


def _bullets(sentences: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {escaped(sentence)}" for sentence in sentences))


def _direction(change: str | None) -> tuple[DeltaColor, DeltaArrow]:
    """Read the sign of a written change: Streamlit takes the minus of typography for a gain."""
    if change is None or not change.startswith(("+", "\u2212")):
        return "off", "off"
    return ("green", "up") if change.startswith("+") else ("orange", "down")
