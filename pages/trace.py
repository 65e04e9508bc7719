"""D'où vient ce chiffre: the rows that a figure is the sum of, with the file, load and author of each."""

from dashboard import components as ui
from dashboard import trace
from dashboard.messages import text
from dashboard.page import page
from dashboard.territories import originals

with page("trace") as view:
    ui.finding(trace.finding(view))
    rows = trace.rows(view)
    picked = ui.pick_row(
        text("table-traced"), rows, name="traced", note=trace.note(view), every_row=trace.every_row(view)
    )
    if picked is not None:
        for where, cells in originals(view, rows.iloc[picked]):
            ui.table(where, cells, name=f"original-{where}")
