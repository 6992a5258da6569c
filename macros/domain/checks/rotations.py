"""What a rotation's pattern does that its author may not expect."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterator

from macros.domain.checks.scope import Scope, duty, some
from macros.domain.days import WEEKDAYS, spoken
from macros.domain.holidays import WAITING
from macros.domain.segments import with_last_days
from macros.domain.shift import Dropped
from macros.errors import Finding
from macros.models.duty import Rotation, Segment
from macros.models.when import When


def rotations(scope: Scope) -> Iterator[Finding]:
    """What is remarkable about the rotations in the window."""
    yield from _not_announced(scope)
    yield from _collisions(scope)
    yield from _on_holidays(scope)
    for number, rotation in enumerate(scope.town.duty.rotations):
        yield from _ends(scope, number, rotation)
        for segment, last in with_last_days(rotation):
            loc = ("rotations", number, "segments", rotation.segments.index(segment), "when")
            yield from _missing_days(scope, segment, last, *loc)


def _not_announced(scope: Scope) -> Iterator[Finding]:
    years = Counter(shift.date.year for shift in scope.shifts if not shift.announced)
    for year, count in sorted(years.items()):
        message = f"{year}年{WAITING}，{count} 个班次先按平常的日子排"
        yield duty("notice", message, "rotations")


def _collisions(scope: Scope) -> Iterator[Finding]:
    lost: dict[str, list[Dropped]] = {}
    for drop in scope.dropped:
        if drop.why == "collision":
            lost.setdefault(drop.rotation, []).append(drop)
    for rotation, drops in lost.items():
        told = some((f"{spoken(drop.date)}{drop.note}" for drop in drops), "次")
        yield duty("warning", f"有 {len(drops)} 次值班没有做成：{told}", *scope.numbers[rotation])


def _on_holidays(scope: Scope) -> Iterator[Finding]:
    found: dict[str, list[dt.date]] = {}
    for shift in scope.on_duty:
        if shift.date in scope.calendar.off and shift.rotation in scope.rotations:
            found.setdefault(shift.rotation, []).append(shift.date)
    for rotation, days in found.items():
        told = some((f"{spoken(day)}（{scope.calendar.off[day]}）" for day in days), "天")
        yield duty("notice", f"法定节假日也有值班：{told}", *scope.numbers[rotation])


def _ends(scope: Scope, number: int, rotation: Rotation) -> Iterator[Finding]:
    final = rotation.segments_by_time[-1]
    if final.to is not None and final.to < scope.last:
        loc = ("rotations", number, "segments", rotation.segments.index(final), "to")
        message = f"“{rotation.name}”到 {final.to} 结束，之后没有安排"
        yield duty("warning" if final.to >= scope.first else "notice", message, *loc)


def _missing_days(scope: Scope, segment: Segment, last: dt.date, *loc: str | int) -> Iterator[Finding]:
    for when in segment.when:
        months = _months(max(segment.from_, scope.first), min(last, scope.last))
        missing = [f"{year}年{month}月{what}" for year, month in months for what in _lacks(when, year, month)]
        if missing:
            yield duty("notice", f"{some(missing, '次')}不存在，跳过", *loc)


def _months(first: dt.date, last: dt.date) -> Iterator[tuple[int, int]]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield month // 12, month % 12 + 1


def _lacks(when: When, year: int, month: int) -> Iterator[str]:
    starts_on, length = calendar.monthrange(year, month)
    for day in when.days:
        if day > length:
            yield f"{day}日"
    for n in when.nth:
        for weekday in when.weekdays:
            if 1 + (weekday - starts_on) % 7 + 7 * (n - 1) > length:
                yield f"第{n}个周{WEEKDAYS[weekday]}"
