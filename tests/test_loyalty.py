"""Who brings the reach and who comes back: whatever the editions, each partner is counted once and truly."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import loyalty

EXAMPLES = settings(max_examples=80, deadline=None)
EDITIONS = [2022, 2023, 2024, 2025, 2026]
pairs = st.lists(st.tuples(st.sampled_from(EDITIONS), st.integers(1, 8)), min_size=1, max_size=30)


def presence(rows: list[tuple[int, int]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["edition", "partner"])


@EXAMPLES
@given(st.dictionaries(st.integers(1, 50), st.one_of(st.none(), st.integers(0, 900)), min_size=1))
def test_no_fewer_partners_make_half_of_the_reach(people: dict[int, int | None]) -> None:
    reach = pd.Series(people, dtype=float)
    found = loyalty.half(loyalty.concentration(reach))
    largest = sorted(reach.fillna(0), reverse=True)
    total = sum(largest)
    if not total:
        assert found is None
    else:
        assert found is not None
        assert sum(largest[:found]) * 2 >= total > sum(largest[: found - 1]) * 2


@EXAMPLES
@given(pairs)
def test_a_history_is_what_counting_by_hand_says(rows: list[tuple[int, int]]) -> None:
    table = loyalty.history(presence(rows), EDITIONS)
    for partner, line in table.iterrows():
        mine = sorted({edition for edition, one in rows if one == partner})
        streak = 1
        while mine[-1] - streak in mine:
            streak += 1
        assert (line["first"], line["last"], line["years"]) == (mine[0], mine[-1], len(mine))
        assert line["streak"] == streak
        assert bool(line["is_present"]) == (2026 in mine)


@EXAMPLES
@given(pairs)
def test_each_partner_is_in_one_cohort_which_begins_whole(rows: list[tuple[int, int]]) -> None:
    table = loyalty.cohorts(presence(rows), EDITIONS)
    begun = table[table["first"] == table["edition"]]
    assert begun["size"].sum() == len({partner for _, partner in rows})
    assert (begun["share"] == 1).all()
    assert table["share"].between(0, 1).all()
    present = table.groupby("edition")["partners"].sum()
    for edition in EDITIONS:
        assert present.get(edition, 0) == len({partner for year, partner in rows if year == edition})


def test_those_who_came_back_are_told_as_a_part_of_those_who_were_there() -> None:
    table = presence([(2025, 1), (2025, 2), (2025, 3), (2026, 3), (2026, 4)])
    assert loyalty.retention(table, 2025, 2026) == 1 / 3
    assert pd.isna(loyalty.retention(table, 2024, 2026))
