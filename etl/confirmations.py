"""People really reached, told by who leads the activities: a confirmation is a load too, with its author.

Only the partner who leads a registration is heard on it: its people count once, as theirs. Nothing is written
of an answer that names another's registration, or a figure that cannot be loaded.
Not here: who is asking (``dashboard.access``), and the page on which they answer.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from sqlalchemy import Connection, Engine, select

from etl.clean import free_text
from etl.headers import title
from etl.load import Answer, Report, load_sheets
from etl.read import Row, Sheet
from etl.schema import AUDIENCES, Registration

UNKNOWN: Final = "inconnu"
"""What is loaded of a figure that was told and no longer is: a blank would keep it."""

LONGEST_NOTE: Final = 1_000
"""Characters kept of a note."""

Told = Mapping[str, Mapping[str, int | None]]
"""People by audience, by number of the registration; None where they are not known any more."""


@dataclass
class NotTheirs(Exception):
    """These numbers are of no registration that the partner leads in this edition."""

    numbers: tuple[str, ...]


class NotLoadable(Exception):
    """A figure is no number of people."""


def confirm(
    engine: Engine, partner: int, edition: int, told: Told, source: str, author: str, note: str = ""
) -> Report:
    """Load what a partner tells of the registrations that they lead; all of it, or nothing.

    Args:
        engine: a prepared database.
        partner: who leads them.
        edition: of the registrations.
        told: what they tell; an audience that is not named keeps what is known of it.
        source: what the history calls it, in the place of a file's name.
        author: who confirms.
        note: what they add in words, of which contacts are removed.

    Raises:
        NotTheirs: a registration is not led by this partner.
        NotLoadable: a figure is negative, or too large.
    """
    report = Report(source, _identity(edition, told))

    def check(connection: Connection) -> None:
        _check_leads(connection, partner, edition, told)
        if report.rows["quarantined"]:
            raise NotLoadable

    return load_sheets(
        engine,
        report,
        partial(_sheets, source, edition, told),
        author=author,
        along=check,
        answer=Answer(_kept(note)),
    )


def _kept(note: str) -> str | None:
    return (free_text(note) or "")[:LONGEST_NOTE] or None


def _check_leads(connection: Connection, partner: int, edition: int, numbers: Collection[str]) -> None:
    led = select(Registration.number).where(
        Registration.partner_id == partner, Registration.edition == edition
    )
    others = sorted(set(numbers).difference(connection.scalars(led)))
    if others:
        raise NotTheirs(tuple(others))


def _sheets(source: str, edition: int, told: Told) -> Iterator[Sheet]:
    yield Sheet(source, _rows(edition, told))


def _rows(edition: int, told: Told) -> Iterator[Row]:
    yield 1, [title("edition"), title("number"), *map(title, AUDIENCES)]
    for row, (number, figures) in enumerate(told.items(), 2):
        yield row, [edition, number, *(_cell(figures, audience) for audience in AUDIENCES)]


def _cell(figures: Mapping[str, int | None], audience: str) -> int | str:
    if audience not in figures:
        return ""
    people = figures[audience]
    return UNKNOWN if people is None else people


def _identity(edition: int, told: Told) -> str:
    content = [edition, [(number, dict(figures)) for number, figures in told.items()]]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
