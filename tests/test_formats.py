"""Québec writes its numbers, percentages and dates in its own way."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from dashboard import formats, messages

CATALOGUES = {
    language: "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(messages.FOLDER.glob(f"*{language}.ftl"))
    )
    for language in ("fr", "en")
}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (formats.number(38750), "38\u00a0750"),
        (formats.number(0), "0"),
        (formats.number(None), "—"),
        (formats.number(float("nan")), "—"),
        (formats.number(1_000_000), "1\u00a0000\u00a0000"),
        (formats.percent(0.125, 1), "12,5\u00a0%"),
        (formats.signed(-12), "\u221212"),
        (formats.signed(1204), "+1\u00a0204"),
        (formats.signed(0), "0"),
        (formats.signed_percent(0.08), "+8\u00a0%"),
        (formats.day(date(2024, 3, 1)), "1er mars 2024"),
        (formats.weekday(date(2026, 2, 1)), "dimanche 1er février"),
        (formats.weekday(date(2026, 2, 11)), "mercredi 11 février"),
        (formats.moment(datetime(2024, 2, 14, 19, 5)), "14 février 2024, 14\u00a0h\u00a005"),
    ],
)
def test_figures_are_written_as_in_quebec(written: str, expected: str) -> None:
    assert written == expected


def test_both_catalogues_have_the_same_messages() -> None:
    keys = {
        language: set(re.findall(r"^([a-z][\w-]*) =", content, re.M))
        for language, content in CATALOGUES.items()
    }
    assert keys["fr"] == keys["en"]


def test_every_message_that_the_code_asks_for_exists() -> None:
    known = set(re.findall(r"^([a-z][\w-]*) =", CATALOGUES["fr"], re.M))
    root = Path(__file__).parent.parent
    sources = [*root.glob("dashboard/**/*.py"), *root.glob("pages/*.py"), root / "navigation.py"]
    asked = {key for path in sources for key in re.findall(r'\btext\("([^"{]+)"', path.read_text("utf-8"))}
    assert asked - known == set()


@pytest.mark.parametrize("wrong", [r"[^\u00a0\n]:(?=\s)(?<!https:)", r" [;!?%»]", r"« ", r"\d \d{3}"])
def test_french_messages_follow_quebec_typography(wrong: str) -> None:
    lines = CATALOGUES["fr"].splitlines()
    said = [line.split(" = ", 1)[-1] for line in lines if not line.startswith("#") and "->" not in line]
    assert [line for line in said if re.search(wrong, line)] == []


def test_a_small_share_is_not_zero() -> None:
    assert [formats.hundredths(ratio) for ratio in (0, 0.001, 0.005, 0.126)] == [
        "0",
        "<\u00a01",
        "<\u00a01",
        "13",
    ]
