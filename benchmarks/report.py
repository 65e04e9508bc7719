"""What a measurement says, and the page that gathers them.

Not here: measuring. A ratio is worth keeping, because it survives a change of machine; a duration
is only there to be understood.
"""

import os
import platform
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
NEVER = "Pas encore mesuré"
HEAD = """# Performance

Écrit par `make bench` : chaque chiffre est mesuré, à côté d'une référence chronométrée dans la même
exécution. Les rapports se comparent d'une machine à l'autre, pas les durées. Le navigateur et le serveur se
partagent la machine.

"""


@dataclass(frozen=True)
class Promise:
    """A bound and what was measured against it."""

    sentence: str
    measured: float
    bound: float
    unit: str

    @property
    def kept(self) -> bool:
        return self.measured <= self.bound


@dataclass(frozen=True)
class Section:
    """One benchmark: how it was made, a table of figures, and the promises that it checks."""

    title: str
    method: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    promises: Sequence[Promise] = field(default=())

    def markdown(self, command: str) -> str:
        moment = f"Mesuré le {date.today().isoformat()} ; {machine()}."
        lines = [f"## {self.title}", "", f"`{command}`", "", moment, "", self.method, ""]
        lines += table(self.header, self.rows)
        if self.promises:
            lines += ["", *table(("Promesse", "Mesuré", "Borne", ""), [verdict(p) for p in self.promises])]
        return "\n".join(lines) + "\n"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [header, ["---"] * len(header), *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def verdict(promise: Promise) -> tuple[str, str, str, str]:
    return (
        promise.sentence,
        number(promise.measured, promise.unit),
        number(promise.bound, promise.unit),
        "tenue" if promise.kept else "**non tenue**",
    )


def number(value: float, unit: str, decimals: int | None = None) -> str:
    """A figure as it is written in Québec French, with its unit."""
    if decimals is None:
        decimals = 2 if abs(value) < 10 else 0
    digits = f"{value:,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")
    return f"{digits}\u00a0{unit}"


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def percentile95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def write(measured: Mapping[str, str], unmeasured: Sequence[str], page: Path = PAGE) -> None:
    """Put what was just measured in the page; the sections of the other benchmarks stay as they are.

    Args:
        measured: the text of a section by its title.
        unmeasured: commands of the benchmarks that were not run this time.
        page: the page to write.
    """
    old = page.read_text(encoding="utf-8") if page.exists() else ""
    texts = {part.split("\n", 1)[0]: f"## {part}" for part in old.split("\n## ")[1:]}
    texts.pop(NEVER, None)
    texts |= measured
    never = [command for command in unmeasured if f"`{command}`" not in "".join(texts.values())]
    if never:
        texts[NEVER] = "\n".join(
            [f"## {NEVER}", "", "Écrits, mais pas encore exécutés jusqu'au bout :", ""]
            + [f"- `{command}`" for command in never]
        )
    body = "\n\n".join(text.strip() for text in texts.values())
    page.write_text(HEAD + body + "\n", encoding="utf-8")


def machine() -> str:
    system = platform.freedesktop_os_release().get("PRETTY_NAME", "") if sys.platform == "linux" else ""
    return f"{os.cpu_count()} cœurs, {system or platform.system()}, Python {platform.python_version()}"
