"""Dates and times as a clerk types them; nothing that doesn't exist gets through."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from macros.errors import wrong
from macros.models.base import narrow, parsed

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_PARTIAL = re.compile(r"(\d{4})(?:年|[-/](\d{1,2})|年(\d{1,2})月)?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# Full-width digits and colons are read as well.
_TYPED = r"^ *[0-9０-９]{1,2}[:：][0-9０-９]{2} *(-|－|–|—|~|～|至|到) *[0-9０-９]{1,2}[:：][0-9０-９]{2} *$"
_SESSION = re.compile(r"(\d{1,2}:\d{2}) ?(?:-|–|—|~|～|至|到) ?(\d{1,2}:\d{2})")


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = _DAY.fullmatch(narrow(value))
    if not found:
        raise wrong("日期应写成 2026-01-05 的样子")
    year, month, day = (int(group) for group in found.groups() if group)
    try:
        date = dt.date(year, month, day)
    except ValueError:
        raise wrong("没有这一天") from None
    _check_year(year)
    return date


def _check_year(year: int) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise wrong(f"年份要在 {_FIRST_YEAR} 到 {_LAST_YEAR} 之间")


def _clock(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = _CLOCK.fullmatch(narrow(value))
    if not found:
        raise wrong("时间应写成 13:30 的样子")
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:
        raise wrong("没有这个时间", right="从 00:00 到 23:59")
    return dt.time(hour, minute)


def _before_midnight(start: str, end: str) -> str:
    """The end as written; raises where it is midnight, which no day has at its end."""
    if end in ("24:00", "0:00", "00:00"):
        raise wrong("一天到 23:59 为止", right=f"是不是想写 {start}-23:59？")
    return end


Day = Annotated[dt.date, BeforeValidator(_date)]


@dataclass(frozen=True, order=True)
class Session:
    """A stretch of one day in whole minutes; the end is not part of it."""

    start: dt.time
    end: dt.time

    @classmethod
    def parse(cls, text: str) -> Session:
        """The session written as `13:30-16:00`; raises pydantic's custom error."""
        found = _SESSION.fullmatch(narrow(text))
        if not found:
            raise wrong("时间段应写成 13:30-16:00 的样子")
        start, end = _clock(found[1]), _clock(_before_midnight(found[1], found[2]))
        if end <= start:
            right = f"下午 {end.hour} 点写 {end.hour + 12}" if 0 < end.hour < 12 else ""
            raise wrong("结束时间不能早于或等于开始时间", right=right)
        if 1 <= start.hour <= 4:
            # Nobody is open from 1:30 to 4:00 at night; whoever writes it means the afternoon.
            raise wrong("这是凌晨的时间", right=f"下午 {start.hour} 点写 {start.hour + 12}")
        return cls(start, end)

    @property
    def minutes(self) -> int:
        """How long it is."""
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute

    def overlaps(self, other: Session) -> bool:
        """Whether the two share at least a minute."""
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M}–{self.end:%H:%M}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return parsed(cls, cls.parse, _TYPED)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as precisely as it is known: a year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date written as `2022`, `2022-12` or `2022-12-04`."""
        text = narrow(text)
        if _DAY.fullmatch(text):
            date = _date(text)
            return cls(date.year, date.month, date.day)
        found = _PARTIAL.fullmatch(text)
        if not found:
            raise wrong("日期应写成 2022、2022-12 或 2022-12-04 的样子")
        month = found[2] or found[3]
        if month and not 1 <= int(month) <= 12:
            raise wrong("没有这个月份")
        return cls(int(found[1]), int(month) if month else None)

    @property
    def first(self) -> dt.date:
        """The first day it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day it can mean."""
        if self.day:
            return self.first
        following = dt.date(
            self.year + (self.month is None or self.month == 12), (self.month or 12) % 12 + 1, 1
        )
        return following - dt.timedelta(days=1)

    def __str__(self) -> str:
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return parsed(cls, cls.parse)


def _likely(date: PartialDate) -> PartialDate:
    _check_year(date.year)
    return date


KnownDate = Annotated[PartialDate, AfterValidator(_likely)]
