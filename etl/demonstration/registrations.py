"""What the partners of one edition register: action, title, place, dates. People are in ``figures``."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from etl.demonstration.parameters import Edition, Parameters
from etl.demonstration.partners import Partner

_MOST_REGISTRATIONS = 9
_OF_A_DOMINANT_SCHOOL = 3
_CITY_WITH_MRC_POWERS = "941"
_FIRST_DAY = 45
"""Days before the opening when registrations begin."""


@dataclass
class Registration:
    """One fictional row; ``place_codes`` is empty where no municipality holds it."""

    edition: int
    number: str
    partner: Partner
    sector: str
    action: str
    municipality: str
    place_codes: tuple[str, ...]
    title: str
    action_code: str
    held_on: date | None
    registered_on: date | None
    expected: dict[str, int] = field(default_factory=dict)
    confirmed: dict[str, int] = field(default_factory=dict)


def draw_registrations(
    edition: Edition, partners: list[Partner], parameters: Parameters
) -> list[Registration]:
    """As many registrations as the edition is set to have, at least one a partner; not numbered yet."""
    random = Random(f"portee-jps registrations {edition.year}")
    drawn = []
    for partner, count in zip(partners, _counts(edition, partners, random), strict=True):
        for index in range(count):
            drawn.append(_registration(edition, partner, index, parameters, random))
    return sorted(drawn, key=lambda r: _arrival(edition, r))


def number_by_arrival(edition: Edition, registrations: list[Registration]) -> None:
    """Give the edition its own tempo, then order and number its registrations as they came in.

    A day before the opening comes nearer to it where ``edition.tempo`` is above 1, and goes further away
    under 1; the first and the last day of registrations stay.
    """
    for registration in registrations:
        if registration.registered_on and registration.registered_on < edition.opens_on:
            days = (edition.opens_on - registration.registered_on).days
            moved = max(1, round(_FIRST_DAY * (days / _FIRST_DAY) ** edition.tempo))
            registration.registered_on = edition.opens_on - timedelta(days=moved)
    registrations.sort(key=lambda r: _arrival(edition, r))
    for position, registration in enumerate(registrations, start=1):
        registration.number = f"DEMO-{edition.year}-{position:04d}"


def _arrival(edition: Edition, registration: Registration) -> tuple[date, str, str]:
    return registration.registered_on or edition.opens_on, registration.partner.name, registration.title


def _counts(edition: Edition, partners: list[Partner], random: Random) -> list[int]:
    counts = [_OF_A_DOMINANT_SCHOOL if p.dominates else 1 for p in partners]
    cumulative = list(accumulate(0 if p.dominates else p.appetite for p in partners))
    remaining = edition.registrations - sum(counts)
    while remaining:
        (chosen,) = random.choices(range(len(partners)), cum_weights=cumulative)
        if counts[chosen] < _MOST_REGISTRATIONS:
            counts[chosen] += 1
            remaining -= 1
    return counts


def _registration(
    edition: Edition, partner: Partner, index: int, parameters: Parameters, random: Random
) -> Registration:
    action = _action(edition, partner, index, parameters, random)
    municipality, codes = _place(edition, partner, action, parameters, random)
    return Registration(
        edition=edition.year,
        number="",
        partner=partner,
        sector="" if partner.sector == "unspecified" else parameters.sector_labels[partner.sector],
        action="" if action == "unspecified" else parameters.action_labels[action],
        municipality=municipality,
        place_codes=codes,
        title=random.choice(parameters.titles[action]),
        action_code=action,
        held_on=_held_on(edition, action, random),
        registered_on=_registered_on(edition, random),
    )


def _action(edition: Edition, partner: Partner, index: int, parameters: Parameters, random: Random) -> str:
    if partner.kind == "Équipe municipale fictive" and index == 0 and random.random() < 0.85:
        return "resolution"
    if partner.dominates:
        return random.choice(("activity", "recognition", "green_thursday"))
    weights = parameters.actions["*"] | parameters.actions.get(partner.sector, {})
    if edition.online_share > 0.1:
        weights = weights | {"webinar": weights["webinar"] * 6, "school_tour": 0.0}
    return random.choices(list(weights), list(weights.values()))[0]


def _place(
    edition: Edition, partner: Partner, action: str, parameters: Parameters, random: Random
) -> tuple[str, tuple[str, ...]]:
    home = parameters.municipalities[partner.home]
    if action == "resolution":
        return parameters.name_in(home.code, edition.year), (home.code,)
    if action == "school_tour":
        return _tour(edition, partner, parameters, random)
    if action == "webinar" and random.random() < 0.85:
        return parameters.place_labels["online"], ()
    if partner.home not in parameters.dominant:
        at = random.random() - edition.online_share
        if at < 0:
            return parameters.place_labels["online"], ()
        if at < 0.012:
            return parameters.place_labels["region"], ()
        if at < 0.016:
            return parameters.place_labels["outside"], ()
        if at < 0.023:
            return "", ()
        if at < 0.035 and home.mrc_code != _CITY_WITH_MRC_POWERS:
            return parameters.place_labels[f"mrc:{home.mrc_code}"], ()
    return parameters.name_in(home.code, edition.year), (home.code,)


def _tour(
    edition: Edition, partner: Partner, parameters: Parameters, random: Random
) -> tuple[str, tuple[str, ...]]:
    home = parameters.municipalities[partner.home]
    around = [
        m.code
        for m in parameters.municipalities.values()
        if m.code != home.code
        and edition.year not in parameters.quiet.get(m.code, set())
        and (m.mrc_code == home.mrc_code or {m.mrc_code, home.mrc_code} == {"941", "942"})
    ]
    codes = [home.code, *random.sample(around, random.randint(1, 3))]
    names = list(dict.fromkeys(parameters.name_in(code, edition.year) for code in codes))
    return " ; ".join(names), tuple(codes)


def _held_on(edition: Edition, action: str, random: Random) -> date | None:
    at = random.random()
    if action == "green_thursday":
        return edition.opens_on + timedelta(days=3)
    if at < 0.03:
        return None
    if action == "resolution":
        return edition.opens_on - timedelta(days=7 * random.randint(1, 4) - random.randint(0, 1))
    if at < 0.06:
        return edition.opens_on + timedelta(days=random.choice((-4, -3, 7, 8, 9)))
    return edition.opens_on + timedelta(days=random.choices(range(5), (20, 20, 23, 17, 20))[0])


def _registered_on(edition: Edition, random: Random) -> date | None:
    at = random.random()
    if at < 0.01:
        return None
    if at < 0.05:
        return edition.opens_on + timedelta(days=random.randint(0, 2))
    if at < 0.2:
        # The reminder sent before the deadline makes a bump.
        return edition.opens_on - timedelta(days=random.randint(9, 12))
    return edition.opens_on - timedelta(days=1 + int(_FIRST_DAY * random.betavariate(1.5, 2.1)))
