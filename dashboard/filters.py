"""What people ask: edition, territory, audience, sector, action, kept in the address of the page.

Belongs here: the widgets and the value they make. Applying a filter to a table is ``metrics``' work.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, Final

import streamlit as st

from dashboard import messages, place_words, queries
from dashboard.formats import capitalised
from dashboard.messages import text
from dashboard.queries import Reference, Snapshot
from dashboard.question import Filters, Restriction
from dashboard.scope import Scope
from etl.schema import MUNICIPAL_KINDS

SHOWN_PARTNERS: Final = 100
"""Partners offered at once; the search finds the others."""
SHOWN_PAGE: Final = "page-shown"
"""Where the session keeps which page it was shown last."""


def ask(snapshot: Snapshot, reference: Reference, page: str) -> Filters:
    """Draw the filters of a page and return what is asked; the URL holds it and the pages share it."""
    is_opened = _is_opened(page)
    if is_opened and st.session_state.get("edition") != snapshot.editions[-1]:
        _bring("edition", str)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        edition = st.selectbox(
            text("filter-edition"), snapshot.editions[::-1], key="edition", bind="query-params", width=130
        )
        with st.popover(text("filter-more"), icon=":material/filter_list:"):
            choice = partial(_choice, is_opened)
            territories = choice("territoire", text("filter-territory"), territory_names(reference))
            audiences = choice("public", text("filter-audience"), names(reference, "audiences"))
            sectors = choice("milieu", text("filter-sector"), names(reference, "sectors"))
            actions = choice("action", text("filter-action"), names(reference, "actions"))
    restriction = Restriction(territories, audiences, sectors, actions)
    st.caption(describe(restriction, reference))
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
    if _is_opened(page) and st.session_state.get("edition") in newest_first[1:]:
        _bring("edition", str)
    chosen = st.selectbox(text("filter-edition"), newest_first, key="edition", bind="query-params", width=130)
    return chosen or newest_first[0]


def describe(restriction: Restriction, reference: Reference) -> str:
    """Say in words what is filtered, so that no figure is read without its context."""
    parts = named(restriction, reference)
    return text("filter-summary", filters=" · ".join(parts)) if parts else text("filter-none")


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


def _is_opened(page: str) -> bool:
    """Whether another page was shown before this one."""
    before = st.session_state.get(SHOWN_PAGE)
    st.session_state[SHOWN_PAGE] = page
    return before not in (None, page)


def _bring(key: str, written: Callable[[Any], str | list[str]]) -> None:
    """Bring a filter from the page shown before, also into the address.

    Streamlit does so by itself but for what the first run of a page read from its address: an address opened,
    then a page of the menu, lost its filters.
    """
    kept = st.session_state.get(key)
    if kept and key not in st.query_params:
        st.session_state[key] = kept
        st.query_params[key] = written(kept)


def _choice(is_opened: bool, key: str, label: str, options: dict[str, str]) -> tuple[str, ...]:
    if is_opened:
        _bring(key, lambda codes: [options[code] for code in codes])
    chosen = st.multiselect(
        label,
        list(options),
        format_func=lambda code: options[code],
        placeholder=text("filter-all"),
        key=key,
        bind="query-params",
    )
    return tuple(sorted(chosen))
