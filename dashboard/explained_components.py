"""Why figures changed, drawn: the waterfall of the page *Années*, the highlight of *Vue d'ensemble*.

Draws; ``explained`` finds.
"""

from functools import partial

import streamlit as st

from dashboard import clicks, explained, pictures, waterfall
from dashboard import components as ui
from dashboard.messages import text
from dashboard.view import View

NAME = "why"


def highlight(view: View) -> None:
    """Draw one sentence on what changed most since the edition before; nothing where there is none."""
    if found := explained.highlighted(view):
        sentence, note = found
        ui.heading(text("why-since", edition=str(view.previous)), note)
        ui.paragraph(sentence)


def section(view: View) -> None:
    """Draw why figures changed between two editions, as one chooses to split it, and who is behind a bar."""
    if view.previous is None:
        return
    ui.section(text("why-title"))
    before, now = _two_editions(view)
    compared = explained.same_day(view, before, now)
    if compared is None:
        ui.paragraph(text("why-no-same-day", before=str(before), now=str(now)))
        return
    change = explained.explained(compared, before, now)
    if change is None:
        ui.paragraph(text("why-unavailable"))
        return
    if told := explained.day_note(compared, now):
        st.caption(ui.escaped(told))
    ui.paragraph(explained.sentence(change, before, now))
    way = ui.switch(text("why-by"), explained.ways(), key="decoupe")
    shown = explained.steps(view, change, way)
    if shown.empty:
        return
    ends = explained.totals(change, way)
    ui.chart(
        text("why-chart", way=way, before=str(before), now=str(now)),
        waterfall.waterfall(
            shown,
            view.theme,
            start=(ui.edition_name(before), ends[0]),
            end=(ui.edition_name(now), ends[1]),
            value_name=text("column-change"),
        ),
        partial(explained.steps_table, shown),
        name=NAME,
        alt=explained.sentence(change, before, now),
        note=explained.note(shown),
        selectable=True,
        kept=partial(
            pictures.changes, view, text("why-chart", way=way, before=str(before), now=str(now)), shown
        ),
    )
    bars = explained.bars(shown)
    key = ui.choose(
        text("why-bar"), bars, key=f"barre-{way}", clicks=[clicks.clicked_mark(NAME)], optional=True
    )
    if key in bars:
        ui.table(
            text("why-behind", bar=bars[key]),
            explained.partners_behind(view, change, way, key, shown, (before, now)),
            name="why-behind",
            rows=partial(explained.rows_behind, compared, change, way, key, shown, (before, now)),
            note=text("why-behind-note"),
        )


def _two_editions(view: View) -> tuple[int, int]:
    """Which two editions are compared, the earlier first: the chosen one and the one before by default."""
    editions = view.snapshot.editions
    with st.container(horizontal=True):
        chosen = [
            st.selectbox(
                text(f"why-{side}"),
                editions,
                editions.index(default),
                key=key,
                bind="query-params",
                width=130,
            )
            for side, key, default in (
                ("from", "de", view.previous or editions[0]),
                ("to", "a", view.edition),
            )
        ]
    first, last = sorted(edition or view.edition for edition in chosen)
    return first, last
