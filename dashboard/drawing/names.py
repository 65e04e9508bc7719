"""Names in columns, as many as the room takes; those that stand out are bold, with a full mark."""

from dashboard import formats
from dashboard.drawing import svg
from dashboard.drawing.kinds import Names
from dashboard.drawing.letters import shortened, width
from dashboard.drawing.style import Style

ROW = 1.4
"""Of the size of the letters, at least: from a name to the next."""
AIRY = 2.1
"""The same, at most."""
COLUMN = 11
"""Of the size of the letters: a column that shortens names is never narrower."""
INDENT = 0.9
"""Of the size of the letters: room for the mark."""


def draw(chart: Names, across: int, down: int, style: Style) -> list[str]:
    """Draw the names column after column; the last place says how many find no room."""
    rows = chart.table.to_dict("records")
    if not rows:
        return []
    key = chart.marked_name if any(row["marked"] for row in rows) else ""
    room = down - (1.7 * style.small if key else 0)
    indent, gap = INDENT * style.size, 0.5 * style.size
    widest = max(width(str(row["label"]), style.size, bold=bool(row["marked"])) for row in rows)
    by_column = max(1, int(room / (ROW * style.size)))
    fitting = int(across / (indent + min(widest, COLUMN * style.size) + gap))
    columns = max(1, min(fitting, -(-len(rows) // by_column)))
    left_out = len(rows) - by_column * columns
    shown = rows[: by_column * columns - 1] if left_out > 0 else rows
    count = len(shown) + (left_out > 0)
    lines = -(-count // columns)
    pitch = min(room / lines, AIRY * style.size)
    wide = across / columns
    beside = indent + widest + style.size
    has_groups = columns == 1 and all(
        beside + width(str(row["group"]), style.small) <= across for row in shown
    )
    parts: list[str] = []
    for place, row in enumerate(shown):
        column, line = divmod(place, lines)
        x, y = column * wide, (line + 0.5) * pitch + style.size * 0.35
        label, is_marked = str(row["label"]), bool(row["marked"])
        cut = shortened(label, style.size, wide - indent - gap, bold=is_marked)
        parts += [
            _mark(x, y, style, is_full=is_marked),
            svg.text(x + indent, y, cut, style, bold=is_marked, whole=label),
        ]
        if has_groups:
            parts.append(svg.text(beside, y, str(row["group"]), style, size=style.small))
    if left_out > 0:
        column, line = divmod(len(shown), lines)
        words = chart.others_name.format(count=formats.number(len(rows) - len(shown)))
        x, y = column * wide + indent, (line + 0.5) * pitch + style.size * 0.35
        parts.append(svg.text(x, y, shortened(words, style.size, wide - indent - gap), style, whole=words))
    return parts + (_key(key, across, down, style) if key else [])


def _key(words: str, across: int, down: int, style: Style) -> list[str]:
    y, start = down - style.small * 0.35, INDENT * style.size
    cut = shortened(words, style.small, across - start)
    return [
        _mark(0, y, style, is_full=True),
        svg.text(start, y, cut, style, size=style.small, whole=words),
    ]


def _mark(x: float, baseline: float, style: Style, *, is_full: bool) -> str:
    size = style.size
    return svg.element(
        "circle",
        cx=x + size * 0.35,
        cy=baseline - size * 0.32,
        r=size * 0.22,
        fill=style.palette.accent if is_full else style.palette.paper,
        stroke=style.palette.accent if is_full else style.palette.muted,
        stroke_width=size / 14,
    )
