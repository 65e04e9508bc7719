"""Who may read which rows, as PostgreSQL itself enforces it: a second time, after the queries of the app.

Each reader of the app is a role of the database that owns nothing, logs in nowhere and only reads. The app
takes one for the length of a transaction (``take``), so that a query that forgets its WHERE finds nothing of
another partner's. What the owner does (loading, migrating, backing up) is not concerned: it is no reader.

Belongs here: roles, grants and policies. Not here: who is looking (``dashboard.access``). SQLite has no
roles: there, the queries alone decide.

Everything is put in place again after any migration. A new table is read by nobody until it is named here.
"""

from typing import Final

from sqlalchemy import Connection, text

ROLES: Final = {"director": "portee_director", "board": "portee_board", "partner": "portee_partner"}
"""Role of the database of each role of the app. The cluster shares them; grants are each database's own."""

REFERENCE: Final = (
    *("mrc", "place", "place_alias", "audience", "sector", "action", "edition", "published_figure"),
    "edition_version",
)
"""Tables that say nothing of anyone: read by all."""

FIGURES: Final = (
    *("partner", "registration", "registration_place", "registration_partner", "participation"),
    *("reach_summary", "partner_summary", "joined_summary", "pace_summary", "calendar_summary"),
    *("meeting", "setting", "exposure"),
)
"""Tables of figures and of who brought them: read by the board too."""

SOURCES: Final = (
    *("load", "quarantine", "source_block", "load_dependency", "header_decision"),
    *("partner_alias", "partner_word", "partner_spelling", "partner_proposal", "partner_decision"),
    *("registration_before", "registration_place_before", "registration_partner_before"),
    *("confirmation_before", "figure_before"),
    *("member", "partner_link", "audit_event"),
)
"""Tables of files, of who loaded and decided, and of who comes in: read by directors only."""

LOAD_TOLD: Final = "id, template, loaded_at, is_demonstration, is_answer, undone_at"
"""What everyone may know of a load: when and how it was made, and whether it is fictional."""

ME: Final = "CAST(NULLIF(current_setting('portee.partner', true), '') AS integer)"
"""The partner of this transaction; NULL, which equals nothing, where none was told."""

OWN: Final = {
    "registration_partner": f"partner_id = {ME}",
    "registration": (
        f"partner_id = {ME} OR id = ANY (ARRAY(SELECT registration_id FROM registration_partner"
        f" WHERE partner_id = {ME}))"
    ),
    "registration_place": "registration_id = ANY (ARRAY(SELECT id FROM registration))",
    "participation": "registration_id = ANY (ARRAY(SELECT id FROM registration))",
    "partner": f"id = {ME} OR id = ANY (ARRAY(SELECT partner_id FROM registration))",
    "load": (
        "is_demonstration OR id = ANY (ARRAY(SELECT load_id FROM registration"
        " UNION SELECT confirmed_load_id FROM registration))"
    ),
}
"""The rows of a partner, by table; what one names of another is cut to their own in its turn. The arrays are
made once by query, and let indexes find the rows."""

MISSING: Final = (
    'PostgreSQL roles are missing, and "{user}" may not create them. As an administrator: CREATE ROLE {role}'
    ' NOLOGIN; GRANT {role} TO "{user}"'
)


class CannotSecure(RuntimeError):
    """The user of the database may not create the roles of readers, and nobody did."""


def put_in_place(connection: Connection) -> None:
    """Make the roles, grants and policies what this module says; nothing to do elsewhere than PostgreSQL.

    Raises:
        CannotSecure: a role is missing, and the user of this connection may not create it.
    """
    if connection.dialect.name != "postgresql":
        return
    for role in ROLES.values():
        _make_role(connection, role)
    everyone, readers = ", ".join(ROLES.values()), f"{ROLES['director']}, {ROLES['board']}"
    schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
    every = ", ".join((*REFERENCE, *FIGURES, *SOURCES))
    statements = [
        f"GRANT USAGE ON SCHEMA {schema} TO {everyone}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {everyone}",
        f"REVOKE ALL ({LOAD_TOLD}) ON load FROM {everyone}",
        f"GRANT SELECT ON {', '.join(REFERENCE)} TO {everyone}",
        f"GRANT SELECT ON {', '.join(FIGURES)} TO {readers}",
        f"GRANT SELECT ON {every} TO {ROLES['director']}",
        f"GRANT SELECT ON {', '.join(name for name in OWN if name != 'load')} TO {ROLES['partner']}",
        f"GRANT SELECT ({LOAD_TOLD}) ON load TO {ROLES['board']}, {ROLES['partner']}",
    ]
    for table in (*FIGURES, *SOURCES):
        statements += [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"DROP POLICY IF EXISTS everything ON {table}",
            f"DROP POLICY IF EXISTS own ON {table}",
            f"CREATE POLICY everything ON {table} FOR SELECT TO {readers} USING (true)",
        ]
    for table, rows in OWN.items():
        statements.append(f"CREATE POLICY own ON {table} FOR SELECT TO {ROLES['partner']} USING ({rows})")
    for statement in statements:
        connection.execute(text(statement))


def take(connection: Connection, role: str, partner: int | None) -> None:
    """Read as one role from now to the end of the transaction, and write nothing.

    Args:
        connection: inside a transaction.
        role: among ``ROLES``.
        partner: whose rows are read, of a partner only.
    """
    if connection.dialect.name != "postgresql":
        return
    told = (
        "SELECT set_config('role', :role, true), set_config('portee.partner', :partner, true),"
        " set_config('transaction_read_only', 'on', true)"
    )
    connection.execute(text(told), {"role": ROLES[role], "partner": "" if partner is None else str(partner)})


def _make_role(connection: Connection, role: str) -> None:
    """Create a role unless another database of the cluster did, and let the owner take it."""
    who = connection.execute(
        text(
            "SELECT current_user AS name, rolsuper OR rolcreaterole AS may_create,"
            " EXISTS (SELECT 1 FROM pg_roles WHERE rolname = :role) AS is_there"
            " FROM pg_roles WHERE rolname = current_user"
        ),
        {"role": role},
    ).one()
    if who.is_there and connection.scalar(text("SELECT pg_has_role(:role, 'MEMBER')"), {"role": role}):
        return
    if not who.may_create:
        raise CannotSecure(MISSING.format(user=who.name, role=role))
    if not who.is_there:
        connection.execute(text(f"CREATE ROLE {role} NOLOGIN"))
    connection.execute(text(f"GRANT {role} TO CURRENT_USER"))
