"""The words people read, French first: catalogues by language and subject in ``catalogues/``.

Not here: numbers and dates (``formats``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final, Literal

from etl.messages import Catalogue

Language = Literal["fr", "en"]
FOLDER: Final = Path(__file__).parent / "catalogues"
LOCALES: Final[dict[Language, str]] = {"fr": "fr_CA", "en": "en_CA"}

_language: ContextVar[Language] = ContextVar("language", default="fr")


def language() -> Language:
    """Language of the person who is looking."""
    return _language.get()


@contextmanager
def speaking(code: Language) -> Iterator[None]:
    """Speak another language for a while: that of a file which someone asks for."""
    before = _language.set(code)
    try:
        yield
    finally:
        _language.reset(before)


def babel_locale() -> str:
    """Locale for numbers and dates, ``fr_CA`` or ``en_CA``."""
    return LOCALES[language()]


def text(key: str, **values: object) -> str:
    """Return a message in the reader's language.

    Raises:
        KeyError: the catalogue has no such message.
    """
    return text_in(language(), key, **values)


def text_in(code: Language, key: str, **values: object) -> str:
    """Return a message in one language, for what is said in both at once."""
    return _catalogue(code).text(key, **values)


@cache
def _catalogue(code: Language) -> Catalogue:
    return Catalogue(FOLDER, code)
