"""Every reading goes by a scope, and every table has its readers; what PostgreSQL does of it is elsewhere.

Not here: what each scope finds on a real server (``test_postgresql``).
"""

import ast
from pathlib import Path

import pytest

from etl import row_security
from etl.schema import Base

QUERIES = sorted((Path(__file__).parent.parent / "dashboard" / "queries").glob("*.py"))
FOR_ALL = {"_snapshot", "_state", "_figures"}
"""Questions whose answer is the same for whoever comes in: versions, and what ``disclosure`` releases."""


def calls(path: Path, name: str) -> set[str]:
    """Functions of a module where another one is called."""
    return {
        function.name
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == name
    }


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_no_question_reads_but_within_a_scope(path: Path) -> None:
    assert calls(path, "opened") <= {"engine"}
    assert calls(path, "reading_for_all") <= FOR_ALL


def test_every_table_has_its_readers() -> None:
    named = [*row_security.REFERENCE, *row_security.FIGURES, *row_security.SOURCES]
    assert sorted(named) == sorted(Base.metadata.tables)
    assert set(row_security.OWN) <= {*row_security.FIGURES, "load"}
