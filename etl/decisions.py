"""What people decided about headers, remembered for every file with the same headers.

Not here: what is asked (``recognise``), and who may answer (the pages).
"""

import hashlib
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from etl import stamp
from etl.clean import key
from etl.schema import HeaderDecision

Decisions = Mapping[str, Mapping[str, str | None]]
"""By fingerprint of a set of headers, the column of a header by its key; None: not to be used."""


def fingerprint(headers: Sequence[str]) -> str:
    """Identity of a set of headers, whatever their order, case, accents and spaces."""
    keys = sorted({key(header) or header for header in headers if header})
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:16]


def recall(connection: Connection) -> Decisions:
    """Every decision so far."""
    found: dict[str, dict[str, str | None]] = {}
    for row in connection.execute(select(HeaderDecision.__table__)):
        found.setdefault(row.fingerprint, {})[row.header_key] = row.column
    return found


def remember(connection: Connection, fingerprint: str, header: str, column: str | None, author: str) -> None:
    """Decide that a header means a column, or none; the last decision about it holds."""
    forget(connection, fingerprint, header)
    connection.execute(
        insert(HeaderDecision),
        {
            "fingerprint": fingerprint,
            "header_key": key(header),
            "header": header,
            "column": column,
            "author": author,
            "decided_at": stamp.now(),
        },
    )


def forget(connection: Connection, fingerprint: str, header: str) -> None:
    """Take a decision back: the header is asked about again."""
    connection.execute(
        delete(HeaderDecision).where(
            HeaderDecision.fingerprint == fingerprint, HeaderDecision.header_key == key(header)
        )
    )
