"""What carried the campaign beside its people: read, never added to anything."""

from datetime import datetime

import pandas as pd
from sqlalchemy import or_, select

from dashboard.connection import reading
from dashboard.scope import Scope
from etl.exposure import FIELDS
from etl.schema import Exposure

COLUMNS = (*FIELDS, "is_demonstration")


def exposure(scope: Scope, at: datetime | None = None) -> pd.DataFrame:
    """Read the rows that are there; they are few, and read each time.

    Args:
        scope: who asks; a partner has none.
        at: a moment (UTC), for the rows that were there then; by default, now.

    Returns:
        One row each, the newest edition first: ``edition, what, channel, starts_on, ends_on, number, unit,
        source, is_demonstration``.
    """
    if scope.partner is not None:
        return pd.DataFrame(columns=list(COLUMNS))
    is_there = Exposure.removed_at.is_(None)
    asked = [is_there] if at is None else [Exposure.entered_at <= at, or_(is_there, Exposure.removed_at > at)]
    statement = (
        select(*(getattr(Exposure, name) for name in COLUMNS))
        .where(*asked)
        .order_by(Exposure.edition.desc(), Exposure.starts_on, Exposure.id)
    )
    with reading(scope) as connection:
        return pd.DataFrame(connection.execute(statement).all(), columns=list(COLUMNS))
