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
    title, note, every_row = text("table-traced"), trace.note(figure), trace.every_row(figure)
    if not view.scope.sees_sources:
        ui.table(title, rows, name="traced", note=note, every_row=every_row)
    elif (picked := ui.pick_row(title, rows, name="traced", note=note, every_row=every_row)) is not None:
        for where, cells in originals(view, rows.iloc[picked]):
            ui.table(where, cells, name=f"original-{where}")
