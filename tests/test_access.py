"""Who may come in: members, the links of partners, the trace, and the door that links lead to.

Not here: what each role then sees (``test_scope``), a real browser that tries everything (``test_attacks``).
"""

import json
import re
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from starlette.applications import Starlette
from starlette.testclient import TestClient
from typer.testing import CliRunner

from dashboard import access, audit, door, idleness, links, members, signin
from dashboard.__main__ import app
from dashboard.links import Made
from dashboard.privacy import NAMED
from etl import database, demonstrate, stamp
from etl.load import load
from etl.schema import Base
from tests.files import row, write

WHO = "directrice@exemple.ca"
LATER = datetime(2099, 1, 1)


pytestmark = pytest.mark.usefixtures("fresh_caches")


@pytest.fixture
def partners(empty: Engine, tmp_path: Path) -> Engine:
    """Two partners, in the edition 2024."""
    names = ("Organisme fictif A", "Organisme fictif B")
    cells = [row(f"A{index}", Partenaire=name) for index, name in enumerate(names)]
    load(empty, write(tmp_path / "a.csv", cells))
    return empty


def make(engine: Engine, *numbers: int, expires_at: datetime = LATER) -> list[Made]:
    with database.writer(engine) as connection:
        wanted = numbers or links.partners_of(connection, 2024)
        return links.make(connection, 2024, wanted, expires_at, WHO)


def opens(engine: Engine, token: str) -> str | None:
    with engine.connect() as connection:
        found = links.find(connection, links.digest(token))
    return found.name if found else None


def events(engine: Engine, words: str = "") -> list[tuple[str, str, str]]:
    with engine.connect() as connection:
        return [(one.kind, one.who, one.what) for one in audit.search(connection, words)]


# --- Members ---------------------------------------------------------------------------------


def test_a_member_is_known_by_their_address_whatever_its_case(empty: Engine) -> None:
    with database.writer(empty) as connection:
        members.add(connection, " Directrice@Exemple.CA ", "director", "moi")
        assert members.role_of(connection, "DIRECTRICE@exemple.ca", "issuer 1") == "director"
        assert members.role_of(connection, "autre@exemple.ca", "issuer 1") is None


def test_an_address_stays_with_the_account_that_first_signed_in_with_it(empty: Engine) -> None:
    with database.writer(empty) as connection:
        members.add(connection, WHO, "director", "moi")
        members.seen(connection, WHO, "issuer 1")
        assert members.role_of(connection, WHO, "issuer 1") == "director"
        assert members.role_of(connection, WHO, "issuer 2") is None


@pytest.mark.parametrize("words", ["", "directrice", "a@b", "a b@c.ca", "a@b.ca, c@d.ca", "@b.ca"])
def test_what_is_not_an_address_lets_nobody_in(empty: Engine, words: str) -> None:
    with database.writer(empty) as connection, pytest.raises(members.NotAnAddress):
        members.add(connection, words, "board", "moi")


def test_the_only_director_cannot_go(empty: Engine) -> None:
    with database.writer(empty) as connection:
        members.add(connection, WHO, "director", "moi")
        with pytest.raises(members.LastDirector):
            members.remove(connection, WHO, "moi")
        with pytest.raises(members.LastDirector):
            members.add(connection, WHO, "board", "moi")
        members.add(connection, "autre@exemple.ca", "director", "moi")
        assert members.remove(connection, WHO, "moi")
    assert [kind for kind, _, _ in events(empty)].count("member_removed") == 1


# --- Links -----------------------------------------------------------------------------------


def test_a_link_opens_its_partner_and_what_it_holds_is_written_nowhere(partners: Engine) -> None:
    made = make(partners)
    assert [opens(partners, link.token) for link in made] == ["Organisme fictif A", "Organisme fictif B"]
    with partners.connect() as connection:
        stored = "\n".join(connection.connection.driver_connection.iterdump())
    assert all(link.token not in stored for link in made)
    assert all(len(link.token) >= 43 for link in made)


def test_wrong_ended_and_revoked_links_open_nothing(partners: Engine) -> None:
    first, second = make(partners)
    make(partners, second.partner, expires_at=stamp.now() - timedelta(seconds=1))
    with database.writer(partners) as connection:
        alive = [link.id for link in links.listed(connection, 2024) if link.revoked_at is None]
        assert links.revoke(connection, alive, WHO) == 2
    assert [opens(partners, token) for token in (first.token, second.token, "wrong", "")] == [None] * 4


def test_a_new_link_replaces_the_one_before(partners: Engine) -> None:
    before, other = make(partners)
    after = make(partners, before.partner)[0]
    assert opens(partners, before.token) is None
    assert opens(partners, after.token) == opens(partners, after.token) == "Organisme fictif A"
    assert opens(partners, other.token) == "Organisme fictif B"


def test_a_link_goes_with_its_partner_and_never_opens_the_next_one(
    demonstration: Engine, tmp_path: Path
) -> None:
    made = make(demonstration)
    demonstrate.take_out(demonstration)
    load(demonstration, write(tmp_path / "b.csv", [row("B1", Partenaire="Organisme fictif B")]))
    assert {opens(demonstration, link.token) for link in made} == {None}
    assert [opens(demonstration, link.token) for link in make(demonstration)] == ["Organisme fictif B"]


@pytest.mark.parametrize(
    ("edition", "today", "last"),
    [
        (2026, date(2026, 2, 1), date(2026, 6, 30)),
        (2026, date(2026, 6, 30), date(2026, 6, 30)),
        (2024, date(2026, 11, 24), date(2027, 6, 30)),
        (2027, date(2026, 11, 24), date(2027, 6, 30)),
    ],
)
def test_a_link_ends_on_the_30_june_that_follows_the_edition_and_today(
    edition: int, today: date, last: date
) -> None:
    assert links.last_day(edition, today) == last


def test_five_thousand_links_are_made_within_ten_seconds(partners: Engine) -> None:
    with database.writer(partners) as connection:
        for number in range(5_000):
            connection.execute(
                text("INSERT INTO partner (id, key, name) VALUES (:id, :key, :key)"),
                {"id": 1000 + number, "key": f"Organisme fictif {number:04}"},
            )
    for _ in range(2):  # the second time replaces them all
        start = time.perf_counter()
        made = make(partners, *range(1000, 6000))
        assert time.perf_counter() - start < 10
        assert len({link.token for link in made}) == 5_000


# --- The trace -------------------------------------------------------------------------------


def test_the_trace_tells_who_did_what_and_finds_it_by_any_word(partners: Engine) -> None:
    with database.writer(partners) as connection:
        members.add(connection, "conseil@exemple.ca", "board", WHO)
    make(partners)
    assert ("member_added", WHO, "conseil@exemple.ca (board)") in events(partners)
    assert {kind for kind, _, _ in events(partners, "fictif b")} == {"link_made"}
    assert {kind for kind, _, _ in events(partners, "a.csv")} == {"loaded"}
    assert events(partners, "%") == []


def test_old_events_are_removed_and_recent_ones_stay(
    partners: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = stamp.now() - timedelta(days=800)
    with monkeypatch.context() as then:
        then.setattr(stamp, "now", lambda: old)
        make(partners)
    make(partners)
    assert CliRunner().invoke(app, ["retention", "--json"]).exit_code == 0
    assert [kind for kind, _, _ in events(partners)].count("link_made") == 2


# --- The door --------------------------------------------------------------------------------


@pytest.fixture
def visitor(partners: Engine, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(door.asyncio, "sleep", sleep)
    client = TestClient(Starlette(routes=door.routes()), follow_redirects=False)
    client.waited = waited  # type: ignore[attr-defined]
    return client


def test_opening_a_link_burns_nothing_and_says_nothing_of_it(visitor: TestClient, partners: Engine) -> None:
    link = make(partners)[0]
    shown = visitor.get(f"/p/{link.token}")
    assert shown.status_code == 200
    assert shown.text == visitor.get("/p/wrong").text
    assert "Organisme" not in shown.text and "Continuer" in shown.text
    assert "set-cookie" not in shown.headers
    assert [kind for kind, _, _ in events(partners)].count("link_used") == 0


def test_continuer_sets_a_cookie_that_scripts_cannot_read_and_leaves_the_token_behind(
    visitor: TestClient, partners: Engine
) -> None:
    link = make(partners)[0]
    answer = visitor.post(f"/p/{link.token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "../")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "secure" not in cookie
    assert link.token.lower() not in cookie
    assert ("link_used", "Organisme fictif A", "Organisme fictif A (2024)") in events(partners)


def test_behind_https_the_cookie_is_secure(
    visitor: TestClient, partners: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signin, "public_address", lambda: "https://portee.exemple.ca")
    assert "secure" in visitor.post(f"/p/{make(partners)[0].token}").headers["set-cookie"].lower()


def test_wrong_ended_and_revoked_links_answer_alike(visitor: TestClient, partners: Engine) -> None:
    first, second = make(partners)
    make(partners, first.partner)
    make(partners, second.partner, expires_at=stamp.now() - timedelta(seconds=1))
    answers = [visitor.post(f"/p/{token}") for token in (first.token, second.token, "wrong")]
    assert len({(answer.status_code, answer.text) for answer in answers}) == 1
    assert answers[0].status_code == 404
    assert all("set-cookie" not in answer.headers for answer in answers)


def test_repeated_tries_wait_longer_and_do_not_fill_the_trace(visitor: TestClient, partners: Engine) -> None:
    for _ in range(9):
        visitor.post("/p/wrong")
    waited = visitor.waited  # type: ignore[attr-defined]
    assert waited[:3] == [0, 0, 0]
    assert waited[3:] == sorted(waited[3:]) and waited[-1] == door.Tries.LONGEST_WAIT
    assert [kind for kind, _, _ in events(partners)].count("link_refused") == door.Tries.FREE


def test_another_site_cannot_send_the_form(visitor: TestClient, partners: Engine) -> None:
    link = make(partners)[0]
    assert visitor.post(f"/p/{link.token}", headers={"sec-fetch-site": "cross-site"}).status_code == 404


def test_no_link_opens_while_access_is_not_configured(
    visitor: TestClient, partners: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = make(partners)[0]
    monkeypatch.setattr(signin, "is_on_this_machine_only", lambda: False)
    assert visitor.post(f"/p/{link.token}").status_code == 404


def test_a_session_left_open_ends_and_one_that_is_used_does_not(
    partners: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(idleness.SETTING, "30")
    now = time.time()
    (link, *_) = make(partners)
    ticket = access.ticket(links.digest(link.token))
    found = []
    for minutes in (1, 30, 59, 90, 91):  # the last two come 31 minutes after a gesture, and later still
        monkeypatch.setattr("dashboard.access.time.time", lambda late=minutes: now + 60 * late)
        found.append(access._by_link(ticket).how)
    assert found == ["link", "link", "link", None, None]
    monkeypatch.undo()
    assert idleness.longest() == 12 * 3600


def test_a_ticket_that_this_server_did_not_sign_opens_nothing(partners: Engine) -> None:
    link = make(partners)[0]
    real = access.ticket(links.digest(link.token))
    assert access._by_link(real).name == "Organisme fictif A"
    forged = real[:-2] + ("AA" if real[-2:] != "AA" else "BB")
    for wrong in (forged, links.digest(link.token), link.token, "", "a.b.c"):
        assert access._by_link(wrong).scope is None


# --- Accounts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, None),
        ({"email": "DIRECTRICE@exemple.ca"}, None),
        ({"is_logged_in": False}, "stranger"),
        ({"email": "inconnu@exemple.ca"}, "unknown"),
        ({"email": ""}, "unknown"),
        ({"email": None}, "unknown"),
        ({"email_verified": False}, "unknown"),
        ({"sub": "another account"}, "unknown"),
        ({"iss": "https://another.provider"}, "unknown"),
        ({"iat": 0}, "expired"),
        ({"iat": None}, "expired"),
    ],
)
def test_an_account_comes_in_only_as_itself_and_for_a_time(
    empty: Engine, monkeypatch: pytest.MonkeyPatch, changed: dict[str, object], why: str | None
) -> None:
    account = {"is_logged_in": True, "email": WHO, "iss": "https://provider", "sub": "1", "iat": time.time()}
    with database.writer(empty) as connection:
        members.add(connection, WHO, "director", "moi")
        members.seen(connection, WHO, "https://provider 1")
    monkeypatch.setattr(access, "_account", lambda: account | changed)
    who = access._by_account()
    assert who.why == why
    assert (who.scope is None) == (why is not None)


# --- Settings --------------------------------------------------------------------------------

GOOD = {
    "redirect_uri": "https://portee.exemple.ca/oauth2callback",
    "cookie_secret": "x" * 64,
    "client_id": "portee",
    "client_secret": "secret",
    "server_metadata_url": "https://login.microsoftonline.com/0000/v2.0/.well-known/openid-configuration",
}


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, []),
        ({"client_secret": ""}, ["client_secret"]),
        ({"cookie_secret": "short"}, ["cookie_secret"]),
        ({"server_metadata_url": "https://login.microsoftonline.com/common/v2.0"}, ["server_metadata_url"]),
    ],
)
def test_settings_that_are_missing_or_unsafe_let_nobody_in(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], wrong: list[str]
) -> None:
    for name, value in (GOOD | changed).items():
        monkeypatch.setenv(signin.variable(name), value)
    assert signin.problems() == wrong
    assert signin.state() == ("broken" if wrong else "ready")
    assert signin.public_address() == "https://portee.exemple.ca"


@pytest.mark.parametrize(
    ("address", "is_own"),
    [
        *((own, True) for own in ("localhost", "127.0.0.1", "127.8.0.1", "::1", "[::1]")),
        *((other, False) for other in ("0.0.0.0", "", "192.168.1.4", "localhost.exemple.ca")),
    ],
)
def test_only_the_loopback_interface_is_this_machine(address: str, is_own: bool) -> None:
    assert signin.is_loopback(address) is is_own


# --- The command line ------------------------------------------------------------------------


def ran(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == code, result.output
    return result.output


def test_the_first_director_is_added_on_the_server(empty: Engine) -> None:
    ran("access", "add", "--role", "director", WHO)
    assert [one["email"] for one in json.loads(ran("access", "list", "--json"))] == [WHO]
    ran("access", "remove", WHO, code=2)
    ran("access", "add", "--role", "board", "conseil@exemple.ca")
    ran("access", "remove", "conseil@exemple.ca")
    ran("access", "remove", "conseil@exemple.ca", code=1)


def test_links_for_an_edition_come_as_a_file_for_a_mailing(partners: Engine) -> None:
    lines = ran("access", "links", "--edition", "2024").lstrip("\ufeff").splitlines()
    assert lines[0] == "Partenaire;Lien;Valable jusqu’au"
    tokens = [re.search(r"/p/([\w-]{43});", line) for line in lines[1:]]
    assert [opens(partners, found.group(1)) for found in tokens if found] == [
        "Organisme fictif A",
        "Organisme fictif B",
    ]
    assert json.loads(ran("access", "revoke", "--edition", "2024", "--json"))["revoked"] == 2
    ran("access", "links", "--edition", "2019", code=1)


def test_a_person_is_shown_and_erased_everywhere_and_no_figure_moves(partners: Engine) -> None:
    ran("access", "add", "--role", "director", WHO)
    ran("person", WHO, "--erase", code=2)  # the only director
    ran("access", "add", "--role", "director", "autre@exemple.ca")
    make(partners)
    held = json.loads(ran("person", WHO, "--json"))["held"]
    assert held == {
        "member.email": 1,
        "partner_link.made_by": 2,
        "audit_event.who": 2,
        "audit_event.what": 1,
    }
    ran("person", WHO, "--erase")
    with partners.connect() as connection:
        assert WHO not in "\n".join(connection.connection.driver_connection.iterdump())
    assert len(make(partners)) == 2
    ran("person", "inconnu@exemple.ca", code=1)


def test_every_column_that_names_who_did_something_is_known_to_the_erasure() -> None:
    authors = re.compile(r"(author|who|email)$|_by$")
    found = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if authors.search(column.name) and column.name != "written_by"  # a load
    }
    assert found == {(table, column) for table, columns in NAMED.items() for column in columns}
