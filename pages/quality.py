"""Qualité: whether the figures can be trusted, each doubt with the rows behind it."""

from dashboard import clicks, quality
from dashboard import components as ui
from dashboard.messages import text
from dashboard.page import page
from dashboard.territories import originals, registrations_note

with page("quality") as view:
    ui.finding(quality.finding(view))
    ui.reminders(quality.reminders(view))

    checks = quality.checks(view)
    clicked = [clicks.clicked_row("checks", list(checks["check"]))]
    ui.ranking(text("list-checks"), quality.checks_table(checks), name="checks")

    check = ui.choose(
        text("choose-check"),
        dict(zip(checks["check"], checks["label"], strict=True)),
        key="controle",
        clicks=clicked,
    )
    ui.paragraph(text(f"check-{check}-words"))
    rows = quality.rows_behind(view, check)
    picked = ui.pick_row(text("table-doubted"), rows, name=f"doubted-{check}", note=registrations_note(view))
    if picked is not None:
        for where, cells in originals(view, rows.iloc[picked]):
            ui.table(where, cells, name=f"original-{where}")
    ui.way_to(view.scope, "data", text("quality-correct"))
