"""The database that the app reads, opened once. Not here: any question put to it (``queries``)."""

import os

import streamlit as st
from sqlalchemy import Engine

from etl import database


def database_url() -> str | None:
    """Which database is read: part of the key of every cached read."""
    return os.environ.get("DATABASE_URL")


def opened() -> Engine:
    """Engine of the database named by ``DATABASE_URL``, migrated and with its reference data."""
    return _engine(database_url())


@st.cache_resource(show_spinner=False)
def _engine(url: str | None) -> Engine:
    ready = database.engine(url)
    database.prepare(ready)
    return ready
