"""Whether places can be told apart, and are open when somebody is on duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.domain.checks.scope import Loc, Scope, duty, some
from macros.domain.days import spoken
from macros.domain.duty.cover import at_place
from macros.domain.duty.shift import Shift
from macros.errors import Finding
from macros.models.places import Place


def network(scope: Scope) -> Iterator[Finding]:
    """What is strange about the places."""
    yield from _same(scope.town.places)
    yield from _closed_hours(scope)


def _same(places: Sequence[Place]) -> Iterator[Finding]:
    names: dict[str, int] = {}
    rooms: dict[str, int] = {}
    for number, place in enumerate(places):
        if (first := names.setdefault(place.name, number)) != number:
            message = f"和第 {first + 1} 条（{places[first].id}）同名，乡亲分不清，请改名"
            yield Finding("places", ("places", number, "name"), message)
        for at, village in enumerate(place.villages if place.tier == "room" else ()):
            if (first := rooms.setdefault(village, number)) != number:
                message = f"第 {first + 1} 条（{places[first].id}）也服务{village}，请核对"
                yield Finding("places", ("places", number, "villages", at), message, "warning")


def _closed_hours(scope: Scope) -> Iterator[Finding]:
    hours = {place.id: place.hours for place in scope.town.places if place.hours}
    outside: dict[tuple[Loc, str], list[Shift]] = {}
    for place, whens in hours.items():
        open_on = [(when, set(scope.calendar.dates(when, scope.first, scope.last))) for when in whens]
        for shift in at_place(scope.on_duty_by_place.get(place, ())):
            sessions = [one for when, days in open_on if shift.date in days for one in when.sessions]
            if not any(one.start <= shift.session.start and shift.session.end <= one.end for one in sessions):
                outside.setdefault((scope.source(shift), place), []).append(shift)
    for (loc, place), shifts in outside.items():
        told = some((f"{spoken(shift.date)} {shift.session}" for shift in shifts), "次")
        written = "，".join(map(str, hours[place]))
        message = f"{scope.names.place(place)}的开放时间是 {written}，值班却在这以外：{told}"
        yield duty("warning", message, *loc)
