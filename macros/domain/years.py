"""What a year, or a month of it, came to: what its report says, and what the files add up to.

Only what is over counts: events that were held, duty up to the day before, visits that were logged.
The report's figures stand beside these sums and are never mixed with them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from macros.domain import days
from macros.domain import events as event_domain
from macros.domain.days import ONE_DAY
from macros.domain.duty import Resolved, cover
from macros.domain.duty.shift import Shift
from macros.domain.occurrences import expanded, occurrences
from macros.domain.visits import VisitSum
from macros.models.events import Count, Event, Figures
from macros.models.places import Place
from macros.models.town import Town
from macros.models.years import Year

# What the events of a year add up to; the others are a report's own.
_ADDED = ("present", "consulted", "leaflets", "gifts")
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class DutySum:
    """The duties that were held: a duty is one day at one place for one rotation."""

    duties: int = 0
    minutes: int = 0
    people: int = 0
    places: int = 0
    by_month: Counts = ()
    sample: bool = False


@dataclass(frozen=True)
class EventSum:
    """The events that were held, samples left out: by category the most first, and what came of them.

    An entry may stand for several events, which its figures say.
    """

    events: tuple[Event, ...] = ()
    held: int = 0
    by_category: Counts = ()
    figures: Figures = field(default_factory=Figures)


@dataclass(frozen=True)
class Review:
    """A year, or one month of it, as far as it is over; `last` is the last day that counts.

    `kept` of so many `periods` in which a place was promised its duty were kept.
    """

    year: int
    month: int | None
    first: dt.date
    last: dt.date
    said: Year | None
    events: EventSum
    duty: DutySum
    visits: VisitSum
    kept: int = 0
    periods: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing can be added any more."""
        return self.last == _end(self.year, self.month)

    @property
    def sample(self) -> bool:
        """Whether anything in it is made up."""
        said = self.said is not None and self.said.sample
        return said or self.duty.sample or self.visits.sample

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.said or self.events.events or self.duty.duties or self.visits.logged)


def reviews(town: Town, resolved: Resolved, today: dt.date) -> tuple[Review, ...]:
    """Every year of which there is something to tell, the latest first."""
    by_year: dict[int, list[Shift]] = {}
    for shift in resolved.applied.shifts:
        if shift.date < today:
            by_year.setdefault(shift.date.year, []).append(shift)
    held = {event.date.year for event in event_domain.past(expanded(town.events.events, today), today)}
    logged = {visit.date.year for visit in town.visits.visits if visit.date < today}
    every = by_year.keys() | held | logged | {one.year for one in town.years.years}
    found = (review(town, by_year.get(year, []), year, None, today) for year in every)
    return tuple(sorted((one for one in found if not one.is_empty), key=lambda one: -one.year))


def review(town: Town, shifts: Iterable[Shift], year: int, month: int | None, today: dt.date) -> Review:
    """One year or month of a town whose duty then is `shifts`, or more of it."""
    first = dt.date(year, month or 1, 1)
    last = max(first - ONE_DAY, min(_end(year, month), today - ONE_DAY))
    served = [shift for shift in shifts if shift.state == "on" and first <= shift.date <= last]
    every = (one for event in town.events.events for one in occurrences(event, first, _end(year, month)))
    events = [event for event in every if _begins(event, year, month)]
    held = [event for event in event_domain.past(events, today) if not (event.cancelled or event.sample)]
    visits = VisitSum.of(visit for visit in town.visits.visits if first <= visit.date <= last)
    said = next((one for one in town.years.years if one.year == year), None) if month is None else None
    kept, periods = _promises(town.places, served, first, last)
    duty = _duty(served, first, last)
    return Review(year, month, first, last, said, _events(held), duty, visits, kept, periods)


def _end(year: int, month: int | None) -> dt.date:
    return days.next_month(dt.date(year, month or 12, 1)) - ONE_DAY


def _begins(event: Event, year: int, month: int | None) -> bool:
    return event.date.year == year and month in (None, event.date.month)


def _events(held: Sequence[Event]) -> EventSum:
    categories: Counter[str] = Counter()
    for event in held:
        categories[event.category] += _times(event)
    figures = [event.figures for event in held if event.figures]
    most = tuple(categories.most_common())
    return EventSum(tuple(held), categories.total(), most, _total(figures))


def _times(event: Event) -> int:
    """How many events an entry stands for."""
    return event.figures.events.number if event.figures and event.figures.events else 1


def _total(figures: Sequence[Figures]) -> Figures:
    sums: dict[str, Count] = {}
    for name in _ADDED:
        counts = [count for one in figures if (count := getattr(one, name))]
        if counts:
            sums[name] = Count(sum(one.number for one in counts), any(one.more for one in counts))
    return Figures(**sums)


def _duty(served: Sequence[Shift], first: dt.date, last: dt.date) -> DutySum:
    duties = {(shift.date, shift.place, shift.rotation) for shift in served}
    months = Counter(date.month for date, _, _ in duties)
    shown = range(first.month, last.month + 1) if first <= last else range(0)
    return DutySum(
        len(duties),
        cover.minutes(served),
        len({person for shift in served for person in shift.people}),
        len({shift.place for shift in served}),
        tuple((f"{month}月", months[month]) for month in shown),
        any(shift.sample for shift in served),
    )


def _promises(
    places: Iterable[Place], served: Sequence[Shift], first: dt.date, last: dt.date
) -> tuple[int, int]:
    """How many periods of a promise were kept, and how many there were, once duty had begun."""
    begun = min((shift.date for shift in served), default=last)
    own: dict[str, list[Shift]] = {}
    for shift in served:
        own.setdefault(shift.place, []).append(shift)
    kept: list[bool] = []
    for place in places:
        if place.cover:
            periods = cover.by_period(place.cover, own.get(place.id, []), max(first, begun), last)
            kept += (cover.kept(held, place.cover) for _, held in periods)
    return sum(kept), len(kept)
