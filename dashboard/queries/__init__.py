"""The only reader of the database: each function answers one question, under one scope.

Belongs here: SQL and its caches. Not here: arithmetic (``metrics``), words, drawing. What is cached
has the key (version, scope, question), so a new load is seen at the next gesture and nobody is
served what was read for another.
"""

from dashboard.connection import database_url
from dashboard.queries.contributions import by_partner, contributions, partner_names
from dashboard.queries.cube import (
    Reference,
    Snapshot,
    cube,
    engine,
    newest_version,
    presence,
    reference,
    snapshot,
)
from dashboard.queries.days import held_on
from dashboard.queries.exposure import exposure
from dashboard.queries.figures import figures, people_by_edition, rows_that_wait
from dashboard.queries.pace import (
    arrivals,
    calendar,
    cube_until,
    has_its_facts,
    known_at,
    presence_until,
)
from dashboard.queries.partners import answers, notes, partners
from dashboard.queries.registrations import original_rows, registrations, to_confirm
from dashboard.queries.releases import NO_MRC, Released, Standing, release, released, standing
from dashboard.queries.silences import silences
from dashboard.queries.trace import Counted, counted, traced

__all__ = [
    "NO_MRC",
    "Counted",
    "Reference",
    "Released",
    "Snapshot",
    "Standing",
    "answers",
    "arrivals",
    "by_partner",
    "calendar",
    "contributions",
    "counted",
    "cube",
    "cube_until",
    "database_url",
    "engine",
    "exposure",
    "figures",
    "has_its_facts",
    "held_on",
    "known_at",
    "newest_version",
    "notes",
    "original_rows",
    "partner_names",
    "partners",
    "people_by_edition",
    "presence",
    "presence_until",
    "reference",
    "registrations",
    "release",
    "released",
    "rows_that_wait",
    "silences",
    "snapshot",
    "standing",
    "to_confirm",
    "traced",
]
