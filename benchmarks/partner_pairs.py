"""The labelled set: two names and places, and whether one organisation stands behind both.

Half are one organisation written twice. The others are two, most of them chosen because they look alike, and
written with the same carelessness.
``DEVELOPMENT`` is for whoever changes the scorer; ``PUBLISHED`` is looked at only to publish its figures.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from benchmarks.partner_names import (
    CHILDREN,
    FIRST_NAMES,
    LOCAL,
    QUALITIES,
    SURNAMES,
    THINGS,
    Organisation,
    of,
    organisations,
)
from benchmarks.partner_noise import written
from etl.demonstration.parameters import Parameters

DEVELOPMENT: Final = "développement"
PUBLISHED: Final = "publié"
EACH: Final = 2_000
"""Pairs of one organisation, and as many of two."""
VAGUE: Final = ("region", "online", "unspecified")


@dataclass(frozen=True)
class Pair:
    """Two names as written, each with the code of the place of its registration."""

    first: tuple[str, str]
    second: tuple[str, str]
    same: bool
    kind: str


def pairs(seed: str) -> list[Pair]:
    """Draw the labelled set of a seed, the same each time."""
    random = Random(f"portee-jps pairs {seed}")
    drawn, parameters = organisations(seed)
    different = _different(drawn, parameters, random)
    return [
        *(_same(random.choice(drawn), parameters, random) for _ in range(EACH)),
        *(next(different) for _ in range(EACH)),
    ]


def _same(one: Organisation, parameters: Parameters, random: Random) -> Pair:
    place = parameters.municipalities[one.home].name
    first = written(one, place, random) if random.random() < 0.3 else one.name
    second = written(one, place, random)
    return Pair((first, one.home), (second, _where(one, parameters, random)), True, one.sort)


def _where(one: Organisation, parameters: Parameters, random: Random) -> str:
    """Where it registers this time: at home, mostly; elsewhere, for those who travel."""
    at = random.random()
    if at < 0.04:
        return f"mrc:{parameters.municipalities[one.home].mrc_code}"
    if at < 0.08:
        return random.choice(VAGUE)
    if at < (0.085 if one.sort in LOCAL else 0.16):
        return random.choice(list(parameters.municipalities))
    return one.home


def _different(drawn: list[Organisation], parameters: Parameters, random: Random) -> Iterator[Pair]:
    ways = (
        (_same_name_elsewhere, 22),
        (_next_number, 14),
        (_sister, 18),
        (_depends_on_it, 12),
        (_one_word_apart, 18),
        (_one_word_more, 6),
        (_near_municipality, 2),
        (_any_other, 8),
    )
    while True:
        way = random.choices([way for way, _ in ways], [weight for _, weight in ways])[0]
        one = random.choice(drawn)
        other = way(one, drawn, parameters, random)
        if other is None or (other.name, other.home) == (one.name, one.home):
            continue
        drops = way not in (_depends_on_it, _one_word_more)
        first, second = (
            written(side, parameters.municipalities[side.home].name, random, drops=drops)
            if random.random() < 0.5
            else side.name
            for side in (one, other)
        )
        where = _where(other, parameters, random)
        yield Pair((first, one.home), (second, where), False, way.__name__.strip("_"))


def _same_name_elsewhere(
    one: Organisation, drawn: list[Organisation], parameters: Parameters, random: Random
) -> Organisation | None:
    place = parameters.municipalities[one.home].name
    if one.sort not in LOCAL or place in one.name:
        return None
    return replace(one, home=random.choice([code for code in parameters.municipalities if code != one.home]))


def _next_number(
    one: Organisation, drawn: list[Organisation], parameters: Parameters, random: Random
) -> Organisation | None:
    words, _, number = one.name.rpartition(" ")
    if not number.isdigit():
        return None
    other = random.choice((int(number) + 1, int(number) + 10, int(number) * 10, int(number[::-1]) or 7))
    if other == int(number):
        return None
    return replace(one, name=f"{words} {other:0{len(number)}d}")


def _sister(
    one: Organisation, drawn: list[Organisation], parameters: Parameters, random: Random
) -> Organisation | None:
    """Another sort of organisation that bears the same name, in the same municipality."""
    sorts = {
        "École": ("CPE", "Maison des jeunes", "Bibliothèque", "Centre de formation professionnelle"),
        "CPE": ("École", "Maison des jeunes", "Garderie"),
        "Centre de la petite enfance": ("École", "Garderie"),
        "Maison des jeunes": ("École", "CPE", "Maison des aînés", "Bibliothèque"),
        "Bibliothèque": ("École", "Maison des jeunes", "Piscine"),
        "Collège": ("École", "Résidence"),
        "Boulangerie": ("Garage", "Pharmacie"),
        "Garage": ("Librairie", "Quincaillerie"),
        "Municipalité": ("Bibliothèque", "Maison des jeunes", "Chambre de commerce"),
    }
    for word, others in sorts.items():
        if one.name.startswith(f"{word} ") and one.sort != "numbered":
            return replace(one, name=one.name.replace(word, random.choice(others), 1), sort="sister")
    return None


def _depends_on_it(
    one: Organisation, drawn: list[Organisation], parameters: Parameters, random: Random
) -> Organisation | None:
    """What gravitates around an organisation and is not it."""
    if not one.name.startswith(("École", "CPE", "Maison", "Collège", "Carrefour", "Municipalité")):
        return None
    around = {
        "École": ("Fondation de l'", "Service de garde de l'", "Conseil d'établissement de l'", "OPP de l'"),
        "Municipalité": ("Service des loisirs de la ", "Bibliothèque de la ", "Corps de cadets de la "),
    }
    word = one.name.split(" ", 1)[0]
    before = random.choice(around.get(word, ("Fondation du ", "Syndicat du ", "Les Amis du ")))
    return replace(one, name=before + one.name, sort="around")


def _one_word_apart(
    one: Organisation, drawn: list[Organisation], parameters: Parameters, random: Random
) -> Organisation | None:
    if one.sort == "numbered":
        return None
    lists = ([*FIRST_NAMES], [*SURNAMES], [*QUALITIES], [c[4:] for c in CHILDREN], [t[2:] for t in THINGS])
    for words in random.sample(lists, len(lists)):
        here = [word for word in words if word.strip() in one.name]
        if here:
            word = max(here, key=len)
            other = random.choice([w for w in words if w != word])
            return replace(one, name=one.name.replace(word.strip(), other.strip(), 1), acronym="")
    return None


def _one_word_more(
    one: Organisation, drawn: list[Organisation], parameters: Parameters, random: Random
) -> Organisation | None:
    if one.sort not in ("community", "daycare", "training", "business") or one.acronym:
        return None
    more = random.choice([word for word in (*SURNAMES, *QUALITIES) if word not in one.name])
    return replace(one, name=f"{one.name.removesuffix(' inc.')} {more}")


def _near_municipality(
    one: Organisation, drawn: list[Organisation], parameters: Parameters, random: Random
) -> Organisation | None:
    """Two municipalities that share a word: the one's town hall is not the other's."""
    if one.sort != "municipal":
        return None
    first = parameters.municipalities[one.home].name
    for code, municipality in parameters.municipalities.items():
        if code != one.home and municipality.name.split("-")[0] == first.split("-")[0]:
            word = one.name.split(" ", 1)[0]
            return replace(one, name=f"{word} {of(municipality.name)}", home=code)
    return None


def _any_other(
    one: Organisation, drawn: list[Organisation], parameters: Parameters, random: Random
) -> Organisation | None:
    return random.choice(drawn)
