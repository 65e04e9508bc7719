"""From words to a PDF or a PNG, with Typst and the templates beside.

Words and figures enter a template as data, never as its source: what looks like markup shows as it is
written. Same words, same bytes. Not here: what is said.
"""

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from dashboard.palette import LIGHT

FOLDER: Final = Path(__file__).parent / "templates"
COLOURS: Final = {
    "accent": LIGHT.accent,
    "text": LIGHT.text,
    "muted": LIGHT.muted,
    "grid": LIGHT.grid,
    "pale": LIGHT.map_classes[0],
}
JOINERS: Final = "\u200c\u200d"
"""Format characters that shape letters; the others, such as those that turn a line around, are left out."""


def pdf(template: str, words: Mapping[str, Any], made_at: datetime) -> bytes:
    """Draw a PDF tagged for screen readers (PDF/UA-1), with the fonts that the typesetter carries.

    For a letter that these lack, the machine's fonts are taken; where they lack it too, the PDF is made all
    the same, with a mark in its place, and does not claim the standard.

    Args:
        template: its name in the folder of templates.
        words: what it says, of texts, numbers, lists and mappings; ``made_at`` is the only clock.
        made_at: moment of the data, UTC, the date that the file bears.

    Raises:
        typst.TypstError: the template itself is wrong.
    """
    import typst

    drawing = _drawing(template, words, made_at)
    try:
        content: bytes = typst.compile(format="pdf", pdf_standards=["ua-1"], **drawing)
    except typst.TypstError as lacking:
        if "could not be displayed" not in str(lacking):
            raise
        drawing["ignore_system_fonts"] = False
        try:
            content = typst.compile(format="pdf", pdf_standards=["ua-1"], **drawing)
        except typst.TypstError:
            content = typst.compile(format="pdf", **drawing)
    return content


def png(template: str, words: Mapping[str, Any], made_at: datetime) -> bytes:
    """Draw a PNG, a point of the template being a pixel. A letter may come from the machine's fonts."""
    import typst

    drawing = _drawing(template, words, made_at) | {"ignore_system_fonts": False}
    content: bytes = typst.compile(format="png", ppi=72, **drawing)
    return content


def plain(words: str) -> str:
    """A text as one line of letters: no control, nothing that changes the direction of what follows."""
    return "".join(
        " " if letter in "\n\r\t" else letter
        for letter in words
        if letter in "\n\r\t" or letter in JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs")
    )


def _drawing(template: str, words: Mapping[str, Any], made_at: datetime) -> dict[str, Any]:
    return {
        "input": str(FOLDER / f"{template}.typ"),
        "root": str(FOLDER),
        "sys_inputs": {"told": json.dumps(_plain({**words, "colours": COLOURS}))},
        "ignore_system_fonts": True,
        "timestamp": int(made_at.replace(tzinfo=UTC).timestamp()),
    }


def _plain(told: Any) -> Any:
    if isinstance(told, str):
        return plain(told)
    if isinstance(told, Mapping):
        return {name: _plain(value) for name, value in told.items()}
    return [_plain(each) for each in told] if isinstance(told, list | tuple) else told
