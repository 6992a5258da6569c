"""What is strange about events: too far away, long past and still a sample, at a closed place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.domain.checks.scope import FARTHEST, Scope
from macros.domain.closures import Closures
from macros.domain.days import each
from macros.errors import Finding, Level
from macros.models.events import Event

# A campaign of months needs no day-by-day look.
LONGEST = dt.timedelta(days=31)


def events(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again."""
    closures = Closures.of(scope.town.duty)
    for number, event in enumerate(scope.town.events.events):
        if event.date.first > scope.last + FARTHEST:
            yield _finding(number, "date", "日子太远了，请检查年份", "error")
        if event.sample and event.last.last < scope.first:
            yield _finding(number, "sample", "示例活动的日子已经过去，请换成真的，或者删掉", "notice")
        if event.figures and event.date.first > scope.first:
            yield _finding(number, "figures", "还没办的活动，怎么有数字？请核对日期", "warning")
        if event.place and not event.cancelled and _closed(closures, event):
            yield _finding(number, "place", "场所那天暂停服务，请核对", "warning")


def _finding(number: int, key: str, message: str, level: Level) -> Finding:
    return Finding("events", ("events", number, key), message, level)


def _closed(closures: Closures, event: Event) -> bool:
    if not (event.date.day and event.last.day and event.place):
        return False
    until = min(event.last.first, event.date.first + LONGEST)
    return any(closures.on(event.place, day) for day in each(event.date.first, until))
