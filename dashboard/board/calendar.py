"""Where an edition is in time: the days before it opens, the day of its week, or when it was. Pure.

Not here: comparing editions by days to their opening (``dashboard.pace``).
"""

from datetime import date

from dashboard import formats
from dashboard.messages import text


def moment(starts_on: date | None, ends_on: date | None, today: date) -> str | None:
    """Say it in a few words; None where nobody told the dates."""
    if starts_on is None:
        return None
    if today < starts_on:
        return text("screen-opens", days=(starts_on - today).days)
    if ends_on is None:
        return text("screen-opened", day=formats.day(starts_on))
    if today <= ends_on:
        day, days = (today - starts_on).days + 1, (ends_on - starts_on).days + 1
        return text("screen-day", day=str(day), days=str(days))
    is_one_month = (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month)
    first = str(starts_on.day) if is_one_month else formats.day(starts_on)
    return text("screen-was", start=formats.day(starts_on), first=first, end=formats.day(ends_on))
