"""The shifts of a town as pages need them, by place, day and month."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import groupby
from typing import TypeVar

from macros.domain.days import month, year
from macros.domain.duty.shift import Dropped, Shift
from macros.domain.shift_view import (
    Coming,
    DutyDay,
    DutyStretch,
    Row,
    ShiftView,
    in_order,
    shift_view,
    upcoming,
)
from macros.domain.stops import Stop, by_reason, stop_views
from macros.models.town import Town

# More than those that show, for the weeks in which nobody builds the site anew.
UPCOMING, SPARE = 5, dt.timedelta(weeks=5)
# So many days of one place stand under their year, more under their months.
FEW_DAYS = 12
# What shifts and stops tell, places and people by their ids: as long as those are the same, so are the views.
Outline = tuple[tuple[object, ...], ...]
_R = TypeVar("_R", ShiftView, Stop)


@dataclass(frozen=True)
class Roster:
    """All shifts from the day of the build to `last`, the last day of which anything is known."""

    town: Town
    today: dt.date
    last: dt.date
    shifts: tuple[ShiftView, ...]
    stops: tuple[Stop, ...] = ()

    @classmethod
    def of(
        cls,
        town: Town,
        shifts: Iterable[Shift],
        today: dt.date,
        last: dt.date,
        dropped: Iterable[Dropped] = (),
    ) -> Roster:
        """The roster of the shifts, each with its place, people and number, and of what was dropped."""
        names = tuple(person.name for person in town.people)

        # Most shifts have the notes of many others, or none.
        @cache
        def known(notes: tuple[str, ...]) -> tuple[str, ...]:
            said = "\n".join(notes)
            return tuple(name for name in names if name in said)

        views = tuple(shift_view(town, shift, today, known(shift.notes)) for shift in shifts)
        held = {(view.place.id, view.date) for view in views if view.state == "on"}
        return cls(town, today, last, views, stop_views(town, dropped, held))

    def outline(self) -> Outline:
        """All that it tells which comes from the duty."""
        shifts = (
            (
                *(each.date, each.session.start, each.session.end, each.place.id),
                *(tuple(person.id for person in each.people), each.state, each.notes),
                *(each.announced, each.sample, each.manner),
            )
            for each in self.shifts
        )
        stops = (
            (each.date, each.session.start, each.session.end, each.where, each.said) for each in self.stops
        )
        return *shifts, *stops

    @cached_property
    def rows(self) -> list[Row]:
        """Every shift and every stop, in order."""
        return in_order((*self.shifts, *self.stops))

    @cached_property
    def _met(self) -> tuple[tuple[ShiftView, ...], list[dt.date]]:
        """The shifts with somebody there, and their days."""
        met = tuple(shift for shift in self.shifts if shift.state == "on")
        return met, [shift.date for shift in met]

    def met(self, since: dt.date) -> tuple[ShiftView, ...]:
        """The shifts from a day on with somebody there."""
        shifts, dates = self._met
        return shifts[bisect_left(dates, since) :]

    def by_place(self) -> dict[str, Roster]:
        """The part of each place, by its id; what is meant for no one place is in none."""
        return self.parted({place.id: place.id for place in self.town.places})

    def parted(self, parts: Mapping[str, str]) -> dict[str, Roster]:
        """The part of each of some groups of places, by its key; `parts` are the keys by the places' ids."""
        found: dict[str, list[ShiftView]] = {key: [] for key in parts.values()}
        stops: dict[str, list[Stop]] = {key: [] for key in found}
        for shift in self.shifts:
            found[parts[shift.place.id]].append(shift)
        for stop in self.stops:
            if stop.place:
                stops[parts[stop.place.id]].append(stop)
        return {key: replace(self, shifts=tuple(found[key]), stops=tuple(stops[key])) for key in found}

    def days(self, first: dt.date | None = None) -> tuple[DutyDay, ...]:
        """The days with a duty, or with one that doesn't take place, from `first` or today on."""
        since = first or self.today
        shifts = _by_day(shift for shift in self.shifts if shift.date >= since)
        stops = _by_day(stop for stop in self.stops if stop.date >= since)
        days = sorted(shifts.keys() | stops.keys())
        return tuple(DutyDay(day, tuple(shifts.get(day, ())), tuple(stops.get(day, ()))) for day in days)

    def stopped(self) -> list[Row]:
        """What residents count on, from today on, and nobody is there: stopped, moved away or vacant."""
        return [row for row in self.rows if row.said and row.date >= self.today]

    def duty_days(self) -> dict[str, tuple[dt.date, ...]]:
        """The days with somebody on duty, by the ids of the places that ever have a shift."""
        found: dict[str, dict[dt.date, None]] = {}
        for shift in self.shifts:
            held = found.setdefault(shift.place.id, {})
            if shift.state == "on" and shift.manner.at_place and shift.date >= self.today:
                held[shift.date] = None
        return {place: tuple(held) for place, held in found.items()}

    def _held(self) -> Iterator[ShiftView]:
        return (shift for shift in self.shifts if shift.state != "cancelled" and shift.date >= self.today)

    def coming(self) -> dict[str, Coming]:
        """The next few shifts of each place, by its id, and what doesn't take place there until then."""
        until = self.today + SPARE
        found = {}
        for key, parts in self.by_place().items():
            held = list(parts._held())
            shown = [shift for number, shift in enumerate(held) if number < UPCOMING or shift.date <= until]
            end = max(until, shown[-1].date) if shown else until
            stops = [row for row in parts.stopped() if row.date <= end]
            more_until = self.last if len(shown) < len(held) else None
            found[key] = Coming(tuple(map(upcoming, shown)), tuple(by_reason(stops)), more_until)
        return found

    def stretches(self) -> tuple[DutyStretch, ...]:
        """The same days by month; few of them by year, else there would be a heading over each."""
        days = self.days()
        name = month if len(days) > FEW_DAYS else year
        grouped = groupby(days, lambda day: name(day.date))
        return tuple(DutyStretch(named, tuple(held)) for named, held in grouped)


def _by_day(rows: Iterable[_R]) -> dict[dt.date, list[_R]]:
    found: dict[dt.date, list[_R]] = {}
    for row in rows:
        found.setdefault(row.date, []).append(row)
    return found
