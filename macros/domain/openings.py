"""The opening of every place: what opening.js needs to tell who is open, and what stands there without it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.domain.duty.holidays import Calendar
from macros.domain.opening import closure_words, reason
from macros.domain.schedule import Schedule
from macros.models.dates import Session
from macros.models.exceptions import Closure
from macros.models.places import Place
from macros.models.town import Town


@dataclass(frozen=True)
class ClosureNote:
    """A closure that hasn't ended, in words; `to` is None where its last day isn't known."""

    from_: dt.date
    to: dt.date | None
    words: str


@dataclass(frozen=True)
class OpeningView:
    """The line of one place; `key` leads to its schedule on the page.

    `duty` are the days with somebody on duty, None where nobody ever is.
    """

    key: str
    hours: tuple[str, ...]
    sample: bool
    unknown: tuple[str, str] | None
    closures: tuple[ClosureNote, ...]
    duty: tuple[dt.date, ...] | None


@dataclass(frozen=True)
class Openings:
    """The opening of every place by its id, and the schedules by their keys: many places share one."""

    views: dict[str, OpeningView]
    schedules: dict[str, str]

    @classmethod
    def of(
        cls,
        town: Town,
        duty: Mapping[str, tuple[dt.date, ...]],
        calendar: Calendar,
        today: dt.date,
        last: dt.date,
    ) -> Openings:
        """Those of a town from the day of the build to the last day that its roster is known for.

        `duty` are the days with somebody on duty, by the places that ever have a shift.
        """
        closures: dict[str, list[Closure]] = {}
        for closure in town.duty.closures:
            if closure.last >= today:
                closures.setdefault(closure.place, []).append(closure)
        views: dict[str, OpeningView] = {}
        made: dict[tuple[object, ...], tuple[Schedule, str]] = {}
        for place in town.places:
            own = (place.hours, tuple(closures.get(place.id, ())))
            if own not in made:
                schedule = Schedule.of(*own, calendar, today, last)
                made[own] = (schedule, encoded(schedule))
            views[place.id] = _view(place, *made[own], duty.get(place.id))
        return cls(views, {_key(text): text for _, text in made.values()})

    def data(self, places: Iterable[str]) -> str:
        """The schedules of these places as JSON."""
        keys = dict.fromkeys(self.views[place].key for place in places)
        found = ",".join(f'"{key}":{self.schedules[key]}' for key in keys)
        return f"{{{found}}}"


def _view(place: Place, schedule: Schedule, text: str, duty: tuple[dt.date, ...] | None) -> OpeningView:
    return OpeningView(
        key=_key(text),
        hours=tuple(map(str, place.hours)),
        sample="hours" in place.sample,
        unknown=schedule.unknown,
        closures=tuple(map(_note, schedule.closures)),
        duty=duty,
    )


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _note(closure: Closure) -> ClosureNote:
    return ClosureNote(closure.from_, None if closure.open_ended else closure.last, closure_words(closure))


def encoded(schedule: Schedule) -> str:
    """The schedule as opening.js reads it: the usual week, the days that differ, the closures."""
    usual = [_usual(schedule, number) for number in range(7)]
    differing = {
        day.isoformat(): [_hours(there.sessions), there.why]
        for day, there in schedule.days.items()
        if (there.sessions, there.why) != (usual[day.weekday()], "")
    }
    data = {
        "first": schedule.first.isoformat(),
        "last": schedule.last.isoformat(),
        "week": [_hours(sessions) for sessions in usual],
        "days": differing,
        "planned": sorted(map(str, schedule.planned)),
        "closures": [_closure(closure) for closure in schedule.closures],
        "unknown": schedule.unknown,
    }
    # On a page each byte counts: what is empty isn't written.
    return json.dumps(
        {key: value for key, value in data.items() if value}, ensure_ascii=False, separators=(",", ":")
    )


def _usual(schedule: Schedule, weekday: int) -> tuple[Session, ...]:
    days = (day.sessions for date, day in schedule.days.items() if date.weekday() == weekday)
    return next((sessions for sessions, _ in Counter(days).most_common(1)), ())


def _hours(sessions: Iterable[Session]) -> str:
    return " ".join(f"{session.start:%H:%M}-{session.end:%H:%M}" for session in sessions)


def _closure(closure: Closure) -> list[str | None]:
    last = None if closure.open_ended else closure.last.isoformat()
    return [closure.from_.isoformat(), last, reason(closure)]
