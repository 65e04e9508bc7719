"""The only reader of the database: each function answers one question, under one scope.

Belongs here: SQL and its caches. Not here: arithmetic (``metrics``), words, drawing. What is cached
has the key (version, scope, question), so a new load is seen at the next gesture and nobody is
served what was read for another.
"""

from dashboard.connection import database_url
from dashboard.queries.cube import Reference, Snapshot, cube, engine, newest, presence, reference, snapshot
from dashboard.queries.figures import figures, people_by_edition, rows_that_wait
from dashboard.queries.partners import NO_MRC, Standing, answers, partners, released, standing
from dashboard.queries.registrations import original_rows, registrations, to_confirm

__all__ = [
    "NO_MRC",
    "Reference",
    "Snapshot",
    "Standing",
    "answers",
    "cube",
    "database_url",
    "engine",
    "figures",
    "newest",
    "original_rows",
    "partners",
    "people_by_edition",
    "presence",
    "reference",
    "registrations",
    "released",
    "rows_that_wait",
    "snapshot",
    "standing",
    "to_confirm",
]
