"""What a director does on the page Données besides dropping a file: who is who, and taking back."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec
from streamlit.testing.v1 import AppTest

from dashboard import audit
from dashboard.loading import Loading
from etl import database
from etl.load import Report, load
from etl.schema import PartnerProposal, Registration
from tests.files import row, write

ROOT = Path(__file__).parent.parent


pytestmark = pytest.mark.usefixtures("fresh_caches")


def panel(name: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "navigation.py"), default_timeout=30).run()
    app = app.switch_page("pages/data.py").run()
    app = app.button_group(key="volet").set_value(name).run()
    assert not app.exception, app.exception
    return app


def pressed(app: AppTest, label: str) -> AppTest:
    app = next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.info, *app.subheader]).replace("\\", "")


@pytest.mark.parametrize("name", ["drop", "waiting", "partners", "history", "export"])
def test_a_panel_opens_with_no_data(name: str, empty: Engine) -> None:
    panel(name)


def test_a_dropped_file_is_loaded_and_the_drop_zone_is_empty_again(empty: Engine, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row("A1"), row("A2", Municipalité="Atlantide")])
    app = panel("drop")
    app = app.file_uploader[0].set_value((path.name, path.read_bytes(), "text/csv")).run()
    app = pressed(app, "Charger ce fichier")
    assert "1 ajoutées" in said(app) and "1 en attente" in said(app)
    assert "Charger ce fichier" not in [button.label for button in app.button]
    with empty.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Registration)) == 1


def test_a_file_is_loaded_to_its_end_whatever_is_done_on_the_page_meanwhile(
    empty: Engine, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", [row(f"A{number}") for number in range(200)])
    dropped = UploadedFile(UploadedFileRec("1", path.name, "text/csv", path.read_bytes()), FileURLs())
    with database.writer(empty):
        loading = Loading(empty, [dropped], None, "directrice", "192.0.2.7")
        assert not loading.is_done(within=0.1)
        assert loading.file == "a.csv"
    assert loading.is_done(within=60) and loading.error is None
    (report,) = loading.outcomes
    assert isinstance(report, Report) and report.rows["accepted"] == 200
    with empty.connect() as connection:
        (event,) = audit.search(connection)
    assert (event.kind, event.who, event.what, event.origin) == ("loaded", "directrice", "a.csv", "192.0.2.7")


def test_a_load_taken_back_in_the_history_leaves_no_figure(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row("A1")]))
    app = panel("history")
    app = app.selectbox(key="chargement").select(1).run()
    app = pressed(app, "Annuler ce chargement")
    assert "Le chargement 1 est annulé" in said(app)
    with empty.connect() as connection:
        came = {event.kind: event.origin for event in audit.search(connection)}
        assert came == {"loaded": None, "undone": "localhost"}  # loaded by no page
        assert connection.scalar(select(func.count()).select_from(Registration)) == 0


def test_two_names_said_to_be_one_partner_count_once_until_the_answer_is_taken_back(
    empty: Engine, tmp_path: Path
) -> None:
    names = ("École Aurèle-Grandmare", "École Aurélie-Grandmare")
    load(empty, write(tmp_path / "a.csv", [row(f"A{i}", Partenaire=name) for i, name in enumerate(names)]))
    app = pressed(panel("partners"), "Le même")
    assert partners(empty) == 1
    app = pressed(app, "Reprendre la réponse")
    assert partners(empty) == 2
    with empty.connect() as connection:
        assert connection.scalars(select(PartnerProposal.status)).all() == ["open"]


def test_a_name_matched_by_mistake_is_a_partner_of_its_own_until_the_answer_is_taken_back(
    empty: Engine, tmp_path: Path
) -> None:
    names = ("Centre Grandmarelle", "Centre Grandmarele")
    load(empty, write(tmp_path / "a.csv", [row(f"A{i}", Partenaire=name) for i, name in enumerate(names)]))
    assert partners(empty) == 1
    app = pressed(panel("partners"), "Ce n’est pas le même")
    assert "est un partenaire à part" in said(app) and "2024" in said(app)
    assert partners(empty) == 2
    assert "Ce n’est pas le même" not in [button.label for button in app.button]
    app = pressed(app, "Reprendre la réponse")
    assert partners(empty) == 1


def test_every_answer_about_a_header_changes_what_the_page_understands(empty: Engine, tmp_path: Path) -> None:
    cells = row("A1") | {"Interventions": 3, "Enseignement": 4}
    path = write(tmp_path / "a.csv", [cells])
    app = panel("drop")
    app = app.file_uploader[0].set_value((path.name, path.read_bytes(), "text/csv")).run()
    for left in (2, 1):
        assert questions(app) == left
        app = pressed(app, "Retenir cette réponse")
    assert questions(app) == 0


def questions(app: AppTest) -> int:
    return sum(button.label == "Retenir cette réponse" for button in app.button)


def partners(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(select(func.count(func.distinct(Registration.partner_id)))) or 0)
