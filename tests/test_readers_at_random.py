"""Readers at random: any table in any format loses no row, any bytes give a result or one refusal.

What this finds goes to ``tests/corpus.py`` with a name.
"""

import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.load import OUTCOMES, load
from etl.read import FORMATS, UnreadableFile, sheets
from tests.copies import fresh
from tests.corpus import (
    BOTH,
    HEADERS,
    LONG,
    LONG_HEADERS,
    MESSY,
    NO_NUMBERS,
    ROWS,
    SUBTOTALS,
    TABLE,
    rewritten,
)
from tests.corpus import content as content_of
from tests.files import write_cells

EXAMPLES = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BYTES = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)
cells = st.one_of(
    st.none(),
    words,
    st.integers(-5, 10**7),
    st.floats(-1e6, 1e6),
    st.booleans(),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2050, 1, 1)),
    st.sampled_from(
        ["Total", "Sous-total Alma", "Note : vide", "#REF!", " ", "Jeunes", "Public", "Élus", "2024"]
    ),
    st.sampled_from(HEADERS),
    st.sampled_from(LONG_HEADERS),
)
lines = st.lists(
    st.one_of(st.lists(cells, max_size=12), st.sampled_from(ROWS), st.sampled_from(LONG[1:])), max_size=12
)
tops = st.sampled_from(
    [[], [HEADERS], [LONG_HEADERS], NO_NUMBERS[:1], BOTH[:2], SUBTOTALS, TABLE, [["Titre"], [], HEADERS]]
)


@cache
def built(kind: str) -> tuple[str, bytes]:
    with TemporaryDirectory() as folder:
        path = MESSY[kind].build(Path(folder))
        return path.name, path.read_bytes()


def rows_of(path: Path) -> int:
    return sum(1 for sheet in sheets(path) for _ in sheet.rows)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods"])
@EXAMPLES
@given(top=tops, under=lines)
def test_no_row_of_any_table_is_lost(blank: Path, suffix: str, top: list[Any], under: list[Any]) -> None:
    with fresh(blank) as (engine, folder):
        path = write_cells(folder / f"a{suffix}", [*top, *under])
        try:
            report = load(engine, path)
        except UnreadableFile:
            return
        assert report.rows["read"] == sum(report.rows[name] for name in OUTCOMES)
        headers = rows_of(path) - report.rows["read"]
        assert len(report.tables) <= headers <= 2 * len(report.tables)
        again = load(engine, path)
        assert again.rows["read"] == report.rows["read"]
        assert again.rows["accepted"] == again.rows["updated"] == 0


@pytest.mark.parametrize("suffix", FORMATS)
@BYTES
@given(data=st.one_of(st.binary(max_size=2000), words.map(str.encode)))
def test_any_bytes_give_a_result_or_a_refusal(suffix: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        read(path)


@pytest.mark.parametrize(
    "kind", ["csv", "utf-16 with its mark", "xlsx", "xls", "ods", "pdf", "a web page named xls"]
)
@BYTES
@given(data=st.data())
def test_a_file_that_is_changed_anywhere_gives_a_result_or_a_refusal(kind: str, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        name, whole = built(kind)
        path, content = Path(folder) / name, bytearray(whole)
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(content) - 1))
            content[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
            if not content:
                break
        path.write_bytes(content)
        read(path)


PARTS = {
    "xlsx": (
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
    ),
    "error cells": ("xl/worksheets/sheet1.xml",),
    "ods": ("content.xml",),
}


@pytest.mark.parametrize(("kind", "part"), [(kind, part) for kind, parts in PARTS.items() for part in parts])
@BYTES
@given(data=st.data())
def test_a_workbook_changed_inside_gives_a_result_or_a_refusal(
    kind: str, part: str, data: st.DataObject
) -> None:
    name, whole = built(kind)

    def change(content: bytes) -> bytes:
        found = bytearray(content)
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(content) - 1))
            found[at : at + data.draw(st.integers(0, 8))] = data.draw(
                st.one_of(st.binary(max_size=8), st.from_regex(rb"[0-9A-Z\"<>/= ]{1,8}", fullmatch=True))
            )
        return bytes(found)

    with TemporaryDirectory() as folder:
        read(rewritten(content_of(name, whole), part, change, name)(Path(folder)))


def read(path: Path) -> None:
    try:
        rows_of(path)
    except UnreadableFile as refused:
        assert refused.code
