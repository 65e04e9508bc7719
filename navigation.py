"""Who is looking and which pages they have; run by the server of ``streamlit_app.py``."""

import streamlit as st

from dashboard import access, gate
from dashboard.messages import text
from dashboard.site import PAGES, pages_of

st.set_page_config(page_icon="🎗️", layout="wide")
who = access.visitor()
access.greet(who)


def turn_away() -> None:
    if who.scope:
        gate.refuse()
    else:
        gate.turn_away(who)


theirs = pages_of(who.scope)
pages = [
    st.Page(
        f"pages/{page.name}.py",
        title=text(f"page-{page.name}"),
        url_path=page.address,
        default=page is theirs[0],
    )
    for page in theirs
]
closed = [
    st.Page(
        turn_away,
        title=text("page-refused" if who.scope else "page-gate"),
        url_path=page.address,
        visibility="hidden",
    )
    for page in PAGES
    if page not in theirs
]
st.navigation([*pages, *closed], position="top").run()
