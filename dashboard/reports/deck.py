"""The deck: the board's scenes as slides with native charts and tables, then their figures and sources.

Not here: what is said (``board``), how a slide is dressed (``stage``, ``slide_charts``, ``slide_tables``).
"""

import io
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from dashboard import drawing, formats, messages
from dashboard.board.scenes import Scene, context, scenes
from dashboard.drawing import Map, Names, Range
from dashboard.meetings import Meeting
from dashboard.messages import text
from dashboard.palette import LIGHT
from dashboard.reports import slide_charts, slide_tables
from dashboard.reports import stage as stages
from dashboard.reports.origin import Origin, origin
from dashboard.reports.stage import CHART, COVER, FIGURE, SCENE, TABLE, TEXT, WHOLE, Stage
from dashboard.view import View

MAP_WIDTH: Final = 5.2
"""Inches of the map, beside its table."""
DOTS: Final = 200
"""Pixels of the map's picture in an inch."""
FIGURE_SIZE, LABEL_SIZE = 60, 20
"""Points of the large figure, and of what it counts."""


def deck(view: View, meeting: Meeting | None = None, kept: Sequence[str] = ()) -> bytes:
    """Return the scenes of a view as PPTX, in its language.

    Args:
        view: whose figures they are.
        meeting: under whose code they are given, if any.
        kept: names of the scenes, in the order in which they are shown; by default, all in theirs.
    """
    with messages.speaking(view.language):
        told = origin(view, meeting)
        shown = _in_order(scenes(view), kept)
        made = stages.stage(told, context(view), view.language)
        _cover(made, told, context(view))
        for scene in shown:
            _scene(made, scene)
        for scene in shown:
            if not isinstance(scene.chart, Map | Names | Range):
                _figures(made, scene)
        _sources(made, told)
    buffer = io.BytesIO()
    made.presentation.save(buffer)
    return buffer.getvalue()


def _in_order(every: list[Scene], kept: Sequence[str]) -> list[Scene]:
    named = {str(scene.name): scene for scene in every}
    return [named[name] for name in kept if name in named] if kept else every


def _cover(made: Stage, told: Origin, line: str) -> None:
    slide = made.slide(COVER, told.title)
    lines = [line, formats.capitalised(told.version), told.meeting, told.demonstration]
    slide.placeholders[1].text_frame.text = "\n".join(part for part in lines if part)
    made.close(slide, "\n".join(told.sources))


def _scene(made: Stage, scene: Scene) -> None:
    slide = made.slide(SCENE, scene.title)
    _figure(slide.placeholders[1], scene)
    chart = scene.chart
    if isinstance(chart, Map):
        _remove(slide.placeholders[2])
        _map(slide, scene, chart)
    elif isinstance(chart, Names):
        _remove(slide.placeholders[2])
        _names(slide, scene)
    else:
        frame = slide.placeholders[2].insert_chart(slide_charts.kind(chart), slide_charts.data(chart))
        slide_charts.dress(frame.chart, chart)
        stages.describe(frame, chart.title, chart.description)
    made.close(slide, scene.note)


def _figure(place: Any, scene: Scene) -> None:
    """The large figure, what it counts, and its change."""
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    frame = place.text_frame
    frame.word_wrap = True
    parts = [(scene.figure, FIGURE_SIZE, True, MSO_THEME_COLOR.ACCENT_1)]
    parts += [(scene.label, LABEL_SIZE, False, MSO_THEME_COLOR.TEXT_1)]
    parts += [(scene.change, LABEL_SIZE, True, MSO_THEME_COLOR.TEXT_1)] if scene.change else []
    for number, (words, size, bold, colour) in enumerate(parts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(0 if number == 0 else 8)
        run = paragraph.add_run()
        run.text = words
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.theme_color = colour


def _map(slide: Any, scene: Scene, chart: Map) -> None:
    """The map as a picture, and beside it who has the most people, natively; the rest in one row."""
    left, top, width, height = CHART
    style = drawing.Style(LIGHT, 18, 16)
    scale = 96
    svg = drawing.draw(chart, round(MAP_WIDTH * scale), round(height * scale), style)
    picture = io.BytesIO(drawing.png(svg, round(MAP_WIDTH * DOTS)))
    box = (FIGURE[0] + FIGURE[2] + 0.05, top, MAP_WIDTH, height)
    shape = slide.shapes.add_picture(picture, 0, 0)
    stages.place(shape, box)
    stages.describe(shape, chart.title, chart.description)
    beside = box[0] + MAP_WIDTH + 0.15
    table = scene.table.iloc[:, :2]
    people = table.iloc[:, 1]
    told = table[people.fillna(0) > 0] if people.fillna(0).any() else table[people.notna()]
    shown = _with_the_rest(told, slide_tables.rows_that_fit(height))
    if len(shown):
        box = (beside, top, left + width - beside, height)
        slide_tables.add(slide, shown, box, chart.title, chart.description)


def _names(slide: Any, scene: Scene) -> None:
    table = scene.table
    room = slide_tables.rows_that_fit(CHART[3])
    if len(table) > room:
        more = pd.DataFrame(
            [[text("deck-more", count=str(len(table) - room + 1))]], columns=table.columns[:1]
        )
        table = pd.concat([table.iloc[: room - 1], more], ignore_index=True)
    slide_tables.add(slide, table, CHART, scene.chart.title, scene.chart.description)


def _with_the_rest(table: pd.DataFrame, room: int) -> pd.DataFrame:
    """The first rows, and the sum of the others in the last."""
    if len(table) <= room:
        return table
    name, people = table.columns
    others = table.iloc[room - 1 :]
    rest = pd.DataFrame({name: [text("deck-others", count=str(len(others)))], people: [others[people].sum()]})
    return pd.concat([table.iloc[: room - 1], rest], ignore_index=True)


def _figures(made: Stage, scene: Scene) -> None:
    """The figures of a chart, on as many slides as they need."""
    room = slide_tables.rows_that_fit(WHOLE[3])
    parts = [scene.table.iloc[start : start + room] for start in range(0, len(scene.table), room)]
    for number, part in enumerate(parts, 1):
        title = text("deck-figures", title=scene.chart.title)
        if len(parts) > 1:
            title = text("deck-part", title=title, number=str(number), count=str(len(parts)))
        slide = made.slide(TABLE, title)
        slide_tables.add(slide, part, WHOLE, scene.chart.title, scene.title)
        made.close(slide, scene.note)


def _sources(made: Stage, told: Origin) -> None:
    from pptx.util import Pt

    slide = made.slide(TEXT, text("deck-sources"))
    frame = slide.placeholders[1].text_frame
    lines = [formats.capitalised(told.version), told.filters, told.meeting, told.demonstration, *told.sources]
    for number, words in enumerate(line for line in lines if line):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(8)
        paragraph.text = words
    made.close(slide, "\n".join(told.sources))


def _remove(place: Any) -> None:
    place._element.getparent().remove(place._element)
