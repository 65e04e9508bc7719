"""A drawing as a picture, and the font that files embed.

The font is Source Sans, that of the application, under the SIL Open Font License, which lets any document
embed it. The typesetter's wheel carries serif fonts only, so its files come from a package of their own.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final

DRAWN: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg")
"""
"""Takes the drawing as data: nothing that it says is ever read as the typesetter's language."""
PIXELS_PER_INCH: Final = 96


def png(svg: str, width: int) -> bytes:
    """Return a drawing as a PNG so many pixels wide, on a transparent ground."""
    import typst

    drawn = float(svg.partition(' width="')[2].partition('"')[0])
    compiler = typst.Compiler(DRAWN, font_paths=fonts(), sys_inputs={"drawing": svg})
    picture = compiler.compile(format="png", ppi=PIXELS_PER_INCH * width / drawn)
    if not isinstance(picture, bytes):
        raise ValueError("a drawing is one page")
    return picture


def font_folder() -> Path:
    """Where the files of the font are."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.__file__).parent / "files"


@cache
def fonts() -> Any:
    """The font as the typesetter takes it, the same on every machine: the system's own are left out."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])
