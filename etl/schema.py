"""The database, table by table: what is stored, and what each column means.

Belongs here: tables, keys, constraints. Not here: connecting (``database``), filling
(``reference``, ``load``), summing (``summarise``). Changes reach a database through ``migrations``.
"""

from datetime import date, datetime
from typing import Any, ClassVar, Final

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

AUDIENCES: Final = (
    "youth",
    "toddlers",
    "adult_learners",
    "parents",
    "support_workers",
    "professionals",
    "teachers",
    "employers",
    "elected_officials",
)
"""The nine audiences in the order in which they are always shown."""

WITHOUT_ROWID: Final = {"sqlite_with_rowid": False}
"""SQLite keeps such a table in its primary key, rather than beside it: half the pages to write."""

GOVERNED_KINDS: Final = ("municipality", "reserve")
"""Kinds of places that have a council: what every count of municipalities is of."""
MUNICIPAL_KINDS: Final = (*GOVERNED_KINDS, "unorganised")
"""Kinds of place that have a polygon on the map, where people may live."""

UNSPECIFIED: Final = "unspecified"
"""Code of a sector, an action or a place that the file leaves blank."""


PEOPLE: Final[dict[str, Any]] = {"minimum": 0}
"""Beside a column, what is said of a number of people, or of anything that is counted."""
LIST: Final[dict[str, Any]] = {"json": "array"}
"""Beside a JSON column that holds a list: others hold an object."""


def one_of(*values: str) -> dict[str, Any]:
    """Say, beside a column, the only values that it takes."""
    return {"enum": values}


class Base(DeclarativeBase):
    """Parent of all tables."""

    type_annotation_map: ClassVar = {str: String, dict[str, Any]: JSON}


# --- Reference -------------------------------------------------------------------------------


class Mrc(Base):
    """A regional county municipality, or a city that has its powers."""

    __tablename__ = "mrc"
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class Place(Base):
    """Where people are counted: a municipality, or what holds those that have none.

    ``code`` is the seven-digit CSD code of a municipality, ``mrc:<code>`` for a whole MRC, or
    ``region``, ``online``, ``outside``, ``unspecified``. ``current_code`` is the municipality that
    it became on the most recent map (itself if unchanged). Population is in persons.
    """

    __tablename__ = "place"
    code: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(
        info=one_of(
            *(*MUNICIPAL_KINDS, "mrc"),
            *("region", "online", "outside", "unspecified"),
        )
    )
    name: Mapped[str]
    mrc_code: Mapped[str | None] = mapped_column(ForeignKey("mrc.code"))
    current_code: Mapped[str] = mapped_column(ForeignKey("place.code"))
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    population: Mapped[int | None]
    population_year: Mapped[int | None]
    land_area_km2: Mapped[float | None]


class PlaceAlias(Base):
    """Another name of a place, by its key (no accents, no case, no punctuation)."""

    __tablename__ = "place_alias"
    key: Mapped[str] = mapped_column(primary_key=True)
    place_code: Mapped[str] = mapped_column(ForeignKey("place.code"), primary_key=True)
    alias: Mapped[str]
    kind: Mapped[str] = mapped_column(
        info=one_of("borough", "former municipality", "locality", "abbreviation", "name")
    )
    ambiguous: Mapped[bool]
    source: Mapped[str]


class Audience(Base):
    """One of the nine publics; labels are in ``data/``, by language."""

    __tablename__ = "audience"
    code: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name_fr: Mapped[str]
    name_en: Mapped[str]


class Sector(Base):
    """The setting that a partner belongs to."""

    __tablename__ = "sector"
    code: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name_fr: Mapped[str]
    name_en: Mapped[str]


class Action(Base):
    """What a partner does: an activity, a resolution, a webinar…"""

    __tablename__ = "action"
    code: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name_fr: Mapped[str]
    name_en: Mapped[str]


class Edition(Base):
    """One year's campaign week."""

    __tablename__ = "edition"
    year: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    theme: Mapped[str | None]


class PublishedFigure(Base):
    """A total that the organiser made public; never mixed into computed figures.

    ``basis`` is of people only. ``audiences`` is a list of codes.
    """

    __tablename__ = "published_figure"
    edition: Mapped[int] = mapped_column(ForeignKey("edition.year"), primary_key=True)
    measure: Mapped[str] = mapped_column(
        primary_key=True, info=one_of("people", "partners", "registrations", "activities", "milieux")
    )
    value: Mapped[int] = mapped_column(info=PEOPLE)
    qualifier: Mapped[str] = mapped_column(info=one_of("exact", "at_least", "about"))
    basis: Mapped[str | None] = mapped_column(info=one_of("registered", "target"))
    audiences: Mapped[list[str]] = mapped_column(JSON, info=LIST)
    source_title: Mapped[str]
    source_url: Mapped[str | None]
    source_date: Mapped[str | None]
    note: Mapped[str | None]


# --- Provenance ------------------------------------------------------------------------------


class Load(Base):
    """One file taken in, in one transaction; or what was told of a partner's activities on their page.

    rows_read = accepted + updated + unchanged + quarantined + ignored. ``is_answer``: told on the page of a
    partner, who decides when; ``note``: what they add to their figures, contacts removed.
    """

    __tablename__ = "load"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    file_name: Mapped[str]
    sha256: Mapped[str]
    template: Mapped[str] = mapped_column(info=one_of("registrations", "confirmed"))
    author: Mapped[str]
    loaded_at: Mapped[datetime]
    is_demonstration: Mapped[bool]
    rows_read: Mapped[int]
    rows_accepted: Mapped[int]
    rows_updated: Mapped[int]
    rows_unchanged: Mapped[int]
    rows_quarantined: Mapped[int]
    rows_ignored: Mapped[int]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str | None]
    is_answer: Mapped[bool] = mapped_column(default=False, server_default=false())
    note: Mapped[str | None]
    __table_args__ = (
        CheckConstraint(
            "rows_read = rows_accepted + rows_updated + rows_unchanged + rows_quarantined + rows_ignored",
            name="every_row_is_accounted_for",
        ),
    )


class Quarantine(Base):
    """A row that could not be loaded, as it was (contact columns removed), with its reason.

    ``details`` is what the sentence of ``code`` needs. ``resolved_at``: when it was corrected or set aside;
    ``resolved_load_id``: the load that brought it corrected, if one did.
    """

    __tablename__ = "quarantine"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), index=True)
    sheet: Mapped[str]
    row: Mapped[int]
    column: Mapped[str]
    value: Mapped[str]
    code: Mapped[str]
    details: Mapped[dict[str, Any]]
    raw: Mapped[dict[str, Any]]
    resolved_at: Mapped[datetime | None]
    resolved_load_id: Mapped[int | None] = mapped_column(ForeignKey("load.id"))


class HeaderDecision(Base):
    """What a person decided about a header, for every file with the same set of headers.

    ``fingerprint`` identifies the set; ``header_key`` is the header without case, accents and spaces.
    ``column`` is a column of ``data/headers.csv``, ``confirmed:<audience>``, or NULL: not to be used.
    """

    __tablename__ = "header_decision"
    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    header_key: Mapped[str] = mapped_column(primary_key=True)
    header: Mapped[str]
    column: Mapped[str | None]
    author: Mapped[str]
    decided_at: Mapped[datetime]


class SourceBlock(Base):
    """Rows of a loaded sheet as they were, a few thousand together; contact columns and contacts are gone.

    ``headers``: the titles of the columns, in order. ``content``: see ``originals``.
    """

    __tablename__ = "source_block"
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    sheet: Mapped[str]
    first_row: Mapped[int]
    last_row: Mapped[int]
    headers: Mapped[Any] = mapped_column(JSON)
    content: Mapped[bytes]


class LoadDependency(Base):
    """A load that spoke of registrations that another one had written: the other cannot go before it."""

    __tablename__ = "load_dependency"
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)
    on_load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)


class EditionVersion(Base):
    """The state of one edition after one load; the highest id of an edition is the current one."""

    __tablename__ = "edition_version"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    edition: Mapped[int] = mapped_column(ForeignKey("edition.year"), index=True)
    load_id: Mapped[int | None] = mapped_column(ForeignKey("load.id"))
    created_at: Mapped[datetime]


# --- Facts -----------------------------------------------------------------------------------


class Partner(Base):
    """An organisation that registers; the same one across years whatever its spelling.

    One that was merged into another keeps its row, for the versions made before, and no registration.
    """

    __tablename__ = "partner"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]


class PartnerAlias(Base):
    """A name under which a partner registers, by its key, and how it is known to be theirs.

    ``place_code`` is the municipality or the MRC that tells apart two partners of that name, where one is
    needed, else ``unspecified``. ``how``: exact (the name that made the partner) | likeness | person.
    ``score`` goes from 0 to 100.
    """

    __tablename__ = "partner_alias"
    key: Mapped[str] = mapped_column(primary_key=True)
    place_code: Mapped[str] = mapped_column(ForeignKey("place.code"), primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    name: Mapped[str]
    how: Mapped[str] = mapped_column(info=one_of("exact", "likeness", "person"))
    score: Mapped[float | None]
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    load_id: Mapped[int | None] = mapped_column(ForeignKey("load.id"))


class PartnerWord(Base):
    """What the names of partners have in them that few others have: where to look for who is alike."""

    __tablename__ = "partner_word"
    word: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    place_code: Mapped[str] = mapped_column(primary_key=True)


class PartnerSpelling(Base):
    """Each word of ``partner_word`` once, with its two ends: one of them survives any slip."""

    __tablename__ = "partner_spelling"
    word: Mapped[str] = mapped_column(primary_key=True)
    head: Mapped[str] = mapped_column(index=True)
    tail: Mapped[str] = mapped_column(index=True)


class PartnerProposal(Base):
    """Two names that may be one partner, for a person to say; what was answered is never asked again.

    A side is the key and the place of an alias, so that the answer outlives a load that is undone.
    ``score`` goes from 0 to 100.
    """

    __tablename__ = "partner_proposal"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str]
    place_code: Mapped[str] = mapped_column(ForeignKey("place.code"))
    name: Mapped[str]
    other_key: Mapped[str]
    other_place_code: Mapped[str] = mapped_column(ForeignKey("place.code"))
    other_name: Mapped[str]
    score: Mapped[float]
    load_id: Mapped[int | None] = mapped_column(ForeignKey("load.id"))
    status: Mapped[str] = mapped_column(info=one_of("open", "yes", "no"))
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    __table_args__ = (
        UniqueConstraint("key", "place_code", "other_key", "other_place_code"),
        Index("partner_proposal_by_other", "other_key", "other_place_code"),
    )


class PartnerDecision(Base):
    """An answer to a proposal, with what it moved, so that it can be taken back exactly.

    ``answer``: yes | no, to what was proposed; apart, where what was matched without asking is not the same.
    """

    __tablename__ = "partner_decision"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("partner_proposal.id"), index=True)
    answer: Mapped[str] = mapped_column(info=one_of("yes", "no", "apart"))
    kept_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    merged_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    moved: Mapped[dict[str, Any]]
    decided_by: Mapped[str]
    decided_at: Mapped[datetime]
    taken_back_by: Mapped[str | None]
    taken_back_at: Mapped[datetime | None]


class Registration(Base):
    """One partner's activity, gesture or resolution in one edition, with where it was read.

    ``borough`` is the former municipality or borough that the file names within ``place_code``.
    ``held_written`` is what the file says of the date where ``held_on`` and ``held_until`` say less.
    """

    __tablename__ = "registration"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    edition: Mapped[int] = mapped_column(ForeignKey("edition.year"))
    number: Mapped[str]
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    sector: Mapped[str] = mapped_column(ForeignKey("sector.code"))
    action: Mapped[str] = mapped_column(ForeignKey("action.code"))
    place_code: Mapped[str] = mapped_column(ForeignKey("place.code"))
    borough: Mapped[str | None]
    title: Mapped[str | None]
    held_on: Mapped[date | None]
    held_until: Mapped[date | None]
    held_written: Mapped[str | None]
    registered_on: Mapped[date | None]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))
    sheet: Mapped[str]
    row: Mapped[int]
    confirmed_load_id: Mapped[int | None] = mapped_column(ForeignKey("load.id"))
    confirmed_sheet: Mapped[str | None]
    confirmed_row: Mapped[int | None]
    __table_args__ = (
        UniqueConstraint("edition", "number"),
        Index("registration_by_place", "edition", "place_code"),
    )


class RegistrationPlace(Base):
    """Each place of a registration held in several; its people count once, at ``place_code``."""

    __tablename__ = "registration_place"
    __table_args__ = WITHOUT_ROWID
    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id"), primary_key=True)
    place_code: Mapped[str] = mapped_column(ForeignKey("place.code"), primary_key=True)


class RegistrationPartner(Base):
    """Who takes part in a registration besides the partner that leads it; its people count once."""

    __tablename__ = "registration_partner"
    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id"), primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), primary_key=True, index=True)


class Participation(Base):
    """People of one audience, announced and reported; NULL is unknown, 0 is zero.

    What was written is kept where it is not plainly the number: « environ 300 », « toute l'école ».
    """

    __tablename__ = "participation"
    __table_args__ = WITHOUT_ROWID
    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id"), primary_key=True)
    audience: Mapped[str] = mapped_column(ForeignKey("audience.code"), primary_key=True)
    expected: Mapped[int | None] = mapped_column(info=PEOPLE)
    confirmed: Mapped[int | None] = mapped_column(info=PEOPLE)
    expected_written: Mapped[str | None]
    confirmed_written: Mapped[str | None]


# --- The journal -----------------------------------------------------------------------------


class RegistrationBefore(Base):
    """The content of a registration before a load changed it; ``written_by``: the load it came from.

    The tables of the journal name registrations that may be gone: ``journal`` empties them together.
    """

    __tablename__ = "registration_before"
    __table_args__ = WITHOUT_ROWID
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)
    registration_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    partner_id: Mapped[int]
    sector: Mapped[str]
    action: Mapped[str]
    place_code: Mapped[str]
    borough: Mapped[str | None]
    title: Mapped[str | None]
    held_on: Mapped[date | None]
    held_until: Mapped[date | None]
    held_written: Mapped[str | None]
    registered_on: Mapped[date | None]
    written_by: Mapped[int]
    sheet: Mapped[str]
    row: Mapped[int]


class RegistrationPlaceBefore(Base):
    """Each place that the registration had, where it had several."""

    __tablename__ = "registration_place_before"
    __table_args__ = WITHOUT_ROWID
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)
    registration_id: Mapped[int] = mapped_column(primary_key=True)
    place_code: Mapped[str] = mapped_column(primary_key=True)


class RegistrationPartnerBefore(Base):
    """Who took part in the registration."""

    __tablename__ = "registration_partner_before"
    __table_args__ = WITHOUT_ROWID
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)
    registration_id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(primary_key=True)


class ConfirmationBefore(Base):
    """Where the confirmed people of a registration were read before a load confirmed it, if anywhere."""

    __tablename__ = "confirmation_before"
    __table_args__ = WITHOUT_ROWID
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)
    registration_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    confirmed_load_id: Mapped[int | None]
    confirmed_sheet: Mapped[str | None]
    confirmed_row: Mapped[int | None]


class FigureBefore(Base):
    """A figure before a load changed its registration. ``measure``: expected | confirmed."""

    __tablename__ = "figure_before"
    __table_args__ = WITHOUT_ROWID
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)
    registration_id: Mapped[int] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    audience: Mapped[str] = mapped_column(primary_key=True)
    people: Mapped[int | None]
    written: Mapped[str | None]


# --- The cube --------------------------------------------------------------------------------


class ReachSummary(Base):
    """People by place, audience, sector and action, for one version of one edition.

    ``reach`` is confirmed where reported, else expected (people, contacts). How many registrations and
    partners there are does not add across audiences: see PartnerSummary.
    ``expected_where_confirmed`` sums the expected people of participations that report both, and
    ``confirmed_where_expected`` their confirmed people.
    """

    __tablename__ = "reach_summary"
    __table_args__ = WITHOUT_ROWID
    version_id: Mapped[int] = mapped_column(ForeignKey("edition_version.id"), primary_key=True)
    place_code: Mapped[str] = mapped_column(ForeignKey("place.code"), primary_key=True)
    sector: Mapped[str] = mapped_column(ForeignKey("sector.code"), primary_key=True)
    action: Mapped[str] = mapped_column(ForeignKey("action.code"), primary_key=True)
    audience: Mapped[str] = mapped_column(ForeignKey("audience.code"), primary_key=True)
    expected: Mapped[int | None]
    confirmed: Mapped[int | None]
    reach: Mapped[int]
    expected_where_confirmed: Mapped[int]
    confirmed_where_expected: Mapped[int]


class PartnerSummary(Base):
    """Who is where, for one version: what makes distinct partners and registrations exact.

    ``audiences`` is a bit mask: bit *i* set when AUDIENCES[i] has a figure. 0: no figure at all. ``people``
    is what they reach (contacts): missing where nobody gave a figure, and in versions made before this was.
    """

    __tablename__ = "partner_summary"
    __table_args__ = WITHOUT_ROWID
    version_id: Mapped[int] = mapped_column(ForeignKey("edition_version.id"), primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), primary_key=True)
    place_code: Mapped[str] = mapped_column(ForeignKey("place.code"), primary_key=True)
    sector: Mapped[str] = mapped_column(ForeignKey("sector.code"), primary_key=True)
    action: Mapped[str] = mapped_column(ForeignKey("action.code"), primary_key=True)
    audiences: Mapped[int] = mapped_column(primary_key=True)
    registrations: Mapped[int]
    people: Mapped[int | None] = mapped_column(info=PEOPLE)


class JoinedSummary(Base):
    """People of the registrations that a partner takes part in without leading them, for one version.

    They count at who leads them: this only says what a partner knows of others.
    """

    __tablename__ = "joined_summary"
    __table_args__ = WITHOUT_ROWID
    version_id: Mapped[int] = mapped_column(ForeignKey("edition_version.id"), primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), primary_key=True)
    place_code: Mapped[str] = mapped_column(ForeignKey("place.code"), primary_key=True)
    people: Mapped[int] = mapped_column(info=PEOPLE)


class PaceSummary(Base):
    """What came in on each day, for one version: how fast an edition fills.

    ``day``: rank of the date in the version, the unknown date last. ``partners``: those whose first
    registration it is. ``expected`` and ``reach`` are people (contacts), as in ReachSummary.
    """

    __tablename__ = "pace_summary"
    __table_args__ = WITHOUT_ROWID
    version_id: Mapped[int] = mapped_column(ForeignKey("edition_version.id"), primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)
    registered_on: Mapped[date | None]
    registrations: Mapped[int]
    partners: Mapped[int]
    expected: Mapped[int | None] = mapped_column(info=PEOPLE)
    reach: Mapped[int] = mapped_column(info=PEOPLE)


class CalendarSummary(Base):
    """When things are held, for one version: by first day, type of action, and online or in person.

    ``position``: rank of the row in the version, by date (the unknown one last), action and ``is_online``.
    ``registrations`` do add up here; people are those of ReachSummary.
    """

    __tablename__ = "calendar_summary"
    __table_args__ = WITHOUT_ROWID
    version_id: Mapped[int] = mapped_column(ForeignKey("edition_version.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    held_on: Mapped[date | None]
    action: Mapped[str] = mapped_column(ForeignKey("action.code"))
    is_online: Mapped[bool]
    registrations: Mapped[int]
    expected: Mapped[int | None] = mapped_column(info=PEOPLE)
    confirmed: Mapped[int | None] = mapped_column(info=PEOPLE)
    reach: Mapped[int] = mapped_column(info=PEOPLE)


# --- Exposure --------------------------------------------------------------------------------


class Exposure(Base):
    """What carried the campaign beside its people: media, posts, ribbons and tools. Never added to people.

    ``number`` counts ``unit``; numbers of two units do not add. ``channel`` and ``unit`` are codes of
    ``data/exposure_words.csv``. ``source``: who says so. A row is never changed: it is taken out
    (``removed_at``) and another is added.
    """

    __tablename__ = "exposure"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    edition: Mapped[int] = mapped_column(ForeignKey("edition.year"))
    what: Mapped[str]
    channel: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    number: Mapped[int] = mapped_column(info=PEOPLE)
    unit: Mapped[str]
    source: Mapped[str]
    entered_by: Mapped[str]
    entered_at: Mapped[datetime]
    is_demonstration: Mapped[bool]
    removed_by: Mapped[str | None]
    removed_at: Mapped[datetime | None]


# --- Access ----------------------------------------------------------------------------------


class Member(Base):
    """A person who may sign in, and as what.

    ``email`` is in lower case. ``subject`` is the account that signed in first, as its provider identifies it
    (issuer and subject): from then on no other account has this address.
    """

    __tablename__ = "member"
    email: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(info=one_of("director", "board"))
    subject: Mapped[str | None]
    added_by: Mapped[str]
    added_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]


class PartnerLink(Base):
    """A personal link by which a partner comes in, for one edition. Gone with its partner.

    ``token_hash`` is the SHA-256 of what the link holds, which is written nowhere.
    """

    __tablename__ = "partner_link"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id", ondelete="CASCADE"), index=True)
    edition: Mapped[int] = mapped_column(ForeignKey("edition.year"))
    token_hash: Mapped[str] = mapped_column(unique=True)
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_by: Mapped[str | None]
    revoked_at: Mapped[datetime | None]


class Setting(Base):
    """What directors chose for everyone of this installation; see ``dashboard/settings.py``."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    set_by: Mapped[str]
    set_at: Mapped[datetime]


class AuditEvent(Base):
    """What someone did that concerns access: who, when, what, to what, from which address. Never a token."""

    __tablename__ = "audit_event"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(
        info=one_of(
            *("signed_in", "refused", "link_made", "link_used", "link_refused", "link_revoked"),
            *("member_added", "member_removed", "role_changed", "exported", "loaded", "undone"),
            *("meeting_frozen", "setting_changed"),
            *("exposure_added", "exposure_removed", "exposure_restored"),
        )
    )
    who: Mapped[str]
    what: Mapped[str]
    origin: Mapped[str | None]


class Meeting(Base):
    """Figures that a director froze for a meeting, found again by their code.

    ``version_id`` is the newest version then, of any edition: it says which of each one was shown.
    ``filters``: codes kept, by kind; empty lists keep all. The same figures and filters have the same code.
    """

    __tablename__ = "meeting"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(index=True)
    edition: Mapped[int] = mapped_column(ForeignKey("edition.year"))
    version_id: Mapped[int] = mapped_column(ForeignKey("edition_version.id"))
    filters: Mapped[dict[str, Any]]
    title: Mapped[str | None]
    author: Mapped[str]
    created_at: Mapped[datetime]
