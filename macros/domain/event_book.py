"""All events of a town on a day, sorted out once: by place, village, series and month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from macros.domain.days import next_month
from macros.domain.event_told import EventFollow
from macros.domain.event_totals import YearTotals, year_totals
from macros.domain.events import by_place, villages
from macros.domain.occurrences import expanded, listed, shown
from macros.models.events import Event
from macros.models.places import Place

K = TypeVar("K")
# A month that is over can be looked up for so long.
_LOOKED_UP = dt.timedelta(days=92)
# A campaign of years would be in every month.
_LONGEST = dt.timedelta(days=92)


@dataclass(frozen=True, repr=False)
class EventBook:
    """The events of a town with its places on a day, and what followers have of them."""

    events: tuple[Event, ...]
    places: tuple[Place, ...]
    today: dt.date
    follows: tuple[EventFollow, ...] = ()

    @cached_property
    def every(self) -> tuple[Event, ...]:
        """Every event, those held again and again as their days."""
        return expanded(self.events, self.today)

    @cached_property
    def listed(self) -> tuple[Event, ...]:
        """The events as lists show them."""
        return listed(self.every, self.today)

    @cached_property
    def at(self) -> dict[str, tuple[Event, ...]]:
        """The events of the lists by the places where they are or whose villages they are for."""
        return by_place(self.listed, self.places)

    @cached_property
    def days(self) -> dict[str, tuple[Event, ...]]:
        """The days of each event, by its id."""
        return _grouped(self.every, lambda event: (event.id,))

    @cached_property
    def series(self) -> dict[str, tuple[Event, ...]]:
        """The events of the lists, by the id of their series."""
        return _grouped(self.listed, lambda event: (event.series,) if event.series else ())

    @cached_property
    def villages(self) -> dict[str, tuple[Event, ...]]:
        """Every event of each village that has any, in the order of the villages."""
        found = _grouped(self.every, lambda event: dict.fromkeys(villages(event, self._place_by_id)))
        served = dict.fromkeys(name for place in self.places for name in place.villages)
        return {name: found[name] for name in served if name in found}

    @cached_property
    def months(self) -> dict[dt.date, tuple[Event, ...]]:
        """The events whose day is known, by the first day of their month; none from long ago."""
        since = (self.today - _LOOKED_UP).replace(day=1)
        found = _grouped(self.every, lambda event: dict.fromkeys(_months(event)))
        return {month: found[month] for month in sorted(found) if month >= since}

    @cached_property
    def totals(self) -> tuple[YearTotals, ...]:
        """What each year came to, the latest first."""
        return year_totals(self.every, self._place_by_id, self.today)

    @cached_property
    def followed(self) -> frozenset[str]:
        """The ids of the events that are in a calendar."""
        return frozenset(one.told.event for one in self.follows if one.told.dated)

    @cached_property
    def told(self) -> frozenset[str]:
        """The ids of the events that are in a feed."""
        return frozenset(one.told.event for one in self.follows if one.told.single)

    @cached_property
    def _place_by_id(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    def address(self, event: Event) -> str:
        """Where the event is told of; of a day that its event's page hasn't got, the page."""
        return event.address if event.address in self._shown else event.address.partition("#")[0]

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(
            day.address for days in self.days.values() for part in shown(days, self.today) for day in part
        )


def _months(event: Event) -> Iterator[dt.date]:
    """The months that it touches, or was to."""
    if not event.date.day:
        return
    first = event.date.first.replace(day=1)
    while first <= min(event.last.last, event.date.first + _LONGEST):
        yield first
        first = next_month(first)
    yield from (day.first.replace(day=1) for day in event.was if day.day)


def _grouped(events: Iterable[Event], keys: Callable[[Event], Iterable[K]]) -> dict[K, tuple[Event, ...]]:
    found: dict[K, list[Event]] = {}
    for event in events:
        for key in keys(event):
            found.setdefault(key, []).append(event)
    return {key: tuple(held) for key, held in found.items()}
