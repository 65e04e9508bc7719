"""A registrations file of any size, in the documented template, the same every time.

Larger than life on purpose, and only for timing: the demonstration data is ``etl.demo``'s work.
"""

import csv
import random
from collections.abc import Iterator
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
WRITTEN = (
    "environ {}",
    "{} élèves",
    "plus de {}",
    "~{}",
    "{} pers.",
    "n/d",
    "toute l'école",
    "une trentaine",
)
"""What people write instead of a number."""
DATA = Path(__file__).parent.parent / "data"


def write(path: Path, registrations: int, partners: int = PARTNERS) -> None:
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
            partner = draw.randrange(partners)
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


def write_messy(path: Path, registrations: int) -> None:
    """Write the same rows as people do: titles, subtotals, spellings, approximations, one in 200 wrong."""
    clean = path.with_suffix(".clean")
    write(clean, registrations)
    draw = random.Random(20_260_211)
    with (
        clean.open(encoding="utf-8", newline="") as given,
        path.open("w", encoding="cp1252", newline="") as file,
    ):
        source, rows = csv.reader(given), csv.writer(file, delimiter=";")
        rows.writerow(["Inscriptions fictives, toutes les éditions"])
        rows.writerow([])
        rows.writerow(next(source))
        for index, row in enumerate(source, 1):
            rows.writerow(messy(row, draw))
            if index % 1000 == 0:
                rows.writerow(["", "", "Sous-total", *[""] * 6, str(index)])
    clean.unlink()


def messy(row: list[str], draw: random.Random) -> Iterator[str]:
    """One row as somebody in a hurry writes it."""
    edition, number, partner, sector, place, action, title, held, registered, *people = row
    yield from (f" {edition}", number)
    yield draw.choice((str, str.upper, str.lower, lambda name: name.replace(" ", "  ")))(partner)
    yield draw.choice((sector, sector.upper()))
    yield (
        "Nulle-Part"
        if draw.random() < 0.005
        else draw.choice((place, place.upper(), f"Ville de {place}", place.replace("Saint-", "St-")))
    )
    yield action
    yield title
    day = int(held[-2:])
    yield draw.choice(
        (
            held,
            held,
            f"{day} février",
            f"{day:02d}/02/{edition}",
            f"du {day} au {min(day + 2, 28)} février",
            "toute la semaine",
        )
    )
    yield registered
    for told in people:
        yield draw.choice(WRITTEN).format(told) if told and draw.random() < 0.3 else told


def names(path: Path, column: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[column] for row in csv.DictReader(file)]


def inhabited(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row["name"] for row in csv.DictReader(file) if int(row["population"] or 0) >= PEOPLE]
