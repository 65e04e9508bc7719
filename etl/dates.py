"""From a cell to the days it tells, with the text kept where they are not plain. Pure.

Belongs here: how a day, an interval and a part of the edition's week are written. The words are data,
``data/date_words.csv``, and the calendar's own names. Not here: when each edition was held.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from babel.dates import get_day_names, get_month_names

from etl.clean import Problem, plain
from etl.words import UNKNOWN, Phrase, Token, Vocabulary, fold, phrases

LANGUAGES: Final = ("fr", "en")
SHORTEST: Final = 3
"""Letters of an abbreviated name of a month or a weekday."""
LONGEST: Final = 200
"""Characters of a text that may tell days; longer ones are remarks, and are not kept in memory."""
EXCEL_EPOCH: Final = date(1899, 12, 30)
SERIALS: Final = (20_000, 80_000)
"""Numbers that a spreadsheet means as days: 1954 to 2119."""

HOUR: Final = r"[0-2]?[0-9](?::[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?| ?h(?: ?[0-5][0-9])?)(?: ?[ap]\.?m)?"
END: Final = "(?![0-9a-z])"
PATTERNS: Final = {  # the first that fits wins
    "iso": rf"[0-9]{{4}}(?P<iso_mark>[-/.])[0-9]{{1,2}}(?P=iso_mark)[0-9]{{1,2}}(?:t{HOUR}z?)?{END}",
    "day_first": rf"[0-9]{{1,2}}(?P<mark>[-/.])[0-9]{{1,2}}(?P=mark)(?:[0-9]{{4}}|[0-9]{{2}}){END}",
    "time": rf"(?:(?:de|a|at|from|vers|des) )?{HOUR}(?: ?(?:-|a|to|et) ?{HOUR})?{END}",
    "compact": rf"[0-9]{{8}}{END}",
    "serial": rf"[0-9]{{5}}{END}",
    "year": rf"[0-9]{{4}}{END}",
    "pair": rf"[0-9]{{1,2}}[-/][0-9]{{1,2}}{END}",
    "day": rf"[0-9]{{1,2}}(?:er|re|e|st|nd|rd|th)?{END}",
    "comma": ",",
}
DATES: Final = ("iso", "day_first", "compact", "serial", "pair")
JOINS: Final = {"dash", "range", "and"}

Week = tuple[date, date]
"""First and last day of an edition."""


class Span(NamedTuple):
    """First and last day told; both None where the text tells none.

    ``written`` is the text as it was unless the two days say as much.
    """

    first: date | None
    last: date | None
    written: str | None


class _Told(NamedTuple):
    """A day as it is written; what is not told is None. ``weekday``: Monday is 0."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@lru_cache(maxsize=8192, typed=True)
def span(cell: Any, edition: int, week: Week | None = None) -> Span | None:
    """Days that a cell tells of an activity; None where it is blank.

    Args:
        cell: a date, a number that a spreadsheet means as a day, or a text.
        edition: year of a date that does not tell its own.
        week: days of the edition, where known; without it « mardi » tells no day.

    Raises:
        Problem: no date (not_a_date), the month before the day (month_first_date), not the weekday that
            is written (weekday_mismatch), or another year than the edition's (date_outside_edition).
    """
    found = _span(cell, edition, week)
    if found is not None and any(each and each.year != edition for each in found[:2]):
        assert found.first is not None
        told = cell.strip() if isinstance(cell, str) else found.first.isoformat()
        raise Problem("date_outside_edition", told, {"edition": str(edition)})
    return found


@lru_cache(maxsize=8192, typed=True)
def day(cell: Any) -> date | None:
    """The one day that a cell tells, its year included; None where it is blank or tells no day.

    Raises:
        Problem: no date or several (not_a_date), the month before the day (month_first_date), or not the
            weekday that is written (weekday_mismatch).
    """
    found = _span(cell, None, None)
    if found is None:
        return None
    if found.first != found.last:
        raise Problem("not_a_date", plain(cell))
    return found.first


def _span(cell: Any, edition: int | None, week: Week | None) -> Span | None:
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return Span(cell, cell, None)
    if isinstance(cell, (int, float)) and SERIALS[0] < cell < SERIALS[1]:
        held = EXCEL_EPOCH + timedelta(days=int(cell))
        return Span(held, held, None)
    written = plain(cell)
    folded = fold(written)
    if not folded:
        return None
    if len(folded) > LONGEST:
        raise Problem("not_a_date", written)
    try:
        return _understood(_tokens(folded), written, edition, week)
    except ValueError:
        raise Problem("not_a_date", written) from None


def _understood(tokens: Sequence[Token], written: str, edition: int | None, week: Week | None) -> Span:
    """Give the days of a text.

    Raises:
        ValueError: it is no date.
        Problem: it is one that cannot be taken as it is.
    """
    kinds = {token.kind for token in tokens}
    nothing = Span(None, None, written)
    if UNKNOWN in kinds or not tokens:
        raise ValueError
    if kinds <= {"week", "week_of", "doubt", "missing", "dash"}:
        return Span(*week, written) if "week" in kinds and week else nothing
    years = {_digits(token) for token in tokens if token.kind == "year"}
    if edition is not None and not years <= {edition}:
        raise Problem("date_outside_edition", written, {"edition": str(edition)})
    if "missing" in kinds:
        return nothing
    about_days = [token for token in tokens if token.kind not in ("week", "week_of", "doubt")]
    told, joins = _items(about_days, written)
    if any(each.day is None and each.weekday is None for each in told):
        return nothing
    days = [_resolved(each, edition, week, written) for each in _completed(told)]
    known = [each for each in days if each is not None]
    if len(known) < len(days):
        return nothing
    if "week_of" in kinds and len(known) == 1:
        return Span(*week, written) if week and week[0] <= known[0] <= week[1] else nothing
    if "and" not in joins and known != sorted(known):
        raise ValueError
    is_plain = not joins or (len(joins) == 1 and "and" not in joins)
    is_plain = is_plain and "doubt" not in kinds and all(each.day is not None for each in told)
    return Span(min(known), max(known), None if is_plain else written)


def _tokens(folded: str) -> list[Token]:
    """Cut a text, without what says nothing of the day, commas read as « et » where days follow."""
    cut = [token for token in _vocabulary().cut(folded) if token.kind not in ("link", "time")]
    tokens: list[Token] = []
    for index, token in enumerate(cut):
        before = cut[index - 1].kind if index else ""
        after = cut[index + 1].kind if index + 1 < len(cut) else ""
        if token.kind == "pair" and "month" in (before, after):
            first, mark, last = re.split("([-/])", token.text)
            link = Token("dash" if mark == "-" else "and", "", mark)
            tokens += [Token("day", "", first), link, Token("day", "", last)]
        elif token.kind != "comma":
            tokens.append(token)
        elif after in (*DATES, "day", "weekday") and (before != "weekday" or after == "weekday"):
            tokens.append(Token("and", "", ","))
    return tokens


def _items(tokens: Sequence[Token], written: str) -> tuple[list[_Told], list[str]]:
    """Read « day link day … »; a link is a dash, a range or an « et »."""
    waiting = list(reversed(tokens))

    def take(*kinds: str) -> Token | None:
        return waiting.pop() if waiting and waiting[-1].kind in kinds else None

    told: list[_Told] = []
    joins: list[str] = []
    while True:
        weekday = take("weekday")
        whole = take(*DATES)
        if whole:
            item = _whole_date(whole, written)
        else:
            month = take("month")
            number = take("day")
            month = month or (take("month") if number else None)
            year = take("year") if month else None
            item = _Told(
                _digits(number) if number else None,
                int(month.value) if month else None,
                _digits(year) if year else None,
            )
        if weekday:
            item = item._replace(weekday=int(weekday.value))
        if item == _Told():
            raise ValueError
        told.append(item)
        if not waiting:
            return told, joins
        link = take(*JOINS)
        if link is None:
            raise ValueError
        joins.append(link.kind)


def _whole_date(token: Token, written: str) -> _Told:
    """Day, month and perhaps year of digits alone, the day before the month unless the year is first."""
    digits = token.text
    if token.kind == "serial":
        if not SERIALS[0] < int(digits) < SERIALS[1]:
            raise ValueError
        held = EXCEL_EPOCH + timedelta(days=int(digits))
        return _Told(held.day, held.month, held.year)
    if token.kind == "compact":
        return _Told(int(digits[6:]), int(digits[4:6]), int(digits[:4]))
    parts = [int(part) for part in re.findall("[0-9]+", digits)]
    if token.kind == "iso":
        return _Told(parts[2], parts[1], parts[0])
    day_, month = parts[:2]
    if month > 12 >= day_:
        raise Problem("month_first_date", written)
    year = parts[2] if len(parts) > 2 else None
    return _Told(day_, month, year + 2000 if year is not None and year < 100 else year)


def _completed(told: Sequence[_Told]) -> list[_Told]:
    """Give each day the month and the year of the next that tells them, else of the one before."""
    completed = list(told)
    for order in (range(len(told) - 1, 0, -1), range(len(told) - 1)):
        step = -1 if order.step < 0 else 1
        for index in order:
            source, target = completed[index], completed[index + step]
            if target.day is not None and source.day is not None:
                completed[index + step] = target._replace(
                    month=target.month or source.month, year=target.year or source.year
                )
    return completed


def _resolved(told: _Told, edition: int | None, week: Week | None, written: str) -> date | None:
    """Day of the calendar; None for a weekday of a week that is not known."""
    if told.day is None:
        assert told.weekday is not None
        return week[0] + timedelta(days=told.weekday - week[0].weekday()) if week else None
    year = told.year or edition
    if told.month is None or year is None:
        raise ValueError
    found = date(year, told.month, told.day)
    if told.weekday is not None and told.weekday != found.weekday():
        raise Problem("weekday_mismatch", written, {"date": found.isoformat()})
    return found


def _digits(token: Token) -> int:
    return int(re.match("[0-9]+", token.text)[0])  # type: ignore[index]


@cache
def _vocabulary() -> Vocabulary:
    reviewed = phrases("date_words.csv")
    taken = {phrase.words for phrase in reviewed}
    return Vocabulary([*reviewed, *(name for name in _names() if name.words not in taken)], PATTERNS)


def _names() -> list[Phrase]:
    """Months and weekdays, and every abbreviation that can be one of them only."""
    meanings: dict[str, set[tuple[str, str]]] = {}
    for language in LANGUAGES:
        for kind, names in (
            ("month", get_month_names("wide", locale=language)),
            ("weekday", get_day_names("wide", locale=language)),
        ):
            for number, name in names.items():
                words = fold(name)
                for length in range(SHORTEST, len(words) + 1):
                    meanings.setdefault(words[:length], set()).add((kind, str(number)))
    return [Phrase(words, *found.pop()) for words, found in meanings.items() if len(found) == 1]
