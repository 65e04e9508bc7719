"""The scenes of a view in their default order, and the line that says what they speak of.

The figures are those of the pages, through the same functions. Not here: how scenes are drawn or dressed.
"""

from dashboard import formats, messages, region
from dashboard.board import history, people, rhythm, territory
from dashboard.board.scene import Ground, Name, Scene
from dashboard.messages import text
from dashboard.view import View

__all__ = ["Name", "Scene", "context", "scenes"]


def scenes(view: View) -> list[Scene]:
    """Compose the scenes, in the view's language; one with nothing to say is left out."""
    with messages.speaking(view.language):
        ground = Ground(view)
        composed = (
            people.reach(ground),
            people.audiences(ground),
            territory.mapped(ground),
            history.trend(ground),
            territory.missing(ground),
            people.moved(ground),
            people.sectors(ground),
            rhythm.pace_scene(ground),
        )
        return [scene for scene in composed if scene is not None]


def context(view: View) -> str:
    """Say what the figures are of: edition, territory, audiences, and when they were so.

    « Édition 2024 · la région · tous les publics · données au 23 novembre, 14 h 05 »
    """
    with messages.speaking(view.language):
        asked = view.filters.restriction
        names = view.territory_names
        parts = [
            text("edition-name", edition=str(view.edition)),
            ", ".join(names[code] for code in asked.territories) or region.name(view.language),
            ", ".join(view.audience_names[code] for code in asked.audiences) or text("board-all-audiences"),
            ", ".join(view.sector_names[code] for code in asked.sectors),
            ", ".join(view.action_names[code] for code in asked.actions),
        ]
        if view.snapshot.latest:
            parts.append(text("board-as-of", moment=formats.short_moment(view.snapshot.latest)))
        return " · ".join(part for part in parts if part)
