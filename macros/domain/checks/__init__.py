"""What is wrong or remarkable about a duty file, seen as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from macros.domain.checks.effects import effects
from macros.domain.checks.event_days import event_days
from macros.domain.checks.event_years import event_years
from macros.domain.checks.events import events
from macros.domain.checks.exceptions import exceptions
from macros.domain.checks.law import law
from macros.domain.checks.leave import leave
from macros.domain.checks.lines import lines
from macros.domain.checks.network import network
from macros.domain.checks.notices import notices
from macros.domain.checks.opening import opening
from macros.domain.checks.people import people
from macros.domain.checks.places import places
from macros.domain.checks.positions import positions
from macros.domain.checks.quiz import quiz
from macros.domain.checks.reach import AHEAD, Reach
from macros.domain.checks.responsibilities import responsibilities
from macros.domain.checks.rotations import rotations
from macros.domain.checks.scope import CheckedTown, Scope
from macros.domain.checks.tips import tip_days, tips
from macros.domain.checks.years import years
from macros.domain.days import ONE_DAY
from macros.errors import Finding, Level

__all__ = ["CheckedTown", "everything", "findings", "lasting", "lasting_in", "wrong"]

_CHECKS = (exceptions, leave, people, places, network, positions, lines, rotations, years, events, tips)
# Those that never find an error.
_REMINDERS = (
    effects,
    event_days,
    event_years,
    law,
    notices,
    opening,
    quiz,
    responsibilities,
    tip_days,
)
_RANK: dict[Level, int] = {"error": 0, "warning": 1, "notice": 2}


def findings(town: CheckedTown, first: dt.date, last: dt.date) -> list[Finding]:
    """Everything the office should know about the days from `first` to `last`, errors first.

    Exceptions are checked wherever they are dated: one that no longer hits anything
    is a mistake in next year's part of the file too.
    """
    return sorted(_shown(Scope.of(town, first, last)), key=_rank)


def everything(town: CheckedTown, today: dt.date, last: dt.date) -> Scope:
    """All that `lasting` looks at on that day, worked out once."""
    reach = Reach.of(town)
    return Scope.of(town, min(reach.first, today), max(reach.last, last, today + AHEAD))


def lasting(town: CheckedTown, today: dt.date, last: dt.date) -> list[Finding]:
    """What is wrong with the files, the same on every day, and what to look at from today to `last`.

    Whatever is wrong only as seen from today, or behind the days that the files reach, is a reminder.
    """
    return lasting_in(everything(town, today, last), today, last)


def lasting_in(whole: Scope, today: dt.date, last: dt.date) -> list[Finding]:
    """The same of a day's `everything`."""
    reach, ahead = whole.reach, max(last, today + AHEAD)
    # Only where the day adds nothing do its days serve for what must not know the day.
    alike = (whole.first, whole.last) == (reach.first, reach.last)
    errors = _wrong(whole if alike else _whole(whole.town, reach))
    known = {(one.subject, one.loc) for one in errors}
    now = _shown(whole.cut(today, last))
    behind = max(today, reach.last + ONE_DAY)
    later = _found(whole.cut(behind, ahead)) if behind <= ahead else []
    shown = {one for one in now if one.level != "error"}
    shown |= {
        replace(one, level="warning")
        for one in (*now, *later)
        if one.level == "error" and (one.subject, one.loc) not in known
    }
    return sorted(errors | shown, key=_rank)


def wrong(town: CheckedTown) -> list[Finding]:
    """What is wrong with the files on the days that they reach; it is not told which day it is."""
    return sorted(_wrong(_whole(town, Reach.of(town))), key=_rank)


def _whole(town: CheckedTown, reach: Reach) -> Scope:
    return Scope.of(town, reach.first, reach.last)


def _wrong(files: Scope) -> set[Finding]:
    return {one for one in _found(files) if one.level == "error"}


def _found(scope: Scope) -> list[Finding]:
    return [finding for check in _CHECKS for finding in check(scope)]


def _shown(scope: Scope) -> list[Finding]:
    return _found(scope) + [finding for check in _REMINDERS for finding in check(scope)]


def _rank(finding: Finding) -> tuple[int, str, list[str], str]:
    return _RANK[finding.level], finding.subject, [str(key).zfill(6) for key in finding.loc], finding.message
