"""The files that may be taken away, each with its name and what makes it.

Nothing is made before one is asked for. Not here: what they say, who may have them (``access``).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from dashboard.messages import Language, text
from dashboard.paper import keepsake
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


def _made(draw: Callable[[Keepsake], bytes], view: View, partner: str, language: Language) -> bytes:
    return draw(keepsake.told(view, partner, language))
