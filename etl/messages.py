"""Messages for people, from Fluent catalogues: files by language and subject. Shared with the dashboard."""

from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle, FluentResource

LOCALES: Final = {"fr": "fr-CA", "en": "en-CA"}
LONGEST: Final = 900
"""Characters of a value in a sentence: Fluent refuses those above 1,000, and a cell may hold a book."""


class Catalogue:
    """The messages of one language: a folder's ``<language>.ftl`` and each ``<subject>.<language>.ftl``."""

    def __init__(self, folder: Path, language: str) -> None:
        self._bundle = FluentBundle([LOCALES[language]], use_isolating=False)
        for path in sorted(folder.glob(f"*{language}.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def text(self, key: str, **values: object) -> str:
        """Return a message with its values in place.

        Raises:
            KeyError: there is no such message.
            ValueError: the message needs a value that was not given.
        """
        shown = {name: _shortened(value) for name, value in values.items()}
        message, errors = self._bundle.format_pattern(self._pattern(key), shown)
        if errors:
            raise ValueError(f"{key}: {errors[0]}")
        return str(message)

    def _pattern(self, key: str) -> Any:
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        return pattern


def _shortened(value: object) -> object:
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value
