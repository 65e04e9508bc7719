"""How this installation is set up: its sign-in, its public address, whom to write to.

Belongs here: reading ``secrets.toml`` and the environment. Not here: who is looking (``access``).
"""

import ipaddress
import os
import re
from collections.abc import Mapping
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import streamlit as st

from dashboard import region

SETTINGS: Final = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
"""What OpenID Connect needs to know, as ``st.login`` names it."""
OPEN_TENANTS: Final = re.compile(r"//login\.microsoftonline\.com/(common|organizations|consumers)(/|$)")
"""Entra addresses where any tenant signs in, with an e-mail that it chose: no proof of who someone is."""
SHORTEST_SECRET: Final = 32
"""Characters: a cookie signed with less could be forged."""

State = Literal["none", "ready", "broken"]


def variable(setting: str) -> str:
    """The environment variable of a setting."""
    return f"PORTEE_AUTH_{setting.upper()}"


def from_environment() -> dict[str, Any]:
    """The ``auth`` section that the environment gives, for ``st.App``; empty where it gives none."""
    found = {name: os.environ[variable(name)] for name in SETTINGS if os.environ.get(variable(name))}
    return {"auth": found} if found else {}


def problems() -> list[str]:
    """What is wrong with the sign-in settings: names of those that are missing or cannot be trusted."""
    auth = _auth()
    wrong = [name for name in SETTINGS if not auth.get(name)]
    if len(str(auth.get("cookie_secret", ""))) < SHORTEST_SECRET and "cookie_secret" not in wrong:
        wrong.append("cookie_secret")
    if OPEN_TENANTS.search(str(auth.get("server_metadata_url", ""))):
        wrong.append("server_metadata_url")
    return wrong


def state() -> State:
    """Whether people sign in here: not set up, ready, or set up wrong, which lets nobody in."""
    if not _auth():
        return "none"
    return "broken" if problems() else "ready"


def public_address() -> str:
    """The address that people type: where links lead."""
    port = str(st.get_option("server.port"))
    parts = urlsplit(str(_auth().get("redirect_uri", "")).replace("{port}", port))
    if parts.scheme and parts.netloc:
        return f"{parts.scheme}://{parts.netloc}{parts.path.removesuffix('/oauth2callback')}"
    return f"http://localhost:{port}"


def is_on_this_machine_only() -> bool:
    """Whether the server is bound to the loopback interface, which no other machine reaches."""
    return is_loopback(str(st.get_option("server.address") or ""))


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own."""
    name = host.strip("[]").lower()
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def contact() -> str:
    """Whom to write to: the e-mail address of whoever lets people in, if it is given, else the organiser."""
    return os.environ.get("PORTEE_CONTACT") or region.organiser()


def _auth() -> Mapping[str, Any]:
    given = from_environment().get("auth")
    if given or not st.secrets.load_if_toml_exists():
        return given or {}
    found: Mapping[str, Any] = st.secrets.get("auth", {})
    return found
