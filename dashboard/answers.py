"""Who confirmed their figures, as the page *Accès* tells it: the rate by sector and MRC, and who is awaited.

Composes one read for the page. Draws nothing. Not here: what a partner confirms (``confirmation``).
"""

import pandas as pd

from dashboard import access, formats, metrics, queries, tables
from dashboard.filters import mrc_names, names
from dashboard.messages import text, text_in
from dashboard.queries import NO_MRC, Reference, Snapshot


def read(snapshot: Snapshot, edition: int) -> pd.DataFrame:
    """Which partners confirmed what they lead in an edition, as ``queries.answers`` gives it."""
    return queries.answers(access.current_scope(), dict(snapshot.versions)[edition], edition)


def finding(answers: pd.DataFrame, edition: int) -> str:
    """« 312 des 560 partenaires de 2026 ont confirmé leurs chiffres (56 %). »"""
    whole = metrics.answer_rate(answers.assign(everyone=0), "everyone").iloc[0]
    return text(
        "answers-finding",
        answered=formats.number(whole["answered"]),
        partners=formats.number(whole["partners"]),
        count=int(whole["answered"]),
        share=formats.percent(whole["answered_ratio"]),
        edition=str(edition),
    )


def by_sector(snapshot: Snapshot, answers: pd.DataFrame) -> pd.DataFrame:
    """The rate of each sector, as people read it."""
    return _by(answers, "sector", names(_reference(snapshot), "sectors"))


def by_mrc(snapshot: Snapshot, answers: pd.DataFrame) -> pd.DataFrame:
    """The rate of each MRC, as people read it; what is in none comes together."""
    called = mrc_names(_reference(snapshot)) | {NO_MRC: text("no-territory")}
    return _by(answers.fillna({"mrc": NO_MRC}), "mrc", called)


def awaited(answers: pd.DataFrame) -> pd.DataFrame:
    """The partners of whom at least one activity is not confirmed, and how many are, as people read it."""
    each = answers.groupby(["partner", "name"], as_index=False)[["registrations", "answered"]].sum()
    waiting = each[each["answered"] < each["registrations"]].sort_values("name")
    return tables.readable(
        waiting.assign(awaited=waiting["registrations"] - waiting["answered"]),
        *("name", "awaited", "answered", "registrations"),
        name=text("column-partner"),
        answered=text("column-confirmed-registrations"),
    )


def notes(edition: int) -> pd.DataFrame:
    """What partners added in words to their answers, as people read it."""
    source = text_in("fr", "confirm-source", edition=str(edition))
    found = queries.notes(access.current_scope(), source)
    return tables.readable(found.assign(when=found["at"].map(formats.moment)), "when", "who", "note")


def _by(answers: pd.DataFrame, column: str, called: dict[str, str]) -> pd.DataFrame:
    rates = metrics.answer_rate(answers, column).sort_values(["answered_ratio", column])
    named = tables.labelled(rates, column, called)
    return tables.readable(
        named,
        *("label", "answered_ratio", "answered", "partners"),
        label=text("column-sector" if column == "sector" else "column-mrc-name"),
    )


def _reference(snapshot: Snapshot) -> Reference:
    return queries.reference(snapshot.versions, access.current_scope(), queries.database_url())
