"""Whose name it is: one partner whatever the spelling, never two for one, and a person where in doubt."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, func, select

from benchmarks.partner_matching import PRECISION, RECALL, quality
from benchmarks.partner_pairs import DEVELOPMENT, PUBLISHED, pairs
from etl import database
from etl.clean import key
from etl.partners.identify import Identifier
from etl.partners.likeness import Side, likeness
from etl.partners.names import parse
from etl.partners.places import Places
from etl.partners.rules import read_rules
from etl.partners.several import several
from etl.reference import load_reference
from etl.schema import PartnerAlias, PartnerProposal, RegistrationPartner
from tests.partners import ALMA, HEBERTVILLE, ROBERVAL, SAGUENAY, Written, contents, register

RULES = read_rules()
written_names = st.sampled_from(
    sorted({name for pair in pairs(DEVELOPMENT) for name in (pair.first[0], pair.second[0])})
)
places_of_registrations = st.sampled_from([ALMA, HEBERTVILLE, ROBERVAL, SAGUENAY, "mrc:93", "online", None])
EXAMPLES = settings(max_examples=100, deadline=None)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    engine = database.engine(f"sqlite:///{tmp_path_factory.mktemp('places') / 'a.sqlite3'}")
    database.prepare(engine)
    with engine.connect() as connection:
        found = Places.read(connection)
    engine.dispose()
    return found


@pytest.fixture
def writing(empty: Engine) -> Iterator[Connection]:
    with database.writer(empty) as connection:
        yield connection


def score(places: Places, first: Written, second: Written) -> float:
    sides = [Side(parse(name, RULES, places), place) for name, place in (first, second)]
    return likeness(sides[0], sides[1], places, RULES.thresholds)


def outcome(places: Places, first: Written, second: Written) -> str:
    found = score(places, first, second)
    if found >= RULES.thresholds.matched:
        return "matched"
    return "proposed" if found >= RULES.thresholds.proposed else "new"


@pytest.mark.parametrize(
    "names",
    [
        ("Cégep de Jonquière", "CEGEP JONQUIERE", "Cégep Jonquière", "CÉGEP DE JONQUIERE (OBNL)"),
        ("CPE Les Brindilles", "Centre de la petite enfance Les Brindilles", "C.P.E. « Les Brindilles »"),
        ("École Saint-Joseph", "Ecole St-Joseph", "École primaire Saint-Joseph", "Saint-Joseph (école)"),
        ("École Saint-Joseph", "École Saint-Joseph d'Alma", "ÉCOLE SAINT-JOSEPH, ALMA"),
        ("Maison des jeunes", "MDJ d'Alma", "Maison de jeunes (Alma)"),
        ("Boulangerie Quévorne inc.", "Boulangerie Quevorne", "boulangerie quévorne ltée"),
        ("Organisme fictif 014", "Organisme fictif no 14", "ORGANISME FICTIF #14"),
        ("Centre fictif de ressources et d'aide (CFRA)", "CFRA", "Centre fictif de ressources et aide"),
        ("Bibliothèque Ursule-Grandmare", "Bibliothèque Ursule-Granmdare", "Biblio. Ursule Grandmare"),
        ("Municipalité d'Alma", "Ville d'Alma", "Alma"),
    ],
)
def test_a_partner_is_one_whatever_its_spelling(places: Places, names: tuple[str, ...]) -> None:
    found = {other: outcome(places, (names[0], ALMA), (other, ALMA)) for other in names}
    assert set(found.values()) == {"matched"}, found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("École Saint-Joseph", ALMA), ("École Saint-Joseph", ROBERVAL)),
        (("École Saint-Joseph", ALMA), ("École Saint-Joseph", HEBERTVILLE)),
        (("École Saint-Joseph d'Alma", None), ("École Saint-Joseph d'Hébertville", None)),
        (("École Saint-Joseph", "online"), ("École Saint-Joseph", ALMA)),
        (("Organisme fictif 014", ALMA), ("Organisme fictif 015", ALMA)),
        (("CPE Les Brindilles, installation 1", ALMA), ("CPE Les Brindilles, installation 2", ALMA)),
        (("Centre de services scolaire Grandmare", ALMA), ("École Grandmare", ALMA)),
        (("Fondation de l'École Grandmare", ALMA), ("École Grandmare", ALMA)),
        (("Service de garde de l'École Grandmare", ALMA), ("École Grandmare", ALMA)),
        (("École secondaire Grandmare", ALMA), ("École primaire Grandmare", ALMA)),
        (("Municipalité d'Hébertville", HEBERTVILLE), ("Municipalité d'Hébertville-Station", "2493025")),
        (("École Aurèle-Grandmare", ALMA), ("École Aurélie-Grandmare", ALMA)),
        (("Cégep de Jonquière", SAGUENAY), ("Cégep de Chicoutimi", SAGUENAY)),
        (("Club Optimiste", ALMA), ("Club Optimiste", ROBERVAL)),
        (("Garage Grandmare", ALMA), ("Pharmacie Grandmare", ALMA)),
        (("Garderie de la Baie, installation 1", SAGUENAY), ("Garderie de la Baie, installation 1", ALMA)),
    ],
)
def test_two_partners_are_never_one(places: Places, first: Written, second: Written) -> None:
    assert outcome(places, first, second) != "matched"


def test_the_published_figures_hold_on_the_set_that_was_kept_apart(empty: Engine) -> None:
    labelled = pairs(PUBLISHED)
    with empty.connect() as connection:
        found = quality(connection, labelled)
    assert len(labelled) >= 2_000
    assert sum(not pair.same for pair in labelled) == len(labelled) // 2
    assert found.precision >= PRECISION
    assert found.recall >= RECALL


def test_the_labelled_set_is_the_same_each_time() -> None:
    assert pairs(DEVELOPMENT) == pairs(DEVELOPMENT)


@EXAMPLES
@given(name=written_names, place=places_of_registrations)
def test_any_name_has_the_key_and_the_sense_of_itself_however_written(
    places: Places, name: str, place: str | None
) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    ways = (name.upper(), name.lower(), bare, f"  {name.replace(' ', chr(0xA0))} ")
    assert {key(way) for way in ways} == {key(name)}
    assert (
        score(places, (name, ALMA), (name, ALMA)) >= RULES.thresholds.matched
        or not parse(name, RULES, places).words
    )


@EXAMPLES
@given(first=written_names, second=written_names, one=places_of_registrations, other=places_of_registrations)
def test_the_score_is_the_same_whichever_comes_first(
    places: Places, first: str, second: str, one: str | None, other: str | None
) -> None:
    assert score(places, (first, one), (second, other)) == pytest.approx(
        score(places, (second, other), (first, one))
    )


@pytest.mark.parametrize(
    ("cell", "lead", "others"),
    [
        ("Organisme fictif 014 et Organisme fictif 015", "Organisme fictif 014", ("Organisme fictif 015",)),
        ("Loisirs et culture", "Loisirs et culture", ()),
        ("Loisirs et culture et Organisme fictif 014", "Loisirs et culture", ("Organisme fictif 014",)),
        ("Nouveau et Organisme fictif 014", "Nouveau et Organisme fictif 014", ()),
        ("Nouveau / Organisme fictif 014", "Nouveau", ("Organisme fictif 014",)),
        ("Nouveau en collaboration avec Autre", "Nouveau", ("Autre",)),
        ("Nouveau (avec Autre)", "Nouveau", ("Autre",)),
        ("Nouveau (en collaboration avec Autre)", "Nouveau", ("Autre",)),
        ("Nouveau ; Autre ; Nouveau", "Nouveau", ("Autre",)),
        (
            "Organisme fictif 014, Organisme fictif 015 et Loisirs et culture",
            "Organisme fictif 014",
            ("Organisme fictif 015", "Loisirs et culture"),
        ),
        ("École primaire / secondaire Grandmare", "École primaire / secondaire Grandmare", ()),
        ("CPE/BC Grandmare", "CPE/BC Grandmare", ()),
        ("Grandir avec les livres", "Grandir avec les livres", ()),
    ],
)
def test_a_cell_is_split_between_partners_and_never_inside_a_name(
    cell: str, lead: str, others: tuple[str, ...]
) -> None:
    known = {key(name) for name in ("Organisme fictif 014", "Organisme fictif 015", "Loisirs et culture")}
    assert several(cell, lambda name: key(name) in known, RULES) == (lead, others)


def test_spellings_of_a_first_file_and_of_a_later_one_are_one_partner(writing: Connection) -> None:
    first = register(writing, [("Cégep de Jonquière", SAGUENAY), ("CEGEP JONQUIERE", SAGUENAY)])
    later = register(writing, [("Cégep Jonquière", SAGUENAY), ("cegep jonquiere", ALMA)], edition=2025)
    assert len({identity.partner_id for identity in (*first, *later)}) == 1
    assert [identity.how for identity in (*first, *later)] == ["new", "likeness", "likeness", "likeness"]
    assert first[1].matched_name == "Cégep de Jonquière"


def test_a_name_already_known_is_not_compared_again(writing: Connection) -> None:
    register(writing, [("École La Ruche", ALMA), ("Ecole la ruche inc.", ALMA)])
    again = register(writing, [("ÉCOLE LA RUCHE", ALMA), ("Ecole la ruche inc.", ALMA)])
    assert [identity.how for identity in again] == ["exact", "likeness"]
    assert writing.scalar(select(func.count()).select_from(PartnerAlias)) == 2


def test_one_school_name_in_two_municipalities_is_two_partners(writing: Connection) -> None:
    names = [("École Saint-Joseph", ALMA), ("École Saint-Joseph", ROBERVAL)]
    first, second = register(writing, names)
    assert first.partner_id != second.partner_id
    assert [i.partner_id for i in register(writing, names, 2025)] == [first.partner_id, second.partner_id]


def test_a_school_that_tours_its_mrc_is_the_one_of_its_municipality(writing: Connection) -> None:
    tour, home = register(writing, [("École La Ruche", "mrc:93"), ("École La Ruche", ALMA)])
    assert tour.partner_id == home.partner_id
    assert tour.how == "likeness"


def test_a_tour_between_two_schools_of_one_name_is_left_to_a_person(writing: Connection) -> None:
    names = [("École La Ruche", ALMA), ("École La Ruche", HEBERTVILLE), ("École La Ruche", "mrc:93")]
    found = register(writing, names)
    assert len({identity.partner_id for identity in found}) == 3
    assert found[2].how == "proposed"


def test_what_is_in_doubt_is_a_new_partner_and_a_question(writing: Connection) -> None:
    register(writing, [("École Aurèle-Grandmare", ALMA)])
    (found,) = register(writing, [("École Aurélie-Grandmare", ALMA)])
    assert (found.how, found.matched_name) == ("proposed", "École Aurèle-Grandmare")
    proposal = writing.execute(select(PartnerProposal.__table__)).one()
    assert (proposal.name, proposal.other_name) == ("École Aurélie-Grandmare", "École Aurèle-Grandmare")
    assert (proposal.status, proposal.score) == ("open", found.score)


def test_the_same_question_is_asked_once(writing: Connection) -> None:
    names = [("École Aurèle-Grandmare", ALMA), ("École Aurélie-Grandmare", ALMA)]
    register(writing, names)
    register(writing, names, edition=2025)
    assert writing.scalar(select(func.count()).select_from(PartnerProposal)) == 1


def test_several_partners_of_one_cell_take_part_and_one_leads(writing: Connection) -> None:
    names = [("Organisme fictif 014 et Organisme fictif 015", ALMA), ("Organisme fictif 014", ALMA)]
    both, first, second = register(writing, [*names, ("Organisme fictif 015", ALMA)])
    assert (both.partner_id, both.others) == (first.partner_id, (second.partner_id,))
    assert writing.scalar(select(func.count()).select_from(RegistrationPartner)) == 1


def test_the_reference_loaded_again_files_every_name_as_it_was(writing: Connection) -> None:
    register(writing, [("École La Ruche", ALMA), ("MDJ d'Alma", ALMA), ("École Ruche", ALMA), ("CFRA", None)])
    before = contents(writing)
    load_reference(writing)
    assert contents(writing) == before


def test_a_name_without_a_letter_is_refused(writing: Connection) -> None:
    with pytest.raises(ValueError, match=r"\?"):
        Identifier(writing).identify(["?"], [ALMA])


@settings(max_examples=20, deadline=None)
@given(
    files=st.permutations(
        [
            [("École Saint-Joseph", ALMA), ("Organisme fictif 014", ALMA)],
            [("ECOLE SAINT-JOSEPH", ALMA), ("école saint joseph", ROBERVAL)],
            [("organisme fictif 014", ROBERVAL), ("Organisme  fictif-014", None)],
            [("Club Lions", ROBERVAL), ("CLUB LIONS", ALMA), ("Club Lions", ROBERVAL)],
        ]
    )
)
def test_the_order_of_files_does_not_change_who_is_who(
    tmp_path_factory: pytest.TempPathFactory, files: list[list[Written]]
) -> None:
    engine = database.engine(f"sqlite:///{tmp_path_factory.mktemp('order') / 'a.sqlite3'}")
    database.prepare(engine)
    groups: dict[int, set[tuple[str, str | None]]] = {}
    with database.writer(engine) as connection:
        for names in files:
            for (name, place), identity in zip(names, register(connection, names), strict=True):
                groups.setdefault(identity.partner_id, set()).add((key(name), place))
    engine.dispose()
    assert {frozenset(group) for group in groups.values()} == {
        frozenset({("clublions", ALMA)}),
        frozenset({("clublions", ROBERVAL)}),
        frozenset({("ecolesaintjoseph", ALMA)}),
        frozenset({("ecolesaintjoseph", ROBERVAL)}),
        frozenset({("organismefictif014", place) for place in (ALMA, ROBERVAL, None)}),
    }
