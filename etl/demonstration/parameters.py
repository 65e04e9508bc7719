"""What the demonstration is set to, read from ``data/``: no drawing here."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from etl.data_files import DATA, read_rows

FOLDER: Final = DATA / "demonstration"


@dataclass(frozen=True)
class Edition:
    """One edition to draw: its opening Monday, the totals to reach, and how late people register.

    ``tempo``: 1 as usual, more where registrations come late, less where they come early.
    """

    year: int
    opens_on: date
    partners: int
    registrations: int
    people: int
    online_share: float
    tempo: float


@dataclass(frozen=True)
class Municipality:
    """A municipality or the reserve, on the map of 2021."""

    code: str
    name: str
    mrc: str
    mrc_code: str
    population: int
    kind: str


@dataclass(frozen=True)
class PartnerKind:
    """A sort of partner: how many, how active, how faithful, and where."""

    sector: str
    name: str
    digits: int
    share: float
    appetite: float
    loyalty: float
    home: str


@dataclass(frozen=True)
class DominantSchool:
    """A village whose school makes nearly all of its figures."""

    pull: float
    others: int


@dataclass(frozen=True)
class Parameters:
    """Everything that the draw depends on, besides its seed."""

    editions: list[Edition]
    municipalities: dict[str, Municipality]
    kinds: list[PartnerKind]
    audiences: dict[str, dict[str, tuple[float, float]]]
    actions: dict[str, dict[str, float]]
    titles: dict[str, list[str]]
    quiet: dict[str, set[int]]
    dominant: dict[str, DominantSchool]
    merged: dict[str, tuple[int, str]]
    sector_labels: dict[str, str]
    action_labels: dict[str, str]
    place_labels: dict[str, str]

    def name_in(self, code: str, year: int) -> str:
        """What the municipality is called in a file of that edition."""
        merged_in, new_name = self.merged.get(code, (9999, ""))
        return new_name if year >= merged_in else self.municipalities[code].name


def read_parameters() -> Parameters:
    """Read the settings of the demonstration and the labels that its files use."""
    return Parameters(
        editions=[_edition(line) for line in read_rows(FOLDER / "editions.csv")],
        municipalities=_municipalities(),
        kinds=[_kind(line) for line in read_rows(FOLDER / "partner_kinds.csv")],
        audiences=_audiences(),
        actions=_actions(),
        titles=_titles(),
        quiet={
            line["code"]: _years(line["editions"]) for line in read_rows(FOLDER / "quiet_municipalities.csv")
        },
        dominant={
            line["code"]: DominantSchool(float(line["pull"]), int(line["others"]))
            for line in read_rows(FOLDER / "dominant_schools.csv")
        },
        merged={
            line["code"]: (int(line["from_edition"]), line["name"])
            for line in read_rows(FOLDER / "merged_municipalities.csv")
        },
        sector_labels={line["code"]: line["name_fr"] for line in read_rows(DATA / "sectors.csv")},
        action_labels={line["code"]: line["name_fr"] for line in read_rows(DATA / "actions.csv")},
        place_labels={line["code"]: line["name"] for line in read_rows(DATA / "places.csv")},
    )


def _edition(line: dict[str, str]) -> Edition:
    return Edition(
        int(line["edition"]),
        date.fromisoformat(line["opens_on"]),
        int(line["partners"]),
        int(line["registrations"]),
        int(line["people"]),
        float(line["online_share"]),
        float(line["tempo"]),
    )


def _kind(line: dict[str, str]) -> PartnerKind:
    return PartnerKind(
        line["sector"],
        line["name"],
        int(line["digits"]),
        float(line["share"]),
        float(line["appetite"]),
        float(line["loyalty"]),
        line["home"],
    )


def _municipalities() -> dict[str, Municipality]:
    found = {}
    for line in read_rows(DATA / "geography" / "municipalities.csv"):
        if line["kind"] in ("municipality", "reserve"):
            code, population = line["code"], int(float(line["population"]))
            found[code] = Municipality(
                code, line["name"], line["mrc"], line["mrc_code"], population, line["kind"]
            )
    return found


def _audiences() -> dict[str, dict[str, tuple[float, float]]]:
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for line in read_rows(FOLDER / "audiences.csv"):
        of_sector = found.setdefault(line["sector"], {})
        of_sector[line["audience"]] = (float(line["chance"]), float(line["typical"]))
    return found


def _actions() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for line in read_rows(FOLDER / "actions.csv"):
        found.setdefault(line["sector"], {})[line["action"]] = float(line["weight"])
    return found


def _titles() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in read_rows(FOLDER / "titles.csv"):
        found.setdefault(line["action"], []).append(line["title"])
    return found


def _years(text: str) -> set[int]:
    years: set[int] = set()
    for part in text.split():
        first, _, last = part.partition("-")
        years.update(range(int(first), int(last or first) + 1))
    return years
