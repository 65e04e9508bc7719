"""What is said to whoever has no scope, and at the foot of a page to whoever has one. Draws; decides nothing.

Not here: who is looking (``access``), the address of partners' links (``door``).
"""

from typing import Final

import streamlit as st

from dashboard import components as ui
from dashboard import signin
from dashboard.access import Visitor
from dashboard.door import LEAVE
from dashboard.messages import text

WIDTH: Final = 720
SAMPLE: Final = """[auth]
redirect_uri = "https://…/oauth2callback"
cookie_secret = "…"
client_id = "…"
client_secret = "…"
server_metadata_url = "https://…/.well-known/openid-configuration"
"""
FIRST_DIRECTOR: Final = "python -m dashboard access add --role director prenom.nom@exemple.ca"


def turn_away(who: Visitor) -> None:
    """Draw what a person without a scope reads: why, and what to do. No figure."""
    with st.container(width=WIDTH):
        why = who.why or "stranger"
        st.title(text(f"gate-{why}"), anchor=False)
        st.markdown(ui.escaped(text(f"gate-{why}-words", email=who.name, contact=signin.contact())))
        if why in ("closed", "broken"):
            _how_to(why)
        elif why == "stranger":
            st.button(text("sign-in"), type="primary", icon=":material/login:", on_click=st.login)
            st.caption(text("gate-partners"))
        elif why == "link_ended":
            leave(text("leave-link"))
        else:
            st.button(text("sign-out"), icon=":material/logout:", on_click=st.logout)


def refuse() -> None:
    """Draw a page that the person's role does not have."""
    with st.container(width=WIDTH):
        st.title(text("page-refused"), anchor=False)
        st.markdown(ui.escaped(text("page-refused-words", contact=signin.contact())))


def presence(who: Visitor) -> None:
    """Say at the foot of a page as whom it is seen, with the way out."""
    words = text(f"presence-{who.how}", name=who.name, role=_role(who))
    if who.how == "local":
        st.caption(ui.escaped(words))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(ui.escaped(words), width="content")
        if who.how == "member":
            st.button(text("sign-out"), type="tertiary", icon=":material/logout:", on_click=st.logout)
        if who.how == "link":
            leave(text("leave-link"))


def leave(words: str) -> None:
    """Offer to give a partner's link back: a plain address of the server, in the same tab."""
    look = "color: inherit; font-size: 0.875rem"
    st.html(f'<a href="{LEAVE.removeprefix("/")}" style="{look}">{words}</a>', width="content")


def _role(who: Visitor) -> str:
    return text(f"role-{who.scope.role}") if who.scope else ""


def _how_to(why: str) -> None:
    if why == "broken":
        for name in signin.problems():
            st.markdown(f"- `{name}` ({text('gate-or-variable')} `{signin.variable(name)}`)")
    st.code(SAMPLE, language="toml")
    st.markdown(ui.escaped(text("gate-first-director")))
    st.code(FIRST_DIRECTOR, language="sh")
    st.caption(text("gate-documentation"))
