"""The database that the app reads, opened once, and read only within a scope.

Not here: any question put to it (``queries``), what PostgreSQL lets a scope read (``etl.row_security``).
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import streamlit as st
from sqlalchemy import Connection, Engine

from dashboard.scope import BOARD, Scope
from etl import database, row_security


def database_url() -> str | None:
    """Which database is read: part of the key of every cached read."""
    return os.environ.get("DATABASE_URL")


def opened() -> Engine:
    """Engine of the database named by ``DATABASE_URL``, migrated and with its reference data.

    It is the owner's, who reads and writes all: for deciding who is looking, for the trace, and for the
    work of directors. What a scope reads goes by ``reading``.
    """
    return _engine(database_url())


@contextmanager
def reading(scope: Scope) -> Iterator[Connection]:
    """A connection that reads what a scope may and writes nothing, which PostgreSQL sees to as well."""
    with opened().connect() as connection:
        row_security.take(connection, scope.role, scope.partner)
        yield connection


def reading_for_all() -> AbstractContextManager[Connection]:
    """A connection that reads everyone's figures, for what is then the same for whoever comes in.

    Whoever calls it gives nothing of one partner's: versions of the data, or what ``disclosure`` releases.
    """
    return reading(BOARD)


@st.cache_resource(show_spinner=False)
def _engine(url: str | None) -> Engine:
    ready = database.engine(url)
    database.prepare(ready)
    return ready
