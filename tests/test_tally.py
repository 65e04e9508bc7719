"""The cube of any facts, in whatever blocks they come, is what adding them one by one gives."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etl.schema import AUDIENCES
from etl.tally import FIGURE, REGISTRATION, Tally

PLACES, SECTORS, ACTIONS = ("alma", "online", "roberval"), ("school", "business"), ("workshop", "tour")
DAYS = st.sampled_from([None, "2024-01-14", "2024-02-12"])
PEOPLE = st.one_of(st.none(), st.integers(0, 10_000_000))


class Registration(NamedTuple):
    told: tuple[Any, ...]
    figures: dict[str, tuple[int | None, int | None]]
    joined: int | None


registrations = st.builds(
    Registration,
    st.tuples(
        st.sampled_from([2024, 2025]),
        st.sampled_from([1, 2, 40_000]),
        *map(st.sampled_from, (PLACES, SECTORS, ACTIONS)),
        DAYS,
        DAYS,
    ),
    st.dictionaries(st.sampled_from(AUDIENCES), st.tuples(PEOPLE, PEOPLE)),
    st.one_of(st.none(), st.sampled_from([1, 7])),
)


def tables(blocks: Sequence[Sequence[Registration]], edition: int) -> dict[str, list[dict[str, Any]]]:
    tally = Tally(PLACES, SECTORS, ACTIONS)
    for block in blocks:
        figures = [
            (row, code, *people) for row, one in enumerate(block) for code, people in one.figures.items()
        ]
        rows, *columns = zip(*figures, strict=True) if figures else ((),) * (len(FIGURE) + 1)
        tally.add(
            dict(zip(REGISTRATION, zip(*(one.told for one in block), strict=True), strict=True)),
            np.array(rows, np.int32),
            dict(zip(FIGURE, columns, strict=True)),
            [(row, one.joined) for row, one in enumerate(block) if one.joined is not None],
        )
    return {
        table: [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        for table, columns in tally.tables(edition, 9)
    }


def reached(one: Registration) -> dict[str, int]:
    """People of each audience of which any are told: confirmed where reported, else expected."""
    found = {code: first if second is None else second for code, (first, second) in one.figures.items()}
    return {code: people for code, people in found.items() if people is not None}


@given(st.lists(st.lists(registrations, min_size=1, max_size=6), min_size=1, max_size=3))
def test_any_blocks_sum_to_what_their_registrations_sum_to(blocks: list[list[Registration]]) -> None:
    every = [one for block in blocks for one in block if one.told[0] == 2024]
    found = tables(blocks, 2024)
    assert found == tables([[one for block in blocks for one in block]], 2024)
    if not every:
        assert found == {}
        return

    people: Counter[tuple[str, ...]] = Counter()
    expected: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    partners: Counter[tuple[Any, ...]] = Counter()
    days: Counter[str | None] = Counter()
    held: Counter[tuple[Any, ...]] = Counter()
    joined: Counter[tuple[int, str]] = Counter()
    for one in every:
        _, partner, *cell, arrived, held_on = one.told
        told = reached(one)
        for code, number in told.items():
            people[*cell, code] += number
            if (announced := one.figures[code][0]) is not None:
                expected[*cell, code].append(announced)
        partners[partner, *cell, sum(1 << AUDIENCES.index(code) for code in told)] += 1
        days[arrived] += sum(told.values())
        held[held_on, cell[2], cell[0] == "online"] += sum(told.values())
        if told and one.joined not in (None, partner):
            joined[one.joined, cell[0]] += sum(told.values())

    cell_names = ("place_code", "sector", "action")
    reach = {(*(row[name] for name in cell_names), row["audience"]): row for row in found["reach_summary"]}
    assert {key: row["reach"] for key, row in reach.items()} == people
    assert {key: row["expected"] for key, row in reach.items() if row["expected"] is not None} == {
        key: sum(numbers) for key, numbers in expected.items()
    }
    assert partners == {
        (row["partner_id"], *(row[name] for name in cell_names), row["audiences"]): row["registrations"]
        for row in found["partner_summary"]
    }
    assert joined == {
        (row["partner_id"], row["place_code"]): row["people"] for row in found["joined_summary"]
    }
    assert days == {row["registered_on"]: row["reach"] for row in found["pace_summary"]}
    assert sum(row["partners"] for row in found["pace_summary"]) == len({one.told[1] for one in every})
    assert held == {
        (row["held_on"], row["action"], row["is_online"]): row["reach"] for row in found["calendar_summary"]
    }
