"""Semaine: what is held each day of the campaign, the wave of Thursday, types of action, online or not."""

from dashboard import components as ui
from dashboard import days, days_words, exposure_components, pace, pace_components
from dashboard import days_components as parts
from dashboard.messages import text
from dashboard.page import page

with page("week") as view:
    people = days.found(view, "reach")
    ui.finding(days_words.finding(view, people))
    if people is not None:
        ui.tiles(days_words.tiles(view, people), against=days_words.since(view, people))
        pace_components.remark(view, pace.beside(view))
    ui.let_draw()

    measure = ui.switch(text("days-measure"), days.measures(), key="compte")
    found = days.found(view, measure)
    if found is not None:
        parts.by_day(view, found)
        parts.same_days(view, measure)

    parts.wave(view)
    parts.actions(view, measure)
    parts.places(view)
    parts.dates(view)
    exposure_components.beside(view)
    ui.way_to(view.scope, "trace", text("way-to-trace"))
