"""Events in time and place: what is coming, what is past, what is on at a place.

An event is past once the last day it can mean is over. So `2026` is coming until the year
ends, and `2026-12` until the month ends: a vague date is never called past too early.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.events import Event, Events, Year
from macros.models.places import Place


@dataclass(frozen=True)
class YearInReview:
    """A year, its events that are past, and what the year came to."""

    year: int
    events: tuple[Event, ...]
    summary: Year | None


def is_past(event: Event, today: dt.date) -> bool:
    """Whether the event is over, however its date is meant."""
    return event.last.last < today


def coming(events: Iterable[Event], today: dt.date) -> tuple[Event, ...]:
    """Events that aren't over, the next one first; a vague date stands behind the exact ones it covers."""
    return tuple(
        sorted(
            (event for event in events if not is_past(event, today)),
            key=lambda event: (event.date.last, event.hours.start if event.hours else dt.time.max),
        )
    )


def past(events: Iterable[Event], today: dt.date) -> tuple[Event, ...]:
    """Events that are over, the latest first; a vague date stands behind the exact ones it covers."""
    over = [event for event in events if is_past(event, today)]
    return tuple(sorted(over, key=lambda event: (event.date.year, event.last.first), reverse=True))


def at_place(events: Iterable[Event], place: Place) -> tuple[Event, ...]:
    """Events held at the place, or meant for a village that the place serves."""
    served = set(place.villages)
    return tuple(event for event in events if event.place == place.id or served.intersection(event.villages))


def of_year(events: Iterable[Event], year: int) -> tuple[Event, ...]:
    """Events that begin in the year."""
    return tuple(event for event in events if event.date.year == year)


def years(events: Events, today: dt.date) -> tuple[YearInReview, ...]:
    """Every year that has a past event or figures, the latest first."""
    over = past(events.events, today)
    summaries = {year.year: year for year in events.years}
    known = {event.date.year for event in over} | summaries.keys()
    return tuple(YearInReview(year, of_year(over, year), summaries.get(year)) for year in sorted(known)[::-1])
