"""The honest range, drawn beside the contacts: one sentence, and how it was made at one touch."""

import streamlit as st

from dashboard import components as ui
from dashboard import ranges
from dashboard.messages import text
from dashboard.view import View


def beside(view: View, places: tuple[str, ...] | None = None) -> None:
    """Draw how many different people the contacts of the edition may be, of some places or of all."""
    found = ranges.told(view, places)
    if found is None:
        if view.snapshot.as_of:
            st.caption(text("range-unavailable"))
        return
    sentence, how = found
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(ui.escaped(sentence), width="content")
        with st.popover(text("range-how"), icon=":material/help:"):
            st.markdown("\n".join(f"- {ui.escaped(line)}" for line in how))
