"""Whether one word is another misspelt. Pure, on single words."""

from itertools import groupby
from typing import Final, Literal

from rapidfuzz.distance import OSA

LONG: Final = 9
"""Letters from which two slips in one word are still worth asking about."""
SHORT: Final = 4

Slip = Literal["sure", "short", "doubtful"]
"""``short``: inside a word so short that the rest of the name must say that it is a slip."""


def slip_between(first: str, second: str, shortest: float) -> Slip | None:
    """Whether one word is the other misspelt; None when they are two words.

    Two letters swapped or one doubled is a slip of the hand. Another change is one only inside a word of
    ``shortest`` letters or more: at the end it is often what tells Aurèle from Aurélie.
    """
    distance = OSA.distance(first, second, score_cutoff=2)
    if min(len(first), len(second)) < SHORT or distance > 2 or not (first + second).isalpha():
        return None
    length = max(len(first), len(second))
    if distance == 2:
        return "doubtful" if length >= LONG else None
    if is_slip_of_hand(first, second):
        return "sure"
    end = 1 if length >= LONG - 1 or (length == len(first) == len(second) == LONG - 2) else 2
    is_inside = first[0] == second[0] and first[-end:] == second[-end:]
    if not is_inside:
        return "doubtful"
    return "sure" if length >= shortest else "short"


def is_slip_of_hand(first: str, second: str) -> bool:
    """Whether two words are one but for two letters swapped or one doubled."""
    return sorted(first) == sorted(second) or _undoubled(first) == _undoubled(second)


def is_plain_slip(first: str, second: str) -> bool:
    """Whether a slip of the hand is so plain, in a long word, that it says nothing against the name."""
    return min(len(first), len(second)) >= LONG - 2 and is_slip_of_hand(first, second)


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))
