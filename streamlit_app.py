"""The server: Streamlit with what it lacks, compression, the page's language and look, security headers."""

import pandas
import plotly.graph_objects
import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit.runtime.pages_manager import PagesManager

from dashboard import door, links, signin
from dashboard.board import screen
from dashboard.handover import OnlyToItsOwner
from dashboard.server import (
    PageHead,
    SecurityHeaders,
    answer_its_own_name_only,
    look,
    send_small_messages_at_once,
)

WARM = (pandas.DataFrame, plotly.graph_objects.Figure)
"""Imported with the server, so that the first visitor does not wait for them."""

PagesManager.uses_pages_directory = False  # else the first visitor of a page but home reads “Page not found”

send_small_messages_at_once()
answer_its_own_name_only()

app = st.App(
    "navigation.py",
    secrets=signin.from_environment(),
    routes=[*door.routes(), *screen.routes(), look()],
    middleware=[
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
        Middleware(SecurityHeaders),
        Middleware(OnlyToItsOwner),
        Middleware(PageHead, language="fr-CA", but=(links.PATH, screen.PATH)),
    ],
)
