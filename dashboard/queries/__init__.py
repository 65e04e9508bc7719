"""The only reader of the database: each function answers one question, under one scope.

Belongs here: SQL and its caches. Not here: arithmetic (``metrics``), words, drawing. What is cached
has the key (version, scope, question), so a new load is seen at the next gesture and nobody is
served what was read for another.
"""

from dashboard.connection import database_url
from dashboard.queries.cube import Reference, Snapshot, cube, engine, presence, reference, snapshot
from dashboard.queries.partners import answers, notes, partners
from dashboard.queries.registrations import original_rows, registrations, to_confirm
from dashboard.queries.releases import NO_MRC, Released, Standing, release, released, standing

__all__ = [
    "NO_MRC",
    "Reference",
    "Released",
    "Snapshot",
    "Standing",
    "answers",
    "cube",
    "database_url",
    "engine",
    "notes",
    "original_rows",
    "partners",
    "presence",
    "reference",
    "registrations",
    "release",
    "released",
    "snapshot",
    "standing",
    "to_confirm",
]
