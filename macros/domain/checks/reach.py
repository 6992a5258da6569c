"""How far the files of a town reach, by the dates that stand in them and by nothing else.

An error must not depend on the day on which somebody looks: what was published once is
built again every night. So errors are looked for from the first day of any rotation to
well behind the newest date that is written; a clash that only shows on later days wasn't
there to be seen by whoever wrote the file, and is a reminder.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from macros.domain.duty.shift import DutyTown
from macros.models.duty import Duty
from macros.models.events import Events
from macros.models.people import Person

# Longer than any rotation takes to come to every pair of date and person, and a year is in it.
AHEAD = dt.timedelta(days=400)
# Nobody keeps a roster for so long without writing a date: what is farther from the others is a slip.
GAP = dt.timedelta(days=15 * 366)
_NOTHING = dt.date(2000, 1, 1)


class DatedTown(DutyTown, Protocol):
    """The parts of a town with dates that say what is planned."""

    @property
    def events(self) -> Events: ...

    @property
    def people(self) -> Sequence[Person]: ...


@dataclass(frozen=True)
class Reach:
    """The first day of any rotation, and the newest date that is no slip of the pen."""

    first: dt.date
    newest: dt.date

    @classmethod
    def of(cls, town: DatedTown) -> Reach:
        """That of a town; most dates of a file lie together, and what is far behind them isn't meant."""
        starts = [segment.from_ for rotation in town.duty.rotations for segment in rotation.segments]
        newest = _most(sorted(set(_dates(town))) or [_NOTHING])[-1]
        return cls(min([*starts, newest]), newest)

    @property
    def last(self) -> dt.date:
        """The last day on which an error is looked for."""
        return self.newest + AHEAD


def duty_dates(duty: Duty) -> Iterator[dt.date]:
    """Every date in a duty file."""
    for rotation in duty.rotations:
        for segment in rotation.segments:
            yield from (day for day in (segment.from_, segment.to) if day)
    for span in (*duty.leave, *duty.closures, *duty.temporary):
        # A closure may have no end.
        yield from (day for day in (span.from_, span.last) if day < dt.date.max)
    for override in duty.overrides:
        yield override.date
        if override.move and override.move.date:
            yield override.move.date
    for swap in duty.swaps:
        yield from (swap.a.date, swap.b.date)


def _dates(town: DatedTown) -> Iterator[dt.date]:
    yield from duty_dates(town.duty)
    yield from (day for entry in town.holidays.days for day in (entry.first, entry.last))
    yield from (event.date.first for event in town.events.events)
    yield from (person.until for person in town.people if person.until)


def _most(dates: list[dt.date]) -> list[dt.date]:
    """The largest group of dates without a gap; of two as large the earlier one."""
    groups = [[dates[0]]]
    for day in dates[1:]:
        if day - groups[-1][-1] > GAP:
            groups.append([])
        groups[-1].append(day)
    return max(groups, key=len)
