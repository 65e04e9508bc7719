"""When registrations come in, and when what they announce is held"""

import sqlalchemy as sa
from alembic import op

from etl.days import sum_days

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "pace_summary",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("registrations", sa.Integer(), nullable=False),
        sa.Column("partners", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["edition_version.id"]),
        sa.PrimaryKeyConstraint("version_id", "day"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "calendar_summary",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("is_online", sa.Boolean(), nullable=False),
        sa.Column("registrations", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column("confirmed", sa.Integer(), nullable=True),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["edition_version.id"]),
        sa.ForeignKeyConstraint(["action"], ["action.code"]),
        sa.PrimaryKeyConstraint("version_id", "position"),
        sqlite_with_rowid=False,
    )
    # Versions made before the newest of each edition keep no days: their facts are gone.
    sum_days(op.get_bind(), first=0)


def downgrade() -> None:
    op.drop_table("calendar_summary")
    op.drop_table("pace_summary")
