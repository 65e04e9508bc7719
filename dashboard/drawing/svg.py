"""Writing SVG: elements as text, escaped, with presentation attributes only.

A strict content security policy refuses styles and scripts, a typesetter knows neither: there are none, and
nothing refers to anything outside. Not here: what is drawn.
"""

import math
import unicodedata
from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from dashboard.drawing.style import Style

JOINERS: Final = "\u200c\u200d"
"""Format characters that shape letters."""


def element(name: str, *children: str, **attributes: object) -> str:
    """Write an element; ``font_size=12`` is ``font-size="12"``, an attribute that is None is left out."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def text(
    x: float,
    y: float,
    words: str,
    style: Style,
    *,
    size: float | None = None,
    anchor: str | None = None,
    bold: bool = False,
    fill: str | None = None,
    whole: str | None = None,
    halo: bool = False,
) -> str:
    """Write words with their baseline at ``y``; ``whole`` is what they were before they were shortened."""
    hidden = [element("title", safe(whole))] if whole is not None and whole != words else []
    paper = {"stroke": style.palette.paper, "stroke_width": (size or style.size) / 5} if halo else {}
    return element(
        "text",
        *hidden,
        safe(words),
        x=x,
        y=y,
        font_size=size or style.size,
        font_weight=700 if bold else None,
        text_anchor=anchor,
        fill=fill or style.palette.text,
        **paper,
        **({"paint_order": "stroke", "stroke_linejoin": "round"} if halo else {}),
    )


def box(x: float, y: float, width: float, height: float, fill: str, **attributes: object) -> str:
    """Write a rectangle."""
    return element("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), fill=fill, **attributes)


def points(course: Iterable[tuple[float, float]]) -> str:
    """Write the places that a line goes through."""
    return " ".join(f"{_value(round(x, 1))},{_value(round(y, 1))}" for x, y in course)


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float, **attributes: object) -> str:
    """Write a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, **attributes)


def document(width: int, height: int, style: Style, title: str, description: str, *parts: str) -> str:
    """Write a whole drawing, with what it says to those who do not see it."""
    return element(
        "svg",
        element("title", safe(title)),
        element("desc", safe(description)),
        element("g", *parts, font_family=style.family, font_weight=400),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
    )


def safe(words: str) -> str:
    """Return words escaped, as one line: no control, nothing that turns the line or that XML refuses."""
    return escape(plain(words)) or " "


def plain(words: str) -> str:
    """Return words as one line of letters."""
    return "".join(" " if letter in "\n\r\t" else letter for letter in words if _is_written(letter))


def _is_written(letter: str) -> bool:
    is_refused = unicodedata.category(letter) in ("Cc", "Cf", "Cs") or ord(letter) & 0xFFFE == 0xFFFE
    return letter in "\n\r\t" or letter in JOINERS or not is_refused


def _value(value: object) -> str:
    if isinstance(value, float):
        rounded = round(value, 1)
        return str(int(rounded)) if math.isfinite(rounded) and rounded == int(rounded) else str(rounded)
    return str(value)
