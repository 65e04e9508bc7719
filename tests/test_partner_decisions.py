"""What a person answers about partners: it merges, it is remembered, and it is taken back exactly."""

from collections.abc import Collection, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, delete, func, select, text

from etl import database, demonstrate, summarise
from etl.partners.decisions import (
    DependsOnIt,
    NotDecidable,
    decide,
    forget_unused,
    take_back,
    waiting,
)
from etl.schema import (
    EditionVersion,
    Partner,
    PartnerAlias,
    PartnerSpelling,
    PartnerSummary,
    Registration,
    RegistrationPartner,
)
from tests.partners import ALMA, MOMENT, SAGUENAY, Written, contents, register

AURELE, AURELIE = ("École Aurèle-Grandmare", ALMA), ("École Aurélie-Grandmare", ALMA)
DOUBTFUL = (AURELE, AURELIE, ("Aurèle-Grandmar", ALMA), ("Grandmare", ALMA), ("École Grandmare", "online"))


@pytest.fixture
def writing(empty: Engine) -> Iterator[Connection]:
    with database.writer(empty) as connection:
        yield connection


def proposals(connection: Connection) -> list[int]:
    return [row.id for row in waiting(connection)]


def partners_of_registrations(connection: Connection) -> list[int]:
    return list(connection.scalars(select(Registration.partner_id).order_by(Registration.id)))


def test_yes_makes_one_partner_of_two_and_says_which_editions_change(writing: Connection) -> None:
    register(writing, [AURELE], 2023)
    register(writing, [AURELIE], 2024)
    register(writing, [AURELIE], 2025)
    (proposal,) = proposals(writing)
    decided = decide(writing, proposal, "yes", "directrice")
    assert decided.editions == (2024, 2025)
    assert set(partners_of_registrations(writing)) == {1}
    assert proposals(writing) == []


def test_yes_applies_to_later_files(writing: Connection) -> None:
    register(writing, [AURELE, AURELIE])
    decide(writing, *proposals(writing), "yes", "directrice")
    (found,) = register(writing, [AURELIE], 2025)
    assert (found.partner_id, found.how, found.matched_name) == (1, "person", AURELE[0])
    assert proposals(writing) == []


def test_no_is_remembered_and_never_asked_again(writing: Connection) -> None:
    register(writing, [AURELE, AURELIE])
    decided = decide(writing, *proposals(writing), "no", "directrice")
    assert decided.editions == ()
    found = register(writing, [AURELIE, AURELE], 2025)
    assert [identity.partner_id for identity in found] == [2, 1]
    assert proposals(writing) == []


@pytest.mark.parametrize(("answer", "how"), [("yes", "person"), ("no", "new")])
def test_an_answer_outlives_the_load_that_raised_the_question(
    writing: Connection, answer: str, how: str
) -> None:
    register(writing, [AURELE])
    register(writing, [AURELIE])
    decide(writing, *proposals(writing), answer, "directrice")  # type: ignore[arg-type]
    writing.execute(delete(Registration).where(Registration.id == 2))
    forget_unused(writing)
    (found,) = register(writing, [AURELIE])
    assert found.how == how
    assert proposals(writing) == []


def test_a_proposal_is_answered_once(writing: Connection) -> None:
    register(writing, [AURELE, AURELIE])
    (proposal,) = proposals(writing)
    decide(writing, proposal, "no", "directrice")
    with pytest.raises(NotDecidable):
        decide(writing, proposal, "yes", "directrice")
    with pytest.raises(NotDecidable):
        decide(writing, 99, "yes", "directrice")


def test_an_answer_taken_back_is_asked_again(writing: Connection) -> None:
    register(writing, [AURELE, AURELIE])
    (proposal,) = proposals(writing)
    decided = decide(writing, proposal, "no", "directrice")
    assert take_back(writing, decided.decision, "directrice") == ()
    assert proposals(writing) == [proposal]
    with pytest.raises(NotDecidable):
        take_back(writing, decided.decision, "directrice")


def test_a_decision_on_which_another_depends_is_not_taken_back_first(writing: Connection) -> None:
    register(writing, [("École Grandmare-Ochelin", ALMA), ("École Ochelin", ALMA)])
    register(writing, [("École Grandmare", ALMA)])
    first, second = (decide(writing, proposal, "yes", "d") for proposal in sorted(proposals(writing)))
    with pytest.raises(DependsOnIt) as raised:
        take_back(writing, first.decision, "directrice")
    assert raised.value.decisions == (second.decision,)
    take_back(writing, second.decision, "directrice")
    take_back(writing, first.decision, "directrice")
    assert partners_of_registrations(writing) == [1, 2, 3]


def test_what_was_loaded_since_stays_where_it_was_loaded(writing: Connection) -> None:
    register(writing, [AURELE, AURELIE])
    decided = decide(writing, *proposals(writing), "yes", "directrice")
    register(writing, [AURELIE], 2025)
    assert take_back(writing, decided.decision, "directrice") == (2024,)
    assert partners_of_registrations(writing) == [1, 2, 1]


def test_a_partner_that_led_and_took_part_does_not_take_part_in_what_it_leads(writing: Connection) -> None:
    register(writing, [AURELE])
    register(writing, [(f"{AURELIE[0]} / {AURELE[0]}", ALMA), (f"{AURELE[0]} / {AURELIE[0]}", ALMA)])
    assert writing.scalar(select(func.count()).select_from(RegistrationPartner)) == 2
    before = contents(writing)
    decided = decide(writing, *proposals(writing), "yes", "directrice")
    assert writing.scalar(select(func.count()).select_from(RegistrationPartner)) == 0
    take_back(writing, decided.decision, "directrice")
    assert contents(writing) == before


def test_a_merge_counts_one_partner_in_the_new_version_and_two_in_the_old_one(writing: Connection) -> None:
    register(writing, [AURELE, AURELIE])
    old = new_version(writing, [2024])
    decided = decide(writing, *proposals(writing), "yes", "directrice")
    new = new_version(writing, decided.editions)
    counts = {
        version: writing.scalar(
            text("SELECT COUNT(DISTINCT partner_id) FROM partner_summary WHERE version_id = :version"),
            {"version": version},
        )
        for version in (old, new)
    }
    assert list(counts.values()) == [2, 1]


def test_forgetting_leaves_nothing_of_a_partner_that_has_no_registration(writing: Connection) -> None:
    before = contents(writing)
    register(writing, [AURELE, AURELIE, ("Organisme fictif 014 / Organisme fictif 015", SAGUENAY)])
    for table in (RegistrationPartner, Registration, PartnerSummary):
        writing.execute(delete(table))
    forget_unused(writing)
    assert contents(writing) == before


def test_forgetting_keeps_a_partner_that_only_takes_part_and_one_that_was_merged(writing: Connection) -> None:
    register(writing, [AURELE, AURELIE, ("Organisme fictif 014 / Organisme fictif 015", SAGUENAY)])
    decide(writing, *proposals(writing), "yes", "directrice")
    before = contents(writing)
    forget_unused(writing)
    assert contents(writing) == before
    assert writing.scalar(select(func.count()).select_from(Partner)) == 4


def test_taking_the_demonstration_out_forgets_its_partners(demonstration: Engine) -> None:
    with database.writer(demonstration) as connection:
        register(connection, [AURELE])
    demonstrate.take_out(demonstration)
    with demonstration.connect() as connection:
        assert list(connection.scalars(select(Partner.name))) == [AURELE[0]]
        assert list(connection.scalars(select(PartnerAlias.name))) == [AURELE[0]]
        assert set(connection.scalars(select(PartnerSpelling.word))) == {"aurele", "grandmare"}


def answer_everything_and_take_it_back(connection: Connection, files: list[list[Written]], yes: bool) -> None:
    """Check that answering every question then taking the answers back, last first, changes nothing."""
    for edition, names in enumerate(files, start=2020):
        register(connection, names, edition)
    before = contents(connection)
    decisions = []
    for proposal in proposals(connection):
        decisions.append(decide(connection, proposal, "yes" if yes else "no", "directrice").decision)
    for decision in reversed(decisions):
        take_back(connection, decision, "directrice")
    assert contents(connection) == before


@settings(max_examples=30, deadline=None)
@given(
    files=st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(DOUBTFUL),
                st.tuples(st.sampled_from(DOUBTFUL), st.sampled_from(DOUBTFUL)).map(
                    lambda pair: (f"{pair[0][0]} ; {pair[1][0]}", pair[0][1])
                ),
            ),
            max_size=5,
        ),
        min_size=1,
        max_size=3,
    ),
    yes=st.booleans(),
)
def test_answers_taken_back_restore_every_table_exactly(
    tmp_path_factory: pytest.TempPathFactory, files: list[list[Written]], yes: bool
) -> None:
    engine = database.engine(f"sqlite:///{tmp_path_factory.mktemp('back') / 'a.sqlite3'}")
    database.prepare(engine)
    with database.writer(engine) as connection:
        answer_everything_and_take_it_back(connection, files, yes)
    engine.dispose()


def new_version(connection: Connection, editions: Collection[int]) -> int:
    summarise.make_versions(connection, editions, None, MOMENT)
    return int(connection.execute(select(func.max(EditionVersion.id))).scalar_one())
