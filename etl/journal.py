"""What registrations were before each load changed them, and which loads spoke of what others wrote.

Belongs here: keeping it while a block is loaded (``staging``'s ``known`` and ``changed``), and forgetting it.
Not here: putting it back (``undo``). The content of a registration and its confirmed people are kept apart: a
confirmation can be taken back under a later correction of the content, and the other way round.
"""

from typing import Any, Final

from sqlalchemy import Connection, Select, delete, or_, text

from etl.recognise import Template
from etl.schema import (
    ConfirmationBefore,
    FigureBefore,
    LoadDependency,
    RegistrationBefore,
    RegistrationPartnerBefore,
    RegistrationPlaceBefore,
)
from etl.staging import CONTENT

MEASURE: Final[dict[Template, str]] = {"registrations": "expected", "confirmed": "confirmed"}

OF_CONTENT: Final = f"""
INSERT INTO registration_before (load_id, registration_id, {", ".join(CONTENT)}, written_by, sheet, "row")
SELECT CAST(:load AS INTEGER), r.id, {", ".join(f"r.{name}" for name in CONTENT)}, r.load_id, r.sheet, r."row"
FROM changed c JOIN registration r ON r.id = c.registration_id
"""

OF_ATTACHED: Final = """
INSERT INTO {table}_before (load_id, registration_id, {column})
SELECT CAST(:load AS INTEGER), r.registration_id, r.{column}
FROM changed c JOIN {table} r ON r.registration_id = c.registration_id
"""

OF_CONFIRMATION: Final = """
INSERT INTO confirmation_before (load_id, registration_id, confirmed_load_id, confirmed_sheet, confirmed_row)
SELECT CAST(:load AS INTEGER), r.id, r.confirmed_load_id, r.confirmed_sheet, r.confirmed_row
FROM changed c JOIN registration r ON r.id = c.registration_id
"""

OF_FIGURES: Final = """
INSERT INTO figure_before (load_id, registration_id, measure, audience, people, written)
SELECT CAST(:load AS INTEGER), p.registration_id, '{measure}', p.audience, p.{measure}, p.{measure}_written
FROM changed c JOIN participation p ON p.registration_id = c.registration_id
WHERE p.{measure} IS NOT NULL OR p.{measure}_written IS NOT NULL
"""

KEPT: Final[dict[Template, tuple[str, ...]]] = {
    "registrations": (
        OF_CONTENT,
        OF_ATTACHED.format(table="registration_place", column="place_code"),
        OF_ATTACHED.format(table="registration_partner", column="partner_id"),
    ),
    "confirmed": (OF_CONFIRMATION,),
}

CONTENT_FROM: Final = "SELECT r.load_id FROM known k JOIN registration r ON r.id = k.registration_id"

CREATED_OR_CONFIRMED_BY: Final = """
SELECT COALESCE(b.written_by, r.load_id) AS load_id
FROM known k JOIN registration r ON r.id = k.registration_id
LEFT JOIN registration_before b ON b.registration_id = r.id
    AND b.load_id = (SELECT MIN(load_id) FROM registration_before f WHERE f.registration_id = r.id)
UNION SELECT r.confirmed_load_id FROM known k JOIN registration r ON r.id = k.registration_id
"""

DEPENDS: Final = """
INSERT INTO load_dependency (load_id, on_load_id)
SELECT DISTINCT CAST(:load AS INTEGER), met.load_id FROM ({met}) met WHERE met.load_id <> :load
ON CONFLICT DO NOTHING
"""

TABLES: Final[tuple[Any, ...]] = (
    RegistrationBefore,
    RegistrationPlaceBefore,
    RegistrationPartnerBefore,
    ConfirmationBefore,
    FigureBefore,
)


def keep(connection: Connection, load_id: int, template: Template) -> None:
    """Keep what the registrations of ``changed`` are, before the load changes them."""
    for statement in (*KEPT[template], OF_FIGURES.format(measure=MEASURE[template])):
        connection.execute(text(statement), {"load": load_id})


def depend(connection: Connection, load_id: int, template: Template) -> None:
    """Keep which loads wrote the registrations of ``known``, changed or not.

    A file of registrations rests on whoever wrote their content last; one of confirmations on whoever made
    them, and confirmed them last.
    """
    met = CONTENT_FROM if template == "registrations" else CREATED_OR_CONFIRMED_BY
    connection.execute(text(DEPENDS.format(met=met)), {"load": load_id})


def forget(connection: Connection, load_id: int) -> None:
    """Forget what a load that is taken back changed: its identifiers may serve again."""
    for table in (*TABLES, LoadDependency):
        connection.execute(delete(table).where(table.load_id == load_id))


def forget_all(connection: Connection, loads: Select[Any], registrations: Select[Any]) -> None:
    """Forget all that was kept for these loads, or for these registrations, or would bring the loads back."""
    for table in TABLES:
        is_gone = or_(
            table.load_id.in_(loads),
            table.registration_id.in_(registrations),
        )
        connection.execute(delete(table).where(is_gone))
    for attached in (RegistrationPlaceBefore, RegistrationPartnerBefore, FigureBefore):
        stale = (
            RegistrationBefore.__table__.select()
            .where(
                RegistrationBefore.written_by.in_(loads),
                RegistrationBefore.load_id == attached.load_id,
                RegistrationBefore.registration_id == attached.registration_id,
            )
            .exists()
        )
        connection.execute(delete(attached).where(stale))
    connection.execute(delete(RegistrationBefore).where(RegistrationBefore.written_by.in_(loads)))
    connection.execute(
        delete(LoadDependency).where(
            or_(LoadDependency.load_id.in_(loads), LoadDependency.on_load_id.in_(loads))
        )
    )
