"""The only reader of the database: each function answers one question, under one scope.

Belongs here: SQL and its caches. Not here: arithmetic (``metrics``), words, drawing. What is cached
has the key (version, scope, question), so a new load is seen at the next gesture and nobody is
served what was read for another.
"""

from dashboard.connection import database_url
from dashboard.queries.contributions import contributions, partner_names
from dashboard.queries.cube import Reference, Snapshot, cube, engine, presence, reference, snapshot
from dashboard.queries.partners import NO_MRC, Standing, answers, partners, released, standing
from dashboard.queries.registrations import original_rows, registrations, to_confirm

__all__ = [
    "NO_MRC",
    "Reference",
    "Snapshot",
    "Standing",
    "answers",
    "contributions",
    "cube",
    "database_url",
    "engine",
    "original_rows",
    "partner_names",
    "partners",
    "presence",
    "reference",
    "registrations",
    "released",
    "snapshot",
    "standing",
    "to_confirm",
]
