"""Events that are held again and again, day by day: each day is an event of its own, with a part of the page.

A moved day keeps the name of the one it was to be on.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from macros.models.base import Line
from macros.models.dates import PartialDate
from macros.models.event_dates import EventDate
from macros.models.events import Event

# So far ahead that what is held once a year always has a next day, and as far back.
AHEAD = dt.timedelta(days=400)
# Of what is held again and again a list shows the next few, soon, and at least one.
SOON, NEXT = dt.timedelta(days=62), 9
# What is held every day has many; nobody looks farther on its page, ahead or back.
ON_PAGE = 60
# Of each year that is past, so many beside those that something is told of.
PAST = 12


class Occurrence(Event):
    """One day of such an event; `slot` is the day it was to be on, which names it for good."""

    slot: dt.date
    reason: Line | None = None

    @property
    def anchor(self) -> str:
        """The id of its part of the event's page."""
        return f"d{self.slot}"

    @property
    def address(self) -> str:
        """Where it is told of on the site."""
        return f"events/{self.id}.html#{self.anchor}"


def occurrences(event: Event, first: dt.date, last: dt.date) -> Iterator[Event]:
    """Every day of the event between the two, in order; the event itself if it has only one."""
    if event.when is None:
        yield event
        return
    told = {one.was or one.date: one for one in event.dates}
    days = {*event.days(first, last), *(slot for slot, one in told.items() if one.add)}
    # What was told of a day stays, however long ago it was.
    days |= {slot for slot, one in told.items() if one.recap or one.figures}
    found = [_occurrence(event, slot, told.get(slot)) for slot in sorted(days)]
    yield from sorted(found, key=lambda one: (one.date.first, one.slot))


def expanded(events: Iterable[Event], today: dt.date) -> tuple[Event, ...]:
    """The events, those held again and again as their days for more than a year back and ahead."""
    return tuple(one for event in events for one in occurrences(event, today - AHEAD, today + AHEAD))


def listed(events: Iterable[Event], today: dt.date) -> tuple[Event, ...]:
    """The events as lists show them: of what is held again and again the next few, and of each year some."""
    found: list[Event] = []
    for _, group in groupby(events, key=lambda event: event.id):
        days = list(group)
        found += _some(days, today) if isinstance(days[0], Occurrence) else days
    return tuple(found)


def shown(days: Iterable[Event], today: dt.date) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The days that their event's page has: those to come, and those over, the latest first."""
    every = tuple(days)
    over = [one for one in every if one.last.last < today and not one.postponed]
    coming = [one for one in every if one.last.last >= today or one.postponed]
    kept = [one for number, one in enumerate(reversed(over)) if number < ON_PAGE or one.figures or one.recap]
    return tuple(coming[:ON_PAGE]), tuple(kept)


def few(events: Iterable[Event], today: dt.date, most: int) -> tuple[Event, ...]:
    """The events with so many of the next days at most of each that is held again and again."""
    count: Counter[str] = Counter()
    found: list[Event] = []
    for event in events:
        if isinstance(event, Occurrence):
            count[event.id] += event.last.last >= today
            if count[event.id] > most:
                continue
        found.append(event)
    return tuple(found)


def _some(days: list[Event], today: dt.date) -> Iterator[Event]:
    coming, over = shown(days, today)
    for number, one in enumerate(coming):
        if number == 0 or (number < NEXT and one.date.first <= today + SOON):
            yield one
    for _, year in groupby(over, key=lambda one: one.date.year):
        for number, one in enumerate(year):
            if number < PAST or one.recap or one.figures:
                yield one


def _occurrence(event: Event, slot: dt.date, told: EventDate | None) -> Occurrence:
    day = told.date if told else slot
    assert event.when is not None
    # All of it was looked at when the file was read.
    values = {name: getattr(event, name) for name in Event.model_fields} | {
        "when": None,
        "dates": (),
        "to": None,
        "date": _known(day),
        "hours": event.when.sessions[0],
        "slot": slot,
        "was": (_known(slot),) if day != slot else (),
    }
    if told:
        own = {key: getattr(told, key) for key in ("hours", "place", "venue") if getattr(told, key)}
        if "place" in own:
            own.setdefault("venue", None)
        outcome = ("reason", "cancelled", "postponed", "figures", "recap")
        values |= own | {key: getattr(told, key) for key in outcome}
    return Occurrence.model_construct(**values)


def _known(day: dt.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
