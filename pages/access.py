"""Accès: who may come in, the personal links of partners, who confirmed, and the trace of what was done."""

from dashboard import components as ui
from dashboard import entrants
from dashboard import entrants_components as parts
from dashboard.messages import text
from dashboard.page import work_page

with work_page("access") as snapshot:
    panel = ui.switch(text("choose-panel"), entrants.panels(), key="acces")

    parts.outcome()

    if panel == "members":
        parts.members(entrants.known())

    if panel == "links":
        parts.links()

    if panel == "answers":
        parts.answers(snapshot)

    if panel == "trace":
        parts.trace()
