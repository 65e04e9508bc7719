"""Données: drop files and see what they would change, correct what waits, say who is who, take back."""

from dashboard import components as ui
from dashboard import exposure_components, intake
from dashboard import intake_components as parts
from dashboard.messages import text
from dashboard.page import work_page

with work_page("data"):
    panel = ui.switch(text("choose-panel"), intake.panels(), key="volet")

    parts.outcomes()

    if panel == "drop":
        files, edition = parts.drop(intake.TYPES)
        previews = [parts.preview(file, edition) for file in files]
        parts.load_button(files, edition, previews)

    parts.loading()

    if panel == "waiting":
        rows = intake.waiting()
        if chosen := parts.reason(rows):
            parts.correct(chosen)

    if panel == "partners":
        parts.proposals(intake.proposals())
        parts.matches(intake.matched())
        parts.answers(intake.answered())

    if panel == "exposure":
        exposure_components.desk()

    if panel == "history":
        parts.history(intake.loads())

    if panel == "export":
        parts.export()
