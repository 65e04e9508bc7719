"""E-mails and telephone numbers that people leave in free text never leave with a package.

What names a row has to stay apart from others: a contact becomes a number in it (« …1 »), the same one
wherever it is found, and the key made from a name follows it. Elsewhere it becomes « … ».
"""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Table

from etl.clean import EMAIL, PHONE, key
from etl.package.cells import type_of

KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "partner": {"key": "name"},
    "partner_alias": {"key": "name"},
    "partner_proposal": {"key": "name", "other_key": "other_name"},
    "header_decision": {"header_key": "header"},
}
"""Columns that hold the key of a name, and the column of that name, by table."""
NAMES: Final = frozenset({"name", "other_name", "header", "number"})
CODES: Final = frozenset({"sha256", "fingerprint"})

Row = tuple[Any, ...]


class Contacts:
    """Takes contacts out of the rows of one package."""

    def __init__(self) -> None:
        self._numbers: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def remove(self, table: Table, row: Row) -> Row:
        """A row of ``table`` without contacts; the row itself where it has none."""
        if not any(_may_hold(value) for value in row):
            return row
        found = dict(zip(table.columns.keys(), row, strict=True))
        cleaned = {name: self._cleaned(table, name, value) for name, value in found.items()}
        for name, of in KEYS.get(table.name, {}).items():
            if cleaned[of] != found[of]:
                self._keys[found[name]] = cleaned[name] = key(cleaned[of])
            else:
                cleaned[name] = found[name]
        return tuple(cleaned.values())

    def _cleaned(self, table: Table, name: str, value: Any) -> Any:
        column = table.columns[name]
        is_text = type_of(column) in ("string", "object", "array")
        if not is_text or column.foreign_keys or name in CODES or "enum" in column.info:
            return value
        if name in NAMES:
            return EMAIL.sub(self._number, PHONE.sub(self._number, value)) if value else value
        return self._anywhere(value)

    def _anywhere(self, value: Any) -> Any:
        """Texts within any JSON value, their keys included."""
        if isinstance(value, str):
            return self._keys.get(value) or PHONE.sub("…", EMAIL.sub("…", value))
        if isinstance(value, dict):
            return {self._anywhere(name): self._anywhere(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self._anywhere(one) for one in value]
        return value

    def _number(self, match: Any) -> str:
        return self._numbers.setdefault(match[0], f"…{len(self._numbers) + 1}")


def _may_hold(value: Any) -> bool:
    """Whether a value has to be looked at: text with an @ or a telephone's worth of digits, or JSON."""
    if value.__class__ is not str:
        return isinstance(value, dict | list)
    return "@" in value or (len(value) > 9 and sum(map(str.isdigit, value)) > 9)
