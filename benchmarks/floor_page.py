"""The floor: a page with one widget and one figure, served by Streamlit as it comes."""

import streamlit as st

edition = st.selectbox("Édition", range(2026, 2018, -1))
st.metric("Année", edition)
