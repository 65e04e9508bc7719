"""How far the projection from the pace of registrations would have been from editions that are over.

On the demonstration's fictional editions, each left out in turn. An error, not a duration: it is the same on
any machine.
"""

import pandas as pd

from benchmarks.report import Section, number
from dashboard import pickup
from dashboard.pickup import Error, Method
from etl.demonstration import draw
from etl.demonstration.parameters import read_parameters
from etl.demonstration.registrations import Registration

DAYS = (-30, -14, -7, -1)
METHODS: dict[Method, str] = {"multiplicative": "multiplicative (affichée)", "additive": "additive"}
MEASURES = {"expected": "personnes attendues", "registrations": "inscriptions"}


def run() -> Section:
    openings = {edition.year: edition.opens_on for edition in read_parameters().editions}
    came_in = arrivals(draw())
    rows = []
    for measure, name in MEASURES.items():
        curves = pickup.curves(came_in, measure, openings)
        for method, called in METHODS.items():
            errors = [pickup.past_error(day, curves, method) for day in DAYS]
            rows.append((name, called, *(written(error) for error in errors)))
    return Section(
        title="Prévoir la fin d'une édition d'après son rythme",
        method=(
            f"Données de démonstration, **fictives** : {len(openings)} éditions, de {min(openings)} à "
            f"{max(openings)}. Chacune est prévue à son tour d'après le rythme moyen des autres (méthode du "
            "*pickup*), à quatre dates avant l'ouverture. Erreur absolue en part du total : médiane, puis la "
            "pire. L'application ne suit que les éditions antérieures dont la date d'ouverture est "
            "confirmée, et montre leur erreur à côté de la projection."
        ),
        header=("mesure", "méthode", *(f"J\u2212{-day}" for day in DAYS)),
        rows=rows,
    )


def arrivals(drawn: dict[int, list[Registration]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (edition, one.registered_on, 1, sum(one.expected.values()))
            for edition, registrations in drawn.items()
            for one in registrations
        ],
        columns=["edition", "registered_on", "registrations", "expected"],
    )


def written(error: Error | None) -> str:
    if error is None:
        return "—"
    return f"{number(100 * error.median, '%', 1)}, {number(100 * error.worst, '%', 1)}"
