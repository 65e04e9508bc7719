"""Partenaires: who brings the reach, who comes back, whom to call, whom to welcome, what has no figure."""

from dashboard import components as ui
from dashboard import partners
from dashboard import partners_components as parts
from dashboard.messages import text
from dashboard.page import page

with page("partners") as view:
    ui.finding(partners.finding(view))
    ui.tiles(partners.tiles(view), against=view.previous)
    ui.let_draw()

    parts.curve(view)

    panel = ui.switch(text("choose-panel"), partners.panels(), key="liste")

    if panel == "everyone":
        parts.listed(view, panel, partners.here(view), partners.everyone_table)

    if panel == "call":
        parts.listed(view, panel, partners.to_call(view), partners.call_table)

    if panel == "welcome":
        parts.listed(view, panel, partners.to_welcome(view), partners.welcome_table)

    if panel == "silent":
        parts.silent(view)

    if panel == "cohorts":
        parts.cohorts(view)

    parts.names_for_the_board(view)
