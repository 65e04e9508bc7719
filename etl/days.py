"""The cube by day: when registrations come in, and when what they announce is held.

Belongs here: the two summaries that have a date. Not here: the cube by territory and audience, and when
versions are made (``summarise``); counting days to the opening, which is for who reads.
"""

from typing import Final

from sqlalchemy import Connection, text

PEOPLE: Final = (
    "SUM(expected) AS expected, SUM(confirmed) AS confirmed, COALESCE(SUM(reach), 0) AS reach, "
    "SUM(registrations) AS registrations"
)

VERSION: Final = "(SELECT MAX(id) AS id, edition FROM edition_version GROUP BY edition)"

STATEMENTS: Final = (
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
"""One pass over the facts, a row for each registration, then sums of sums: SQLite sorts to group, and the
million rows are sorted twice at most. The ``+`` keeps it from an index: it would jump from page to page."""


def sum_days(connection: Connection, first: int) -> None:
    """Sum the facts as they are under the newest version of each edition that has one from ``first`` on."""
    for statement in STATEMENTS:
        connection.execute(text(statement.format(first=int(first))))
