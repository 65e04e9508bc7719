"""Files that cannot be read: one sentence, exit code 2, and the database as it was."""

import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from sqlalchemy import Engine

from etl.__main__ import main
from tests.files import ROW, row, write

Build = Callable[[Path], Path]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def content(name: str, data: bytes) -> Build:
    def build(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return build


def missing(folder: Path) -> Path:
    return folder / "absent.xlsx"


def a_folder(folder: Path) -> Path:
    (folder / "dossier.xlsx").mkdir()
    return folder / "dossier.xlsx"


def encrypted(folder: Path) -> Path:
    clear = io.BytesIO(write(folder / "clear.xlsx", [row()]).read_bytes())
    with (folder / "encrypted.xlsx").open("wb") as file:
        OOXMLFile(clear).encrypt("secret", file)
    return folder / "encrypted.xlsx"


def truncated(suffix: str) -> Build:
    def build(folder: Path) -> Path:
        path = write(folder / f"truncated{suffix}", [row(str(number)) for number in range(300)])
        os.truncate(path, path.stat().st_size // 2)
        return path

    return build


def damaged_inside(folder: Path) -> Path:
    whole = write(folder / "whole.xlsx", [row()])
    path = folder / "damaged.xlsx"
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(path, "w") as after:
        for part in before.namelist():
            after.writestr(part, before.read(part)[:200] if "sheet1" in part else before.read(part))
    return path


def bomb(folder: Path) -> Path:
    path = folder / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(120):
            part.write(bytes(1024**2))
    return path


def no_template(folder: Path) -> Path:
    return write(folder / "other.xlsx", [{"Recette": "tarte", "Portions": 8}])


def twice(folder: Path) -> Path:
    return write(folder / "twice.csv", [ROW | {"Youth": 3}])


UNREADABLE: dict[str, tuple[Build, str]] = {
    "missing": (missing, "n’existe pas"),
    "a folder": (a_folder, "ne contient pas de datapackage.json"),
    "empty": (content("empty.csv", b""), "est vide"),
    "encrypted": (encrypted, "mot de passe"),
    "truncated xlsx": (truncated(".xlsx"), "endommagé"),
    "truncated ods": (truncated(".ods"), "endommagé"),
    "truncated xls": (truncated(".xls"), "endommagé"),
    "damaged inside": (damaged_inside, "endommagé"),
    "zip that is no workbook": (content("a.xlsx", b"PK\x03\x04" + bytes(100)), "endommagé"),
    "png named xlsx": (content("image.xlsx", PNG), "pas un classeur"),
    "html named xls": (content("page.xls", b"<html><table></table></html>"), "aucun tableau"),
    "zip bomb": (bomb, "Il n’a pas été ouvert"),
    "binary csv": (content("binary.csv", PNG), "pas un tableau"),
    "bytes of another encoding": (
        content("bytes.csv", b"\x81\x8d\x8f\x90\x9d,\xff\n" * 9),
        "manque une colonne",
    ),
    "cut in the middle of a letter": (content("cut.csv", "Édition,É".encode()[:-1]), "manque une colonne"),
    "endless cell": (content("cell.csv", b'"' + b"a" * (2 * 1024**2)), "pas un tableau"),
    "unknown format": (content("liste.docx", b"PK"), ".docx"),
    "no template": (no_template, "manque une colonne"),
    "a column twice": (twice, "deux fois"),
}


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0)


def dump(tmp_path: Path) -> list[str]:
    connection = sqlite3.connect(tmp_path / "portee.sqlite3")
    lines = list(connection.iterdump())
    connection.close()
    return lines


@pytest.mark.parametrize("command", ["load", "check"])
@pytest.mark.parametrize("kind", UNREADABLE)
def test_an_unreadable_file_gives_one_sentence_and_leaves_the_database(
    empty: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, command: str
) -> None:
    build, words = UNREADABLE[kind]
    (tmp_path / "files").mkdir()
    path, before = build(tmp_path / "files"), dump(tmp_path)
    assert run(command, str(path)) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err and path.name in err and "Traceback" not in err
    assert dump(tmp_path) == before


def test_an_unreadable_file_in_json_has_its_sentence(
    empty: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("load", str(missing(tmp_path)), "--json", "--lang", "en") == 2
    (told,) = json.loads(capsys.readouterr().out)
    assert "does not exist" in told["error"]
    assert (told["load"], told["rows"]["read"]) == (None, 0)


def test_the_other_files_load_beside_an_unreadable_one(empty: Engine, tmp_path: Path) -> None:
    good = write(tmp_path / "good.csv", [row()])
    assert run("load", str(missing(tmp_path)), str(good)) == 2
    with empty.connect() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM registration").scalar() == 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".xls", ".ods"])
def test_a_header_alone_is_readable_but_nothing_could_be_loaded(
    empty: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    assert run("load", str(write(tmp_path / f"header{suffix}", [], list(ROW)))) == 1
    assert "aucune ligne" in capsys.readouterr().out
