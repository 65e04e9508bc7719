"""The code of a meeting: what is said aloud to see again the figures of that day. Pure text.

« 2024-37-K4M7 » holds the edition, the version of the data, two characters that the figures themselves give,
one for the filters and one that betrays a slip. So it needs no list to be understood: after a restore from a
backup made before the meeting it still leads to the same figures, or is refused because they are not there.
Not here: the figures (``meetings``).
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPRSTVWXYZ"
"""31 characters, a prime number, so that the sum below misses no slip. None is taken for another: no I, L, O,
Q nor U."""
HEARD: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
WRITTEN: Final = re.compile(f"([0-9]{{4}})([0-9]{{1,9}})([{ALPHABET}]{{2}})([{ALPHABET}])[{ALPHABET}]")
UNFILTERED: Final = ALPHABET[0]
"""In the place of the filters, where there is none."""


class NotACode(ValueError):
    """What was written is not a code, or has a slip."""


@dataclass(frozen=True)
class Code:
    """What a code holds. ``figures`` is two characters of the alphabet, ``filters`` one."""

    edition: int
    version: int
    figures: str
    filters: str

    def __str__(self) -> str:
        held = f"{self.edition:04d}{self.version}{self.figures}{self.filters}"
        return f"{self.edition:04d}-{self.version}-{self.figures}{self.filters}{_check(held)}"


def read(written: str) -> Code:
    """Read a code as a person types it: any case, with or without its dashes, O for 0, I or L for 1.

    Raises:
        NotACode: it is not one, or a character is wrong or two have changed places.
    """
    bare = re.sub(r"[\s\u2010-\u2015\u2212-]", "", written).upper().translate(HEARD)
    found = WRITTEN.fullmatch(bare)
    if found is None or bare[-1] != _check(bare[:-1]):
        raise NotACode(written)
    edition, version, figures, filters = found.groups()
    return Code(int(edition), int(version), figures, filters)


def drawn_from(content: object, length: int) -> str:
    """Characters of the alphabet that only this content gives, as far as so few can tell."""
    number = int.from_bytes(hashlib.sha256(repr(content).encode()).digest()[:8])
    out = ""
    for _ in range(length):
        number, rest = divmod(number, len(ALPHABET))
        out += ALPHABET[rest]
    return out


def _check(held: str) -> str:
    """The character that makes the sum, each place with its own weight, a multiple of 31.

    Weights differ and 31 is prime: a wrong character or two that changed places always show.
    """
    total = sum(weight * ALPHABET.index(character) for weight, character in enumerate(reversed(held), 2))
    return ALPHABET[-total % len(ALPHABET)]
