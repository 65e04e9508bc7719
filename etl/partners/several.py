"""Several partners in one cell: who leads and who takes part. Pure.

Not here: who each of them is (``identify``).
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

from etl.clean import key
from etl.partners.rules import Rules, spelt

MOST: Final = 8
"""Names between weak separators that one cell may hold; above, it is a sentence."""
SAYS_NOTHING: Final = ("type", "local_type", "generic", "qualifier", "part", "legal")


def several(name: str, known: Callable[[str], bool], rules: Rules) -> tuple[str, tuple[str, ...]]:
    """Split a cell between the partner that leads and the others.

    Args:
        name: the cell.
        known: whether a name is that of a partner already.
        rules: what separates, and which words say nothing by themselves.

    Returns:
        The name that leads, and the others in order. A word such as « et », which may be in a name,
        separates only partners that are all known.
    """
    whole = " ".join(name.split())
    if not pieces(name, rules) or known(whole):
        return whole, ()
    parts: list[str] = []
    for part in _between_separators(whole, rules):
        parts += _between_known(part, known, rules)
    unique = {key(part): part for part in reversed(parts)}
    lead = parts[0]
    others = [part for part in dict.fromkeys(parts) if unique[key(part)] == part and key(part) != key(lead)]
    return lead, tuple(others)


@lru_cache(maxsize=65536)
def pieces(name: str, rules: Rules) -> tuple[str, ...]:
    """Every name that a cell could hold besides itself: what has to be looked up before splitting it."""
    whole = " ".join(name.split())
    if not _any_separator(rules).search(whole):
        return ()
    parts = _between_separators(whole, rules)
    found = list(parts) if len(parts) > 1 else []
    for part in parts:
        bounds = _segments(part, rules)
        found += [part[start:end] for start, end in _runs(bounds)]
    return tuple(piece for piece in dict.fromkeys(found) if piece != whole)


def _between_separators(whole: str, rules: Rules) -> list[str]:
    explicit, bracketed = _patterns(rules)[:2]
    opened = bracketed.sub(r" ; \1", whole)
    parts = [part.strip(" ,;") for part in explicit.split(opened)]
    parts = [part for part in parts if key(part)]
    return parts if len(parts) > 1 and all(_says_who(part, rules) for part in parts) else [whole]


def _between_known(part: str, known: Callable[[str], bool], rules: Rules) -> list[str]:
    """The fewest known names that the part is made of; the part itself if it is not."""
    bounds = _segments(part, rules)
    if len(bounds) < 2 or known(part):
        return [part]
    best: list[list[str] | None] = [[]]
    for end in range(1, len(bounds) + 1):
        ways = []
        for start in range(end):
            before, piece = best[start], part[bounds[start][0] : bounds[end - 1][1]]
            if before is not None and known(piece):
                ways.append([*before, piece])
        best.append(min(ways, key=len, default=None))
    return best[-1] or [part]


def _segments(part: str, rules: Rules) -> list[tuple[int, int]]:
    """Where each name begins and ends between weak separators; none when there are too many."""
    bounds, start = [], 0
    for match in _patterns(rules)[2].finditer(part):
        bounds.append((start, match.start()))
        start = match.end()
    bounds.append((start, len(part)))
    trimmed = [_trimmed(part, *bound) for bound in bounds]
    return [bound for bound in trimmed if bound[0] < bound[1]] if len(bounds) <= MOST else []


def _trimmed(part: str, start: int, end: int) -> tuple[int, int]:
    inside = part[start:end]
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))


def _runs(bounds: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    count = len(bounds)
    return [
        (bounds[start][0], bounds[end][1])
        for start in range(count)
        for end in range(start, count)
        if (start, end) != (0, count - 1)
    ]


@cache
def _any_separator(rules: Rules) -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in _patterns(rules)), re.I)


@cache
def _patterns(rules: Rules) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What separates openly, what does in brackets, and what may."""
    explicit, bracketed, weak = (
        "|".join(map(_pattern, rules.separators[kind]))
        for kind in ("separator", "bracketed_separator", "weak_separator")
    )
    inside = rf"\(\s*(?:{explicit}|{bracketed})\s*([^()]*)\)".replace(r"(?<=\s)", "")
    return re.compile(explicit, re.I), re.compile(inside, re.I), re.compile(weak, re.I)


def _pattern(separator: str) -> str:
    if separator.strip().isalnum() or " " in separator.strip():
        return rf"(?<=\s){re.escape(separator)}(?=\s)" if separator[0].isalnum() else re.escape(separator)
    return re.escape(separator).replace(r"\ ", r"\s+") if separator.startswith(" ") else re.escape(separator)


def _says_who(part: str, rules: Rules) -> bool:
    """Whether a part has more than the kind of organisation that it is."""
    words = spelt(part, rules.links, rules.full)
    return any(
        (phrase := rules.phrases.get((word,))) is None or phrase.kind not in SAYS_NOTHING for word in words
    )
