"""Who is looking and which pages they have; run by the server of ``streamlit_app.py``."""

import streamlit as st

from dashboard.messages import text

st.set_page_config(page_icon="🎗️", layout="wide")
st.navigation(
    [
        st.Page("pages/overview.py", title=text("page-overview"), default=True),
        st.Page("pages/audiences.py", title=text("page-audiences"), url_path="publics"),
        st.Page("pages/municipalities.py", title=text("page-municipalities"), url_path="municipalites"),
        st.Page("pages/years.py", title=text("page-years"), url_path="annees"),
        st.Page("pages/data.py", title=text("page-data"), url_path="donnees"),
    ],
    position="top",
).run()
