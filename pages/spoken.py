"""À dire: a paragraph for the press about what is asked, in both languages, with a note for each figure."""

from functools import partial

from dashboard import components as ui
from dashboard import findings, overview, spoken
from dashboard.messages import LOCALES, text
from dashboard.page import page

with page("spoken") as view:
    ui.finding(findings.people_counted(overview.totals(view, view.edition), view.edition) + ".")
    for code in LOCALES:
        said = spoken.about(view, code)
        ui.to_copy(text(f"said-in-{code}"), said.words)
    ui.table(
        text("said-note"),
        spoken.about(view, view.language).figures,
        name="said",
        note=text("said-note-words"),
        rows=partial(spoken.rows, view),
    )
    ui.way_to(view.scope, "trace", text("way-to-trace"))
