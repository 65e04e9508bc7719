"""A name that was taken for a partner's by likeness, and is not: a person says so, and may take it back.

The name gets a partner of its own, with the registrations that were written under it, whatever wrote them
and whatever changed them since: what the journal keeps moves too, so that undoing a load stays exact. Not
here: what was proposed and answered (``decisions``).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, exists, insert, or_, select, tuple_, update

from etl import stamp
from etl.clean import free_text, key
from etl.database import next_id
from etl.partners import written
from etl.partners.index import Alias, Index, Key, forget_orphans, terms
from etl.partners.moves import Decided, editions_of, moved_parts, replace_parts, taking_part
from etl.partners.names import parse
from etl.partners.places import Places
from etl.partners.rules import read_rules
from etl.partners.several import several
from etl.schema import (
    UNSPECIFIED,
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

ANSWER: Final = "apart"
KEPT: Final = ("how", "score", "decided_by", "decided_at")
"""What an alias says of the match, put back when the separation is taken back."""


class NotMatched(Exception):
    """No name is matched by likeness under this key and place, or it is so no more."""


@dataclass(frozen=True)
class _Written:
    """A content of a registration, now or before a load changed it, and who is in it.

    ``load_id``: the load that changed it, for a content of the journal.
    """

    registration: int
    load_id: int | None
    place_code: str
    partner_id: int
    row: written.Row


def matches(connection: Connection) -> list[Any]:
    """Names matched by likeness, the least alike first: ``key, place_code, name, score, partner``."""
    alias, partner = PartnerAlias.__table__, Partner.__table__
    statement = (
        select(
            *(alias.c[name] for name in ("key", "place_code", "name", "score")),
            partner.c.name.label("partner"),
        )
        .join(partner, partner.c.id == alias.c.partner_id)
        .where(alias.c.how == "likeness")
        .order_by(alias.c.score, alias.c.key, alias.c.place_code)
    )
    return list(connection.execute(statement))


def set_apart(
    connection: Connection, name_key: str, place_code: str, author: str, moment: datetime | None = None
) -> Decided:
    """Give a name that was matched by likeness a partner of its own, now and from now on.

    A registration whose row was not kept, from a data package, stays where it is.

    Raises:
        NotMatched: the name is not matched by likeness, or not any more.
    """
    when = moment or stamp.now()
    table: Any = PartnerAlias.__table__
    mine = (name_key, place_code)
    is_mine = tuple_(table.c.key, table.c.place_code) == tuple_(*mine)
    alias = connection.execute(select(table).where(is_mine, table.c.how == "likeness")).first()
    if alias is None:
        raise NotMatched
    proposals = _refuse_for_good(connection, alias, author, when)
    made = next_id(connection, Partner.__table__)  # type: ignore[arg-type]
    connection.execute(insert(Partner), {"id": made, "key": name_key, "name": alias.name})
    moved, unknown = _move(connection, mine, alias.partner_id, made)
    connection.execute(
        update(table)
        .where(is_mine)
        .values(partner_id=made, how="exact", score=None, decided_by=author, decided_at=when)
    )
    _file(connection, Alias(*mine, made, alias.name))
    decision = next_id(connection, PartnerDecision.__table__)  # type: ignore[arg-type]
    before = {name: getattr(alias, name) for name in KEPT}
    before["decided_at"] = alias.decided_at and alias.decided_at.isoformat()
    connection.execute(
        insert(PartnerDecision),
        {
            "id": decision,
            "proposal_id": proposals[0][0],
            "answer": ANSWER,
            "kept_id": alias.partner_id,
            "merged_id": made,
            "moved": {"alias": before, "proposals": proposals},
            "decided_by": author,
            "decided_at": when,
        },
    )
    return Decided(decision, editions_of(connection, sorted(moved)), unknown)


def put_together(connection: Connection, decision: Any) -> tuple[int, ...]:
    """Take a separation back: all that its partner has is the other's again, and nothing is left of it.

    Where one of the two has gone since, with the load that made it, nobody is to be put together: the pair is
    asked about instead.

    Returns:
        The editions whose figures changed.
    """
    statement = select(PartnerProposal.__table__).where(PartnerProposal.id == decision.proposal_id)
    proposal = connection.execute(statement).one()
    editions: tuple[int, ...] = ()
    connection.execute(delete(PartnerDecision).where(PartnerDecision.id == decision.id))
    if decision.merged_id is not None:
        editions = _absorb(connection, decision.merged_id, decision.kept_id)
        _restore_alias(connection, (proposal.key, proposal.place_code), decision.moved["alias"])
        _forget_partner(connection, decision.merged_id)
    is_asked = decision.merged_id is None and _are_two(connection, proposal)
    for number, *before in decision.moved["proposals"]:
        if number == proposal.id and is_asked:
            before = ["open", None, None]
        _restore_proposal(connection, number, *before)
    return editions


# --- Whose registrations are these ---------------------------------------------------------------


def _move(connection: Connection, mine: Key, owner: int, made: int) -> tuple[set[int], int]:
    """Move what was written under a name, now and in the journal.

    Returns:
        The registrations that moved now, and how many may have had to.
    """
    contents = [*_now(connection, owner), *_before(connection, owner)]
    texts = written.names(connection, {content.row for content in contents})
    owners = _Owners(connection)
    moved, unknown = set(), 0
    for content in contents:
        text = free_text(texts.get(content.row))
        if text is None or not key(text):
            unknown += content.load_id is None
            continue
        whose = owners.of(text, content.place_code)
        if mine not in whose:
            continue
        _rewrite(connection, content, whose, mine, made, owners)
        if content.load_id is None:
            moved.add(content.registration)
    return moved, unknown


def _now(connection: Connection, owner: int) -> list[_Written]:
    table, part = Registration.__table__, RegistrationPartner.__table__
    takes_part = select(part.c.registration_id).where(part.c.partner_id == owner)
    statement = select(table).where(or_(table.c.partner_id == owner, table.c.id.in_(takes_part)))
    return [
        _Written(row.id, None, row.place_code, row.partner_id, written.Row(row.load_id, row.sheet, row.row))
        for row in connection.execute(statement)
    ]


def _before(connection: Connection, owner: int) -> list[_Written]:
    table, part = RegistrationBefore.__table__, RegistrationPartnerBefore.__table__
    takes_part = exists().where(
        part.c.load_id == table.c.load_id,
        part.c.registration_id == table.c.registration_id,
        part.c.partner_id == owner,
    )
    statement = select(table).where(or_(table.c.partner_id == owner, takes_part))
    return [
        _Written(
            row.registration_id,
            row.load_id,
            row.place_code,
            row.partner_id,
            written.Row(row.written_by, row.sheet, row.row),
        )
        for row in connection.execute(statement)
    ]


def _rewrite(
    connection: Connection, content: _Written, whose: Sequence[Key], mine: Key, made: int, owners: "_Owners"
) -> None:
    """Say again who leads and who takes part, now that one of the names is another partner's."""
    owner = owners.partner(mine)
    lead, *others = whose
    leader = made if lead == mine and content.partner_id == owner else content.partner_id
    parts = {made if side == mine else owners.partner(side) for side in others} & {made, owner} - {leader}
    _set_leader(connection, content, leader)
    _set_parts(connection, content, {made, owner}, parts)


def _set_leader(connection: Connection, content: _Written, leader: int) -> None:
    if content.load_id is None:
        is_it = update(Registration).where(Registration.id == content.registration)
    else:
        is_it = update(RegistrationBefore).where(
            RegistrationBefore.load_id == content.load_id,
            RegistrationBefore.registration_id == content.registration,
        )
    connection.execute(is_it.values(partner_id=leader))


def _set_parts(
    connection: Connection, content: _Written, among: Collection[int], partners: Collection[int]
) -> None:
    """Of these partners, only some take part in a content from now on."""
    identity = {"registration_id": content.registration}
    table: Any = RegistrationPartner.__table__
    if content.load_id is not None:
        identity["load_id"] = content.load_id
        table = RegistrationPartnerBefore.__table__
    is_it = [table.c[name] == value for name, value in identity.items()]
    connection.execute(delete(table).where(*is_it, table.c.partner_id.in_(among)))
    if partners:
        rows = [identity | {"partner_id": partner} for partner in sorted(partners)]
        connection.execute(insert(table), rows)


class _Owners:
    """Whose the names of a cell are: those of the block in which it was loaded, all known since."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rules = read_rules()
        self._places = Places.read(connection, self._rules)
        self._known: dict[str, dict[str, int]] = {}

    def of(self, text: str, place_code: str) -> list[Key]:
        """The names of a cell: the one that leads, then the others."""
        lead, others = several(text, lambda name: bool(self._aliases(key(name))), self._rules)
        return [self._side(name, place_code) for name in (lead, *others)]

    def partner(self, side: Key) -> int:
        """Whose a name is; 0 for nobody's."""
        name_key, place_code = side
        return self._aliases(name_key).get(place_code, 0)

    def _side(self, name: str, place_code: str) -> Key:
        needs_place = parse(name, self._rules, self._places).needs_place
        return key(name), self._places.context(place_code) if needs_place else UNSPECIFIED

    def _aliases(self, name_key: str) -> dict[str, int]:
        if name_key not in self._known:
            table = PartnerAlias.__table__
            statement = select(table.c.place_code, table.c.partner_id).where(table.c.key == name_key)
            rows = self._connection.execute(statement)
            self._known[name_key] = {row.place_code: row.partner_id for row in rows}
        return self._known[name_key]


# --- Taking back ---------------------------------------------------------------------------------


def _absorb(connection: Connection, made: int, owner: int) -> tuple[int, ...]:
    """Give to a partner all that another has, now and in the journal."""
    led = list(connection.scalars(select(Registration.id).where(Registration.partner_id == made)))
    shared = taking_part(connection, (made, owner), made)
    connection.execute(update(Registration).where(Registration.partner_id == made).values(partner_id=owner))
    replace_parts(connection, shared, moved_parts(connection, shared, made, owner))
    for content in _before(connection, made):
        parts = {owner} if _takes_part_before(connection, content, (made, owner)) else set()
        leader = owner if content.partner_id == made else content.partner_id
        _set_leader(connection, content, leader)
        _set_parts(connection, content, {made, owner}, parts - {leader})
    connection.execute(update(PartnerAlias).where(PartnerAlias.partner_id == made).values(partner_id=owner))
    return editions_of(connection, [*led, *(pair[0] for pair in shared)])


def _takes_part_before(connection: Connection, content: _Written, partners: Collection[int]) -> bool:
    table: Any = RegistrationPartnerBefore.__table__
    statement = select(table.c.partner_id).where(
        table.c.load_id == content.load_id,
        table.c.registration_id == content.registration,
        table.c.partner_id.in_(partners),
    )
    return connection.execute(statement).first() is not None


def _restore_alias(connection: Connection, mine: Key, before: dict[str, Any]) -> None:
    """The name is matched by likeness again: as others of those, it finds nobody."""
    moment = before["decided_at"] and datetime.fromisoformat(before["decided_at"])
    is_mine = tuple_(PartnerAlias.key, PartnerAlias.place_code) == tuple_(*mine)
    connection.execute(update(PartnerAlias).where(is_mine).values(before | {"decided_at": moment}))
    _unfile(connection, mine)


def _forget_partner(connection: Connection, made: int) -> None:
    for column in (PartnerDecision.kept_id, PartnerDecision.merged_id):
        about = update(PartnerDecision).where(column == made)
        connection.execute(about.values(kept_id=None, merged_id=None, moved={}))
    is_counted = or_(*(exists().where(cube.partner_id == made) for cube in (PartnerSummary, JoinedSummary)))
    connection.execute(delete(Partner).where(Partner.id == made, ~is_counted))


# --- What is proposed, and where names are found -------------------------------------------------


def _refuse_for_good(connection: Connection, alias: Any, author: str, when: datetime) -> list[list[Any]]:
    """Answer « no » between the name and every name by which its partner is found; what was there before."""
    names: Any = PartnerAlias.__table__
    theirs = select(names).where(names.c.partner_id == alias.partner_id, names.c.how != "likeness")
    partner = connection.execute(select(Partner.__table__).where(Partner.id == alias.partner_id)).one()
    sides = [(row.key, row.place_code, row.name) for row in connection.execute(theirs)]
    sides = sorted(
        sides or [(partner.key, UNSPECIFIED, partner.name)], key=lambda side: side[0] != partner.key
    )
    return [_refuse(connection, alias, side, author, when) for side in sides]


def _refuse(
    connection: Connection, alias: Any, other: tuple[str, str, str], author: str, when: datetime
) -> list[Any]:
    table: Any = PartnerProposal.__table__
    first = tuple_(table.c.key, table.c.place_code)
    second = tuple_(table.c.other_key, table.c.other_place_code)
    mine, theirs = tuple_(alias.key, alias.place_code), tuple_(*other[:2])
    either = or_((first == mine) & (second == theirs), (first == theirs) & (second == mine))
    known = connection.execute(select(table).where(either)).first()
    answer = {"status": "no", "decided_by": author, "decided_at": when}
    if known is not None:
        connection.execute(update(table).where(table.c.id == known.id).values(answer))
        return [known.id, known.status, known.decided_by, known.decided_at and known.decided_at.isoformat()]
    number = next_id(connection, table)
    sides = dict(zip(("other_key", "other_place_code", "other_name"), other, strict=True))
    sides |= {"key": alias.key, "place_code": alias.place_code, "name": alias.name}
    connection.execute(insert(table), {"id": number, "score": alias.score, "load_id": None} | sides | answer)
    return [number, None, None, None]


def _restore_proposal(
    connection: Connection, number: int, status: str | None, author: str | None, moment: str | None
) -> None:
    table: Any = PartnerProposal.__table__
    if status is None:
        connection.execute(delete(table).where(table.c.id == number))
        return
    when = moment and datetime.fromisoformat(moment)
    values = {"status": status, "decided_by": author, "decided_at": when}
    connection.execute(update(table).where(table.c.id == number).values(values))


def _are_two(connection: Connection, proposal: Any) -> bool:
    owners = _Owners(connection)
    one = owners.partner((proposal.key, proposal.place_code))
    other = owners.partner((proposal.other_key, proposal.other_place_code))
    return bool(one and other) and one != other


def _file(connection: Connection, alias: Alias) -> None:
    """Let others be found alike to a name that has become a partner's own."""
    rules = read_rules()
    places = Places.read(connection, rules)
    index = Index(connection, rules.thresholds.frequent)
    index.add(alias, terms(parse(alias.name, rules, places), alias.place_code, places).filed)
    index.write()


def _unfile(connection: Connection, mine: Key) -> None:
    is_mine = tuple_(PartnerWord.key, PartnerWord.place_code) == tuple_(*mine)
    connection.execute(delete(PartnerWord).where(is_mine))
    forget_orphans(connection)
