"""The frame of every page: its title, the filters, and the foot that names the data version."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard import access, components, filters, formats, gate, messages, queries, versions
from dashboard.messages import text
from dashboard.queries import Snapshot
from dashboard.view import View


@contextmanager
def work_page(name: str) -> Iterator[Snapshot]:
    """Frame a page on which directors work on the data as they are, whether there are any or not.

    Args:
        name: the page's key in the catalogue, as in ``page-data``.
    """
    scope = access.current_scope()
    if not scope.sees_sources:
        gate.refuse()
        st.stop()
    snapshot = queries.snapshot(scope)
    _head(name, snapshot)
    yield snapshot
    _foot(snapshot)


@contextmanager
def page(name: str) -> Iterator[View]:
    """Frame a page of figures: the body is given what to look at, or does not run when there is no data.

    Args:
        name: the page's key in the catalogue, as in ``page-overview``.
    """
    scope = access.current_scope()
    snapshot = queries.snapshot(scope, versions.asked())
    _head(name, snapshot)
    if not snapshot.versions:
        st.info(text("empty-database"), icon=":material/upload_file:")
        _foot(snapshot)
        st.stop()
    reference = queries.reference(snapshot.versions, scope, queries.database_url())
    question = filters.ask(snapshot, reference)
    view = View(scope, snapshot, reference, question, messages.language())
    if view.reach("edition").empty and view.activity("edition").empty:
        st.info(text("empty-result"), icon=":material/filter_list_off:")
    else:
        yield view
        _foot(snapshot)
        return
    _foot(snapshot)
    st.stop()


def _head(name: str, snapshot: Snapshot) -> None:
    st.title(text(f"page-{name}"), anchor=False)
    if snapshot.as_of:
        versions.tell(snapshot)
    if snapshot.has_demonstration:
        st.warning(text("demonstration"), icon=":material/science:")


def _foot(snapshot: Snapshot) -> None:
    st.divider()
    gate.presence(access.visitor())
    if snapshot.latest is None:
        st.caption(text("foot-empty"))
        return
    kind = text("foot-demonstration") if snapshot.has_demonstration else text("foot-real")
    st.caption(
        components.escaped(
            text("foot", version=str(snapshot.number), moment=formats.moment(snapshot.latest), kind=kind)
        )
    )
