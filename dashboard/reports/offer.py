"""What people leave with, offered on a page. Not here: what each file holds, who may have it (``access``)."""

from collections.abc import Sequence

import streamlit as st

from dashboard import components, versions
from dashboard.messages import text
from dashboard.reports import files
from dashboard.view import View


def offer(view: View, scenes: Sequence[str] = ()) -> None:
    """Draw a button by file, each made at its click.

    Args:
        view: whose figures they are; under a meeting's code, those of that day.
        scenes: names of those that the slides show, in their order; by default, all.
    """
    components.section(text("report-leave"), text("report-leave-note"))
    with st.container(horizontal=True):
        for offered in files.offered(view, versions.meeting(), tuple(scenes)):
            components.download(offered.make, offered.name, offered.kind, offered.label)
