"""The editions that what people bring speaks of.

Not here: what is known of them before anyone registers (``reference``).
"""

from collections.abc import Collection

from sqlalchemy import Connection, insert, select

from etl.schema import Edition


def ensure(connection: Connection, years: Collection[int]) -> None:
    """Add those of these years that the database does not have."""
    for missing in sorted(set(years) - set(connection.scalars(select(Edition.year)))):
        connection.execute(insert(Edition), {"year": missing})
