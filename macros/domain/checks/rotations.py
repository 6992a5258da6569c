"""What a rotation's pattern does that its author may not expect."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import math
from collections import Counter
from collections.abc import Iterator

from macros.domain.checks.scope import Scope, duty, some
from macros.domain.days import WEEKDAYS, spoken
from macros.domain.duty.exceptions import takes_over
from macros.domain.duty.holidays import WAITING
from macros.domain.duty.segments import with_last_days
from macros.domain.duty.shift import Dropped
from macros.errors import Finding
from macros.models.duty import Rotation, Stretch
from macros.models.when import When


def rotations(scope: Scope) -> Iterator[Finding]:
    """What is remarkable about the rotations in the window."""
    yield from _not_announced(scope)
    yield from _collisions(scope)
    yield from _postponed_into_temporary(scope)
    yield from _on_holidays(scope)
    for number, rotation in enumerate(scope.town.duty.rotations):
        yield from _ends(scope, number, rotation)
        for stretch, last in with_last_days(rotation):
            loc = ("rotations", number, "segments", stretch.number)
            yield from _missing_days(scope, stretch, last, *loc, "when")
            if last >= scope.first:
                yield from _never_meet(rotation, stretch, *loc, "people")


def _not_announced(scope: Scope) -> Iterator[Finding]:
    years = Counter(shift.date.year for shift in scope.shifts if not shift.announced)
    for year, count in sorted(years.items()):
        message = f"{year}年{WAITING}，{count} 个班次先按平常的日子排"
        yield duty("notice", message, "rotations" if scope.town.duty.rotations else "temporary")


def _collisions(scope: Scope) -> Iterator[Finding]:
    lost: dict[str, list[Dropped]] = {}
    for drop in scope.dropped:
        if drop.why == "collision":
            lost.setdefault(drop.rotation, []).append(drop)
    for rotation, drops in lost.items():
        told = some((f"{spoken(drop.date)}{drop.note}" for drop in drops), "次")
        days = len({drop.date for drop in drops})
        yield duty("warning", f"有 {days} 次值班没有做成：{told}", *scope.numbers[rotation])


def _postponed_into_temporary(scope: Scope) -> Iterator[Finding]:
    for entry in scope.town.duty.temporary:
        lost: dict[str, list[Dropped]] = {}
        for shift, drop in scope.applied.postponed:
            if scope.first <= drop.date <= scope.last and takes_over(entry, shift):
                lost.setdefault(drop.rotation, []).append(drop)
        for rotation, drops in lost.items():
            told = some((drop.note for drop in drops), "次")
            message = (
                f"“{scope.title(rotation)}”{told}，那天按“{entry.name}”，这一次就没有了；要值，请写进 shifts"
            )
            yield duty("warning", message, *scope.numbers[entry.id])


def _on_holidays(scope: Scope) -> Iterator[Finding]:
    found: dict[str, list[dt.date]] = {}
    for shift in scope.on_duty:
        if scope.calendar.holiday(shift.date) and shift.rotation in scope.rotations:
            found.setdefault(shift.rotation, []).append(shift.date)
    for rotation, days in found.items():
        told = some((f"{spoken(day)}（{scope.calendar.holiday(day)}）" for day in days), "天")
        yield duty("notice", f"法定节假日也有值班：{told}", *scope.numbers[rotation])


def _ends(scope: Scope, number: int, rotation: Rotation) -> Iterator[Finding]:
    final = rotation.stretches[-1]
    if final.to is not None and final.to < scope.last:
        loc = ("rotations", number, "segments", final.number, "to")
        message = f"“{rotation.name}”到 {final.to} 结束，之后没有安排"
        yield duty("warning" if final.to >= scope.first else "notice", message, *loc)


def _missing_days(scope: Scope, stretch: Stretch, last: dt.date, *loc: str | int) -> Iterator[Finding]:
    for when in stretch.when:
        months = _months(max(stretch.from_, scope.first), min(last, scope.last))
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


def _never_meet(rotation: Rotation, stretch: Stretch, *loc: str | int) -> Iterator[Finding]:
    places, people, wanted = len(stretch.tour), len(stretch.people), stretch.wanted
    if places == 1 or people <= wanted or (met := _met(places, people, wanted)) == people:
        return
    enough = next(more for more in itertools.count(people + 1) if _met(places, more, wanted) == more)
    cures = [f"加到 {enough} 个人"]
    halves = [(part, places - part) for part in range(places // 2, 0, -1)]
    if parts := next((both for both in halves if all(_met(p, people, wanted) == people for p in both)), None):
        cures.append(f"把这些场所分成 {parts[0]} 处和 {parts[1]} 处两条轮值")
    message = (
        f"“{rotation.name}”{places} 处场所、{people} 个人一起往下轮：每一处永远只轮得到其中 {met} 个人；"
        f"要让每一处轮到每个人，可以{'，或者'.join(cures)}"
    )
    yield duty("warning", message, *loc)


def _met(places: int, people: int, wanted: int) -> int:
    """How many of the people each place sees when places and people go on together at every turn."""
    step = math.gcd(places * wanted, people)
    return min(wanted, step) * people // step
