"""What is strange about events: too far away, long past and still a sample, at a closed place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.domain.checks.scope import FARTHEST, Scope
from macros.domain.days import each
from macros.domain.turns import Setting
from macros.errors import Finding, Level
from macros.models.events import Event

# A campaign of months needs no day-by-day look.
LONGEST = dt.timedelta(days=31)
# By then people have given up waiting for a new day.
FORGOTTEN = dt.timedelta(days=60)


def events(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again."""
    setting = Setting.of(scope.town.duty, scope.calendar, scope.names)
    for number, event in enumerate(scope.town.events.events):
        if event.date.first > scope.last + FARTHEST:
            yield _finding(number, "date", "日子太远了，请检查年份", "error")
        if event.sample and event.last.last < scope.first:
            yield _finding(number, "sample", "示例活动的日子已经过去，请换成真的，或者删掉", "notice")
        if event.figures and event.date.first > scope.first:
            yield _finding(number, "figures", "还没办的活动，怎么有数字？请核对日期", "warning")
        if event.place and not (event.cancelled or event.postponed) and _closed(setting, event):
            yield _finding(number, "place", "场所那天暂停服务，请核对", "warning")
        yield from _postponed(number, event, scope.first)


def _postponed(number: int, event: Event, today: dt.date) -> Iterator[Finding]:
    if event.postponed and event.figures:
        yield _finding(number, "postponed", "延期的活动，怎么有数字？办过了就删掉 postponed", "warning")
    elif event.postponed and today - event.last.last > FORGOTTEN:
        message = "延期已经超过两个月，日子定了就改 date，原来的写进 was；不办了就写 cancelled"
        yield _finding(number, "postponed", message, "warning")


def _finding(number: int, key: str, message: str, level: Level) -> Finding:
    return Finding("events", ("events", number, key), message, level)


def _closed(setting: Setting, event: Event) -> bool:
    if not (event.date.day and event.last.day and setting.closures and event.place):
        return False
    until = min(event.last.first, event.date.first + LONGEST)
    return any(setting.closure(event.place, day) for day in each(event.date.first, until))
