"""What the map shows: few readable classes, and three absences nobody can confuse."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import map_classes, regional_map
from dashboard.map_classes import Kind
from dashboard.palette import DARK, LIGHT, Palette

TABLE = pd.DataFrame(
    {
        "place": ["2494068", "2491005", "2491010", "2491015", "mrc:91"],
        "label": ["Saguenay", "Lac-Bouchette", "Saint-André", "Saint-François", "Le Domaine-du-Roy"],
        "value": [29_146.0, 120.0, 0.0, np.nan, np.nan],
        "status": ["value", "value", "zero", "nothing", "no_data"],
    }
)
POINTS = {"2491010": (-72.0, 48.3), "91": (-72.5, 48.6)}
STATUSES = {"zero": "Zéro personne", "nothing": "Rien d’inscrit", "no_data": "Aucune donnée"}


def draw(theme: Palette = LIGHT, **options: Any) -> go.Figure:
    return regional_map.figure(
        TABLE,
        theme,
        geojson_url="app/static/places.geojson",
        points=POINTS,
        outline_url="app/static/mrc.geojson",
        water_url=None,
        window=(-73.3, -69.7, 47.7, 49.4),
        kind="count",
        value_name="Personnes rejointes",
        status_names=STATUSES,
        range_pattern="{low} à {high}",
        **options,
    )


@given(
    st.lists(st.one_of(st.none(), st.integers(-200_000, 200_000)), max_size=60),
    st.sampled_from(["count", "rate", "change"]),
)
def test_no_map_has_more_than_five_classes_and_each_value_is_inside_its_own(
    numbers: list[int | None], kind: Kind
) -> None:
    values = pd.Series(numbers, dtype=float)
    values = values if kind == "change" else values.abs()
    indexes, ranges = map_classes.classify(values, kind)
    assert len(ranges) <= 5
    for value, index in zip(values, indexes, strict=True):
        if pd.isna(value) or (value == 0 and kind != "change"):
            assert pd.isna(index)
        elif kind != "rate":
            low, high = ranges[index]
            assert low <= value <= high


def test_one_city_and_many_villages_fill_several_classes() -> None:
    values = pd.Series([*np.linspace(20, 900, 50), 145_000])
    indexes, ranges = map_classes.classify(values, "count")
    assert len(ranges) == 5
    assert set(indexes) == {0, 1, 2, 3, 4}


def test_change_has_a_neutral_middle_class() -> None:
    _, ranges = map_classes.classify(pd.Series([-500, -40, 0, 3, 60, 900]), "change")
    low, high = ranges[len(ranges) // 2]
    assert low == -high


def test_nothing_zero_and_no_data_have_three_marks_and_three_names() -> None:
    figure = draw()
    legend = {trace.name: trace.marker.color for trace in figure.data if trace.showlegend}
    absences = {legend[name] for name in ("0\u2002Zéro personne", "Rien d’inscrit", "×\u2002Aucune donnée")}
    assert len(absences) == 3
    assert {trace.text[0] for trace in figure.data if getattr(trace, "mode", "") == "text"} == {"0", "×"}


def test_legend_writes_ranges_in_french_and_cannot_hide_a_class() -> None:
    figure = draw()
    names = [trace.name for trace in figure.data if trace.showlegend]
    assert any("à 29\u00a0146" in name for name in names)
    assert figure.layout.legend.itemclick is False


def test_a_click_gives_the_place_and_the_polygon_is_found_without_the_prefix() -> None:
    areas = next(trace for trace in draw().data if trace.type == "choropleth" and trace.customdata)
    clicked = dict(zip(areas.locations, areas.customdata, strict=True))
    assert list(clicked["91"]) == ["mrc:91"]


def test_a_place_has_the_colour_that_the_legend_gives_to_what_it_is() -> None:
    areas = next(trace for trace in draw().data if trace.type == "choropleth" and trace.customdata)
    colours = dict(zip(areas.locations, (colour_of(z, areas) for z in areas.z), strict=True))
    legend = {trace.name: trace.marker.color for trace in draw().data if trace.showlegend}
    assert colours["91"] == legend["×\u2002Aucune donnée"]
    assert colours["2491010"] == legend["0\u2002Zéro personne"]
    assert colours["2491015"] == legend["Rien d’inscrit"]
    assert colours["2494068"] == legend[next(name for name in legend if "29\u00a0146" in name)]


def colour_of(z: float, areas: go.Choropleth) -> str:
    place = z / areas.zmax
    return next(str(colour) for stop, colour in areas.colorscale[1::2] if place <= stop)


def test_the_chosen_place_is_outlined_and_the_polygons_stay_out_of_the_message() -> None:
    figure = draw(selected="2491005", outline_ids=["91"])
    assert list(figure.data[-1].locations) == ["2491005"]
    assert figure.data[-1].marker.line.width > 2
    assert len(figure.to_json()) < 30_000


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_maps_are_figures_plotly_accepts_in_light_and_dark(theme: Palette) -> None:
    figure = draw(theme, selected="2494068", outline_ids=["91"])
    assert go.Figure(figure.to_dict()).layout.geo.visible is False
