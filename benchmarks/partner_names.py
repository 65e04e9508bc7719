"""Organisations with the sort of names that people really write, made from the demonstration's partners.

Each fictional partner keeps its kind, its sector and its home; its number gives way, most of the time, to a
name. Not here: how people misspell them (``partner_noise``) and which pairs are made of them
(``partner_pairs``).
"""

from dataclasses import dataclass
from random import Random
from typing import Final

from etl.demonstration.parameters import Parameters, read_parameters
from etl.demonstration.partners import draw_participation

SAINTS: Final = (
    *("Joseph", "Jean", "Odorin", "Valbert", "Maglore", "Crépinien", "Ursande", "Bérulphe", "Théodrin"),
    *("Aldéric", "Ouvin", "Gonzague", "Mellier", "Évrin", "Pascalin", "Lorian"),
)
FIRST_NAMES: Final = (
    *("Ursule", "Ulric", "Aurèle", "Aurélie", "Berthe", "Bernard", "Clovis", "Clothilde", "Edmond", "Edmée"),
    *("Gaspard", "Hermine", "Isidore", "Léonie", "Marcel", "Marcelle", "Odile", "Prosper", "Rosaire"),
)
SURNAMES: Final = (
    *("Grandmare", "Valombre", "Quévorne", "Malbrec", "Ochelin", "Bressard", "Sauvagnel", "Tiberge"),
    *("Maltais-Orvin", "Desrochelles", "Fontagnac", "Larivoire", "Morvanne", "Pelquier", "Roudaire"),
    *("Vaudrelle", "Harnois-Béril", "Cormerin", "Blanchevoix", "Hauterine"),
)
THINGS: Final = (
    *("la Boussole", "la Passerelle", "le Tournesol", "l'Étincelle", "la Lanterne", "la Cabane", "la Grive"),
    *("la Mésange", "la Clairière", "la Source", "le Rivage", "l'Escale", "l'Horizon", "l'Éveil", "l'Envol"),
    *(
        "le Relais",
        "l'Oasis",
        "l'Aurore",
        "le Flambeau",
        "le Sentier",
        "le Tremplin",
        "l'Ancrage",
        "le Phare",
    ),
    *("la Mosaïque", "la Ruche", "la Marée", "le Carrousel", "le Fanal", "la Vigie", "le Passage"),
)
CHILDREN: Final = (
    *("les Brindilles", "les Lucioles", "les Petits Pas", "les Bourgeons", "les Écureuils", "les Pissenlits"),
    *(
        "les Frimousses",
        "les Calinours",
        "les Galopins",
        "les Étourneaux",
        "les Coquelicots",
        "les Marmottes",
    ),
)
QUALITIES: Final = (
    "dorées",
    "bleues",
    "du Nord",
    "de la Baie",
    "du Lac",
    "en herbe",
    "d'argent",
    "en marche",
)
CAUSES: Final = (
    *("d'entraide et de loisirs", "d'aide aux familles", "de développement local", "de ressources jeunesse"),
    *("d'initiatives communautaires", "d'accueil et d'intégration", "de soutien aux devoirs"),
    *("de promotion de la lecture", "d'action bénévole", "de mentorat"),
)
TRADES: Final = (
    "Boulangerie",
    "Garage",
    "Pharmacie",
    "Librairie",
    "Quincaillerie",
    "Imprimerie",
    "Fromagerie",
)
LOCAL: Final = frozenset({"school", "daycare", "youth", "library", "municipal"})
"""Sorts of organisation that another municipality has under the same name."""


@dataclass(frozen=True)
class Organisation:
    """One organisation: what makes a pair of names the same is that they come from the same one.

    ``sort`` drives how its name is written and mistaken; ``home`` is a municipality's code.
    """

    name: str
    sort: str
    home: str
    acronym: str = ""


def organisations(seed: str) -> tuple[list[Organisation], Parameters]:
    """Draw an organisation for each partner of the demonstration, no two of the same name and home."""
    random = Random(f"portee-jps organisations {seed}")
    parameters = read_parameters()
    partners = {p.name: p for present in draw_participation(parameters).values() for p in present}
    drawn: dict[tuple[str, str], Organisation] = {}
    for partner in sorted(partners.values(), key=lambda p: p.name):
        found = _organisation(partner.name, partner.kind, partner.home, parameters, random)
        drawn.setdefault((found.name.casefold(), found.home), found)
    return list(drawn.values()), parameters


def _organisation(
    numbered: str, kind: str, home: str, parameters: Parameters, random: Random
) -> Organisation:
    place = parameters.municipalities[home].name
    thing, cause = random.choice(THINGS), random.choice(CAUSES)
    person = f"{random.choice(FIRST_NAMES)}-{random.choice(SURNAMES)}"
    saint = f"Saint-{random.choice(SAINTS)}"
    if random.random() < 0.2 and kind != "Équipe municipale fictive":
        return Organisation(numbered, "numbered", home)
    match kind:
        case "École fictive":
            name = random.choice(
                (saint, saint, person, _capital(thing), f"Notre-Dame-de-{random.choice(SAINTS)}")
            )
            return Organisation(f"École {name}", "school", home)
        case "École secondaire fictive":
            return Organisation(f"École secondaire {random.choice((person, saint))}", "school", home)
        case "Centre de la petite enfance fictif" | "Service de garde fictif":
            word = random.choice(("Centre de la petite enfance", "CPE", "Garderie", "Service de garde"))
            quality = f" {random.choice(QUALITIES)}" if random.random() < 0.4 else ""
            part = f", installation {random.randint(1, 2)}" if random.random() < 0.15 else ""
            return Organisation(f"{word} {_capital(random.choice(CHILDREN))}{quality}{part}", "daycare", home)
        case "Maison des jeunes fictive":
            end = random.choice((_capital(thing), of(place)))
            return Organisation(f"Maison des jeunes {end}", "youth", home)
        case "Bibliothèque fictive":
            end = random.choice((of(place), person, f"municipale {of(place)}"))
            return Organisation(f"Bibliothèque {end}", "library", home)
        case "Équipe municipale fictive":
            return Organisation(f"{random.choice(('Municipalité', 'Ville'))} {of(place)}", "municipal", home)
        case "Organisme fictif" | "Regroupement fictif" | "Partenaire fictif" | "Point de service fictif":
            return _community(thing, cause, home, random)
        case "Établissement collégial fictif" | "Centre de formation fictif" | "Groupe étudiant fictif":
            word = random.choice(("Collège", "Centre de formation professionnelle", "Association étudiante"))
            return Organisation(f"{word} {random.choice((person, _capital(thing)))}", "training", home)
        case "Entreprise fictive" | "Commerce fictif":
            end = random.choice(("", " et fils", " et associés"))
            legal = random.choice(("", " inc.", " inc.", " enr.", " ltée"))
            trade, surname = random.choice(TRADES), random.choice(SURNAMES)
            return Organisation(f"{trade} {surname}{end}{legal}", "business", home)
        case _:
            word = random.choice(("Radio", "Journal", "Bureau de circonscription de", "Hebdo"))
            return Organisation(f"{word} {random.choice(SURNAMES)}", "other", home)


def _community(thing: str, cause: str, home: str, random: Random) -> Organisation:
    word = random.choice(("Carrefour", "Centre", "Association", "Comité", "Groupe", "Club"))
    if random.random() < 0.5:
        return Organisation(f"{word} {_capital(thing)}", "community", home)
    surname = random.choice(SURNAMES)
    name = f"{word} {cause} de {surname}"
    words = [part for part in name.replace("d'", "").replace("-", " ").split() if len(part) > 3]
    return Organisation(name, "community", home, "".join(part[0].upper() for part in words))


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def of(place: str) -> str:
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if place.startswith(article):
            return contracted + place.removeprefix(article)
    return f"d'{place}" if place[0] in "AEÉIOUHY" else f"de {place}"
