"""Databases for tests: each test its own, on SQLite; PostgreSQL where a test asks for it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import Engine

from etl import database, demonstrate
from tests.served_app import ROOT, App, run_etl, served

settings.register_profile("portee", deadline=None)  # speed is for benchmarks: no test fails for being slow
settings.load_profile("portee")


@pytest.fixture
def database_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database of its own, named by ``DATABASE_URL``."""
    url = f"sqlite:///{tmp_path / 'portee.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def empty(database_url: str) -> Iterator[Engine]:
    """A prepared database without registrations."""
    engine = database.engine(database_url)
    database.prepare(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def demonstration_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demonstration data, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("demonstration")
    path = folder / "portee.sqlite3"
    engine = database.engine(f"sqlite:///{path}")
    database.prepare(engine)
    for _ in demonstrate.put_in(engine, folder / "files"):
        pass
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    return path


@pytest.fixture
def demonstration(demonstration_file: Path, tmp_path: Path, database_url: str) -> Iterator[Engine]:
    """A database with the demonstration data."""
    shutil.copyfile(demonstration_file, tmp_path / "portee.sqlite3")
    engine = database.engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared database, made once and copied for each example (``tests.copies``)."""
    path = tmp_path_factory.mktemp("blank") / "portee.sqlite3"
    engine = database.engine(f"sqlite:///{path}")
    database.prepare(engine)
    engine.dispose()
    return path


@pytest.fixture
def fresh_caches() -> Iterator[None]:
    """Nothing that pages remember from the test before, nor after."""
    for cache in (st.cache_data, st.cache_resource):
        cache.clear()
    yield
    for cache in (st.cache_data, st.cache_resource):
        cache.clear()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests: its library runs once in a process."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        reason = "Chromium is not installed (Debian: apt install chromium)"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The application with the demonstration data, served as a person would start it."""
    folder = tmp_path_factory.mktemp("app")
    database = f"sqlite:///{folder / 'jps.sqlite3'}"
    run_etl(database, "demo")
    with served(ROOT / "streamlit_app.py", folder / "server.log", {"DATABASE_URL": database}) as url:
        yield App(url, database)
