"""What a person clicked, on a chart or in a ranking, read before either is drawn. Draws nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st


@dataclass(frozen=True)
class Click:
    """A selection: the mark it is on, which tells one click from the next, and the code it means."""

    mark: str | int | None
    code: str | None


def clicked_mark(chart_name: str) -> Click:
    """What is selected on a chart, which may stand further down the page."""
    code = _clicked(st.session_state.get(f"chart-{chart_name}"))
    return Click(code, code)


def clicked_row(ranking_name: str, codes: Sequence[str]) -> Click:
    """What is selected in a ranking; the same row in another order is not another click."""
    state = st.session_state.get(f"rows-{ranking_name}")
    rows = state["selection"]["rows"] if state else []
    return Click(rows[0], codes[rows[0]]) if rows and rows[0] < len(codes) else Click(None, None)


def fresh(key: str, clicks: Sequence[Click]) -> str | None:
    """Return the code of the click that was not there the last time the list ``key`` was drawn."""
    before = st.session_state.get(f"{key}-clicks") or [None] * len(clicks)
    changed = [click.code for click, mark in zip(clicks, before, strict=True) if click.mark != mark]
    return next((code for code in changed if code), None)


def _clicked(state: Any) -> str | None:
    points = state["selection"]["points"] if state else []
    if not points:
        return None
    value = points[0].get("customdata") or points[0].get("location")
    return str(value[0] if isinstance(value, list) else value) if value is not None else None
