"""Who takes part in which edition: partners that come, go and return. No registration here."""

from dataclasses import dataclass
from random import Random

from etl.demonstration.parameters import Municipality, Parameters, PartnerKind

_TOWN_POPULATION = 5000
_POOL_PER_LARGEST_EDITION = 1.75
_RETURNING_SHARE = 0.45
_EARLY_MUNICIPAL_SHARE = 0.9


@dataclass(frozen=True)
class Partner:
    """A fictional partner, with where it is and how large."""

    name: str
    sector: str
    kind: str
    home: str
    appetite: float
    loyalty: float
    size: float
    dominates: bool = False


def draw_participation(parameters: Parameters) -> dict[int, list[Partner]]:
    """The partners of each edition, exactly as many as the edition is set to have."""
    random = Random("portee-jps partners")
    pool = _pool(parameters, random)
    newcomers = list(pool)
    past: list[Partner] = []
    present: list[Partner] = []
    chosen = {}
    for edition in parameters.editions:

        def open_to(partner: Partner, year: int = edition.year) -> bool:
            return year not in parameters.quiet.get(partner.home, set())

        anchors = [p for p in pool if p.dominates]
        staying = [p for p in present if not p.dominates and open_to(p) and random.random() < p.loyalty]
        random.shuffle(staying)
        kept = anchors + staying[: int(edition.partners * 0.93) - len(anchors)]
        kept_names = {p.name for p in kept}
        away = [p for p in past if p.name not in kept_names and open_to(p)]
        random.shuffle(away)
        missing = edition.partners - len(kept)
        returning = away[: int(missing * _RETURNING_SHARE)]
        arriving = [p for p in newcomers if open_to(p) and p.name not in kept_names]
        arriving = arriving[: missing - len(returning)]
        more = away[len(returning) : len(returning) + missing - len(returning) - len(arriving)]
        present = kept + returning + arriving + more
        known = {p.name for p in past}
        past += [p for p in present if p.name not in known]
        known.update(p.name for p in present)
        newcomers = [p for p in newcomers if p.name not in known]
        chosen[edition.year] = sorted(present, key=lambda p: p.name)
    return chosen


def _pool(parameters: Parameters, random: Random) -> list[Partner]:
    total = int(max(e.partners for e in parameters.editions) * _POOL_PER_LARGEST_EDITION)
    always_quiet = {c for c, years in parameters.quiet.items() if len(years) >= len(parameters.editions)}
    open_places = [m for c, m in parameters.municipalities.items() if c not in always_quiet]
    room = {code: village.others for code, village in parameters.dominant.items()}
    each = {kind.name for kind in parameters.kinds if kind.home == "each"}
    pool = []
    for kind in parameters.kinds:
        homes = _homes(kind, round(total * kind.share), open_places, parameters, random)
        for number, home in enumerate(homes, start=1):
            dominant = parameters.dominant.get(home.code)
            is_anchor = dominant is not None and kind.name == "École fictive" and number <= len(room)
            if dominant and not is_anchor:
                if room[home.code] == 0:
                    continue
                room[home.code] -= 1
            size = random.lognormvariate(0, 0.35)
            pool.append(
                Partner(
                    name=f"{kind.name} {number:0{kind.digits}d}",
                    sector=kind.sector,
                    kind=kind.name,
                    home=home.code,
                    appetite=kind.appetite * random.lognormvariate(0, 0.5),
                    loyalty=kind.loyalty,
                    size=dominant.pull if dominant and is_anchor else size,
                    dominates=is_anchor,
                )
            )
    random.shuffle(pool)
    # Most municipal teams are there from the start, so that most municipalities pass a resolution.
    early = {p.name for p in pool if p.kind in each and random.random() < _EARLY_MUNICIPAL_SHARE}
    return sorted(pool, key=lambda p: p.name not in early)


def _homes(
    kind: PartnerKind, count: int, places: list[Municipality], parameters: Parameters, random: Random
) -> list[Municipality]:
    if kind.home == "each":
        return sorted(places, key=lambda m: random.random())
    if kind.home == "town":
        places = [m for m in places if m.population >= _TOWN_POPULATION]
    # Villages take part more, head for head, than the city does.
    weights = [m.population**0.88 for m in places]
    homes = random.choices(places, weights, k=count)
    if kind.name == "École fictive":
        anchored = [parameters.municipalities[code] for code in parameters.dominant]
        homes = anchored + homes[len(anchored) :]
    return homes
