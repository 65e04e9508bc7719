"""What a PDF says, read back as any reader would, and the view that it is made for.

Not here: what it should say.
"""

import io
from dataclasses import dataclass
from typing import Final

import pdfplumber
from pdfminer.pdftypes import resolve1

from dashboard import queries
from dashboard.messages import Language
from dashboard.question import Filters, Restriction
from dashboard.scope import Scope
from dashboard.view import View

EVERYTHING: Final = Restriction()


@dataclass(frozen=True)
class Read:
    """A PDF as it was read: its text, its pages, its title and language, whether it claims PDF/UA-1."""

    words: str
    pages: int
    title: str
    language: str
    is_for_all: bool
    are_fonts_embedded: bool

    @property
    def letters(self) -> str:
        """The text without the spaces that the layout chose."""
        return letters(self.words)


def letters(words: str) -> str:
    return "".join(words.replace("\u200b", "").split())


def read(content: bytes) -> Read:
    with pdfplumber.open(io.BytesIO(content)) as document:
        catalog = document.doc.catalog
        title = document.metadata.get("Title", "")
        return Read(
            words="\n".join(page.extract_text(use_text_flow=True) for page in document.pages),
            pages=len(document.pages),
            title=title,
            language=resolve1(catalog["Lang"]).decode(),
            is_for_all=b"pdfuaid:part" in resolve1(catalog["Metadata"]).get_data(),
            are_fonts_embedded=all(
                map(_is_embedded, [font for page in document.pages for font in _fonts(page.page_obj)])
            ),
        )


def seen(
    scope: Scope, edition: int, restriction: Restriction = EVERYTHING, language: Language = "fr"
) -> View:
    """What someone looks at, of the newest data."""
    snapshot = queries.snapshot(scope)
    reference = queries.reference(snapshot.versions, scope, queries.database_url())
    return View(scope, snapshot, reference, Filters(edition, restriction), language)


def _fonts(page: object) -> list[dict[str, object]]:
    resources = resolve1(page.resources)  # type: ignore[attr-defined]
    return [resolve1(font) for font in resolve1(resources["Font"]).values()]


def _is_embedded(font: dict[str, object]) -> bool:
    [descendant] = resolve1(font["DescendantFonts"])
    descriptor = resolve1(resolve1(descendant)["FontDescriptor"])
    return any(name in descriptor for name in ("FontFile", "FontFile2", "FontFile3"))
