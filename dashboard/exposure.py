"""Exposure as the pages tell it: beside people, unit by unit; and what directors change in it.

Composes reads and ``etl.exposure``; draws nothing. Every gesture asks again whether who acts is a director
(``queries.engine``).
"""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import access, formats, messages, overview, queries, tables
from dashboard.formats import capitalised
from dashboard.loading import on_disk
from dashboard.messages import text
from dashboard.view import View
from etl import database, exposure_file, sentences
from etl import exposure as stored
from etl.exposure import FIELDS, Added, Kind, Row
from etl.exposure_file import Found
from etl.load import Refusal, Report
from etl.read import UnreadableFile

TITLES: Final = {
    "edition": "column-edition",
    "what": "exposure-what",
    "channel": "exposure-channel",
    "starts_on": "exposure-from",
    "ends_on": "exposure-to",
    "number": "exposure-number",
    "unit": "exposure-unit",
    "source": "exposure-source",
}


def titles() -> dict[str, str]:
    """What each field of a row is called."""
    return {name: text(key) for name, key in TITLES.items()}


def names(kind: Kind) -> dict[str, str]:
    """Channels or units by code, in their order and the reader's language, for several."""
    return {code: found.many[messages.language()] for code, found in stored.words(kind).items()}


def rows(view: View) -> pd.DataFrame:
    """The rows that were there at the version shown, of every edition; see ``queries.exposure``."""
    return queries.exposure(view.scope, view.snapshot.latest if view.snapshot.as_of else None)


def before(view: View, listed: pd.DataFrame) -> int | None:
    """The latest earlier edition that has exposure."""
    earlier = [int(edition) for edition in listed["edition"] if edition < view.edition]
    return max(earlier, default=None)


def by_unit(view: View, listed: pd.DataFrame) -> pd.DataFrame:
    """Each unit of the chosen edition, beside the one ``before``: ``unit, label, value, previous, change``.

    Numbers of one unit add up, those of two never do.
    """
    summed = listed.groupby(["unit", "edition"])["number"].sum()
    editions = (view.edition, before(view, listed))
    units = names("unit")
    found = []
    for unit in [*units, *sorted(set(listed["unit"]) - set(units))]:
        values = [summed.get((unit, edition)) for edition in editions]
        if values != [None, None]:
            found.append((unit, capitalised(units.get(unit, unit)), *values))
    table = pd.DataFrame(found, columns=["unit", "label", "value", "previous"])
    table = table.astype({"value": float, "previous": float})
    return table.assign(change=table["value"] - table["previous"])


def by_unit_table(view: View, listed: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The units as people read them."""
    earlier = before(view, listed)
    return tables.readable(
        table,
        *("label", "value", *(("previous", "change") if earlier else ())),
        label=text("exposure-unit"),
        value=str(view.edition),
        previous=str(earlier),
    )


def finding(view: View, table: pd.DataFrame) -> str:
    """« À côté de 40 260 personnes rejointes en 2026 : 118 000 impressions, 52 800 vues… »"""
    now = table.dropna(subset=["value"])
    if now.empty:
        return text("exposure-none", edition=str(view.edition))
    reach = overview.totals(view, view.edition).reach
    said = [counted(row.unit, int(row.value)) for row in now.itertuples()]
    return text(
        "exposure-finding",
        count=reach,
        people=formats.number(reach),
        edition=str(view.edition),
        said=formats.enumeration(said),
    )


def counted(unit: str, number: int) -> str:
    """« 1 vue », « 52 800 vues »; the code of a unit that is no longer known."""
    found = stored.words("unit").get(unit)
    if found is None:
        return f"{formats.number(number)} {unit}"
    is_one = number == 1 or (number == 0 and messages.language() == "fr")
    return f"{formats.number(number)}\u00a0{(found.one if is_one else found.many)[messages.language()]}"


def listed_table(listed: pd.DataFrame, edition: int | None = None) -> pd.DataFrame:
    """Rows as people read them, of one edition or of all; the fictional ones say so."""
    kept = listed if edition is None else listed[listed["edition"] == edition]
    named = kept.assign(
        channel=kept["channel"].map(names("channel")).fillna(kept["channel"]),
        unit=kept["unit"].map(names("unit")).fillna(kept["unit"]),
        kind=[text("exposure-fictional") if one else None for one in kept["is_demonstration"]],
    )
    fields = [name for name in FIELDS if edition is None or name != "edition"]
    return tables.readable(named, *fields, "kind", **titles(), kind=text("exposure-kind"))


def present() -> list[Any]:
    """The rows that can be changed, with their number."""
    with queries.engine().connect() as connection:
        return stored.present(connection)


def removed() -> dict[int, str]:
    """The rows that were taken out, by number, the last one first: what, who and when."""
    with queries.engine().connect() as connection:
        return {
            one.id: text(
                "exposure-removed",
                edition=str(one.edition),
                what=one.what,
                counted=counted(one.unit, one.number),
                who=one.removed_by or formats.MISSING,
                moment=formats.moment(one.removed_at),
            )
            for one in stored.removed(connection)
        }


def editable(listed: Sequence[Any]) -> pd.DataFrame:
    """Rows as a table to fill, in the order of ``listed``; columns are ``titles``."""
    said = [
        {
            name: {"channel": names("channel"), "unit": names("unit")}.get(name, {}).get(value, value)
            for name, value in vars(stored.content(one)).items()
        }
        for one in listed
    ]
    table = pd.DataFrame(said, columns=list(FIELDS))
    table = table.astype({"edition": "Int64", "number": "Int64"})
    for name in ("starts_on", "ends_on"):
        table[name] = pd.to_datetime(table[name])
    return table.rename(columns=titles())


def save(listed: Sequence[Any], edited: pd.DataFrame) -> list[str]:
    """Keep what was filled, all of it or nothing; what came of it, in sentences.

    What corrects a fictional row stays fictional.

    Args:
        listed: the rows as they were shown.
        edited: the table as it was left: a row of ``listed`` that is no longer at its place was taken out.
    """
    say = sentences.catalogue(messages.language())
    fields = {title: name for name, title in titles().items()}
    new: dict[bool, list[Row]] = {False: [], True: []}
    gone = [one.id for place, one in enumerate(listed) if place not in edited.index]
    wrong: list[str] = []
    for number, (place, cells) in enumerate(edited.iterrows(), 1):
        told = {fields[title]: None if pd.isna(cell) else cell for title, cell in cells.items()}
        if all(cell is None or cell == "" for cell in told.values()):
            gone += [listed[place].id] if place < len(listed) else []
            continue
        row, problems = stored.understood(told)
        for one in problems:
            refusal = Refusal("", number, one.column, one.value, one.code, one.details)
            column = titles()[one.column]
            problem = sentences.problem(refusal, say)
            wrong.append(text("exposure-wrong", row=str(number), column=column, problem=problem))
        is_fictional = False
        if row is not None and place < len(listed):
            if row == stored.content(listed[place]):
                continue
            gone.append(listed[place].id)
            is_fictional = listed[place].is_demonstration
        new[is_fictional] += [row] if row is not None else []
    if wrong:
        return [*wrong, text("exposure-unsaved")]
    by, origin = access.author(), access.origin()
    with database.writer(queries.engine()) as connection:
        out = stored.remove(connection, gone, by, origin)
        added = [
            stored.add(connection, rows, by, origin, demonstration=is_fictional)
            for is_fictional, rows in new.items()
        ]
    return [_saved(Added(*map(sum, zip(*added, strict=True))), out)]


def restore(number: int) -> str:
    """Put back a row that was taken out."""
    with database.writer(queries.engine()) as connection:
        stored.restore(connection, [number], access.author(), access.origin())
    return text("exposure-restored")


def understood(file: UploadedFile) -> tuple[Found | None, list[str]]:
    """What a file would add, and what is wrong in it, in sentences; nothing is written."""
    say = sentences.catalogue(messages.language())
    with on_disk(file) as path:
        try:
            found = exposure_file.read(path)
        except UnreadableFile as error:
            return None, [sentences.unreadable(file.name, error, say)]
    return found, [sentences.refusal(Report(file.name, ""), one, say) for one in found.refused]


def take_in(found: Found) -> str:
    """Add the rows of a file."""
    by, origin = access.author(), access.origin()
    with database.writer(queries.engine()) as connection:
        added = exposure_file.take_in(connection, found, by, origin)
    return _saved(added or Added(0, 0), 0)


def template() -> bytes:
    """The empty template, as it is given to be filled."""
    from etl.data_files import DATA
    from etl.templates import FILE_NAMES

    return (DATA / "templates" / FILE_NAMES["exposure"]).read_bytes()


def _saved(added: Added, out: int) -> str:
    return text("exposure-saved", added=added.added, out=out, same=added.unchanged)
