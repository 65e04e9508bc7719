"""Builders for tests of partners: registrations under names, and what the tables hold."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, text

from etl import summarise
from etl.database import next_id
from etl.partners.identify import Identifier, Identity
from etl.schema import Edition, Load, Registration, RegistrationPartner

ALMA, HEBERTVILLE, ROBERVAL, SAGUENAY = "2493042", "2493020", "2491025", "2494068"
MOMENT = datetime(2026, 1, 15, 12, 0)
TABLES = (
    *("partner", "partner_alias", "partner_word", "partner_spelling", "partner_proposal"),
    *("registration", "registration_partner"),
)

Written = tuple[str, str | None]


def register(connection: Connection, names: Sequence[Written], edition: int = 2024) -> list[Identity]:
    """Load a registration for each name and place, as a file of that edition would."""
    load = next_id(connection, Load.__table__)  # type: ignore[arg-type]
    counts = {f"rows_{kind}": 0 for kind in ("accepted", "updated", "unchanged", "quarantined", "ignored")}
    connection.execute(
        insert(Load),
        {
            "id": load,
            "file_name": "a.csv",
            "sha256": "",
            "template": "registrations",
            "author": "test",
            "loaded_at": MOMENT,
            "is_demonstration": False,
            "rows_read": 0,
        }
        | counts,
    )
    if connection.scalar(select(Edition.year).where(Edition.year == edition)) is None:
        connection.execute(insert(Edition), {"year": edition})
    identifier = Identifier(connection)
    unique = list(dict.fromkeys(names))
    found = dict(
        zip(
            unique,
            identifier.identify([name for name, _ in unique], [place for _, place in unique]),
            strict=True,
        )
    )
    identifier.write(connection, load)
    for name, place in names:
        identity = found[name, place]
        registration = next_id(connection, Registration.__table__)  # type: ignore[arg-type]
        connection.execute(
            insert(Registration),
            {
                "id": registration,
                "edition": edition,
                "number": str(registration),
                "partner_id": identity.partner_id,
                "sector": "unspecified",
                "action": "unspecified",
                "place_code": place or "unspecified",
                "load_id": load,
                "sheet": "",
                "row": registration,
            },
        )
        for other in identity.others:
            connection.execute(
                insert(RegistrationPartner), {"registration_id": registration, "partner_id": other}
            )
    summarise.make_versions(connection, [edition], load, MOMENT)
    return [found[name] for name in names]


def contents(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the tables that a decision may touch."""
    return {
        name: sorted((tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))), key=str)
        for name in TABLES
    }
