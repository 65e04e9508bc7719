"""The empty deck: 16:9, our colours and fonts as its theme, layouts with true places for titles and notes.

Starts from the template of the library that writes it. Not here: what is said (``deck``), charts
(``slide_charts``), tables (``slide_tables``).
"""

import copy
import re
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from dashboard.palette import LIGHT
from dashboard.reports.origin import Origin

FONT: Final = "Arial"
"""A file of slides holds no font: this one, or one of the same widths, is on every computer."""
EMU: Final = 914_400
"""Units in an inch."""
WIDTH, HEIGHT = 13.333, 7.5
MARGIN: Final = 0.6
TITLE: Final = (MARGIN, 0.42, WIDTH - 2 * MARGIN, 1.12)
FIGURE: Final = (MARGIN, 1.95, 3.55, 4.4)
CHART: Final = (4.35, 1.72, WIDTH - 4.35 - MARGIN, 4.92)
WHOLE: Final = (MARGIN, 1.72, WIDTH - 2 * MARGIN, 4.92)
FOOT: Final = (MARGIN, 6.82, 11.2, 0.46)
NUMBER: Final = (WIDTH - MARGIN - 0.8, 6.82, 0.8, 0.46)
BAND: Final = 0.14
"""Inches of the green band at the top of each slide."""

COVER, TEXT, SCENE, TABLE = 0, 1, 3, 5
"""Layouts of the template that are kept."""
FOOT_PARTS: Final = ("ftr", "sldNum")
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Stage:
    """A deck being made: the presentation, and what the foot of each slide says."""

    presentation: Any
    foot: str

    def slide(self, layout: int, title: str) -> Any:
        """A new slide with its title, its foot and its number."""
        made = self.presentation.slides.add_slide(self.presentation.slide_layouts[LAYOUTS.index(layout)])
        made.shapes.title.text = title
        return made

    def close(self, slide: Any, notes: str) -> None:
        """Put the foot last, so that it is read last, and the notes of who speaks."""
        for shape in slide.slide_layout.placeholders:
            part = shape.element.xpath(".//p:ph")[0].get("type")
            if part in FOOT_PARTS:
                slide.shapes._spTree.append(copy.deepcopy(shape.element))
                if part == "ftr":
                    slide.shapes[-1].text_frame.text = self.foot
        for number, shape in enumerate(slide.shapes, 2):
            found(shape.element, ".//p:cNvPr")[0].set("id", str(number))
        slide.notes_slide.notes_text_frame.text = notes


NAMESPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
LAYOUTS: Final = (COVER, TEXT, SCENE, TABLE)


def stage(told: Origin, context: str, language: str) -> Stage:
    """An empty deck whose slides all carry where their figures come from."""
    from pptx import Presentation
    from pptx.util import Emu

    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(round(WIDTH * EMU)), Emu(round(HEIGHT * EMU))
    deck.core_properties.title = told.title
    deck.core_properties.subject = context
    deck.core_properties.comments = told.line()
    deck.core_properties.author = ""
    deck.core_properties.language = {"fr": "fr-CA", "en": "en-CA"}[language]
    _dress(deck.slide_master)
    kept = [deck.slide_layouts[index] for index in LAYOUTS]
    for layout in list(deck.slide_layouts):
        if layout not in kept:
            deck.slide_layouts.remove(layout)
    for layout, boxes in zip(kept, _boxes(), strict=True):
        _arrange(layout, boxes)
    _enlarge(kept[LAYOUTS.index(COVER)].placeholders[0])
    kept[LAYOUTS.index(SCENE)].placeholders[2].element.xpath(".//p:ph")[0].set("type", "chart")
    return Stage(deck, f"{context}\n{told.line()}")


def place(shape: Any, box: Box) -> None:
    """Move a shape into a box: left, top, width and height in inches."""
    left, top, width, height = (round(side * EMU) for side in box)
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def describe(shape: Any, title: str, words: str) -> None:
    """Say what a chart, a picture or a table shows, for who does not see it."""
    known = found(shape._element, ".//p:cNvPr")[0]
    known.set("descr", words)
    known.set("title", title)


def _boxes() -> list[dict[int, Box]]:
    return [
        {0: (MARGIN, 1.7, 11.4, 2.2), 1: (MARGIN, 4.1, 11.4, 2.2)},
        {0: TITLE, 1: WHOLE},
        {0: TITLE, 1: FIGURE, 2: CHART},
        {0: TITLE},
    ]


def _arrange(layout: Any, boxes: dict[int, Box]) -> None:
    for shape in list(layout.placeholders):
        part = shape.element.xpath(".//p:ph")[0].get("type")
        if shape.placeholder_format.idx in boxes:
            place(shape, boxes[shape.placeholder_format.idx])
            for style in found(shape.element, ".//a:lstStyle/*"):
                style.getparent().remove(style)
        elif part in FOOT_PARTS:
            place(shape, FOOT if part == "ftr" else NUMBER)
        else:
            shape.element.getparent().remove(shape.element)


def _enlarge(title: Any) -> None:
    style, letters = _element("lvl1pPr"), _element("defRPr")
    letters.set("sz", "4000")
    style.append(letters)
    found(title.element, ".//a:lstStyle")[0].append(style)


def _dress(master: Any) -> None:
    """Give the master our theme, our sizes, and the band that every slide shares."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _theme(theme.blob.decode("utf-8")).encode("utf-8")
    for shape in list(master.placeholders):
        part = shape.element.xpath(".//p:ph")[0].get("type")
        if part == "dt":
            shape.element.getparent().remove(shape.element)
        elif part in ("title", "body", *FOOT_PARTS):
            place(shape, {"title": TITLE, "body": WHOLE, "ftr": FOOT, "sldNum": NUMBER}[part])
        for frame in found(shape.element, ".//a:bodyPr"):
            frame.set("lIns", "0")
            frame.set("rIns", "0")
        if part in FOOT_PARTS:
            style = found(shape.element, ".//a:lvl1pPr")[0]
            style.set("algn", "l" if part == "ftr" else "r")
            letters = found(style, "./a:defRPr")[0]
            letters.set("sz", "1000")
            _colour(letters, "tx2")
    title = found(master.element, ".//p:titleStyle/a:lvl1pPr")[0]
    title.set("algn", "l")
    letters = found(title, "./a:defRPr")[0]
    letters.set("sz", "2800")
    letters.set("b", "1")
    for level, style in enumerate(found(master.element, ".//p:bodyStyle/*")):
        style.set("marL", "0")
        style.set("indent", "0")
        for bullet in found(style, "./a:buChar|./a:buFont"):
            style.remove(bullet)
        style.insert(len(found(style, "./a:lnSpc|./a:spcBef|./a:spcAft")), _element("buNone"))
        found(style, "./a:defRPr")[0].set("sz", "1800" if level == 0 else "1600")
    band = master.shapes._spTree.add_autoshape(
        90, "Band", "rect", 0, 0, round(WIDTH * EMU), round(BAND * EMU)
    )
    for style in found(band, "./p:style"):
        band.remove(style)
    properties = found(band, "./p:spPr")[0]
    _colour(properties, "accent1", after=True)
    line = _element("ln")
    line.append(_element("noFill"))
    properties.append(line)


def _theme(xml: str) -> str:
    """The theme with our colours, in the order in which charts take them, and our font."""
    colours = {
        "dk1": LIGHT.text,
        "lt1": LIGHT.paper,
        "dk2": LIGHT.muted,
        "lt2": LIGHT.surface,
        "accent1": LIGHT.accent,
        "accent2": LIGHT.quiet,
        "accent3": LIGHT.map_classes[2],
        "accent4": LIGHT.decrease,
        "accent5": LIGHT.audiences[0],
        "accent6": LIGHT.audiences[6],
        "hlink": LIGHT.accent,
        "folHlink": LIGHT.muted,
    }
    for name, colour in colours.items():
        value = f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", value, xml, count=1)
    xml = xml.replace('<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FONT}"/>')
    return re.sub(r'name="Office( Theme)?"', 'name="Portée JPS"', xml)


def _colour(parent: Any, scheme: str, after: bool = False) -> None:
    for fill in found(parent, "./a:solidFill"):
        parent.remove(fill)
    fill = _element("solidFill")
    colour = _element("schemeClr")
    colour.set("val", scheme)
    fill.append(colour)
    if after:
        parent.append(fill)
    else:
        parent.insert(0, fill)


def _element(name: str) -> Any:
    from pptx.oxml.xmlchemy import OxmlElement

    return OxmlElement(f"a:{name}")


def found(element: Any, path: str) -> list[Any]:
    """Parts of an element of the file, by a path with the usual prefixes."""
    parts: list[Any] = etree._Element.xpath(element, path, namespaces=NAMESPACES)
    return parts
