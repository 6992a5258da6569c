"""What all checks look at: the resolved shifts, and where in the file each comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from macros.domain import geo
from macros.domain.checks.reach import Reach, duty_dates
from macros.domain.days import spoken
from macros.domain.duty import Resolved
from macros.domain.duty.exceptions import Applied
from macros.domain.duty.holidays import Calendar
from macros.domain.duty.shift import Dropped, DutyTown, Names, Shift
from macros.domain.law import WordedTown
from macros.errors import Finding, Level
from macros.models.duty import Rotation
from macros.models.lines import Lines
from macros.models.people import Person
from macros.models.places import Place

Loc = tuple[str | int, ...]
SHOWN = 3


class CheckedTown(DutyTown, WordedTown, Protocol):
    """The parts of a town that the checks need; a whole Town has them."""

    @property
    def places(self) -> tuple[Place, ...]: ...

    @property
    def people(self) -> Sequence[Person]: ...

    @property
    def lines(self) -> Lines: ...


@dataclass(frozen=True)
class Scope:
    """A town's duty, worked out as far as its exceptions reach, which is `known`.

    `shifts` and `dropped` are those of the window.
    """

    town: CheckedTown
    first: dt.date
    last: dt.date
    resolved: Resolved
    names: Names
    shifts: tuple[Shift, ...]
    dropped: tuple[Dropped, ...]
    reach: Reach

    @classmethod
    def of(cls, town: CheckedTown, first: dt.date, last: dt.date) -> Scope:
        """Everything worked out once for all checks."""
        reach = Reach.of(town)
        until = max([last, *(date for date in duty_dates(town.duty) if date <= reach.newest)])
        resolved = Resolved.of(town, until)
        names, seen = Names.of(town), resolved.window(first, last)
        return cls(town, first, last, resolved, names, seen.shifts, seen.dropped, reach)

    @property
    def calendar(self) -> Calendar:
        """The holidays that the shifts were worked out with."""
        return self.resolved.calendar

    @property
    def applied(self) -> Applied:
        """All shifts up to `known`, and what every exception did to them."""
        return self.resolved.applied

    @property
    def known(self) -> dt.date:
        """The last day up to which the shifts are worked out."""
        return self.resolved.last

    def cut(self, first: dt.date, last: dt.date) -> Scope:
        """The days of this scope from `first` to `last` as a scope of their own."""
        shifts = tuple(shift for shift in self.shifts if first <= shift.date <= last)
        dropped = tuple(drop for drop in self.dropped if first <= drop.date <= last)
        return replace(self, first=first, last=last, shifts=shifts, dropped=dropped)

    @cached_property
    def on_duty(self) -> tuple[Shift, ...]:
        """The shifts of the window that take place with somebody."""
        return tuple(shift for shift in self.shifts if shift.state == "on")

    @cached_property
    def covered(self) -> tuple[tuple[Shift, Shift], ...]:
        """The shifts of the window that leave changed, each before and after."""
        pairs = zip(self.applied.due, self.applied.shifts, strict=True)
        return tuple(
            (due, shift) for due, shift in pairs if due != shift and self.first <= due.date <= self.last
        )

    @cached_property
    def rotations(self) -> dict[str, Rotation]:
        """Rotations by their id."""
        return {rotation.id: rotation for rotation in self.town.duty.rotations}

    @cached_property
    def by_rotation(self) -> dict[str, list[Shift]]:
        """All shifts, not only those of the window, by rotation."""
        return _grouped(self.applied.shifts, lambda shift: shift.rotation)

    @cached_property
    def turns(self) -> dict[str, list[Shift]]:
        """The shifts as they were before leave and exceptions, by rotation."""
        return _grouped(self.applied.turns, lambda shift: shift.rotation)

    @cached_property
    def on_duty_by_place(self) -> dict[str, list[Shift]]:
        """The shifts of the window that take place, by place."""
        return _grouped(self.on_duty, lambda shift: shift.place)

    @cached_property
    def points(self) -> dict[str, geo.Point]:
        """Where the places are whose position is known."""
        return {place.id: geo.wgs84(place.position) for place in self.town.places if place.position}

    @cached_property
    def numbers(self) -> dict[str, Loc]:
        """Where each rotation and temporary schedule stands in the file."""
        duty = self.town.duty
        found: dict[str, Loc] = {one.id: ("rotations", n) for n, one in enumerate(duty.rotations)}
        return found | {one.id: ("temporary", n) for n, one in enumerate(duty.temporary)}

    @cached_property
    def exceptions(self) -> dict[tuple[str, dt.date], Loc]:
        """Where the override or swap stands that touched a rotation's day."""
        found: dict[tuple[str, dt.date], Loc] = {}
        for number, swap in enumerate(self.town.duty.swaps):
            for key, one in (("a", swap.a), ("b", swap.b)):
                found[one.rotation, one.date] = ("swaps", number, key)
        for number, override in enumerate(self.town.duty.overrides):
            target = override.move.date if override.move else None
            found[override.rotation, target or override.date] = ("overrides", number)
        return found

    def source(self, shift: Shift) -> Loc:
        """Where in the file a shift comes from: the exception that touched it, or its rotation."""
        return self.exceptions.get((shift.rotation, shift.date)) or self.numbers[shift.rotation]

    def far(self, day: dt.date) -> bool:
        """Whether the day is so far behind all others of the files that it can't be meant."""
        return day > self.reach.newest

    def title(self, rotation: str) -> str:
        """What a rotation or temporary schedule is called."""
        key, number = self.numbers[rotation]
        entry = getattr(self.town.duty, str(key))[number]
        return str(entry.name)

    def told(self, shift: Shift) -> str:
        """The shift in a few words."""
        return f"{spoken(shift.date)} {shift.session} {self.names.place(shift.place)}"


def _grouped(shifts: Iterable[Shift], key: Callable[[Shift], str]) -> dict[str, list[Shift]]:
    groups: dict[str, list[Shift]] = {}
    for shift in shifts:
        groups.setdefault(key(shift), []).append(shift)
    return groups


def duty(level: Level, message: str, *loc: str | int) -> Finding:
    """A finding in data/duty.yml."""
    return Finding("duty", loc, message, level)


def some(words: Iterable[str], unit: str = "处") -> str:
    """The first few of many, and how many more there are."""
    listed = list(dict.fromkeys(words))
    more = f" 等 {len(listed)} {unit}" if len(listed) > SHOWN else ""
    return "、".join(listed[:SHOWN]) + more
