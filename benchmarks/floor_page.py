"""The floor: a page with one widget and one figure, served by Streamlit as it comes.

With ``LOADED`` in the environment, it first imports what any dashboard has: Streamlit goes through all that
is loaded after each gesture, so the floor rises with it.
"""

import os

import streamlit as st

if "LOADED" in os.environ:
    import pandas  # noqa: F401
    import plotly.graph_objects  # noqa: F401

edition = st.selectbox("Édition", range(2026, 2018, -1))
st.metric("Année", edition)
