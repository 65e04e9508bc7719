"""The demonstration as it was three weeks before the opening of 2026, for tests of what still comes in."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, text

from etl.demonstration import draw
from etl.demonstration.workbooks import write_confirmations, write_registrations
from etl.load import load

OPENING: Final = date(2026, 2, 16)
DAYS_BEFORE: Final = 20
KNOWN_ON: Final = OPENING - timedelta(days=DAYS_BEFORE)
EARLIER: Final = (2022, 2023, 2024, 2025)


def fill(engine: Engine, folder: Path) -> None:
    """Load four editions that are over, and of 2026 what was registered by that day, as loaded then."""
    drawn = draw()
    for edition in EARLIER:
        write_registrations(folder / f"{edition}.xlsx", drawn[edition])
        write_confirmations(folder / f"{edition}-confirmations.xlsx", drawn[edition])
        load(engine, folder / f"{edition}.xlsx", demonstration=True)
        load(engine, folder / f"{edition}-confirmations.xlsx", demonstration=True)
    known = [one for one in drawn[2026] if one.registered_on and one.registered_on <= KNOWN_ON]
    write_registrations(folder / "2026.xlsx", known)
    load(engine, folder / "2026.xlsx", demonstration=True)
    with engine.begin() as connection:
        moment = datetime(KNOWN_ON.year, KNOWN_ON.month, KNOWN_ON.day, 17).isoformat(" ")
        connection.execute(
            text("UPDATE load SET loaded_at = :moment WHERE file_name = '2026.xlsx'"), {"moment": moment}
        )
