"""Why figures changed, as the pages tell it. Composes a View with ``change``; draws nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import Final

import pandas as pd

from dashboard import contributed, formats, pace, queries, tables
from dashboard.behind import ALL, Links, only
from dashboard.behind import compared as rows_compared
from dashboard.change import (
    DEFINITION,
    PARTS,
    Change,
    Counted,
    Part,
    behind,
    by_dimension,
    by_head,
    by_part,
    main_parts,
    split,
    who,
)
from dashboard.messages import text
from dashboard.question import Restriction
from dashboard.view import View

STEPS: Final = 10
"""Bars of a waterfall; the smaller changes are drawn together."""
PART_OF: Final[dict[str, Part]] = {part: part for part in PARTS}
OTHERS: Final = "others"
NOWHERE: Final = ""
"""Key of what has no MRC."""


@lru_cache(maxsize=256)
def highlighted(view: View) -> tuple[str, str | None] | None:
    """What changed most since the edition before, and how to read it; None where that is not known."""
    if view.previous is None:
        return None
    compared = same_day(view, view.previous, view.edition)
    change = compared and in_short(compared, view.previous, view.edition)
    if not (compared and change):
        return None
    return sentence(change, view.previous, view.edition), day_note(compared, view.edition)


def day_note(compared: View, now: int) -> str | None:
    """Say that an edition is read as it was known on a day, where it is."""
    if not compared.until:
        return None
    [(edition, day)] = compared.until
    return text("why-same-day", now=str(now), before=str(edition), day=formats.day(day))


def ways() -> dict[str, str]:
    """What a change may be split by."""
    return {way: text(f"why-by-{way}") for way in ("part", "head", "mrc", "place", "audience", "sector")}


def same_day(view: View, before: int, now: int) -> View | None:
    """The view in which two editions compare: while one comes in, the other is read on the same day.

    None where the opening of the earlier one is not known: nothing tells what day that is.
    """
    where = pace.stage(replace(view, filters=replace(view.filters, edition=now)))
    if where is None or not where.comes_in or before == now:
        return view
    opened = pace.openings(view)
    if before not in opened:
        return None
    return replace(view, until=((before, opened[before] + timedelta(days=where.day)),))


@lru_cache(maxsize=16)
def explained(view: View, before: int, now: int) -> Change | None:
    """What moved between two editions under the view's filters; None where facts are no longer those shown.

    The later edition is always compared with the earlier one.
    """
    return _split(view, before, now, [contributed.contributed(view, edition) for edition in (before, now)])


def in_short(view: View, before: int, now: int) -> Change | None:
    """What moved, partner by partner: all that ``sentence`` says, summed where the rows are."""
    versions, until, asked = dict(view.snapshot.versions), dict(view.until), view.filters.restriction
    common = tuple(sorted(_counted(view, before).audiences & _counted(view, now).audiences))
    sides = [
        queries.by_partner(view.scope, versions[edition], edition, asked, common, until.get(edition))
        for edition in (before, now)
    ]
    return _split(view, before, now, sides)


def _split(view: View, before: int, now: int, sides: Sequence[pd.DataFrame | None]) -> Change | None:
    if sides[0] is None or sides[1] is None:
        return None
    activity = view.activity("edition", "partner")
    earlier = activity[(activity["edition"] < now) & (activity["edition"] != before)]
    counted = (_counted(view, before), _counted(view, now))
    return split(sides[0], sides[1], counted, set(earlier["partner"]))


def steps(view: View, change: Change, way: str) -> pd.DataFrame:
    """The bars of a waterfall: ``key, label, change, partners, is_definition``; they sum to the change."""
    if way == "head":
        return _named_parts(by_head(change))
    if way == "part":
        return _named_parts(by_part(change))
    found = by_dimension(change, way).fillna({"key": NOWHERE})
    names = view.names_of(way) | {part: text(f"why-part-{part}") for part in DEFINITION}
    labels = found["key"].map(names).fillna(text("no-territory"))
    return _largest(found.assign(label=labels))


def totals(change: Change, way: str) -> tuple[int, int]:
    """Where a waterfall begins and ends: people, or partners."""
    return (change.partners_before, change.partners_now) if way == "head" else (change.before, change.now)


def note(shown: pd.DataFrame) -> str:
    """How to read a waterfall, its hatched bars where it has any."""
    return text("why-note-definition" if shown["is_definition"].any() else "why-note")


def steps_table(shown: pd.DataFrame) -> pd.DataFrame:
    """The bars as people read them."""
    return tables.readable(shown, "label", "change", "partners")


def bars(shown: pd.DataFrame) -> dict[str, str]:
    """The bars behind which partners can be seen, by key."""
    return {row.key: f"{row.label} ({formats.signed(row.change)})" for row in shown.itertuples()}


def partners_behind(
    view: View, change: Change, way: str, key: str, shown: pd.DataFrame, editions: tuple[int, int]
) -> pd.DataFrame:
    """The partners behind a bar, the largest change first, as people read them."""
    found = _behind(change, way, key, shown)
    return tables.readable(
        found.assign(partner=contributed.called(view, found["partner"])),
        *("partner", "before", "now", "change"),
        before=str(editions[0]),
        now=str(editions[1]),
    )


def rows_behind(
    view: View, change: Change, way: str, key: str, shown: pd.DataFrame, editions: tuple[int, int]
) -> Links:
    """The addresses of the rows of these partners in each edition, in their order.

    None where a bar is of several codes, nor where what is counted changed: the rows hold more than the bar.
    """
    if key == OTHERS or change.moves["part"].isin(DEFINITION).any():
        return {}
    kept = ALL if way in ("part", "head") else only(way, key)
    partners = _behind(change, way, key, shown)["partner"]
    return rows_compared(view, "partner", list(partners), kept, of=editions)


def sentence(change: Change, before: int, now: int) -> str:
    """« De 2025 à 2026, 860 personnes de plus. Surtout 154 nouveaux partenaires : +6 032… »

    What comes from a change of definition is said first, and is never counted as gained or lost.
    """
    parts = by_part(change)
    of_definition = int(parts.loc[parts["is_definition"], "change"].sum())
    total = change.now - change.before
    said = [_total(total, before, now)]
    if of_definition:
        said.append(
            text(
                "why-definition",
                change=formats.signed(of_definition),
                rest=formats.signed(total - of_definition),
            )
        )
    main, against = main_parts(parts)
    if main is not None:
        said.append(text("why-main", part=_weighed(main)))
    if against is not None:
        said.append(text("why-against", part=_weighed(against)))
    return " ".join(said)


def _behind(change: Change, way: str, key: str, shown: pd.DataFrame) -> pd.DataFrame:
    if way in ("part", "head"):
        return who(change, PART_OF[key])
    return behind(_moves_of(change.moves, way, key, list(shown["key"])))


def _total(change: int, before: int, now: int) -> str:
    direction = "same" if change == 0 else "more" if change > 0 else "less"
    return text(
        "why-total",
        direction=direction,
        count=abs(change),
        number=formats.number(abs(change)),
        before=str(before),
        now=str(now),
    )


def _weighed(part: pd.Series) -> str:
    return text(
        "why-weighed",
        part=part["key"],
        count=int(part["partners"]),
        number=formats.number(part["partners"]),
        change=formats.signed(part["change"]),
    )


def _counted(view: View, edition: int) -> Counted:
    """What an edition counts, which a filter does not change."""
    whole = replace(view, filters=replace(view.filters, restriction=Restriction()))
    table = whole.reach("edition", "audience")
    of_edition = table[table["edition"] == edition]
    return Counted(frozenset(of_edition["audience"]), bool(of_edition["confirmed"].notna().any()))


def _named_parts(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(label=[text(f"why-part-{key}") for key in table["key"]])


def _largest(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the largest changes and put the others together, so that the bars still sum to the change."""
    real = table[~table["is_definition"]]
    if len(real) <= STEPS:
        return table
    first = real["change"].abs().sort_values(ascending=False, kind="stable").index[: STEPS - 1]
    others = real.drop(first)
    together = pd.DataFrame(
        {
            "key": [OTHERS],
            "label": [text("why-others", count=len(others))],
            "change": [others["change"].sum()],
            "partners": [None],
            "is_definition": [False],
        }
    )
    return pd.concat(
        [real[real.index.isin(first)], together, table[table["is_definition"]]], ignore_index=True
    )


def _moves_of(moves: pd.DataFrame, way: str, key: str, shown: Sequence[str]) -> pd.DataFrame:
    if key in DEFINITION:
        return moves[moves["part"] == key]
    real = moves[~moves["part"].isin(DEFINITION)]
    codes = real[way].fillna(NOWHERE)
    return real[~codes.isin(shown)] if key == OTHERS else real[codes == key]
