"""What the board is shown: the same figures as the pages, in sentences that say no more than they do."""

import pytest

from dashboard import overview, queries
from dashboard.board.scenes import scenes
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
