"""Fictional registrations, 2019 to 2026: a whole region to look at before any real file is loaded.

Belongs here: drawing partners, registrations and figures, and writing them in the templates' format.
Not here: loading them, or removing them from a database. What is drawn is set in ``data/demonstration``.
"""

from pathlib import Path

from etl.demonstration.figures import fill_figures
from etl.demonstration.parameters import read_parameters
from etl.demonstration.partners import draw_participation
from etl.demonstration.registrations import Registration, draw_registrations, number_by_arrival
from etl.demonstration.workbooks import write_confirmations, write_registrations

__all__ = ["draw", "write_files"]


def write_files(folder: Path) -> list[Path]:
    """Write two workbooks an edition, registrations then confirmations, the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for edition, registrations in draw().items():
        registered = folder / f"demonstration-{edition}-inscriptions.xlsx"
        write_registrations(registered, registrations)
        confirmed = folder / f"demonstration-{edition}-confirmations.xlsx"
        write_confirmations(confirmed, registrations)
        paths += [registered, confirmed]
    return paths


def draw() -> dict[int, list[Registration]]:
    """Every fictional registration by edition, in the order of its number."""
    parameters = read_parameters()
    participation = draw_participation(parameters)
    drawn = {}
    for edition in parameters.editions:
        registrations = draw_registrations(edition, participation[edition.year], parameters)
        fill_figures(edition, registrations, parameters)
        number_by_arrival(edition, registrations)
        drawn[edition.year] = registrations
    return drawn
