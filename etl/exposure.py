"""Exposure: media, posts, ribbons and tools handed out, kept apart from people.

Belongs here: what a row may say, adding rows, taking them out and putting them back, each with its trace. A
row is never changed: a correction takes one out and adds another. Not here: a file of them
(``exposure_file``). Nothing here is read by the cube, and numbers of two units are never added.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from sqlalchemy import Connection, insert, select, update

from etl import database, dates, editions, stamp, trace
from etl.clean import Problem, key, plain, without_contacts, year
from etl.data_files import DATA, read_rows
from etl.schema import Exposure

Kind = Literal["channel", "unit"]
FIELDS: Final = ("edition", "what", "channel", "starts_on", "ends_on", "number", "unit", "source")
"""What a row says, in the order of the template."""
OPTIONAL: Final = frozenset({"starts_on", "ends_on"})
LARGEST: Final = 2_000_000_000
LONGEST: Final = 300
"""Characters of what is told in words."""


@dataclass(frozen=True)
class Row:
    """So many of a unit, of something, by a channel, in an edition; a period that is unknown is missing."""

    edition: int
    what: str
    channel: str
    starts_on: date | None
    ends_on: date | None
    number: int
    unit: str
    source: str


class Added(NamedTuple):
    """Rows that were added, and those that were there already."""

    added: int
    unchanged: int


class Words(NamedTuple):
    """How a channel or a unit is called, for one and for several, by language."""

    one: dict[str, str]
    many: dict[str, str]


@cache
def words(kind: Kind) -> dict[str, Words]:
    """The channels or the units by code, in their order (``data/exposure_words.csv``)."""
    return {
        line["code"]: Words(
            {language: line[f"one_{language}"] for language in ("fr", "en")},
            {language: line[f"many_{language}"] for language in ("fr", "en")},
        )
        for line in read_rows(DATA / "exposure_words.csv")
        if line["kind"] == kind
    }


def understood(cells: Mapping[str, Any], edition: int | None = None) -> tuple[Row | None, list[Problem]]:
    """What some cells say, or every reason why they cannot be taken, each with its field in ``column``.

    Args:
        cells: by field, as a file or a person gives them.
        edition: of a row that does not name its own.
    """
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in FIELDS:
        try:
            found[name] = _value(name, cells.get(name), edition)
        except Problem as problem:
            problems.append(Problem(problem.code, problem.value, problem.details, name))
    if problems:
        return None, problems
    first, last = found["starts_on"], found["ends_on"]
    if last is not None and (first is None or last < first):
        told = {"first": "—" if first is None else first.isoformat()}
        return None, [Problem("period_reversed", last.isoformat(), told, "ends_on")]
    return Row(**found), []


def present(connection: Connection) -> list[Any]:
    """The rows that are there, in the order in which they are read."""
    order = (Exposure.edition.desc(), Exposure.starts_on, Exposure.id)
    return list(
        connection.execute(select(Exposure.__table__).where(Exposure.removed_at.is_(None)).order_by(*order))
    )


def removed(connection: Connection) -> list[Any]:
    """The rows that were taken out, the last one first."""
    gone = select(Exposure.__table__).where(Exposure.removed_at.is_not(None))
    return list(connection.execute(gone.order_by(Exposure.removed_at.desc(), Exposure.id.desc())))


def add(
    connection: Connection,
    rows: Iterable[Row],
    by: str,
    origin: str | None = None,
    *,
    demonstration: bool = False,
) -> Added:
    """Add rows; one that is there already, to the letter, is not added again. Fiction leaves no trace."""
    known = {content(one) for one in present(connection)}
    asked = list(rows)
    new = [row for row in dict.fromkeys(asked) if row not in known]
    editions.ensure(connection, {row.edition for row in new})
    first, moment = database.next_id(connection, Exposure.__table__), stamp.now()  # type: ignore[arg-type]
    told = {"entered_by": by, "entered_at": moment, "is_demonstration": demonstration}
    if new:
        connection.execute(
            insert(Exposure), [asdict(row) | told | {"id": number} for number, row in enumerate(new, first)]
        )
        if not demonstration:
            trace.record(connection, "exposure_added", by, [_told(row) for row in new], origin)
    return Added(len(new), len(asked) - len(new))


def remove(connection: Connection, numbers: Sequence[int], by: str, origin: str | None = None) -> int:
    """Take rows out, which ``restore`` puts back; how many there were."""
    gone = [one for one in present(connection) if one.id in set(numbers)]
    return _mark(connection, gone, by, stamp.now(), "exposure_removed", origin)


def restore(connection: Connection, numbers: Sequence[int], by: str, origin: str | None = None) -> int:
    """Put rows back that were taken out; how many there were."""
    back = [one for one in removed(connection) if one.id in set(numbers)]
    return _mark(connection, back, by, None, "exposure_restored", origin)


def content(stored: Any) -> Row:
    """What a stored row says, apart from who said it and when."""
    return Row(**{name: getattr(stored, name) for name in FIELDS})


def _mark(
    connection: Connection,
    rows: Sequence[Any],
    by: str,
    moment: datetime | None,
    kind: Literal["exposure_removed", "exposure_restored"],
    origin: str | None,
) -> int:
    numbers = [one.id for one in rows]
    values = {"removed_at": moment, "removed_by": by if moment else None}
    connection.execute(update(Exposure).where(Exposure.id.in_(numbers)).values(values))
    trace.record(connection, kind, by, [_told(content(one)) for one in rows], origin)
    return len(rows)


def _told(row: Row) -> str:
    named = words("unit").get(row.unit)
    return f"{row.edition} · {row.what} · {row.number} {named.many['fr'] if named else row.unit}"


def _value(name: str, cell: Any, edition: int | None) -> Any:
    if cell is None or plain(cell) == "":
        if name == "edition" and edition is not None:
            return edition
        if name in OPTIONAL:
            return None
        raise Problem("missing")
    if name == "edition":
        return year(plain(cell))
    if name in OPTIONAL:
        return dates.day(cell)
    if name == "number":
        return _number(cell)
    if name in ("channel", "unit"):
        return _code(name, plain(cell))  # type: ignore[arg-type]
    told = " ".join(without_contacts(plain(cell)).split())
    if len(told) > LONGEST:
        raise Problem("too_long", told[:40] + "…", {"longest": str(LONGEST)})
    return told


def _number(cell: Any) -> int:
    """A whole number, zero or more, however its thousands are set apart."""
    written = plain(cell)
    if isinstance(cell, bool):
        raise Problem("exposure_number", written)
    if isinstance(cell, (int, float)):
        value = float(cell)
    else:
        digits = "".join(written.split()).replace("\u202f", "").replace("−", "-").replace(",", ".")
        try:
            value = float(digits)
        except ValueError:
            raise Problem("exposure_number", written) from None
    if not abs(value) <= LARGEST:  # nor what is no number at all
        raise Problem("exposure_large", written)
    if value < 0:
        raise Problem("negative", written)
    if value != int(value):
        raise Problem("exposure_number", written)
    return int(value)


def _code(kind: Kind, written: str) -> str:
    found = _codes(kind).get(key(written))
    if found is None:
        allowed = ", ".join(named.many["fr"] for named in words(kind).values())
        raise Problem(f"unknown_{kind}", written, {"allowed": allowed})
    return found


@cache
def _codes(kind: Kind) -> dict[str, str]:
    """Code of each way to write a channel or a unit, by its key."""
    found: dict[str, str] = {}
    for line in read_rows(DATA / "exposure_words.csv"):
        if line["kind"] == kind:
            also = [one.strip() for one in line["also"].split(";")]
            names = [line["code"], *(line[f"{n}_{code}"] for n in ("one", "many") for code in ("fr", "en"))]
            for name in filter(None, [*names, *also]):
                found.setdefault(key(name), line["code"])
    return found
