"""The cube by day: when registrations come in, and when what they announce is held.

Belongs here: the two summaries that have a date. Not here: the cube by territory and audience, the rows that
these sum, and when versions are made (``summarise``); counting days to the opening, which is for who reads.
"""

from typing import Final

from sqlalchemy import Connection, text

PEOPLE: Final = (
    "SUM(expected) AS expected, SUM(confirmed) AS confirmed, COALESCE(SUM(people), 0) AS reach, "
    "SUM(registrations) AS registrations"
)

STATEMENTS: Final = (
    """
CREATE TEMPORARY TABLE day_cell AS
SELECT version_id, registered_on, held_on, action, is_online, COUNT(*) AS registrations,
    SUM(expected) AS expected, SUM(confirmed) AS confirmed, SUM(people) AS people
FROM told GROUP BY version_id, registered_on, held_on, action, is_online
""",
    f"""
INSERT INTO pace_summary (version_id, day, registered_on, registrations, partners, expected, reach)
SELECT d.version_id, ROW_NUMBER() OVER (PARTITION BY d.version_id ORDER BY d.registered_on NULLS LAST),
    d.registered_on, d.registrations, COALESCE(n.partners, 0), d.expected, d.reach
FROM (SELECT version_id, registered_on, {PEOPLE} FROM day_cell GROUP BY version_id, registered_on) AS d
LEFT JOIN (
    SELECT version_id, first_on, COUNT(*) AS partners
    FROM (
        SELECT version_id, MIN(registered_on) AS first_on FROM told GROUP BY version_id, partner_id
    ) AS arrival
    GROUP BY version_id, first_on
) AS n ON n.version_id = d.version_id
    AND (n.first_on = d.registered_on OR n.first_on IS NULL AND d.registered_on IS NULL)
""",
    f"""
INSERT INTO calendar_summary
    (version_id, position, held_on, action, is_online, registrations, expected, confirmed, reach)
SELECT version_id,
    ROW_NUMBER() OVER (PARTITION BY version_id ORDER BY held_on NULLS LAST, action, is_online),
    held_on, action, is_online, registrations, expected, confirmed, reach
FROM (
    SELECT version_id, held_on, action, is_online, {PEOPLE}
    FROM day_cell GROUP BY version_id, held_on, action, is_online
) AS d
""",
    "DROP TABLE day_cell",
)


def sum_days(connection: Connection) -> None:
    """Sum by day the registrations of new versions, from ``told`` (``summarise``)."""
    for statement in STATEMENTS:
        connection.execute(text(statement))
