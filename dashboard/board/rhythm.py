"""The scene about the pace of registrations: where the edition is, and where it may end.

Left out for an edition that is over and was never to be projected, or whose opening is not known, and under
filters: the pace is kept for the whole region, and the line under the scene would say otherwise.
"""

import pandas as pd

from dashboard import formats, pace, pace_words
from dashboard.board.scene import Ground, Scene
from dashboard.drawing import Range
from dashboard.messages import text
from dashboard.pace import Rhythm
from dashboard.pickup import Projection
from dashboard.view import View

MEASURE = "expected"


def pace_scene(ground: Ground) -> Scene | None:
    """What is registered on this day, the courses that the earlier editions took from it, and their error."""
    view = ground.view
    where = None if view.is_filtered else pace.stage(view)
    if where is None:
        return None
    found = pace.rhythm(view, MEASURE, where)
    is_projected = isinstance(found.projection, Projection)
    if not is_projected and not where.comes_in:
        return None
    title, notes = pace_words.finding(found), pace_words.notes(view, found)
    return Scene(
        name="pace",
        title=title,
        figure=formats.number(found.booked),
        value=found.booked,
        label=text("board-pace-label", count=int(found.booked), when=pace_words.when(found.day or 0)),
        change=ground.since(_change(ground, found)) if where.comes_in else None,
        chart=chart(view, found, title, text("pace-measure-expected")),
        table=pace_words.table(found),
        note="\n".join(filter(None, [ground.note("pace"), pace_words.past_error(found), *notes])),
    )


def chart(view: View, found: Rhythm, title: str, value_name: str) -> Range:
    """The lines of the editions and the courses that the chosen one may take, to be drawn."""
    return Range(
        language=view.language,
        title=text("chart-pace", edition=str(view.edition)),
        description=title,
        table=_lines(found),
        selected=view.edition,
        band=found.band.rename_axis("day").reset_index(),
        value_name=value_name,
        projection_name=_named(found),
        day_name=text("pace-axis"),
        day_pattern=text("pace-mark", day="{day}"),
    )


def _lines(found: Rhythm) -> pd.DataFrame:
    """One line an edition, from the first day that any has something."""
    begun = found.curves.gt(0).any(axis=1).idxmax()
    courses = [found.curves[edition].loc[begun:] for edition in found.followed] + [found.known.loc[begun:]]
    return pd.concat(
        [pd.DataFrame({"edition": course.name, "day": course.index, "value": course}) for course in courses],
        ignore_index=True,
    )


def _named(found: Rhythm) -> str:
    if not isinstance(found.projection, Projection):
        return ""
    return text("pace-band", followed=pace_words.said(found.projection.by_edition.index))


def _change(ground: Ground, found: Rhythm) -> str:
    """Against what the edition before had on the same day."""
    if ground.before is None or not ground.before.reach:
        return formats.MISSING
    return formats.signed_percent((ground.now.reach - ground.before.reach) / ground.before.reach)
