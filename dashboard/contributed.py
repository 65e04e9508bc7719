"""Who brings what, under the filters of a page, and how partners are called there. Composes a View; no words
but a name's. Not here: reading (``queries.contributions``), what is made of it (``change``, ``loyalty``).
"""

import pandas as pd

from dashboard import metrics, queries
from dashboard.messages import text
from dashboard.view import View


def contributed(view: View, edition: int) -> pd.DataFrame | None:
    """Contributions to an edition, as ``queries.contributions``; None when not those shown."""
    version, until = dict(view.snapshot.versions)[edition], dict(view.until).get(edition)
    found = queries.contributions(view.scope, version, edition, until)
    if found is None:
        return None
    rows = found[metrics.kept(found, view.filters.restriction)]
    audiences = view.filters.restriction.audiences
    return rows[rows["audience"].isin(audiences)] if audiences else rows


def people(view: View, edition: int) -> pd.DataFrame:
    """People by partner in an edition: ``expected, confirmed, reach``, missing where nobody knows.

    Index ``partner``; no row where contributions are no longer those shown.
    """
    rows = contributed(view, edition)
    columns = ["expected", "confirmed", "reach"]
    if rows is None:
        return pd.DataFrame(columns=columns, index=pd.Index([], name="partner"), dtype=float)
    return rows.groupby("partner")[columns].sum(min_count=1)


def present(view: View) -> pd.DataFrame:
    """Who is where in every edition, under the filters: columns of ``queries.presence``."""
    whole = queries.presence(view.snapshot.versions, view.scope, queries.database_url())
    return metrics.present(whole, view.filters.restriction)


def called(view: View, partners: pd.Series) -> pd.Series:
    """Names of partners by their numbers; a number where the person who looks may not see names."""
    names = queries.partner_names(view.scope, view.snapshot.number)
    return partners.map(lambda number: names.get(number) or text("partner-numbered", number=str(number)))
