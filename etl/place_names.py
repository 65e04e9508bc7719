"""The text of a place reduced to what tells it from others. The words are ``data/place_words.csv``.

Belongs here: abbreviations, titles (« Ville de »), provinces, postal codes and streets, and what stands
between two names. Not here: which places there are (``places``).
"""

import re
from collections.abc import Iterable
from typing import Final

from etl.clean import key
from etl.words import Phrase, fold, phrases

POSTAL_CODE: Final = re.compile(r"\b[a-z][0-9][a-z](?:[ -]?[0-9][a-z][0-9])?\b", re.IGNORECASE)
"""Whole, or the half that comes first. Which municipality it is in, no list that we may use says."""
SIGNS_BETWEEN: Final = r"[;,/&|+()\n]|\s[-–—]\s"


def without_postal_code(written: str) -> str:
    """A text as it was, but for its postal codes and the signs that set them apart."""
    if not POSTAL_CODE.search(written):
        return written
    bare = re.sub(r"\(\s*\)", " ", POSTAL_CODE.sub(" ", written))
    return re.sub(r"\s+(?=[,;)]|$)|(?<=\s)\s+", "", bare).strip(" \n,;-/")


class PlaceWords:
    """Forms of a name: letters and digits only, without accents, abbreviations written in full.

    Attributes:
        between: what stands between two names of a text.
    """

    def __init__(self) -> None:
        known = [(_spaced(words), meaning, _spaced(value)) for words, meaning, value in _reviewed()]
        self._full = {words: full for words, meaning, full in known if meaning == "abbreviation"}
        self._short = re.compile(rf"\b(?:{_any_of(self._full)})(?= )")
        titles = [words for words, meaning, _ in known if meaning == "prefix"]
        self._title = re.compile(rf"^(?:(?:{_any_of(titles)})(?:\s+|$))+")
        provinces = [words for words, meaning, _ in known if meaning == "suffix"]
        self._province = re.compile(rf"(?:(?:^|\s+)(?:{_any_of(provinces)}))+$")
        generic = sorted((key(w) for w, meaning, _ in known if meaning == "generic"), key=len, reverse=True)
        self._generic = re.compile(rf"^(?:{'|'.join(generic)})")
        streets = [words for words, meaning, _ in known if meaning == "street"]
        self._street = re.compile(rf"(?:[0-9]+[a-z]{{0,3}} )*(?:{_any_of(streets)})\b")
        between = [words for words, meaning, _ in known if meaning == "separator"]
        self.between = re.compile(rf"{SIGNS_BETWEEN}|\s(?:{_any_of(between)})\s", re.IGNORECASE)

    def form(self, written: str) -> str:
        """The whole text."""
        return self._joined(_spaced(written))

    def forms(self, written: str) -> list[str]:
        """The whole text, then without its postal code, its province, its title, and both."""
        whole = _spaced(written)
        bare = _spaced(POSTAL_CODE.sub(" ", fold(written)))
        local = self._province.sub("", bare)
        untitled = self._title.sub("", bare)
        shorter = [whole, bare, local, untitled, self._title.sub("", local)]
        return [form for form in dict.fromkeys(map(self._joined, shorter)) if form]

    def name(self, written: str) -> str:
        """The shortest of ``forms``; empty where the text is only a title or a province."""
        bare = self._province.sub("", _spaced(POSTAL_CODE.sub(" ", fold(written))))
        return self._joined(self._title.sub("", bare))

    def is_only_postal_codes(self, written: str) -> bool:
        """Whether a text holds a postal code, and no name beside it but a province's."""
        return bool(POSTAL_CODE.search(fold(written))) and not self.name(written)

    def without_address(self, parts: list[str]) -> list[str]:
        """The parts that are no street, nor the number before one."""
        streets = [bool(self._street.match(_spaced(part))) for part in parts]
        return [
            part
            for part, is_street, next_is_street in zip(parts, streets, [*streets[1:], False], strict=True)
            if not is_street and not (next_is_street and re.fullmatch(r"[0-9]+ ?[a-z]?", _spaced(part)))
        ]

    def core(self, form: str) -> str:
        """A form without the word that many names begin with; itself if nothing would be left."""
        return self._generic.sub("", form) or form

    def _joined(self, spaced: str) -> str:
        return self._short.sub(lambda found: self._full[found.group()], spaced).replace(" ", "")


def _reviewed() -> list[Phrase]:
    return phrases("place_words.csv")


def _spaced(text: str) -> str:
    """Letters and digits, each run of others one space."""
    return " ".join(re.findall("[a-z0-9]+", fold(text)))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)) or "(?!)"
