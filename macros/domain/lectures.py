"""The lectures of a place, which a promise of so many in every quarter is held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from macros.domain.days import ONE_DAY
from macros.domain.duty.cover import QUARTER, quarter
from macros.domain.events import villages
from macros.domain.occurrences import occurrences
from macros.models.events import Event
from macros.models.places import Place

LECTURE = "讲座"


def lectures(
    events: Iterable[Event], place: Place, places: Mapping[str, Place], first: dt.date, last: dt.date
) -> tuple[dt.date, ...]:
    """The days between the two with a lecture at the place, or for its villages, in order.

    A lecture is an event whose category is called so. One that is cancelled or postponed doesn't
    count, nor one of which nobody knows the quarter.
    """
    days = (
        day.date.first
        for event in events
        if event.category.endswith(LECTURE) and _concerns(event, place, places)
        for day in occurrences(event, first, last)
        if not (day.cancelled or day.postponed) and quarter(day.date.first) == quarter(day.date.last)
    )
    return tuple(sorted(day for day in days if first <= day <= last))


def by_quarter(days: Iterable[dt.date], first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, int]]:
    """The full quarters between two days: the first day of each, and how many lectures it has."""
    held, start = [quarter(day) for day in days], quarter(first + QUARTER - ONE_DAY)
    while start + QUARTER - ONE_DAY <= last:
        yield start, held.count(start)
        start += QUARTER


def _concerns(event: Event, place: Place, places: Mapping[str, Place]) -> bool:
    return event.place == place.id or not set(villages(event, places)).isdisjoint(place.villages)
