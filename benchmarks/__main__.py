"""``python -m benchmarks [NAME…]``: measure, print, and bring ``docs/performance.md`` up to date."""

import sys
from collections.abc import Callable

from benchmarks import (
    boards,
    brief,
    contribution,
    filter_change,
    first_view,
    load,
    pace,
    partner_matching,
    preview,
    provenance,
    report,
    rows,
    sessions,
)
from benchmarks.report import Section

BENCHMARKS: dict[str, Callable[[], Section]] = {
    "filter_change": filter_change.run,
    "contribution": contribution.run,
    "rows": rows.run,
    "sessions": sessions.run,
    "boards": boards.run,
    "load": load.run,
    "first_view": first_view.run,
    "partner_matching": partner_matching.run,
    "pace": pace.run,
    "brief": brief.run,
    "provenance": provenance.run,
    "preview": preview.run,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    commands = {name: f"make bench ARGS={name}" for name in BENCHMARKS}
    kept = True
    for name in names or BENCHMARKS:
        section = BENCHMARKS[name]()
        written = section.markdown(commands[name])
        print(written, flush=True)
        report.write({section.title: written}, [commands[other] for other in BENCHMARKS if other != name])
        kept = kept and all(promise.kept for promise in section.promises)
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
