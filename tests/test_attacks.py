"""People who try everything, in a real browser, with a real OpenID provider: what each role gets, as data.

Not here: the decisions one by one (``test_access``), what a scope reads (``test_scope``).
"""

import re
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from dashboard import messages, signin
from dashboard.board import entrance
from dashboard.site import PAGES
from tests.in_front import in_front_of
from tests.served_app import ROOT, run_dashboard, run_etl, served
from tests.test_browser import SETTLED, TILES

DIRECTOR, BOARD, STRANGER = "directrice@exemple.ca", "conseil@exemple.ca", "inconnu@exemple.ca"
OPEN, RESERVED, WELCOME, UNKNOWN = "open", "page-refused", "gate-stranger", "gate-unknown"

ROLES = ("director", "board", "partner", "unknown account", "nobody")
MATRIX = {
    # page             director  board     partner   unknown   nobody
    "overview": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "audiences": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "municipalities": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "unreached": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "years": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "week": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "partners": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "board": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "contribution": (OPEN, RESERVED, OPEN, UNKNOWN, WELCOME),
    "spoken": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "quality": (OPEN, OPEN, RESERVED, UNKNOWN, WELCOME),
    "trace": (OPEN, OPEN, OPEN, UNKNOWN, WELCOME),
    "method": (OPEN, OPEN, OPEN, UNKNOWN, WELCOME),
    "data": (OPEN, RESERVED, RESERVED, UNKNOWN, WELCOME),
    "access": (OPEN, RESERVED, RESERVED, UNKNOWN, WELCOME),
}
"""What each role finds at each page's address; a page without a line fails below."""

GRID_ROW = 35
"""Pixels of a row of a table, headers included."""

ROUTES = {
    # address: status for whoever asks without a cookie
    "/_stcore/health": 200,
    "/p/whatever": 200,
    "/media/0123456789abcdef.csv": 404,
    "/ecran": 403,
    "/ecran?edition=2024&scenes=reach": 403,
    "/ecran/scenes": 403,
    "/ecran/vivant": 403,
    "/ecran/whatever": 404,
    "/app/static/mrc.geojson": 200,
    "/app/static/../data/region.toml": 400,
    "/app/static/%2e%2e/streamlit_app.py": 400,
    "/.streamlit/secrets.toml": 200,  # any other address is the page itself, which asks who it is
}


@dataclass(frozen=True)
class Site:
    """A served application where people sign in, its database, and a link of one partner."""

    url: str
    database: str
    link: str
    partner: str

    def cli(self, *arguments: str) -> str:
        return run_dashboard(self.database, *arguments)


@pytest.fixture(scope="module")
def site(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    database = f"sqlite:///{folder / 'jps.sqlite3'}"
    run_etl(database, "demo")
    for role, email in (("director", DIRECTOR), ("board", BOARD)):
        run_dashboard(database, "access", "add", "--role", role, email)
    with run_server_in_thread() as provider:  # the e-mail address is the account's name
        issuer = f"http://localhost:{provider.server_port}"
        settings = {
            "redirect_uri": "http://localhost:{port}/oauth2callback",
            "cookie_secret": "a secret for tests, long enough to be one",
            "client_id": "portee",
            "client_secret": "secret",
            "server_metadata_url": f"{issuer}/.well-known/openid-configuration",
        }
        environment = {signin.variable(name): value for name, value in settings.items()}
        environment |= {"DATABASE_URL": database, "PORTEE_CONTACT": "acces@exemple.ca"}
        log = folder / "server.log"
        with served(ROOT / "streamlit_app.py", log, environment, "--server.address=0.0.0.0") as url:
            name, link = new_link(database, url)
            yield Site(url, database, link, name)
        assert link.rpartition("/")[2] not in log.read_text(encoding="utf-8", errors="replace")


def new_link(database: str, url: str) -> tuple[str, str]:
    """Make the links of an edition, and give one of them on the served address."""
    line = run_dashboard(database, "access", "links", "--edition", "2026").splitlines()[40]
    name, link, _ = line.split(";")
    return name, f"{url}/p/{link.rpartition('/')[2]}"


@pytest.fixture(scope="module")
def contexts(site: Site, chromium: Browser) -> Iterator[dict[str, BrowserContext]]:
    """A browser for each role, that came in as that role does."""
    opened = {role: chromium.new_context(locale="fr-CA") for role in ROLES}
    for role, email in (("director", DIRECTOR), ("board", BOARD), ("unknown account", STRANGER)):
        sign_in(opened[role].new_page(), site, email)
    come_in_by(opened["partner"].new_page(), site.link)
    yield opened
    for context in opened.values():
        context.close()


def settled(page: Page) -> None:
    page.wait_for_selector(SETTLED, timeout=30_000)
    page.locator("h1").first.wait_for(timeout=30_000)
    page.wait_for_selector(SETTLED, timeout=30_000)


def sign_in(page: Page, site: Site, email: str) -> None:
    page.goto(site.url)
    settled(page)
    page.get_by_role("button", name="Se connecter").click()
    page.locator("input[name=sub]").fill(email)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(re.compile(f"^{site.url}/?$"))
    settled(page)
    page.close()


def come_in_by(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Continuer").click()
    settled(page)
    page.close()


def title(page: Page) -> str:
    return page.locator("h1").first.inner_text().strip()


def words(key: str) -> str:
    return messages.text_in("fr", key)


def at(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address, wait_until="domcontentloaded")
    settled(page)
    return page


# --- The matrix ------------------------------------------------------------------------------


def test_every_page_has_a_line_in_the_matrix() -> None:
    scripts = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert scripts == set(MATRIX) == {page.name for page in PAGES}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_finds_what_the_matrix_says(
    site: Site, contexts: dict[str, BrowserContext], role: str
) -> None:
    found, expected = {}, {}
    for entry in PAGES:
        answer = MATRIX[entry.name][ROLES.index(role)]
        expected[entry.name] = words(f"page-{entry.name}" if answer == OPEN else answer)
        page = at(contexts[role], f"{site.url}/{entry.address}")
        found[entry.name] = title(page)
        assert page.get_by_text("Page not found").count() == 0
        if answer != OPEN:
            assert page.locator(f"{TILES}, .js-plotly-plot, [data-testid=stDataFrame]").count() == 0
        page.close()
    assert found == expected


@pytest.mark.parametrize("address", ROUTES)
def test_a_route_answers_whoever_asks_as_the_matrix_says(site: Site, address: str) -> None:
    try:
        with urllib.request.urlopen(site.url + address, timeout=10) as answer:
            status, content = answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        status, content = refused.code, refused.read()
    assert status == ROUTES[address]
    assert b"client_secret" not in content and b"[organiser]" not in content


def test_every_answer_carries_the_headers_that_protect_it(site: Site) -> None:
    for address in ("/", "/acces", "/p/whatever", "/_stcore/health"):
        with urllib.request.urlopen(site.url + address, timeout=10) as answer:
            headers = answer.headers
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cache-Control"] == "no-store"
        assert "noindex" in headers["X-Robots-Tag"]
        policy = headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy and "'unsafe-eval'" not in policy
        assert "script-src 'self' 'unsafe-inline'" not in policy


def test_once_people_sign_in_another_host_name_is_not_answered(site: Site) -> None:
    port = site.url.rpartition(":")[2]
    path, protocols = "/_stcore/stream", [Subprotocol("streamlit")]
    with connect(f"ws://localhost:{port}{path}", subprotocols=protocols):
        pass
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://127.0.0.1:{port}{path}", subprotocols=protocols)
    assert refused.value.response.status_code == 403


# --- Coming in -------------------------------------------------------------------------------


def test_an_unknown_account_is_told_whom_to_write_to(site: Site, contexts: dict[str, BrowserContext]) -> None:
    page = at(contexts["unknown account"], site.url)
    told = page.locator('[data-testid="stMain"]').inner_text()
    assert STRANGER in told and "acces@exemple.ca" in told
    page.close()


def test_the_token_leaves_the_address_the_history_and_the_cookie(site: Site, chromium: Browser) -> None:
    token = site.link.rpartition("/")[2]
    context = chromium.new_context(locale="fr-CA")
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.headers.get("referer", "")))
    page.goto("about:blank")
    page.goto(site.link)
    page.get_by_role("button", name="Continuer").click()
    settled(page)
    assert token not in page.url
    assert not any(asked)
    assert all(token not in str(cookie["value"]) for cookie in context.cookies())
    page.go_back()
    assert token not in page.url
    context.close()


def test_a_scanner_that_opens_a_link_burns_nothing(site: Site, chromium: Browser) -> None:
    for _ in range(3):
        urllib.request.urlopen(site.link, timeout=10).close()
    context = chromium.new_context(locale="fr-CA")
    come_in_by(context.new_page(), site.link)
    context.close()


# --- What a partner can reach ----------------------------------------------------------------


def test_a_partner_sees_themselves_whatever_they_write_in_the_address(
    site: Site, contexts: dict[str, BrowserContext]
) -> None:
    asked = ("", "?partenaire=1", "?partenaire=2&edition=2019", "?version=1", "?territoire=Alma")
    for query in (*asked, "?lignes=partner:1", "?lignes=within:2&chiffre=partners"):
        page = at(contexts["partner"], f"{site.url}/{query}")
        assert site.partner in page.locator("h2").first.inner_text(), query
        assert page.get_by_text("version 1 des données", exact=False).count() == 0
        page.close()


def test_no_other_partner_is_named_in_anything_that_a_partner_receives(
    site: Site, contexts: dict[str, BrowserContext]
) -> None:
    with sqlite3.connect(site.database.removeprefix("sqlite:///")) as connection:
        shared = {
            name
            for (name,) in connection.execute(
                "SELECT p.name FROM registration r JOIN partner p ON p.id = r.partner_id "
                "JOIN registration_partner x ON x.registration_id = r.id"
            )
        }
        others = {name for (name,) in connection.execute("SELECT name FROM partner")} - shared
    others.discard(site.partner)
    received: list[bytes] = []
    page = contexts["partner"].new_page()
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode()),
        ),
    )
    page.goto(site.url)
    settled(page)
    page.wait_for_load_state("networkidle")
    everything = b"".join(received)
    assert site.partner.encode() in everything
    assert [name for name in others if name.encode() in everything] == []
    page.close()


def test_a_partner_who_writes_the_address_of_rows_receives_their_own_alone(
    site: Site, contexts: dict[str, BrowserContext]
) -> None:
    with sqlite3.connect(site.database.removeprefix("sqlite:///")) as connection:
        numbers = {name: number for number, name in connection.execute("SELECT id, name FROM partner")}
        own = {
            number
            for (number,) in connection.execute(
                "SELECT number FROM registration WHERE partner_id = ?", [numbers[site.partner]]
            )
        }
    other = next(number for name, number in numbers.items() if name != site.partner)
    received: list[bytes] = []
    for query in ROWS_OF_OTHERS:
        page = contexts["partner"].new_page()
        page.on(
            "websocket",
            lambda socket: socket.on(
                "framereceived",
                lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode()),
            ),
        )
        page.goto(f"{site.url}/provenance?edition=2026&{query.format(other=other)}")
        settled(page)
        page.wait_for_load_state("networkidle")
        assert title(page) == words("page-trace")
        page.close()
    everything = b"".join(received)
    told = set(re.findall(rb"DEMO-[0-9]{4}-[0-9]+", everything))
    assert told and {number.decode() for number in told} <= own
    assert [name for name in numbers if name != site.partner and name.encode() in everything] == []
    assert b".xlsx" not in everything


ROWS_OF_OTHERS = (
    "",
    "lignes=partner:{other}",
    "lignes=within:{other}",
    "lignes=within:{other}&lignes=partner:{other}&chiffre=partners",
    "lignes=place:2494068&chiffre=registrations&version=1",
    "lignes=mrc:none' OR 1=1 --&lignes=held:%2F",
    "lignes=kinds:municipality,region&public=Jeunes",
    "chiffre=nothing&lignes=__class__:x",
)


def test_a_file_made_for_one_person_is_not_found_by_another(
    site: Site, contexts: dict[str, BrowserContext]
) -> None:
    page = at(contexts["director"], f"{site.url}/annees")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger (CSV)").first.click()
    address = waiting.value.url
    assert "/media/" in address
    assert Path(waiting.value.path()).read_bytes()[:3] == b"\xef\xbb\xbf"
    statuses = {role: context.request.get(address).status for role, context in contexts.items()}
    assert statuses == dict.fromkeys(ROLES, 404) | {"director": 200}
    page.close()
    assert "years.csv" in seen_in_the_trace(site)


@pytest.mark.parametrize(
    ("label", "kind", "begins"),
    [("attestation-fr", "pdf", b"%PDF"), ("picture-en", "png", b"\x89PNG")],
)
def test_what_a_partner_shows_is_theirs_to_take_and_not_found_by_another(
    site: Site, contexts: dict[str, BrowserContext], label: str, kind: str, begins: bytes
) -> None:
    page = at(contexts["partner"], site.url)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words(f"keepsake-{label}"), exact=True).click()
    address = waiting.value.url
    assert Path(waiting.value.path()).read_bytes().startswith(begins)
    statuses = {role: context.request.get(address).status for role, context in contexts.items()}
    assert statuses == dict.fromkeys(ROLES, 404) | {"partner": 200}
    page.close()
    thing, language = label.split("-")
    assert f"{thing}-2026-{language}.{kind}" in seen_in_the_trace(site)


def seen_in_the_trace(site: Site) -> set[str]:
    with sqlite3.connect(site.database.removeprefix("sqlite:///")) as connection:
        return {what for (what,) in connection.execute("SELECT what FROM audit_event")}


# --- What a partner can write ----------------------------------------------------------------


def test_a_partner_writes_a_figure_in_their_table_saves_it_and_finds_it_again(
    site: Site, contexts: dict[str, BrowserContext]
) -> None:
    page = at(contexts["partner"], site.url)
    cells = page.get_by_test_id("stForm").get_by_test_id("stDataFrame")
    box = cells.bounding_box()
    assert box is not None
    cells.click(position={"x": box["width"] / 2, "y": 1.5 * GRID_ROW})
    page.keyboard.type("4321", delay=60)  # saved without leaving the cell
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Un chiffre est enregistré")).to_be_visible(timeout=30_000)
    page.close()
    again = at(contexts["partner"], site.url)
    expect(again.get_by_text("Dernière confirmation")).to_be_visible(timeout=15_000)
    again.close()
    with sqlite3.connect(site.database.removeprefix("sqlite:///")) as connection:
        found = connection.execute(
            "SELECT author, p.name, x.confirmed FROM load l "
            "JOIN registration r ON r.confirmed_load_id = l.id JOIN partner p ON p.id = r.partner_id "
            "JOIN participation x ON x.registration_id = r.id WHERE x.confirmed = 4321"
        ).fetchall()
    assert found == [(f"partenaire\u00a0: {site.partner}", site.partner, 4321)]


# --- The big screen --------------------------------------------------------------------------

SCREEN = ("/ecran", "/ecran/scenes")
SCREEN_MATRIX = dict.fromkeys(ROLES, 403) | {"director": 200, "board": 200}
"""What each role gets at the screen's addresses, those who have the page having gone through it."""


def way_in(context: BrowserContext, site: Site) -> str:
    """The address that the page *Conseil* offers: a ticket, good once."""
    page = at(context, f"{site.url}/conseil")
    link = page.get_by_role("link", name="Présenter")
    link.wait_for(timeout=30_000)
    address = str(link.evaluate("link => link.href"))
    page.close()
    return address


def test_the_screen_opens_to_each_role_as_the_matrix_says(
    site: Site, contexts: dict[str, BrowserContext]
) -> None:
    assert {role: contexts[role].request.get(f"{site.url}/ecran").status for role in ROLES} == dict.fromkeys(
        ROLES, 403
    )
    for role in ("director", "board"):
        opened = contexts[role].request.get(way_in(contexts[role], site))
        assert opened.status == 200 and urlsplit(opened.url).path == "/ecran"
        assert "default-src 'none'" in opened.headers["content-security-policy"]
        assert opened.headers["cache-control"] == "no-store"
        (cookie,) = [one for one in contexts[role].cookies() if one["name"] == entrance.COOKIE]
        assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/ecran")
        assert DIRECTOR not in cookie["value"] and BOARD not in cookie["value"]
    for address in SCREEN:
        found = {role: contexts[role].request.get(site.url + address).status for role in ROLES}
        assert found == SCREEN_MATRIX, address


def test_a_ticket_opens_nothing_a_second_time_nor_to_who_came_in_by_a_link(
    site: Site, contexts: dict[str, BrowserContext], chromium: Browser
) -> None:
    context = chromium.new_context(locale="fr-CA")
    ticket = way_in(contexts["director"], site)
    assert context.request.get(ticket).status == 200
    again = contexts["nobody"].request.get(ticket)
    assert again.status == 404 and "conseil" in again.text()
    assert contexts["nobody"].request.get(f"{site.url}/ecran/scenes").status == 403
    context.close()
    fresh = way_in(contexts["director"], site)
    assert contexts["partner"].request.get(fresh).status == 403
    assert contexts["partner"].request.get(f"{site.url}/ecran/scenes").status == 403
    contexts["partner"].clear_cookies(name=entrance.COOKIE)


# --- Losing one's rights ---------------------------------------------------------------------


def test_a_revoked_link_stops_an_open_session_at_its_next_gesture(site: Site, chromium: Browser) -> None:
    _, link = new_link(site.database, site.url)  # replaces the others: this test comes after them
    context = chromium.new_context(locale="fr-CA")
    come_in_by(context.new_page(), link)
    page = at(context, site.url)
    assert title(page) == words("page-contribution")
    site.cli("access", "revoke", "--edition", "2026")
    page.get_by_text("Voir le tableau").first.click()
    expect(page.locator("h1").first).to_have_text(words("gate-link_ended"), timeout=15_000)
    expect(page.locator(TILES)).to_have_count(0)  # the page before goes once the script ends
    context.close()


def test_a_removed_member_sees_nothing_more_at_their_next_gesture(
    site: Site, contexts: dict[str, BrowserContext]
) -> None:
    contexts["board"].request.get(way_in(contexts["board"], site))
    assert contexts["board"].request.get(f"{site.url}/ecran/scenes").status == 200
    page = at(contexts["board"], f"{site.url}/annees")
    site.cli("access", "remove", BOARD)
    assert {contexts["board"].request.get(site.url + address).status for address in SCREEN} == {403}
    page.get_by_text("Voir le tableau").first.click()
    expect(page.locator("h1").first).to_have_text(words(UNKNOWN), timeout=15_000)
    expect(page.locator(TILES)).to_have_count(0)  # the page before goes once the script ends
    page.close()


# --- Nothing configured ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def local(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("local") / "server.log"
    with served(ROOT / "streamlit_app.py", log, {"DATABASE_URL": site.database}) as url:
        yield url


def test_on_this_machine_alone_the_page_says_that_access_is_complete(local: str, chromium: Browser) -> None:
    context = chromium.new_context(locale="fr-CA")
    page = at(context, local)
    expect(page.get_by_text("Accès complet, sur cet ordinateur seulement")).to_be_visible(timeout=15_000)
    context.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "203.0.113.9"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"Forwarded": "for=203.0.113.9"},
    ],
)
def test_behind_another_server_this_machine_is_not_alone(
    local: str, chromium: Browser, headers: dict[str, str]
) -> None:
    context = chromium.new_context(locale="fr-CA")
    with in_front_of(local, headers) as address:
        page = at(context, address)
        assert title(page) == words("gate-closed")
        assert page.locator(TILES).count() == 0
        context.close()


def test_bound_elsewhere_with_no_sign_in_no_figure_is_shown(
    site: Site, chromium: Browser, tmp_path: Path
) -> None:
    environment = {"DATABASE_URL": site.database}
    log = tmp_path / "server.log"
    with served(ROOT / "streamlit_app.py", log, environment, "--server.address=0.0.0.0") as url:
        context = chromium.new_context(locale="fr-CA")
        for entry in PAGES:
            page = at(context, f"{url}/{entry.address}")
            assert title(page) == words("gate-closed")
            main = page.locator('[data-testid="stMain"]')
            expect(main).to_contain_text("python -m dashboard access add", timeout=30_000)  # code comes later
            assert page.locator(f"{TILES}, .js-plotly-plot, [data-testid=stDataFrame]").count() == 0
            page.close()
        context.close()
