"""What the board is shown: the same figures as the pages, in sentences that say no more than they do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from hypothesis import given, settings, strategies

from dashboard import (
    balance,
    coverage,
    formats,
    messages,
    overview,
    pace,
    pace_words,
    queries,
    territories,
    unreached,
)
from dashboard.board.scenes import Scene, context, scenes
from dashboard.drawing import PAPER, SCREEN, Bars, Names, Range, Trend, draw
from dashboard.messages import Language
from dashboard.question import Filters, Restriction
from dashboard.scope import DIRECTOR
from dashboard.view import View
from etl.load import load
from tests import under_way
from tests.copies import fresh
from tests.files import row, write

EXAMPLES = settings(max_examples=8, deadline=None)
EVERYTHING = Restriction()

pytestmark = pytest.mark.usefixtures("fresh_caches")


def view_of(edition: int, language: Language = "fr", restriction: Restriction = EVERYTHING) -> View:
    snapshot = queries.snapshot(DIRECTOR)
    reference = queries.reference(snapshot.versions, DIRECTOR, queries.database_url())
    return View(DIRECTOR, snapshot, reference, Filters(edition, restriction), language)


def told(view: View) -> dict[str, Scene]:
    return {scene.name: scene for scene in scenes(view)}


@contextmanager
def loaded(blank: Path, *tables: list[dict[str, Any]]) -> Iterator[None]:
    """A database of these registrations, and it alone."""
    with fresh(blank) as (engine, folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", str(engine.url))
        for number, rows in enumerate(tables):
            report = load(engine, write(folder / f"{number}.csv", rows))
            assert report.rows["quarantined"] == 0
        yield
        st.cache_data.clear()
        st.cache_resource.clear()


def registered(edition: int, number: str, **cells: Any) -> dict[str, Any]:
    place = {"Date": None, "Date d'inscription": None, "Parents": None}
    return row(number, Édition=edition, **cells) | {
        name: value for name, value in place.items() if name not in cells
    }


def agree_with_the_pages(view: View) -> None:
    """Every figure of the scenes is what the pages' own functions say."""
    with messages.speaking(view.language):
        _agree(view, told(view))


def _agree(view: View, found: dict[str, Scene]) -> None:
    now = overview.totals(view, view.edition)
    reach, mapped = found["reach"], found["map"]
    assert reach.value == now.reach
    assert reach.table.iloc[:, 1].sum() == now.reach
    assert mapped.value == now.municipalities
    assert (
        mapped.table.iloc[:, 1].fillna(0).sum()
        == territories.measured(view, "municipality", "reach")["reach"].sum()
    )
    for name, dimension in (("audiences", "audience"), ("sectors", "sector")):
        compared = overview.comparison(view, dimension).set_index("label")["value"]
        if name in found:
            assert found[name].table.iloc[:, 1].sum() == now.reach
            assert found[name].value == compared.max()
            shown = found[name].table.set_index(found[name].table.columns[0]).iloc[:, 0]
            assert shown[shown != 0].to_dict() == compared[compared != 0].to_dict()
        else:
            assert now.reach == 0
    activity = view.activity("edition", "place")
    present = set(activity["place"][activity["edition"] == view.edition])
    if "missing" in found:
        chart = found["missing"].chart
        assert isinstance(chart, Names)
        absent = view.reference.places.drop(index=list(present), errors="ignore")
        assert set(chart.table["label"]) <= {view.names_of("place")[code] for code in absent.index}
        assert found["missing"].value == len(chart.table) == len(found["missing"].table)
    for scene in found.values():
        assert scene.value is None or scene.figure == formats.number(scene.value)


def can_be_drawn(view: View) -> None:
    for scene in scenes(view):
        assert scene.title and scene.figure and scene.label and scene.note
        for style, room in ((SCREEN, (1220, 650)), (PAPER, (250, 150))):
            assert draw(scene.chart, *room, style).startswith("<svg ")


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("edition", [2019, 2021, 2024, 2026])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_figures_of_the_demonstration_are_those_of_the_pages(edition: int, language: Language) -> None:
    view = view_of(edition, language)
    agree_with_the_pages(view)
    can_be_drawn(view)


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    "restriction",
    [
        Restriction(audiences=("parents",)),
        Restriction(territories=("mrc:91",)),
        Restriction(territories=("2494068",), sectors=("school",)),
        Restriction(territories=("online",)),
    ],
)
def test_under_filters_the_figures_are_still_those_of_the_pages(restriction: Restriction) -> None:
    view = view_of(2025, restriction=restriction)
    agree_with_the_pages(view)
    can_be_drawn(view)


cells = strategies.fixed_dictionaries(
    {
        "Édition": strategies.sampled_from([2023, 2024, 2025]),
        "Milieu": strategies.sampled_from([None, "scolaire", "Affaires"]),
        "Municipalité": strategies.sampled_from(["Alma", "Roberval", "En ligne", "Alma ; Roberval"]),
        "Jeunes": strategies.one_of(strategies.none(), strategies.integers(0, 500)),
        "Parents": strategies.one_of(strategies.none(), strategies.integers(0, 500)),
    }
)


@EXAMPLES
@given(rows=strategies.lists(cells, min_size=1, max_size=6))
def test_whatever_is_loaded_the_scenes_say_what_the_pages_say(
    blank: Path, rows: list[dict[str, Any]]
) -> None:
    table = [registered(cell["Édition"], f"A{number}") | cell for number, cell in enumerate(rows)]
    with loaded(blank, table):
        for edition in queries.snapshot(DIRECTOR).editions:
            view = view_of(edition)
            agree_with_the_pages(view)
            can_be_drawn(view)


def test_what_is_only_announced_is_never_said_to_be_reached(blank: Path) -> None:
    with loaded(blank, [registered(2023, "A1", Jeunes=80), registered(2024, "B1", Jeunes=120)]):
        for language, done, hoped in (("fr", "rejoint", "attendu"), ("en", "reached", "expected")):
            found = told(view_of(2024, language))  # type: ignore[arg-type]
            assert set(found) == {"reach", "audiences", "map", "trend", "missing", "moved", "sectors"}
            for scene in found.values():
                said = " ".join([scene.title, scene.label, scene.chart.title, scene.chart.description])
                assert done not in said.lower(), said
                assert not [title for title in map(str, scene.table.columns) if done in title.lower()] or (
                    scene.name == "trend"
                )
            assert hoped in found["reach"].title


def test_a_first_edition_is_compared_with_nothing_and_has_no_line(blank: Path) -> None:
    with loaded(blank, [registered(2024, "A1", Jeunes=120)]):
        view = view_of(2024, restriction=Restriction(audiences=("youth",)))
        found = told(view)
        assert [scene.change for scene in found.values()] == [None] * len(found)
        assert not {"trend", "moved"} & set(found)
        charts = [scene.chart for scene in found.values() if isinstance(scene.chart, Bars)]
        assert charts and all(chart.previous_name == "" for chart in charts)
        assert told(replace(view, filters=Filters(2024, EVERYTHING)))["trend"].title == (
            "120 personnes attendues en 2024, la première édition comptée ici."
        )


def test_nothing_is_compared_across_a_break_of_the_series(blank: Path) -> None:
    before = [registered(2022, "A1", Jeunes=50), registered(2023, "A2", Jeunes=60)]
    after = [registered(2024, "B1", Jeunes=70, Parents=30), registered(2025, "B2", Jeunes=75, Parents=35)]
    with loaded(blank, before + after):
        found = told(view_of(2024))
        assert "moved" not in found
        assert [scene.change for scene in found.values()] == [None] * len(found)
        assert not any("2023" in scene.title for scene in found.values())
        line = told(view_of(2025))["trend"]
        assert isinstance(line.chart, Trend)
        assert line.chart.breaks == (2024,)
        assert line.change == "+10\u00a0% depuis 2024"


def test_zero_is_shown_as_zero(blank: Path) -> None:
    with loaded(blank, [registered(2024, "A1", Jeunes=0)]):
        view = view_of(2024)
        found = told(view)
        assert (found["reach"].figure, found["reach"].value) == ("0", 0)
        assert not {"audiences", "sectors", "moved"} & set(found)
        assert (found["reach"].table.iloc[:, 1] == 0).all()
        can_be_drawn(view)


def test_an_unknown_number_of_people_leaves_registrations_to_show(blank: Path) -> None:
    with loaded(blank, [registered(2024, "A1", Jeunes=None)]):
        found = told(view_of(2024))
        assert found["map"].value == 1
        assert found["reach"].value == 0


def test_one_municipality_asked_for_is_the_only_one_that_can_be_missing(blank: Path) -> None:
    rows = [registered(2024, "A1", Municipalité="Alma"), registered(2023, "A2", Municipalité="Roberval")]
    with loaded(blank, rows):
        missing = told(view_of(2024, restriction=Restriction(territories=("2491025",))))
        assert "missing" not in missing or missing["missing"].value == 1


@pytest.mark.usefixtures("demonstration")
def test_those_without_a_registration_and_those_with_one_are_all_the_municipalities() -> None:
    view = view_of(2024)
    found = told(view)
    places = territories.measured(view, "municipality", "reach")
    kinds = places["place"].map(view.reference.places["kind"])
    empty = (places["registrations"] == 0) & (kinds == "unorganised")
    assert found["missing"].value is not None and found["map"].value is not None
    assert found["missing"].value + found["map"].value + empty.sum() == len(places)
    assert f"{empty.sum()} territoires non organisés" in found["missing"].note


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("restriction", [EVERYTHING, Restriction(territories=("mrc:92",))])
def test_municipalities_are_counted_out_of_the_same_number_everywhere(restriction: Restriction) -> None:
    view = view_of(2024, restriction=restriction)
    found, everywhere = told(view), formats.number(len(coverage.governed(view)))
    assert f"sur {everywhere}" in found["map"].label and f"sur {everywhere}" in found["missing"].label
    assert f"sur {everywhere}" in found["map"].title
    assert f"des {everywhere} municipalités" in unreached.finding(view)


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("level", ["municipality", "mrc"])
@pytest.mark.parametrize("restriction", [EVERYTHING, Restriction(territories=("mrc:91", "online"))])
def test_the_list_beside_the_map_adds_up_to_the_total(level: str, restriction: Restriction) -> None:
    view = view_of(2024, restriction=restriction)
    listed = balance.listed(view, territories.measured(view, level, "reach"), level)
    total = overview.totals(view, 2024)
    assert listed["Personnes rejointes"].sum() == total.reach
    assert listed["Inscriptions"].sum() == total.registrations
    before = overview.totals(view, 2023)
    assert listed["Variation depuis 2023"].sum() == total.reach - before.reach


@pytest.mark.usefixtures("demonstration")
def test_what_is_for_a_whole_mrc_has_no_municipality_and_belongs_to_its_mrc() -> None:
    view = view_of(2024)
    [of_places, of_mrcs] = [
        balance.note(view, territories.measured(view, level, "reach"), level, "reach")
        for level in ("municipality", "mrc")
    ]
    assert "Sans municipalité\u00a0: MRC de Maria-Chapdelaine" in of_places
    assert "Sans MRC\u00a0: En ligne" in of_mrcs
    assert "pour toute une MRC sont dans la leur" in of_mrcs and "pour toute une MRC" not in of_places


@pytest.mark.usefixtures("demonstration")
def test_the_note_carries_the_method_the_source_and_what_is_fictional() -> None:
    for scene in scenes(view_of(2024)):
        assert "version 16 des données" in scene.note
        assert "Une personne rencontrée deux fois compte deux fois" in scene.note
        assert "fictives" in scene.note


@pytest.mark.usefixtures("demonstration")
def test_the_context_says_edition_territory_audiences_and_moment() -> None:
    whole = view_of(2024)
    assert whole.snapshot.latest is not None
    moment = formats.short_moment(whole.snapshot.latest)
    assert context(whole) == (
        f"Édition 2024 · Saguenay–Lac-Saint-Jean · tous les publics · données au {moment}"
    )
    some = view_of(2024, "en", Restriction(territories=("mrc:91",), audiences=("parents",)))
    assert context(some).startswith("2024 edition · MRC: Le Domaine-du-Roy · Parents · data as of ")


@pytest.mark.usefixtures("demonstration")
def test_the_scene_of_the_pace_says_what_the_page_says() -> None:
    view = view_of(2026)
    found = pace.rhythm(view, "expected", pace.stage(view))
    scene = told(view)["pace"]
    assert scene.title == pace_words.finding(found)
    assert scene.value == found.booked
    assert scene.table.equals(pace_words.table(found))
    assert found.error is not None and formats.percent(found.error.worst, 1) in scene.note


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("edition", [2022, 2023, 2025])
def test_an_edition_that_was_never_to_be_projected_has_no_scene_of_its_pace(edition: int) -> None:
    assert "pace" not in told(view_of(edition))


@pytest.mark.usefixtures("demonstration")
def test_the_pace_of_the_whole_region_is_not_shown_under_a_filter() -> None:
    assert "pace" not in told(view_of(2026, restriction=Restriction(territories=("mrc:91",))))


@pytest.mark.usefixtures("demonstration")
def test_a_figure_of_the_table_is_the_one_that_is_drawn() -> None:
    for scene in scenes(view_of(2024)):
        if isinstance(scene.chart, Bars) and not scene.chart.is_change:
            assert scene.chart.table["value"].tolist() == scene.table.iloc[:, 1].tolist()
        if isinstance(scene.chart, Trend):
            drawn = scene.chart.table.set_index("edition")["value"].dropna()
            table = scene.table.set_index(scene.table.columns[0]).iloc[:, 0].dropna()
            pd.testing.assert_series_equal(drawn, table, check_names=False, check_dtype=False)


def test_while_registrations_come_in_no_total_compares_with_one_that_is_over(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fresh(blank) as (engine, folder):
        monkeypatch.setenv("DATABASE_URL", str(engine.url))
        under_way.fill(engine, folder)
        monkeypatch.setattr(pace, "today", lambda: under_way.KNOWN_ON)
        view = view_of(2026)
        found = told(view)
        beside = pace.beside(view)
        before = beside.previous
        assert before is not None
        day, full = overview.totals(beside, before), overview.totals(view, before)
        now = overview.totals(view, 2026)
        assert day.reach < full.reach
        ratio = (now.reach - day.reach) / day.reach
        change = formats.signed_percent(ratio, 1 if abs(ratio) < 0.1 else 0)
        assert found["reach"].change == f"{change} par rapport à {before} à pareille date"
        line = found["trend"].chart
        assert isinstance(line, Trend)
        assert line.under_way == 2026 and 2026 not in line.breaks
        assert found["trend"].change is None
        assert "à ce jour pour 2026" in found["trend"].title
        assert isinstance(found["pace"].chart, Range)
        can_be_drawn(view)
