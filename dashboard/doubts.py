"""Which figures deserve a second look: pure functions, from the figures of an edition to some of them.

A doubt accuses nobody: a large school may well reach ten times what others do. Not here: reading figures
(``queries``), how a doubt is shown (``quality``), what cannot be true and never loads (``etl.checks``).
"""

from typing import Final

import numpy as np
import pandas as pd

from etl.schema import UNSPECIFIED

FAR: Final = 3.5
"""Modified Z-score above which a figure is far from the others (Iglewicz and Hoaglin)."""
FEWEST: Final = 10
"""Figures of a sector and audience below which none can be called far from the others."""
JUMP: Final = 4
"""Times a partner's own usual total, up or down, that are a jump."""
SMALLEST_JUMP: Final = 100
"""People of a difference below which nothing is a jump: four times ten is a good year."""


def without_figure(figures: pd.DataFrame) -> pd.DataFrame:
    """Registrations that tell no number of people, whatever the audience."""
    told = figures.loc[figures["reach"].notna(), "number"]
    return figures[~figures["number"].isin(told)].drop_duplicates("number")


def approximate(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures counted with a cautious value, since the file says « environ », « plus de » or a range."""
    return figures[figures["reach"].notna() & figures["is_approximate"].astype(bool)]


def unconfirmed(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures that were announced and not confirmed."""
    return figures[figures["expected"].notna() & figures["confirmed"].isna()]


def unplaced(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures of registrations that do not say where they take place."""
    return figures[figures["kind"] == UNSPECIFIED]


def doubles(figures: pd.DataFrame) -> pd.DataFrame:
    """Registrations of one partner, at one place on one day, with the very same people in each audience."""
    dated = figures[figures["held_on"].notna() & figures["reach"].notna()]
    people = (
        dated.sort_values("audience")
        .groupby("number")[["audience", "reach"]]
        .apply(lambda rows: tuple(rows.itertuples(index=False, name=None)))
    )
    if people.empty:
        return dated
    each = dated.drop_duplicates("number").assign(people=lambda rows: rows["number"].map(people))
    alike = each[each.duplicated(["partner", "place", "held_on", "action", "people"], keep=False)]
    return figures[figures["number"].isin(alike["number"])]


def far_from_others(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures far above those of the same sector and audience, with what is ``usual`` there (the median).

    Small ones are left alone: zero and three people are answers, and swell no total.

    The modified Z-score is 0.6745 (x - median) / MAD, or (x - median) / (1.2533 mean absolute deviation)
    where MAD, the median absolute deviation, is zero (Iglewicz and Hoaglin, *How to Detect and Handle
    Outliers*, ASQC, 1993). It is taken on log(1 + people): counts of people are skewed, and on their own
    scale every large school would be far from the others.
    """
    told = figures[figures["reach"].notna()]
    groups = told.assign(size=np.log1p(told["reach"].astype(float))).groupby(["sector", "audience"])
    if told.empty:
        return told.assign(usual=np.nan)
    scored = told.assign(
        usual=groups["reach"].transform("median"),
        score=groups["size"].transform(modified_z_score),
        peers=groups["reach"].transform("count"),
    )
    far = scored[(scored["peers"] >= FEWEST) & (scored["score"] > FAR)]
    return far.sort_values("reach", ascending=False).drop(columns=["score", "peers"])


def modified_z_score(values: pd.Series) -> pd.Series:
    """How far each value is from the median, in robust standard deviations; zero where all are alike."""
    away = values - values.median()
    spread = away.abs().median() / 0.6745
    if spread == 0:
        spread = 1.2533 * away.abs().mean()
    return away / spread if spread else away * 0.0


def jumps(figures: pd.DataFrame, people: pd.DataFrame, edition: int) -> pd.DataFrame:
    """Figures of partners whose total is far from their own past, with their ``usual`` total.

    Args:
        figures: of the edition.
        people: ``edition, partner, people``, of this edition and of the earlier ones.
        edition: year; what comes later is ignored.
    """
    now = people[people["edition"] == edition].set_index("partner")["people"]
    usual = people[people["edition"] < edition].groupby("partner")["people"].median()
    both = pd.DataFrame({"now": now, "usual": usual}).dropna()
    smaller, larger = both.min(axis=1), both.max(axis=1)
    jumped = both[(larger - smaller >= SMALLEST_JUMP) & (larger >= JUMP * smaller)]
    found = figures[figures["partner"].isin(jumped.index) & figures["reach"].notna()]
    return found.assign(usual=found["partner"].map(jumped["usual"]))
