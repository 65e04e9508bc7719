"""From words to a PDF or a PNG, with Typst and the templates beside.

Words and figures enter a template as data, never as its source: what looks like markup shows as it is
written. Same words, same bytes. Not here: what is said.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from dashboard.drawing import picture, svg
from dashboard.palette import LIGHT

FOLDER: Final = Path(__file__).parent / "templates"
COLOURS: Final = {
    "accent": LIGHT.accent,
    "text": LIGHT.text,
    "muted": LIGHT.muted,
    "grid": LIGHT.grid,
    "decrease": LIGHT.decrease,
    "pale": LIGHT.map_classes[0],
}
LACKING: Final = "could not be displayed"
"""What the typesetter says of a letter that no font has, where the standard wants them all."""


def pdf(template: str, words: Mapping[str, Any], made_at: datetime) -> bytes:
    """Draw a PDF tagged for screen readers (PDF/UA-1), with the fonts that the application carries.

    For a letter that these lack, the machine's fonts are taken; where they lack it too, the PDF is made all
    the same, with a mark in its place, and does not claim the standard.

    Args:
        template: its name in the folder of templates.
        words: what it says, of texts, numbers, lists and mappings.
        made_at: moment of the data, UTC, the date that the file bears: there is no other clock.

    Raises:
        typst.TypstError: the template itself is wrong.
    """
    import typst

    sheet = {"format": "pdf", "timestamp": int(made_at.replace(tzinfo=UTC).timestamp())}
    standard = {"pdf_standards": ["ua-1"]}
    try:
        content = _compiler(template, words, picture.fonts()).compile(**sheet, **standard)
    except typst.TypstError as lacking:
        if LACKING not in str(lacking):
            raise
        helped = _compiler(template, words, _every_font())
        try:
            content = helped.compile(**sheet, **standard)
        except typst.TypstError:
            content = helped.compile(**sheet)
    return _one_page(content)


def png(template: str, words: Mapping[str, Any]) -> bytes:
    """Draw a PNG, a point of the template being a pixel. A letter may come from the machine's fonts."""
    return _one_page(_compiler(template, words, _every_font()).compile(format="png", ppi=72))


def _compiler(template: str, words: Mapping[str, Any], fonts: Any) -> Any:
    import typst

    return typst.Compiler(
        FOLDER / f"{template}.typ",
        root=FOLDER,
        font_paths=fonts,
        sys_inputs={"told": json.dumps(_plain({**words, "colours": COLOURS}))},
    )


@cache
def _every_font() -> Any:
    """The fonts of the application, then those of the machine."""
    import typst

    return typst.Fonts(include_system_fonts=True, font_paths=[str(picture.font_folder())])


def _one_page(content: object) -> bytes:
    if not isinstance(content, bytes):
        raise ValueError("a sheet is one page")
    return content


def _plain(told: Any) -> Any:
    if isinstance(told, str):
        return svg.plain(told)
    if isinstance(told, Mapping):
        return {name: _plain(value) for name, value in told.items()}
    return [_plain(each) for each in told] if isinstance(told, list | tuple) else told
