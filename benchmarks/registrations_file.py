"""A registrations file of any size, in the documented template, the same every time.

Larger than life on purpose, and only for timing: the demonstration data is ``etl.demo``'s work.
"""

import csv
import random
from pathlib import Path

HEADER = (
    "Édition",
    "Numéro d'inscription",
    "Partenaire",
    "Milieu",
    "Municipalité",
    "Type d'action",
    "Titre",
    "Date",
    "Date d'inscription",
    "Jeunes",
    "Tout-petits",
    "Adultes en formation",
    "Parents",
    "Intervenants",
    "Professionnels",
    "Enseignants",
    "Employeurs engagés",
    "Élus",
)
EDITIONS = range(2019, 2027)
AUDIENCES = 9
PARTICIPATIONS_EACH = 3
PARTNERS = 20_000
PEOPLE = 400
"""More than an audience ever has; only places where that many live are drawn, so that every row loads."""
DATA = Path(__file__).parent.parent / "data"


def write(path: Path, registrations: int) -> None:
    """Write ``registrations`` rows, each with three audiences, over eight editions."""
    draw = random.Random(20_190_211)
    places = inhabited(DATA / "geography" / "municipalities.csv")
    sectors = names(DATA / "sectors.csv", "name_fr")
    actions = names(DATA / "actions.csv", "name_fr")
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        for index in range(registrations):
            edition = EDITIONS[index % len(EDITIONS)]
            partner = draw.randrange(PARTNERS)
            people = [""] * AUDIENCES
            for audience in draw.sample(range(AUDIENCES), PARTICIPATIONS_EACH):
                people[audience] = str(draw.randrange(PEOPLE))
            rows.writerow(
                (
                    edition,
                    f"{edition}-{index:07d}",
                    f"Organisme fictif {partner:05d}",
                    sectors[partner % len(sectors)],
                    draw.choice(places),
                    draw.choice(actions),
                    f"Activité fictive {index % 997}",
                    f"{edition}-02-{1 + index % 28:02d}",
                    f"{edition}-01-{1 + index % 31:02d}",
                    *people,
                )
            )


def names(path: Path, column: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[column] for row in csv.DictReader(file)]


def inhabited(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row["name"] for row in csv.DictReader(file) if int(row["population"] or 0) >= PEOPLE]
