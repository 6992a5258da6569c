"""What is strange about the days of events that are held again and again, and about whom they name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from macros.domain.checks.scope import Scope
from macros.domain.days import spoken
from macros.domain.duty.closures import Closures
from macros.domain.occurrences import occurrences
from macros.errors import Finding, Level
from macros.models.events import Event


def event_days(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again."""
    closures = Closures.of(scope.town.duty)
    for number, event in enumerate(scope.town.events.events):
        yield from _consent_over(number, event, scope)
        if event.when is None:
            continue
        yield from _too_early(number, event, scope.first)
        held = [one for one in occurrences(event, scope.first, scope.last) if _takes_place(one, scope)]
        closed = [one.date.first for one in held if one.place and closures.on(one.place, one.date.first)]
        if closed:
            yield _finding(number, "when", f"{_days(closed)}，场所暂停服务，请写进 dates")
        told = {one.was or one.date for one in event.dates} | {one.date for one in event.dates}
        off = [one.date.first for one in held if one.date.first not in told]
        if off := [day for day in off if scope.calendar.holiday(day)]:
            name = scope.calendar.holiday(off[0])
            yield _finding(
                number, "when", f"{_days(off)}放假（{name}），不办或改日子，请写进 dates", "notice"
            )


def _takes_place(event: Event, scope: Scope) -> bool:
    coming = scope.first <= event.date.first <= scope.last
    return coming and not (event.cancelled or event.postponed)


def _too_early(number: int, event: Event, today: dt.date) -> Iterator[Finding]:
    for row, one in enumerate(event.dates):
        if (one.figures or one.recap) and one.date > today:
            loc = ("events", number, "dates", row, "date")
            yield Finding("events", loc, "还没办，怎么有结果？请核对日期", "warning")


def _consent_over(number: int, event: Event, scope: Scope) -> Iterator[Finding]:
    consent = event.contact.consent if event.contact else None
    if consent and event.last.last >= scope.first and consent.until < min(event.last.last, scope.last):
        message = (
            f"公开电话的同意到 {consent.until} 为止，活动还没办完，之后登办公室电话；续签以后请改这个日期"
        )
        yield Finding("events", ("events", number, "contact", "consent", "until"), message, "warning")


def _days(days: Sequence[dt.date]) -> str:
    more = f"等 {len(days)} 天" if len(days) > 1 else ""
    return f"{spoken(days[0])}{more}"


def _finding(number: int, key: str, message: str, level: Level = "warning") -> Finding:
    return Finding("events", ("events", number, key), message, level)
