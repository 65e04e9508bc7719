"""Figures that may be right and deserve a look: seen from the facts, once a file is in and before it is kept.

Not here: what cannot be right (``checks``), how the file was read (``notices``).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, select, text

from etl.data_files import thresholds
from etl.notices import named
from etl.schema import PublishedFigure

NAMED: Final = 5
"""Partners named in a sentence."""

Look = tuple[str, dict[str, Any]]
"""A code of the catalogue (after ``warning-``), and what its sentence needs."""

LEAP: Final = """
WITH people AS (
    SELECT r.partner_id, r.edition, SUM(COALESCE(p.confirmed, p.expected)) AS total
    FROM registration r JOIN participation p ON p.registration_id = r.id
    WHERE r.edition IN (:edition, (SELECT MAX(edition) FROM registration WHERE edition < :edition))
    GROUP BY r.partner_id, r.edition
)
SELECT partner.name, before.edition AS earlier, before.total AS was, now.total AS becomes
FROM people now JOIN people before ON before.partner_id = now.partner_id AND before.edition < now.edition
JOIN partner ON partner.id = now.partner_id
WHERE now.edition = :edition AND before.total >= :least AND now.total >= :times * before.total
    AND EXISTS (SELECT 1 FROM registration r WHERE r.load_id = :load AND r.partner_id = now.partner_id)
ORDER BY now.total DESC, partner.name
"""

SAME_DAY: Final = """
SELECT partner.name, r.held_on, COUNT(*) AS times
FROM registration r JOIN partner ON partner.id = r.partner_id
WHERE r.edition = :edition AND r.held_on IS NOT NULL AND r.held_on = r.held_until
GROUP BY partner.id, partner.name, r.held_on, r.place_code, r.action
HAVING COUNT(*) > 1 AND SUM(CASE WHEN r.load_id = :load THEN 1 ELSE 0 END) > 0
ORDER BY times DESC, partner.name
"""

TOTAL: Final = """
SELECT SUM(COALESCE(p.confirmed, p.expected)) FROM participation p
JOIN registration r ON r.id = p.registration_id WHERE r.edition = :edition
"""


def of_load(connection: Connection, load: int, editions: Iterable[int]) -> Iterator[Look]:
    """What deserves a look in the editions that a load speaks of, once its facts are written."""
    limit = thresholds("look_")
    bounds = {"times": limit["leap"], "least": limit["leap_least"]}
    for edition in editions:
        asked = {"edition": edition, "load": load}
        leaps = connection.execute(text(LEAP), asked | bounds).all()
        if leaps:
            leapt = [f"{row.name} ({int(row.was)} → {int(row.becomes)})" for row in leaps]
            yield (
                "leap",
                {"edition": str(edition), "earlier": str(leaps[0].earlier), "names": named(leapt, NAMED)},
            )
        twice = connection.execute(text(SAME_DAY), asked).all()
        if twice:
            met = [f"{row.name} ({row.held_on})" for row in twice]
            yield "same_day", {"edition": str(edition), "names": named(met, NAMED)}
        yield from _published(connection, edition, limit)


def _published(connection: Connection, edition: int, limit: Mapping[str, float]) -> Iterator[Look]:
    figure = connection.execute(
        select(PublishedFigure.value, PublishedFigure.qualifier).where(
            PublishedFigure.edition == edition, PublishedFigure.measure == "people"
        )
    ).first()
    total = connection.execute(text(TOTAL), {"edition": edition}).scalar() or 0
    if figure is None or total < limit["partial"] * figure.value:
        return
    if abs(total - figure.value) > limit["published"] * figure.value:
        told = {"edition": str(edition), "total": int(total), "published": figure.value}
        yield "published", told | {"qualifier": figure.qualifier}
