"""Every reason for which a cell can wait is told in both languages, with what to do about it."""

import re
from pathlib import Path

import pytest

import etl
from etl.messages import Catalogue

CODE = Path(etl.__file__).parent
CODES = sorted(
    {
        code
        for path in CODE.rglob("*.py")
        for code in re.findall(r"\bProblem\(\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
    }
    | {"likely_place", "ambiguous_place", "unknown_sector", "unknown_action"}
)
DETAILS = {
    **{"candidates": "Abc", "allowed": "Abc", "edition": "2024", "last": "2024", "date": "2024-02-14"},
    **{"sum": 1234, "population": 30331, "longest": 200, "first": "2024-02-12"},
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", CODES)
def test_each_problem_has_its_sentence(language: str, code: str) -> None:
    sentence = Catalogue(CODE / "catalogues", language).text(f"problem-{code}", value="Xyz", **DETAILS)
    assert "Xyz" in sentence or code == "missing"
    assert sentence.count(".") + sentence.count("?") >= 1


@pytest.mark.parametrize("code", CODES)
def test_french_sentences_have_french_typography(code: str) -> None:
    sentence = Catalogue(CODE / "catalogues", "fr").text(f"problem-{code}", value="Xyz", **DETAILS)
    assert not re.search(r"« | »| :|\u202f| [;!?]", sentence)
    assert "30331" not in sentence and "1234" not in sentence
