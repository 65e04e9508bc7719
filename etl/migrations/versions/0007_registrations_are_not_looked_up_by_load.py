"""Registrations are not looked up by load: undoing one reads them once, a tenth of a second for a million"""

from alembic import op

revision = "0007"
down_revision = "0006"

INDEX = "ix_registration_load_id"


def upgrade() -> None:
    op.drop_index(INDEX, "registration")


def downgrade() -> None:
    op.create_index(INDEX, "registration", ["load_id"])
