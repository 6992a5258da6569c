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
    # What is held again and again begins when it begins, and goes on.
    exact = [at for at, event in enumerate(every) if event.date.day and not event.when]
    astray = set(_out_of_step([every[at] for at in exact], led=exact[:1] != [0]))
    for number, event in ((at, event) for at, event in enumerate(every) if not event.when):
        named = [int(year) for year in _YEAR.findall(event.id)]
        if named and event.last.year < min(named):
            message = f"编号里是 {min(named)} 年，日期却在 {event.last.year} 年，请核对年份"
        elif not named and event.last.last < scope.first and event.id in astray and not event.figures:
            message = f"{event.date} 比前后几条早了一年，已经过去了，请核对年份"
        else:
            continue
        yield Finding("events", ("events", number, "date"), message, "warning")


def _out_of_step(events: Sequence[Event], *, led: bool) -> Iterator[str]:
    """The ids of the events that are a year less than those before and behind them; their days are known.

    `led` says that vaguer ones stand before the first.
    """
    days = [event.date.first for event in events]
    rising = sum(one <= other for one, other in pairwise(days))
    for at, day in enumerate(days):
        before, after = days[max(at - 1, 0) : at], days[at + 1 : at + 2]
        near = before + after
        # The newest first is an order too; the oldest stands last there, and rightly so.
        rest = rising - sum(one <= day for one in before) - sum(day <= one for one in after)
        rest += sum(one <= other for one, other in zip(before, after, strict=False))
        forward = rest * 2 >= len(days) - 2
        if len(near) < 2 and (not near or forward != (led or at > 0)):
            continue
        if all(other - day > _APART and abs(other - day - _YEAR_LONG) <= _APART for other in near):
            yield events[at].id
