"""An edition against the one before, drawn as the pages share it: bars, a thin mark, the table behind.

Not here: what is compared (``overview``), one chart alone (``charts``).
"""

from functools import partial

import pandas as pd

from dashboard import behind, charts, overview, pictures
from dashboard import components as ui
from dashboard.behind import ALL
from dashboard.messages import text
from dashboard.question import Narrowing
from dashboard.view import View


def ranked(
    view: View,
    title: str,
    compared: pd.DataFrame,
    dimension: str,
    *,
    name: str,
    alt: str = "",
    kept: Narrowing = ALL,
) -> None:
    """Draw a comparison as ``overview.comparison`` gives it, the most people first.

    Args:
        view: whose edition it is.
        title: what the chart shows.
        compared: the comparison.
        dimension: what its rows are.
        name: key of the chart, and name of the downloaded file.
        alt: accessible name; by default, the title.
        kept: what it is of, within the filters, for the way to its rows.
    """
    compared = compared.sort_values("value", ascending=False, na_position="last", kind="stable")
    ui.chart(
        title,
        charts.ranked_bars(
            compared,
            view.theme,
            value_name=text("column-reach"),
            previous_name=ui.edition_name(view.named_previous),
        ),
        partial(overview.comparison_table, compared),
        name=name,
        alt=alt or title,
        note=ui.before_note(view.named_previous),
        kept=partial(pictures.ranked, view, title, compared),
        rows=partial(behind.compared, view, dimension, list(compared["key"]), kept),
    )
