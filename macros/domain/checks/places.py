"""Whether each place gets the visits and hours it is promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby, pairwise

from macros.domain.checks.scope import Loc, Scope, duty, some
from macros.domain.days import ONE_DAY, month, short, spoken
from macros.domain.duty.cover import QUARTER, by_period, kept, minutes, promise, quarter, visits
from macros.domain.duty.shift import Shift
from macros.domain.lectures import lectures
from macros.errors import Finding
from macros.models.cover import Cover
from macros.models.places import Place


def places(scope: Scope) -> Iterator[Finding]:
    """What is wrong about the places in the window."""
    yield from _vacant(scope)
    yield from _closed(scope)
    yield from _shared(scope)
    begins = _begins(scope)
    for number, place in enumerate(scope.town.places):
        yield from _lectures(scope, place, "places", number, "cover")
        yield from _promised(scope, place, begins.get(place.id), "places", number, "cover")


def _vacant(scope: Scope) -> Iterator[Finding]:
    promised = {place.id for place in scope.town.places if place.cover}
    empty: dict[tuple[bool, Loc], list[Shift]] = {}
    for shift in scope.shifts:
        # Where the clerk named somebody, the reminder stands there.
        if shift.state == "vacant" and not shift.by_name:
            key = (shift.place in promised, _leave(scope, shift))
            empty.setdefault(key, []).append(shift)
    for (demanded, loc), shifts in empty.items():
        message = f"请假后没有人代班：{some(map(scope.told, shifts))}"
        yield duty("error" if demanded else "warning", message, *loc)


def _leave(scope: Scope, shift: Shift) -> Loc:
    for number, leave in enumerate(scope.town.duty.leave):
        if leave.person in shift.planned and leave.absent(shift.date, shift.session):
            return ("leave", number)
    return scope.source(shift)


def _closed(scope: Scope) -> Iterator[Finding]:
    # Of a turn nothing else was to be expected; what the clerk put there was meant to take place.
    turns = set(scope.applied.turns) if scope.applied.closed else set()
    for shift in scope.applied.closed:
        if shift not in turns and scope.first <= shift.date <= scope.last:
            who = scope.names.people(shift.people)
            message = f"{scope.told(shift)}排了{who}，可是场所那天暂停服务，不会值班"
            yield duty("warning", message, *scope.source(shift))


def _shared(scope: Scope) -> Iterator[Finding]:
    found: dict[tuple[str, str, str], list[Shift]] = {}
    for place, shifts in scope.on_duty_by_place.items():
        for one, other in _overlapping(shifts):
            if one.rotation != other.rotation and one.manner != other.manner:
                continue
            found.setdefault((place, one.rotation, other.rotation), []).append(other)
    for (place, first, second), doubled in found.items():
        titles = "、".join(dict.fromkeys((scope.title(first), scope.title(second))))
        when = some((spoken(shift.date) for shift in doubled), "天")
        message = f"{scope.names.place(place)}同一时间有两个班次（{titles}）：{when}"
        # Two rotations may well share a place, as two desks; one rotation can't need it twice.
        if first != second:
            message += "；要让乡亲分得清，各写上 for（办什么）"
        yield duty("error" if first == second else "notice", message, *scope.source(doubled[0]))


def _overlapping(shifts: list[Shift]) -> Iterator[tuple[Shift, Shift]]:
    for _, day in groupby(shifts, key=lambda shift: shift.date):
        # Sorted by start: whatever overlaps anything overlaps the next one.
        for one, other in pairwise(day):
            if one.session.overlaps(other.session):
                yield one, other


def _promised(scope: Scope, place: Place, begins: dt.date | None, *loc: str | int) -> Iterator[Finding]:
    cover = place.cover
    if cover is None or not cover.counted:
        return
    if begins is None:
        yield Finding("places", loc, f"承诺了{promise(cover)}，可是没有任何轮值", "warning")
        return
    mine = scope.on_duty_by_place.get(place.id, [])
    # What a year without a notice will hold, nobody knows yet.
    broken = [
        f"{_name(start, cover)}{_done(shifts, cover)}"
        for start, shifts in by_period(cover, mine, max(begins, scope.first), scope.last)
        if scope.calendar.announced(start) and not kept(shifts, cover)
    ]
    if broken:
        message = f"承诺{promise(cover)}，没有做到：{some(broken, '段时间')}"
        yield Finding("places", loc, message, "warning")


def _lectures(scope: Scope, place: Place, *loc: str | int) -> Iterator[Finding]:
    """What the quarter that this day is in still lacks."""
    wanted = place.cover.lectures if place.cover else None
    if not wanted:
        return
    begins = quarter(scope.first)
    last = begins + QUARTER - ONE_DAY
    places = {one.id: one for one in scope.town.places}
    held = lectures(scope.town.events.events, place, places, begins, last)
    if len(held) < wanted:
        when = f"{begins.year}年第{(begins.month + 2) // 3}季度"
        message = f"承诺每季度 {wanted} 场讲座，{when}办了和排了 {len(held)} 场，请在 events.yml 里加上"
        yield Finding("places", loc, message, "warning")


def _begins(scope: Scope) -> dict[str, dt.date]:
    begins: dict[str, dt.date] = {}
    for rotation in scope.town.duty.rotations:
        for stretch in rotation.stretches:
            for place in stretch.tour:
                begins[place] = min(stretch.from_, begins.get(place, stretch.from_))
    return begins


def _name(start: dt.date, cover: Cover) -> str:
    if cover.per == "week":
        return f"{start.year}年{short(start)}起的一周"
    if cover.per == "month":
        return month(start)
    return f"{start.year}年第{(start.month + 2) // 3}季度"


def _done(shifts: list[Shift], cover: Cover) -> str:
    parts = [f"{visits(shifts)} 次"] if cover.visits else []
    parts += [f"{minutes(shifts) / 60:g} 小时"] if cover.hours else []
    return f"（{'、'.join(parts)}）"
