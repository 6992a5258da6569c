"""Events that are dated a year too early, which only puts them quietly among the past ones."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from macros.domain.checks.scope import Scope
from macros.errors import Finding
from macros.models.events import Event

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
# Rows that stand together lie together in time; a year less is out of step with both neighbours.
_APART, _YEAR_LONG = dt.timedelta(days=180), dt.timedelta(days=365)


def event_years(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again: a date before the year in its id, or out of the file's order."""
    every = scope.town.events.events
    for number, event in enumerate(every):
        if event.when:
            # It begins when it begins, and goes on.
            continue
        named = [int(year) for year in _YEAR.findall(event.id)]
        if named and event.last.year < min(named):
            message = f"编号里是 {min(named)} 年，日期却在 {event.last.year} 年，请核对年份"
        elif not named and event.last.last < scope.first and _out_of_step(every, number):
            message = f"{event.date} 比前后几条早了一年，已经过去了，请核对年份"
        else:
            continue
        yield Finding("events", ("events", number, "date"), message, "warning")


def _out_of_step(every: Sequence[Event], number: int) -> bool:
    event = every[number]
    if event.date.day is None or event.figures:
        return False
    day = event.date.first
    exact = [(at, one.date.first) for at, one in enumerate(every) if one.date.day]
    rest = [other for at, other in exact if at != number]
    near = [*[other for at, other in exact if at < number][-1:], *[o for at, o in exact if at > number][:1]]
    # The newest first is an order too; the oldest stands last there, and rightly so.
    rising = sum(one <= other for one, other in pairwise(rest)) * 2 >= len(rest) - 1
    if len(near) < 2 and (not near or (rising != (number > 0))):
        return False
    return all(other - day > _APART and abs(other - day - _YEAR_LONG) <= _APART for other in near)
