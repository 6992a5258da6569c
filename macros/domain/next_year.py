"""What a year looks like when every rotation goes on as it does in the year before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.domain.days import each
from macros.domain.duty import shifts
from macros.domain.duty.holidays import Calendar
from macros.domain.duty.shift import Shift
from macros.models.duty import CONTINUE, Duty, Rotation, Segment, Stretch
from macros.models.holidays import Holidays
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town


@dataclass(frozen=True)
class Draft:
    """One rotation in the year.

    `segment` is its last pattern as a new segment; None where the file plans the year
    already. `ends` is the last day by the file as it is, `missed` are days before the new
    segment that nobody plans. `holidays` are days of the pattern that are off, with their
    names; `shifts` is what comes of it all.
    """

    rotation: Rotation
    segment: Segment | None
    ends: dt.date | None
    missed: tuple[dt.date, ...]
    holidays: tuple[tuple[dt.date, str], ...]
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True)
class _Parts:
    duty: Duty
    holidays: Holidays
    people: Sequence[Person]
    places: Sequence[Place]


def drafts(town: Town, year: int) -> tuple[Draft, ...]:
    """A draft for every rotation that goes on into the year, or ends in the one before it."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    calendar = Calendar.of(town.holidays)
    found = [
        _draft(rotation, calendar, first, last)
        for rotation in town.duty.rotations
        if (rotation.stretches[-1].to or dt.date.max) >= first.replace(year=year - 1)
    ]
    planned = {draft.rotation.id: _continued(draft) for draft in found}
    rotations = tuple(planned.get(rotation.id, rotation) for rotation in town.duty.rotations)
    duty = town.duty.model_copy(update={"rotations": rotations})
    held = shifts(_Parts(duty, town.holidays, town.people, town.places), first, last)
    return tuple(
        replace(draft, shifts=tuple(shift for shift in held if shift.rotation == draft.rotation.id))
        for draft in found
    )


def _continued(draft: Draft) -> Rotation:
    rotation = draft.rotation
    if draft.segment is None:
        return rotation
    return rotation.model_copy(update={"segments": (*rotation.segments, draft.segment)})


def _draft(rotation: Rotation, calendar: Calendar, first: dt.date, last: dt.date) -> Draft:
    final = rotation.stretches[-1]
    days = _days(final, calendar, first, last)
    planned = final.to if final.to and final.to >= first else last
    every = sorted({day for dates in days for day in dates if day <= planned})
    holidays = tuple((day, name) for day in every if (name := calendar.holiday(day)))
    if final.from_ >= first or planned < last:
        return Draft(rotation, None, final.to, (), holidays)
    begins = _begins(final, calendar, days, last)
    missed = tuple(day for day in every if day < begins) if final.to else ()
    return Draft(rotation, _segment(final, begins), final.to, missed, holidays)


def _days(stretch: Stretch, calendar: Calendar, first: dt.date, last: dt.date) -> list[list[dt.date]]:
    """The days of each pattern in the year, weeks counted from the stretch's own first day."""
    first = max(first, stretch.from_)
    return [
        calendar.dates(when, first, last, stretch.from_, makeup_days=stretch.makeup_days)
        for when in stretch.when
    ]


def _begins(final: Stretch, calendar: Calendar, days: list[list[dt.date]], last: dt.date) -> dt.date:
    """The earliest day of the year from which a new segment has the same days as the old one.

    Every second week counts from a segment's first day, so not every day will do.
    """
    first = dt.date(last.year, 1, 1)
    for begins in each(first, last):
        copied = _days(replace(final, from_=begins), calendar, begins, last)
        if copied == [[day for day in dates if day >= begins] for dates in days]:
            return begins
    return first


def _segment(final: Stretch, begins: dt.date) -> Segment:
    """The new segment as the file writes it: what it doesn't say goes on."""
    return Segment.model_validate(
        {"from": begins, "when": final.when, "people": final.people, "start": CONTINUE}
    )
