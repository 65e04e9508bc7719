"""``python -m benchmarks [NAME…]``: measure, print, and write ``docs/performance.md`` when all were run."""

import sys
from collections.abc import Callable

from benchmarks import filter_change, first_view, load, report, rows, sessions
from benchmarks.report import Section

BENCHMARKS: dict[str, Callable[[], Section]] = {
    "filter_change": filter_change.run,
    "rows": rows.run,
    "sessions": sessions.run,
    "load": load.run,
    "first_view": first_view.run,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    sections: list[tuple[str, Section]] = []
    for name in names or BENCHMARKS:
        command = f'make bench ARGS="{name}"'
        sections.append((command, BENCHMARKS[name]()))
        print(sections[-1][1].markdown(command), flush=True)
    if not names:
        report.write(sections)
    return 0 if all(promise.kept for _, section in sections for promise in section.promises) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
