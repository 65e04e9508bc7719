"""The pace of registrations on a page: what it says, the choices, the chart, what it is worth.

Streamlit only; what is said is in ``pace_words``, the figure in ``pace_chart``.
"""

from functools import partial

from dashboard import components as ui
from dashboard import pace, pace_chart, pace_words, pictures
from dashboard.messages import text
from dashboard.view import View


def section(view: View) -> None:
    """Draw the chosen edition's pace beside the earlier ones; a sentence alone where it has none."""
    where = pace.stage(view)
    if where is None:
        ui.heading(text("chart-pace", edition=str(view.edition)))
        ui.paragraph(pace_words.finding(pace.rhythm(view, pace.MEASURES[0], None)))
        return
    ui.section(text("chart-pace", edition=str(view.edition)))
    with ui.row():
        measure = ui.switch(text("pace-measure"), pace_words.measures(), key="rythme")
        looked_from = pace.LOOKED_BACK_FROM
        if not where.comes_in:
            looked_from = _looked_from()
    found = pace.rhythm(view, measure, where, looked_from)
    ui.chart(
        pace_words.finding(found),
        pace_chart.pace(found, view.theme, value_name=pace_words.measures()[measure]),
        partial(pace_words.table, found),
        name="pace",
        alt=pace_words.finding(found),
        note=pace_words.how_to_read(found),
        cells=pace_words.cells(view, found),
        kept=partial(pictures.pace, view, found, pace_words.finding(found), pace_words.measures()[measure]),
    )
    ui.notes(text("pace-about"), pace_words.notes(view, found))


def _looked_from() -> int:
    days, usual = pace_words.milestones(), str(pace.LOOKED_BACK_FROM)
    return int(ui.switch(text("pace-looked-from"), days, key="depuis", default=usual))


def remark(view: View, other: View) -> None:
    """Say what a view is compared with while registrations come in; nothing once they are in."""
    said = pace_words.compared_how(view, other)
    if said:
        ui.remark(said)
