"""Numbers and dates as Québec writes them: « 38 750 », « 12,5 % », « 14 février 2024 ».

Pure text. Not here: sentences (``messages``) and what the numbers mean (``metrics``).
"""

import math
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_interval
from babel.lists import format_list
from babel.numbers import format_decimal

from dashboard import messages

CLOCK: Final = ZoneInfo("America/Toronto")
MISSING = "—"
NO_BREAK_SPACE = "\u00a0"


def number(value: float | None, decimals: int = 0) -> str:
    """Write a quantity, « 38 750 »; missing is a dash, never zero."""
    if value is None or math.isnan(value):
        return MISSING
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(round(value, decimals), pattern, locale=messages.babel_locale())


def hundredths(ratio: float) -> str:
    """Write a ratio (0.125) in whole hundredths, « 13 »; a small one is « < 1 », which zero alone is not."""
    words = number(ratio * 100)
    return f"<{NO_BREAK_SPACE}1" if words == "0" and ratio > 0 else words


def percent(ratio: float | None, decimals: int = 0) -> str:
    """Write a ratio (0.125) as a percentage, « 12,5 % » with ``decimals=1``."""
    if ratio is None or math.isnan(ratio):
        return MISSING
    space = NO_BREAK_SPACE if messages.language() == "fr" else ""
    return f"{number(ratio * 100, decimals)}{space}%"


def signed(value: float | None, decimals: int = 0) -> str:
    """Write a change with its sign, « +1 204 », « −12 »; no change is « 0 »."""
    if value is None or math.isnan(value):
        return MISSING
    return _sign(round(value, decimals)) + number(abs(value), decimals)


def signed_percent(ratio: float | None, decimals: int = 0) -> str:
    """Write a relative change with its sign, « +8 % »."""
    if ratio is None or math.isnan(ratio):
        return MISSING
    return _sign(round(ratio * 100, decimals)) + percent(abs(ratio), decimals)


def day(value: date) -> str:
    """Write a date, « 14 février 2024 », « 1er mars 2024 »."""
    return _first(value, format_date(value, "long", locale=messages.babel_locale()))


def interval(first: date, last: date) -> str:
    """Write some days in a row, « 16–20 février 2026 »."""
    return format_interval(first, last, "yMMMMd", locale=messages.babel_locale())


def weekday(value: date) -> str:
    """Write a date with its weekday, without its year, « jeudi 19 février »."""
    pattern = "EEEE d MMMM" if messages.language() == "fr" else "EEEE, MMMM d"
    return _first(value, format_date(value, pattern, locale=messages.babel_locale()))


def weekday_name(value: date) -> str:
    """Name the weekday of a date, « jeudi »."""
    return format_date(value, "EEEE", locale=messages.babel_locale())


def short_weekday(value: date) -> str:
    """Write a weekday in few letters, « jeu. »."""
    return format_date(value, "EEE", locale=messages.babel_locale())


def month(value: date) -> str:
    """Name the month of a date, « février »."""
    return format_date(value, "MMMM", locale=messages.babel_locale())


def local(value: datetime) -> datetime:
    """A moment stored in UTC, on the region's clocks."""
    return value.replace(tzinfo=UTC).astimezone(CLOCK)


def moment(value: datetime) -> str:
    """Write a moment stored in UTC as the region's clocks show it, « 14 février 2024, 14 h 05 »."""
    value = local(value)
    return f"{day(value)}, {_clock(value)}"


def short_moment(value: datetime) -> str:
    """Write a moment stored in UTC without its year, « 14 février, 14 h 05 »."""
    value = local(value)
    pattern = "d MMMM" if messages.language() == "fr" else "MMMM d"
    return f"{_first(value, format_date(value, pattern, locale=messages.babel_locale()))}, {_clock(value)}"


def enumeration(words: Sequence[str]) -> str:
    """Write several things one after the other, « 2022, 2023 et 2024 »."""
    return format_list(words, locale=messages.babel_locale())


def clock(value: datetime) -> str:
    """Write the hour of a moment stored in UTC as the region's clocks show it, « 14 h 05 »."""
    return _clock(local(value))


def capitalised(words: str) -> str:
    """Begin a text with a capital, and leave the rest as it is."""
    return words[:1].upper() + words[1:]


def _first(value: date, words: str) -> str:
    """A written date, the first day of the month as French has it: « 1er mars »."""
    return words.replace("1 ", "1er ", 1) if messages.language() == "fr" and value.day == 1 else words


def _clock(value: datetime) -> str:
    if messages.language() == "fr":
        return f"{value:%H}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{value:%M}"
    return f"{value:%H:%M}"


def _sign(value: float) -> str:
    if value == 0:
        return ""
    return "+" if value > 0 else "\u2212"
