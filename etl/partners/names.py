"""A name taken apart: what sort of organisation, which words tell it from others, numbers, place, acronym.

Not here: comparing two names (``likeness``), or splitting a cell that holds several (``several``).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from etl.partners.places import Named, Places
from etl.partners.rules import TOKEN, Rules, Word, fold, number, stem, undotted
from etl.partners.spelling import LONG, is_slip_of_hand, slip_between

BRACKETED: Final = re.compile(r"\(([^()]*)\)")
LEADING: Final = re.compile(r"^\s*([^\s()]{3,10})\s+[-–—:]\s+(?=\S)")
APART: Final = re.compile(r"[(,;:]|\s[-–—]\s")
ACRONYM_LENGTHS: Final = range(3, 11)
SHORTEST_MENDED: Final = 4
LONG_ENOUGH: Final = 6
LONGEST_PHRASE: Final = 5
PLACE: Final = "@"
"""Begins the text of a word that is a municipality's name."""


@dataclass(frozen=True)
class Name:
    """What is compared of a name.

    Attributes:
        sorts: kinds of organisation that it mentions, in order; the first is what it is.
        words: what tells it from others, common words and municipalities included, in order.
        spellings: the same with the mark of the plural, word for word.
        common: those of ``words`` that very many names bear.
        numbers: numbers and lone letters that identify it.
        parts: the same, after « installation », « pavillon »; and these words themselves.
        qualifiers: what a whole family divides by, as « secondaire ».
        generic: what is said of it and tells nobody apart.
        named: the municipality whose name it bears, perhaps by chance.
        located: the municipality that it says it is of.
        acronym: in brackets or before a dash.
        is_local: whether another municipality may have one of the same name.
        is_mended: whether a word that tells nobody apart was perhaps misspelt.
        initials: first letters of its words, links left out.
    """

    sorts: tuple[str, ...]
    words: tuple[str, ...]
    spellings: tuple[str, ...]
    common: frozenset[str]
    numbers: tuple[str, ...]
    parts: tuple[str, ...]
    qualifiers: frozenset[str]
    generic: frozenset[str]
    named: Named | None
    located: Named | None
    acronym: str
    is_local: bool
    is_mended: bool
    initials: str

    @cached_property
    def distinctive(self) -> tuple[str, ...]:
        """Words that few names bear and that are not a municipality's."""
        return tuple(word for word in self.words if word not in self.common and word[0] != PLACE)

    @cached_property
    def is_tied(self) -> bool:
        """Whether its place is needed to know which one it is."""
        return (self.is_local or not self.distinctive) and not self.numbers

    @property
    def home(self) -> Named | None:
        """The municipality that it is of: a school may be named after another one, a college is not."""
        return self.located if self.is_local else self.named

    @cached_property
    def needs_place(self) -> bool:
        """Whether it is tied to a place that it does not say by itself."""
        home = self.home
        return self.is_tied and (home is None or (self.is_local and not home.whole))

    def spelt(self) -> dict[str, str]:
        """The spelling of each word."""
        return dict(zip(self.words, self.spellings, strict=True))


@dataclass(frozen=True)
class _Item:
    text: str
    spelling: str
    number: str | None
    after_preposition: bool
    apart: bool


@dataclass
class _Found:
    sorts: list[str]
    words: list[str]
    spellings: list[str]
    common: set[str]
    numbers: list[str]
    parts: list[str]
    qualifiers: set[str]
    generic: set[str]
    named: Named | None = None
    located: Named | None = None
    is_local: bool = False


def parse(name: str, rules: Rules, places: Places) -> Name:
    """Take a name apart.

    Args:
        name: as written, with at least a letter or a digit.
        rules: what words count for.
        places: names that are a municipality's.
    """
    acronym, rest = _acronym(name, rules, places)
    items, is_mended = _mend(list(_items(rest, rules)), rules)
    found = _Found([], [], [], set(), [], [], set(), set())
    at = 0
    while at < len(items):
        at += _take(items, at, rules, places, found)
    _read_bare_place(found, rules, places)
    return Name(
        tuple(dict.fromkeys(found.sorts)),
        tuple(found.words),
        tuple(found.spellings),
        frozenset(found.common),
        tuple(sorted(found.numbers)),
        tuple(sorted(found.parts)),
        frozenset(found.qualifiers),
        frozenset(found.generic),
        found.named,
        found.located,
        acronym,
        found.is_local,
        is_mended,
        "".join(item.text[0] for item in items),
    )


def is_case_told(name: str) -> bool:
    """Whether capitals may say something of a name: an acronym beside it, and nothing else."""
    return BRACKETED.search(name) is not None or LEADING.match(name) is not None


def _read_bare_place(found: _Found, rules: Rules, places: Places) -> None:
    """Read as a town hall what is nothing but the name of a municipality."""
    if any(sort != rules.bare_place.text for sort in found.sorts) or found.numbers:
        return
    named = places.names.get(tuple(found.words))
    if named is not None and named.whole:
        found.words = found.spellings = [PLACE + named.code]
        found.named = named
    elif found.named is None or found.words != [PLACE + found.named.code]:
        return
    found.located = found.named
    if not found.sorts:
        _put(rules.bare_place, found)


def _items(name: str, rules: Rules) -> Iterator[_Item]:
    folded = undotted(fold(name))
    end, preposition, apart = 0, False, False
    matches = list(TOKEN.finditer(folded))
    for position, match in enumerate(matches):
        token = match.group()
        between = folded[end : match.start()]
        apart = apart or (between not in ("", " ") and APART.search(between) is not None)
        end = match.end()
        is_last_letter = len(token) == 1 and position == len(matches) - 1 > 0
        if token in rules.links and not is_last_letter:
            preposition = preposition or token not in rules.articles
            continue
        yield _Item(stem(token), token, number(token), preposition, apart)
        preposition = apart = False


def _take(items: list[_Item], at: int, rules: Rules, places: Places, found: _Found) -> int:
    """Put what begins at a position where it belongs; return how many items that was."""
    item = items[at]
    if item.number is not None:
        (found.parts if found.parts else found.numbers).append(item.number)
        return 1
    phrase, length = _longest_phrase(items, at, rules)
    named, place_length = _longest_place(items, at, places)
    if named is not None and place_length > length - (phrase is None):
        is_town_hall = found.sorts == [rules.bare_place.text]
        is_locative = item.after_preposition or item.apart or is_town_hall
        is_locative = is_locative or (found.is_local and phrase is None)
        if is_locative or phrase is None:
            words = "-".join(i.text for i in items[at : at + place_length])
            _add(PLACE + (named.code if named.whole else words), None, found)
            found.named = named
            if is_locative:
                found.located = named
            return place_length
    if phrase is not None and not (phrase.kind == "number_mark" and not _is_number(items, at + 1)):
        _put(phrase, found)
        return length
    if len(item.text) == 1:
        if at == len(items) - 1:
            (found.parts if found.parts else found.numbers).append(item.text)
        return 1
    _add(item.text, item.spelling, found)
    return 1


def _add(word: str, spelling: str | None, found: _Found) -> None:
    found.words.append(word)
    found.spellings.append(spelling or word)


def _put(phrase: Word, found: _Found) -> None:
    match phrase.kind:
        case "type" | "local_type":
            found.sorts.append(phrase.text)
            found.is_local = found.is_local or phrase.kind == "local_type"
        case "common":
            _add(phrase.text, None, found)
            found.common.add(phrase.text)
        case "qualifier":
            found.qualifiers.add(phrase.text)
        case "part":
            found.parts.append(phrase.text)
        case "generic":
            found.generic.add(phrase.text)


def _is_number(items: list[_Item], at: int) -> bool:
    return at < len(items) and items[at].number is not None


def _longest_phrase(items: list[_Item], at: int, rules: Rules) -> tuple[Word | None, int]:
    for length in range(min(LONGEST_PHRASE, len(items) - at), 0, -1):
        word = rules.phrases.get(tuple(item.text for item in items[at : at + length]))
        if word is not None:
            return word, length
    return None, 1


def _longest_place(items: list[_Item], at: int, places: Places) -> tuple[Named | None, int]:
    if items[at].text not in places.first_words:
        return None, 0
    for length in range(min(places.longest, len(items) - at), 0, -1):
        named = places.names.get(tuple(item.text for item in items[at : at + length]))
        if named is not None:
            return named, length
    return None, 0


def _mend(items: list[_Item], rules: Rules) -> tuple[list[_Item], bool]:
    """The items with the words of the rules written out and spelt right, and whether that is a guess."""
    mended, is_guessed = [], False
    for position, item in enumerate(items):
        text = rules.full.get(item.text, item.text)
        if item.number is None and text not in rules.words and len(text) >= SHORTEST_MENDED:
            is_sort = position == 0 or (item.apart and position == len(items) - 1)
            near = _nearest(text, rules, is_sort)
            is_guessed = is_guessed or (near != text and len(near) < LONG and not is_slip_of_hand(near, text))
            text = rules.full.get(near, near)
        mended.append(item if text == item.text else replace(item, text=text))
    for at in range(len(mended) - 1):
        for length in range(2, min(LONGEST_PHRASE, len(mended) - at) + 1):
            window = mended[at : at + length]
            if window[-1].number is not None:
                break
            if any(item.text not in rules.words for item in window):
                phrase = _nearest_phrase("".join(item.text for item in window), length, rules)
                for place, text in enumerate(phrase):
                    mended[at + place] = replace(mended[at + place], text=text)
    return mended, is_guessed


@lru_cache(maxsize=65536)
def _nearest_phrase(run: str, length: int, rules: Rules) -> tuple[str, ...]:
    """The words of a long phrase of which one letter slipped; none if it is not that."""
    if len(run) < LONG - 1:
        return ()
    for phrase, right in rules.runs:
        if len(phrase) == length and OSA.distance(run, right, score_cutoff=1) <= 1:
            return phrase
    return ()


@lru_cache(maxsize=65536)
def _nearest(word: str, rules: Rules, is_sort: bool) -> str:
    """The word of the rules that this one is, one letter having slipped; itself if there is none.

    Where the kind of organisation is expected, a doubtful slip is enough.
    """
    close = process.extract(word, rules.words, scorer=OSA.distance, score_cutoff=1, limit=None)
    for near, *_ in sorted(close):
        slip = slip_between(word, near, rules.thresholds.slip_length)
        phrase = (rules.full.get(near, near),)
        is_harmless = phrase in rules.phrases and rules.phrases[phrase].kind == "generic"
        is_expected = (is_sort and phrase in rules.sorts) or (is_harmless and len(near) >= LONG_ENOUGH)
        if len(near) >= SHORTEST_MENDED and (slip == "sure" or (slip and is_expected)):
            return near
    return word


def _acronym(name: str, rules: Rules, places: Places) -> tuple[str, str]:
    """The acronym that a name gives beside its words, and the name without it."""
    for pattern in (BRACKETED, LEADING):
        for match in pattern.finditer(name):
            rest = f"{name[: match.start()]} {name[match.end() :]}"
            letters = "".join(filter(str.isalnum, fold(match.group(1))))
            known = (stem(letters),)
            if len(letters) not in ACRONYM_LENGTHS or known in rules.phrases or known in places.names:
                continue
            is_told = " " not in match.group(1).strip() and match.group(1).isupper() and not name.isupper()
            initials = Counter(token[0] for token in TOKEN.findall(fold(rest)))
            if (pattern is BRACKETED and is_told) or not Counter(letters) - initials:
                return letters, rest
    return "", name
