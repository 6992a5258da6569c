"""Rows that stop or change a lot: the likeliest slip in them is a year or a month.

Each is told with how many duties it touches and until when; whoever meant it only looks again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.domain.checks.reach import duty_dates
from macros.domain.checks.scope import CheckedTown, Loc, Scope, duty
from macros.domain.days import ONE_DAY
from macros.domain.duty import resolve
from macros.domain.duty.shift import HasName, Shift
from macros.errors import Finding
from macros.models.contacts import Consent, Phone
from macros.models.duty import Closure, Duty, Leave, Temporary
from macros.models.holidays import Holidays
from macros.models.people import spot

# Longer than a long holiday, a course of study, a repair of a room.
LONG = dt.timedelta(days=31)
# What is to come only after so long is as likely a wrong year.
LATE = dt.timedelta(days=366)
# A rotation without any other date for so long after its first day never began there.
LONG_AGO = dt.timedelta(days=3 * 366)
# A consent is asked for again after some years.
LONG_CONSENT = dt.timedelta(days=5 * 366)
_Span = Leave | Closure | Temporary
_SPANS = ("leave", "closures", "temporary")


@dataclass(frozen=True)
class _Town:
    """As much of a town as duty needs, with another duty file."""

    duty: Duty
    holidays: Holidays
    people: Sequence[HasName]
    places: Sequence[HasName]


def effects(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again because it does so much."""
    yield from _spans(scope)
    yield from _late(scope)
    yield from _long_ago(scope)
    for subject, loc, consent in consents(scope.town):
        if consent.until > scope.first + LONG_CONSENT:
            years = (consent.until - scope.first).days // 365
            message = f"同意公开到 {consent.until}，还有 {years} 年，请核对年份"
            yield Finding(subject, loc, message, "warning")


def _spans(scope: Scope) -> Iterator[Finding]:
    every = scope.town.duty
    rows: list[tuple[str, int, _Span]] = [
        (key, number, row)
        for key in _SPANS
        for number, row in enumerate(getattr(every, key))
        if _does_much(scope, row)
    ]
    usual = _usual(scope, [row for _, _, row in rows]) if rows else []
    for key, number, row in rows:
        if count := sum(_touches(row, shift) for shift in usual):
            late = row.from_ > scope.first + LATE
            begins = f"要到 {row.from_} 才开始，" if late else ""
            does = "碰上" if isinstance(row, Leave) else "停掉"
            message = f"这一条{begins}{does} {count} 个班次，到 {row.last}，请核对"
            yield duty("warning", message, key, number, "from" if late or row.to is None else "to")


def _does_much(scope: Scope, row: _Span) -> bool:
    if scope.far(row.last) or row.last < scope.first:
        return False
    return row.last - row.from_ >= LONG or row.from_ > scope.first + LATE


def _usual(scope: Scope, rows: Sequence[_Span]) -> list[Shift]:
    """What would take place without the rows, as far as the latest of them reaches."""
    town, every = scope.town, scope.town.duty
    kept = {key: tuple(row for row in getattr(every, key) if row not in rows) for key in _SPANS}
    less = _Town(every.model_copy(update=kept), town.holidays, town.people, town.places)
    applied = resolve(less, scope.calendar, max(row.last for row in rows))
    return [shift for shift in applied.shifts if shift.state == "on"]


def _touches(row: _Span, shift: Shift) -> bool:
    if not row.covers(shift.date):
        return False
    if isinstance(row, Leave):
        mine = row.person in shift.people and row.rotation in (None, shift.rotation)
        return mine and row.absent(shift.date, shift.session)
    if isinstance(row, Closure):
        return row.place == shift.place
    return row.places is None or shift.place in row.places


def _late(scope: Scope) -> Iterator[Finding]:
    every, limit = scope.town.duty, scope.first + LATE
    dated: list[tuple[dt.date, Loc]] = [
        (override.date, ("overrides", number, "date")) for number, override in enumerate(every.overrides)
    ]
    for number, swap in enumerate(every.swaps):
        dated += [(one.date, ("swaps", number, key, "date")) for key, one in (("a", swap.a), ("b", swap.b))]
    for number, rotation in enumerate(every.rotations):
        for at, segment in enumerate(rotation.segments):
            dated.append((segment.from_, ("rotations", number, "segments", at, "from")))
    for day, loc in dated:
        if day > limit and not scope.far(day):
            message = f"要到 {day} 才开始，还有 {(day - scope.first).days} 天，请核对年份"
            yield duty("warning", message, *loc)


def _long_ago(scope: Scope) -> Iterator[Finding]:
    written = {*duty_dates(scope.town.duty), scope.first}
    days = sorted(day for day in written if not scope.far(day) or day == scope.first)
    for number, rotation in enumerate(scope.town.duty.rotations):
        first = rotation.stretches[0]
        following = next((day for day in days if day > first.from_), first.from_)
        if following - first.from_ > LONG_AGO:
            count = sum(shift.date < scope.first for shift in scope.by_rotation.get(rotation.id, ()))
            before = scope.first - ONE_DAY
            message = f"从 {first.from_} 排起，到 {before} 已经排了 {count} 个班次，请核对年份"
            yield duty("warning", message, "rotations", number, "segments", first.number, "from")


def consents(town: CheckedTown) -> Iterator[tuple[str, Loc, Consent]]:
    """Every consent to publish a number, with its file and where its last day stands."""
    for number, person in enumerate(town.people):
        if person.consent:
            yield ("people", (*spot(town.people, number), "consent", "until"), person.consent)
    lists: list[tuple[str, Loc, Sequence[Phone]]] = [("site", ("office",), town.site.office.phones)]
    lists += [("places", ("places", n), place.own_phones) for n, place in enumerate(town.places)]
    for subject, loc, phones in lists:
        for at, phone in enumerate(phones):
            if phone.consent:
                yield subject, (*loc, "phones", at, "consent", "until"), phone.consent
