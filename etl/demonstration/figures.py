"""How many people, announced and reported, so that an edition adds up to what it is set to reach.

Reach is the confirmed figure where there is one, else the expected one. Not here: who registers what.
"""

from dataclasses import dataclass
from random import Random

from etl.demonstration.parameters import Edition, Parameters
from etl.demonstration.registrations import Registration

_CONFIRMED_SHARE = 0.69
_WITHOUT_FIGURES = 0.06
_LARGEST_SHARE_OF_POPULATION = 0.9
_OUTCOMES = ("near", "lower", "higher", "zero")
_OUTCOME_WEIGHTS = (66, 19, 12, 3)


@dataclass
class _Figure:
    """People of one audience before rounding; ``ratio`` is reported over announced, None if not reported."""

    registration: Registration
    audience: str
    expected: float
    ratio: float | None

    @property
    def reach(self) -> float:
        return self.expected if self.ratio is None else self.expected * self.ratio


def fill_figures(edition: Edition, registrations: list[Registration], parameters: Parameters) -> None:
    """Give each registration its figures; the edition's reach is exactly ``edition.people``."""
    random = Random(f"portee-jps figures {edition.year}")
    figures = [f for r in registrations for f in _figures_of(r, parameters, random)]
    _scale(figures, edition.people, parameters)
    unconfirmed = 0
    for figure in figures:
        rounded = _as_people_announce(figure.expected, random)
        figure.registration.expected[figure.audience] = rounded
        if figure.ratio is None:
            unconfirmed += rounded
    reported = [f for f in figures if f.ratio is not None]
    counts = apportion([f.reach for f in reported], edition.people - unconfirmed)
    for figure, count in zip(reported, counts, strict=True):
        figure.registration.confirmed[figure.audience] = count


def apportion(weights: list[float], total: int) -> list[int]:
    """Integers in proportion to ``weights`` whose sum is ``total`` (largest remainders); 0 stays 0."""
    scale = total / sum(weights)
    shares = [weight * scale for weight in weights]
    counts = [int(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda i: counts[i] - shares[i])
    for position in by_remainder[: total - sum(counts)]:
        counts[position] += 1
    return counts


def _figures_of(registration: Registration, parameters: Parameters, random: Random) -> list[_Figure]:
    is_resolution = registration.action_code == "resolution"
    dominates = registration.partner.dominates
    if not dominates and random.random() < (0.4 if is_resolution else _WITHOUT_FIGURES):
        return []
    is_reported = random.random() < _CONFIRMED_SHARE
    outcome = "near" if dominates else random.choices(_OUTCOMES, _OUTCOME_WEIGHTS)[0]
    found = []
    for audience, (chance, typical) in parameters.audiences[registration.partner.sector].items():
        if is_resolution and audience != "elected_officials":
            continue
        if random.random() >= (1 if is_resolution or (dominates and audience == "youth") else chance):
            continue
        expected = typical * random.lognormvariate(0, 0.2 if dominates else 0.55) * registration.partner.size
        if not dominates and random.random() < 0.03:
            expected = 0.0
        ratio = _ratio(outcome, random) if is_reported and random.random() > 0.05 else None
        found.append(_Figure(registration, audience, expected, ratio))
    return found


def _ratio(outcome: str, random: Random) -> float:
    match outcome:
        case "zero":
            return 0.0
        case "lower":
            return random.uniform(0.45, 0.85)
        case "higher":
            return random.uniform(1.12, 1.5)
        case _:
            return random.uniform(0.93, 1.05)


def _scale(figures: list[_Figure], total: int, parameters: Parameters) -> None:
    """Bring the sum to ``total`` while no municipality exceeds what its population makes believable."""
    for _ in range(8):
        factor = total / sum(f.reach for f in figures)
        by_place: dict[str, float] = {}
        for figure in figures:
            figure.expected *= factor
            for code in figure.registration.place_codes[:1]:
                by_place[code] = by_place.get(code, 0) + figure.reach
        for figure in figures:
            for code in figure.registration.place_codes[:1]:
                ceiling = parameters.municipalities[code].population * _LARGEST_SHARE_OF_POPULATION
                if by_place[code] > ceiling:
                    figure.expected *= ceiling / by_place[code]


def _as_people_announce(people: float, random: Random) -> int:
    if people == 0:
        return 0
    if people >= 25 and random.random() < 0.7:
        return 5 * round(people / 5)
    return max(1, round(people))
