"""Days that come again every so many weeks: a list of dates in as few rules as say exactly the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from macros.domain.days import monday


@dataclass(frozen=True)
class Weekly:
    """The same days of the week, Monday being 0, every so many weeks from `first` to `last`, both with it."""

    first: dt.date
    last: dt.date
    weekdays: tuple[int, ...]
    every: int = 1


@dataclass(frozen=True)
class _Week:
    monday: dt.date
    days: tuple[dt.date, ...]

    @property
    def weekdays(self) -> tuple[int, ...]:
        return tuple(day.weekday() for day in self.days)


def weekly(dates: Iterable[dt.date]) -> list[Weekly]:
    """The rules by which these dates come, in order; a date that fits into none has one of its own."""
    rules: list[Weekly] = []
    run: list[_Week] = []
    for week in _weeks(dates):
        if run and not _goes_on(run, week):
            rules.append(_rule(run))
            run = []
        run.append(week)
    return [*rules, _rule(run)] if run else rules


def _weeks(dates: Iterable[dt.date]) -> list[_Week]:
    found: dict[dt.date, list[dt.date]] = {}
    for day in sorted(set(dates)):
        found.setdefault(monday(day), []).append(day)
    return [_Week(first, tuple(days)) for first, days in found.items()]


def _goes_on(run: list[_Week], week: _Week) -> bool:
    step = week.monday - run[-1].monday
    as_before = len(run) == 1 or step == run[-1].monday - run[-2].monday
    return as_before and week.weekdays == run[-1].weekdays


def _rule(run: list[_Week]) -> Weekly:
    every = (run[1].monday - run[0].monday).days // 7 if len(run) > 1 else 1
    return Weekly(run[0].days[0], run[-1].days[-1], run[0].weekdays, every)
