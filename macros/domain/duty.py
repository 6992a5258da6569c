"""Every shift of a span of days, from the rotations and all exceptions to them.

The order of work is fixed: candidate dates, closure of a place, holiday policy, whose
turn (people and places), leave, temporary schedules, overrides, swaps, checks, sorting.
Turns are counted from a segment's first day, so a window only cuts: it never changes
what is inside.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from macros.domain.holidays import WAITING, Calendar
from macros.domain.leave import cover_leave
from macros.domain.overrides import Applied, apply_exceptions, links
from macros.domain.shift import Dropped, DutyTown, Names, Shift, order
from macros.domain.turns import Setting, turns


@dataclass(frozen=True)
class Window:
    """The shifts of a window, and the duties of it that don't take place, each with its reason."""

    shifts: tuple[Shift, ...]
    dropped: tuple[Dropped, ...]


def shifts(town: DutyTown, first: dt.date, last: dt.date) -> tuple[Shift, ...]:
    """Every shift from `first` to `last`, sorted by date, session and place."""
    return roster(town, first, last).shifts


def roster(town: DutyTown, first: dt.date, last: dt.date) -> Window:
    """The shifts from `first` to `last` with what was dropped."""
    calendar = Calendar.of(town.holidays)
    return window(resolve(town, calendar, last), calendar, first, last)


def resolve(town: DutyTown, calendar: Calendar, last: dt.date) -> Applied:
    """Everything that can fall on a day up to `last`, from each rotation's first day on."""
    duty, names = town.duty, Names.of(town)
    until = reach(town, last)
    setting = Setting.of(duty, calendar, names)
    planned: list[Shift] = []
    dropped: list[Dropped] = []
    for rotation in duty.rotations:
        served = turns(rotation, until, setting)
        planned += [shift for shift in served.shifts if shift.date <= until]
        dropped += [drop for drop in served.dropped if drop.date <= until]
    applied = apply_exceptions(cover_leave(planned, duty, names), duty, names)
    applied.dropped += dropped
    applied.turns = planned
    return applied


def reach(town: DutyTown, last: dt.date) -> dt.date:
    """How far to work so that whatever is moved or swapped into the window is known."""
    for earlier, later in sorted(links(town.duty).items()):
        if earlier <= last:
            last = max(last, later)
    return last


def window(applied: Applied, calendar: Calendar, first: dt.date, last: dt.date) -> Window:
    """What falls between the two days, sorted, with the years marked that aren't announced."""
    inside = sorted((shift for shift in applied.shifts if first <= shift.date <= last), key=order)
    dropped = {drop for drop in applied.dropped if first <= drop.date <= last}
    known = calendar.years
    return Window(
        tuple(shift if shift.date.year in known else _waiting(shift) for shift in inside),
        tuple(sorted(dropped, key=lambda drop: (drop.date, drop.rotation, drop.why, drop.note))),
    )


def _waiting(shift: Shift) -> Shift:
    return replace(shift, announced=False, notes=(*shift.notes, WAITING))
