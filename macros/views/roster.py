"""The shifts of a town as pages need them: joined with places, people and numbers, by day and month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.domain.days import sunday
from macros.domain.shift import Shift, State
from macros.models.dates import Session
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town
from macros.views.calls import Call, desk_call, personal_call
from macros.views.map import short_name
from macros.views.place_cards import Upcoming

# More than those that show, for the weeks in which nobody builds the site anew.
UPCOMING, SPARE = 5, dt.timedelta(weeks=5)


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
    """The names that may stand in the notes."""

    @property
    def names(self) -> str:
        """Who is on duty, in one line."""
        return "、".join(person.name for person in self.people)

    @property
    def landmark(self) -> str:
        """The shortest way to say where it is."""
        found = self.place.directions
        return (found and (found.door or found.landmark)) or self.place.address or ""


@dataclass(frozen=True)
class DutyDay:
    """A day and its shifts, in order."""

    date: dt.date
    shifts: tuple[ShiftView, ...]


@dataclass(frozen=True)
class DutyMonth:
    """The days of a month that have a duty."""

    first: dt.date
    days: tuple[DutyDay, ...]


@dataclass(frozen=True)
class DutyWeek:
    """The days of a week, Monday first, that have a duty."""

    first: dt.date
    days: tuple[DutyDay, ...]

    @property
    def last(self) -> dt.date:
        """Its Sunday."""
        return sunday(self.first)


@dataclass(frozen=True)
class Roster:
    """All shifts from the day of the build to `last`, which is the last day they can be trusted for."""

    town: Town
    today: dt.date
    last: dt.date
    shifts: tuple[ShiftView, ...]

    @classmethod
    def of(cls, town: Town, shifts: Iterable[Shift], today: dt.date, last: dt.date) -> Roster:
        """The roster of the shifts, each joined with its place, people and number."""
        return cls(town, today, last, tuple(_view(town, shift, today) for shift in shifts))

    def by_place(self) -> dict[str, Roster]:
        """The part of each place, by its id."""
        found: dict[str, list[ShiftView]] = {place.id: [] for place in self.town.places}
        for shift in self.shifts:
            found[shift.place.id].append(shift)
        return {key: Roster(self.town, self.today, self.last, tuple(shifts)) for key, shifts in found.items()}

    def days(self) -> tuple[DutyDay, ...]:
        """The days with a duty from today on."""
        coming = (shift for shift in self.shifts if shift.date >= self.today)
        return tuple(DutyDay(day, tuple(shifts)) for day, shifts in groupby(coming, lambda shift: shift.date))

    def _held(self) -> Iterator[ShiftView]:
        return (shift for shift in self.shifts if shift.state != "cancelled" and shift.date >= self.today)

    def upcoming(self) -> dict[str, list[Upcoming]]:
        """The next few shifts of each place, by its id."""
        until = self.today + SPARE
        return {
            key: [
                Upcoming(
                    date=shift.date,
                    time=str(shift.session),
                    people=shift.names or "暂缺",
                    note="；".join(shift.notes),
                    sample=shift.sample,
                    known=shift.known,
                )
                for number, shift in enumerate(parts._held())
                if number < UPCOMING or shift.date <= until
            ]
            for key, parts in self.by_place().items()
        }

    def months(self) -> tuple[DutyMonth, ...]:
        """The same days by month."""
        grouped = groupby(self.days(), lambda day: day.date.replace(day=1))
        return tuple(DutyMonth(first, tuple(days)) for first, days in grouped)


def _view(town: Town, shift: Shift, today: dt.date) -> ShiftView:
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
        known=tuple(person.name for person in town.people),
    )
