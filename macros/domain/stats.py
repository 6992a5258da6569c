"""Who served how much in a year, how evenly, and what places got of what they were promised.

A duty is one day at one place for one rotation, however many sessions it has. Whoever
was really there gets the credit; cancelled and vacant shifts count for nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from macros.domain.duty import cover, shifts
from macros.domain.duty.segments import with_last_days
from macros.domain.duty.shift import Shift, Teams, members, teams_of
from macros.domain.lectures import by_quarter, lectures
from macros.domain.visits import VisitSum
from macros.models.cover import Cover
from macros.models.duty import Rotation
from macros.models.places import Place
from macros.models.town import Town

_Duty = tuple[dt.date, str, str]


@dataclass(frozen=True)
class Tally:
    """The duties and minutes of one person or at one place; `past` are the duties already over."""

    id: str
    duties: int
    minutes: int
    past: int


@dataclass(frozen=True)
class Pair:
    """How often two people of a rotation served while both were in turn, and how often together."""

    people: tuple[str, str]
    served: tuple[int, int]
    together: int

    @property
    def difference(self) -> int:
        """By how much one served more than the other."""
        return abs(self.served[0] - self.served[1])


@dataclass(frozen=True)
class Fairness:
    """How evenly a rotation's people served in it."""

    rotation: str
    served: tuple[tuple[str, int], ...]
    pairs: tuple[Pair, ...]

    @property
    def least(self) -> int:
        """The duties of whoever served least."""
        return min(count for _, count in self.served)

    @property
    def most(self) -> int:
        """The duties of whoever served most."""
        return max(count for _, count in self.served)

    @property
    def widest(self) -> Pair | None:
        """The pair that differs most, if there are two people."""
        return max(self.pairs, key=lambda pair: pair.difference, default=None)


@dataclass(frozen=True)
class Promise:
    """What a place is promised and what it gets: full periods of the year, and those in which it is kept.

    `logged` are the days that somebody logged, where a log is kept. `lectures` are those planned
    or held, `quarters` the full ones for which some are promised.
    """

    place: str
    cover: Cover
    periods: int
    kept: int
    visits: int
    minutes: int
    logged: int = 0
    lectures: int = 0
    quarters: int = 0
    quarters_kept: int = 0


@dataclass(frozen=True)
class Stats:
    """The numbers of a year; `logs` says of each place with a log how many came to ask."""

    year: int
    people: tuple[Tally, ...]
    places: tuple[Tally, ...]
    rotations: tuple[Fairness, ...]
    promises: tuple[Promise, ...]
    logs: tuple[tuple[str, VisitSum], ...] = ()


def stats(town: Town, year: int, today: dt.date) -> Stats:
    """The numbers of the whole year as it is planned; `today` tells what of it is over."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    served = [shift for shift in shifts(town, first, last) if shift.state == "on"]
    people: dict[str, list[Shift]] = {person.id: [] for person in town.persons}
    places: dict[str, list[Shift]] = {place.id: [] for place in town.places}
    rotations: dict[str, list[Shift]] = {rotation.id: [] for rotation in town.duty.rotations}
    for shift in served:
        rotations.setdefault(shift.rotation, []).append(shift)
        places[shift.place].append(shift)
        for person in shift.people:
            people.setdefault(person, []).append(shift)
    teams = teams_of(town)
    fair = (
        _fairness(rotation, rotations[rotation.id], first, last, teams) for rotation in town.duty.rotations
    )
    return Stats(
        year,
        tuple(_tally(id, held, today) for id, held in people.items()),
        tuple(_tally(id, held, today) for id, held in places.items()),
        tuple(one for one in fair if one is not None),
        tuple(promises(town, served, first, last)),
        tuple(_logs(town, year).items()),
    )


def promises(town: Town, held: Iterable[Shift], first: dt.date, last: dt.date) -> Iterator[Promise]:
    """What each place was promised, and what of the full periods between two days it got."""
    places: dict[str, list[Shift]] = {}
    for shift in held:
        if shift.state == "on":
            places.setdefault(shift.place, []).append(shift)
    logs = _logs(town, first.year)
    for place in town.places:
        if place.cover:
            promised = _promise(place, place.cover, places.get(place.id, []), first, last, logs)
            yield _with_lectures(promised, town, place, first, last) if place.cover.lectures else promised


def _with_lectures(promised: Promise, town: Town, place: Place, first: dt.date, last: dt.date) -> Promise:
    wanted = promised.cover.lectures or 0
    places = {one.id: one for one in town.places}
    days = lectures(town.events.events, place, places, first, last)
    kept = [count >= wanted for _, count in by_quarter(days, first, last)]
    return replace(promised, lectures=len(days), quarters=len(kept), quarters_kept=sum(kept))


def _logs(town: Town, year: int) -> dict[str, VisitSum]:
    visits = [visit for visit in town.visits.visits if visit.date.year == year]
    logged = {visit.place for visit in visits}
    return {
        place.id: VisitSum.of(visit for visit in visits if visit.place == place.id)
        for place in town.places
        if place.id in logged
    }


def _duties(served: Iterable[Shift]) -> set[_Duty]:
    return {(shift.date, shift.place, shift.rotation) for shift in served}


def _tally(id: str, served: Sequence[Shift], today: dt.date) -> Tally:
    duties = _duties(served)
    return Tally(id, len(duties), cover.minutes(served), sum(day < today for day, _, _ in duties))


def _fairness(
    rotation: Rotation, served: Sequence[Shift], first: dt.date, last: dt.date, teams: Teams
) -> Fairness | None:
    terms = [term for term in _terms(rotation, teams) if term.begins <= last and term.ends >= first]
    everybody = tuple(dict.fromkeys(person for term in terms for person in term.people))
    if len(everybody) < 2:
        return None
    own = [_days_served(served, term) for term in terms]
    counts = tuple((one, len(_duties(shift for shift in served if one in shift.people))) for one in everybody)
    return Fairness(rotation.id, counts, tuple(_pair(pair, own) for pair in combinations(everybody, 2)))


@dataclass(frozen=True)
class _Term:
    """The people of one stretch, those of its teams too, from its first day to its last."""

    people: tuple[str, ...]
    begins: dt.date
    ends: dt.date


def _terms(rotation: Rotation, teams: Teams) -> Iterator[_Term]:
    for stretch, end in with_last_days(rotation):
        yield _Term(members(stretch.people, teams), stretch.from_, end)


def _days_served(served: Iterable[Shift], term: _Term) -> dict[str, set[_Duty]]:
    """The duties of each of a stretch's people during it."""
    held: dict[str, set[_Duty]] = {person: set() for person in term.people}
    for shift in served:
        if term.begins <= shift.date <= term.ends:
            for person in held.keys() & set(shift.people):
                held[person] |= _duties([shift])
    return held


def _pair(people: tuple[str, str], terms: Iterable[dict[str, set[_Duty]]]) -> Pair:
    one, other = people
    both = [held for held in terms if one in held and other in held]
    served = (sum(len(held[one]) for held in both), sum(len(held[other]) for held in both))
    return Pair(people, served, sum(len(held[one] & held[other]) for held in both))


def _promise(
    place: Place,
    promised: Cover,
    served: Sequence[Shift],
    first: dt.date,
    last: dt.date,
    logs: Mapping[str, VisitSum],
) -> Promise:
    periods = [cover.kept(held, promised) for _, held in cover.by_period(promised, served, first, last)]
    there = cover.at_place(served)
    visits, minutes = cover.visits(there), cover.minutes(there)
    logged = logs[place.id].logged if place.id in logs else 0
    return Promise(place.id, promised, len(periods), sum(periods), visits, minutes, logged)
