"""Who is looking and which pages they have; run by the server of ``streamlit_app.py``."""

import streamlit as st

from dashboard import access, gate
from dashboard.messages import text
from dashboard.site import HOME, PAGES, group_of, pages_of

st.set_page_config(page_icon="🎗️", layout="wide")
who = access.visitor()
access.greet(who)


theirs = pages_of(who.scope)


def turn_away() -> None:
    if who.scope:
        gate.refuse()
    else:
        gate.turn_away(who)


def go_home() -> None:
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    st.switch_page(home, query_params=asked)


if theirs:
    first = theirs[0]
    home = st.Page(f"pages/{first.name}.py", title=text(f"page-{first.name}"), url_path=HOME, default=True)
else:
    home = st.Page(turn_away, title=text("page-gate"), url_path=HOME, default=True)
menu = {"": [home]}
for page in theirs[1:]:
    group = group_of(page, theirs)
    menu.setdefault(text(f"menu-{group}") if group else "", []).append(
        st.Page(
            f"pages/{page.name}.py",
            title=text(f"page-{page.name}"),
            url_path=page.address,
            visibility="visible" if page.is_listed else "hidden",
        )
    )
aliases = [st.Page(go_home, url_path=page.address, visibility="hidden") for page in theirs[:1]]
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
menu[""] += [*aliases, *closed]
st.navigation(menu, position="top").run()
