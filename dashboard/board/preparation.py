"""What a director prepares for a meeting, as an address holds it: edition, scenes and order, pace, version.

A value and its writing, read back with suspicion: whatever an address says that is not known is left out.
Not here: the widgets that make one (``desk``), the scenes themselves.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Final
from urllib.parse import urlencode

from dashboard.messages import LOCALES, Language
from dashboard.question import RESTRICTED, Restriction

PACES: Final = (0, 15, 30, 60)
"""Seconds that a scene stays before the next; 0 where whoever speaks goes on by hand."""
NAME: Final = re.compile("[a-z_]{1,24}")
"""What a scene's name looks like."""
MOST_SCENES: Final = 16
MOST_CODES: Final = 100
LONGEST_CODE: Final = 40


@dataclass(frozen=True)
class Preparation:
    """One preparation.

    Attributes:
        edition: the year; None for the newest.
        scenes: names in the order in which they are shown; empty for all of them in theirs.
        pace: seconds between two scenes, one of ``PACES``.
        as_of: number of the version shown; None for the data as they are.
        code: of the meeting whose figures are shown, as it was written; it is checked where it is used.
        restriction: what is kept of every edition, by code; codes are checked where they are used.
        language: in which it is said.
    """

    edition: int | None = None
    scenes: tuple[str, ...] = ()
    pace: int = 0
    as_of: int | None = None
    code: str | None = None
    restriction: Restriction = field(default_factory=Restriction)
    language: Language = "fr"

    def query(self) -> str:
        """The preparation as the screen's address holds it; what is as by default is not written."""
        written: dict[str, str] = {}
        if self.edition is not None:
            written["edition"] = str(self.edition)
        if self.scenes:
            written["scenes"] = ",".join(self.scenes)
        if self.pace:
            written["rythme"] = str(self.pace)
        if self.as_of is not None:
            written["version"] = str(self.as_of)
        if self.code is not None:
            written["seance"] = self.code
        for name, key in RESTRICTED.items():
            if codes := getattr(self.restriction, name):
                written[key] = ",".join(codes)
        if self.language != "fr":
            written["langue"] = self.language
        return urlencode(written, safe=",:")


def read(query: Mapping[str, str]) -> Preparation:
    """Read an address back; never fails, since anybody can write one."""
    language: Language = next((code for code in LOCALES if code == query.get("langue")), "fr")
    return Preparation(
        edition=_number(query.get("edition", ""), digits=4),
        scenes=names(query.get("scenes", "").split(",")),
        pace=pace(query.get("rythme", "")),
        as_of=_number(query.get("version", ""), digits=9),
        code=query.get("seance", "")[:LONGEST_CODE] or None,
        restriction=Restriction(
            *(_codes(query.get(RESTRICTED[each.name], "")) for each in fields(Restriction))
        ),
        language=language,
    )


def names(written: Sequence[str]) -> tuple[str, ...]:
    """Names of scenes, each once, in their order."""
    kept = dict.fromkeys(name for name in written if NAME.fullmatch(name))
    return tuple(kept)[:MOST_SCENES]


def pace(written: str) -> int:
    """A pace that is offered, or none."""
    return next((seconds for seconds in PACES if str(seconds) == written), 0)


def _number(written: str, digits: int) -> int | None:
    return int(written) or None if re.fullmatch(f"[0-9]{{1,{digits}}}", written) else None


def _codes(written: str) -> tuple[str, ...]:
    return tuple(sorted({code for code in written.split(",") if 0 < len(code) <= LONGEST_CODE}))[:MOST_CODES]
