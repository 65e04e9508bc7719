"""What a person answered to a proposal, kept so that it can be taken back exactly.

A decision changes figures, since two partners become one: these functions return the editions touched, and
their caller makes new versions of them. Not here: who proposes (``identify``), and a match that was made
without asking (``apart``).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, and_, delete, exists, insert, or_, select, tuple_, update

from etl import stamp
from etl.database import LOOKUP, next_id
from etl.partners import apart
from etl.partners.index import forget_orphans
from etl.partners.moves import (
    Decided,
    editions_of,
    moved_parts,
    replace_parts,
    taking_part,
    there,
)
from etl.schema import (
    JoinedSummary,
    Partner,
    PartnerAlias,
    PartnerDecision,
    PartnerProposal,
    PartnerSummary,
    PartnerWord,
    Registration,
    RegistrationBefore,
    RegistrationPartner,
    RegistrationPartnerBefore,
)

Answer = Literal["yes", "no"]


class NotDecidable(Exception):
    """The proposal or the decision does not exist, or was answered or taken back already."""


@dataclass
class DependsOnIt(Exception):
    """Later decisions moved the same partners: they have to be taken back first."""

    decisions: tuple[int, ...]


def waiting(connection: Connection) -> list[Any]:
    """Open proposals, the most alike first: the rows of ``partner_proposal``."""
    table = PartnerProposal.__table__
    statement = select(table).where(table.c.status == "open").order_by(table.c.score.desc(), table.c.id)
    return list(connection.execute(statement))


def answered(connection: Connection) -> list[Any]:
    """Answers in force, the newest first: ``id, name, other_name, answer, decided_by, decided_at``."""
    decision, proposal = PartnerDecision.__table__, PartnerProposal.__table__
    statement = (
        select(
            *(decision.c[name] for name in ("id", "answer", "decided_by", "decided_at")),
            *(proposal.c[name] for name in ("name", "other_name")),
        )
        .join(proposal, proposal.c.id == decision.c.proposal_id)
        .where(decision.c.taken_back_at.is_(None))
        .order_by(decision.c.id.desc())
    )
    return list(connection.execute(statement))


def decide(
    connection: Connection, proposal: int, answer: Answer, author: str, moment: datetime | None = None
) -> Decided:
    """Answer a proposal; « yes » gives the registrations of its first side to the partner of the other.

    Raises:
        NotDecidable: there is no such open proposal, or a side of it is not in the database any more.
    """
    when = moment or stamp.now()
    table = PartnerProposal.__table__
    row = connection.execute(select(table).where(table.c.id == proposal, table.c.status == "open")).first()
    if row is None:
        raise NotDecidable
    merged = kept = None
    moved: dict[str, Any] = {}
    editions: tuple[int, ...] = ()
    if answer == "yes":
        merged = _owner(connection, row.key, row.place_code)
        kept = _owner(connection, row.other_key, row.other_place_code)
        if merged != kept:
            moved, editions = _merge(connection, merged, kept, author, when)
    connection.execute(
        update(PartnerProposal)
        .where(PartnerProposal.id == proposal)
        .values(status=answer, decided_by=author, decided_at=when)
    )
    decision = next_id(connection, PartnerDecision.__table__)  # type: ignore[arg-type]
    connection.execute(
        insert(PartnerDecision),
        {
            "id": decision,
            "proposal_id": proposal,
            "answer": answer,
            "kept_id": kept if moved else None,
            "merged_id": merged if moved else None,
            "moved": moved,
            "decided_by": author,
            "decided_at": when,
        },
    )
    return Decided(decision, editions)


def take_back(
    connection: Connection, decision: int, author: str, moment: datetime | None = None
) -> tuple[int, ...]:
    """Undo a decision: its proposal is open again, and what it moved goes back.

    What was loaded since a merge stays where it was loaded; a separation leaves nothing (``apart``).

    Returns:
        The editions whose figures changed.

    Raises:
        NotDecidable: there is no such decision, or it was taken back already.
        DependsOnIt: later decisions moved one of the two partners.
    """
    when = moment or stamp.now()
    table = PartnerDecision.__table__
    row = connection.execute(
        select(table).where(table.c.id == decision, table.c.taken_back_at.is_(None))
    ).first()
    if row is None:
        raise NotDecidable
    sides = (row.kept_id, row.merged_id)
    later = select(table.c.id).where(
        table.c.id > decision,
        table.c.taken_back_at.is_(None),
        or_(table.c.kept_id.in_(sides), table.c.merged_id.in_(sides)),
    )
    dependent = tuple(connection.scalars(later.order_by(table.c.id)))
    if dependent:
        raise DependsOnIt(dependent)
    if row.answer == apart.ANSWER:
        return apart.put_together(connection, row)
    editions: tuple[int, ...] = ()
    if row.moved:
        editions = _part(connection, row.merged_id, row.kept_id, row.moved)
    connection.execute(
        update(PartnerProposal)
        .where(PartnerProposal.id == row.proposal_id)
        .values(status="open", decided_by=None, decided_at=None)
    )
    connection.execute(
        update(PartnerDecision)
        .where(PartnerDecision.id == decision)
        .values(taken_back_by=author, taken_back_at=when)
    )
    return editions


def later_merges(connection: Connection, load_id: int, since: datetime) -> tuple[int, ...]:
    """Merges since a load that moved what it changed, or a partner that undoing it would bring back."""
    table = PartnerDecision.__table__
    live = select(table).where(
        table.c.taken_back_at.is_(None),
        table.c.answer == "yes",
        table.c.merged_id.is_not(None),
        table.c.decided_at >= since,
    )
    before = select(RegistrationBefore.registration_id, RegistrationBefore.partner_id).where(
        RegistrationBefore.load_id == load_id
    )
    part = select(RegistrationPartnerBefore.registration_id, RegistrationPartnerBefore.partner_id).where(
        RegistrationPartnerBefore.load_id == load_id
    )
    decisions = connection.execute(live.order_by(table.c.id.desc())).all()
    if not decisions:
        return ()
    pairs = [tuple(row) for row in (*connection.execute(before), *connection.execute(part))]
    changed, partners = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return tuple(
        row.id for row in decisions if row.merged_id in partners or not changed.isdisjoint(_moved(row.moved))
    )


def _moved(moved: dict[str, Any]) -> set[int]:
    return {*moved["registrations"], *(pair[0] for side in ("before", "after") for pair in moved[side])}


def forget_registrations(connection: Connection, registrations: Collection[int]) -> None:
    """Take registrations that go out of what decisions moved: their identifiers may serve again."""
    table, gone = PartnerDecision.__table__, set(registrations)
    merges = select(table).where(table.c.merged_id.is_not(None), table.c.answer == "yes")
    for row in connection.execute(merges).all():
        if gone.isdisjoint(_moved(row.moved)):
            continue
        left = row.moved | {
            "registrations": [one for one in row.moved["registrations"] if one not in gone],
            "before": [pair for pair in row.moved["before"] if pair[0] not in gone],
            "after": [pair for pair in row.moved["after"] if pair[0] not in gone],
        }
        connection.execute(update(PartnerDecision).where(PartnerDecision.id == row.id).values(moved=left))


def forget_brought_by(connection: Connection, load_id: int) -> None:
    """Forget what a load that is taken back taught: the partners that only it had, and its likenesses.

    A partner that other loads registered too stays under the name that this one gave it.
    """
    brought = select(PartnerAlias.partner_id).where(PartnerAlias.load_id == load_id)
    merged = (
        select(PartnerDecision.merged_id)
        .join(PartnerAlias, PartnerAlias.partner_id == PartnerDecision.kept_id)
        .where(PartnerAlias.load_id == load_id, PartnerDecision.merged_id.is_not(None))
    )
    among = [*connection.scalars(brought.distinct()), *connection.scalars(merged.distinct())]
    connection.execute(
        delete(PartnerAlias).where(PartnerAlias.load_id == load_id, PartnerAlias.how == "likeness")
    )
    forget_unused(connection, among)


def forget_unused(connection: Connection, among: Collection[int] | None = None) -> None:
    """Forget the partners that no registration has, or had before a load changed it.

    Their names and their proposals go. A version made before still counts them: they keep their row there.

    One that was merged into a partner that is still there stays, so that the merge can be taken back. What a
    person answered stays too: the same names would not be asked about again.

    Args:
        connection: inside the transaction that removed registrations.
        among: only these partners, if given.
    """
    partner = Partner.__table__
    leads = exists().where(Registration.partner_id == partner.c.id)
    takes_part = exists().where(RegistrationPartner.partner_id == partner.c.id)
    kept = Partner.__table__.alias()
    is_kept = or_(
        exists().where(Registration.partner_id == kept.c.id),
        exists().where(RegistrationPartner.partner_id == kept.c.id),
    )
    is_merged = exists(
        select(PartnerDecision.id)
        .join(kept, kept.c.id == PartnerDecision.kept_id)
        .where(
            PartnerDecision.merged_id == partner.c.id,
            PartnerDecision.answer == "yes",
            PartnerDecision.taken_back_at.is_(None),
            is_kept,
        )
    )
    was_before = or_(
        partner.c.id.in_(select(RegistrationBefore.partner_id)),
        partner.c.id.in_(select(RegistrationPartnerBefore.partner_id)),
    )
    unused = list(
        connection.scalars(select(partner.c.id).where(~leads, ~takes_part, ~is_merged, ~was_before))
    )
    gone = unused if among is None else sorted(set(unused).intersection(among))
    for start in range(0, len(gone), LOOKUP):
        _forget(connection, gone[start : start + LOOKUP])
    if gone:
        forget_orphans(connection)


def _forget(connection: Connection, partners: Sequence[int]) -> None:
    for column in (PartnerDecision.kept_id, PartnerDecision.merged_id):
        about = update(PartnerDecision).where(column.in_(partners))
        connection.execute(about.where(PartnerDecision.answer != apart.ANSWER).values(moved={}))
        connection.execute(about.values(kept_id=None, merged_id=None))
    names = select(PartnerAlias.key, PartnerAlias.place_code).where(PartnerAlias.partner_id.in_(partners))
    sides = [tuple(row) for row in connection.execute(names)]
    for start in range(0, len(sides), LOOKUP // 2):
        part = sides[start : start + LOOKUP // 2]
        word = tuple_(PartnerWord.key, PartnerWord.place_code)
        first = tuple_(PartnerProposal.key, PartnerProposal.place_code)
        second = tuple_(PartnerProposal.other_key, PartnerProposal.other_place_code)
        connection.execute(delete(PartnerWord).where(word.in_(part)))
        is_side = or_(first.in_(part), second.in_(part))
        answered = select(PartnerDecision.proposal_id)
        connection.execute(
            delete(PartnerProposal).where(
                PartnerProposal.status == "open", is_side, PartnerProposal.id.not_in(answered)
            )
        )
    connection.execute(delete(PartnerAlias).where(PartnerAlias.partner_id.in_(partners)))
    is_counted = or_(
        *(
            Partner.id.in_(select(cube.partner_id).where(cube.partner_id.in_(partners)))
            for cube in (PartnerSummary, JoinedSummary)
        )
    )
    connection.execute(delete(Partner).where(Partner.id.in_(partners), ~is_counted))


def _owner(connection: Connection, key: str, place_code: str) -> int:
    statement = select(PartnerAlias.partner_id).where(
        PartnerAlias.key == key, PartnerAlias.place_code == place_code
    )
    found = connection.scalar(statement)
    if found is None:
        raise NotDecidable
    return found


def _merge(
    connection: Connection, merged: int, kept: int, author: str, when: datetime
) -> tuple[dict[str, Any], tuple[int, ...]]:
    """Give what a partner has to another; return what takes it back, and the editions touched."""
    statement = select(Registration.id).where(Registration.partner_id == merged).order_by(Registration.id)
    led = list(connection.scalars(statement))
    shared = taking_part(connection, (merged, kept), merged)
    aliases = [
        [row.key, row.place_code, row.how, row.decided_by, row.decided_at.isoformat()]
        for row in connection.execute(
            select(PartnerAlias.__table__)
            .where(PartnerAlias.partner_id == merged)
            .order_by(PartnerAlias.key, PartnerAlias.place_code)
        )
    ]
    connection.execute(update(Registration).where(Registration.partner_id == merged).values(partner_id=kept))
    after = moved_parts(connection, shared, merged, kept)
    replace_parts(connection, shared, after)
    theirs = update(PartnerAlias).where(PartnerAlias.partner_id == merged)
    made_it = theirs.where(PartnerAlias.how == "exact")
    connection.execute(made_it.values(how="person", decided_by=author, decided_at=when))
    connection.execute(theirs.values(partner_id=kept))
    moved = {"registrations": led, "before": shared, "after": after, "aliases": aliases}
    return moved, editions_of(connection, [*led, *(pair[0] for pair in shared)])


def _part(connection: Connection, merged: int, kept: int, moved: dict[str, Any]) -> tuple[int, ...]:
    """Give back to a partner what ``_merge`` took from it, where it still is."""
    registrations = moved["registrations"]
    for start in range(0, len(registrations), LOOKUP):
        part = registrations[start : start + LOOKUP]
        connection.execute(
            update(Registration)
            .where(Registration.id.in_(part), Registration.partner_id == kept)
            .values(partner_id=merged)
        )
        connection.execute(
            update(RegistrationBefore)
            .where(RegistrationBefore.registration_id.in_(part), RegistrationBefore.partner_id == kept)
            .values(partner_id=merged)
        )
    present = there(connection, {pair[0] for pair in (*moved["before"], *moved["after"])})
    before, after = ([pair for pair in moved[side] if pair[0] in present] for side in ("before", "after"))
    replace_parts(connection, after, before)
    for key, place_code, how, decided_by, decided_at in moved["aliases"]:
        connection.execute(
            update(PartnerAlias)
            .where(
                and_(PartnerAlias.key == key, PartnerAlias.place_code == place_code),
                PartnerAlias.partner_id == kept,
            )
            .values(
                partner_id=merged,
                how=how,
                decided_by=decided_by,
                decided_at=datetime.fromisoformat(decided_at),
            )
        )
    return editions_of(connection, [*registrations, *(pair[0] for pair in before)])
