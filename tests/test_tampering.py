"""A gesture that a role does not have changes nothing, even with its widget pretended; no raw HTML of data.

Streamlit runs the callback of a widget before the page: rights that are gone must stop it there.
"""

import ast
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, text
from streamlit.runtime.scriptrunner import StopException

from dashboard import access, entrants, intake
from dashboard.access import Visitor
from dashboard.grids import csv
from dashboard.scope import BOARD, Scope, of_partner
from etl.schema import Base
from tests.served_app import ROOT

GESTURES: dict[str, Callable[[], Any]] = {
    "answer a header": lambda: intake.answer(None, ""),  # type: ignore[arg-type]
    "read what waits": intake.waiting,
    "set rows aside": lambda: intake.set_aside([]),
    "correct rows": lambda: intake.correct([], pd.DataFrame(), False),
    "say who is who": lambda: intake.decide(1, True),
    "take an answer back": lambda: intake.take_back(1),
    "read the history": intake.loads,
    "undo a load": lambda: intake.undo_load(1),
    "take everything away": intake.package,
    "let someone in": lambda: entrants.let_in("moi@exemple.ca", "director"),
    "let someone go": lambda: entrants.let_go("directrice@exemple.ca"),
    "read the members": entrants.known,
    "make links": lambda: entrants.make_links(2024, date(2099, 6, 30)),
    "replace a link": lambda: entrants.replace_link(2024, 1),
    "revoke links": lambda: entrants.revoke([1]),
    "read the links": lambda: entrants.alive_and_past(2024),
    "read the trace": lambda: entrants.trace(""),
    "confirm another's figures": lambda: access.author_for(2),
}


pytestmark = pytest.mark.usefixtures("fresh_caches")


def state(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: int(connection.scalar(text(f"SELECT COUNT(*) FROM {name}")) or 0)
            for name in Base.metadata.tables
        }


@pytest.mark.parametrize("gesture", GESTURES)
@pytest.mark.parametrize("scope", [BOARD, of_partner(1), None], ids=["board", "partner", "nobody"])
def test_a_gesture_of_directors_does_nothing_for_anyone_else(
    demonstration: Engine, monkeypatch: pytest.MonkeyPatch, scope: Scope | None, gesture: str
) -> None:
    monkeypatch.setattr(access, "visitor", lambda: Visitor(scope, "quelqu’un"))
    before = state(demonstration)
    with pytest.raises(StopException):
        GESTURES[gesture]()
    assert state(demonstration) == before


def test_a_file_is_not_made_for_someone_whose_rights_changed_since_it_was_offered(
    demonstration: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = access.delivered("a.csv", lambda: b"figures")
    assert made() == b"figures"
    for scope in (BOARD, of_partner(1), None):
        monkeypatch.setattr(access, "visitor", lambda scope=scope: Visitor(scope, "quelqu’un"))
        with pytest.raises(PermissionError):
            made()
    with demonstration.connect() as connection:
        kinds = connection.scalars(text("SELECT kind FROM audit_event")).all()
    assert kinds == ["exported"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_a_cell_that_a_spreadsheet_would_run_is_text_in_a_download(start: str) -> None:
    content = csv(pd.DataFrame({"Nom": [f"{start}1+1", "Alma"], "Nombre": [-3, 4]}))
    lines = content.decode("utf-8-sig")
    assert f"'{start}1+1" in lines
    assert ";-3" in lines


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Each call of what draws, with the file and the name it is called by."""
    for path in [*(ROOT / "dashboard").glob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "navigation.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield path.name, node.func.attr, node


def test_no_words_of_people_pass_through_raw_html() -> None:
    """HTML is written in two places only: the way out of a link, and the page of a link, which escapes."""
    raw = {(file, name) for file, name, _ in calls() if name in ("html", "iframe", "component", "components")}
    assert raw == {("gate.py", "html")}
    options = {
        keyword.arg
        for _, _, call in calls()
        for keyword in call.keywords
        if keyword.arg and keyword.arg.startswith("unsafe")
    }
    assert options == set()


def test_markdown_is_written_from_the_catalogue_or_escaped() -> None:
    drawn = {"markdown", "warning", "info", "error", "caption", "header", "title", "subheader", "success"}
    loose = {
        (file, ast.unparse(call.args[0]))
        for file, name, call in calls()
        if name in drawn and call.args and not is_safe(call.args[0])
        if ast.unparse(call.func) not in ("sentences.warning", "coverage.title", "unreached.title")
    }
    assert loose == KNOWN_SAFE


KNOWN_SAFE = {
    ("filters.py", "describe(restriction, reference, scope)"),  # names of reference data only
    ("gate.py", "f\"- `{name}` ({text('gate-or-variable')} `{signin.variable(name)}`)\""),  # our settings
    ("intake_components.py", "text('proposals-more', count=len(pairs) - SHOWN)"),  # a number
    ("intake_components.py", "text('matches-more', count=len(shown) - SHOWN)"),
    ("intake_components.py", "_side(pair.name, here)"),  # escapes within
    ("intake_components.py", "_side(pair.other_name, there)"),
    ("intake_components.py", "_side(one.name, place)"),
    ("intake_components.py", "_side(one.partner, likeness)"),
    ("intake_components.py", "'  \\n'.join(map(ui.escaped, filter(None, (words, note))))"),
}


def is_safe(words: ast.expr) -> bool:
    """Whether what is drawn is a message of ours without a value, or passes through ``escaped``."""
    if isinstance(words, ast.Constant):
        return True
    source = ast.unparse(words)
    return "escaped(" in source or (source.startswith("text(") and "=" not in source)
