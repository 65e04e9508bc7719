"""What the board is shown: the same figures as the pages, in sentences that say no more than they do."""

import pytest

from dashboard import formats, overview, pace, pace_words, queries
from dashboard.board.scenes import scenes
from dashboard.drawing import SCREEN, draw
from dashboard.messages import Language
from dashboard.question import Filters, Restriction
from dashboard.scope import DIRECTOR
from dashboard.view import View

pytestmark = pytest.mark.usefixtures("fresh_caches")


def view_of(edition: int, language: Language = "fr", restriction: Restriction | None = None) -> View:
    snapshot = queries.snapshot(DIRECTOR)
    reference = queries.reference(snapshot.versions, DIRECTOR, queries.database_url())
    return View(DIRECTOR, snapshot, reference, Filters(edition, restriction or Restriction()), language)


@pytest.mark.usefixtures("demonstration")
def test_the_large_figures_are_those_of_the_overview() -> None:
    view = view_of(2024)
    told = {scene.name: scene for scene in scenes(view)}
    now = overview.totals(view, 2024)
    assert told["reach"].value == now.reach == told["reach"].table.iloc[:, 1].sum()
    assert told["map"].value == now.municipalities


@pytest.mark.usefixtures("demonstration")
def test_the_scene_of_the_pace_says_what_the_page_says() -> None:
    view = view_of(2026)
    found = pace.rhythm(view, "expected", pace.stage(view))
    scene = {scene.name: scene for scene in scenes(view)}["pace"]
    assert scene.title == pace_words.finding(found)
    assert scene.value == found.booked
    assert scene.table.equals(pace_words.table(found))
    assert formats.percent(found.error.worst, 1) in scene.note if found.error else False
    assert "<svg" in draw(scene.chart, 1600, 700, SCREEN)


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("edition", [2022, 2023, 2025])
def test_an_edition_that_was_never_to_be_projected_has_no_scene_of_its_pace(edition: int) -> None:
    assert "pace" not in {scene.name for scene in scenes(view_of(edition))}
