"""The plan of legal publicity: what is done when, by whom, and what of it has been held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.domain.days import ONE_DAY
from macros.domain.events import status
from macros.domain.occurrences import occurrences
from macros.models.events import Event
from macros.models.responsibilities import Responsibility, Step


@dataclass(frozen=True)
class Deed:
    """An event by which a step is done; `held` says whether it has been, seen from a day."""

    event: Event
    held: bool

    @property
    def off(self) -> bool:
        """Whether it doesn't take place on its day."""
        return bool(self.event.cancelled or self.event.postponed)

    @property
    def over(self) -> str:
        """The instant in Shanghai from which on it has been held, to be compared as text."""
        last = self.event.last.last
        if self.event.hours:
            return f"{last}T{self.event.hours.end:%H:%M}"
        return f"{last + ONE_DAY}T00:00"


@dataclass(frozen=True)
class Planned:
    """A step of the plan with its unit and its deeds."""

    unit: Responsibility
    step: Step
    deeds: tuple[Deed, ...]


def plan(units: Iterable[Responsibility], events: Mapping[str, Event], today: dt.date) -> tuple[Planned, ...]:
    """Every step of these units, by the day on which it is due at the earliest, vague ones first."""
    found = [
        Planned(unit, step, tuple(_deed(events[id], step, today) for id in step.events))
        for unit in units
        for step in unit.plan
    ]
    return tuple(sorted(found, key=lambda one: (one.step.date.first, one.step.last.last)))


def _deed(event: Event, step: Step, today: dt.date) -> Deed:
    """The event; of one that is held again and again its first day in the step's time."""
    day = next(occurrences(event, step.date.first, step.last.last), event)
    return Deed(day, held=status(day, today) == "held")


def by_year(planned: Iterable[Planned]) -> dict[int, tuple[Planned, ...]]:
    """The steps by the year in which they begin, the latest year first."""
    years: dict[int, list[Planned]] = {}
    for one in planned:
        years.setdefault(one.step.date.year, []).append(one)
    return {year: tuple(years[year]) for year in sorted(years, reverse=True)}


def by_month(planned: Sequence[Planned]) -> tuple[tuple[int, tuple[Planned, ...]], ...]:
    """The steps of one year by the month in which they begin; 0 stands for the whole year."""
    months: dict[int, list[Planned]] = {}
    for one in planned:
        months.setdefault(one.step.date.month or 0, []).append(one)
    return tuple((month, tuple(months[month])) for month in sorted(months))
