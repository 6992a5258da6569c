"""When something happens, in words a clerk can read aloud: the one grammar of the project.

每周三 13:30-16:00                      每月最后一个周五 9:00-11:00
每周一、三、五 9:00-11:00               每月5日、20日 9:00-11:30
周一至周五 9:00-11:00                   每月最后一天 9:00-11:30
每两周的周三 13:30-16:00                每个工作日 9:00-11:30、13:30-17:00
每月第2、4个周三 13:30-16:00            每天 9:00-17:00
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any, NoReturn

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

from macros.errors import similar, wrong
from macros.models.base import narrow, parsed
from macros.models.dates import Session
from macros.models.when_guess import guess_parts

LAST = -1
EXAMPLES = (
    "每周三 13:30-16:00",
    "每周一、三、五 9:00-11:00",
    "周一至周五 9:00-11:00",
    "每两周的周三 13:30-16:00",
    "每月第2、4个周三 13:30-16:00",
    "每月最后一个周五 9:00-11:00",
    "每月5日、20日 9:00-11:30",
    "每月最后一天 9:00-11:30",
    "每个工作日 9:00-11:30、13:30-17:00",
    "每天 9:00-17:00",
)
_UNCLEAR = "看不懂是哪些日子"
_NAMES = "一二三四五六日"
_SPOKEN = {"两": 2, "二": 2} | {name: number for number, name in enumerate(_NAMES[:6], 1)}
_N = r"(?:\d{1,2}|[一二三四五])"
_DAYS = r"周[一二三四五六日](?:[、至]周?[一二三四五六日])*"
_WEEKLY = re.compile(rf"每?(?P<days>{_DAYS})")
_EVERY = re.compile(rf"每(?P<every>\d{{1,2}}|[两二三四五六])周的?(?P<days>{_DAYS})")
_ORDINAL = rf"(?:第{_N}(?:、{_N})*个|最后一个)"
_NTH = re.compile(rf"每月(?P<nth>{_ORDINAL}(?:、{_ORDINAL})*)(?P<days>{_DAYS})")
_DATE = r"(?:\d{1,2}日|最后一天)"
_DATES = re.compile(rf"每月(?P<dates>{_DATE}(?:、{_DATE})*)")
_CLOCK_WORDS = re.compile(r"\d[点时]|\d[.]\d\d|\d{3,4} *[-—~至到]|上午|下午|早上|晚上|全天")
_HOURS = re.compile(r"\d{1,2}:\d{2}.*")


@dataclass(frozen=True)
class When:
    """A pattern of days with its sessions; exactly one of the ways to name days is used.

    `weekdays` count from 0, Monday. With `nth` they are the nth of a month, with
    `every` those of every so many weeks. `days` are days of the month. In `nth` and
    `days` -1 is the last. `working` means every working day, and nothing at all
    means every day.
    """

    sessions: tuple[Session, ...]
    weekdays: tuple[int, ...] = ()
    every: int = 1
    nth: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    working: bool = False

    @classmethod
    def parse(cls, text: str) -> When:
        """The pattern that `text` says; raises pydantic's custom error with the nearest right form."""
        plain = _plain(text)
        hours = _HOURS.search(plain)
        head = re.sub(r"\s", "", plain[: hours.start()] if hours else plain)
        try:
            if not hours and _CLOCK_WORDS.search(plain):
                raise wrong("看不懂是几点到几点")
            parts = _head(head)
            if not hours:
                raise wrong("没有写时间")
            return cls(sessions=_sessions(hours.group()), **parts)
        except PydanticCustomError as problem:
            _refuse(text, problem)

    def dates(self, first: dt.date, last: dt.date, anchor: dt.date | None = None) -> list[dt.date]:
        """The days of the pattern from `first` to `last`, in order.

        "Every two weeks" counts in sevens of days from `anchor`, so that the first one
        is never more than a week after it. For `working` these are Monday to Friday:
        only a calendar knows holidays.
        """
        start = anchor or first
        begin, first = start.toordinal(), max(start, first)
        weekdays = self.weekdays or range(5 if self.working else 7)
        ahead = sorted((day - start.weekday()) % 7 for day in weekdays)
        weeks = range(begin, last.toordinal() + 1, 7 * self.every)
        days = [dt.date.fromordinal(week + day) for week in weeks for day in ahead]
        if self.nth or self.days:
            days = [day for day in days if self._in_month(day)]
        return [day for day in days if first <= day <= last]

    def _in_month(self, day: dt.date) -> bool:
        """Whether the day's place in its month is one of those asked for."""
        if self.nth:
            return (day.day + 6) // 7 in self.nth or (LAST in self.nth and _ends(day, days=7))
        return day.day in self.days or (LAST in self.days and _ends(day, days=1))

    def __str__(self) -> str:
        hours = "、".join(f"{s.start.hour}:{s.start:%M}-{s.end.hour}:{s.end:%M}" for s in self.sessions)
        return f"{self.pattern} {hours}"

    @property
    def pattern(self) -> str:
        """The days alone, as they are read aloud."""
        if self.nth:
            counted = "、".join(str(n) for n in self.nth if n != LAST)
            names = ([f"第{counted}个"] if counted else []) + (["最后一个"] if LAST in self.nth else [])
            return f"每月{'、'.join(names)}周{self._weekdays()}"
        if self.days:
            return "每月" + "、".join("最后一天" if day == LAST else f"{day}日" for day in self.days)
        if not self.weekdays:
            return "每个工作日" if self.working else "每天"
        if self.every > 1:
            return f"每{'两' if self.every == 2 else self.every}周的周{self._weekdays()}"
        days = self._weekdays()
        return f"周{days}" if "至" in days else f"每周{days}"

    def _weekdays(self) -> str:
        first, last = self.weekdays[0], self.weekdays[-1]
        if len(self.weekdays) > 2 and last - first == len(self.weekdays) - 1:
            return f"{_NAMES[first]}至周{_NAMES[last]}"
        return "、".join(_NAMES[day] for day in self.weekdays)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return parsed(cls, cls.parse)


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Whens = Annotated[
    tuple[When, ...],
    BeforeValidator(_one_or_more, json_schema_input_type=When | tuple[When, ...]),
    Field(min_length=1),
]


def _ends(day: dt.date, *, days: int) -> bool:
    """Whether the month is over that many days later."""
    return (day + dt.timedelta(days)).month != day.month


def _plain(text: str) -> str:
    text = re.sub(r"星期|礼拜", "周", narrow(text)).replace(",", "、").replace("，", "、")
    text = text.replace("号", "日").replace("个月", "月").replace("周天", "周日").replace("每日", "每天")
    return re.sub(r"(周[一二三四五六日])[到\-—–~～](?=周?[一二三四五六日])", r"\1至", text)


def _head(head: str) -> dict[str, Any]:
    if head in ("每个工作日", "工作日"):
        return {"working": True}
    if head == "每天":
        return {}
    if found := _WEEKLY.fullmatch(head):
        return {"weekdays": _weekdays(found["days"])}
    if found := _EVERY.fullmatch(head):
        return {"every": _number(found["every"], 2, 26), "weekdays": _weekdays(found["days"])}
    if found := _NTH.fullmatch(head):
        nth = [_number(n, 1, 5) for n in re.findall(_N, found["nth"].replace("最后一个", ""))]
        return {"nth": _ordered(nth, "最后" in found["nth"]), "weekdays": _weekdays(found["days"])}
    if found := _DATES.fullmatch(head):
        days = [_number(n, 1, 31) for n in re.findall(r"\d+", found["dates"])]
        return {"days": _ordered(days, "最后" in found["dates"])}
    raise wrong(_UNCLEAR if head else "没有写是哪些日子")


def _weekdays(text: str) -> tuple[int, ...]:
    days: set[int] = set()
    for stretch in text.replace("周", "").split("、"):
        first, last = _NAMES.index(stretch[0]), _NAMES.index(stretch[-1])
        if last < first:
            raise wrong("星期的先后不对")
        days.update(range(first, last + 1))
    return tuple(sorted(days))


def _number(text: str, low: int, high: int) -> int:
    number = _SPOKEN.get(text) or int(text)
    if not low <= number <= high:
        raise wrong(f"没有 {number} 这个数", right=f"只能从 {low} 到 {high}")
    return number


def _ordered(numbers: Iterable[int], with_last: bool) -> tuple[int, ...]:
    return (*sorted(set(numbers)), *([LAST] if with_last else []))


def _sessions(text: str) -> tuple[Session, ...]:
    parts = [part for part in re.split(r"[、;]|(?<=\d) +(?=\d)", text) if part.strip()]
    sessions = tuple(sorted(map(Session.parse, parts)))
    if any(a.overlaps(b) for a, b in pairwise(sessions)):
        raise wrong("同一天的几段时间重叠了")
    return sessions


def _refuse(text: str, problem: PydanticCustomError) -> NoReturn:
    said = problem.context or {}
    message, right = said.get("message", ""), _guess(text) or said.get("right")
    if not right and message == _UNCLEAR and (near := similar(narrow(text), EXAMPLES)):
        right = f"可以参考 {' 或 '.join(near)}"
    raise wrong(f"时间规律写得不对：{message}", right=right or f"例如 {EXAMPLES[0]}") from None


def _guess(text: str) -> str:
    head, hours = guess_parts(text)
    try:
        when = When(sessions=_sessions(hours or "9:00-11:00"), **_head(head))
    except PydanticCustomError:
        return ""
    return f"是不是想写 {when}？" if hours else f"例如 {when}"
