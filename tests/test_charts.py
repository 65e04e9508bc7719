"""What a figure says, and what it must not: gaps, breaks, signs and numbers in French."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import charts, heatmaps
from dashboard.palette import DARK, LIGHT, Palette

REACH = pd.DataFrame({"edition": [2021, 2022, 2023, 2024], "reach": [18_400.0, math.nan, 0.0, 38_754.0]})
PUBLISHED = pd.DataFrame(
    {
        "edition": [2023, 2024],
        "value": [30_000, 40_000],
        "qualifier_text": ["plus de 30 000", "40 000"],
        "basis": ["registered", "target"],
    }
)
BASES = {"registered": "Publié, inscrit", "target": "Publié, cible"}
AUDIENCES = pd.DataFrame(
    {
        "label": ["Élus", "Jeunes", "Parents"],
        "key": ["elected_officials", "youth", "parents"],
        "value": [0.0, 21_450.0, math.nan],
    }
)


def trend(**options: Any) -> go.Figure:
    return charts.trend(
        REACH, LIGHT, value_name="Personnes rejointes", published=PUBLISHED, basis_names=BASES, **options
    )


def test_trend_draws_zero_and_leaves_a_gap_where_nothing_is_known() -> None:
    line = trend().data[0]
    assert list(line.y) == [18_400, None, 0, 38_754]
    assert line.connectgaps is False


def test_no_line_crosses_a_break_and_a_mark_shows_it() -> None:
    figure = trend(breaks=[2024])
    line = figure.data[0]
    assert list(line.y)[-3:] == [0, None, 38_754]
    assert [shape.x0 for shape in figure.layout.shapes] == [2023.5]


def test_published_totals_are_never_joined_and_differ_in_shape_by_basis() -> None:
    published = trend().data[1:]
    assert {trace.mode for trace in published} == {"markers"}
    assert {trace.marker.symbol for trace in published} == {"diamond-open", "square-open"}
    assert "plus de 30 000" in published[0].hovertext[0]


def test_figures_write_numbers_in_french_and_never_shorten_them() -> None:
    figure = trend(selected=2024)
    assert figure.layout.separators == ",\u00a0"
    assert figure.layout.yaxis.tickformat == ",d"
    assert "38\u00a0754" in figure.data[0].text[-1]


def test_ranked_bars_put_the_largest_first_and_tell_zero_from_missing() -> None:
    figure = charts.ranked_bars(AUDIENCES, LIGHT, value_name="Personnes rejointes")
    assert [key for (key,) in figure.data[0].customdata] == ["youth", "elected_officials", "parents"]
    assert [text.strip("\u2002") for text in figure.data[1].text] == ["21\u00a0450", "0", "—"]


def test_a_label_is_shown_as_written_even_when_it_looks_like_markup() -> None:
    table = pd.DataFrame({"label": ["<b>École</b>"], "value": [3]})
    figure = charts.ranked_bars(table, LIGHT, value_name="Personnes")
    assert "&lt;b&gt;" in figure.layout.yaxis.ticktext[0]
    assert "<b>École" not in figure.data[0].hovertext[0]


def test_changes_say_their_sign_in_text_and_by_their_side() -> None:
    table = pd.DataFrame({"group": "Milieux", "label": ["Santé", "Scolaire"], "change": [-620, 1_204]})
    figure = charts.moved(table, LIGHT, value_name="Changement")
    assert [text.strip() for text in figure.layout.yaxis.ticktext] == ["<b>Milieux</b>", "Scolaire", "Santé"]
    assert [text.strip("\u2002") for text in figure.data[1].text] == ["+1\u00a0204", "\u2212620"]
    assert list(figure.data[1].textposition) == ["middle right", "middle left"]


def test_heatmap_writes_zero_and_leaves_missing_without_colour() -> None:
    table = pd.DataFrame({"row": ["Jeunes"] * 2, "column": ["A", "B"], "value": [0.0, 900.0]})
    figure = heatmaps.heatmap(
        table, LIGHT, value_name="Personnes", row_order=["Jeunes"], column_order=["A", "B", "C"]
    )
    assert list(figure.data[0].z[0]) == [0, 1, None]
    words = {text for trace in figure.data[1:] for text in trace.text}
    assert words == {"0", "900", "—"}


def test_an_audience_without_confirmation_shows_only_what_was_expected() -> None:
    table = pd.DataFrame({"label": ["Jeunes"], "expected": [730.0], "confirmed": [math.nan]})
    figure = charts.expected_confirmed(table, LIGHT, expected_name="Prévu", confirmed_name="Confirmé")
    assert len(figure.data[0].x) == 0
    assert "730 → —" in figure.data[-1].text[0]


def test_small_multiples_name_each_panel_with_its_last_known_value() -> None:
    table = pd.DataFrame({"label": ["Élus"] * 2, "edition": [2023, 2024], "value": [1_500.0, math.nan]})
    figure = charts.small_multiples(table, LIGHT)
    assert figure.layout.annotations[0].text == "Élus<br><b>1\u00a0500</b>"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_chart_is_a_figure_plotly_accepts_even_when_empty(theme: Palette) -> None:
    def of(*columns: str) -> pd.DataFrame:
        return pd.DataFrame({column: pd.Series(dtype=float) for column in columns})

    names = {"expected_name": "Prévu", "confirmed_name": "Confirmé"}
    figures = [
        trend(breaks=[2024]),
        charts.trend(
            of("edition", "reach"),
            theme,
            value_name="",
            published=of("edition", "value", "qualifier_text", "basis"),
            basis_names={},
        ),
        charts.ranked_bars(AUDIENCES.assign(previous=5), theme, value_name="2024", previous_name="2023"),
        charts.ranked_bars(of("label", "value"), theme, value_name=""),
        charts.moved(of("group", "label", "change"), theme, value_name=""),
        charts.small_multiples(of("label", "edition", "value"), theme),
        heatmaps.shares(of("label", "edition", "share"), theme, value_name=""),
        charts.expected_confirmed(of("label", "expected", "confirmed"), theme, **names),
    ]
    for figure in figures:
        assert go.Figure(figure.to_dict()).layout.paper_bgcolor == "rgba(0,0,0,0)"
