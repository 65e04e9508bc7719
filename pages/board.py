"""Conseil: the way to the big screen, and the scenes that the board sees there, prepared by a director."""

from dashboard import meeting_components
from dashboard.board import desk
from dashboard.board.scenes import scenes
from dashboard.page import page
from dashboard.reports import offer

with page("board") as view:
    found = scenes(view)
    wanted = desk.prepared(view, found)

    desk.present(wanted)

    desk.prepare(view, found, wanted)

    desk.share(wanted)

    offer.offer(view, wanted.scenes)

    meeting_components.section(view)
