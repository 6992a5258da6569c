"""When places are open and when somebody is on duty, as rules that hold without a calendar of holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.domain.days import each
from macros.domain.edition import Edition
from macros.domain.recurrence import Weekly, weekly
from macros.domain.schedule import Schedule
from macros.models.dates import Session
from macros.models.exceptions import Closure

_PLANNED = "按计划：那一年的放假安排还没公布"


@dataclass(frozen=True)
class Repeated:
    """A session and the days on which it is, with what is said of it."""

    rule: Weekly
    session: Session
    said: str


@dataclass(frozen=True)
class Repeats:
    """The hours of every place, and the duties of those that have any, by the places' ids."""

    hours: Mapping[str, tuple[Repeated, ...]]
    duty: Mapping[str, tuple[Repeated, ...]]

    @classmethod
    def of(cls, edition: Edition) -> Repeats:
        """Those of a town from the day of the build to the last one that is known."""
        return cls(_hours(edition), _duty(edition))


def _hours(edition: Edition) -> dict[str, tuple[Repeated, ...]]:
    closures: dict[str, list[Closure]] = {}
    for closure in edition.town.duty.closures:
        closures.setdefault(closure.place, []).append(closure)
    calendar, today, last = edition.resolved.calendar, edition.today, edition.last
    # Many places have the same hours.
    made: dict[tuple[object, ...], tuple[Repeated, ...]] = {}
    found = {}
    for place in edition.town.places:
        own = (place.hours, tuple(closures.get(place.id, ())))
        if own not in made:
            made[own] = tuple(_repeated(_open(Schedule.of(*own, calendar, today, last))))
        found[place.id] = made[own]
    return found


# A day, a session of it, and what is said of that.
_Told = tuple[dt.date, Session, str]


def _open(schedule: Schedule) -> Iterator[_Told]:
    for day in each(schedule.first, schedule.last):
        if day in schedule.days and not schedule.closure(day):
            said = _said("开门", planned=day.year in schedule.planned)
            yield from ((day, session, said) for session in schedule.days[day].sessions)


def _duty(edition: Edition) -> dict[str, tuple[Repeated, ...]]:
    found: dict[str, list[_Told]] = {}
    for shift in edition.roster.met(edition.today):
        said = _said("有人值班（示例）" if shift.sample else "有人值班", planned=not shift.announced)
        found.setdefault(shift.place.id, []).append((shift.date, shift.session, said))
    return {place: tuple(_repeated(held)) for place, held in found.items()}


def _said(what: str, *, planned: bool) -> str:
    return f"{what}（{_PLANNED}）" if planned else what


def _repeated(found: Iterable[_Told]) -> Iterator[Repeated]:
    days: dict[tuple[Session, str], list[dt.date]] = {}
    for day, session, said in found:
        days.setdefault((session, said), []).append(day)
    for (session, said), held in days.items():
        yield from (Repeated(rule, session, said) for rule in weekly(held))
