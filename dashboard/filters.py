"""What people ask: edition, territory, audience, sector, action, kept in the address of the page.

Belongs here: the widgets and the value they make. Applying a filter to a table is ``metrics``' work.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final
from urllib.parse import parse_qs

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import messages, place_words, queries
from dashboard.formats import capitalised
from dashboard.messages import text
from dashboard.queries import Reference, Snapshot
from dashboard.question import RESTRICTED, Filters, Restriction
from dashboard.scope import Scope
from etl.schema import MUNICIPAL_KINDS

SHOWN_PARTNERS: Final = 100
"""Partners offered at once; the search finds the others."""
EDITION: Final = "edition"
LABELS: Final = dict(zip(RESTRICTED.values(), ("territory", "audience", "sector", "action"), strict=True))
"""What each filter is called, by its key."""
SHOWN_PAGE: Final = "page-shown"
BROUGHT: Final = "filters-brought"
"""Where the session keeps which page it was shown last, and what the next run is to bring to it."""


def ask(snapshot: Snapshot, reference: Reference, page: str, scope: Scope) -> Filters:
    """Draw the filters of a page and return what is asked; the URL holds it and the pages share it."""
    offered: dict[str, dict[Any, str]] = {
        RESTRICTED["territories"]: territory_names(reference),
        **{RESTRICTED[kind]: names(reference, kind) for kind in ("audiences", "sectors", "actions")},
    }
    _bring(page, {EDITION: {edition: str(edition) for edition in snapshot.editions}} | offered)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        edition = st.selectbox(
            text("filter-edition"), snapshot.editions[::-1], key=EDITION, bind="query-params", width=130
        )
        with st.popover(text("filter-more"), icon=":material/filter_list:"):
            territories, audiences, sectors, actions = (
                _choice(key, text(f"filter-{LABELS[key]}"), options) for key, options in offered.items()
            )
    restriction = Restriction(territories, audiences, sectors, actions)
    st.caption(describe(restriction, reference, scope))
    return Filters(edition or snapshot.editions[-1], restriction)


def ask_partner(scope: Scope) -> tuple[int, str] | None:
    """Which partner a page is about: oneself, or the one that a director looks for and chooses."""
    if scope.partner is not None:
        found = queries.partners(scope, "", 1)
        return next(iter(found.items()), None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(text("partner-search"), key="partner-words", width=260)
        found = queries.partners(scope, words, SHOWN_PARTNERS)
        found |= {} if words else _asked_elsewhere(scope)
        chosen = st.selectbox(
            text("column-partner"),
            list(found),
            format_func=lambda number: found[number],
            placeholder=text("choose-placeholder"),
            key="partenaire",
            bind="query-params",
            width=420,
        )
    return None if chosen is None else (chosen, found[chosen])


def _asked_elsewhere(scope: Scope) -> dict[int, str]:
    """The partner that another page leads to, who may be too far in the alphabet to be offered."""
    number = st.session_state.get("partner-asked")
    names = {} if number is None else queries.partner_names(scope, queries.snapshot(scope).number)
    return {number: names[number]} if number in names else {}


def ask_edition(editions: Sequence[int], page: str) -> int:
    """Which of a partner's editions the page speaks of: the newest by default."""
    newest_first = sorted(editions, reverse=True)
    _bring(page, {EDITION: {edition: str(edition) for edition in editions}})
    chosen = st.selectbox(text("filter-edition"), newest_first, key=EDITION, bind="query-params", width=130)
    return chosen or newest_first[0]


def describe(restriction: Restriction, reference: Reference, scope: Scope) -> str:
    """Say in words what is filtered, so that no figure is read without its context."""
    if parts := named(restriction, reference):
        return text("filter-summary", filters=" · ".join(parts))
    return text("filter-none", whose="region" if scope.partner is None else "own")


def named(restriction: Restriction, reference: Reference) -> tuple[str, ...]:
    """Name what each filter keeps, those that keep everything left out."""
    chosen = (
        (restriction.territories, territory_names(reference)),
        (restriction.audiences, names(reference, "audiences")),
        (restriction.sectors, names(reference, "sectors")),
        (restriction.actions, names(reference, "actions")),
    )
    return tuple(", ".join(labels[code] for code in codes) for codes, labels in chosen if codes)


def names(reference: Reference, kind: str) -> dict[str, str]:
    """Names of audiences, sectors or actions by code, in their order and the reader's language."""
    return _names(reference, kind, messages.language())


@lru_cache(maxsize=32)
def _names(reference: Reference, kind: str, language: str) -> dict[str, str]:
    column: dict[str, str] = getattr(reference, kind)[f"name_{language}"].to_dict()
    return {code: capitalised(name) for code, name in column.items()}


def mrc_names(reference: Reference) -> dict[str, str]:
    """Names of the MRCs by code, in the reader's language."""
    return _mrc_names(reference, messages.language())


@lru_cache(maxsize=8)
def _mrc_names(reference: Reference, language: str) -> dict[str, str]:
    found = reference.places.dropna(subset=["mrc"]).groupby("mrc")["mrc_name"].first()
    return {str(code): place_words.proper(name) for code, name in found.items()}


def territory_names(reference: Reference) -> dict[str, str]:
    """Territories that can be chosen, by code, in the reader's language."""
    return _territory_names(reference, messages.language())


@lru_cache(maxsize=8)
def _territory_names(reference: Reference, language: str) -> dict[str, str]:
    """Territories that can be chosen: each MRC, then each current municipality, then the rest."""
    places, called = reference.places, place_words.by_code(reference)
    current = places[places.index == places["current_code"]]
    mrcs = (
        places.dropna(subset=["mrc"])
        .drop_duplicates("mrc")
        .sort_values("mrc_name")[["mrc", "mrc_name"]]
        .itertuples(index=False)
    )
    inhabited = current[current["kind"].isin(MUNICIPAL_KINDS)].sort_values("name")
    elsewhere = current[current["kind"].isin(["region", "online", "outside", "unspecified"])]
    return {f"mrc:{code}": text("mrc-name", name=place_words.proper(name)) for code, name in mrcs} | {
        str(code): called[code] for code in (*inhabited.index, *elsewhere.index)
    }


def _bring(page: str, offered: Mapping[str, Mapping[Any, str]]) -> None:
    """Bring to a page what the address asks for, from the page shown before or from the browser's history.

    Streamlit leaves out of an address what a widget of another page is bound to, by the same name: an address
    opened lost its filters at the first change of page, and the way back showed other figures than it said.

    Args:
        page: the page that is drawn.
        offered: the values of each filter, and the words that the address has for them.
    """
    before = st.session_state.get(SHOWN_PAGE)
    st.session_state[SHOWN_PAGE] = page
    run = get_script_run_ctx()
    if run is not None and before not in (None, page):
        asked = parse_qs(run.query_string) if run.is_history_navigation else _kept(offered)
        st.session_state[BROUGHT] = {key: asked[key] for key in asked if key not in st.query_params}
        if run.is_history_navigation and st.session_state[BROUGHT]:
            st.rerun()  # this run would keep to what Streamlit left in the address
    found: dict[str, list[str]] = {}
    for key, words in st.session_state.pop(BROUGHT, {}).items():
        values = {word: value for value, word in offered.get(key, {}).items()}
        if known := [word for word in words if word in values]:
            chosen = [values[word] for word in known]
            st.session_state[key] = chosen[-1] if key == EDITION else chosen
            found[key] = known
    if found:
        st.query_params.update(found)


def _kept(offered: Mapping[str, Mapping[Any, str]]) -> dict[str, list[str]]:
    """What the page shown before kept of what this one offers, in an address's words: never the default."""
    values = {key: st.session_state.get(key) for key in offered}
    if values[EDITION] == max(offered[EDITION]):
        del values[EDITION]
    listed = {key: value if isinstance(value, list) else [value] for key, value in values.items()}
    return {key: [offered[key][one] for one in found if one in offered[key]] for key, found in listed.items()}


def _choice(key: str, label: str, options: dict[str, str]) -> tuple[str, ...]:
    chosen = st.multiselect(
        label,
        list(options),
        format_func=lambda code: options[code],
        placeholder=text("filter-all"),
        key=key,
        bind="query-params",
    )
    return tuple(sorted(chosen))
