"""What is drawn holds its table, in its box, and nothing that a strict policy refuses."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from dashboard import formats, heatmaps, messages
from dashboard.drawing import (
    PAPER,
    SCREEN,
    SCREEN_DARK,
    Bars,
    Chart,
    Map,
    Names,
    Range,
    Style,
    Trend,
    draw,
    font_folder,
    png,
)
from dashboard.drawing.letters import shortened, width
from dashboard.drawing.outlines import outlines
from dashboard.palette import DARK, LIGHT, Palette

EXAMPLES = settings(max_examples=60, deadline=None)
ROOMS = [
    (1220, 650, SCREEN),
    (1220, 650, SCREEN_DARK),
    (720, 760, Style(LIGHT, 30, 27)),
    (250, 150, PAPER),
]
HOSTILE = ["<script>alert(1)</script>", '"&amp;\' style="x', "a\u202eb\x00c\x07\ufffe", "]]>", "  "]
SVG = "{http://www.w3.org/2000/svg}"

names = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.sampled_from(HOSTILE),
    st.text("abcdéWM -", min_size=60, max_size=120),
)
people = st.one_of(st.just(float("nan")), st.integers(0, 2_000_000).map(float))
languages = st.sampled_from(["fr", "en"])


def words(language: str) -> dict[str, str]:
    return {"language": language, "title": "Un titre", "description": "Une description"}  # type: ignore[dict-item]


@st.composite
def bars(draw: Callable[..., object]) -> Bars:
    rows = draw(st.lists(st.tuples(names, people, people), max_size=16))
    table = pd.DataFrame(rows, columns=["label", "value", "previous"])
    return Bars(
        **words(draw(languages)),
        table=table,
        value_name="Personnes",
        previous_name=draw(st.sampled_from(["", "Édition 2023"])),
        others_name="{count} autres",
    )


@st.composite
def changes(draw: Callable[..., object]) -> Bars:
    change = st.integers(-500_000, 500_000).map(float)
    rows = draw(st.lists(st.tuples(st.sampled_from("ABC"), names, change), max_size=9))
    table = pd.DataFrame(sorted(rows, key=lambda row: row[0]), columns=["group", "label", "value"])
    table = table.assign(previous=float("nan"))
    return Bars(**words(draw(languages)), table=table, value_name="Variation", is_change=True)


@st.composite
def trends(draw: Callable[..., object]) -> Trend:
    editions = st.integers(2008, 2030)
    rows = draw(st.dictionaries(editions, people, max_size=12))
    published = draw(
        st.dictionaries(editions, st.tuples(people, st.sampled_from(["registered", "target"])), max_size=5)
    )
    return Trend(
        **words(draw(languages)),
        table=pd.DataFrame(rows.items(), columns=["edition", "value"]),
        published=pd.DataFrame(
            [(year, value, basis, "plus de") for year, (value, basis) in published.items()],
            columns=["edition", "value", "basis", "written"],
        ),
        value_name="Inscriptions chargées ici",
        basis_names={"registered": "inscrit avant la semaine", "target": "objectif annoncé"},
        breaks=tuple(draw(st.lists(editions, max_size=2))),
        break_name="Les publics comptés changent",
        selected=draw(st.one_of(st.sampled_from(sorted(rows)), editions)) if rows else 2024,
    )


@st.composite
def maps(draw: Callable[..., object]) -> Map:
    codes = draw(st.lists(st.sampled_from(sorted(outlines().places)), max_size=20, unique=True))
    rows = [
        (code, draw(names), draw(people), draw(st.sampled_from(["value", "zero", "nothing", "no_data"])))
        for code in [*codes, "nowhere"]
    ]
    return Map(
        **words(draw(languages)),
        table=pd.DataFrame(rows, columns=["place", "label", "value", "status"]),
        measure="count",
        value_name=draw(names),
        status_names={"zero": "Zéro personne", "nothing": "Aucune inscription", "no_data": "Chiffre inconnu"},
        range_pattern="{low} à {high}",
    )


@st.composite
def lists(draw: Callable[..., object]) -> Names:
    rows = draw(st.lists(st.tuples(names, names, st.booleans()), max_size=70))
    return Names(
        **words(draw(languages)),
        table=pd.DataFrame(rows, columns=["label", "group", "marked"]),
        marked_name=draw(st.sampled_from(["", "Avait une inscription en 2023"])),
        others_name="et {count} autres",
    )


@st.composite
def ranges(draw: Callable[..., object]) -> Range:
    table = pd.DataFrame(
        draw(st.lists(st.tuples(st.integers(2020, 2024), st.integers(-60, 4), people), max_size=30)),
        columns=["edition", "day", "value"],
    )
    high = st.integers(0, 2_000_000).map(float)
    band = draw(st.dictionaries(st.integers(-20, 4), st.tuples(high, high), max_size=6))
    return Range(
        **words(draw(languages)),
        table=table,
        selected=2024,
        band=pd.DataFrame(
            [(day, min(ends), max(ends)) for day, ends in band.items()], columns=["day", "low", "high"]
        ),
        value_name="Personnes attendues",
        projection_name="Si le rythme suit celui de 2022 à 2025",
        day_name="Jours avant l’ouverture",
    )


charts = st.one_of(bars(), changes(), trends(), maps(), lists(), ranges())


@dataclass(frozen=True)
class Written:
    """A text as it stands in a drawing."""

    words: str
    whole: str
    left: float
    right: float
    baseline: float
    size: float


def texts(svg: str) -> list[Written]:
    found = []
    for group in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        moved = re.findall(r"-?[\d.]+", group.get("transform", "0 0"))
        for each in group.findall(f"{SVG}text"):
            title = each.find(f"{SVG}title")
            shown = (each.text or "") + "".join(child.tail or "" for child in each)
            size = float(each.get("font-size", "0"))
            wide = measured(shown, each.get("font-weight") == "700") * size
            start = float(each.get("x", "0")) + float(moved[0])
            start -= wide * {"end": 1, "middle": 0.5}.get(each.get("text-anchor", ""), 0)
            whole = shown if title is None else str(title.text)
            baseline = float(each.get("y", "0")) + float(moved[1])
            found.append(Written(shown, whole, start, start + wide, baseline, size))
    return found


@cache
def measured(shown: str, is_bold: bool) -> float:
    """Width by the letters of the font itself, for letters of size 1."""
    return font(is_bold).getlength(shown) / 100


@cache
def font(is_bold: bool) -> ImageFont.FreeTypeFont:
    name = f"SourceSansPro-{'Bold' if is_bold else 'Regular'}.ttf"
    return ImageFont.truetype(str(font_folder() / name), 100)


@EXAMPLES
@given(charts, st.sampled_from(ROOMS))
def test_a_drawing_is_one_svg_that_refers_to_nothing_and_overflows_nothing(
    chart: Chart, room: tuple[int, int, Style]
) -> None:
    across, down, style = room
    svg = draw(chart, across, down, style)
    root = ElementTree.fromstring(svg)
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not attributes & {"style", "href", "src", "id", "class"}
    assert not any(name.startswith("on") for name in attributes)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "desc", "g", "text", "rect", "line", "polyline", "polygon", "path", "circle")
    }
    assert not any(
        "url(" in value or "http" in value for element in root.iter() for value in element.attrib.values()
    )
    assert "nan" not in re.sub(r">[^<]*<", "><", svg) and "inf" not in re.sub(r">[^<]*<", "><", svg)
    for text in texts(svg):
        assert text.left >= -1 and text.right <= across + 1, text
        assert text.baseline <= down and text.baseline >= text.size * 0.6, text
        assert text.size >= style.small


@EXAMPLES
@given(bars(), st.sampled_from(ROOMS))
def test_bars_write_the_figures_of_their_table_and_the_others_together(
    chart: Bars, room: tuple[int, int, Style]
) -> None:
    across, down, style = room
    written = [text.words for text in texts(draw(chart, across, down, style))]
    with messages.speaking(chart.language):
        figures = [formats.number(value) for value in chart.table["value"]]
        gathered = [text for text in written if re.fullmatch(r"\d+ autres", text)]
        kept = len(figures) - int(gathered[-1].split()[0]) if gathered else len(figures)
        rest = chart.table["value"].iloc[kept:]
        expected = figures[:kept] + ([formats.number(rest.sum(min_count=1))] if gathered else [])
    start = 0
    for figure in expected:
        assert figure in written[start:]
        start = written.index(figure, start) + 1


@EXAMPLES
@given(trends())
def test_a_trend_writes_the_figure_of_the_edition_spoken_of(chart: Trend) -> None:
    written = {text.words for text in texts(draw(chart, 1220, 650, SCREEN))}
    spoken = chart.table[chart.table["edition"] == chart.selected]["value"].dropna()
    with messages.speaking(chart.language):
        assert {formats.number(value) for value in spoken} <= written


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_name_is_shown_and_never_obeyed(hostile: str) -> None:
    chart = Names(
        **words("fr"),
        table=pd.DataFrame({"label": [hostile], "group": ["x"], "marked": [True]}),
        marked_name=hostile,
        others_name="",
    )
    root = ElementTree.fromstring(draw(chart, 1220, 650, SCREEN))
    assert not [element for element in root.iter() if "script" in element.tag]
    shown = " ".join(root.itertext())
    assert "\u202e" not in shown and "\x00" not in shown
    assert hostile.strip("\u202e\x00\x07\ufffe ").split("\u202e")[0] in shown


def test_a_long_name_is_shortened_and_kept_whole_for_who_asks() -> None:
    long = "Organisme fictif de concertation pour la réussite éducative " * 2
    chart = Bars(
        **words("fr"),
        table=pd.DataFrame({"label": [long], "value": [3.0], "previous": [float("nan")]}),
        value_name="Personnes",
    )
    labels = [text for text in texts(draw(chart, 1220, 650, SCREEN)) if text.whole == long]
    assert labels and all(len(label.words) < len(long) for label in labels)
    assert labels[-1].words.endswith("…")


def test_a_trend_stops_at_a_break_and_says_why() -> None:
    chart = Trend(
        **words("fr"),
        table=pd.DataFrame({"edition": [2021, 2022, 2023, 2024], "value": [10.0, 20.0, 30.0, 40.0]}),
        published=pd.DataFrame(columns=["edition", "value", "basis", "written"]),
        value_name="Inscriptions",
        basis_names={},
        breaks=(2023,),
        break_name="Les publics comptés changent",
        selected=2024,
    )
    svg = draw(chart, 1220, 650, SCREEN)
    lines = ElementTree.fromstring(svg).iter(f"{SVG}polyline")
    assert [len(line.get("points", "").split()) for line in lines] == [2, 2]
    assert "Les publics comptés changent" in [text.words for text in texts(svg)]


@given(st.text(max_size=120), st.floats(8, 60), st.floats(20, 900), st.booleans())
def test_a_shortened_text_has_room(text: str, size: float, room: float, bold: bool) -> None:
    short = shortened(text, size, room, bold=bold)
    assert short == "…" or width(short, size, bold=bold) <= room
    assert short == text or short.endswith("…")


@example("..." * 20, True)
@given(st.text("abcdefghijklmnopqrstuvwxyzéèàçôABCDEFGHIJ 0123456789'-–’,.", max_size=60), st.booleans())
def test_the_width_of_a_text_is_never_estimated_too_small(text: str, bold: bool) -> None:
    assert measured(text, bold) * 40 <= width(text, 40, bold=bold) + 1


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@EXAMPLES
@given(chart=charts)
def test_words_are_read_across_a_room(chart: Chart, palette: Palette) -> None:
    svg = draw(chart, 1220, 650, Style(palette, 46, 44))
    for element in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        assert contrast(element.get("fill", ""), palette.paper) >= 7
        assert float(element.get("font-size", "0")) >= 44


def test_the_map_is_light_and_its_neighbours_share_their_borders() -> None:
    shapes = outlines()
    chart = Map(
        **words("fr"),
        table=pd.DataFrame({"place": list(shapes.places), "label": "Nom", "value": 1.0, "status": "value"}),
        measure="count",
        value_name="Personnes",
        status_names={"zero": "0", "nothing": "n", "no_data": "x"},
        range_pattern="{low} à {high}",
    )
    assert len(draw(chart, 1220, 650, SCREEN).encode()) < 80_000
    corners = [point for rings in shapes.places.values() for ring in rings for point in ring]
    shared = sum(corners.count(point) > 1 for point in set(corners))
    assert shared > len(set(corners)) / 2


def test_nothing_zero_and_unknown_have_three_marks_on_the_drawn_map() -> None:
    codes = sorted(outlines().places)[:3]
    chart = Map(
        **words("fr"),
        table=pd.DataFrame(
            {
                "place": codes,
                "label": codes,
                "value": [0.0, None, None],
                "status": ["zero", "nothing", "no_data"],
            }
        ),
        measure="count",
        value_name="Personnes",
        status_names={"zero": "Zéro personne", "nothing": "Aucune inscription", "no_data": "Chiffre inconnu"},
        range_pattern="{low} à {high}",
    )
    svg = draw(chart, 1220, 650, SCREEN)
    written = [text.words for text in texts(svg)]
    assert {"Zéro personne", "Aucune inscription", "Chiffre inconnu"} <= set(written)
    assert written.count("0") == written.count("×") == 2
    fills = {element.get("fill") for element in ElementTree.fromstring(svg).iter(f"{SVG}path")}
    assert {LIGHT.paper, LIGHT.nothing, LIGHT.surface} <= fills


def test_a_drawing_becomes_a_picture_of_the_width_asked_for() -> None:
    chart = Bars(
        **words("fr"),
        table=pd.DataFrame({"label": ['#panic("x") "'], "value": [3.0], "previous": [2.0]}),
        value_name="Personnes",
        previous_name="Édition 2023",
    )
    picture = Image.open(BytesIO(png(draw(chart, 1220, 650, SCREEN), 610)))
    assert picture.size == (610, 325)
    assert picture.getpixel((300, 100))[3] in (0, 255)
    assert {LIGHT.accent} <= {f"#{r:02X}{g:02X}{b:02X}" for _, (r, g, b, _) in picture.getcolors(1 << 20)}


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@given(strength=st.floats(0, 1))
def test_a_number_is_read_on_its_cell_whatever_its_colour(palette: Palette, strength: float) -> None:
    assert contrast(heatmaps.ink(palette, strength), heatmaps.shade(palette, strength)) >= 4.5
