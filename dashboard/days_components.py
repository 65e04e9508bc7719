"""The pieces of the page *Semaine*: the days, and what unfolds under them.

Draws; ``days`` and ``moments`` find, ``days_words`` says.
"""

from functools import partial

from dashboard import (
    audiences,
    behind,
    charts,
    comparisons,
    contribution,
    days,
    days_chart,
    days_words,
    heatmaps,
    metrics,
    moments,
    overview,
    pace,
    pictures,
    years,
)
from dashboard import components as ui
from dashboard.days import Days, Measure
from dashboard.messages import text
from dashboard.view import View


def by_day(view: View, found: Days) -> None:
    """Draw the days of the week, and what is around it."""
    ui.chart(
        days_words.chart_title(found),
        days_chart.columns(
            found,
            view.theme,
            value_name=days.measures()[found.measure],
            previous_name=ui.edition_name(found.compared),
            wave_name=text("days-wave"),
            labels=["<br>".join(lines) for lines in days_words.labels(found)],
        ),
        partial(days_words.table, found),
        name="days",
        alt=days_words.finding(view, found),
        note=days_words.note(view, found),
        kept=partial(pictures.columns, view, found),
        rows=partial(days_words.rows, view, found),
    )


def same_days(view: View, measure: Measure) -> None:
    """Draw the same days of every edition, once unfolded."""
    with ui.unfold(text("days-editions"), "days-editions") as is_open:
        if not is_open:
            return
        crossed = days_words.crossed(view, measure)
        rows, columns = (list(dict.fromkeys(crossed[name])) for name in ("row", "column"))
        ui.chart(
            days.measures()[measure],
            heatmaps.heatmap(
                crossed,
                view.theme,
                value_name=days.measures()[measure],
                row_order=rows,
                column_order=columns,
            ),
            partial(audiences.grid, crossed, "value", rows="row", columns="column"),
            name="days-editions",
            alt=text("days-editions"),
            wide=True,
            note=f"{text('days-editions-note')} {days_words.not_over(view)}".strip(),
            kept=partial(pictures.grid, view, text("days-editions"), crossed, rows, columns),
            cells=days_words.cells(view, measure),
        )


def wave(view: View) -> None:
    """Draw the wave of Jeudi PerséVERT over the editions, and who makes it, once unfolded."""
    with ui.unfold(text("days-wave-title"), "days-wave") as is_open:
        if not is_open:
            return
        alone = moments.wave(view)
        if alone is None:
            ui.paragraph(text("days-wave-out"))
            return
        trend = alone.reach("edition")
        if trend.empty:
            ui.paragraph(text("days-wave-none"))
            return
        ui.paragraph(moments.wave_finding(view, alone))
        breaks = pace.cuts(view, metrics.series_breaks(alone.reach("edition", "audience")))
        beside = pace.beside(alone)
        left, right = ui.two_columns(1, 1)
        with left:
            ui.chart(
                text("days-wave-trend"),
                charts.trend(
                    trend,
                    view.theme,
                    value_name=text("column-reach"),
                    breaks=breaks,
                    selected=view.edition,
                ),
                partial(contribution.years_table, trend),
                name="days-wave",
                alt=moments.wave_finding(view, alone),
                kept=partial(pictures.trend, alone, text("days-wave-trend"), trend, None, breaks),
                rows=partial(behind.editions, alone, trend["edition"]),
            )
        with right:
            comparisons.ranked(
                beside,
                text("days-wave-sectors", edition=str(view.edition)),
                overview.comparison(beside, "sector"),
                "sector",
                name="days-wave-sectors",
            )


def actions(view: View, measure: Measure) -> None:
    """Draw types of action over the editions, once unfolded."""
    with ui.unfold(text("days-actions"), "days-actions") as is_open:
        if not is_open:
            return
        table = moments.actions(view, measure)
        ui.paragraph(moments.actions_finding(view, measure))
        ui.chart(
            text(f"days-actions-{measure}"),
            charts.small_multiples(table, view.theme),
            partial(years.change_table, table),
            name="days-actions",
            alt=moments.actions_finding(view, measure),
            note=f"{text('small-multiples-note')} {days_words.not_over(view)}".strip(),
            kept=partial(pictures.panels, view, text(f"days-actions-{measure}"), table),
            cells=behind.crossed(view, behind.by_name(view, "action"), behind.by_edition(view), measure),
        )


def places(view: View) -> None:
    """Draw what is online and what is in person over the editions, once unfolded."""
    with ui.unfold(text("days-places"), "days-places") as is_open:
        if not is_open:
            return
        table = moments.meeting_places(view)
        ui.paragraph(moments.online_finding(view, table))
        ui.chart(
            text("days-places-chart"),
            heatmaps.shares(table, view.theme, value_name=text("value-share")),
            partial(audiences.grid, table, "value"),
            name="days-places",
            alt=moments.online_finding(view, table),
            wide=True,
            kept=partial(pictures.shares, view, text("days-places-chart"), table),
            cells=behind.crossed(view, moments.by_kind(), behind.by_edition(view)),
        )


def dates(view: View) -> None:
    """Draw what begins on each date of the edition, once unfolded."""
    with ui.unfold(text("days-dates"), "days-dates") as is_open:
        if is_open:
            ui.table(
                text("days-dates"),
                days_words.dates(view),
                name="days-dates",
                rows=partial(days_words.dates_rows, view),
                note=text("days-dates-note"),
            )
