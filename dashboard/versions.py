"""The data as they were: which version a person asked to see, said on the page until they come back.

Not here: reading it (``queries``).
"""

import re

import streamlit as st

from dashboard import components, formats
from dashboard.messages import text
from dashboard.queries import Snapshot

KEY = "version"


def asked() -> int | None:
    """The version in the address, kept from page to page; None for the data as they are."""
    if KEY in st.query_params:
        number = st.query_params[KEY]
        st.session_state[KEY] = int(number) or None if re.fullmatch("[0-9]{1,9}", number) else None
    asked: int | None = st.session_state.get(KEY)
    if asked:
        st.query_params[KEY] = str(asked)
    return asked


def tell(snapshot: Snapshot) -> None:
    """Mark the page plainly as the past, with the way back."""
    moment = formats.moment(snapshot.latest) if snapshot.latest else formats.MISSING
    st.warning(
        components.escaped(text("past-version", version=str(snapshot.as_of), moment=moment)),
        icon=":material/history:",
    )
    st.button(text("past-version-leave"), on_click=leave, icon=":material/update:")


def leave() -> None:
    """Come back to the data as they are."""
    st.session_state.pop(KEY, None)
    st.query_params.pop(KEY, None)
