"""Visits that can't have been: on a day to come, or on one without duty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.domain.days import spoken
from macros.domain.duty import Resolved
from macros.errors import Finding, Level
from macros.models.town import Town


def visits(town: Town, resolved: Resolved, today: dt.date) -> Iterator[Finding]:
    """What is strange about the log; a day to come is an error, which time only mends."""
    served = {(shift.date, shift.place) for shift in resolved.applied.shifts if shift.state == "on"}
    for number, visit in enumerate(town.visits.visits):
        if visit.date > today:
            yield _finding(number, f"{visit.date} 还没有到，请核对日期", "error")
        elif (visit.date, visit.place) not in served:
            message = f"{spoken(visit.date)}这里没有排值班，请核对日期和地方"
            yield _finding(number, message, "warning")


def _finding(number: int, message: str, level: Level) -> Finding:
    return Finding("visits", ("visits", number, "date"), message, level)
