"""Every figure of every page leads to rows whose sum it is, under each role's scope.

A walk opens each page with all that it holds unfolded, and follows what it finds. What leads nowhere is
listed here with the reason why, so that a new figure without its rows fails.
"""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from sqlalchemy import Engine
from sqlalchemy import text as sql
from streamlit.testing.v1 import AppTest

from dashboard import access, behind, components, formats, grids, pace, queries, settings
from dashboard import connection as connection_
from dashboard.access import Visitor
from dashboard.behind import COUNTS, Cell, Links
from dashboard.board.preparation import RESTRICTED
from dashboard.messages import text
from dashboard.question import Narrowing, Restriction
from dashboard.reports.origin import view_at
from dashboard.scope import BOARD, DIRECTOR, Scope, of_partner
from dashboard.trace import Figure
from etl import database
from tests.served_app import ROOT

pytestmark = pytest.mark.usefixtures("fresh_caches")

ROWS_THEMSELVES = "its rows are registrations, each with where it was read"
DIFFERENCE = "a difference between two editions: the partners behind it follow, each with its rows in both"
OF_PARTNERS = "partners counted over editions: who they are is in the lists of the page"
ABSENT = "an absence has no rows"
WITHOUT_ROWS = {
    # name of a chart or of a table: why it leads to no rows
    "registrations": ROWS_THEMSELVES,
    "traced": ROWS_THEMSELVES,
    "original-": ROWS_THEMSELVES,
    "partners-silent": ROWS_THEMSELVES,
    "my-activities": ROWS_THEMSELVES,
    "checks": "the rows that each check doubts follow on the page",
    "doubted-": ROWS_THEMSELVES,
    "why": DIFFERENCE,
    "cohorts": OF_PARTNERS,
    "unreached-": ABSENT,
    "my-parts": "totals released at an earlier date, whose rows would reveal the others",
    "exposure": "not people; each row says its source",
    "exposure-units": "not people; the rows that it sums follow, each with its source",
    "published": "made public by others, with their source",
    # work pages: nothing there is a figure of an edition
    "members": "people who come in",
    "links": "links",
    "answers-sector": "partners who answered, listed under it",
    "answers-mrc": "partners who answered, listed under it",
    "answers-awaited": "partners",
    "answers-notes": "words",
    "trace": "the journal",
    "figures-": "a file that is not loaded yet",
    "refusals-": "a file that is not loaded yet",
    "columns-": "a file that is not loaded yet",
    "history": "loads",
}
TILES_WITHOUT_ROWS = {
    "text('partners-tile-new')": "the list of those to welcome is their names, each with its rows",
    "text('partners-tile-retention')": "a ratio of partners over two editions",
    "text('partners-tile-call')": "partners who are absent, listed with the rows of their last edition",
    "text(f'unreached-tile-{name}')": ABSENT,
    "text('tile-part')": "a part of a total that is released, whose rows would reveal the others",
    "text(f'outcome-{name}')": "rows of a file that is not loaded yet",
}
DRAW = ("chart", "table", "ranking", "pick_row")
LEADING = {"rows", "cells"}

CHOICES: dict[str, list[dict[str, str]]] = {
    "overview": [{}],
    "audiences": [{}, {"detail": "parents"}],
    "municipalities": [{"niveau": "municipality", "lieu": "2494068"}, {"niveau": "mrc", "lieu": "942"}],
    "years": [
        {"panneaux": "audience"},
        {"panneaux": "mrc", "decoupe": "mrc"},
        {"panneaux": "sector", "rythme": "partners"},
    ],
    "partners": [{"liste": name} for name in ("everyone", "call", "welcome", "silent", "cohorts")],
    "unreached": [{}, {"carte": "change", "avant": "2024", "absences": "unknown"}],
    "week": [{}, {"compte": "registrations"}],
    "quality": [{}],
    "spoken": [{}],
}  # fmt: skip
"""The pages of figures and, for each, what is chosen in its lists to see all that it has."""
FILTERS: list[dict[str, list[str]]] = [
    {},
    {"public": ["youth", "parents"], "milieu": ["school"]},
    {"territoire": ["mrc:942", "2493042"]},
]
CHECKED = 5
"""Lines of a table, and of each column of a grid, that are followed on a page."""


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in [*(ROOT / "dashboard").glob("*.py"), *(ROOT / "pages").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path.name, node


def test_every_chart_and_table_leads_to_its_rows_or_says_why_not() -> None:
    loose, met = set(), set()
    for file, call in calls():
        if not (isinstance(call.func, ast.Attribute) and call.func.attr in DRAW):
            continue
        if ast.unparse(call.func.value) != "ui":
            continue
        named = {keyword.arg: keyword.value for keyword in call.keywords}
        if LEADING & set(named):
            continue
        name = constant(named["name"])
        met.add(name)
        if name not in WITHOUT_ROWS:
            loose.add((file, name))
    assert loose == set()
    assert set(WITHOUT_ROWS) == met


def constant(name: ast.expr) -> str:
    """The name of what is drawn; of one made of several parts, its beginning."""
    if isinstance(name, ast.JoinedStr):
        name = name.values[0]
    if isinstance(name, ast.Name):
        return "why"  # the only name that is a constant of its module
    assert isinstance(name, ast.Constant)
    return str(name.value)


def test_every_headline_figure_leads_to_its_rows_or_says_why_not() -> None:
    bare = {
        ast.unparse(call.args[0])
        for _, call in calls()
        if ast.unparse(call.func) in ("Tile", "ui.Tile")
        and len(call.args) < 6
        and "rows" not in {keyword.arg for keyword in call.keywords}
    }
    assert bare == set(TILES_WITHOUT_ROWS)


def test_nothing_draws_a_table_beside_these() -> None:
    """A grid of Streamlit's own would escape the walk: which looks at ours."""
    drawn = {file for file, call in calls() if ast.unparse(call.func) in ("st.dataframe", "st.table")}
    assert drawn == {"grids.py"}


@dataclass
class Seen:
    """What a page drew: its headline figures, and its tables with what leads to their rows."""

    tiles: list[components.Tile] = field(default_factory=list)
    tables: dict[str, tuple[pd.DataFrame, Links, Cell | None]] = field(default_factory=dict)


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Seen]:
    """Open a page as somebody, with all that it holds unfolded, and gather what it drew."""

    def open_(page: str, scope: Scope, chosen: Mapping[str, str], asked: Mapping[str, Any]) -> Seen:
        seen = Seen()
        draw_grid, draw_tiles, choose, switch = (
            grids.grid, components.tiles, components.choose, components.switch,
        )  # fmt: skip

        def grid(table: pd.DataFrame, name: str, **options: Any) -> Any:
            rows = options.get("rows")
            links = rows() if rows else {}
            seen.tables[name] = (table, links, None)
            return draw_grid(table, name, **options)

        def table_behind(
            make: Callable[[], pd.DataFrame],
            name: str,
            kept: object = None,
            rows: Callable[[], Links] | None = None,
            cells: Cell | None = None,
        ) -> None:
            seen.tables[name] = (make(), rows() if rows else {}, cells)

        def tiles(figures: Sequence[components.Tile], against: int | str | None) -> None:
            seen.tiles += figures
            draw_tiles(figures, against)

        def chooses(label: str, options: dict[str, str], key: str, *args: Any, **more: Any) -> str:
            wanted = chosen.get(key) or next(iter(options), "")
            return wanted if wanted in options else choose(label, options, key, *args, **more)

        def switches(label: str, options: dict[str, str], key: str, default: str | None = None) -> str:
            return chosen.get(key) or switch(label, options, key, default)

        class Unfolded:
            def __enter__(self) -> bool:
                return True

            def __exit__(self, *_: object) -> None:
                return None

        with monkeypatch.context() as patched:
            patched.setattr(access, "visitor", lambda: Visitor(scope, "quelqu’un", how="local"))
            patched.setattr(grids, "grid", grid)
            for name, spy in (("table_behind", table_behind), ("tiles", tiles), ("choose", chooses)):
                patched.setattr(components, name, spy)
            patched.setattr(components, "switch", switches)
            patched.setattr(components, "unfold", lambda *_: Unfolded())
            app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=60)
            for name, value in asked.items():
                app.session_state[name] = value
            app = app.run()
            if page != ("contribution" if scope.partner else "overview"):
                seen.tiles.clear()
                seen.tables.clear()
                app = app.switch_page(f"pages/{page}.py").run()
            assert not app.exception, app.exception
        return seen

    return open_


def figure_of(address: str, scope: Scope) -> Figure:
    """What an address asks for, read back as the page does, for who follows it."""
    assert urlsplit(address).path == "provenance"
    query = parse_qs(urlsplit(address).query)
    whole = view_at(scope, int(query["edition"][0]), "fr")
    names = (whole.territory_names, whole.audience_names, whole.sector_names, whole.action_names)
    codes = [
        tuple(code for code, label in called.items() if label in query.get(key, ()))
        for key, called in zip(RESTRICTED.values(), names, strict=True)
    ]
    for key, found in zip(RESTRICTED.values(), codes, strict=True):
        assert len(found) == len(query.get(key, ())), "a filter of the address is not one that is offered"
    view = view_at(scope, whole.edition, "fr", restriction=Restriction(*codes))
    asked = query.get(behind.ROWS, [])
    kept = behind.read(view, asked)
    assert len([one for one in vars(kept).values() if one]) == len(asked), "part of the address is not known"
    return Figure(view, kept, behind.read_count(query.get(behind.COUNT, [None])[0]))


def follow(address: str, scope: Scope) -> tuple[dict[str, int], pd.DataFrame]:
    """What the rows behind an address add up to, as the page says it and as they are."""
    figure = figure_of(address, scope)
    view = figure.view
    rows = queries.traced(view.scope, view.version, view.edition, view.filters.restriction, None, figure.kept)
    counted = figure.counted
    assert (counted.rows, counted.figures) == (len(rows), int(rows["reach"].notna().sum()))
    summed = {name: int(rows[name].sum()) for name in ("reach", "expected", "confirmed")}
    assert summed == {name: getattr(counted, name) for name in summed}
    assert counted.registrations == rows["number"].nunique()
    return {name: getattr(counted, name) for name in COUNTS}, rows


def told(title: str, name: str, column: str) -> str | None:
    """What a column of a table counts in the edition of a column of addresses; None where it is not of it."""
    edition = column.removeprefix(text("column-rows")).strip()
    if title in {edition, text("column-registrations-in", edition=edition)} and edition:
        return "registrations" if name.startswith("coverage") else "reach"
    titles = {text(f"column-{count}"): count for count in COUNTS}
    return titles.get(title) if not edition else None


def number(cell: object) -> int:
    return 0 if cell is None or pd.isna(cell) else round(float(cell))  # type: ignore[arg-type]


def sample(length: int) -> list[int]:
    """Some lines of a table: the first, the last, and others between."""
    return sorted({round(place * (length - 1) / (CHECKED - 1)) for place in range(CHECKED)}) if length else []


def check(name: str, seen: tuple[pd.DataFrame, Links, Cell | None], scope: Scope, edition: int) -> int:
    """Follow what a table leads to; how many figures were the sum of their rows."""
    table, links, cells = seen
    followed = 0
    for column, addresses in links.items():
        assert len(addresses) == len(table), name
        for place in sample(len(table)):
            if (address := addresses[place]) is None:
                continue
            counted, _ = follow(address, scope)
            row = table.iloc[place]
            if name == "said":
                assert number(row[text("column-exactly")]) == counted[figure_of(address, scope).count]
                followed += 1
            for title in table.columns:
                count = told(title, name, column) or beside(title, column, edition)
                if count is not None:
                    assert number(row[title]) == counted[count], (name, column, title, address)
                    followed += 1
    if cells is None:
        return followed
    for title in table.columns[1:]:
        for place in sample(len(table)):
            address = cells(str(table.iloc[place, 0]), str(title))
            if address is not None:
                counted, _ = follow(address, scope)
                count = figure_of(address, scope).count
                shown = table.iloc[place][title]
                if name != "mix":  # a share: its rows are those of what it is a part of
                    assert number(shown) == counted[count], (name, title, address)
                followed += 1
    return followed


def beside(title: str, column: str, edition: int) -> str | None:
    """In a comparison, this edition and the one before have a column of addresses each."""
    if column == text("column-rows-in", edition=str(edition)):
        return {text("column-reach"): "reach", text("column-registrations"): "registrations"}.get(title)
    return "reach" if title == text("column-previous") else None


def check_tiles(tiles: Sequence[components.Tile], scope: Scope) -> int:
    followed = 0
    for tile in tiles:
        if tile.rows is None:
            continue
        figure = figure_of(tile.rows, scope)
        counted, _ = follow(tile.rows, scope)
        if "%" in tile.value:
            assert tile.value == formats.percent(counted["confirmed"] / counted["reach"])
        elif tile.label != text("measure-rate"):
            shown = tile.value.split(" sur ")[0].replace(formats.MISSING, "0")
            assert shown == formats.number(counted[figure.count]), tile
        followed += 1
    return followed


@pytest.mark.parametrize("filters", FILTERS, ids=["everything", "audiences and a sector", "territories"])
@pytest.mark.parametrize("page", CHOICES)
def test_the_figures_of_a_page_are_the_sums_of_the_rows_that_they_lead_to(
    demonstration: Engine, walk: Callable[..., Seen], page: str, filters: dict[str, list[str]]
) -> None:
    followed = 0
    for chosen in CHOICES[page]:
        seen = walk(page, DIRECTOR, chosen, filters)
        followed += check_tiles(seen.tiles, DIRECTOR)
        for name, found in seen.tables.items():
            count = check(name, found, DIRECTOR, 2026)
            followed += count
            if not any(name == one or (one.endswith("-") and name.startswith(one)) for one in WITHOUT_ROWS):
                assert count or not len(found[0]), name
    assert followed or page == "quality"


@pytest.mark.parametrize("page", CHOICES)
@pytest.mark.parametrize("sees_names", [True, False], ids=["with names", "without names"])
def test_the_board_follows_the_same_figures_to_rows_without_their_files(
    demonstration: Engine, walk: Callable[..., Seen], page: str, sees_names: bool
) -> None:
    if not sees_names:
        with database.writer(demonstration) as connection:
            settings.let_board_see_names(connection, False, "directrice")
    seen = walk(page, BOARD, CHOICES[page][0], {})
    names = set(queries.partner_names(DIRECTOR, 0).values())
    check_tiles(seen.tiles, BOARD)
    for name, found in seen.tables.items():
        check(name, found, BOARD, 2026)
    for address in list(addresses(seen))[:: 40 if sees_names else 10]:
        _, rows = follow(address, BOARD)
        assert not {"file", "sheet", "row", "load", "author", "loaded_at"} & set(rows)
        assert sees_names or not names & set(rows["partner"])


def addresses(seen: Seen) -> Iterator[str]:
    """Every address that a page gave, of its tiles and of its tables."""
    yield from (tile.rows for tile in seen.tiles if tile.rows)
    for table, links, cells in seen.tables.values():
        yield from (one for column in links.values() for one in column if one)
        for row in table.iloc[:, 0] if cells else ():
            yield from (one for title in table.columns if (one := cells(str(row), str(title))))


def a_partner(engine: Engine, order: int = 0) -> int:
    """A partner who leads registrations; with an order, another one."""
    shared = (
        "SELECT partner_id FROM registration WHERE edition = 2026 "
        "GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT 1 OFFSET :order"
    )
    with engine.connect() as connection:
        return int(connection.execute(sql(shared), {"order": order}).scalar_one())


def join(engine: Engine, partner: int, other: int) -> None:
    """Let a partner take part in what another leads."""
    with engine.begin() as connection:
        connection.execute(
            sql(
                "INSERT INTO registration_partner (registration_id, partner_id) "
                "SELECT id, :partner FROM registration WHERE partner_id = :other"
            ),
            {"partner": partner, "other": other},
        )


def test_a_partner_follows_their_figures_to_their_own_rows_and_a_director_to_the_same(
    demonstration: Engine, walk: Callable[..., Seen]
) -> None:
    for order in (0, 7):
        partner = a_partner(demonstration, order)
        join(demonstration, partner, a_partner(demonstration, 20))
        own = of_partner(partner)
        seen = walk("contribution", own, {}, {})
        assert {tile.label for tile in seen.tiles if tile.rows is None} == {text("tile-part")}
        for scope in (own, DIRECTOR):
            assert check_tiles(seen.tiles, scope) == 4
            assert check("my-audiences", seen.tables["my-audiences"], scope, 2026)
            assert check("my-years", seen.tables["my-years"], scope, 2026)
        for address in addresses(seen):
            mine, theirs = follow(address, own)[1], follow(address, DIRECTOR)[1]
            assert mine["number"].tolist() == theirs["number"].tolist()


def test_a_partner_who_follows_the_address_of_another_finds_their_own_rows_alone(
    demonstration: Engine, walk: Callable[..., Seen]
) -> None:
    own, other = of_partner(a_partner(demonstration)), a_partner(demonstration, 3)
    join(demonstration, a_partner(demonstration), a_partner(demonstration, 20))
    everything = walk("partners", DIRECTOR, {"liste": "everyone"}, {})
    view = view_at(own, 2026, "fr")
    visible = queries.traced(own, view.version, 2026, Restriction(), None)
    for asked in ("partner", "within"):
        assert behind.read(view, [f"{asked}:{other}"]) == Narrowing()
        assert behind.read(view, [f"{asked}:{own.partner}"]) == Narrowing(**{asked: str(own.partner)})
        kept = Narrowing(**{asked: str(other)})  # even if it were read
        found = queries.traced(own, view.version, 2026, Restriction(), None, kept)
        assert set(found["number"]) <= set(visible["number"])
    for address in list(addresses(everything))[::60]:
        query = parse_qs(urlsplit(address).query)
        kept = behind.read(view, query.get(behind.ROWS, []))
        found = queries.traced(own, view.version, 2026, Restriction(), None, kept)
        assert set(found["number"]) <= set(visible["number"])


@pytest.mark.parametrize(
    "written",
    ["", "audience", "audience:", "audience:nobody", "place:x' OR 1=1 --", "partner:0", "partner:-1",
     "partner:1;DROP", "partner:99999999999", "held:/", "held:2026-02-30/", "held:2026-02-16", "held:!/",
     "held:!none", "kinds:", "kinds:planet", "kinds:mrc,", "told:everything", "mrc:", "scope:director",
     "within:abc", "known:", "known:2026-13-01", "known:none", "__class__:x"],
)  # fmt: skip
def test_what_an_address_says_that_is_not_known_is_left_out(demonstration: Engine, written: str) -> None:
    assert behind.read(view_at(DIRECTOR, 2026, "fr"), [written]) == Narrowing()
    assert behind.read_count(written) == "reach"


def test_at_an_earlier_version_no_figure_leads_to_rows_that_are_gone(
    demonstration: Engine, walk: Callable[..., Seen]
) -> None:
    seen = walk("overview", DIRECTOR, {}, {"version": 3, "edition": 2019})
    assert seen.tiles and list(addresses(seen)) == []


@pytest.mark.parametrize("page", ["overview", "audiences", "municipalities", "years", "unreached", "week"])
@pytest.mark.parametrize("filters", FILTERS[:2], ids=["everything", "audiences and a sector"])
def test_while_registrations_come_in_an_edition_leads_to_its_rows_of_the_same_day(
    demonstration: Engine,
    walk: Callable[..., Seen],
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    filters: dict[str, list[str]],
) -> None:
    monkeypatch.setattr(pace, "today", lambda: date(2026, 1, 26))
    chosen = CHOICES[page][0] | {"carte": "change", "avant": "2024", "rythme": "registrations"}
    seen = walk(page, DIRECTOR, chosen, filters)
    assert page == "week" or any("known:2024-01-" in one for one in addresses(seen))
    check_tiles(seen.tiles, DIRECTOR)
    for name, found in seen.tables.items():
        check(name, found, DIRECTOR, 2026)


def test_the_addresses_of_a_page_read_nothing(demonstration: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_at(DIRECTOR, 2026, "fr")
    monkeypatch.setattr(connection_, "opened", lambda: pytest.fail("the database is read"))
    assert behind.behind(view) == "provenance?edition=2026"
    assert all(behind.each(view, "partner", range(1_000)))
