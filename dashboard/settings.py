"""What directors choose for everyone. Reads and writes ``setting``; each change leaves a trace.

Not here: what the environment says (``signin``), what a region is (``region``).
"""

from typing import Final

from sqlalchemy import Connection, delete, insert, select

from dashboard import audit
from dashboard.scope import Scope
from etl import stamp
from etl.schema import Setting

BOARD_SEES_NAMES: Final = "board_sees_partner_names"
YES: Final = "yes"
NO: Final = "no"


def sees_names(connection: Connection, scope: Scope) -> bool:
    """Whether a scope may know how partners are called."""
    return scope.role != "board" or board_sees_names(connection)


def board_sees_names(connection: Connection) -> bool:
    """Whether the board sees the names of partners: it does unless a director said otherwise."""
    return connection.scalar(select(Setting.value).where(Setting.name == BOARD_SEES_NAMES)) != NO


def let_board_see_names(connection: Connection, allowed: bool, by: str) -> None:
    """Choose whether the board sees the names of partners."""
    connection.execute(delete(Setting).where(Setting.name == BOARD_SEES_NAMES))
    value = YES if allowed else NO
    row = {"name": BOARD_SEES_NAMES, "value": value, "set_by": by, "set_at": stamp.now()}
    connection.execute(insert(Setting), row)
    audit.record(connection, "setting_changed", by, f"{BOARD_SEES_NAMES} = {value}")
