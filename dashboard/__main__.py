"""The command line: ``python -m dashboard --help``. Who may come in, the trace's end, reports.

Words and exit codes only; the work is in ``members``, ``links``, ``audit``, ``reports``. Exit codes: 0 done;
1 nothing to do; 2 the command was wrong.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import pandas as pd
import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection

from dashboard import audit, formats, links, members, privacy, signin
from dashboard.messages import Language, text_in
from etl import database, stamp

app = typer.Typer(
    help="Gère qui peut entrer dans l’application, et fait les rapports. (Who may come in; reports.)",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
access = typer.Typer(help="Les personnes, les liens des partenaires.", no_args_is_help=True)
app.add_typer(access, name="access")


class Role(StrEnum):
    """Roles of those who sign in."""

    director = "director"
    board = "board"


class Form(StrEnum):
    """Formats of a report."""

    pdf = "pdf"
    pptx = "pptx"
    xlsx = "xlsx"


class Spoken(StrEnum):
    """Languages of the messages."""

    fr = "fr"
    en = "en"


JsonOption = Annotated[bool, typer.Option("--json", help="Écrire en JSON, pour les programmes.")]
LanguageOption = Annotated[Spoken, typer.Option("--lang", envvar="PORTEE_LANG", help="Langue des messages.")]
Address = Annotated[str, typer.Argument(metavar="COURRIEL", help="Son adresse, celle de son compte.")]
EditionOption = Annotated[int, typer.Option(help="L’édition (année).", min=2008, max=2100)]
DayOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Dernier jour des liens ; par défaut, le 30 juin qui suit."),
]


@access.command("list")
def list_(as_json: JsonOption = False, lang: LanguageOption = Spoken.fr) -> None:
    """Montrer qui peut se connecter, et comme quoi."""
    with _database() as connection:
        known = members.listed(connection)
    if as_json:
        _print_json(
            [
                {
                    "email": one.email,
                    "role": one.role,
                    "added_by": one.added_by,
                    "added_at": _moment(one.added_at),
                    "seen_at": _moment(one.seen_at),
                }
                for one in known
            ]
        )
    elif not known:
        print(_say(lang, "members-none"))
    else:
        table = Table(*(_say(lang, f"column-{name}") for name in ("email", "role", "seen")))
        for one in known:
            seen = formats.moment(one.seen_at) if one.seen_at else formats.MISSING
            table.add_row(one.email, _say(lang, f"role-{one.role}"), seen)
        Console().print(table)


@access.command()
def add(
    email: Address,
    role: Annotated[Role, typer.Option(help="Sa place : direction (director) ou conseil (board).")],
    as_json: JsonOption = False,
    lang: LanguageOption = Spoken.fr,
) -> None:
    """Laisser entrer une personne, ou changer son rôle."""
    with _database() as connection:
        try:
            address = members.add(connection, email, role.value, stamp.user())
        except members.NotAnAddress:
            _fail(_say(lang, "not-an-address", email=email))
        except members.LastDirector:
            _fail(_say(lang, "last-director", email=email))
    if as_json:
        _print_json({"email": address, "role": role.value})
    else:
        print(_say(lang, "member-added", email=address, role=_say(lang, f"role-{role.value}")))


@access.command()
def remove(email: Address, as_json: JsonOption = False, lang: LanguageOption = Spoken.fr) -> None:
    """Ne plus laisser entrer une personne ; sa séance ouverte s’arrête au geste suivant."""
    with _database() as connection:
        try:
            was = members.remove(connection, email, stamp.user())
        except members.LastDirector:
            _fail(_say(lang, "last-director", email=email))
    if as_json:
        _print_json({"email": email, "removed": was})
    else:
        print(_say(lang, "member-removed" if was else "member-unknown", email=email))
    raise typer.Exit(0 if was else 1)


@access.command("links")
def links_(
    edition: EditionOption,
    until: DayOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Spoken.fr,
) -> None:
    """Faire un lien pour chaque partenaire d’une édition, à la place des précédents, en CSV pour l’envoi.

    C’est le seul moment où les liens sont connus : la base n’en garde qu’une empreinte.
    """
    _know_that_no_page_is_open()
    from dashboard.grids import csv

    day = until.date() if until else links.last_day(edition, datetime.now(formats.CLOCK).date())
    with _database() as connection:
        wanted = links.partners_of(connection, edition)
        made = links.make(connection, edition, wanted, links.end_of(day), stamp.user())
    if not made:
        _stop(_say(lang, "links-none", edition=str(edition)), 1)
    rows = links.addressed(made, signin.public_address())
    if as_json:
        _print_json([{"partner": name, "link": link, "until": day.isoformat()} for name, link in rows])
        return
    names = [_say(lang, f"column-{name}") for name in ("partner", "link", "until")]
    table = pd.DataFrame([(name, link, day.isoformat()) for name, link in rows], columns=names)
    sys.stdout.buffer.write(csv(table))


@access.command()
def revoke(edition: EditionOption, as_json: JsonOption = False, lang: LanguageOption = Spoken.fr) -> None:
    """Révoquer tous les liens d’une édition ; les séances ouvertes s’arrêtent au geste suivant."""
    with _database() as connection:
        alive = [link.id for link in links.listed(connection, edition) if link.revoked_at is None]
        count = links.revoke(connection, alive, stamp.user())
    if as_json:
        _print_json({"edition": edition, "revoked": count})
    else:
        print(_say(lang, "links-revoked", count=count))


@app.command()
def retention(
    months: Annotated[int, typer.Option(help="Mois gardés.", min=1, max=1200)] = audit.KEPT_MONTHS,
    as_json: JsonOption = False,
    lang: LanguageOption = Spoken.fr,
) -> None:
    """Retirer du journal les événements plus anciens ; à lancer chaque mois."""
    before = pd.Timestamp(stamp.now()) - pd.DateOffset(months=months)
    with _database() as connection:
        count = audit.forget(connection, before.to_pydatetime())
    if as_json:
        _print_json({"before": _moment(before.to_pydatetime()), "removed": count})
    else:
        print(_say(lang, "audit-removed", count=count, months=str(months)))


@app.command()
def person(
    email: Address,
    erase: Annotated[bool, typer.Option("--erase", help="Effacer ce qui est gardé, partout.")] = False,
    as_json: JsonOption = False,
    lang: LanguageOption = Spoken.fr,
) -> None:
    """Montrer où une personne est nommée, ou effacer son nom de partout."""
    with _database() as connection:
        address = email.strip().lower()
        if erase and members.is_last_director(connection, address):
            _fail(_say(lang, "last-director", email=address))
        found = (privacy.erase if erase else privacy.held)(connection, address)
    if as_json:
        _print_json({"email": address, "held": found, "erased": erase})
        return
    if not found:
        print(_say(lang, "person-unknown", email=address))
        raise typer.Exit(1)
    for place, count in found.items():
        print(f"{place} : {count}")
    if erase:
        print(_say(lang, "person-erased", email=address))


@app.command()
def report(
    form: Annotated[
        Form, typer.Option("--format", help="Une page à imprimer, des diapositives, des tableaux.")
    ],
    out: Annotated[Path, typer.Option(metavar="FICHIER", help="Où l’écrire; le remplace s’il existe.")],
    edition: Annotated[int | None, typer.Option(help="L’édition (année).", min=2008, max=2100)] = None,
    seance: Annotated[str | None, typer.Option(metavar="CODE", help="Les chiffres d’une séance.")] = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Spoken.fr,
) -> None:
    """Faire un rapport d’une édition, ou d’une séance par son code, sans navigateur."""
    _know_that_no_page_is_open()
    from dashboard.reports import command

    language: Language = lang.value
    try:
        made = command.write(out, form.value, language, edition, seance)
    except command.NothingToSay as told:
        _stop(str(told), 1)
    except command.NotAsked as told:
        _fail(str(told))
    if as_json:
        _print_json(made.known)
    else:
        print(made.sentence)


def _know_that_no_page_is_open() -> None:
    """Keep Streamlit from warning that no page is, before what pages use is imported."""
    from streamlit.logger import set_log_level

    set_log_level("ERROR")


@contextmanager
def _database() -> Iterator[Connection]:
    engine = database.engine()
    database.prepare(engine)
    try:
        with database.writer(engine) as connection:
            yield connection
    finally:
        engine.dispose()


def _moment(value: datetime | None) -> str | None:
    return value.replace(tzinfo=UTC).isoformat() if value else None


def _say(lang: Spoken, key: str, **values: object) -> str:
    language: Language = lang.value
    return text_in(language, key, **values)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _fail(sentence: str) -> NoReturn:
    _stop(sentence, 2)


def _stop(sentence: str, code: int) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise typer.Exit(code)


if __name__ == "__main__":
    app(prog_name="python -m dashboard")
