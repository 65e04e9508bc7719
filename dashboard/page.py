"""The frame of every page: its title, the filters, and the foot that names the data version."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from dashboard import access, components, filters, formats, gate, messages, queries, versions
from dashboard.messages import text
from dashboard.queries import Reference, Snapshot
from dashboard.question import Filters, Restriction
from dashboard.scope import of_partner
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
    _head(name, snapshot, is_dated=True)
    if not snapshot.versions:
        st.info(text("empty-database"), icon=":material/upload_file:")
        _foot(snapshot)
        st.stop()
    reference = queries.reference(snapshot.versions, scope, queries.database_url())
    question = filters.ask(snapshot, reference, name, scope)
    view = View(scope, snapshot, reference, question, messages.language())
    if view.reach("edition").empty and view.activity("edition").empty:
        st.info(text("empty-result"), icon=":material/filter_list_off:")
    else:
        yield view
        _foot(snapshot)
        return
    _foot(snapshot)
    st.stop()


@contextmanager
def reading_page(name: str) -> Iterator[Reference]:
    """Frame a page of words, the same for everyone who comes in.

    Args:
        name: the page's key in the catalogue, as in ``page-method``.
    """
    scope = access.current_scope()
    snapshot = queries.snapshot(scope)
    _head(name, snapshot)
    yield queries.reference(snapshot.versions, scope, queries.database_url())
    _foot(snapshot)


@contextmanager
def partner_page(name: str) -> Iterator[tuple[View, str]]:
    """Frame a page about one partner, as that partner sees it: themselves, or the one a director chooses.

    Args:
        name: the page's key in the catalogue, as in ``page-contribution``.
    """
    asking = access.current_scope()
    if asking.partner is None and not asking.sees_sources:
        gate.refuse()
        st.stop()
    snapshot = queries.snapshot(asking)
    _head(name, snapshot)
    chosen = filters.ask_partner(asking)
    if chosen is not None:
        partner, called = chosen
        scope = of_partner(partner)
        reference = queries.reference(snapshot.versions, scope, queries.database_url())
        present = queries.presence(snapshot.versions, scope, queries.database_url())
        editions = sorted(present["edition"].unique().tolist())
        if editions:
            edition = filters.ask_edition(editions, name)
            own = replace(snapshot, versions=tuple(one for one in snapshot.versions if one[0] in editions))
            question = Filters(edition, Restriction())
            yield View(scope, own, reference, question, messages.language()), called
            _foot(snapshot)
            return
    st.info(text("empty-contribution"), icon=":material/volunteer_activism:")
    _foot(snapshot)
    st.stop()


def _head(name: str, snapshot: Snapshot, is_dated: bool = False) -> None:
    st.title(text(f"page-{name}"), anchor=False)
    if is_dated:
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
