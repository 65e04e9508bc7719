"""À rejoindre: municipalities not covered, what changed, and where nobody is, audience by audience."""

from dashboard import clicks, pace, pace_components, pace_words, unreached
from dashboard import components as ui
from dashboard import unreached_components as parts
from dashboard.messages import text
from dashboard.page import page

with page("unreached") as view:
    beside = pace.beside(view)
    ui.finding(unreached.finding(view))
    pace_components.remark(view, beside)
    ui.tiles(unreached.tiles(view, beside), against=pace_words.since(view, beside))
    ui.let_draw()

    parts.maps(view)

    place = ui.choose(
        text("unreached-place"),
        unreached.choices(view),
        key="lieu",
        clicks=[clicks.clicked_mark("coverage")],
        optional=True,
    )
    name = ui.switch(text("unreached-list"), unreached.lists(), key="absences")
    parts.listed(view, name, place)
