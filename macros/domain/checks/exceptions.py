"""Whether every override, swap and temporary schedule means what it says."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from macros.domain.checks.scope import Scope, duty
from macros.domain.days import spoken
from macros.domain.duty.exceptions import home, takes_over
from macros.domain.duty.segments import segment_on
from macros.domain.duty.shift import Shift
from macros.errors import Finding
from macros.models.duty import Override, ShiftAt, Temporary

# Farther than to the next turn but one, a move is taken for a slip of the pen.
FARTHEST_MOVE = dt.timedelta(days=62)
MISSED = "没有命中任何值班"


def exceptions(scope: Scope) -> Iterator[Finding]:
    """What is wrong with the exceptions, wherever they are dated."""
    for number, override in enumerate(scope.town.duty.overrides):
        if override.add:
            yield from _addition(scope, number, override)
        else:
            yield from _override(scope, number, override)
    yield from _swaps(scope)
    yield from _temporary(scope)


def _override(scope: Scope, number: int, override: Override) -> Iterator[Finding]:
    hits = scope.applied.hits.get(number, [])
    if not hits:
        yield missed(scope, override, "overrides", number)
    if (other := scope.applied.clashes.get(number)) is not None:
        yield _twice(number, other, "overrides")
    if override.move and override.move.hours and len(hits) > 1:
        message = f"{spoken(override.date)}有 {len(hits)} 个班次，不知道移动哪一个；请写 hours（原来的时间）"
        yield duty("error", message, "overrides", number, "move")
    if hits and override.move and override.move.date:
        yield from _moved(scope, number, override.date, override.move.date)
    for shift in hits:
        yield from _details(scope, number, override, shift)


def _moved(scope: Scope, number: int, old: dt.date, new: dt.date) -> Iterator[Finding]:
    if new < scope.first <= old:
        # On the day before it may have been right: time alone makes no error.
        message = f"移到的 {new} 已经过去了，如果是刚写的，请检查年份和月份"
        yield duty("warning", message, "overrides", number, "move", "date")
    elif abs(new - old) > FARTHEST_MOVE:
        message = f"移了 {abs(new - old).days} 天，请检查年份和月份"
        yield duty("warning", message, "overrides", number, "move", "date")


def _details(scope: Scope, number: int, override: Override, shift: Shift) -> Iterator[Finding]:
    if override.replace:
        yield from _head_count(scope, number, override, "replace", len(override.replace))
        if override.replace == shift.people:
            yield duty("warning", "替换后还是原来的人", "overrides", number, "replace")
    if override.move:
        moved = replace(
            shift, date=override.move.date or shift.date, place=override.move.place or shift.place
        )
        for entry in scope.town.duty.temporary:
            if takes_over(entry, moved):
                message = f"移到了“{entry.name}”（{entry.from_} 到 {entry.last}）的日子里，照样值班，请核对"
                yield duty("warning", message, "overrides", number, "move")
    for part in override.split or ():
        if part.hours.start < shift.session.start or part.hours.end > shift.session.end:
            message = f"{part.hours} 超出了这个班次的时间（{shift.session}）"
            yield duty("error", message, "overrides", number, "split")


def _addition(scope: Scope, number: int, override: Override) -> Iterator[Finding]:
    rotation = scope.rotations[override.rotation]
    places = home(rotation, override.date)
    if override.place is None and len(places) > 1:
        message = f"“{rotation.name}”有 {len(places)} 个场所，请写 place"
        yield duty("error", message, "overrides", number, "add")
    yield from _head_count(scope, number, override, "add", len(override.add or ()))
    if scope.first <= override.date <= scope.last:
        # Two shifts at one place are found among those of the window, whatever they come from.
        return
    place, hours = override.place or places[0], override.hours
    there = [s for s in scope.by_rotation[rotation.id] if (s.date, s.place) == (override.date, place)]
    if hours and sum(shift.session.overlaps(hours) for shift in there) > 1:
        message = f"{spoken(override.date)}这个时间已经有班次；换人请用 replace"
        yield duty("error", message, "overrides", number, "add")


def _head_count(scope: Scope, number: int, override: Override, key: str, count: int) -> Iterator[Finding]:
    rotation = scope.rotations[override.rotation]
    wanted = segment_on(rotation, override.date).wanted
    if count != wanted:
        message = f"“{rotation.name}”每次要 {wanted} 人，这里写了 {count} 人"
        yield duty("warning", message, "overrides", number, key)


def _swaps(scope: Scope) -> Iterator[Finding]:
    for number, swap in enumerate(scope.town.duty.swaps):
        hits = scope.applied.swap_hits.get(number, ([], []))
        for key, named, found in (("a", swap.a, hits[0]), ("b", swap.b, hits[1])):
            if not found:
                yield missed(scope, named, "swaps", number, key)
            elif len(found) > 1:
                sessions = "、".join(f"{shift.session}" for shift in found)
                message = f"{spoken(named.date)}有 {len(found)} 个班次（{sessions}），请用 hours 写明是哪一个"
                yield duty("error", message, "swaps", number, key, "date")
        if len(hits[0]) == len(hits[1]) == 1:
            if hits[0] == hits[1]:
                yield duty("error", "对调的是同一个班次", "swaps", number, "b", "date")
            elif hits[0][0].people == hits[1][0].people:
                yield duty("warning", "两个班次是同一个人，对调后没有变化", "swaps", number)
        if (other := scope.applied.swap_clashes.get(number)) is not None:
            yield _twice(number, other, "swaps")


def _twice(number: int, other: int, key: str) -> Finding:
    later, earlier = max(number, other), min(number, other)
    message = f"和第 {earlier + 1} 条改的是同一个班次，只能留一条"
    return duty("error", message, key, later, "date" if key == "overrides" else "a")


def missed(scope: Scope, named: ShiftAt, *loc: str | int) -> Finding:
    """The finding that no shift is where an exception looks for one, with those closest_days to it."""
    if scope.far(named.date):
        return duty("error", f"{MISSED}：{named.date} 太远了，请检查年份", *loc, "date")
    dropped = [d for d in scope.applied.dropped if (d.rotation, d.date) == (named.rotation, named.date)]
    shifts = scope.by_rotation.get(named.rotation, [])
    today = [shift for shift in shifts if shift.date == named.date]
    if today:
        there = "、".join(map(partial(_told, scope), today))
        return duty("error", f"{MISSED}：{spoken(named.date)}的班次是 {there}", *loc, "date")
    why = f"（{dropped[0].note}）" if dropped else ""
    close = closest_days(shifts, named.date)
    # Of a slip in the year nothing shows otherwise.
    told = spoken if len({day.year for day in (named.date, *close)}) < 2 else _with_year
    near = "，最近的是 " + " 和 ".join(map(told, close)) if close else ""
    return duty("error", f"{MISSED}：{told(named.date)}没有值班{why}{near}", *loc, "date")


def _with_year(day: dt.date) -> str:
    return f"{day.year}年{spoken(day)}"


def closest_days(shifts: list[Shift], day: dt.date) -> list[dt.date]:
    """The last date before the day and the first one after it."""
    dates = sorted({shift.date for shift in shifts if shift.state != "cancelled"})
    at = bisect_left(dates, day)
    return dates[max(at - 1, 0) : at + 1]


def _told(scope: Scope, shift: Shift) -> str:
    gone = "（已取消）" if shift.state == "cancelled" else ""
    return f"{shift.session} {scope.names.place(shift.place)}{gone}"


def _temporary(scope: Scope) -> Iterator[Finding]:
    entries = scope.town.duty.temporary
    for number, entry in enumerate(entries):
        for other in entries[:number]:
            if _meet(entry, other):
                message = f"和“{other.name}”（{other.from_} 到 {other.last}）的日期重叠了"
                yield duty("error", message, "temporary", number, "from")


def _meet(one: Temporary, other: Temporary) -> bool:
    if one.from_ > other.last or other.from_ > one.last:
        return False
    return one.places is None or other.places is None or not set(one.places).isdisjoint(other.places)
