"""Conseil: the scenes that the board sees, prepared by a director, and the way to the big screen."""

from dashboard.board import desk
from dashboard.board.scenes import scenes
from dashboard.page import page

with page("board") as view:
    wanted = desk.prepared(view, scenes(view))

    desk.present(wanted)

    desk.share(wanted)
