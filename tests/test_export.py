"""Getting out: a package that others read, whole or absent, and that names nobody's telephone."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate
from sqlalchemy import Engine

from etl import database, export
from etl.clean import key
from etl.data_files import DATA
from etl.load import load
from etl.package import describe
from etl.package.tables import ACCESS, FOUND_AGAIN, PAST, tables
from etl.partners.decisions import decide, waiting
from etl.schema import Base
from tests.files import row, write
from tests.partners import SAGUENAY, register

CONTACTS = ("marie.fictive@exemple.ca", "418 555-0123", "(418) 555-0199")


def descriptor(folder: Path) -> dict[str, Any]:
    return json.loads((folder / describe.DESCRIPTOR).read_text(encoding="utf-8"))


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def problems(folder: Path) -> list[Any]:
    report = validate(str(folder / describe.DESCRIPTOR))
    return report.flatten(["title", "type", "message"])


def with_contacts(engine: Engine, folder: Path) -> None:
    """Put contacts wherever a file or a person may leave one."""
    mail, phone, other = CONTACTS
    told = f"Appeler {phone} ou {mail}"
    file = write(
        folder / f"liste {mail}.xlsx",
        [
            row("A1", Titre=told, Partenaire=f"École fictive {phone}", Jeunes="environ 30"),
            row("A2", Titre=told, Partenaire=f"École fictive {other}"),
            row(f"A3 {mail}", Date="toute la semaine"),
            row(f"A3 {phone}", Municipalité="Alma"),
            row("A5", Date=f"à confirmer au {phone}", Jeunes=f"30, {phone}"),
            row("A4", Municipalité=f"Atlantide, {phone}", Titre=told),
        ],
    )
    load(engine, file, author=mail)
    with database.writer(engine) as connection:
        names = [(f"Cégep de Jonquière {mail}", SAGUENAY), (f"Cégep de Jonquierre {mail}", SAGUENAY)]
        register(connection, names, 2025)
        for proposal in waiting(connection):
            decide(connection, proposal.id, "yes", f"directrice, {phone}")


def test_frictionless_accepts_the_demonstration(demonstration: Engine, tmp_path: Path) -> None:
    export.write_package(demonstration, tmp_path / "out")
    assert problems(tmp_path / "out") == []
    assert len(rows(tmp_path / "out", "registration")) == 9795


def test_frictionless_accepts_an_empty_database(empty: Engine, tmp_path: Path) -> None:
    export.write_package(empty, tmp_path / "out")
    assert problems(tmp_path / "out") == []


def test_frictionless_accepts_any_text_and_sees_a_wrong_one(empty: Engine, tmp_path: Path) -> None:
    title = 'a, "b"\n=1+1;\t«\u00a0é\u00a0» 😀'
    load(empty, write(tmp_path / "a.csv", [row(Titre=title), row("B1", Municipalité="Atlantide")]))
    export.write_package(empty, tmp_path / "out")
    assert problems(tmp_path / "out") == []
    assert rows(tmp_path / "out", "registration")[0]["title"] == title
    path = tmp_path / "out" / "participation.csv"
    path.write_bytes(path.read_bytes().replace(b",10,", b",dix,"))
    assert {problem[1] for problem in problems(tmp_path / "out")} >= {"type-error"}


def test_every_table_is_exported_or_made_again_or_says_who_comes_in(empty: Engine, tmp_path: Path) -> None:
    export.write_package(empty, tmp_path / "out")
    names = {resource["name"] for resource in descriptor(tmp_path / "out")["resources"]}
    assert names | FOUND_AGAIN | PAST | ACCESS == set(Base.metadata.tables)


def test_every_table_and_column_is_titled_in_both_languages(empty: Engine, tmp_path: Path) -> None:
    export.write_package(empty, tmp_path / "out")
    for resource in descriptor(tmp_path / "out")["resources"]:
        for one in (resource, *resource["schema"]["fields"]):
            assert one["title"] and one["title_en"], one
            assert ("description" in one) == ("description_en" in one)


def test_no_title_is_kept_for_a_column_that_is_gone() -> None:
    known = {f"table-{table.name}" for table in tables()}
    for table in tables():
        for column in table.columns:
            known |= {f"field-{column.name}", f"field-{table.name}-{column.name}"}
    for language in ("fr", "en"):
        text = (describe.FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
        said = {key.removesuffix("-about") for key in re.findall(r"^([a-z][\w-]*) =", text, re.M)}
        assert {key for key in said if not key.startswith("package-")} <= known


def test_french_titles_have_french_typography() -> None:
    text = (describe.FOLDER / "fr.ftl").read_text(encoding="utf-8")
    assert not re.search(r"« | »|\w :|\u202f| [;!?]", text)


def test_keys_and_constraints_are_those_of_the_tables(empty: Engine, tmp_path: Path) -> None:
    export.write_package(empty, tmp_path / "out")
    schemas = {one["name"]: one["schema"] for one in descriptor(tmp_path / "out")["resources"]}
    assert schemas["participation"]["primaryKey"] == ["registration_id", "audience"]
    assert schemas["registration"]["uniqueKeys"] == [["edition", "number"]]
    assert {
        "fields": ["partner_id"],
        "reference": {"resource": "partner", "fields": ["id"]},
    } in schemas["registration"]["foreignKeys"]
    place = {field["name"]: field for field in schemas["place"]["fields"]}
    assert place["kind"]["constraints"]["enum"][0] == "municipality"
    assert place["valid_from"]["type"] == "date" and "constraints" not in place["valid_from"]
    people = {field["name"]: field for field in schemas["participation"]["fields"]}
    assert people["expected"] == {
        **{"name": "expected", "type": "integer"},
        **{"title": "Personnes prévues", "title_en": "People expected"},
        "constraints": {"minimum": 0},
    }


def test_sources_and_licences_are_those_that_data_states(empty: Engine, tmp_path: Path) -> None:
    export.write_package(empty, tmp_path / "out")
    said = " ".join((DATA / "README.md").read_text(encoding="utf-8").split())
    resources = {one["name"]: one for one in descriptor(tmp_path / "out")["resources"]}
    licences = [licence for one in resources.values() for licence in one.get("licenses", [])]
    assert licences and all(licence["attribution"] in said for licence in licences)
    for source in descriptor(tmp_path / "out")["sources"]:
        if "path" in source and not source["path"].startswith("http"):
            copy = tmp_path / "out" / source["path"]
            assert copy.read_bytes() == (DATA / copy.relative_to(tmp_path / "out" / "sources")).read_bytes()
    published = {figure["source_url"] for figure in rows(tmp_path / "out", "published_figure")} - {""}
    assert published <= {one.get("path") for one in resources["published_figure"]["sources"]}
    assert "licenses" not in resources["registration"]


def test_demonstration_data_are_plainly_marked(demonstration: Engine, empty: Engine, tmp_path: Path) -> None:
    export.write_package(demonstration, tmp_path / "out")
    said = descriptor(tmp_path / "out")
    assert said["demonstration"] is True
    assert "DÉMONSTRATION" in said["title"] and "fictives" in said["description"]
    assert said["version"] == "8.16.0"


def test_real_data_are_not_marked(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row()]))
    export.write_package(empty, tmp_path / "out")
    said = descriptor(tmp_path / "out")
    assert said["demonstration"] is False and "DÉMO" not in said["title"]


def test_contacts_left_in_free_text_do_not_get_out(empty: Engine, tmp_path: Path) -> None:
    with_contacts(empty, tmp_path)
    export.write_package(empty, tmp_path / "out")
    assert problems(tmp_path / "out") == []
    digits = {"4185550123", "4185550199", "mariefictive"}
    for path in (tmp_path / "out").rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        assert not [one for one in (*CONTACTS, *digits) if one in text], path.name
    numbers = {one["number"] for one in rows(tmp_path / "out", "registration")}
    assert {"A1", "A2"} <= numbers and len(numbers) == 6
    assert sum("…" in number for number in numbers) == 2
    told = rows(tmp_path / "out", "partner_alias")
    assert len({one["name"] for one in told}) == len(told) == 4
    assert all(key(one["name"]) == one["key"] for one in told)


def test_figures_as_written_are_exported_beside_the_number(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row(Jeunes="environ 300", Parents="toute l’école")]))
    export.write_package(empty, tmp_path / "out")
    told = {one["audience"]: one for one in rows(tmp_path / "out", "participation")}
    assert (told["youth"]["expected"], told["youth"]["expected_written"]) == ("300", "environ 300")
    assert (told["parents"]["expected"], told["parents"]["expected_written"]) == ("", "toute l’école")


def test_only_the_current_version_of_each_edition_is_exported(empty: Engine, tmp_path: Path) -> None:
    for count in (10, 11):
        load(empty, write(tmp_path / f"{count}.csv", [row(Jeunes=count)]))
    export.write_package(empty, tmp_path / "out")
    assert [one["id"] for one in rows(tmp_path / "out", "edition_version")] == ["2"]
    assert [one["reach"] for one in rows(tmp_path / "out", "reach_summary")] == ["11"]


def test_a_folder_that_holds_something_else_is_refused(empty: Engine, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    note = tmp_path / "out" / "notes.txt"
    note.write_text("à garder", encoding="utf-8")
    with pytest.raises(export.FolderInUse):
        export.write_package(empty, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["notes.txt"]
    with pytest.raises(export.FolderInUse):
        export.write_package(empty, note)


def test_a_package_of_ours_is_replaced_unless_something_was_put_beside(empty: Engine, tmp_path: Path) -> None:
    export.write_package(empty, tmp_path / "out")
    load(empty, write(tmp_path / "a.csv", [row()]))
    export.write_package(empty, tmp_path / "out")
    assert len(rows(tmp_path / "out", "registration")) == 1
    (tmp_path / "out" / "notes.txt").write_text("à garder", encoding="utf-8")
    with pytest.raises(export.FolderInUse):
        export.write_package(empty, tmp_path / "out")


def test_an_export_that_fails_leaves_what_was_there(empty: Engine, tmp_path: Path) -> None:
    export.write_package(empty, tmp_path / "out")
    before = (tmp_path / "out" / describe.DESCRIPTOR).read_bytes()

    def fail(table: str, count: int) -> None:
        raise OSError(28, "No space left on device")

    for folder in ("out", "new"):
        with pytest.raises(OSError):
            export.write_package(empty, tmp_path / folder, fail)
    names = sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".sqlite3")
    assert "new" not in names and not [name for name in names if name.startswith(".")]
    assert (tmp_path / "out" / describe.DESCRIPTOR).read_bytes() == before


def test_an_export_shows_one_state_while_others_write(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row()]))

    def write_meanwhile(table: str, count: int) -> None:
        if table == "action":
            load(empty, write(tmp_path / "b.csv", [row("B1", Partenaire="Organisme fictif B")]))

    export.write_package(empty, tmp_path / "out", write_meanwhile)
    assert [len(rows(tmp_path / "out", name)) for name in ("load", "partner", "registration")] == [1, 1, 1]
    assert problems(tmp_path / "out") == []


def test_the_zip_holds_the_same_files(empty: Engine, tmp_path: Path) -> None:
    load(empty, write(tmp_path / "a.csv", [row()]))
    export.write_package(empty, tmp_path / "out")
    with zipfile.ZipFile(io.BytesIO(export.zipped(empty))) as archive:
        archive.extractall(tmp_path / "zip")
    made = {path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*.*")}
    assert made == {path.relative_to(tmp_path / "zip") for path in (tmp_path / "zip").rglob("*.*")}
    assert problems(tmp_path / "zip") == []


def test_lines_end_as_rfc_4180_says(empty: Engine, tmp_path: Path) -> None:
    export.write_package(empty, tmp_path / "out")
    content = (tmp_path / "out" / "audience.csv").read_bytes()
    assert content.startswith(b"code,position,name_fr,name_en\r\n") and content.endswith(b"\r\n")
