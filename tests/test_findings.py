"""The sentence a page opens with says no more than its figures."""

import pytest

from dashboard import findings
from dashboard.metrics import Totals


def totals(reach: int, confirmed: float) -> Totals:
    return Totals(reach, 10, 12, 4, confirmed)


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (totals(38754, 0), None, "38\u00a0754 personnes attendues en 2024, selon les inscriptions."),
        (totals(1, 0), None, "1 personne attendue en 2024, selon les inscriptions."),
        (totals(0, float("nan")), None, "0 personne attendue en 2024, selon les inscriptions."),
        (
            totals(40000, 0.64),
            totals(20000, 1),
            "40\u00a0000 personnes rejointes en 2024, dont 64\u00a0% confirmées, "
            "100\u00a0% de plus qu’en 2023.",
        ),
        (totals(100, 1), totals(100, 1), "100 personnes rejointes en 2024, autant qu’en 2023."),
        (
            totals(1_000_000, 1),
            totals(1_020_000, 1),
            "1\u00a0000\u00a0000 personnes rejointes en 2024, 2,0\u00a0% de moins qu’en 2023.",
        ),
    ],
)
def test_the_overview_never_words_what_is_expected_as_done(
    now: Totals, before: Totals | None, sentence: str
) -> None:
    assert findings.overview(now, before, 2024, 2023 if before else None) == sentence
