"""A meeting's code shows that day's figures again, whatever came since, or says that it cannot."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as any_of
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard import meeting_codes, meetings
from dashboard.meeting_codes import ALPHABET, Code, NotACode
from dashboard.meetings import FiguresGone, Meeting
from dashboard.question import Restriction
from dashboard.reports.origin import view_at
from dashboard.scope import BOARD, DIRECTOR
from etl import database
from etl.load import load
from tests.files import row, write

ROOT = Path(__file__).parent.parent
codes = any_of.builds(
    Code,
    any_of.integers(2008, 2100),
    any_of.integers(1, 999_999),
    any_of.text(ALPHABET, min_size=2, max_size=2),
    any_of.text(ALPHABET, min_size=1, max_size=1),
)


@pytest.mark.usefixtures("fresh_caches")
class TestFreezing:
    """What is frozen, and found again."""

    def test_the_code_shows_the_same_figures_after_more_loads(self, empty: Engine, tmp_path: Path) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10))
        made = frozen(empty)
        arrive(empty, tmp_path, row("A2", Jeunes=300))
        assert reach(found(made.code)) == 10
        assert view_at(BOARD, 2024, "fr").reach("edition")["reach"].tolist() == [310]

    def test_a_backup_made_before_the_meeting_is_enough(self, empty: Engine, tmp_path: Path) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10))
        backup = tmp_path / "backup.sqlite3"
        with closing(sqlite3.connect(tmp_path / "portee.sqlite3")) as known:
            known.execute("VACUUM INTO ?", [str(backup)])
        made = frozen(empty, "Conseil de février")
        arrive(empty, tmp_path, row("A2", Jeunes=300))
        empty.dispose()
        for leftover in tmp_path.glob("portee.sqlite3*"):
            leftover.unlink()
        shutil.copyfile(backup, tmp_path / "portee.sqlite3")
        st.cache_resource.clear()
        again = found(made.code)
        assert reach(again) == 10
        assert again.title is None

    def test_other_figures_under_the_same_number_are_refused(
        self, empty: Engine, tmp_path: Path, database_url: str
    ) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10))
        made = frozen(empty)
        empty.dispose()
        for leftover in tmp_path.glob("portee.sqlite3*"):
            leftover.unlink()
        st.cache_resource.clear()
        other = database.engine(database_url)
        database.prepare(other)
        arrive(other, tmp_path, row("A1", Jeunes=11))
        with pytest.raises(FiguresGone):
            found(made.code)
        other.dispose()

    def test_a_version_that_is_not_there_yet_is_refused(self, empty: Engine, tmp_path: Path) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10))
        made = meeting_codes.read(frozen(empty).code)
        with pytest.raises(FiguresGone):
            found(str(Code(made.edition, made.version + 1, made.figures, made.filters)))

    def test_the_same_figures_have_the_same_code_and_other_filters_another(
        self, empty: Engine, tmp_path: Path
    ) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10, Parents=4))
        asked = [Restriction(), Restriction(audiences=("parents",)), Restriction(audiences=("youth",))]
        first = [frozen(empty, restriction=one).code for one in asked]
        assert [frozen(empty, restriction=one).code for one in asked] == first
        assert len(set(first)) == 3
        assert [found(code).restriction for code in first] == asked

    def test_meetings_are_listed_from_the_newest(self, empty: Engine, tmp_path: Path) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10))
        for title in ("Conseil", "Assemblée annuelle"):
            frozen(empty, title)
        with empty.connect() as connection:
            titles = [one.title for one in meetings.listed(connection)]
        assert titles == ["Assemblée annuelle", "Conseil"]


@pytest.mark.usefixtures("fresh_caches")
class TestOnThePages:
    """What the address ``?seance=`` does."""

    def test_a_page_under_a_code_shows_that_days_figures_and_says_so(
        self, empty: Engine, tmp_path: Path
    ) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10, Parents=4))
        made = frozen(empty, "Conseil", Restriction(audiences=("parents",)))
        arrive(empty, tmp_path, row("A2", Parents=300))
        page = opened(made.code.lower().replace("-", " "))
        assert page.metric[0].value == "4"
        told = page.info[0].value.replace("\\", "")
        assert "Séance du" in told and "Conseil" in told and made.code in told
        page = page.switch_page("pages/years.py").run()
        assert made.code in page.info[0].value.replace("\\", "")
        page.button[0].click().run()
        assert not any("Séance" in info.value for info in page.info)

    def test_a_director_freezes_what_the_board_page_shows_and_goes_on_under_its_code(
        self, empty: Engine, tmp_path: Path
    ) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10))
        app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=60).run()
        page = app.switch_page("pages/board.py").run()
        page.text_input(key="meeting-title").input("Conseil de février")
        page.button(key="meeting-freeze").click().run()
        assert not page.exception, page.exception
        with empty.connect() as connection:
            [made] = meetings.listed(connection)
        assert made.title == "Conseil de février"
        assert [metric.value for metric in page.metric] == [made.code]
        assert made.code in page.info[0].value.replace("\\", "")

    @pytest.mark.parametrize("code", ["2024-1-AAAA", "n’importe quoi", "2024-99-0000"])
    def test_a_code_that_leads_nowhere_shows_no_figure(
        self, code: str, empty: Engine, tmp_path: Path
    ) -> None:
        arrive(empty, tmp_path, row("A1", Jeunes=10))
        page = opened(code)
        assert page.error and not page.metric


@given(codes)
def test_a_code_is_read_as_it_was_written_and_as_it_is_said(code: Code) -> None:
    for written in (str(code), str(code).lower(), str(code).replace("-", ""), str(code).replace("0", "O")):
        assert meeting_codes.read(written) == code


@given(codes, any_of.data())
def test_no_slip_in_a_code_goes_unseen(code: Code, data: any_of.DataObject) -> None:
    bare = str(code).replace("-", "")
    place = data.draw(any_of.integers(0, len(bare) - 1))
    wrong = data.draw(any_of.sampled_from([one for one in ALPHABET if one != bare[place]]))
    with pytest.raises(NotACode):
        meeting_codes.read(bare[:place] + wrong + bare[place + 1 :])


@given(codes, any_of.data())
def test_no_two_characters_change_places_unseen(code: Code, data: any_of.DataObject) -> None:
    bare = list(str(code).replace("-", ""))
    pairs = [(one, other) for one in range(len(bare)) for other in range(one) if bare[one] != bare[other]]
    one, other = data.draw(any_of.sampled_from(pairs))
    bare[one], bare[other] = bare[other], bare[one]
    with pytest.raises(NotACode):
        meeting_codes.read("".join(bare))


def arrive(engine: Engine, folder: Path, *rows: dict[str, object]) -> None:
    load(engine, write(folder / "arrived.csv", rows))


def frozen(engine: Engine, title: str = "", restriction: Restriction | None = None) -> Meeting:
    view = view_at(DIRECTOR, 2024, "fr", restriction=restriction)
    with database.writer(engine) as connection:
        return meetings.freeze(connection, view, title, "directrice@exemple.ca")


def found(code: str) -> Meeting:
    return meetings.find(BOARD, code)


def reach(meeting: Meeting) -> int:
    view = view_at(BOARD, meeting.edition, "fr", meeting.version, meeting.restriction)
    return int(view.reach("edition").set_index("edition")["reach"][meeting.edition])


def opened(code: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30)
    app.query_params["seance"] = code
    page = app.run()
    assert not page.exception, page.exception
    return page
