"""Every shift of a span of days, from the rotations and all exceptions to them.

The order of work is fixed: candidate dates, holiday policy, whose turn (people and
places), temporary schedules, overrides, swaps, closed places, leave, checks, sorting.
Only the calendar's holidays can keep a turn; an exception uses up the turns it hits.
Turns are counted from a segment's first day, so a window only cuts: it never changes
what is inside.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from macros.domain.duty.closures import close
from macros.domain.duty.exceptions import Applied, apply_exceptions, links, takes_over
from macros.domain.duty.holidays import WAITING, Calendar
from macros.domain.duty.leave import cover_leave
from macros.domain.duty.shift import Dropped, DutyTown, Names, Shift, firms_of, order, teams_of, with_members
from macros.domain.duty.turns import Setting, stopped, turns
from macros.models.duty import Duty


@dataclass(frozen=True)
class Window:
    """The shifts of a window, and the duties of it that don't take place, each with its reason."""

    shifts: tuple[Shift, ...]
    dropped: tuple[Dropped, ...]


def shifts(town: DutyTown, first: dt.date, last: dt.date) -> tuple[Shift, ...]:
    """Every shift from `first` to `last`, sorted by date, session and place."""
    return window(town, first, last).shifts


def window(town: DutyTown, first: dt.date, last: dt.date) -> Window:
    """The shifts from `first` to `last` with what was dropped."""
    return Resolved.of(town, last).window(first, last)


@dataclass(frozen=True)
class Resolved:
    """A town's duty from each rotation's first day to `last`, of which every window is cut."""

    calendar: Calendar
    last: dt.date
    applied: Applied

    @classmethod
    def of(cls, town: DutyTown, last: dt.date, as_of: dt.date = dt.date.max) -> Resolved:
        """The duty worked out; only the notices of holidays that may have been known on `as_of` count."""
        calendar = Calendar.of(town.holidays, as_of)
        return cls(calendar, last, resolve(town, calendar, last))

    def window(self, first: dt.date, last: dt.date) -> Window:
        """What falls between the two days, sorted, with the years marked that aren't announced."""
        inside = sorted((shift for shift in self.applied.shifts if first <= shift.date <= last), key=order)
        dropped = {drop for drop in self.applied.dropped if first <= drop.date <= last}
        known = self.calendar.years
        return Window(
            tuple(shift if shift.date.year in known else _waiting(shift) for shift in inside),
            tuple(sorted(dropped, key=_dropped_order)),
        )


def resolve(town: DutyTown, calendar: Calendar, last: dt.date) -> Applied:
    """Everything that can fall on a day up to `last`, from each rotation's first day on."""
    duty, names = town.duty, Names.of(town)
    until = reach(town, last)
    first = min(
        (segment.from_ for rotation in duty.rotations for segment in rotation.segments), default=until
    )
    setting, teams = Setting(calendar, first), teams_of(town)
    planned: list[Shift] = []
    dropped: list[Dropped] = []
    postponed: list[tuple[Shift, Dropped]] = []
    for rotation in duty.rotations:
        served = turns(rotation, until, setting, teams)
        planned += [shift for shift in served.shifts if shift.date <= until]
        dropped += served.dropped
        postponed += served.postponed
    applied = apply_exceptions(planned, duty, names)
    applied.shifts = with_members(applied.shifts, teams)
    applied.due = close(applied.shifts, duty)
    applied.closed = [old for old, new in zip(applied.shifts, applied.due, strict=True) if old is not new]
    applied.shifts = cover_leave(applied.due, planned, duty, names, teams, firms_of(town))
    applied.turns, applied.postponed = planned, postponed
    applied.dropped += [*dropped, *(_left(*moved, duty, calendar) for moved in postponed)]
    return applied


def _left(shift: Shift, drop: Dropped, duty: Duty, calendar: Calendar) -> Dropped:
    """What a postponed shift leaves behind, which may be sent on to a day that is planned otherwise."""
    if any(takes_over(temporary, shift) for temporary in duty.temporary):
        return replace(drop, said=stopped(calendar.holiday(drop.date) or ""))
    return drop


def reach(town: DutyTown, last: dt.date) -> dt.date:
    """How far to work so that whatever is moved or swapped into the window is known."""
    for earlier, later in sorted(links(town.duty).items()):
        if earlier <= last:
            last = max(last, later)
    return last


def _dropped_order(drop: Dropped) -> tuple[object, ...]:
    return (drop.date, drop.rotation, drop.session, drop.place or "", drop.why, drop.note, drop.said)


def _waiting(shift: Shift) -> Shift:
    return replace(shift, announced=False, notes=(*shift.notes, WAITING))
