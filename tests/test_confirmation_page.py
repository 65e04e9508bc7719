"""A partner confirms their figures on *Ma contribution*, comes back to them, and reaches nobody else's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, select, text
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest

from dashboard import access, confirmation, queries
from dashboard.access import Visitor
from dashboard.confirmation import Answer
from dashboard.question import Filters, Restriction
from dashboard.scope import BOARD, DIRECTOR, Scope, of_partner
from dashboard.view import View
from etl.load import load
from etl.schema import Load, Partner
from etl.undo import undo
from tests.files import row, write

ROOT = Path(__file__).parent.parent
A, B = "Organisme fictif A", "Organisme fictif B"


pytestmark = pytest.mark.usefixtures("fresh_caches")


@pytest.fixture
def two(empty: Engine, tmp_path: Path) -> Engine:
    """A leads A1 (10 youth, 4 parents), A2 (20 youth) and A3 (nobody); B leads B1 and helps in A2."""
    table = [
        row("A1", Jeunes=10, Parents=4),
        row("A2", Partenaire=f"{A} et {B}", Jeunes=20, Titre="Dictée"),
        row("A3", Jeunes="", Titre="Affiche"),
        row("B1", Partenaire=B, Jeunes=300),
    ]
    load(empty, write(tmp_path / "a.csv", table))
    return empty


def number_of(engine: Engine, name: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(select(Partner.id).where(Partner.name == name)).scalar_one())


@pytest.fixture
def come_in(two: Engine, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """Come in by the link of a partner; their number."""

    def come_in(name: str) -> int:
        number = number_of(two, name)
        monkeypatch.setattr(access, "visitor", lambda: Visitor(of_partner(number), name, how="link"))
        return number

    return come_in


def opened() -> AppTest:
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30).run()
    if not app.title or app.title[0].value != "Ma contribution":
        app = app.switch_page("pages/contribution.py").run()
    assert not app.exception, app.exception
    return app


def words(app: AppTest) -> str:
    shown = [*app.markdown, *app.caption, *app.success, *app.warning, *app.info, *app.header, *app.subheader]
    return "\n".join(element.value for element in shown).replace("\\", "")


def pressed(app: AppTest, label: str) -> AppTest:
    app = next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def view_of(scope: Scope, edition: int = 2024) -> View:
    snapshot = queries.snapshot(scope)
    reference = queries.reference(snapshot.versions, scope, queries.database_url())
    return View(scope, snapshot, reference, Filters(edition, Restriction()), "fr")


def answer(view: View, *people: int | None, **others: Any) -> Answer:
    """What is written in the rows of the table from the first; the others stay."""
    shown = confirmation.asked(view)["confirmed"].copy()
    for position, count in enumerate(people):
        shown.iloc[position] = pd.NA if count is None else count
    return Answer(shown, **others)


def figures(engine: Engine) -> dict[str, dict[str, int]]:
    query = (
        "SELECT number, audience, confirmed FROM participation JOIN registration ON id = registration_id "
        "WHERE confirmed IS NOT NULL ORDER BY number"
    )
    found: dict[str, dict[str, int]] = {}
    with engine.connect() as connection:
        for number, audience, people in connection.execute(text(query)):
            found.setdefault(number, {})[audience] = people
    return found


def last_author(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.scalar(select(Load.author).order_by(Load.id.desc()).limit(1)))


def test_an_earlier_edition_is_corrected_once_unfolded(
    two: Engine, come_in: Callable[[str], int], tmp_path: Path
) -> None:
    """Answers are awaited for the newest edition; the others show what was done, quickly."""
    load(two, write(tmp_path / "earlier.csv", [row("Z1", Édition=2022, Jeunes=7)]))
    come_in(A)
    app = opened()
    assert "Confirmez vos chiffres, 2024" in words(app)
    app = app.selectbox(key="edition").set_value(2022).run()
    assert not any(button.label == "Enregistrer" for button in app.button)
    app.session_state["unfold-confirm"] = True
    app = pressed(app.run(), "Tout comme prévu")
    assert figures(two)["Z1"] == {"youth": 7}


def test_all_as_planned_in_one_click_is_a_load_that_a_director_takes_back(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    come_in(A)
    app = opened()
    assert "Vos 3 activités attendent leur confirmation." in words(app)
    app = pressed(app, "Tout comme prévu")
    assert "3 chiffres sont enregistrés" in words(app)
    assert figures(two) == {"A1": {"youth": 10, "parents": 4}, "A2": {"youth": 20}}
    assert last_author(two) == f"partenaire\u00a0: {A}"
    assert "2 de vos 3 activités sont confirmées. Dernière confirmation" in words(opened())
    undo(two, 2, "directrice")
    assert figures(two) == {}
    assert "Vos 3 activités attendent leur confirmation." in words(opened())


def test_a_note_that_goes_with_figures_is_kept_and_acknowledged(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    scope = of_partner(come_in(A))
    is_kept, said = confirmation.save(
        view_of(scope), answer(view_of(scope), note="Salle pleine", rest_as_planned=True)
    )
    assert is_kept and "3 chiffres sont enregistrés" in said and "Votre note est transmise" in said
    with two.connect() as connection:
        assert connection.scalars(select(Load.note).where(Load.note.is_not(None))).all() == ["Salle pleine"]


def test_what_is_saved_is_found_again_and_the_rest_can_still_go_as_planned(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    scope = of_partner(come_in(A))
    assert confirmation.save(view_of(scope), answer(view_of(scope), 7))[0]
    assert figures(two) == {"A1": {"youth": 7}}
    assert confirmation.asked(view_of(scope))["confirmed"].iloc[0] == 7
    confirmation.save(view_of(scope), answer(view_of(scope), rest_as_planned=True))
    assert figures(two) == {"A1": {"youth": 7, "parents": 4}, "A2": {"youth": 20}}


def test_zero_is_kept_and_a_figure_taken_out_is_not_told_any_more(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    scope = of_partner(come_in(A))
    confirmation.save(view_of(scope), answer(view_of(scope), 0, 5))
    assert figures(two) == {"A1": {"youth": 0, "parents": 5}}
    confirmation.save(view_of(scope), answer(view_of(scope), 0, None))
    assert figures(two) == {"A1": {"youth": 0}}


def test_an_activity_that_did_not_take_place_counts_nobody(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    scope = of_partner(come_in(A))
    confirmation.save(view_of(scope), answer(view_of(scope), 9, withdrawn=["A1"], rest_as_planned=True))
    assert figures(two) == {"A1": {"youth": 0, "parents": 0}, "A2": {"youth": 20}}


def test_an_audience_that_was_not_planned_is_told_beside_the_table(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    scope = of_partner(come_in(A))
    confirmation.save(view_of(scope), answer(view_of(scope), added={("A2", "teachers"): 3}))
    assert figures(two) == {"A2": {"teachers": 3}}


def test_an_activity_of_which_nothing_was_announced_can_be_told_for_each_audience(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    rows = confirmation.asked(view_of(of_partner(come_in(A))))
    assert (rows["number"] == "A3").sum() == 9


def test_two_people_on_one_link_lose_nothing_and_the_second_is_told(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    scope = of_partner(come_in("Organisme fictif A"))
    first = view_of(scope)
    shown = confirmation.asked(first)
    slow = answer(first, 7, shown=shown, note="Salle pleine")  # fills the first figure, and takes their time
    confirmation.save(first, answer(first, 9, 4))
    kept, said = confirmation.save(view_of(scope), slow)
    assert not kept and "9 au lieu de vos 7" in said and " 4 " not in said
    now = confirmation.asked(view_of(scope))
    assert set(now["confirmed"].dropna()) == {9, 4}
    assert confirmation.save(view_of(scope), replace(slow, known=now))[0]
    assert set(confirmation.asked(view_of(scope))["confirmed"].dropna()) == {7, 4}
    planned = answer(first, shown=shown, known=now, rest_as_planned=True)
    confirmation.save(view_of(scope), planned)
    assert {7, 4} <= set(confirmation.asked(view_of(scope))["confirmed"].dropna())


def test_nothing_new_is_no_load(two: Engine, come_in: Callable[[str], int]) -> None:
    scope = of_partner(come_in(A))
    kept, said = confirmation.save(view_of(scope), answer(view_of(scope)))
    assert (kept, said) == (True, "Rien de nouveau à enregistrer.")
    assert last_author(two) != f"partenaire\u00a0: {A}"


def test_a_director_on_a_partners_page_saves_under_their_own_name(
    two: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "visitor", lambda: Visitor(DIRECTOR, "directrice@exemple.ca", how="member"))
    view = view_of(of_partner(number_of(two, A)))
    confirmation.save(view, answer(view, 7))
    assert last_author(two) == "directrice@exemple.ca"


# --- Nobody else's ----------------------------------------------------------------------------


def test_who_only_takes_part_is_not_asked_and_is_not_heard(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    scope = of_partner(come_in(B))
    assert set(confirmation.asked(view_of(scope))["number"]) == {"B1"}
    kept, said = confirmation.save(view_of(scope), answer(view_of(scope), added={("A2", "youth"): 1}))
    assert not kept and "n’est plus la vôtre" in said
    assert figures(two) == {}


def test_a_number_of_anothers_slipped_into_an_answer_keeps_nothing_of_it(
    two: Engine, come_in: Callable[[str], int]
) -> None:
    scope = of_partner(come_in(B))
    slipped = answer(view_of(scope), 5, added={("A1", "youth"): 1}, withdrawn=["A2"])
    assert not confirmation.save(view_of(scope), slipped)[0]
    assert figures(two) == {}


@pytest.mark.parametrize("who", ["another partner", "board", "nobody"])
def test_nobody_but_the_partner_and_a_director_saves_on_their_page(
    two: Engine, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    scopes = {"another partner": of_partner(number_of(two, B)), "board": BOARD, "nobody": None}
    view = view_of(of_partner(number_of(two, A)))
    monkeypatch.setattr(access, "visitor", lambda: Visitor(scopes[who], "quelqu’un"))
    with pytest.raises(StopException):
        confirmation.save(view, answer(view, 5))
    assert figures(two) == {}


def test_before_the_week_nothing_can_be_confirmed(
    two: Engine, come_in: Callable[[str], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    come_in(A)

    class Before(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return datetime(2024, 2, 11, 23, tzinfo=tz)

    monkeypatch.setattr(confirmation, "datetime", Before)
    app = opened()
    assert "Dès le 12 février 2024, vous pourrez confirmer" in words(app)
    assert "Enregistrer" not in [button.label for button in app.button]
