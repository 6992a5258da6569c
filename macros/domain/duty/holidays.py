"""Which days are holidays, make-up working days and plain ones, as far as it is announced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from macros.domain.days import ONE_DAY, each
from macros.domain.duty.legal_holidays import legal_holidays
from macros.models.holidays import Holidays
from macros.models.when import When

WAITING = "放假安排待国务院办公厅公布"
# Longer than any holiday; a search that goes on is a mistake in the data.
FARTHEST_WORKING_DAY = 31


def notice_day(year: int) -> dt.date:
    """The first day of a year on which the notice for the next one may be there; so far the earliest."""
    return dt.date(year, 10, 25)


@dataclass(frozen=True)
class Calendar:
    """What the notices say: holidays and make-up working days with their names, and the announced years."""

    off: Mapping[dt.date, str]
    makeup: Mapping[dt.date, str]
    years: frozenset[int]

    @classmethod
    def of(cls, holidays: Holidays, as_of: dt.date = dt.date.max) -> Calendar:
        """The notices published before a day, with what data/holidays.yml says on top of them."""
        known = as_of.year if as_of < notice_day(as_of.year) else as_of.year + 1
        off, makeup = (
            {day: name for day, name in kind.items() if day.year <= known} for kind in _published()
        )
        years = {day.year for day in off} | set(holidays.years)
        for entry in holidays.days:
            here, there = (off, makeup) if entry.kind == "off" else (makeup, off)
            for day in each(entry.first, entry.last):
                here[day] = entry.name
                there.pop(day, None)
                if entry.national:
                    years.add(day.year)
        return cls(off, makeup, frozenset(years))

    def announced(self, day: dt.date) -> bool:
        """Whether the notice for the day's year is known; if not, nothing is guessed."""
        return day.year in self.years

    def holiday(self, day: dt.date) -> str | None:
        """The name of the holiday that the day is, by a notice or by the law alone, or None."""
        return self.off.get(day) or legal_holidays(day.year).get(day)

    def working(self, day: dt.date, *, makeup_days: bool = False) -> bool:
        """Whether the day is a working day; make-up days only where they are asked for."""
        if self.holiday(day):
            return False
        return day.weekday() < 5 or (makeup_days and day in self.makeup)

    def nearest_working(self, day: dt.date, step: int, *, makeup_days: bool = False) -> dt.date | None:
        """The next (step 1) or previous (step -1) working day."""
        for _ in range(FARTHEST_WORKING_DAY):
            day += step * ONE_DAY
            if self.working(day, makeup_days=makeup_days):
                return day
        return None

    def dates(
        self,
        when: When,
        first: dt.date,
        last: dt.date,
        anchor: dt.date | None = None,
        *,
        makeup_days: bool = False,
    ) -> list[dt.date]:
        """The days of a pattern, holidays still among them; 每个工作日 gains make-up days if asked."""
        dates = when.dates(first, last, anchor)
        if when.working and makeup_days:
            gained = [day for day in self.makeup if first <= day <= last and day.weekday() > 4]
            return sorted(dates + gained)
        return dates


@cache
def _published() -> tuple[Mapping[dt.date, str], Mapping[dt.date, str]]:
    """The holidays and the make-up days of all notices that the library has, with their Chinese names."""
    from chinese_calendar import constants

    chinese = {holiday.value: holiday.chinese for holiday in constants.Holiday}
    off = {day: chinese[name] for day, name in constants.holidays.items()}
    return off, {day: chinese[name] for day, name in constants.workdays.items()}
