"""One concrete duty, and the words that say how it came about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, Protocol

from macros.models.dates import Session
from macros.models.duty import IN_PERSON, Duty, Manner
from macros.models.holidays import Holidays
from macros.models.people import Firm, Team

State = Literal["on", "cancelled", "vacant"]
Why = Literal["holiday", "forfeit", "collision", "postponed", "temporary", "moved"]


class Slot(NamedTuple):
    """Where and when a shift was to be before any exception; `added` when an exception brought it."""

    date: dt.date
    start: dt.time
    place: str
    added: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """Who is on duty at one place for one session, or that nobody is.

    `people` is empty when the shift is vacant or cancelled. `planned` are those whose
    turn it was, before leave and exceptions. `by_name` says that the clerk chose its
    people for this very day, so that nobody else is called in their stead. `meant` is the slot
    of a shift that was moved, split or added, so that followers know it again. `manner` is
    what it is for and how it is held.
    """

    date: dt.date
    session: Session
    place: str
    people: tuple[str, ...]
    rotation: str
    state: State = "on"
    notes: tuple[str, ...] = ()
    announced: bool = True
    sample: bool = False
    planned: tuple[str, ...] = ()
    by_name: bool = False
    manner: Manner = IN_PERSON
    meant: Slot | None = field(default=None, compare=False, repr=False)

    @property
    def slot(self) -> Slot:
        """Where and when it was to be."""
        return self.meant or Slot(self.date, self.session.start, self.place)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A duty that its pattern promises on a day and that doesn't take place there.

    `place` is None where a tour keeps the turn, so that no one place was meant. `said` are
    the short words for residents, `note` the long ones for whoever checks the file.
    """

    date: dt.date
    session: Session
    place: str | None
    rotation: str
    why: Why
    note: str
    said: str


Teams = Mapping[str, Team]


def teams_of(town: DutyTown) -> Teams:
    """The teams by their id."""
    return {one.id: one for one in town.people if isinstance(one, Team)}


def firms_of(town: DutyTown) -> frozenset[str]:
    """The ids of firms, of which nobody knows yet who comes."""
    return frozenset(one.id for one in town.people if isinstance(one, Firm))


def with_members(shifts: Iterable[Shift], teams: Teams) -> list[Shift]:
    """The shifts with the members of each team in its place."""
    if not teams:
        return list(shifts)
    return [_with_members(shift, teams) for shift in shifts]


def _with_members(shift: Shift, teams: Teams) -> Shift:
    if teams.keys().isdisjoint((*shift.people, *shift.planned)):
        return shift
    return replace(shift, people=members(shift.people, teams), planned=members(shift.planned, teams))


def members(people: Iterable[str], teams: Teams) -> tuple[str, ...]:
    """The people, those of a team in its place."""
    found = (each for one in people for each in (teams[one].in_order if one in teams else (one,)))
    return tuple(dict.fromkeys(found))


class HasName(Protocol):
    """Whatever has an id and a name: a person, a place."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


class DutyTown(Protocol):
    """The parts of a town that duty needs; a whole Town has them."""

    @property
    def duty(self) -> Duty: ...

    @property
    def holidays(self) -> Holidays: ...

    @property
    def people(self) -> Sequence[HasName]: ...

    @property
    def places(self) -> Sequence[HasName]: ...


@dataclass(frozen=True)
class Names:
    """What people and places are called in notes; an unknown id stands for itself."""

    known: Mapping[str, str]

    @classmethod
    def of(cls, town: DutyTown) -> Names:
        """The names of everybody and every place."""
        people = {f"people/{person.id}": person.name for person in town.people}
        return cls(people | {f"places/{place.id}": place.name for place in town.places})

    def person(self, person: str) -> str:
        """The name of one person."""
        return self.known.get(f"people/{person}", person)

    def people(self, people: Iterable[str]) -> str:
        """The names of several people."""
        return "、".join(map(self.person, people)) or "暂缺"

    def place(self, place: str) -> str:
        """The name of a place."""
        return self.known.get(f"places/{place}", place)


def with_reason(note: str, reason: str | None) -> str:
    """The note with the reason a clerk gave, if any."""
    return f"{note}（{reason}）" if reason else note


def order(shift: Shift) -> tuple[dt.date, dt.time, dt.time, str, str]:
    """What shifts are sorted by."""
    return (shift.date, shift.session.start, shift.session.end, shift.place, shift.rotation)
