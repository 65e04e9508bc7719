"""The scenes about people: how many, which audiences, which sectors, what moved most."""

import pandas as pd

from dashboard import findings, formats, metrics, overview, tables
from dashboard.board.scene import Ground, Name, Scene
from dashboard.drawing import Bars
from dashboard.messages import text
from dashboard.view import View


def reach(ground: Ground) -> Scene:
    """How many people, against the edition before, and in which MRC."""
    view, now, before = ground.view, ground.now, ground.before
    title = findings.overview(now, before, view.edition, ground.called_before if before else None)
    rows = ground.compared("mrc")
    if rows.empty:
        rows = _zeros(view)
    change = metrics.relative_change(now.reach, before.reach) if before else float("nan")
    return Scene(
        name="reach",
        title=title,
        figure=formats.number(now.reach),
        value=now.reach,
        label=text("board-people-label", basis=ground.basis, count=now.reach),
        change=ground.since(formats.signed_percent(change, 1 if abs(change) < 0.1 else 0)),
        chart=_bars(
            ground, rows, text("board-chart-mrc", basis=ground.basis, edition=str(view.edition)), title
        ),
        table=ground.table(rows),
        note=ground.note(
            "reach",
            partners=now.partners,
            partners_number=formats.number(now.partners),
            registrations=now.registrations,
            registrations_number=formats.number(now.registrations),
        ),
    )


def audiences(ground: Ground) -> Scene | None:
    """Which audience is the largest, and how the others compare."""
    return _largest(ground, "audiences", "audience")


def sectors(ground: Ground) -> Scene | None:
    """Which sector brings the most people, and how the others compare."""
    return _largest(ground, "sectors", "sector")


def moved(ground: Ground) -> Scene | None:
    """What changed most since the edition before, among audiences, territories and sectors."""
    view = ground.view
    rows = overview.moved_most(ground.beside) if ground.previous is not None else pd.DataFrame()
    if rows.empty:
        return None
    first = rows.loc[rows["change"].abs().idxmax()]
    title = text(
        "board-moved",
        name=first["label"],
        change=formats.signed(first["change"]),
        basis=ground.basis,
        count=int(first["value"]),
        number=formats.number(first["value"]),
        now=str(view.edition),
        edition=ground.called_before,
        how=ground.how,
    )
    ordered = pd.concat(
        [group.sort_values("change", ascending=False) for _, group in rows.groupby("group", sort=False)],
        ignore_index=True,
    )
    return Scene(
        name="moved",
        title=title,
        figure=formats.signed(first["change"]),
        value=None,
        label=text("board-moved-label", name=first["label"], edition=ground.called_before, how=ground.how),
        change=ground.since(formats.signed_percent(first["change_ratio"])),
        chart=Bars(
            language=view.language,
            title=text("chart-moved", edition=ground.called_before),
            description=title,
            table=pd.DataFrame(
                {"group": ordered["group"], "label": ordered["label"], "value": ordered["change"]}
            ).assign(previous=float("nan")),
            value_name=text("column-change"),
            is_change=True,
        ),
        table=tables.readable(
            ordered,
            "group",
            "label",
            "value",
            "previous",
            "change",
            "change_ratio",
            value=ground.people,
            previous=ground.edition_before,
        ),
        note=ground.note("moved"),
    )


def _largest(ground: Ground, name: Name, dimension: str) -> Scene | None:
    rows = ground.compared(dimension)
    if rows.empty or not rows["value"].sum():
        return None
    view, first = ground.view, rows.iloc[0]
    share = first["value"] / rows["value"].sum()
    title = text(
        f"board-{name}",
        name=first["label"],
        share=formats.percent(share),
        basis=ground.basis,
        rows=int((rows["value"] > 0).sum()),
        edition=str(view.edition),
    )
    return Scene(
        name=name,
        title=title,
        figure=formats.number(first["value"]),
        value=float(first["value"]),
        label=text(f"board-{name}-label", name=first["label"], basis=ground.basis, count=int(first["value"])),
        change=ground.since(formats.signed_percent(first["change_ratio"])),
        chart=_bars(
            ground, rows, text(f"board-chart-{name}", basis=ground.basis, edition=str(view.edition)), title
        ),
        table=ground.table(rows),
        note=ground.note(name),
    )


def _bars(ground: Ground, rows: pd.DataFrame, title: str, description: str) -> Bars:
    return Bars(
        language=ground.view.language,
        title=title,
        description=description,
        table=rows[["label", "value", "previous"]],
        value_name=ground.people,
        previous_name=ground.edition_before,
        others_name=text("board-others", count="{count}"),
    )


def _zeros(view: View) -> pd.DataFrame:
    """Every MRC with nobody: a zero is shown as a zero."""
    return pd.DataFrame({"label": sorted(view.names_of("mrc").values()), "value": 0.0}).assign(
        previous=float("nan"), change=float("nan"), change_ratio=float("nan")
    )
