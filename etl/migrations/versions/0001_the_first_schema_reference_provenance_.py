"""The first schema: reference, provenance, facts and the cube"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "action",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "audience",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "edition",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("year"),
    )
    op.create_table(
        "header_decision",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("header_key", sa.String(), nullable=False),
        sa.Column("header", sa.String(), nullable=False),
        sa.Column("column", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", "header_key"),
    )
    op.create_table(
        "load",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_accepted", sa.Integer(), nullable=False),
        sa.Column("rows_updated", sa.Integer(), nullable=False),
        sa.Column("rows_unchanged", sa.Integer(), nullable=False),
        sa.Column("rows_quarantined", sa.Integer(), nullable=False),
        sa.Column("rows_ignored", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.CheckConstraint(
            "rows_read = rows_accepted + rows_updated + rows_unchanged + rows_quarantined + rows_ignored",
            name="every_row_is_accounted_for",
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "mrc",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_partner_key"), "partner", ["key"], unique=False)
    op.create_table(
        "partner_word",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("word", "key", "place_code"),
    )
    op.create_table(
        "partner_spelling",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
        sa.Column("tail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("word"),
    )
    op.create_index(op.f("ix_partner_spelling_head"), "partner_spelling", ["head"], unique=False)
    op.create_index(op.f("ix_partner_spelling_tail"), "partner_spelling", ["tail"], unique=False)
    op.create_table(
        "sector",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "edition_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition"],
            ["edition.year"],
        ),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_edition_version_edition"), "edition_version", ["edition"], unique=False)
    op.create_table(
        "place",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mrc_code", sa.String(), nullable=True),
        sa.Column("current_code", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("population_year", sa.Integer(), nullable=True),
        sa.Column("land_area_km2", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["current_code"],
            ["place.code"],
        ),
        sa.ForeignKeyConstraint(
            ["mrc_code"],
            ["mrc.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "published_figure",
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("audiences", sa.JSON(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_url", sa.String(), nullable=True),
        sa.Column("source_date", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["edition"],
            ["edition.year"],
        ),
        sa.PrimaryKeyConstraint("edition", "measure"),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("raw", sa.JSON(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(), nullable=True),
        sa.Column("resolved_load_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.ForeignKeyConstraint(
            ["resolved_load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_quarantine_load_id"), "quarantine", ["load_id"], unique=False)
    op.create_table(
        "partner_summary",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("audiences", sa.Integer(), nullable=False),
        sa.Column("registrations", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action"],
            ["action.code"],
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["partner.id"],
        ),
        sa.ForeignKeyConstraint(
            ["place_code"],
            ["place.code"],
        ),
        sa.ForeignKeyConstraint(
            ["sector"],
            ["sector.code"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["edition_version.id"],
        ),
        sa.PrimaryKeyConstraint("version_id", "partner_id", "place_code", "sector", "action", "audiences"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "place_alias",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ambiguous", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_code"],
            ["place.code"],
        ),
        sa.PrimaryKeyConstraint("key", "place_code"),
    )
    op.create_table(
        "partner_alias",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["partner.id"],
        ),
        sa.ForeignKeyConstraint(
            ["place_code"],
            ["place.code"],
        ),
        sa.PrimaryKeyConstraint("key", "place_code"),
    )
    op.create_index(op.f("ix_partner_alias_partner_id"), "partner_alias", ["partner_id"], unique=False)
    op.create_table(
        "partner_proposal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("other_key", sa.String(), nullable=False),
        sa.Column("other_place_code", sa.String(), nullable=False),
        sa.Column("other_name", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.ForeignKeyConstraint(
            ["other_place_code"],
            ["place.code"],
        ),
        sa.ForeignKeyConstraint(
            ["place_code"],
            ["place.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key", "place_code", "other_key", "other_place_code"),
    )
    op.create_index(
        "partner_proposal_by_other", "partner_proposal", ["other_key", "other_place_code"], unique=False
    )
    op.create_table(
        "partner_decision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=True),
        sa.Column("merged_id", sa.Integer(), nullable=True),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("taken_back_by", sa.String(), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["kept_id"],
            ["partner.id"],
        ),
        sa.ForeignKeyConstraint(
            ["merged_id"],
            ["partner.id"],
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["partner_proposal.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_partner_decision_proposal_id"), "partner_decision", ["proposal_id"], unique=False
    )
    op.create_table(
        "reach_summary",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column("confirmed", sa.Integer(), nullable=True),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.Column("expected_where_confirmed", sa.Integer(), nullable=False),
        sa.Column("confirmed_where_expected", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action"],
            ["action.code"],
        ),
        sa.ForeignKeyConstraint(
            ["audience"],
            ["audience.code"],
        ),
        sa.ForeignKeyConstraint(
            ["place_code"],
            ["place.code"],
        ),
        sa.ForeignKeyConstraint(
            ["sector"],
            ["sector.code"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["edition_version.id"],
        ),
        sa.PrimaryKeyConstraint("version_id", "place_code", "sector", "action", "audience"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registration",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("borough", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("held_written", sa.String(), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("confirmed_load_id", sa.Integer(), nullable=True),
        sa.Column("confirmed_sheet", sa.String(), nullable=True),
        sa.Column("confirmed_row", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action"],
            ["action.code"],
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_load_id"],
            ["load.id"],
        ),
        sa.ForeignKeyConstraint(
            ["edition"],
            ["edition.year"],
        ),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["partner.id"],
        ),
        sa.ForeignKeyConstraint(
            ["place_code"],
            ["place.code"],
        ),
        sa.ForeignKeyConstraint(
            ["sector"],
            ["sector.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("edition", "number"),
    )
    op.create_index(op.f("ix_registration_load_id"), "registration", ["load_id"], unique=False)
    op.create_index(op.f("ix_registration_partner_id"), "registration", ["partner_id"], unique=False)
    op.create_index("registration_by_place", "registration", ["edition", "place_code"], unique=False)
    op.create_table(
        "participation",
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column("confirmed", sa.Integer(), nullable=True),
        sa.Column("expected_written", sa.String(), nullable=True),
        sa.Column("confirmed_written", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["audience"],
            ["audience.code"],
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
        ),
        sa.PrimaryKeyConstraint("registration_id", "audience"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registration_place",
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_code"],
            ["place.code"],
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
        ),
        sa.PrimaryKeyConstraint("registration_id", "place_code"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registration_partner",
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["partner.id"],
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
        ),
        sa.PrimaryKeyConstraint("registration_id", "partner_id"),
    )
    op.create_index(
        op.f("ix_registration_partner_partner_id"), "registration_partner", ["partner_id"], unique=False
    )
    op.create_table(
        "source_block",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("first_row", sa.Integer(), nullable=False),
        sa.Column("last_row", sa.Integer(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "number"),
    )
    op.create_table(
        "load_dependency",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("on_load_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.ForeignKeyConstraint(
            ["on_load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "on_load_id"),
    )
    op.create_table(
        "registration_before",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("borough", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("held_written", sa.String(), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "registration_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_registration_before_registration_id"),
        "registration_before",
        ["registration_id"],
        unique=False,
    )
    op.create_table(
        "registration_place_before",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "registration_id", "place_code"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registration_partner_before",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "registration_id", "partner_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "confirmation_before",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_load_id", sa.Integer(), nullable=True),
        sa.Column("confirmed_sheet", sa.String(), nullable=True),
        sa.Column("confirmed_row", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "registration_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_confirmation_before_registration_id"),
        "confirmation_before",
        ["registration_id"],
        unique=False,
    )
    op.create_table(
        "figure_before",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("written", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["load.id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "registration_id", "measure", "audience"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("figure_before")
    op.drop_table("confirmation_before")
    op.drop_table("registration_partner_before")
    op.drop_table("registration_place_before")
    op.drop_table("registration_before")
    op.drop_table("load_dependency")
    op.drop_table("source_block")
    op.drop_table("registration_partner")
    op.drop_table("registration_place")
    op.drop_table("participation")
    op.drop_index("registration_by_place", table_name="registration")
    op.drop_index(op.f("ix_registration_partner_id"), table_name="registration")
    op.drop_index(op.f("ix_registration_load_id"), table_name="registration")
    op.drop_table("registration")
    op.drop_table("reach_summary")
    op.drop_table("partner_decision")
    op.drop_table("partner_proposal")
    op.drop_table("partner_alias")
    op.drop_table("place_alias")
    op.drop_table("partner_summary")
    op.drop_index(op.f("ix_quarantine_load_id"), table_name="quarantine")
    op.drop_table("quarantine")
    op.drop_table("published_figure")
    op.drop_table("place")
    op.drop_index(op.f("ix_edition_version_edition"), table_name="edition_version")
    op.drop_table("edition_version")
    op.drop_table("sector")
    op.drop_table("partner_spelling")
    op.drop_table("partner_word")
    op.drop_table("partner")
    op.drop_table("mrc")
    op.drop_table("load")
    op.drop_table("header_decision")
    op.drop_table("edition")
    op.drop_table("audience")
    op.drop_table("action")
