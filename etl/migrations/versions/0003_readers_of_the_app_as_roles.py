"""Readers of the app are roles of PostgreSQL, with the rows that each may read

Nothing is said here: ``etl.row_security`` is put in place after any migration, and this one makes it be.
"""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
