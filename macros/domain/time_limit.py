"""The last day of a term: time-limit.js, word for word (民法典 art. 201 to 203)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.domain.days import ONE_DAY
from macros.domain.duty.holidays import Calendar
from macros.domain.duty.legal_holidays import legal_holidays
from macros.models.topics import Limit

# So many years behind the last notice the days off that the law fixes are told on the page.
AHEAD = 3


@dataclass(frozen=True)
class LastDay:
    """The last day, the one that was counted, which may be a day off, and whether its year is announced."""

    day: dt.date
    counted: dt.date
    announced: bool


def counted(limit: Limit, start: dt.date) -> dt.date:
    """The last day as it is counted: the day itself isn't; a month ends on its like, or with its last day."""
    if limit.days:
        return start + limit.days * ONE_DAY
    months = start.month - 1 + (limit.months or 12 * (limit.years or 0))
    year, month = start.year + months // 12, months % 12 + 1
    return dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def last_day(limit: Limit, start: dt.date, days: Calendar) -> LastDay:
    """The last day of the term; where the holidays of its year aren't announced nothing is moved."""
    end = day = counted(limit, start)
    while days.announced(day) and not days.working(day, makeup_days=True):
        day += ONE_DAY
    return LastDay(day, end, announced=True) if days.announced(day) else LastDay(end, end, announced=False)


def off_days(days: Calendar, today: dt.date) -> Iterator[tuple[dt.date, bool]]:
    """What differs from plain weeks, for the browser: days off, and weekend days on which people work.

    From a year ago on; of years that aren't announced only the days off that the law fixes.
    """
    years = sorted({*days.years, *range(today.year, today.year + AHEAD + 1)})
    for year in (each for each in years if each >= today.year - 1):
        off = {day for day in days.off if day.year == year} | set(legal_holidays(year))
        makeup = {day for day in days.makeup if day.year == year and day.weekday() > 4}
        differing = {day: True for day in off if day.weekday() < 5} | dict.fromkeys(makeup, False)
        yield from sorted(differing.items())
