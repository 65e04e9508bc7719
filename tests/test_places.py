"""Places as people write them: found, found by likeness and said, or asked about. Never guessed."""

import csv
import random
import re
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from etl.clean import Problem, key
from etl.data_files import DATA, thresholds
from etl.places import Places, Where
from etl.reference import load_reference
from etl.schema import UNSPECIFIED, Base, Place, PlaceAlias

CODES = {"unknown_place", "postal_code_alone", "ambiguous_place", "likely_place"}
NOTHING_PROPOSED = {"unknown_place", "postal_code_alone"}
EDITIONS = (2019, 2025, 2026)
SECOND_ERA = date(2021, 1, 1)


def _place(code: str, name: str, mrc: str | None, kind: str = "municipality", **other: Any) -> Place:
    fields: dict[str, Any] = {"current_code": code, "valid_from": None, "valid_until": None} | other
    return Place(code=code, name=name, kind=kind, mrc_code=mrc, **fields)


def _alias(code: str, alias: str, kind: str = "name") -> PlaceAlias:
    return PlaceAlias(key=key(alias), place_code=code, alias=alias, kind=kind, ambiguous=False, source="x")


@pytest.fixture(scope="module")
def invented() -> Places:
    """A region that does not exist: nothing that the code could know by heart."""
    return Places(
        [
            _place("1", "Brumeval", "b"),
            _place("2", "Sainte-Ondine", "b"),
            _place("3", "Cap-aux-Loutres", "c"),
            _place("4", "Roche-et-Sable", "c"),
            _place("5", "Vieux-Moulin", "c", current_code="7", valid_until=date(2020, 12, 31)),
            _place("6", "Vieux-Moulin-Station", "c", current_code="7", valid_until=date(2020, 12, 31)),
            _place("7", "Vieux-Moulin", "c", valid_from=SECOND_ERA),
            _place("8", "Orme", "c"),
            _place("mrc:b", "MRC des Brumes", "b", "mrc"),
            _place("mrc:c", "MRC du Cap", "c", "mrc"),
            _place("region", "Région", None, "region"),
            _place("online", "En ligne", None, "online"),
            _place("outside", "Hors région", None, "outside"),
            _place(UNSPECIFIED, "Lieu non précisé", None, UNSPECIFIED),
        ],
        [
            _alias("1", "La Pointe", "borough"),
            _alias("1", "Arrondissement de La Pointe", "borough"),
            _alias("1", "Les Quais", "borough"),
            _alias("1", "Saint-Lazare", "former municipality"),
            _alias("1", "St-Lazare", "abbreviation"),
            _alias("1", "Anse-Double", "locality"),
            _alias("2", "Anse-Double", "locality"),
            _alias("3", "Brumeval", "locality"),
            _alias("region", "Toute la région"),
            _alias("online", "Zoom"),
            _alias("outside", "Ailleurs-sur-Mer"),
            _alias(UNSPECIFIED, "À venir"),
        ],
    )


@pytest.fixture(scope="module")
def region() -> Places:
    """The places of the reference data."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        load_reference(connection)
        return Places.read(connection)


def names_of(places: Places) -> list[tuple[str, str]]:
    return [(code, place.name) for code, place in places._places.items()]


def test_nothing_is_known_but_the_reference(invented: Places) -> None:
    for name in ("Alma", "Chicoutimi", "Saguenay", "Montréal", "Rimouski"):
        with pytest.raises(Problem) as problem:
            invented.where(name, 2024)
        assert problem.value.code == "unknown_place"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Brumeval", "1"),
        ("BRUMEVAL", "1"),
        ("Sainte Ondine", "2"),
        ("Ste-Ondine", "2"),
        ("STE. ONDINE", "2"),
        ("cap aux loutres", "3"),
        ("Ville de Brumeval", "1"),
        ("La municipalité d’Orme", "8"),
        ("Brumeval (Québec)", "1"),
        ("Brumeval, QC", "1"),
        ("Brumeval QC G8B 1A1", "1"),
        ("Brumeval, Québec, Canada  g8b1a1", "1"),
        ("Brumeval, G8B-1A1", "1"),
        ("Brumeval G8B", "1"),
        ("Ville de Ste-Ondine (Qc)", "2"),
        ("123, rue de l'Érable, Brumeval G8B 1A1", "1"),
        ("350, 2e Avenue, bureau 4, Brumeval (Québec) G8B 1A1", "1"),
        ("12 boul. Sainte-Ondine, Brumeval", "1"),
        ("Brumeval, C.P. 12", "1"),
        ("Ville de Brumeval Québec", "1"),
        ("À Orme", "8"),
        ("MRC des Brumes", "mrc:b"),
        ("toute la region", "region"),
        ("ZOOM", "online"),
        ("ailleurs sur mer", "outside"),
        ("3", "3"),
        (3.0, "3"),
        ("", UNSPECIFIED),
        (None, UNSPECIFIED),
        (" ; ", UNSPECIFIED),
        ("à venir", UNSPECIFIED),
    ],
)
def test_a_name_is_found_however_it_is_written(invented: Places, written: Any, code: str) -> None:
    found = invented.where(written, 2024)
    assert (found.code, found.each, found.alike) == (code, (), ())


def test_the_text_is_kept_where_it_is_not_the_name_of_the_place(invented: Places) -> None:
    assert invented.where("BRUMEVAL", 2024).written is None
    assert invented.where("Ville de Brumeval", 2024).written == "Ville de Brumeval"


@pytest.mark.parametrize(
    ("written", "borough"),
    [
        ("La Pointe", "La Pointe"),
        ("LA POINTE", "La Pointe"),
        ("Arrondissement de La Pointe", "La Pointe"),
        ("arrondissement de la pointe", "La Pointe"),
        ("La Pointe, Brumeval", "La Pointe"),
        ("Brumeval (La Pointe)", "La Pointe"),
        ("secteur Les Quais", "Les Quais"),
        ("Saint-Lazare", "Saint-Lazare"),
        ("St-Lazare", "Saint-Lazare"),
        ("Brumeval", None),
        ("La Pointe et Les Quais", None),
    ],
)
def test_a_borough_or_former_municipality_is_its_city_and_is_kept(
    invented: Places, written: str, borough: str | None
) -> None:
    found = invented.where(written, 2024)
    assert (found.code, found.each, found.borough) == ("1", (), borough)


def test_an_official_name_wins_over_another_place_of_that_name(invented: Places) -> None:
    assert invented.where("Brumeval", 2024) == Where("1")


def test_a_municipality_is_that_of_its_edition_and_its_name_is_kept_after(invented: Places) -> None:
    assert invented.where("Vieux-Moulin", 2020) == Where("5")
    assert invented.where("Vieux-Moulin", 2024) == Where("7")
    assert invented.where("Vieux-Moulin-Station", 2020) == Where("6")
    after = invented.where("Vieux-Moulin-Station", 2021)
    assert (after.code, after.borough) == ("7", "Vieux-Moulin-Station")


@pytest.mark.parametrize(
    ("written", "code", "each"),
    [
        ("Brumeval et Sainte-Ondine", "mrc:b", ("1", "2")),
        ("Brumeval, Ste-Ondine", "mrc:b", ("1", "2")),
        ("Brumeval / Ste-Ondine", "mrc:b", ("1", "2")),
        ("Brumeval/Ste-Ondine", "mrc:b", ("1", "2")),
        ("Brumeval & Ste-Ondine", "mrc:b", ("1", "2")),
        ("Brumeval; Ste-Ondine", "mrc:b", ("1", "2")),
        ("Brumeval - Ste-Ondine", "mrc:b", ("1", "2")),
        ("Brumeval\nSte-Ondine", "mrc:b", ("1", "2")),
        ("Brumeval, Ste-Ondine, Québec", "mrc:b", ("1", "2")),
        ("Brumeval, Ste-Ondine et Orme", "region", ("1", "2", "8")),
        ("Tournée des écoles de Brumeval et d’Orme", "region", ("1", "8")),
        ("Tournée : Orme, Cap-aux-Loutres", "mrc:c", ("8", "3")),
        ("Tournée : villes d’Orme et de Cap-aux-Loutres", "mrc:c", ("8", "3")),
        ("Tournée des écoles (Orme, Cap-aux-Loutres)", "mrc:c", ("8", "3")),
        ("MRC du Cap et Orme", "mrc:c", ("mrc:c", "8")),
        ("Orme et Brumeval; Orme", "region", ("8", "1")),
        ("Roche-et-Sable et Orme", "mrc:c", ("4", "8")),
    ],
)
def test_people_of_several_places_count_once_at_what_holds_them_all(
    invented: Places, written: str, code: str, each: tuple[str, ...]
) -> None:
    found = invented.where(written, 2024)
    assert (found.code, found.each, found.written) == (code, each, written)


@pytest.mark.parametrize("written", ["Roche-et-Sable", "Roche et Sable", "Roche, et Sable", "ROCHE ET SABLE"])
def test_an_official_name_that_looks_like_several_is_one(invented: Places, written: str) -> None:
    assert invented.where(written, 2024) == Where("4")


@pytest.mark.parametrize(
    ("written", "code", "name"),
    [
        ("Cap-aux-Lotures", "3", "Cap-aux-Loutres"),
        ("Cap aux Loutre", "3", "Cap-aux-Loutres"),
        ("Ville de Cap-aux-Loutrres", "3", "Cap-aux-Loutres"),
        ("Roche et Sabble", "4", "Roche-et-Sable"),
        ("Vieux-Mouin-Station", "6", "Vieux-Moulin-Station"),
        ("Saint-Ondine", "2", None),
        ("Saint-Lazarre", "1", None),
    ],
)
def test_a_typing_error_is_matched_and_said_or_proposed(
    invented: Places, written: str, code: str, name: str | None
) -> None:
    if name is None:
        with pytest.raises(Problem) as problem:
            invented.where(written, 2020)
        assert problem.value.code == "likely_place"
        return
    found = invented.where(written, 2020)
    assert (found.code, found.written) == (code, written)
    [match] = found.alike
    assert (match.written, match.name) == (written, name)
    assert thresholds("place_")["sure"] <= match.likeness < 100


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("Brumevl", "Brumeval"),
        ("Brumvl", "Brumeval"),
        ("Vieux-Moulin-Stat", "Vieux-Moulin-Station, Vieux-Moulin"),
        ("La Ponte", "La Pointe (Brumeval)"),
        ("Orme et Brumevl", "Brumeval"),
    ],
)
def test_what_only_resembles_is_proposed(invented: Places, written: str, candidates: str) -> None:
    with pytest.raises(Problem) as problem:
        invented.where(written, 2020)
    assert (problem.value.code, problem.value.details) == ("likely_place", {"candidates": candidates})


@pytest.mark.parametrize("written", ["Anse-Double", "anse double", "Anse-Doubble"])
def test_between_two_places_alike_both_are_proposed(invented: Places, written: str) -> None:
    with pytest.raises(Problem) as problem:
        invented.where(written, 2024)
    assert problem.value.code == "ambiguous_place"
    assert problem.value.details == {"candidates": "Anse-Double (Brumeval), Anse-Double (Sainte-Ondine)"}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Atlantide", "Atlantide"),
        ("Brumeval; Atlantide", "Atlantide"),
        ("École des Brumes", "École des Brumes"),
        ("Orm", "Orm"),
        ("123, rue Brumeval", "123, rue Brumeval"),
        ("123 rue de l'Érable Brumeval G8B 1A1", "123 rue de l'Érable Brumeval G8B 1A1"),
        ("Brumeval et 3 autres municipalités", "3 autres municipalités"),
        ("École X, 12 rue Y, Brumeval", "École X"),
        ("Ville de", "Ville de"),
        ("Québec", "Québec"),
        ("?", "?"),
        ("33", "33"),
        ("Cap-aux-Loutres 2", "Cap-aux-Loutres 2"),
        ("Brumeval " * 400, ("Brumeval " * 400).strip()),
    ],
)
def test_what_resembles_nothing_is_unknown(invented: Places, written: str, told: str) -> None:
    for _ in range(2):
        with pytest.raises(Problem) as problem:
            invented.where(written, 2024)
        assert (problem.value.code, problem.value.value) == ("unknown_place", told)


@pytest.mark.parametrize("written", ["G8B 1A1", "g8b1a1", "Québec G8B 1A1", "G8B", "G8B 1A1, G8B 1A2"])
def test_a_postal_code_alone_names_no_municipality(invented: Places, written: str) -> None:
    with pytest.raises(Problem) as problem:
        invented.where(written, 2024)
    assert (problem.value.code, problem.value.value) == ("postal_code_alone", written)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Brumeval G8B 1A1", None),
        ("123, rue de l'Érable, Brumeval G8B 1A1", None),
        ("Ville de Brumeval (Québec) G8B 1A1", "Ville de Brumeval (Québec)"),
        ("Brumeval G8B 1A1 et Orme (G8B 1A2)", "Brumeval et Orme"),
    ],
)
def test_neither_a_postal_code_nor_a_street_is_kept_with_the_place(
    invented: Places, written: str, kept: str | None
) -> None:
    assert invented.where(written, 2024).written == kept


def test_the_same_problem_is_told_again_as_it_was(invented: Places) -> None:
    problems = []
    for column in ("place", "other"):
        with pytest.raises(Problem) as problem:
            invented.where("Atlantis", 2024)
        assert problem.value.column == ""
        problem.value.column = column
        problems.append(problem.value)
    assert problems[0] is not problems[1]


@given(data=st.data(), edition=st.sampled_from(EDITIONS))
def test_an_official_name_is_itself_in_any_case_accents_and_spacing(
    region: Places, data: st.DataObject, edition: int
) -> None:
    code, name = data.draw(st.sampled_from(names_of(region)))
    change = data.draw(st.sampled_from([str, str.upper, str.lower, str.title, str.swapcase, without_accents]))
    written = re.sub("[ –-]", data.draw(st.sampled_from([" ", "-", "–", " - ", "  ", ""])), change(name))
    if code == UNSPECIFIED:
        written = ""
    found = region.where(f" {written} ", edition)
    assert found.code in (code, region._places[code].current_code, *same_name(region, name))
    assert found.alike == found.each == ()


def without_accents(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))


def same_name(places: Places, name: str) -> set[str]:
    return {code for code, other in names_of(places) if other == name}


names = st.sampled_from(
    ["Alma", "Roberval", "Chicoutimi", "Ville de", "MRC", "Hébertville", "Zoom", "St", "N.-D."]
)
between = st.sampled_from([" et ", ", ", ";", " / ", " ", "-", "(", ")", "é", "G8B 1A1"])
like_places = st.one_of(st.text(), st.lists(st.one_of(names, between), max_size=8).map("".join))


@given(written=like_places, edition=st.sampled_from(EDITIONS))
@example(written="Alma," * 300, edition=2024)
@example(written="A0A0A0", edition=2019)
def test_any_text_gives_a_place_of_the_reference_or_a_problem(
    region: Places, written: str, edition: int
) -> None:
    try:
        found = region.where(written, edition)
    except Problem as problem:
        assert problem.code in CODES
        assert ("candidates" in problem.details) == (problem.code not in NOTHING_PROPOSED)
        return
    assert {found.code, *found.each} <= set(region._places)
    assert len(found.each) != 1


def test_a_typing_error_never_leads_to_another_place(region: Places) -> None:
    rng = random.Random(20240214)
    territories = [
        (code, place.name)
        for code, place in region._places.items()
        if place.kind in ("municipality", "reserve", "unorganised")
    ]
    found = {"itself": 0, "proposed": 0, "unknown": 0}
    for code, name in territories * 10:
        try:
            where = region.where(mistyped(rng, name), 2026)
        except Problem as problem:
            found["unknown" if problem.code == "unknown_place" else "proposed"] += 1
            continue
        assert where.code == region._places[code].current_code
        found["itself"] += 1
    assert found["itself"] > 0.7 * sum(found.values())
    assert found["unknown"] < 0.03 * sum(found.values())


def mistyped(rng: random.Random, name: str) -> str:
    """The name with one letter left out, added, replaced, or exchanged with the next."""
    at = rng.randrange(len(name) - 1)
    letter = rng.choice("abcdefghijklmnopqrstuvwxyz")
    middle = rng.choice(["", name[at] + letter, letter, name[at + 1] + name[at]])
    rest = at + 2 if len(middle) == 2 and middle[1] == name[at] else at + 1
    return name[:at] + middle + name[rest:]


def test_municipalities_of_another_region_are_never_taken_for_one_of_ours(region: Places) -> None:
    for name in ("Boileau", "Sainte-Félicité", "Sainte-Françoise", "Saint-Fabien", "Saint-Moïse", "Rimouski"):
        with pytest.raises(Problem):
            region.where(name, 2024)


@pytest.mark.parametrize(
    ("written", "edition", "code", "borough"),
    [
        ("Chicoutimi", 2024, "2494068", "Chicoutimi"),
        ("Jonquière", 2024, "2494068", "Jonquière"),
        ("La Baie", 2024, "2494068", "La Baie"),
        ("Arr. de Chicoutimi", 2024, "2494068", "Chicoutimi"),
        ("St-Cœur-de-Marie", 2024, "2493042", "Saint-Coeur-de-Marie"),
        ("N.-D. de Lorette", 2024, "2492060", None),
        ("Hébertville", 2025, "2493020", None),
        ("Hébertville-Station", 2025, "2493025", None),
        ("Hébertville-Station", 2026, "2493022", "Hébertville-Station"),
        ("Saguenay", 2024, "2494068", None),
        ("Saguenay-Lac-Saint-Jean", 2024, "region", None),
        ("MRC de Maria-Chapdelaine", 2024, "mrc:92", None),
        ("toute la région", 2024, "region", None),
        ("plusieurs municipalités", 2024, "region", None),
        ("en ligne", 2024, "online", None),
        ("virtuel", 2024, "online", None),
        ("Teams", 2024, "online", None),
        ("hors région", 2024, "outside", None),
        ("Montréal", 2024, "outside", None),
    ],
)
def test_the_reference_data_knows_what_the_region_writes(
    region: Places, written: str, edition: int, code: str, borough: str | None
) -> None:
    found = region.where(written, edition)
    assert (found.code, found.borough, found.alike) == (code, borough, ())


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("Canton-Tremblay", {"Saguenay", "Saint-Honoré"}),
        ("Canton de Tremblay", {"Saguenay", "Saint-Honoré"}),
        ("Le Saguenay", {"Saguenay", "Région"}),
        ("Région du Saguenay", {"Saguenay", "Région"}),
        ("Lac-St-Jean", {"Région", "MRC de Lac-Saint-Jean-Est"}),
        ("Hébertville-Sta.", {"Hébertville", "Hébertville-Station"}),
    ],
)
def test_places_alike_of_the_region_are_never_guessed_between(
    region: Places, written: str, proposed: set[str]
) -> None:
    with pytest.raises(Problem) as problem:
        region.where(written, 2024)
    assert all(name in problem.value.details["candidates"] for name in proposed)


def test_the_word_lists_say_why_and_name_no_place(region: Places) -> None:
    with (DATA / "place_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["reason"] for row in rows)
    meanings = {"abbreviation", "generic", "prefix", "suffix", "separator", "street"}
    assert {row["meaning"] for row in rows} == meanings
    assert not {key(row["words"]) for row in rows} & {key(name) for _, name in names_of(region)}
