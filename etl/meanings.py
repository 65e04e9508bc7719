"""What each different cell of a column means, understood once. Pure.

Not here: what understands a cell (``parse``, ``figures``).
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

from etl.clean import Problem

REMEMBERED: Final = 100_000
"""Different cells that a column remembers: what keeps memory flat when no two cells are alike."""


class Meanings(dict[Any, Any]):
    """What each different cell of a column means: a value, or the Problem that it has."""

    def __init__(self, understand: Callable[[Any], Any]) -> None:
        super().__init__()
        self._understand = understand
        self.has_problems = False

    def __missing__(self, cell: Any) -> Any:
        try:
            meaning = self._understand(cell)
        except Problem as problem:
            meaning = problem
            self.has_problems = True
        if len(self) >= REMEMBERED:
            self.clear()
        self[cell] = meaning
        return meaning

    def of(self, cells: Iterable[Any]) -> list[Any]:
        return list(map(self.__getitem__, cells))
