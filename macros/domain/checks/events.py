"""What is strange about events: too far away, long past and still a sample, at a closed place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from macros.domain.checks.scope import Scope
from macros.domain.days import each
from macros.domain.duty.closures import Closures
from macros.errors import Finding, Level
from macros.models.events import Event

# A campaign of months needs no day-by-day look.
LONGEST = dt.timedelta(days=31)
# By then people have given up waiting for a new day.
FORGOTTEN = dt.timedelta(days=60)


def events(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again."""
    closures = Closures.of(scope.town.duty)
    yield from _doubled(scope.town.events.events)
    for number, event in enumerate(scope.town.events.events):
        if scope.far(event.date.first):
            yield _finding(number, "date", "日子太远了，请检查年份", "error")
        if event.sample and event.last.last < scope.first:
            yield _finding(number, "sample", "示例活动的日子已经过去，请换成真的，或者删掉", "notice")
        if event.figures and event.date.first > scope.first:
            yield _finding(number, "figures", "还没办的活动，怎么有数字？请核对日期", "warning")
        if event.place and not (event.cancelled or event.postponed) and _closed(closures, event):
            yield _finding(number, "place", "场所那天暂停服务，请核对", "warning")
        yield from _postponed(number, event, scope.first)


def _postponed(number: int, event: Event, today: dt.date) -> Iterator[Finding]:
    if event.postponed and event.figures:
        yield _finding(number, "postponed", "延期的活动，怎么有数字？办过了就删掉 postponed", "warning")
    elif event.postponed and today - event.last.last > FORGOTTEN:
        message = "延期已经超过两个月，日子定了就改 date，原来的写进 was；不办了就写 cancelled"
        yield _finding(number, "postponed", message, "warning")


def _doubled(events: Sequence[Event]) -> Iterator[Finding]:
    first: dict[tuple[object, ...], int] = {}
    rooms: dict[tuple[str, object], list[int]] = {}
    for number, event in enumerate(events):
        what = (event.title, event.date, event.hours, event.place, event.venue)
        if (earlier := first.setdefault(what, number)) != number:
            message = f"和第 {earlier + 1} 条（{events[earlier].id}）是同一场，请删掉一条"
            yield _finding(number, "title", message, "warning")
        elif event.place and event.hours and not event.cancelled:
            held = rooms.setdefault((event.place, event.date), [])
            for other in (other for other in held if _clash(event, events[other])):
                message = f"和第 {other + 1} 条（{events[other].id}）同一时间、同一地点，请核对"
                yield _finding(number, "place", message, "warning")
            held.append(number)


def _clash(one: Event, other: Event) -> bool:
    return bool(one.hours and other.hours and one.hours.overlaps(other.hours))


def _finding(number: int, key: str, message: str, level: Level) -> Finding:
    return Finding("events", ("events", number, key), message, level)


def _closed(closures: Closures, event: Event) -> bool:
    if not (event.date.day and event.last.day and event.place):
        return False
    until = min(event.last.first, event.date.first + LONGEST)
    return any(closures.on(event.place, day) for day in each(event.date.first, until))
