"""Events in time and place: what is coming, what is past, what is on at a place.

An event is past once the last day it can mean is over. So `2026` is coming until the year
ends, and `2026-12` until the month ends: a vague date is never called past too early.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.models.dates import PartialDate
from macros.models.events import Event
from macros.models.places import Place
from macros.models.years import Year

Status = Literal["planned", "moved", "postponed", "cancelled", "held"]
STATUS_NAMES: dict[Status, str] = {
    "planned": "按计划",
    "moved": "改期",
    "postponed": "延期",
    "cancelled": "取消",
    "held": "办过了",
}


@dataclass(frozen=True)
class YearInReview:
    """A year, its events that are past, and what the year came to."""

    year: int
    events: tuple[Event, ...]
    summary: Year | None


@dataclass(frozen=True)
class AgendaItem:
    """An event on its day, or on a day that it has `left`."""

    event: Event
    left: PartialDate | None = None


def is_past(event: Event, today: dt.date) -> bool:
    """Whether the event is over, however its date is meant; one that is postponed is still to come."""
    return event.last.last < today and not event.postponed


def status(event: Event, today: dt.date) -> Status:
    """What has become of the event by that day."""
    if event.cancelled:
        return "cancelled"
    if event.postponed:
        return "postponed"
    if is_past(event, today):
        return "held"
    return "moved" if event.was else "planned"


def agenda(events: Iterable[Event], today: dt.date) -> tuple[AgendaItem, ...]:
    """What isn't over, the next first; a vague date stands behind the exact ones it covers.

    A day that an event moved away from has an entry too. A postponed event stands at
    the day that people know, and last once that day is over.
    """
    events = tuple(events)
    found = [AgendaItem(event) for event in events if not is_past(event, today)]
    moved = (event for event in events if not event.cancelled and not event.postponed)
    found += [
        AgendaItem(event, day) for event in moved for day in event.was if day.day and day.first >= today
    ]
    return tuple(sorted(found, key=lambda entry: _order(entry, today)))


def _order(entry: AgendaItem, today: dt.date) -> tuple[dt.date, dt.time]:
    event = entry.event
    day = entry.left or event.date
    forgotten = not entry.left and event.last.last < today
    return dt.date.max if forgotten else day.last, event.hours.start if event.hours else dt.time.max


def coming(events: Iterable[Event], today: dt.date) -> tuple[Event, ...]:
    """Events that aren't over, in the order of the agenda."""
    return tuple(entry.event for entry in agenda(events, today) if not entry.left)


def past(events: Iterable[Event], today: dt.date) -> tuple[Event, ...]:
    """Events that are over, the latest first; a vague date stands behind the exact ones it covers."""
    over = [event for event in events if is_past(event, today)]
    return tuple(sorted(over, key=lambda event: (event.date.year, event.last.first), reverse=True))


def by_place(events: Iterable[Event], places: Iterable[Place]) -> dict[str, tuple[Event, ...]]:
    """The events of each place, by its id: those held there, or meant for a village that it serves."""
    found: dict[str, list[Event]] = {}
    serving: dict[str, list[str]] = {}
    for place in places:
        found[place.id] = []
        for village in place.villages:
            serving.setdefault(village, []).append(place.id)
    for event in events:
        where = {id for village in event.villages for id in serving.get(village, ())}
        if event.place:
            where.add(event.place)
        for id in where:
            found[id].append(event)
    return {id: tuple(held) for id, held in found.items()}


def villages(event: Event, places: Mapping[str, Place]) -> tuple[str, ...]:
    """The villages an event is for: those named, or those its place serves."""
    return event.villages or (places[event.place].villages if event.place else ())


def of_year(events: Iterable[Event], year: int) -> tuple[Event, ...]:
    """Events that begin in the year."""
    return tuple(event for event in events if event.date.year == year)


def years(events: Iterable[Event], said: Iterable[Year], today: dt.date) -> tuple[YearInReview, ...]:
    """Every year that has a past event or figures, the latest first; `said` is what reports say."""
    over = past(events, today)
    summaries = {year.year: year for year in said}
    known = {event.date.year for event in over} | summaries.keys()
    return tuple(YearInReview(year, of_year(over, year), summaries.get(year)) for year in sorted(known)[::-1])
