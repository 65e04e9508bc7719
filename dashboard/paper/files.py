"""The files that may be taken away, each with its name and what makes it.

Nothing is made before one is asked for. Not here: what they say, who may have them (``access``).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from dashboard import region
from dashboard.meetings import Meeting
from dashboard.messages import Language, text
from dashboard.paper import brief, keepsake
from dashboard.paper.keepsake import Keepsake
from dashboard.view import View

LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")
KEEPSAKES: Final[dict[str, tuple[str, Callable[[Keepsake], bytes]]]] = {
    "attestation": ("pdf", keepsake.attestation),
    "picture": ("png", keepsake.picture),
}


@dataclass(frozen=True)
class Offered:
    """A file that may be taken away; ``make`` makes it."""

    name: str
    kind: str
    label: str
    make: Callable[[], bytes]


def keepsakes(view: View, partner: str) -> Iterator[Offered]:
    """The attestation and the picture of a partner and an edition, in each language."""
    for language in LANGUAGES:
        for thing, (kind, draw) in KEEPSAKES.items():
            yield Offered(
                name=f"{thing}-{view.edition}-{language}",
                kind=kind,
                label=text(f"keepsake-{thing}-{language}"),
                make=partial(_made, draw, view, partner, language),
            )


def briefs(view: View, meeting: Meeting | None = None) -> Iterator[Offered]:
    """The page of a view, *JPS en bref*, in each language; it bears the code of the meeting that froze it."""
    for language in LANGUAGES:
        yield Offered(
            name=f"en-bref-{view.edition}-{language}",
            kind="pdf",
            label=text(f"brief-file-{language}", campaign=region.short_name()),
            make=partial(brief.brief, replace(view, language=language), meeting),
        )


def _made(draw: Callable[[Keepsake], bytes], view: View, partner: str, language: Language) -> bytes:
    return draw(keepsake.told(view, partner, language))
