"""The reach cube of facts given in blocks: who is reached, where, by what and when. Pure.

Belongs here: every sum that the pages read. Not here: reading facts and writing sums (``summarise``). Sums
are taken while blocks pass, so that a long load holds no more than what it sums to.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from etl.schema import AUDIENCES

Integers = NDArray[np.int64]
Rows = NDArray[np.int32]
Columns = Mapping[str, Sequence[Any]]

REGISTRATION: Final = ("edition", "partner_id", "place_code", "sector", "action", "registered_on", "held_on")
"""What is read of each registration; days are ISO texts."""
PEOPLE: Final = ("expected", "confirmed")
FIGURE: Final = ("audience", *PEOPLE)
"""What is read of each figure; people are missing where none are told."""

SORTED: Final = tuple(sorted(AUDIENCES))
"""The order in which the tables of the cube are sorted, and so the quickest to write them in."""
NUMBER: Final = {code: number for number, code in enumerate(SORTED)}
BIT: Final = np.array([1 << AUDIENCES.index(code) for code in SORTED])
ONLINE: Final = "online"
NEVER: Final = date.max.toordinal()
"""Stands for a day that is not known: it comes last, as the tables have it."""
CELL: Final = ("place_code", "sector", "action")
CELL_BITS: Final = 24
"""More than cells need: who leads, where and for which audiences is one integer, which is quick to sort."""
OF_PARTNER: Final = CELL_BITS + len(AUDIENCES)


class Measured(NamedTuple):
    """People announced and reported, by figure or summed; and how many figures tell any."""

    expected: Integers
    confirmed: Integers
    expected_where_confirmed: Integers
    confirmed_where_expected: Integers
    expecting: Integers
    confirming: Integers

    @property
    def reach(self) -> Integers:
        """Confirmed where reported, else expected."""
        return self.expected + self.confirmed - self.expected_where_confirmed


class Led(NamedTuple):
    """Registrations: number of the edition, partner with cell and audiences, people, day of arrival."""

    editions: NDArray[np.int16]
    keys: Integers
    people: NDArray[np.int32]
    arrived: NDArray[np.int32]


class Numbers(dict[Any, int]):
    """Numbers of keys, from zero on, in the order in which these are met."""

    def __missing__(self, key: Any) -> int:
        number = self[key] = len(self)
        return number

    def of(self, keys: Iterable[Any], count: int) -> Integers:
        return np.fromiter(map(self.__getitem__, keys), np.int64, count)


class Held:
    """Values of each number, which grow longer as numbers come."""

    def __init__(self, rows: int) -> None:
        self.rows = np.zeros((rows, 0), np.int64)

    def add(self, numbers: int, at: Integers, values: Iterable[Integers | int]) -> None:
        """Add to the values of some numbers, of which there are ``numbers`` by now."""
        height, width = self.rows.shape
        if numbers > width:
            longer = np.zeros((height, max(numbers, 2 * width)), np.int64)
            longer[:, :width] = self.rows
            self.rows = longer
        for row, told in zip(self.rows, values, strict=True):
            np.add.at(row, at, told)


class Tally:
    """Sums of registrations and their figures, by edition.

    Args:
        places, sectors, actions: all codes that a registration may have.
    """

    def __init__(self, places: Sequence[str], sectors: Sequence[str], actions: Sequence[str]) -> None:
        self._codes = [sorted(codes) for codes in (places, sectors, actions)]
        self._number = [{code: number for number, code in enumerate(codes)} for codes in self._codes]
        self._cells = math.prod(map(len, self._codes))
        self._editions = Numbers()
        self._days = Numbers()  # edition, first day, action, whether it is online
        self._arrivals = Numbers()  # edition, day of registration
        self._by_audience = Held(len(Measured._fields))
        self._by_day = Held(len(Measured._fields) + 1)
        self._by_arrival = Held(len(Measured._fields) + 1)
        self._led: list[Led] = []
        self._joined: Counter[tuple[int, int, str]] = Counter()
        self._ordinals = _Ordinals()

    def add(
        self, registrations: Columns, rows: Rows, figures: Columns, joined: Iterable[tuple[int, int]]
    ) -> None:
        """Add registrations that are counted once in all the blocks, with all their figures.

        Args:
            registrations: by column of REGISTRATION.
            rows: index of the registration of each figure.
            figures: by column of FIGURE; people of either kind may be left out.
            joined: pairs of the index of a registration and a partner that takes part in it.
        """
        years, partners, places, sectors, actions, arrived, held = (
            registrations[name] for name in REGISTRATION
        )
        count = len(years)
        editions = self._editions.of(years, count)
        cells = self._cell_of(places, sectors, actions)
        is_told, audiences, measured = _measured(figures)
        rows = rows[is_told]
        at = (editions * self._cells + cells)[rows] * len(SORTED) + audiences
        self._by_audience.add(len(self._editions) * self._cells * len(SORTED), at, measured)

        each = Measured(*(_summed(rows, values, count) for values in measured))
        audiences_told = _summed(rows, BIT[audiences], count)
        days = list(map(self._ordinals.__getitem__, held))
        is_online = map(ONLINE.__eq__, places)
        at = self._days.of(zip(years, days, actions, is_online, strict=True), count)
        self._by_day.add(len(self._days), at, (*each, 1))

        days = list(map(self._ordinals.__getitem__, arrived))
        at = self._arrivals.of(zip(years, days, strict=True), count)
        self._by_arrival.add(len(self._arrivals), at, (*each, 1))

        keys = (np.array(partners, np.int64) << CELL_BITS | cells) << len(AUDIENCES) | audiences_told
        short = [values.astype(np.int32) for values in (each.reach, np.array(days, np.int64))]
        self._led.append(Led(editions.astype(np.int16), keys, *short))
        for row, partner in joined:
            if audiences_told[row] and partner != partners[row]:
                self._joined[years[row], partner, places[row]] += int(each.reach[row])

    def _cell_of(self, *columns: Sequence[str]) -> Integers:
        cells = np.zeros(len(columns[0]), np.int64)
        for number, codes in zip(self._number, columns, strict=True):
            cells *= len(number)
            cells += np.fromiter(map(number.__getitem__, codes), np.int64, len(codes))
        return cells

    def tables(self, edition: int, version: int) -> Iterator[tuple[str, Columns]]:
        """The rows of the cube for an edition, in the order in which its tables are sorted.

        Args:
            edition: its year.
            version: the version that the rows are to have.

        Yields:
            The name of a table, and its rows by column.
        """
        if edition not in self._editions:
            return
        led = self._led_in(self._editions[edition])
        for table, columns in (
            ("reach_summary", self._people(self._editions[edition])),
            ("partner_summary", self._partners(led)),
            ("joined_summary", self._taking_part(edition)),
            ("pace_summary", self._pace(edition, led)),
            ("calendar_summary", self._calendar(edition)),
        ):
            rows = len(next(iter(columns.values())))
            yield table, {"version_id": [version] * rows, **columns}

    def _people(self, edition: int) -> Columns:
        size = self._cells * len(SORTED)
        summed = Measured(*self._by_audience.rows[:, edition * size : (edition + 1) * size])
        is_told = (summed.expecting + summed.confirming) > 0
        told = Measured(*(values[is_told] for values in summed))
        cells, audiences = np.divmod(np.flatnonzero(is_told), len(SORTED))
        return {
            **self._named(cells),
            "audience": _texts(SORTED, audiences),
            **_people(told),
            "expected_where_confirmed": told.expected_where_confirmed.tolist(),
            "confirmed_where_expected": told.confirmed_where_expected.tolist(),
        }

    def _led_in(self, edition: int) -> Led:
        """Who leads what in an edition, sorted."""
        parts = [Led(*(values[one.editions == edition] for values in one)) for one in self._led]
        found = [np.concatenate(column) for column in zip(*parts, strict=True)]
        order = np.argsort(found[1], kind="stable")
        return Led(*(values[order] for values in found))

    def _partners(self, led: Led) -> Columns:
        starts = _starts(led.keys)
        keys = led.keys[starts]
        audiences = keys & (1 << len(AUDIENCES)) - 1
        return {
            "partner_id": (keys >> OF_PARTNER).tolist(),
            **self._named(keys >> len(AUDIENCES) & (1 << CELL_BITS) - 1),
            "audiences": audiences.tolist(),
            "registrations": np.diff(starts, append=len(led.keys)).tolist(),
            "people": _where(audiences, np.add.reduceat(led.people, starts, dtype=np.int64)),
        }

    def _taking_part(self, edition: int) -> Columns:
        told = sorted((*key[1:], people) for key, people in self._joined.items() if key[0] == edition)
        names = ("partner_id", "place_code", "people")
        return {name: [row[at] for row in told] for at, name in enumerate(names)}

    def _pace(self, edition: int, led: Led) -> Columns:
        partners = Counter(np.minimum.reduceat(led.arrived, _starts(led.keys >> OF_PARTNER)).tolist())
        days = sorted((key[1], number) for key, number in self._arrivals.items() if key[0] == edition)
        *people, registrations = self._by_arrival.rows[:, [number for _, number in days]]
        told = _people(Measured(*people))
        return {
            "day": range(1, len(days) + 1),
            "registered_on": [_iso(day) for day, _ in days],
            "registrations": registrations.tolist(),
            "partners": [partners[day] for day, _ in days],
            "expected": told["expected"],
            "reach": told["reach"],
        }

    def _calendar(self, edition: int) -> Columns:
        days = sorted((key[1:], number) for key, number in self._days.items() if key[0] == edition)
        *people, registrations = self._by_day.rows[:, [number for _, number in days]]
        return {
            "position": range(1, len(days) + 1),
            "held_on": [_iso(day) for (day, *_), _ in days],
            "action": [action for (_, action, _), _ in days],
            "is_online": [is_online for (*_, is_online), _ in days],
            "registrations": registrations.tolist(),
            **_people(Measured(*people)),
        }

    def _named(self, cells: Integers) -> dict[str, list[str]]:
        found = []
        for codes in reversed(self._codes):
            cells, numbers = np.divmod(cells, len(codes))
            found.append(_texts(codes, numbers))
        return dict(zip(CELL, reversed(found), strict=True))


class _Ordinals(dict[Any, int]):
    """The ordinal of a day that is told as an ISO text, or not at all."""

    def __missing__(self, day: Any) -> int:
        ordinal = self[day] = NEVER if day is None else date.fromisoformat(str(day)).toordinal()
        return ordinal


def _measured(figures: Columns) -> tuple[NDArray[np.bool_], Integers, Measured]:
    """Which figures tell any people; the audience of these by its place among SORTED, and their people."""
    audiences = figures["audience"]
    size = len(audiences)
    expected, confirmed = (np.array(figures.get(name, [None] * size), float) for name in PEOPLE)
    expecting, confirming = ~np.isnan(expected), ~np.isnan(confirmed)
    told = expecting | confirming
    expecting, confirming = expecting[told], confirming[told]
    announced = np.where(expecting, expected[told], 0).astype(np.int64)
    reported = np.where(confirming, confirmed[told], 0).astype(np.int64)
    return (
        told,
        np.fromiter(map(NUMBER.__getitem__, audiences), np.int64, size)[told],
        Measured(
            announced, reported, announced * confirming, reported * expecting, expecting * 1, confirming * 1
        ),
    )


def _summed(rows: Rows, values: Integers, count: int) -> Integers:
    """The sum of the values of each row."""
    found = np.zeros(count, np.int64)
    np.add.at(found, rows, values)
    return found


def _starts(keys: Integers) -> Integers:
    """Where each different key begins, of keys that are sorted."""
    return np.flatnonzero(np.diff(keys, prepend=-1))


def _people(told: Measured) -> dict[str, list[int | None]]:
    return {
        "expected": _where(told.expecting, told.expected),
        "confirmed": _where(told.confirming, told.confirmed),
        "reach": told.reach.tolist(),
    }


def _where(is_told: Integers, values: Integers) -> list[int | None]:
    """Values as the database has them: missing where nothing tells any."""
    found = values.astype(object)
    found[is_told == 0] = None
    listed: list[int | None] = found.tolist()
    return listed


def _texts(words: Sequence[str], numbers: Integers) -> list[str]:
    found: list[str] = np.array(words, object)[numbers].tolist()
    return found


def _iso(ordinal: int) -> str | None:
    return None if ordinal == NEVER else date.fromordinal(ordinal).isoformat()
