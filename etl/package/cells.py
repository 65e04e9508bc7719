"""A value of the database as the text of a cell, and back.

Belongs here: the types of the columns, once for the schema, the writing and the reading. Not here: which
tables (``tables``), contacts in free text (``contacts``).
"""

import json
import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Float, Integer

LARGEST: Final = 2**31 - 1
"""The largest whole number that an integer column holds, whatever the database."""
WHOLE: Final = re.compile(r"-?[0-9]{1,10}")

Write = Callable[[Any], str]
Read = Callable[[str], Any]


class NotThatType(ValueError):
    """A cell does not hold what its column takes."""


def type_of(column: Column[Any]) -> str:
    """The type of a column, in the words of the Table Schema specification."""
    if isinstance(column.type, JSON):
        return str(column.info.get("json", "object"))
    named = {Boolean: "boolean", Integer: "integer", Float: "number", DateTime: "datetime", Date: "date"}
    return next((name for kind, name in named.items() if isinstance(column.type, kind)), "string")


def is_blank_kept(column: Column[Any]) -> bool:
    """Whether an empty cell is an empty text, since the column is never unknown."""
    return type_of(column) == "string" and not column.nullable


def writer(column: Column[Any]) -> Write:
    """What turns the values of a column into cells; unknown is an empty cell."""
    write = WRITERS[type_of(column)]
    return lambda value: "" if value is None else write(value)


def reader(column: Column[Any]) -> Read:
    """What turns cells into what ``database.bulk_insert`` takes.

    The function that is returned raises NotThatType.
    """
    read, allowed, minimum = READERS[type_of(column)], column.info.get("enum"), column.info.get("minimum")
    blank = "" if is_blank_kept(column) else None

    def value(cell: str) -> Any:
        if cell == "":
            if blank is None and not column.nullable:
                raise NotThatType
            return blank
        found = read(cell)
        if (allowed is not None and found not in allowed) or (minimum is not None and found < minimum):
            raise NotThatType
        return found

    return value


def _whole(cell: str) -> int:
    if not WHOLE.fullmatch(cell) or abs(int(cell)) > LARGEST:
        raise NotThatType
    return int(cell)


def _number(cell: str) -> float:
    try:
        found = float(cell)
    except ValueError:
        raise NotThatType from None
    if not math.isfinite(found):
        raise NotThatType
    return found


def _boolean(cell: str) -> int:
    if cell not in ("true", "false"):
        raise NotThatType
    return int(cell == "true")


def _day(cell: str) -> str:
    try:
        return date.fromisoformat(cell).isoformat()
    except ValueError:
        raise NotThatType from None


def _moment(cell: str) -> str:
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        raise NotThatType from None
    if found.tzinfo is None:
        raise NotThatType
    return found.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _json(kind: type) -> Read:
    def read(cell: str) -> str:
        try:
            found = json.loads(cell)
        except (ValueError, RecursionError):
            raise NotThatType from None
        if not isinstance(found, kind):
            raise NotThatType
        return json.dumps(found)

    return read


def _text(cell: str) -> str:
    if "\0" in cell:
        raise NotThatType
    return cell


def _in_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _in_utc(value: datetime) -> str:
    return f"{value.isoformat()}Z"


WRITERS: Final[dict[str, Write]] = {
    "string": str,
    "integer": str,
    "number": repr,
    "boolean": lambda value: "true" if value else "false",
    "date": date.isoformat,
    "datetime": _in_utc,
    "object": _in_json,
    "array": _in_json,
}
READERS: Final[dict[str, Read]] = {
    "string": _text,
    "integer": _whole,
    "number": _number,
    "boolean": _boolean,
    "date": _day,
    "datetime": _moment,
    "object": _json(dict),
    "array": _json(list),
}
