"""The days and hours on which a place is open, as far as its schedule is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from macros.domain.days import ONE_DAY, each
from macros.domain.duty.holidays import Calendar
from macros.models.dates import Session
from macros.models.exceptions import Closure
from macros.models.when import When

# The next opening is looked for as far as this: a monthly one, with a long holiday on top.
AHEAD = 70
MAKEUP = "今天补班"
NO_HOURS = ("开门时间没有登记", "先打电话问")
UNCERTAIN = ("开门的日子不固定", "先打电话问")


@dataclass(frozen=True, slots=True)
class OpenDay:
    """The hours of one day; `why` names the holiday that takes them, the make-up day that gives them."""

    sessions: tuple[Session, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Schedule:
    """A place's days from `first` to `last`, and some more to find the next opening in; its closures.

    Those of the years in `planned` follow a notice that isn't out yet. `unknown` is what
    is said of a place whose days can't be told; it has none.
    """

    first: dt.date
    last: dt.date
    days: Mapping[dt.date, OpenDay]
    closures: tuple[Closure, ...] = ()
    planned: frozenset[int] = frozenset()
    unknown: tuple[str, str] | None = None

    @classmethod
    def of(
        cls,
        hours: Collection[When],
        closures: Iterable[Closure],
        calendar: Calendar,
        first: dt.date,
        last: dt.date,
    ) -> Schedule:
        """The schedule of a place with these hours and closures."""
        closures = tuple(sorted(closures, key=lambda closure: (closure.from_, closure.last, repr(closure))))
        if not hours:
            return cls(first, last, {}, closures, unknown=NO_HOURS)
        # Nothing says which week such hours are counted from.
        if any(when.every > 1 for when in hours):
            return cls(first, last, {}, closures, unknown=UNCERTAIN)
        days = _days(hours, calendar, first, last + AHEAD * ONE_DAY)
        years = {day.year: day for day in days}
        certain = all(map(_every_day, hours))
        planned = {year for year, day in years.items() if not certain and not calendar.announced(day)}
        return cls(first, last, days, closures, frozenset(planned))

    def closure(self, day: dt.date) -> Closure | None:
        """The closure of a day; of several the one that lasts longest."""
        found = [closure for closure in self.closures if closure.covers(day)]
        return max(found, key=lambda closure: closure.last) if found else None


def _days(
    hours: Collection[When], calendar: Calendar, first: dt.date, last: dt.date
) -> dict[dt.date, OpenDay]:
    on: dict[dt.date, list[When]] = {}
    for when in hours:
        for day in calendar.dates(when, first, last, makeup_days=True):
            on.setdefault(day, []).append(when)
    return {day: _day(day, on.get(day, []), calendar) for day in each(first, last)}


def _day(day: dt.date, whens: list[When], calendar: Calendar) -> OpenDay:
    holiday = calendar.holiday(day)
    if holiday and whens:
        whens = [when for when in whens if _every_day(when)]
        if not whens:
            return OpenDay((), f"{holiday_name(holiday)}放假")
    made_up = day.weekday() > 4 and any(when.working for when in whens)
    return OpenDay(_merged(session for when in whens for session in when.sessions), MAKEUP if made_up else "")


def _every_day(when: When) -> bool:
    # Whoever writes every day means holidays too.
    return not (when.working or when.days or when.weekdays) or (not when.nth and len(when.weekdays) == 7)


def holiday_name(name: str) -> str:
    """The name of a holiday as it is said before 放假."""
    return "国庆" if name == "国庆节" else name.removesuffix("放假")


def _merged(sessions: Iterable[Session]) -> tuple[Session, ...]:
    merged: list[Session] = []
    for session in sorted(sessions):
        if merged and session.start <= merged[-1].end:
            merged[-1] = Session(merged[-1].start, max(merged[-1].end, session.end))
        else:
            merged.append(session)
    return tuple(merged)
