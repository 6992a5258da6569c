"""Dates that are probably a slip of the pen: a wrong year, a year that is only half announced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from macros.domain.checks.scope import Scope, duty
from macros.domain.days import each, short
from macros.domain.duty.holidays import Calendar
from macros.domain.duty.legal_holidays import legal_holidays
from macros.errors import Finding
from macros.models.holidays import Holidays

# The law gives 13 days off; with the weekends joined to them a notice names about 30.
FEWEST_DAYS_OFF = 13


def years(scope: Scope) -> Iterator[Finding]:
    """What dates in duty.yml and holidays.yml can't be meant."""
    yield from _segments(scope)
    yield from _spans(scope)
    yield from _half_announced(scope)
    yield from _work_on_legal_holidays(scope)


def _segments(scope: Scope) -> Iterator[Finding]:
    for number, rotation in enumerate(scope.town.duty.rotations):
        for at, segment in enumerate(rotation.segments):
            if scope.far(segment.from_):
                loc = ("rotations", number, "segments", at, "from")
                yield duty("error", f"{segment.from_} 太远了，请检查年份", *loc)
        for at, (before, after) in enumerate(pairwise(rotation.segments), 1):
            if after.from_ < before.from_:
                message = f"这一段写在后面，日期却早于前一段的 {before.from_}，请检查年份"
                yield duty("warning", message, "rotations", number, "segments", at, "from")


def _spans(scope: Scope) -> Iterator[Finding]:
    every = scope.town.duty
    begins = min((r.stretches[0].from_ for r in every.rotations), default=dt.date.min)
    for key, entries in (("closures", every.closures), ("temporary", every.temporary)):
        for number, entry in enumerate(entries):
            if scope.far(entry.from_):
                yield duty("error", f"{entry.from_} 太远了，请检查年份", key, number, "from")
            elif entry.last < begins:
                message = f"{entry.last} 早于所有轮值开始的日子（{begins}），请检查年份"
                yield duty("warning", message, key, number, "from")
    for number, override in enumerate(every.overrides):
        first = scope.rotations[override.rotation].stretches[0].from_
        if override.add and scope.far(override.date):
            yield duty("error", f"{override.date} 太远了，请检查年份", "overrides", number, "date")
        elif override.add and override.date < first:
            message = f"{override.date} 早于这条轮值开始的日子（{first}），请检查年份"
            yield duty("warning", message, "overrides", number, "date")


def _half_announced(scope: Scope) -> Iterator[Finding]:
    known = Calendar.of(Holidays()).years | set(scope.town.holidays.years)
    off: dict[int, set[dt.date]] = {}
    where: dict[int, int] = {}
    for number, entry in enumerate(scope.town.holidays.days):
        for day in each(entry.first, entry.last):
            if entry.national and day.year not in known:
                where.setdefault(day.year, number)
                off.setdefault(day.year, set()).update([day] if entry.kind == "off" else [])
    for year, number in where.items():
        if len(off[year]) < FEWEST_DAYS_OFF:
            message = (
                f"{year}年只写了 {len(off[year])} 天放假，没写的放假日子会照常排班，请照通知写全；"
                f"确实只有这些，加一行 years: [{year}]"
            )
            yield Finding("holidays", ("days", number), message)


def _work_on_legal_holidays(scope: Scope) -> Iterator[Finding]:
    for number, entry in enumerate(scope.town.holidays.days):
        if entry.kind == "work":
            for day in each(entry.first, entry.last):
                if name := legal_holidays(day.year).get(day):
                    message = f"{short(day)}是{name}，法定放假的日子，不能写成上班（work），请核对日期"
                    yield Finding("holidays", ("days", number, "kind"), message)
