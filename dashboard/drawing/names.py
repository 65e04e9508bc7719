"""Names in columns, as many as the room takes; those that stand out are bold, with a full mark."""

from dashboard import formats
from dashboard.drawing import svg
from dashboard.drawing.kinds import Names
from dashboard.drawing.letters import shortened, width
from dashboard.drawing.style import Style

ROW = 1.65
"""Of the size of the letters."""


def draw(chart: Names, across: int, down: int, style: Style) -> list[str]:
    """Draw the names column after column; the last place says how many find no room."""
    labels = [str(label) for label in chart.table["label"]]
    marked = [bool(mark) for mark in chart.table["marked"]]
    groups = [str(group) for group in chart.table["group"]]
    if not labels:
        return []
    is_keyed = bool(chart.marked_name) and any(marked)
    foot = 1.7 * style.small if is_keyed else 0.0
    indent = style.size * 0.9
    widest = max(width(label, style.size, bold=mark) for label, mark in zip(labels, marked, strict=True))
    by_column = max(1, int((down - foot) / (ROW * style.size)))
    columns = max(1, min(int(across / (indent + widest + style.size)), 4, -(-len(labels) // by_column)))
    room = across / columns - indent - style.size * 0.4
    places = by_column * columns
    parts: list[str] = []
    if len(labels) > places:
        kept = places - 1
        others = chart.others_name.format(count=formats.number(len(labels) - kept))
        labels, marked, groups = [*labels[:kept], others], [*marked[:kept], False], groups[:kept]
    rows = -(-len(labels) // columns) if columns > 1 else by_column
    pitch = min((down - foot) / max(min(rows, len(labels)), 1), 1.25 * ROW * style.size)
    for place, (label, mark) in enumerate(zip(labels, marked, strict=True)):
        column, row = divmod(place, rows)
        x, y = column * across / columns, (row + 0.5) * pitch + style.size * 0.35
        shown = shortened(label, style.size, room, bold=mark)
        parts += [_mark(x, y, style, full=mark)] if place < len(groups) else []
        parts.append(svg.text(x + indent, y, shown, style, bold=mark, whole=label))
        if columns == 1 and place < len(groups):
            parts += _group(groups[place], indent + widest + style.size, y, across, style)
    if is_keyed:
        y = down - style.small * 0.35
        parts += [
            _mark(0, y, style, full=True),
            svg.text(
                indent,
                y,
                shortened(chart.marked_name, style.small, across - indent),
                style,
                size=style.small,
                whole=chart.marked_name,
            ),
        ]
    return parts


def _group(group: str, x: float, y: float, across: int, style: Style) -> list[str]:
    """Write where a name belongs beside it, if that is still readable there."""
    shown = shortened(group, style.small, across - x)
    return [svg.text(x, y, shown, style, size=style.small, whole=group)] if len(shown) > 4 else []


def _mark(x: float, baseline: float, style: Style, *, full: bool) -> str:
    size = style.size
    return svg.element(
        "circle",
        cx=x + size * 0.35,
        cy=baseline - size * 0.32,
        r=size * 0.22,
        fill=style.palette.accent if full else style.palette.paper,
        stroke=style.palette.accent if full else style.palette.muted,
        stroke_width=size / 14,
    )
