"""A shift as pages need it, joined with its place, people and numbers; and days, weeks and months of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from macros.domain.calls import Call, desk_call, personal_call
from macros.domain.days import sunday
from macros.domain.duty.holidays import WAITING
from macros.domain.duty.shift import Shift, State, with_reason
from macros.domain.places import short_name
from macros.domain.stops import Stop, StopGroup, words_for
from macros.models.dates import Session
from macros.models.duty import IN_PERSON, Manner
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town


@dataclass(frozen=True)
class ShiftView:
    """One shift with its place, people and the numbers to call: of the place or office, and of a person."""

    date: dt.date
    session: Session
    place: Place
    people: tuple[Person, ...]
    state: State
    notes: tuple[str, ...]
    announced: bool
    sample: bool
    desk: Call
    personal: Call | None
    short: str
    known: tuple[str, ...]
    """The names that stand in the notes."""
    manner: Manner = IN_PERSON

    @property
    def names(self) -> str:
        """Who is on duty, in one line."""
        return "、".join(person.name for person in self.people)

    @property
    def where(self) -> str:
        """The place's name, with what is said of the duty beside it."""
        return with_reason(self.place.name, self.manner.words)

    @property
    def said(self) -> str:
        """What is said in place of a name; empty when somebody is there."""
        return words_for(self.state, self.notes)

    @property
    def details(self) -> tuple[str, ...]:
        """The notes that neither `said` nor the word 按计划 stands for."""
        own = self.notes if self.announced else tuple(note for note in self.notes if note != WAITING)
        return own[:-1] if self.state == "cancelled" else own

    @property
    def landmark(self) -> str:
        """The shortest way to say where it is."""
        found = self.place.directions
        return (found and (found.door or found.landmark)) or self.place.address or ""


Row = ShiftView | Stop


@dataclass(frozen=True)
class DutyDay:
    """A day, its shifts and what doesn't take place on it, in order."""

    date: dt.date
    shifts: tuple[ShiftView, ...]
    stops: tuple[Stop, ...] = ()

    @property
    def rows(self) -> list[Row]:
        """Both, by time."""
        return in_order((*self.shifts, *self.stops))

    @property
    def planned(self) -> bool:
        """Whether the holidays of its year aren't announced."""
        return any(not shift.announced for shift in self.shifts)


@dataclass(frozen=True)
class DutyStretch:
    """The days of a month or a year that have a duty."""

    name: str
    days: tuple[DutyDay, ...]

    @property
    def planned(self) -> bool:
        """Whether its holidays aren't announced."""
        return any(day.planned for day in self.days)


@dataclass(frozen=True)
class DutyWeek:
    """The days of a week, Monday first, that have a duty."""

    first: dt.date
    days: tuple[DutyDay, ...]

    @property
    def last(self) -> dt.date:
        """Its Sunday."""
        return sunday(self.first)


class Upcoming(TypedDict):
    """One coming duty of a place in short."""

    date: dt.date
    time: str
    people: str
    note: str
    sample: bool
    known: tuple[str, ...]
    planned: bool


@dataclass(frozen=True)
class Coming:
    """The next duties of a place, those that don't take place, and until when its page knows more."""

    shifts: tuple[Upcoming, ...] = ()
    stops: tuple[StopGroup, ...] = ()
    more_until: dt.date | None = None


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows by day and time; a stop stands behind the shifts of its hour."""
    return sorted(rows, key=lambda row: (row.date, row.session, isinstance(row, Stop)))


def upcoming(shift: ShiftView) -> Upcoming:
    """The shift in short."""
    return Upcoming(
        date=shift.date,
        time=str(shift.session),
        people=shift.names or "暂缺",
        note="；".join(filter(None, (shift.manner.words, *shift.details))),
        sample=shift.sample,
        planned=not shift.announced,
        known=shift.known,
    )


def shift_view(town: Town, shift: Shift, today: dt.date, known: tuple[str, ...]) -> ShiftView:
    """The shift with all that stands around it; `known` are the names in its notes."""
    place = town.place_by_id[shift.place]
    people = tuple(town.person_by_id[person] for person in shift.people)
    # A number that may not be shown any more isn't shown on a past shift either.
    day = max(shift.date, today)
    return ShiftView(
        date=shift.date,
        session=shift.session,
        place=place,
        people=people,
        state=shift.state,
        notes=shift.notes,
        announced=shift.announced,
        sample=shift.sample or any(person.sample for person in people),
        desk=desk_call(town.site, place, day),
        personal=personal_call(people, day),
        short=short_name(place, town.site),
        known=known,
        manner=shift.manner,
    )
