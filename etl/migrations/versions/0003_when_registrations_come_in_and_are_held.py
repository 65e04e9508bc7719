"""When registrations come in, and when what they announce is held"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

PEOPLE = (
    "SUM(expected) AS expected, SUM(confirmed) AS confirmed, COALESCE(SUM(reach), 0) AS reach, "
    "SUM(registrations) AS registrations"
)

VERSION = "(SELECT MAX(id) AS id, edition FROM edition_version GROUP BY edition)"

STATEMENTS = (
    """
CREATE TEMPORARY TABLE told AS
SELECT r.edition AS edition, r.partner_id AS partner_id, r.registered_on AS registered_on,
    r.held_on AS held_on, r.action AS action, r.place_code = 'online' AS is_online,
    SUM(p.expected) AS expected, SUM(p.confirmed) AS confirmed,
    SUM(COALESCE(p.confirmed, p.expected)) AS reach
FROM registration r LEFT JOIN participation p ON p.registration_id = r.id
WHERE +r.edition IN (SELECT edition FROM edition_version WHERE id >= {first})
GROUP BY r.id
""",
    """
CREATE TEMPORARY TABLE day_cell AS
SELECT edition, registered_on, held_on, action, is_online, COUNT(*) AS registrations,
    SUM(expected) AS expected, SUM(confirmed) AS confirmed, SUM(reach) AS reach
FROM told GROUP BY edition, registered_on, held_on, action, is_online
""",
    f"""
INSERT INTO pace_summary (version_id, day, registered_on, registrations, partners, expected, reach)
SELECT v.id, ROW_NUMBER() OVER (PARTITION BY v.id ORDER BY d.registered_on NULLS LAST),
    d.registered_on, d.registrations, COALESCE(n.partners, 0), d.expected, d.reach
FROM (SELECT edition, registered_on, {PEOPLE} FROM day_cell GROUP BY edition, registered_on) AS d
JOIN {VERSION} v ON v.edition = d.edition AND v.id >= {{first}}
LEFT JOIN (
    SELECT edition, first_on, COUNT(*) AS partners
    FROM (SELECT edition, MIN(registered_on) AS first_on FROM told GROUP BY edition, partner_id) AS arrival
    GROUP BY edition, first_on
) AS n ON n.edition = d.edition
    AND (n.first_on = d.registered_on OR n.first_on IS NULL AND d.registered_on IS NULL)
""",
    f"""
INSERT INTO calendar_summary
    (version_id, position, held_on, action, is_online, registrations, expected, confirmed, reach)
SELECT v.id, ROW_NUMBER() OVER (PARTITION BY v.id ORDER BY d.held_on NULLS LAST, d.action, d.is_online),
    d.held_on, d.action, d.is_online, d.registrations, d.expected, d.confirmed, d.reach
FROM (
    SELECT edition, held_on, action, is_online, {PEOPLE}
    FROM day_cell GROUP BY edition, held_on, action, is_online
) AS d JOIN {VERSION} v ON v.edition = d.edition AND v.id >= {{first}}
""",
    "DROP TABLE day_cell",
    "DROP TABLE told",
)


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
    for statement in STATEMENTS:
        op.execute(statement.format(first=0))


def downgrade() -> None:
    op.drop_table("calendar_summary")
    op.drop_table("pace_summary")
