"""D'où vient ce chiffre: the rows that a figure is the sum of, with the file, load and author of each."""

from dashboard import components as ui
from dashboard import trace
from dashboard.messages import text
from dashboard.page import page
from dashboard.territories import originals

with page("trace") as view:
    figure = trace.asked(view)
    ui.finding(trace.finding(figure))
    ui.narrowed(trace.narrowed(figure), trace.everything(figure))
    rows = trace.rows(figure)
    picked = ui.pick_row(
        text("table-traced"), rows, name="traced", note=trace.note(figure), every_row=trace.every_row(figure)
    )
    if picked is not None:
        for where, cells in originals(view, rows.iloc[picked]):
            ui.table(where, cells, name=f"original-{where}")
