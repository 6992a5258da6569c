"""Days of the old calendar (农历), as markets and festivals are told by them.

农历腊月初八 7:30-9:30                  农历每月初一、十五 8:00-10:00
农历二月十九、六月十九 8:00-10:00        除夕 9:00-11:00
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf

from macros.errors import wrong
from macros.models.base import narrow
from macros.models.dates import Session
from macros.models.when import When

LUNAR_EXAMPLES = ("农历腊月初八 7:30-9:30", "农历每月初一、十五 8:00-10:00", "除夕 9:00-11:00")
_EVE = "除夕"
_DIGITS = "一二三四五六七八九十"
_MONTHS = ("正", *_DIGITS[1:], "冬", "腊")
_DAYS = (
    *(f"初{digit}" for digit in _DIGITS),
    *(f"十{digit}" for digit in _DIGITS[:9]),
    "二十",
    *(f"廿{digit}" for digit in _DIGITS[:9]),
    "三十",
)
_DAY = rf"(?:(?P<month>{'|'.join(_MONTHS)})月)?(?P<day>{'|'.join(_DAYS)})"
_HOURS = re.compile(r"\d{1,2}:\d{2}.*")
# The day that is the last of its month, whether it has 29 or 30.
_LAST = 30
_YEARLY_EVE = (12, 0)


@dataclass(frozen=True)
class LunarWhen:
    """Days of the old calendar with their session; each a month, None for every one, and a day.

    A leap month has none of a day that names its month. Day 0 of the twelfth is the year's last.
    """

    session: Session
    named: tuple[tuple[int | None, int], ...]

    @classmethod
    def parse(cls, text: str) -> LunarWhen:
        """The days that `text` says; raises pydantic's custom error."""
        plain = re.sub(r"阴历|旧历", "农历", narrow(text)).replace(",", "、").replace("，", "、")
        hours = _HOURS.search(plain)
        head = re.sub(r"\s", "", plain[: hours.start()] if hours else plain)
        if not hours:
            raise wrong("时间规律写得不对：没有写时间", right=f"例如 {LUNAR_EXAMPLES[0]}")
        return cls(Session.parse(hours.group()), tuple(_named(head.removeprefix("农历"))))

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The one session of each day."""
        return (self.session,)

    def dates(self, first: dt.date, last: dt.date, _anchor: dt.date | None = None) -> list[dt.date]:
        """The days from `first` to `last`, in order; they don't depend on where one begins to count."""
        years = range(first.year - 1, last.year + 1)
        found = {day for year in years for month in _months(year) for day in self._in(month)}
        return sorted(day for day in found if first <= day <= last)

    def _in(self, month: _Month) -> Iterator[dt.date]:
        for wanted, day in self.named:
            if (wanted, day) == _YEARLY_EVE:
                if month.ends_year:
                    yield month.first + dt.timedelta(days=month.length - 1)
            elif day <= month.length and wanted in (None, month.number):
                yield month.first + dt.timedelta(days=day - 1)

    @property
    def pattern(self) -> str:
        """The days alone, as they are read aloud."""
        if self.named == (_YEARLY_EVE,):
            return _EVE
        words, before = [], 0
        for month, day in self.named:
            named = "每" if month is None else _MONTHS[month - 1]
            words.append((f"{named}月" if month != before else "") + _DAYS[day - 1])
            before = month or 0
        return "农历" + "、".join(words).replace("、每月", "、")

    def __str__(self) -> str:
        return f"{self.pattern} {self.session.start.hour}:{self.session.start:%M}-{_end(self.session)}"


@dataclass(frozen=True)
class _Month:
    """A month of the old calendar; a leap one has the number 0."""

    number: int
    first: dt.date
    length: int
    ends_year: bool


@cache
def _months(year: int) -> tuple[_Month, ...]:
    # It takes as long to import as all else that reads events.
    from lunar_python import LunarYear

    found = [month for month in LunarYear.fromYear(year).getMonths() if month.getYear() == year]
    firsts = [dt.date.fromordinal(int(month.getFirstJulianDay() + 0.5) - 1721425) for month in found]
    return tuple(
        _Month(max(month.getMonth(), 0), first, month.getDayCount(), month is found[-1])
        for month, first in zip(found, firsts, strict=True)
    )


def _named(head: str) -> Iterator[tuple[int | None, int]]:
    if head == _EVE:
        yield _YEARLY_EVE
        return
    every = head.startswith("每月")
    month: int | None = None
    for number, word in enumerate(head.removeprefix("每月").split("、")):
        found = re.fullmatch(_DAY, _plain(word))
        if not found or (every and found["month"]) or not (every or number or found["month"]):
            right = f"可以参考 {' 或 '.join(LUNAR_EXAMPLES)}"
            raise wrong("时间规律写得不对：看不懂是农历哪一天", right=right)
        month = _MONTHS.index(found["month"]) + 1 if found["month"] else month
        day = _DAYS.index(found["day"]) + 1
        if (month, day) == (12, _LAST):
            raise wrong("有的年份没有腊月三十", right="一年的最后一天写 除夕 9:00-11:00")
        yield month, day


def _plain(word: str) -> str:
    word = re.sub(r"^十一月", "冬月", word)
    word = re.sub(r"^十二月", "腊月", word)
    word = re.sub(r"^一月", "正月", word)
    return re.sub(r"二十(?=[一二三四五六七八九]$)", "廿", word)


def _end(session: Session) -> str:
    return f"{session.end.hour}:{session.end:%M}"


def _event_when(value: Any) -> Any:
    """A pattern of either calendar, of one session a day."""
    if not isinstance(value, str):
        return value
    if re.search(r"[农阴旧]历|除夕|腊月|正月|冬月", value):
        return LunarWhen.parse(value)
    when = When.parse(value)
    if len(when.sessions) > 1:
        raise wrong("一天只能写一段时间", right="上午、下午各办一场，请写成两条活动")
    if when.working:
        # Nobody would look up which days of a lecture a bridge day takes.
        raise wrong(
            "活动不能写“每个工作日”", right=f"例如 周一至周五 {str(when).split()[-1]}，放假的日子写进 dates"
        )
    return when


EventWhen = Annotated[
    InstanceOf[When] | InstanceOf[LunarWhen], BeforeValidator(_event_when, json_schema_input_type=str)
]
