"""How figures are counted, in words written once (``docs/method.md`` and its translation), and their sources.

Belongs here: reading them. Not here: the words, and the page that shows them (``pages/method.py``).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pandas as pd

from dashboard import formats, messages, tables
from dashboard.messages import Language, text
from dashboard.queries import Reference

ROOT: Final = Path(__file__).parent.parent
FILES: Final[dict[Language, str]] = {"fr": "method.md", "en": "method.en.md"}
PARAGRAPH: Final = re.compile(r"<!-- ([a-z]+) -->\n## (.+)\n\n((?:.+\n)+)")
SENTENCE_END: Final = re.compile(r"(?<=[.!?]) ")


@dataclass(frozen=True)
class Paragraph:
    """One question about the figures: its key, its title and its answer, plain text."""

    name: str
    title: str
    words: str

    @property
    def summary(self) -> str:
        """Its first sentence, for a note under a report."""
        return SENTENCE_END.split(self.words, maxsplit=1)[0]


def paragraphs() -> dict[str, Paragraph]:
    """The paragraphs by key, in their order and the reader's language."""
    return paragraphs_in(messages.language())


@cache
def paragraphs_in(language: Language) -> dict[str, Paragraph]:
    """The paragraphs by key in one language."""
    content = (ROOT / "docs" / FILES[language]).read_text(encoding="utf-8")
    return {
        name: Paragraph(name, title, " ".join(words.split("\n")).strip())
        for name, title, words in PARAGRAPH.findall(content)
    }


def sources() -> list[str]:
    """What the reference data ask that be said of them: each source with its licence."""
    told = pd.read_csv(ROOT / "data" / "sources.csv").dropna(subset=["attribution"])
    return [
        text("method-source", title=row.title, licence=row.licence, mention=row.attribution)
        for row in told.itertuples()
    ]


def published(reference: Reference) -> pd.DataFrame:
    """The figures made public, as people read them: one row by edition and measure, with its source."""
    figures = reference.published
    told = figures.assign(
        measure_text=[text(f"published-{measure}") for measure in figures["measure"]],
        qualifier_text=[
            text(f"qualifier-{row.qualifier.replace('_', '-')}", number=formats.number(row.value))
            for row in figures.itertuples()
        ],
        basis_text=[text(f"basis-{basis}") if pd.notna(basis) else None for basis in figures["basis"]],
    )
    return tables.readable(
        told, "edition", "measure_text", "qualifier_text", "basis_text", "source_title", "source_url"
    )
