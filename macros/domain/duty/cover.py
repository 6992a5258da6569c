"""What a place is promised: the periods it is counted in, and whether the shifts of one keep it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from dateutil.relativedelta import relativedelta

from macros.domain.days import ONE_DAY, monday
from macros.domain.duty.shift import Shift
from macros.models.cover import Cover

_PERIODS = {
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
}
_EVERY = {"week": "每周", "month": "每月", "quarter": "每季度"}


def promise(cover: Cover) -> str:
    """The promise in words: 每月 2 次、8 小时."""
    parts = [f"{cover.visits} 次"] if cover.visits else []
    parts += [f"{cover.hours} 小时"] if cover.hours else []
    return f"{_EVERY[cover.per]} {'、'.join(parts)}"


def visits(shifts: Iterable[Shift]) -> int:
    """On how many days there is a shift."""
    return len({shift.date for shift in shifts})


def minutes(shifts: Iterable[Shift]) -> int:
    """How long the shifts are together."""
    return sum(shift.session.minutes for shift in shifts)


def kept(shifts: list[Shift], cover: Cover) -> bool:
    """Whether the shifts of one period keep the promise."""
    return visits(shifts) >= (cover.visits or 0) and minutes(shifts) >= (cover.hours or 0) * 60


def by_period(
    cover: Cover, shifts: Iterable[Shift], first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, list[Shift]]]:
    """The full weeks, months or quarters between two days: the first day of each, and its shifts."""
    held, step, start = list(shifts), _PERIODS[cover.per], _first(first, cover)
    while (following := start + step) - ONE_DAY <= last:
        yield start, [shift for shift in held if start <= shift.date < following]
        start = following


def _first(day: dt.date, cover: Cover) -> dt.date:
    if cover.per == "week":
        return monday(day + 6 * ONE_DAY)
    start = day.replace(day=1)
    if cover.per == "quarter":
        start -= relativedelta(months=(start.month - 1) % 3)
    return start if start == day else start + _PERIODS[cover.per]
