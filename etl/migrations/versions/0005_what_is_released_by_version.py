"""What each partner brings to a version, and what partners tell of themselves: answers, with their note"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

CURRENT = "SELECT MAX(id) FROM edition_version GROUP BY edition"
TOLD = "p.registration_id = r.id AND COALESCE(p.confirmed, p.expected) IS NOT NULL"
AUDIENCES = (
    *("youth", "toddlers", "adult_learners", "parents", "support_workers"),
    *("professionals", "teachers", "employers", "elected_officials"),
)
BITS = " ".join(f"WHEN '{code}' THEN {1 << index}" for index, code in enumerate(AUDIENCES))
FORGOTTEN = f"DELETE FROM partner_summary WHERE version_id IN ({CURRENT})"
SUMMED = f"""
INSERT INTO partner_summary (version_id, partner_id, place_code, sector, action, audiences, registrations,
    people)
SELECT version_id, partner_id, place_code, sector, action, audiences, COUNT(*), SUM(people)
FROM (
    SELECT v.id AS version_id, r.partner_id, r.place_code, r.sector, r.action,
        COALESCE(SUM(CASE p.audience {BITS} ELSE 0 END), 0) AS audiences,
        SUM(COALESCE(p.confirmed, p.expected)) AS people
    FROM registration r
    JOIN edition_version v ON v.edition = r.edition AND v.id IN ({CURRENT})
    LEFT JOIN participation p ON {TOLD}
    GROUP BY r.id, v.id, r.partner_id, r.place_code, r.sector, r.action
) AS each_registration
GROUP BY version_id, partner_id, place_code, sector, action, audiences
"""
JOINED = f"""
INSERT INTO joined_summary (version_id, partner_id, place_code, people)
SELECT v.id, joined.partner_id, r.place_code, SUM(COALESCE(p.confirmed, p.expected))
FROM registration_partner joined
JOIN registration r ON r.id = joined.registration_id AND r.partner_id <> joined.partner_id
JOIN edition_version v ON v.edition = r.edition AND v.id IN ({CURRENT})
JOIN participation p ON {TOLD}
GROUP BY v.id, joined.partner_id, r.place_code
"""


def upgrade() -> None:
    op.create_table(
        "joined_summary",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["edition_version.id"]),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"]),
        sa.ForeignKeyConstraint(["place_code"], ["place.code"]),
        sa.PrimaryKeyConstraint("version_id", "partner_id", "place_code"),
        sqlite_with_rowid=False,
    )
    op.add_column("partner_summary", sa.Column("people", sa.Integer(), nullable=True))
    op.add_column("load", sa.Column("is_answer", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("load", sa.Column("note", sa.String(), nullable=True))
    op.execute("UPDATE load SET is_answer = true WHERE author LIKE 'partenaire%: %'")
    for statement in (FORGOTTEN, SUMMED, JOINED):
        op.execute(statement)


def downgrade() -> None:
    op.drop_column("load", "note")
    op.drop_column("load", "is_answer")
    op.drop_column("partner_summary", "people")
    op.drop_table("joined_summary")
