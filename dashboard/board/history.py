"""The scene about editions: the line, the published totals beside it, the best year."""

import pandas as pd

from dashboard import findings, formats, metrics, overview, years
from dashboard.board.scene import Ground, Scene, basis, since
from dashboard.drawing import Trend
from dashboard.messages import text


def trend(ground: Ground) -> Scene | None:
    """Where the edition stands among those until it; left out where there is only it."""
    view = ground.view
    editions = [edition for edition in view.snapshot.editions if edition <= view.edition]
    every = overview.published_people(view)
    published = every[every["edition"] <= view.edition]
    sources = [
        note
        for note, edition in zip(overview.published_notes(view), every["edition"], strict=True)
        if edition <= view.edition
    ]
    counted = years.totals(view, _same_series(ground))
    series = counted[(counted["reach"] > 0) | (counted["edition"] == view.edition)]
    if len(editions) == 1 and published.empty:
        return None
    best = series.iloc[-1] if ground.is_under_way else series.loc[series["reach"].idxmax()]
    first = series.iloc[0]
    change = metrics.relative_change(best["reach"], first["reach"])
    is_best = (
        best["edition"] == view.edition != first["edition"] and change == change and not ground.is_under_way
    )
    title = _title(ground, series)
    reach = view.reach("edition")
    rows = pd.DataFrame({"edition": editions}).merge(reach, on="edition", how="left")
    best_basis = basis(overview.totals(view, int(best["edition"])))
    return Scene(
        name="trend",
        title=title,
        figure=formats.number(best["reach"]),
        value=float(best["reach"]),
        label=text(
            "board-trend-label",
            basis=best_basis,
            count=int(best["reach"]),
            edition=str(int(best["edition"])),
            place="under_way" if ground.is_under_way else _place(series),
            first=str(int(first["edition"])),
        ),
        change=since(formats.signed_percent(change), str(int(first["edition"]))) if is_best else None,
        chart=Trend(
            language=view.language,
            title=text("board-chart-trend", basis=ground.basis),
            description=title,
            table=rows.assign(value=rows["reach"])[["edition", "value"]],
            published=published.assign(written=published["qualifier_text"])[
                ["edition", "value", "basis", "written"]
            ],
            value_name=text("board-line"),
            basis_names=overview.basis_names(),
            breaks=tuple(edition for edition in ground.breaks if edition <= view.edition),
            break_name=text("board-break"),
            selected=view.edition,
            under_way=view.edition if ground.is_under_way else None,
        ),
        table=overview.trend_table(rows, published),
        note="\n".join([ground.note("trend"), *sources]),
    )


def _same_series(ground: Ground) -> list[int]:
    """The editions up to the chosen one, since the last break."""
    begun = max((edition for edition in ground.breaks if edition <= ground.view.edition), default=0)
    return [edition for edition in ground.view.snapshot.editions if begun <= edition <= ground.view.edition]


def _place(series: pd.DataFrame) -> str:
    """Where the best edition is among those that compare: alone, first, or after others."""
    if len(series) == 1:
        return "alone"
    return "first" if series["reach"].idxmax() == series.index[0] else "after"


def _title(ground: Ground, series: pd.DataFrame) -> str:
    view, now = ground.view, ground.now
    earlier = series.iloc[:-1]
    if earlier.empty or not earlier["reach"].max():
        if len(earlier):
            return findings.overview(now, None, view.edition, None)
        return text(
            "board-trend-alone",
            why="break" if view.edition in ground.breaks else "first",
            basis=ground.basis,
            count=now.reach,
            number=formats.number(now.reach),
            edition=str(view.edition),
        )
    best = earlier.loc[earlier["reach"].idxmax()]
    if ground.is_under_way:
        return text(
            "board-trend-under-way",
            basis=ground.basis,
            count=now.reach,
            number=formats.number(now.reach),
            edition=str(view.edition),
            place="above" if now.reach > best["reach"] else "under",
            best=str(int(best["edition"])),
            best_number=formats.number(best["reach"]),
        )
    if ground.basis != "expected" and _all_done(ground, series):
        return findings.years(series)
    return text(
        "board-trend-expected",
        basis=ground.basis,
        count=now.reach,
        number=formats.number(now.reach),
        edition=str(view.edition),
        place="above" if now.reach > best["reach"] else "under",
        earlier=len(earlier),
        best=str(int(best["edition"])),
        best_number=formats.number(best["reach"]),
        first=str(int(series.iloc[0]["edition"])),
    )


def _all_done(ground: Ground, series: pd.DataFrame) -> bool:
    """Whether some figure of each of these editions is confirmed, so that they may be worded as done."""
    return all(basis(overview.totals(ground.view, int(year))) != "expected" for year in series["edition"])
