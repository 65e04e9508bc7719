"""Tables read as their charts do: in the same order, changes with their sign, days in words that sort."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine

from dashboard import charts, grids, overview
from dashboard.messages import text
from dashboard.palette import LIGHT
from dashboard.reports.origin import view_at
from dashboard.scope import BOARD


def shown(table: pd.DataFrame, column: str) -> list[str]:
    """What a column of a table shows, row by row."""
    found = grids.with_signs(table)
    assert not isinstance(found, pd.DataFrame)
    cells = found._translate(False, False)["body"]
    at = list(table.columns).index(column) + 1
    return [row[at]["display_value"] for row in cells]


def test_changes_are_written_with_their_sign_and_stay_numbers() -> None:
    change, ratio = text("column-change"), text("column-change-ratio")
    table = pd.DataFrame(
        {
            "Nom": list("abcd"),
            change: pd.array([-448, 1200, 0, None], "Int64"),
            ratio: [-1.25, 8.0, 0.0, None],
        }
    )
    assert shown(table, change) == ["\u2212448", "+1\u00a0200", "0", "—"]
    assert shown(table, ratio) == ["\u22121,2", "+8,0", "0,0", "—"]
    assert grids.with_signs(table).data[change].sum() == 752  # type: ignore[union-attr]
    assert "-448" in grids.csv(table).decode()


def test_a_change_since_an_edition_is_written_with_its_sign_too() -> None:
    since = text("column-change-since", edition="2025")
    assert shown(pd.DataFrame({"Nom": ["a", "b"], since: [-223, 972]}), since) == ["\u2212223", "+972"]


def test_a_table_without_changes_is_left_as_it_is() -> None:
    table = pd.DataFrame({"Nom": ["a"], "Prévu": [3]})
    assert grids.with_signs(table) is table


def test_days_are_shown_as_days_and_numbers_as_numbers() -> None:
    table = pd.DataFrame({"Date": [date(2024, 2, 14), None], "Nom": ["a", None], "Prévu": [3, 4]})
    settings = grids.columns(table)
    assert {name: one["type_config"]["type"] for name, one in settings.items()} == {
        "Date": "date",
        "Prévu": "number",
    }


@pytest.mark.usefixtures("fresh_caches")
def test_a_table_has_the_order_of_its_chart(demonstration: Engine) -> None:
    moved = overview.moved_in_order(view_at(BOARD, 2026, "fr"))
    figure = charts.moved(moved, LIGHT, value_name="")
    drawn = [name.replace("\u2002", "").replace("<br>", " ") for name in figure.layout.yaxis.ticktext]
    listed = [name for name in drawn if not name.startswith("<b>")]
    assert list(overview.moved_table(moved)[text("column-label")]) == listed
