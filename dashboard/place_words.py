"""How places are called in the reader's language. What is stored and exported keeps the official name.

A municipality's name is a proper noun, the same in both languages; French types its apostrophe. What is no
municipality (online, a whole MRC, the region) has a name in each. Not here: reading places (``queries``).
"""

from functools import lru_cache

import pandas as pd

from dashboard import messages
from dashboard.messages import text
from dashboard.queries import Reference
from etl.schema import MUNICIPAL_KINDS


def by_code(reference: Reference) -> dict[str, str]:
    """Names of all places by code, in the reader's language."""
    return _by_code(reference, messages.language())


def proper(name: str) -> str:
    """A proper noun as the reader's language types it: « L’Ascension »."""
    return name.replace("'", "\u2019") if messages.language() == "fr" else name


def renamed(reference: Reference, official: pd.Series) -> pd.Series:
    """Official names of places, as they are read from a registration, in the reader's language."""
    codes = reference.places.reset_index().drop_duplicates("name").set_index("name")["place"]
    names = codes.map(by_code(reference))
    return official.map(names).fillna(official)


@lru_cache(maxsize=8)
def _by_code(reference: Reference, language: str) -> dict[str, str]:
    return {
        str(row.Index): proper(row.name)
        if row.kind in MUNICIPAL_KINDS
        else text(f"place-{row.kind}", official=proper(row.name), mrc=row.mrc_name or "")
        for row in reference.places.itertuples()
    }
