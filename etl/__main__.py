"""The command line: ``python -m etl --help``. Words and exit codes; the work is done elsewhere.

Exit codes: 0 loaded, quarantine or not; 1 nothing could be loaded; 2 the command was wrong or a file
could not be read.
"""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from etl import commands, database, demonstrate, export, originals, sentences, stamp, summarise, trace, undo
from etl.history import history as read_history
from etl.load import OUTCOMES, Report, TableRead
from etl.load import load as load_file
from etl.messages import Catalogue
from etl.package.read import is_package
from etl.package.take_in import load_package
from etl.read import UnreadableFile
from etl.schema import Edition, EditionVersion, Load, Place

SHOWN = 20
"""Quarantined rows printed by file; all are in the JSON and in the database."""

app = typer.Typer(
    help="Charge les inscriptions des JPS et en donne les chiffres. "
    "(Loads registrations and gives their figures.)",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Language(StrEnum):
    """Languages of the messages."""

    fr = "fr"
    en = "en"


class Format(StrEnum):
    """How a summary is written."""

    table = "table"
    csv = "csv"
    json = "json"


Files = Annotated[
    list[Path], typer.Argument(metavar="FICHIER…", help="Fichiers .xlsx, .xls, .ods, .csv, .txt ou .pdf.")
]
EditionOption = Annotated[
    int | None, typer.Option(help="Édition (année) des lignes qui n’en nomment pas.", min=2008, max=2100)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Écrire en JSON, pour les programmes.")]
LanguageOption = Annotated[
    Language, typer.Option("--lang", envvar="PORTEE_LANG", help="Langue des messages.")
]
AuthorOption = Annotated[
    str | None, typer.Option(help="Qui charge ; par défaut, l’utilisateur de la machine.")
]


@app.command()
def load(
    files: Files,
    edition: EditionOption = None,
    author: AuthorOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.fr,
) -> None:
    """Charger des fichiers ; ce qui ne peut l’être attend, avec sa raison."""
    _each_file(files, edition, author, as_json, lang, check=False)


@app.command()
def check(
    files: Files,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.fr,
) -> None:
    """Vérifier des fichiers comme si on les chargeait, sans rien écrire."""
    _each_file(files, edition, None, as_json, lang, check=True)


@app.command()
def demo(
    remove: Annotated[bool, typer.Option("--remove", help="Retirer ces données, et elles seules.")] = False,
    folder: Annotated[Path, typer.Option(help="Où écrire les fichiers.")] = database.ROOT / "var" / "demo",
    as_json: JsonOption = False,
    lang: LanguageOption = Language.fr,
) -> None:
    """Écrire et charger des données de démonstration, fictives ; ou les retirer."""
    say = _catalogue(lang)
    with _engine(say) as engine:
        if remove:
            editions = demonstrate.take_out(engine)
            if as_json:
                _print_json({"removed": editions})
            else:
                listed = ", ".join(map(str, editions))
                print(say.text("demo-removed", editions=listed) if editions else say.text("demo-none"))
            return
        with _progress() as advance:
            reports = list(demonstrate.put_in(engine, folder, advance))
    if as_json:
        _print_json([_as_json(report, say) for report in reports])
    else:
        for report in reports:
            _print_report(report, say, check=False)


@app.command()
def summary(
    by: Annotated[str, typer.Option(help="Dimensions : edition,audience,municipality,mrc,sector,action.")] = (
        "edition"
    ),
    edition: Annotated[int | None, typer.Option(help="Une seule édition.")] = None,
    format: Annotated[Format, typer.Option(help="Forme de la sortie.")] = Format.table,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.fr,
) -> None:
    """Donner les chiffres que montrent les pages."""
    say = _catalogue(lang)
    names = [name.strip() for name in by.split(",") if name.strip()]
    for name in names:
        if name not in summarise.DIMENSIONS:
            allowed = ", ".join(summarise.DIMENSIONS)
            _fail(say.text("wrong-dimension", name=name, allowed=allowed))
    with _engine(say) as engine, engine.connect() as connection:
        rows = summarise.summary(connection, names, edition)
    columns = [*names, *summarise.COUNTS]
    if as_json or format is Format.json:
        _print_json([{name: row[name] for name in columns} for row in rows])
    elif format is Format.csv:
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    else:
        _print_table(columns, [[row[name] for name in columns] for row in rows])


@app.command("export")
def export_(
    folder: Annotated[Path, typer.Argument(metavar="DOSSIER", help="Un dossier neuf, vide ou déjà exporté.")],
    as_json: JsonOption = False,
    lang: LanguageOption = Language.fr,
) -> None:
    """Écrire toute la base en paquet de données : des CSV et leur datapackage.json."""
    say = _catalogue(lang)
    with _engine(say) as engine, _progress() as advance:
        try:
            written = export.write_package(
                engine,
                folder,
                lambda name, count: advance(f"{name}: {say.text('progress-rows', count=count)}"),
            )
        except export.FolderInUse:
            _fail(say.text("export-folder_in_use", folder=str(folder)))
        except OSError as error:
            reason = error.strerror or str(error)
            _fail(say.text("export-not_written", folder=str(folder), reason=reason))
        with database.writer(engine) as connection:
            trace.record(connection, "exported", stamp.user(), str(written.descriptor), "localhost")
    if as_json:
        _print_json(
            {
                "datapackage": str(written.descriptor),
                "version": written.version,
                "created": f"{written.moment.isoformat()}Z",
                "demonstration": written.is_demonstration,
                "rows": written.rows,
            }
        )
        return
    registrations = written.rows["registration"]
    print(say.text("export-written", path=str(written.descriptor), count=registrations))
    if written.is_demonstration:
        print(say.text("export-demonstration"))


@app.command()
def status(as_json: JsonOption = False, lang: LanguageOption = Language.fr) -> None:
    """Montrer les chargements et la version actuelle de chaque édition."""
    say = _catalogue(lang)
    newest = select(func.max(EditionVersion.id)).group_by(EditionVersion.edition)
    with _engine(say) as engine, engine.connect() as connection:
        loads = connection.execute(select(Load.__table__).order_by(Load.id)).mappings().all()
        versions = (
            connection.execute(
                select(EditionVersion.__table__)
                .where(EditionVersion.id.in_(newest))
                .order_by(EditionVersion.edition)
            )
            .mappings()
            .all()
        )
    if as_json:
        told = {"loads": [dict(row) for row in loads], "versions": [dict(row) for row in versions]}
        _print_json(json.loads(json.dumps(told, default=str)))
        return
    if not loads:
        print(say.text("status-none"))
        return
    columns = ("load", "file", "when", "who", "read")
    _print_table(
        [say.text(f"column-{name}") for name in columns],
        [[row["id"], row["file_name"], row["loaded_at"], row["author"], row["rows_read"]] for row in loads],
    )
    print(say.text("status-versions"))
    _print_table(
        [say.text("column-edition"), say.text("column-version"), say.text("column-when")],
        [[row["edition"], row["id"], row["created_at"]] for row in versions],
    )


@app.command(name="undo")
def undo_load(
    load: Annotated[int, typer.Argument(metavar="CHARGEMENT", help="Son numéro, que donne history.")],
    author: Annotated[
        str | None, typer.Option(help="Qui annule ; par défaut, l’utilisateur de la machine.")
    ] = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.fr,
) -> None:
    """Annuler un chargement, s’il n’y en a pas d’autre qui en dépend."""
    say = _catalogue(lang)
    with _engine(say) as engine:
        try:
            undone = undo.undo(engine, load, author or stamp.user())
        except undo.REFUSALS as error:
            sentence = sentences.undo_refused(error, load, say)
            if as_json:
                depend = [one.id for one in error.loads] if isinstance(error, undo.DependentLoads) else []
                _print_json({"load": load, "editions": [], "error": sentence, "depend": depend})
            print(sentence, file=sys.stderr)
            unknown = isinstance(error, undo.NotUndoable)
            raise typer.Exit(2 if unknown else 1) from error
    if as_json:
        _print_json({"load": undone.load, "editions": list(undone.editions)})
    else:
        editions = ", ".join(map(str, undone.editions)) or "—"
        print(say.text("undo-done", load=str(load), editions=editions))


@app.command()
def history(as_json: JsonOption = False, lang: LanguageOption = Language.fr) -> None:
    """Montrer les chargements, du plus récent au plus ancien, et ce que chacun a changé."""
    say = _catalogue(lang)
    with _engine(say) as engine, engine.connect() as connection:
        loads = read_history(connection)
    if as_json:
        _print_json([commands.told(one) for one in loads])
    elif loads:
        commands.print_history(loads, say)
    else:
        print(say.text("status-none"))


@app.command()
def original(
    edition: Annotated[int, typer.Argument(metavar="ÉDITION", help="L’année.")],
    number: Annotated[str, typer.Argument(metavar="NUMÉRO", help="Le numéro d’inscription.")],
    as_json: JsonOption = False,
    lang: LanguageOption = Language.fr,
) -> None:
    """Montrer la ligne d’où vient une inscription, telle qu’elle était."""
    say = _catalogue(lang)
    with _engine(say) as engine, engine.connect() as connection:
        sources = originals.rows_behind(connection, edition, number)
    if as_json:
        _print_json(sources)
    if not sources:
        print(say.text("original-unknown", edition=str(edition), number=number), file=sys.stderr)
        raise typer.Exit(1)
    if not as_json:
        commands.print_rows(sources, say)


@app.command("exposure")
def exposure_(
    files: Files,
    edition: EditionOption = None,
    author: AuthorOption = None,
    check: Annotated[bool, typer.Option("--check", help="Vérifier sans rien écrire.")] = False,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.fr,
) -> None:
    """Ajouter des lignes d’exposition : médias, publications, rubans, outils ; à part des personnes."""
    say = _catalogue(lang)
    told: list[dict[str, Any]] = []
    codes: list[int] = []
    with _engine(say) as engine:
        for path in files:
            one = commands.take_exposure_in(engine, path, edition, author or stamp.user(), say, check=check)
            told.append(one.told)
            codes.append(one.exit_code)
            for sentence in one.complaints:
                print(sentence, file=sys.stderr)
            if one.sentence and not as_json:
                print(one.sentence)
    if as_json:
        _print_json(told)
    raise typer.Exit(max(codes))


@app.command()
def reference(as_json: JsonOption = False, lang: LanguageOption = Language.fr) -> None:
    """Recharger géographie, populations, publics et éditions publiées, et reconstruire les cartes."""
    from etl.geography import build_layers
    from etl.reference import load_reference

    say = _catalogue(lang)
    with _engine(say) as engine, database.writer(engine) as connection:
        load_reference(connection)
        places = connection.scalar(select(func.count()).select_from(Place))
        editions = connection.scalar(select(func.count()).select_from(Edition))
    layers = [path.name for path in build_layers()]
    if as_json:
        _print_json({"places": places, "editions": editions, "layers": layers})
    else:
        names = ", ".join(layers)
        print(say.text("reference-loaded", places=places, editions=editions, layers=names))


def _each_file(
    files: list[Path], edition: int | None, author: str | None, as_json: bool, lang: Language, check: bool
) -> None:
    say = _catalogue(lang)
    told: list[dict[str, Any]] = []
    codes: list[int] = []
    with _engine(say) as engine:
        for path in files:
            try:
                with _progress() as advance:

                    def advanced(rows: int, name: str = path.name) -> None:
                        advance(f"{name}: {say.text('progress-rows', count=rows)}")

                    if is_package(path):
                        report = load_package(engine, path, check=check, progress=advanced)
                    else:
                        report = load_file(
                            engine, path, edition=edition, check=check, author=author, progress=advanced
                        )
            except UnreadableFile as error:
                sentence = sentences.unreadable(path.name, error, say)
                told.append({**_as_json(Report(path.name, ""), say), "error": sentence, "code": error.code})
                codes.append(2)
                print(sentence, file=sys.stderr)
                continue
            told.append(_as_json(report, say))
            codes.append(0 if report.loaded else 1)
            if not as_json:
                _print_report(report, say, check)
    if as_json:
        _print_json(told)
    raise typer.Exit(2 if 2 in codes else min(codes))


def _as_json(report: Report, say: Catalogue) -> dict[str, Any]:
    return {
        "file": report.file,
        "sha256": report.sha256,
        "load": report.load,
        "editions": report.editions,
        "rows": report.rows,
        "quarantine": [
            {
                "sheet": refusal.sheet,
                "row": refusal.row,
                "column": refusal.column,
                "value": refusal.value,
                "code": refusal.code,
                "message": sentences.refusal(report, refusal, say),
            }
            for refusal in report.quarantine
        ],
        "warnings": [sentences.warning(warning, say) for warning in report.warnings],
        "tables": [_table_as_json(table) for table in report.tables],
    }


def _table_as_json(table: TableRead) -> dict[str, Any]:
    layout = table.layout
    return {
        "sheet": table.sheet,
        "header_row": table.header_row,
        "form": layout.form,
        "columns": [asdict(column) for column in layout.columns],
        "questions": [asdict(question) for question in layout.questions],
        "ignored": table.aside,
    }


def _print_report(report: Report, say: Catalogue, check: bool) -> None:
    editions = ", ".join(map(str, report.editions)) or "—"
    if not report.loaded:
        print(say.text("report-nothing", file=report.file))
    else:
        key = "report-checked" if check else "report-loaded"
        print(say.text(key, file=report.file, load=str(report.load), editions=editions))
    counts = {name: str(report.rows[name]) for name in ("read", *OUTCOMES)}
    print(say.text("report-rows", **counts))
    for refusal in report.quarantine[:SHOWN]:
        print(f"  {sentences.refusal(report, refusal, say)}")
    if len(report.quarantine) > SHOWN:
        print(say.text("report-more", count=len(report.quarantine) - SHOWN))
    for warning in report.warnings:
        print(f"  {sentences.warning(warning, say)}")


def _print_table(columns: list[str], rows: list[list[Any]]) -> None:
    table = Table(*columns)
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    Console().print(table)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show what is under way, on a terminal only."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda words: bar.update(task, description=words)


@contextmanager
def _engine(say: Catalogue) -> Iterator[Engine]:
    try:
        engine = database.engine()
        database.prepare(engine)
    except (DatabaseError, ArgumentError, ImportError, OSError) as error:
        _fail(_unreachable(error, say))
    try:
        yield engine
    except OperationalError as error:
        _fail(_unreachable(error, say))


def _unreachable(error: Exception, say: Catalogue) -> str:
    if database.is_full(error):
        return say.text("database-full")
    return say.text("database-unreachable", reason=str(getattr(error, "orig", error)).split("\n")[0])


def _fail(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise typer.Exit(2)


def _catalogue(lang: Language) -> Catalogue:
    return sentences.catalogue(lang.value)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line."""
    app(args=arguments, prog_name="python -m etl")


if __name__ == "__main__":
    main()
