"""What a place is promised: the periods it is counted in, and whether the shifts of one keep it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from dateutil.relativedelta import relativedelta

from macros.domain.days import ONE_DAY, monday
from macros.domain.duty.shift import Shift
from macros.models.cover import Cover

QUARTER = relativedelta(months=3)
_PERIODS = {
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "quarter": QUARTER,
}
_EVERY = {"week": "每周", "month": "每月", "quarter": "每季度"}


def promise(cover: Cover) -> str:
    """The promise in words: 每月 2 次、8 小时，每季度 1 场讲座."""
    words = [f"每季度 {cover.lectures} 场讲座"] if cover.lectures else []
    if cover.per is None:
        return words[0]
    parts = [f"{cover.visits} 次"] if cover.visits else []
    parts += [f"{cover.hours} 小时"] if cover.hours else []
    return "，".join((f"{_EVERY[cover.per]} {'、'.join(parts)}", *words))


def visits(shifts: Iterable[Shift]) -> int:
    """On how many days there is a shift."""
    return len({shift.date for shift in shifts})


def minutes(shifts: Iterable[Shift]) -> int:
    """How long the shifts are together."""
    return sum(shift.session.minutes for shift in shifts)


def kept(shifts: list[Shift], cover: Cover) -> bool:
    """Whether the shifts of one period keep the promise."""
    return visits(shifts) >= (cover.visits or 0) and minutes(shifts) >= (cover.hours or 0) * 60


def at_place(shifts: Iterable[Shift]) -> list[Shift]:
    """Those that count for a promise: somebody is there, not only on the telephone."""
    return [shift for shift in shifts if shift.manner.at_place]


def by_period(
    cover: Cover, shifts: Iterable[Shift], first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, list[Shift]]]:
    """The full weeks, months or quarters between two days: the first day of each, and its shifts."""
    if cover.per is None:
        return
    held, step, start = at_place(shifts), _PERIODS[cover.per], _first(first, cover)
    while (following := start + step) - ONE_DAY <= last:
        yield start, [shift for shift in held if start <= shift.date < following]
        start = following


def quarter(day: dt.date) -> dt.date:
    """The first day of the day's quarter."""
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def _first(day: dt.date, cover: Cover) -> dt.date:
    if cover.per == "week":
        return monday(day + 6 * ONE_DAY)
    start = day.replace(day=1)
    if cover.per == "quarter":
        start = quarter(day)
    return start if start == day else start + _PERIODS[cover.per or "month"]
