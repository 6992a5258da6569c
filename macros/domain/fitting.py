"""How many days of duty a page can hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from macros.domain.days import ONE_DAY
from macros.domain.shift_view import DutyDay, ShiftView
from macros.domain.stops import Stop


@dataclass(frozen=True)
class Fitting:
    """The days that a page holds, and the last one of which nothing is left out."""

    days: tuple[DutyDay, ...]
    last: dt.date


def fitting(days: Sequence[DutyDay], last: dt.date, most: int) -> Fitting:
    """The first of the days, which go until `last`, that have at most so many rows together.

    A first day that has more is shown as far as it goes.
    """
    rows = 0
    for number, day in enumerate(days):
        rows += len(day.rows)
        if rows > most:
            shown = tuple(days[:number]) or (_begun(day, most),)
            return Fitting(shown, day.date - ONE_DAY)
    return Fitting(tuple(days), last)


def _begun(day: DutyDay, most: int) -> DutyDay:
    rows = day.rows[:most]
    shifts = tuple(row for row in rows if isinstance(row, ShiftView))
    stops = tuple(row for row in rows if isinstance(row, Stop))
    return DutyDay(day.date, shifts, stops)
