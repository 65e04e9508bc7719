"""What is released to partners gives away none of them: the rule, its complement, and an attacker.

Not here: what a partner sees of their own (``test_scope``).
"""

from itertools import permutations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from dashboard.disclosure import CLOSENESS, FEWEST, TOTAL, release

CELLS = ["A", "B", "C"]


def contributions(*rows: tuple[str, int, int]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["cell", "partner", "value"])
    return table.assign(known=table["value"])


def statuses(table: pd.DataFrame) -> dict[str, str]:
    return release(table, CELLS).set_index("cell")["status"].to_dict()


def many(cell: str, first: int, count: int = 9, people: int = 50) -> list[tuple[str, int, int]]:
    return [(cell, first + index, people) for index in range(count)]


def test_a_cell_of_many_equal_partners_is_shown_with_its_total() -> None:
    released = release(contributions(*many("A", 1)), CELLS).set_index("cell")
    assert released.loc["A", "value"] == released.loc[TOTAL, "value"] == 450
    assert released.loc["A", "partners"] == 9


def test_a_cell_where_nobody_is_says_zero() -> None:
    assert release(contributions(*many("A", 1)), CELLS).set_index("cell").loc["B", "value"] == 0


def test_fewer_than_five_partners_are_hidden() -> None:
    rows = [*many("A", 1, FEWEST - 1), *many("B", 10), *many("C", 30)]
    assert statuses(contributions(*rows))["A"] == "few"


def test_a_partner_that_is_nearly_all_of_a_cell_is_hidden() -> None:
    rows = [("A", 1, 1000), ("A", 2, 60), *many("A", 10, 9, 11), *many("B", 30), *many("C", 60)]
    assert statuses(contributions(*rows))["A"] == "dominated"  # 1159 - 1000 - 60 <= 100


def test_the_same_partner_is_shown_once_the_others_bring_enough() -> None:
    rows = [("A", 1, 1000), ("A", 2, 60), *many("A", 10, 9, 12), *many("B", 30), *many("C", 60)]
    assert statuses(contributions(*rows))["A"] == "shown"


def test_a_total_of_zero_would_tell_that_each_of_its_partners_has_zero() -> None:
    assert statuses(contributions(*many("A", 1, 9, 0)))["A"] != "shown"


def test_one_hidden_cell_hides_the_smallest_other_so_that_subtraction_gives_nothing() -> None:
    rows = [("A", 1, 80), *many("B", 10, 9, 20), *many("C", 30)]
    assert statuses(contributions(*rows)) == {"A": "few", "B": "complement", "C": "shown", TOTAL: "shown"}


def test_what_a_partner_knows_by_taking_part_counts_against_the_cell() -> None:
    table = contributions(("A", 1, 1000), *many("A", 10, 9, 100), *many("B", 30, 9, 400))
    assert statuses(table)["A"] == "shown"
    table.loc[table["partner"] == 10, "known"] = 850  # they take part in others' registrations of A
    assert statuses(table)["A"] == "dominated"


people = st.one_of(st.just(0), st.integers(1, 12), st.integers(0, 8).map(lambda power: 3**power))
"""Few, or many, or overwhelmingly many: what makes one partner stand out."""
worlds = st.lists(
    st.dictionaries(st.integers(1, 12), people, min_size=0, max_size=9), min_size=3, max_size=3
).map(
    lambda cells: [
        (cell, partner, value)
        for cell, inside in zip(CELLS, cells, strict=True)
        for partner, value in inside.items()
    ]
)
"""What each of a dozen partners brings to each cell."""


@given(worlds)
@settings(max_examples=200, deadline=None)
def test_what_is_shown_is_true_and_what_is_hidden_has_no_figure(rows: list[tuple[str, int, int]]) -> None:
    table = contributions(*rows)
    true = table.groupby("cell")["value"].sum().reindex(CELLS, fill_value=0)
    true[TOTAL] = true.sum()
    for one in release(table, CELLS).itertuples():
        if one.status == "shown":
            assert one.value == true[one.cell]
        else:
            assert pd.isna(one.value) and pd.isna(one.partners)


@given(worlds, st.booleans())
@settings(max_examples=100, deadline=None)
def test_no_partner_can_pin_another_within_ten_percent(
    rows: list[tuple[str, int, int]], sharing: bool
) -> None:
    """An attacker who knows who is where, and what they take part in, solves all that is released."""
    table = contributions(*rows)
    if sharing and table["partner"].nunique() > 1:  # one takes part in all that another leads
        first, second = sorted(table["partner"].unique())[:2]
        shared = table[table["partner"] == second].assign(partner=first, value=0)
        table = pd.concat([table, shared]).groupby(["cell", "partner"], as_index=False).sum()
        knows = {first: {first, second}}
    else:
        knows = {}
    system = linear_system(table)
    for attacker, target in permutations(sorted(table.loc[table["value"] > 0, "partner"].unique()), 2):
        seen = knows.get(attacker, {attacker})
        if target in seen:
            continue
        for where in [[cell] for cell in CELLS] + [CELLS]:
            truth = table[(table["partner"] == target) & table["cell"].isin(where)]["value"].sum()
            if truth > 0:
                assert highest(table, system, seen, target, where) > (1 + CLOSENESS) * truth - 1e-6


def linear_system(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """One equation by figure released, over the figure of each partner in each cell."""
    shown = release(table, CELLS).query("status == 'shown'")
    equations = [
        (np.ones(len(table)) if cell == TOTAL else (table["cell"] == cell).to_numpy(float), value)
        for cell, value in zip(shown["cell"], shown["value"].astype(float), strict=True)
    ]
    if not equations:
        return np.zeros((1, len(table))), np.zeros(1)
    return np.array([left for left, _ in equations]), np.array([right for _, right in equations])


def highest(
    table: pd.DataFrame,
    system: tuple[np.ndarray, np.ndarray],
    seen: set[int],
    target: int,
    where: list[str],
) -> float:
    """The most that the target can have there, given all that the attacker knows."""
    wanted = -((table["partner"] == target) & table["cell"].isin(where)).to_numpy(float)
    known = table["partner"].isin(seen)
    bounds = [
        (value, value) if is_known else (0, None)
        for value, is_known in zip(table["value"], known, strict=True)
    ]
    solved = linprog(wanted, A_eq=system[0], b_eq=system[1], bounds=bounds, method="highs")
    return float("inf") if solved.status == 3 else float(-solved.fun)
