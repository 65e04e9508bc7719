"""How an edition is named at the head of a page: its rank, its theme, its days. Words only."""

from typing import Any

import pandas as pd
from babel import Locale
from babel.dates import format_date

from dashboard import formats, messages
from dashboard.messages import text
from dashboard.view import View


def name(view: View) -> str:
    """« 17e édition, 2024 », or the year alone where the rank is not known."""
    number = _told(view, "number")
    if number is None:
        return text("edition-name", edition=str(view.edition))
    form = Locale.parse(messages.babel_locale()).ordinal_form(int(number))
    return text("paper-edition", number=str(int(number)), form=form, edition=str(view.edition))


def theme(view: View) -> str | None:
    """The theme between quotation marks, if it is known."""
    told = _told(view, "theme")
    return text("paper-theme", theme=told) if told else None


def days(view: View) -> str | None:
    """« du 12 au 16 février 2024 », if both days are known."""
    starts, ends = _told(view, "starts_on"), _told(view, "ends_on")
    if starts is None or ends is None:
        return None
    is_french = messages.language() == "fr"
    is_one_month = (starts.year, starts.month) == (ends.year, ends.month)
    begins = ("d" if is_one_month else "d MMMM") if is_french else "MMMM d"
    return text(
        "paper-days",
        first=format_date(starts, begins, locale=messages.babel_locale()),
        last=format_date(ends, "d, y", "en_CA") if is_one_month and not is_french else formats.day(ends),
    )


def _told(view: View, column: str) -> Any:
    editions = view.reference.editions
    value = editions[column].get(view.edition)
    return None if value is None or pd.isna(value) else value
