"""Headers as people write them: known, asked about, or said to be missing; contacts never kept."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from etl import database, decisions
from etl.headers import meaning
from etl.load import Report, load
from etl.recognise import Layout, NoLayout, NotATemplate, layout
from tests.corpus import HEADERS, ROWS, TABLE, titled, without, workbook
from tests.corpus import text as text_file


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Nb de jeunes rejoints", "youth"),
        ("Élèves", "youth"),
        ("Nombre d'élèves", "youth"),
        ("Enfants 0-5 ans", "toddlers"),
        ("ENSEIGNANT(E)S", "teachers"),
        ("Élu·e·s", "elected_officials"),
        ("Parents (facultatif)", "parents"),
        ("Ville", "place"),
        ("Municipalité *", "place"),
        ("MRC", "mrc"),
        ("Organisation", "partner"),
        ("Nom de l’organisme", "partner"),
        ("N°", "number"),
        ("#", "number"),
        ("Total", "total"),
        ("Nombre total de personnes rejointes", "total"),
        ("Public", "audience"),
        ("Nombre", "people"),
        ("Horodateur", "registered_on"),
        ("Number of teachers", "teachers"),
    ],
)
def test_a_synonym_is_known_whatever_counts_and_articles_surround_it(header: str, column: str) -> None:
    found = meaning(header)
    assert (found.column, found.must_ask) == (column, False)


@pytest.mark.parametrize(
    ("header", "basis"),
    [
        ("Jeunes prévus", "expected"),
        ("Nb de jeunes attendus", "expected"),
        ("Jeunes réels", "confirmed"),
        ("Jeunes (confirmé)", "confirmed"),
        ("Actual youth", "confirmed"),
        ("Jeunes rejoints", None),
    ],
)
def test_announced_and_reported_people_are_told_apart(header: str, basis: str | None) -> None:
    assert (meaning(header).column, meaning(header).basis) == ("youth", basis)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Municipalitée", "place"),
        ("Numéro d'inscripton", "number"),
        ("Ensegnants", "teachers"),
        ("Partners", "partner"),
    ],
)
def test_a_mistyped_header_is_taken_by_likeness(header: str, column: str) -> None:
    found = meaning(header)
    assert (found.column, found.how, found.must_ask) == (column, "likeness", False)


@pytest.mark.parametrize(
    ("header", "proposed"),
    [
        ("Enfants", "youth"),
        ("Partenariat", "partner"),
        ("Intervention", "support_workers"),
        ("Bénévoles", "support_workers"),
    ],
)
def test_what_may_mean_two_things_is_asked(header: str, proposed: str) -> None:
    found = meaning(header)
    assert (found.column, found.must_ask) == (proposed, True)


@pytest.mark.parametrize(
    "header",
    [
        *("Courriel", "Nom", "Prénom Nom", "Responsable de l'activité", "Téléphone (bureau)", "Courriels"),
        *(
            "Nom de l'enseignant",
            "Courriel de la direction",
            "Nom du responsable de l'organisme",
            "Telephonne",
        ),
    ],
)
def test_a_header_about_a_person_is_a_contact(header: str) -> None:
    assert meaning(header).column == "contact"


@pytest.mark.parametrize(
    "header", ["Nombre de groupes", "Nombre d'activités", "Date de naissance", "Langue", "Commentaires"]
)
def test_what_resembles_nothing_is_unknown(header: str) -> None:
    assert meaning(header).column is None


@pytest.mark.parametrize("cells", [["a@b.ca", "c@d.ca", ""], ["418 555-0199", "581-555-0123", "voir Alma"]])
def test_a_column_of_contacts_is_one_whatever_its_header(cells: list[str]) -> None:
    sample = [[*ROWS[0][:6], cell, *ROWS[0][7:]] for cell in cells]
    found = layout(HEADERS, sample=sample)
    assert isinstance(found, Layout)
    assert "title" not in found.positions and found.has_contacts


@pytest.mark.parametrize("header", ["Code postal", "CODE POSTALE", "Postal code"])
def test_a_postal_code_column_is_known_and_not_used(header: str) -> None:
    found = layout([*HEADERS, header])
    assert isinstance(found, Layout)
    assert found.postal_codes == (header,) and header in found.dropped
    assert not found.questions and not found.has_contacts


def test_a_title_that_quotes_an_address_is_not_a_column_of_contacts() -> None:
    sample = [[*ROWS[0][:6], "Écrire à marmotte@exemple.ca pour participer", *ROWS[0][7:]]]
    found = layout(HEADERS, sample=sample)
    assert isinstance(found, Layout) and "title" in found.positions


@pytest.mark.parametrize(
    ("sheet", "values"),
    [
        ("MRC de Maria-Chapdelaine", {"place": "MRC de Maria-Chapdelaine"}),
        ("roberval", {"place": "roberval"}),
        ("Scolaire", {"sector": "Scolaire"}),
        ("JPS 2024", {"edition": "2024"}),
        ("Inscriptions", {}),
        ("Export du 2024-02-14", {}),
        ("2023-2024", {}),
    ],
)
def test_the_name_of_a_sheet_says_what_its_rows_leave_out(sheet: str, values: dict[str, str]) -> None:
    found = layout(without("Édition", "Municipalité", "Milieu")[0], needs_edition=False, sheet=sheet)
    assert isinstance(found, Layout)
    assert dict(found.sheet_values) == values


@pytest.mark.parametrize(
    ("headers", "missing"),
    [
        (without("Édition")[0], ("Édition",)),
        (without("Jeunes", "Parents")[0], ("Jeunes",)),
        (without("Partenaire", "Numéro d'inscription")[0], ("Numéro d'inscription",)),
        (["Partenaire", "Public"], ("Édition", "Jeunes")),
        (
            without("Partenaire", rows=titled(Jeunes="Jeunes prévus", Parents="Parents prévus"))[0],
            ("Partenaire",),
        ),
    ],
)
def test_a_missing_column_is_named(headers: list[str], missing: tuple[str, ...]) -> None:
    found = layout(headers)
    assert isinstance(found, NoLayout)
    assert found.missing == missing


def test_the_error_names_what_is_missing_and_what_was_found(empty: Engine, tmp_path: Path) -> None:
    with pytest.raises(NotATemplate) as refused:
        load(empty, text_file("a.csv", without("Édition"))(tmp_path))
    told = dict(refused.value.details)
    assert told["missing"] == "Édition"
    assert "Partenaire" in told["found"] and "Partenaire" in told["known"]


def test_an_uncertain_column_is_asked_with_its_first_values_and_without_contacts(
    empty: Engine, tmp_path: Path
) -> None:
    table = [
        [*HEADERS[:9], "Enfants"],
        *([*cells[:9], f"{cells[9]}, appeler le 418 555-0199"] for cells in ROWS),
    ]
    (question,) = questions_of(empty, text_file("a.csv", table, separator="|")(tmp_path))
    assert (question.header, question.proposed) == ("Enfants", "youth")
    assert question.values == ("5, appeler le …", "0, appeler le …", "None, appeler le …")


def questions(report: Report) -> tuple[Any, ...]:
    return tuple(question for table in report.tables for question in table.layout.questions)


def questions_of(engine: Engine, path: Path) -> tuple[Any, ...]:
    return questions(load(engine, path, check=True))


def announced(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT audience, SUM(expected) FROM participation GROUP BY 1"))
        return {audience: int(people) for audience, people in rows if people}


@pytest.mark.parametrize(
    ("column", "people"), [("toddlers", {"youth": 60, "toddlers": 5}), (None, {"youth": 60})]
)
def test_an_answer_is_remembered_for_files_with_the_same_headers(
    empty: Engine, tmp_path: Path, column: str | None, people: dict[str, int]
) -> None:
    path = text_file("a.csv", titled(Parents="Enfants"))(tmp_path)
    (question,) = questions_of(empty, path)
    with database.writer(empty) as connection:
        decisions.remember(connection, question.fingerprint, question.header, column, "directrice")
    (tmp_path / "later").mkdir()
    shuffled = [cells[::-1] for cells in titled(Parents="ENFANTS ")]
    report = load(empty, workbook(shuffled)(tmp_path / "later"))
    assert questions(report) == ()
    assert announced(empty) == people


def test_an_answer_is_for_its_headers_only_and_can_be_taken_back(empty: Engine, tmp_path: Path) -> None:
    path = text_file("a.csv", titled(Parents="Enfants"))(tmp_path)
    (question,) = questions_of(empty, path)
    with database.writer(empty) as connection:
        decisions.remember(connection, question.fingerprint, question.header, "toddlers", "directrice")
        decisions.remember(connection, question.fingerprint, question.header, "youth", "directrice")
    (tmp_path / "other").mkdir()
    other = [[*cells, "x"] for cells in titled(Parents="Enfants")]
    assert len(questions_of(empty, text_file("b.csv", other)(tmp_path / "other"))) == 1
    with database.writer(empty) as connection:
        decisions.forget(connection, question.fingerprint, question.header)
    assert questions_of(empty, path) == (question,)


def test_of_two_headers_for_a_column_the_better_known_is_used() -> None:
    found = layout([*HEADERS, "Établissement"])
    assert isinstance(found, Layout)
    assert found.titles["partner"] == "Partenaire" and "Établissement" in found.dropped


def test_the_template_has_no_question_and_drops_nothing() -> None:
    found = layout(TABLE[0])
    assert isinstance(found, Layout)
    assert (found.questions, found.dropped, found.form) == ((), (), "wide")
